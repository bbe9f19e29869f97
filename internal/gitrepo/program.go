package gitrepo

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// program is the git program.
type program struct {
	path string
	// banner is what it prints before every answer, as some wrappers do.
	banner string
}

// findGit looks for git in the folders of PATH. Those that depend on the working directory are passed over: a hostile
// git could lie there.
func findGit(env func(string) string) (*program, error) {
	for _, folder := range filepath.SplitList(absolutePath(env("PATH"))) {
		if path, err := exec.LookPath(filepath.Join(folder, "git")); err == nil {
			return &program{path: path}, nil
		}
	}
	return nil, ErrNoGit
}

// absolutePath returns a list of folders without those that are relative.
func absolutePath(list string) string {
	folders := slices.DeleteFunc(filepath.SplitList(list), func(folder string) bool { return !filepath.IsAbs(folder) })
	return strings.Join(folders, string(filepath.ListSeparator))
}

// readVersion refuses versions before 2.30, and learns what a wrapper prints before the answer.
func (p *program) readVersion(ctx context.Context, env []string) error {
	answer, err := p.output(ctx, question{folder: os.TempDir(), env: env, args: []string{"version"}, limit: brief})
	if err != nil {
		return err
	}
	text := string(answer)
	if at := strings.Index("\n"+text, "\ngit version "); at > 0 {
		p.banner, text = text[:at], text[at:]
	}
	if major, minor, ok := parseVersion(text); !ok || major < 2 || major == 2 && minor < 30 {
		return fmt.Errorf("%w (%s)", ErrOldGit, firstLine(text))
	}
	return nil
}

// parseVersion reads "git version 2.39.5 (…)".
func parseVersion(text string) (major, minor int, ok bool) {
	text, found := strings.CutPrefix(text, "git version ")
	first, rest, dotted := strings.Cut(text, ".")
	second, _, _ := strings.Cut(strings.TrimSpace(rest), ".")
	major, err := strconv.Atoi(first)
	minor, err2 := strconv.Atoi(second)
	return major, minor, found && dotted && errors.Join(err, err2) == nil
}
