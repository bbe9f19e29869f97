package gitrepo

import (
	"os"
	"slices"
)

// gitEnvironment returns the environment of a git process. It inherits only a short list of names that say where
// programs and temporary files lie; everything else, above all GIT_*, stays out.
func gitEnvironment(env func(string) string) []string {
	inherited := []string{
		"PATH",
		// Without these, programs do not start on Windows and macOS.
		"SystemRoot", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "DEVELOPER_DIR",
		// With sudo, git accepts repositories of the user who called it.
		"SUDO_UID",
	}
	var list []string
	for _, name := range inherited {
		value := env(name)
		if name == "PATH" {
			value = absolutePath(value)
		}
		if value != "" {
			list = append(list, name+"="+value)
		}
	}
	return append(list,
		// Fix the language of messages, which are parsed.
		"LC_ALL=C", "LANGUAGE=",
		// Use the repository's own configuration only, and safeSettings above it.
		// A configuration may include files of the home folder; there are none.
		"HOME="+os.DevNull,
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM="+os.DevNull, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_ATTR_NOSYSTEM=1",
		// Objects must not be replaced, grafted, or fetched from where a partial clone came from. An empty list of
		// protocols overrides what a configuration allows, also in versions of git that know nothing of lazy fetches.
		"GIT_LITERAL_PATHSPECS=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE="+os.DevNull, "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=",
		// Never prompt, and write nothing.
		"GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS=", "GIT_OPTIONAL_LOCKS=0",
		"GIT_PAGER=cat", "GIT_EDITOR=:", "GIT_EXTERNAL_DIFF=",
		// Otherwise git writes out each commit on its own, which costs a fifth of the time.
		"GIT_FLUSH=0",
	)
}

// withinGitDir makes the process run in the folder of the repository's own data: git looks for no work tree, even if
// the configuration names one.
func withinGitDir(env []string) []string {
	return append(slices.Clip(env), "GIT_DIR=.", "GIT_WORK_TREE=.")
}
