package gitrepo

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// program is the git program.
type program struct {
	path string
}

// findGit looks for git in the folders of PATH, but not in the working directory, where a hostile one could lie.
func findGit() (*program, error) {
	path, err := exec.LookPath("git")
	if err != nil {
		return nil, ErrNoGit
	}
	return &program{path: path}, nil
}

// checkVersion explains an answer that makes no sense: versions before 2.30 print options that they do not know.
func (p *program) checkVersion(ctx context.Context, env []string) error {
	answer, err := p.output(ctx, question{folder: os.TempDir(), env: env, args: []string{"version"}, limit: brief})
	if err != nil {
		return err
	}
	if major, minor, ok := parseVersion(string(answer)); !ok || major < 2 || major == 2 && minor < 30 {
		return fmt.Errorf("%w (%s)", ErrOldGit, firstLine(string(answer)))
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

// trustedFolders returns the folders that the user told git to read although they belong to others. This is the only
// setting taken from the configuration of the user and the system: without it a scan in a container, where the checkout
// has another owner, could not be allowed in the way that git itself recommends.
func (p *program) trustedFolders(ctx context.Context, env func(string) string) []string {
	outside := []string{"LC_ALL=C", "GIT_TERMINAL_PROMPT=0"}
	for _, name := range []string{
		"PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SystemRoot", "SYSTEMROOT",
		"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
	} {
		if value := env(name); value != "" {
			outside = append(outside, name+"="+value)
		}
	}
	var settings []string
	for _, scope := range []string{"--system", "--global"} {
		answer, err := p.output(ctx, question{
			folder: os.TempDir(), env: outside, limit: brief, args: []string{"config", scope, "--null", "--get-all", "safe.directory"},
		})
		if err != nil {
			// No value, or no such file.
			continue
		}
		for value := range strings.SplitSeq(strings.TrimSuffix(string(answer), "\x00"), "\x00") {
			settings = append(settings, "safe.directory="+value)
		}
	}
	return settings
}
