package gitrepo

import (
	"os"
	"slices"
)

// gitEnvironment is all that a git process sees of the outside. What is inherited is a short list of names that say where
// programs and temporary files lie; everything else, above all what is named GIT_*, stays out.
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
		if value := env(name); value != "" {
			list = append(list, name+"="+value)
		}
	}
	return append(list,
		// Messages are read, so they must be in one language.
		"LC_ALL=C", "LANGUAGE=",
		// No configuration but the repository's own, and safeSettings above it.
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM="+os.DevNull, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_ATTR_NOSYSTEM=1",
		// Objects are what they are: not replaced, not grafted, not fetched from where a partial clone came from. An empty list
		// of protocols overrides what a configuration allows, also in versions of git that know nothing of lazy fetches.
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE="+os.DevNull, "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=",
		// Nobody is there to be asked, and nothing is written.
		"GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS=", "GIT_OPTIONAL_LOCKS=0",
		"GIT_PAGER=cat", "GIT_EDITOR=:", "GIT_EXTERNAL_DIFF=",
		// Otherwise git writes out each commit on its own, which costs a fifth of the time.
		"GIT_FLUSH=0",
	)
}

// withinGitDir adds that the process runs in the folder of the repository's own data: no work tree is looked for, nor believed
// in when the configuration names one.
func withinGitDir(env []string) []string {
	return append(slices.Clip(env), "GIT_DIR=.", "GIT_WORK_TREE=.")
}
