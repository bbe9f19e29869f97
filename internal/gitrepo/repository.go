package gitrepo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Repository is an open repository. It holds no process and needs no closing.
type Repository struct {
	git *program
	// folder holds the repository's own data, absolute; store the data that linked work trees share.
	folder, store string
	env           []string
	state         State
	limits        limits
}

// limits bounds what is read. No honest repository comes near the limits; a hostile one has none of its own.
type limits struct {
	commits, tags, files int
}

func defaultLimits() limits { return limits{commits: 1 << 25, tags: 1 << 20, files: 2 << 20} }

// State is what a repository says about itself.
type State struct {
	// Name is the last part of the address of its remote "origin", else the name of its folder.
	Name string
	// Shallow: history was cut off when it was cloned.
	Shallow bool
	// Partial: objects were left out when it was cloned.
	Partial bool
	// Rewritten: grafts or replacements show a different history than the commits themselves. They are not followed.
	Rewritten bool
}

// Options say which repository to open.
type Options struct {
	// Folder is an absolute path in the repository: its root, any folder below, or a bare repository.
	Folder string
	// Env returns an environment variable; few are used (see gitEnvironment).
	Env func(string) string
}

// Open finds the repository that a folder is in, as git does.
func Open(ctx context.Context, opt Options) (*Repository, error) {
	git, err := findGit()
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(opt.Folder); err != nil || !info.IsDir() {
		return nil, ErrNoRepository
	}
	env := gitEnvironment(opt.Env)
	r, err := discoverRepository(ctx, git, opt.Folder, env, nil)
	if errors.Is(err, ErrForeignOwner) {
		r, err = discoverRepository(ctx, git, opt.Folder, env, git.trustedFolders(ctx, opt.Env))
	}
	if err != nil {
		return nil, err
	}
	if r.store, err = storeOf(r.folder); err != nil {
		return nil, err
	}
	if err := refuseAlternates(r.store); err != nil {
		return nil, err
	}
	return r, r.readState(ctx, opt.Folder)
}

// discoverRepository lets git find the repository, which also checks who owns it. Later questions name its folder
// explicitly.
func discoverRepository(ctx context.Context, git *program, folder string, env, settings []string) (*Repository, error) {
	answer, err := git.output(ctx, question{
		folder: folder, env: env, settings: settings, limit: brief,
		// The path comes last because it may contain a line feed.
		args: []string{"rev-parse", "--is-shallow-repository", "--show-object-format", "--absolute-git-dir"},
	})
	if err != nil {
		return nil, err
	}
	lines := strings.SplitN(strings.TrimSuffix(string(answer), "\n"), "\n", 3)
	if len(lines) != 3 || !slices.Contains([]string{"sha1", "sha256"}, lines[1]) {
		if err := git.checkVersion(ctx, env); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%w (object format %s)", ErrUnsupported, firstLine(strings.Join(lines, " ")))
	}
	return &Repository{
		git: git, folder: filepath.FromSlash(lines[2]), env: withinGitDir(env), state: State{Shallow: lines[0] == "true"},
		limits: defaultLimits(),
	}, nil
}

// State returns what the repository says about itself.
func (r *Repository) State() State { return r.state }

// readState fills in the state.
func (r *Repository) readState(ctx context.Context, named string) error {
	remotes, err := r.readRemotes(ctx)
	if err != nil {
		return err
	}
	r.state.Partial = remotes.partial
	r.state.Name = nameOf(remotes.origin)
	if r.state.Name == "" {
		r.state.Name = folderName(r.store, named)
	}
	replaced, err := r.askGit(ctx, "for-each-ref", "--count=1", "--format=%(objectname)", "refs/replace/")
	if err != nil {
		return err
	}
	r.state.Rewritten = len(replaced) > 0 || holdsText(filepath.Join(r.store, "info", "grafts"))
	return nil
}

// remotes returns what the repository's own configuration says about where it came from.
type remotes struct {
	origin  string
	partial bool
}

func (r *Repository) readRemotes(ctx context.Context) (remotes, error) {
	answer, err := r.askGit(ctx, "config", "--local", "--no-includes", "--null", "--get-regexp",
		`^(extensions\.partialclone|remote\..*\.(url|promisor|partialclonefilter))$`)
	var exit interface{ ExitCode() int }
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return remotes{}, nil
	}
	if err != nil {
		return remotes{}, err
	}
	var found remotes
	for entry := range bytes.SplitSeq(answer, []byte{0}) {
		key, value, _ := strings.Cut(string(entry), "\n")
		switch {
		case key == "":
		case key == "remote.origin.url":
			found.origin = value
		case strings.HasSuffix(key, ".url"):
		case strings.HasSuffix(key, ".promisor"):
			found.partial = found.partial || !slices.Contains([]string{"false", "no", "off", "0"}, strings.ToLower(value))
		default:
			found.partial = true
		}
	}
	return found, nil
}

// askGit runs a question in the repository's folder.
func (r *Repository) askGit(ctx context.Context, args ...string) ([]byte, error) {
	return r.git.output(ctx, r.newQuestion(brief, args...))
}

func (r *Repository) newQuestion(limit time.Duration, args ...string) question {
	return question{folder: r.folder, env: r.env, args: args, limit: limit}
}

// nameOf returns the last part of an address: "shop" of git@example.com:team/shop.git.
func nameOf(address string) string {
	address = strings.TrimSuffix(strings.TrimRight(address, "/"), ".git")
	name := address[strings.LastIndexAny(address, "/:\\")+1:]
	if name == "." || name == ".." {
		return "" // A path that only leads somewhere.
	}
	return name
}

// folderName is the name of the folder with the repository's data, or of its parent if that is called .git.
func folderName(store, named string) string {
	switch base := filepath.Base(store); {
	case base == ".git":
		return filepath.Base(filepath.Dir(store))
	case strings.HasSuffix(base, ".git"):
		return strings.TrimSuffix(base, ".git")
	}
	return filepath.Base(named)
}
