package gitrepo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
)

// mostIncludes limits how many files the configuration of a repository may include, one from another.
const mostIncludes = 100

// checkIncludes refuses a configuration that includes what is no regular file, or another that does: git would read it
// with every question. What a regular one holds is never told, wherever it lies.
func (p *program) checkIncludes(ctx context.Context, env []string, folders ...string) error {
	var list []string
	for _, folder := range folders {
		list = append(list, filepath.Join(folder, "config"), filepath.Join(folder, "config.worktree"))
	}
	for i := 0; i < len(list); i++ {
		if i == mostIncludes {
			return fmt.Errorf("%w: its configuration includes more than %d files", ErrTooLarge, mostIncludes)
		}
		included, err := p.includedBy(ctx, env, list[i])
		if err != nil {
			return err
		}
		for _, name := range included {
			info, err := os.Stat(name)
			if err == nil && !isPlain(info.Mode()) {
				return fmt.Errorf("%w: %s, which the configuration includes", ErrNotRegular, diag.Quote(name))
			}
			if err == nil {
				list = append(list, name)
			}
		}
	}
	return nil
}

// includedBy returns the files that a configuration includes, under whatever condition.
func (p *program) includedBy(ctx context.Context, env []string, file string) ([]string, error) {
	text, err := files.ReadRegular(file, longestFile)
	if err != nil || !strings.Contains(strings.ToLower(string(text)), "include") {
		// If we cannot read it, neither can git.
		return nil, nil
	}
	answer, err := p.output(ctx, question{
		folder: os.TempDir(), env: append(env, "GIT_DIR="+os.DevNull), limit: brief,
		args: []string{"config", "--file", file, "--no-includes", "--null", "--type=path", "--get-regexp", `^include(if\..*)?\.path$`},
	})
	if err != nil && !isRefusal(err) {
		return nil, err
	}
	var list []string
	for entry := range strings.SplitSeq(string(answer), "\x00") {
		if _, name, found := strings.Cut(entry, "\n"); found {
			list = append(list, files.Join(filepath.Dir(file), name))
		}
	}
	return list, nil
}
