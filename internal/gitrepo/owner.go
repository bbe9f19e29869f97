package gitrepo

import (
	"context"
	"os"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/files"
)

// ForeignOwnerError is the error of a repository that belongs to another user. It is an ErrForeignOwner.
type ForeignOwnerError struct {
	// Folder is what the user would name in safe.directory.
	Folder string
}

// Error implements error.
func (e *ForeignOwnerError) Error() string { return ErrForeignOwner.Error() }

// Unwrap makes it an ErrForeignOwner.
func (e *ForeignOwnerError) Unwrap() error { return ErrForeignOwner }

// isSafe reports whether the user told git to read a folder although it belongs to somebody else: safe.directory of the
// system, the user, and the environment, but not of the repository. It is the only setting taken from outside of the
// repository: without it a scan in a container, where the checkout has another owner, could not be allowed in the way
// that git itself recommends.
func (p *program) isSafe(ctx context.Context, env func(string) string, folder string) bool {
	answer, err := p.output(ctx, question{
		// With no repository, nobody's configuration is read but the user's.
		folder: os.TempDir(), env: append(configurationOf(env), "GIT_DIR="+os.DevNull), limit: brief,
		args: []string{"config", "--show-scope", "--includes", "--type=path", "--null", "--get-all", "safe.directory"},
	})
	if err != nil {
		// No value, or a configuration that git refuses as well.
		return false
	}
	fields := strings.Split(strings.TrimSuffix(string(answer), "\x00"), "\x00")
	safe := false
	for i := 0; i+1 < len(fields); i += 2 {
		if scope, value := fields[i], fields[i+1]; scope != "local" && scope != "worktree" {
			// An empty value takes back those before it.
			safe = value != "" && (safe || isNamed(folder, value))
		}
	}
	return safe
}

// isNamed reports whether a value of safe.directory names a folder: it, all folders (*), or all below one (DIR/*).
func isNamed(folder, value string) bool {
	if value == "*" {
		return true
	}
	above, all := strings.CutSuffix(value, "/*")
	if resolved, err := files.Real(above); err == nil {
		above = resolved
	}
	if all {
		return folder != above && isWithin(above, folder)
	}
	return folder == above
}

// configurationOf returns the environment in which git finds the configuration of the user and the system.
func configurationOf(env func(string) string) []string {
	names := []string{
		"PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "SystemRoot", "SYSTEMROOT",
		"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
	}
	list := []string{"LC_ALL=C", "GIT_TERMINAL_PROMPT=0"}
	for _, name := range names {
		if value := env(name); value != "" {
			list = append(list, name+"="+value)
		}
	}
	const mostSettings = 1000
	count, _ := strconv.Atoi(env("GIT_CONFIG_COUNT"))
	for i := range min(count, mostSettings) {
		for _, name := range []string{"GIT_CONFIG_KEY_" + strconv.Itoa(i), "GIT_CONFIG_VALUE_" + strconv.Itoa(i)} {
			// A value may be empty, but not missing.
			list = append(list, name+"="+env(name))
		}
	}
	return list
}
