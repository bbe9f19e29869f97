package gitrepo

import (
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Errors that a caller may treat differently. They are wrapped with details.
var (
	// ErrNoGit means that there is no git program.
	ErrNoGit = errors.New("git is not installed, or not in a folder of PATH; install git 2.30 or newer")
	// ErrOldGit means that the git program is too old to be used safely.
	ErrOldGit = errors.New("this git is too old; install git 2.30 or newer")
	// ErrNoRepository means that a folder is not in a repository.
	ErrNoRepository = errors.New("not a git repository; name a folder inside one")
	// ErrUnsupported means that the repository has a format this git does not know.
	ErrUnsupported = errors.New("this git cannot read the format of the repository; a newer git may")
	// ErrForeignOwner means that git refuses a repository that belongs to another user (see ForeignOwnerError).
	ErrForeignOwner = errors.New("the repository belongs to another user, so git does not read it")
	// ErrBorrowed means that the repository uses objects from a folder outside of itself.
	ErrBorrowed = errors.New("the repository borrows objects from elsewhere, and nothing outside of it is read")
	// ErrOutside means that a link or a name in the repository leads to a folder outside of it.
	ErrOutside = errors.New("the repository leads out of itself, and nothing outside of it is read")
	// ErrNotRegular means that there is a pipe, a device or a socket where git would read a file.
	ErrNotRegular = errors.New("the repository holds something that is neither a folder nor a regular file, where git would read a file")
	// ErrEmpty means that there is no commit yet.
	ErrEmpty = errors.New("the repository has no commits yet")
	// ErrNoRevision means that a name stands for no commit.
	ErrNoRevision = errors.New("no such commit, branch or tag")
	// ErrMissing means that objects are missing.
	ErrMissing = errors.New("objects are missing or damaged; git fsck tells which")
	// ErrConfig means that git cannot read the configuration of the repository.
	ErrConfig = errors.New("the git configuration of the repository is broken")
	// ErrTooLarge means that an answer is larger than any honest repository needs.
	ErrTooLarge = errors.New("the repository is larger than this program reads")
	// ErrTooSlow means that git took longer than any honest repository needs.
	ErrTooSlow = errors.New("git did not answer in time")
)

// errorOf maps the failure of a git process to one of the errors above if its message is known. Messages are those of
// LC_ALL=C. None is shown: git quotes files that it cannot read, and a repository chooses what these lead to.
func errorOf(question string, err error, stderr string) error {
	if strings.Contains(stderr, "not a git repository") {
		return ErrNoRepository
	}
	if strings.Contains(stderr, "bad config ") || strings.Contains(stderr, " config value ") {
		return configError(stderr)
	}
	for _, known := range []struct {
		says  []string
		fault error
	}{
		{[]string{"dubious ownership", "unsafe repository"}, ErrForeignOwner},
		{[]string{"Expected git repo version", "unknown repository extension", "unknown hash algorithm"}, ErrUnsupported},
		{[]string{
			"missing object", "bad object", "bad tag", "Could not read", "could not read", "unable to read", "Failed to traverse", "is corrupt",
			"unable to unpack", "bad tree", "not a tree object", "revision walk setup failed", "unable to parse", "inflate:", "transport '",
			"lazy fetching disabled", "could not fetch", "packfile", "garbage at end", "hash mismatch", "invalid object",
		}, ErrMissing},
	} {
		for _, phrase := range known.says {
			if strings.Contains(stderr, phrase) {
				return known.fault
			}
		}
	}
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() < 0 {
		// Some versions crash where an object is missing.
		return fmt.Errorf("%w (git %s crashed)", ErrMissing, question)
	}
	return fmt.Errorf("git %s failed (%w); git fsck may tell why", question, err)
}

// configError says which line of a configuration is broken, where git says so.
func configError(stderr string) error {
	_, rest, _ := strings.Cut(stderr, "bad config line ")
	line, _, _ := strings.Cut(rest, " ")
	if number, err := strconv.Atoi(line); err == nil {
		return fmt.Errorf("%w (line %d)", ErrConfig, number)
	}
	return ErrConfig
}

// firstLine returns the first line of a text, visible and short.
func firstLine(text string) string {
	const longest = 200
	line, _, _ := strings.Cut(text, "\n")
	runes := []rune(line)
	if len(runes) > longest {
		line = string(runes[:longest-1]) + "…"
	}
	return diag.Visible(line)
}
