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

	"github.com/opsfit/opsfit/internal/concurrent"
	"github.com/opsfit/opsfit/internal/files"
)

// Repository is an open repository. It holds no process and needs no closing. Several goroutines may ask it at once,
// except that no content is read before its file was listed.
type Repository struct {
	git *program
	// folder holds the repository's own data, absolute; store the data that linked work trees share.
	folder, store string
	env           []string
	state         State
	alternates    []string
	below         string
	// absent are the objects of the commit whose files were listed last that a partial clone left out.
	absent map[Hash]bool
	limits limits
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
	// Origin: it has a remote called "origin".
	Origin bool
	// Untagged: its remote "origin" is fetched without tags.
	Untagged bool
	// Rewritten: grafts or replacements show a different history than the commits themselves. They are not followed.
	Rewritten bool
}

// Options say which repository to open.
type Options struct {
	// Folder is an absolute path in the repository: its root, any folder below, or a bare repository.
	Folder string
	// Env returns an environment variable; few are used (see gitEnvironment).
	Env func(string) string
	// AllowAlternates reads objects that the repository borrows from elsewhere, as after git clone --reference or --shared.
	AllowAlternates bool
}

// Open finds the repository that a folder is in, as git does.
func Open(ctx context.Context, opt Options) (*Repository, error) {
	git, err := findGit(opt.Env)
	if err != nil {
		return nil, err
	}
	if err := git.readVersion(ctx, gitEnvironment(opt.Env)); err != nil {
		return nil, err
	}
	if info, err := os.Stat(opt.Folder); err != nil || !info.IsDir() {
		return nil, ErrNoRepository
	}
	found, err := locate(opt.Folder)
	if err != nil {
		return nil, err
	}
	r := &Repository{git: git, folder: found.data, env: withinGitDir(gitEnvironment(opt.Env)), limits: defaultLimits()}
	if err := r.checkBeforeGit(opt.AllowAlternates); err != nil {
		return nil, err
	}
	if err := git.checkIncludes(ctx, gitEnvironment(opt.Env), r.folder, r.store); err != nil {
		return nil, err
	}
	if err := r.identify(ctx, opt, found); err != nil {
		return nil, err
	}
	r.below = found.below(opt.Folder)
	return r, r.readState(ctx, found, opt.Folder)
}

// checkBeforeGit looks at what git will read, before it does.
func (r *Repository) checkBeforeGit(allowAlternates bool) error {
	var err error
	if r.store, err = storeOf(r.folder); err != nil {
		return err
	}
	if err := checkData(r.folder, r.store); err != nil {
		return err
	}
	if err := r.checkHead(); err != nil {
		return err
	}
	r.alternates, err = findAlternates(r.store, allowAlternates)
	return err
}

// identify lets git say whether it reads the repository, which depends on who owns it, and of what kind it is.
func (r *Repository) identify(ctx context.Context, opt Options, found place) error {
	answer, err := r.git.output(ctx, firstQuestion(opt.Folder, gitEnvironment(opt.Env)))
	if errors.Is(err, ErrForeignOwner) {
		if !r.git.isSafe(ctx, opt.Env, found.owned()) {
			return &ForeignOwnerError{Folder: found.owned()}
		}
		// Which settings make git accept a folder depends on its version. None asks for the owner of one that is named to it.
		answer, err = r.git.output(ctx, firstQuestion(r.folder, r.env))
	}
	if err != nil {
		return err
	}
	lines := strings.SplitN(strings.TrimSuffix(string(answer), "\n"), "\n", 3)
	if len(lines) != 3 || !slices.Contains([]string{"sha1", "sha256"}, lines[1]) {
		return fmt.Errorf("%w (the object format)", ErrUnsupported)
	}
	if !files.Same(filepath.FromSlash(lines[2]), r.folder) {
		return fmt.Errorf("%w (git takes another folder for it)", ErrNoRepository)
	}
	r.state.Shallow = lines[0] == "true"
	return nil
}

// firstQuestion asks about the repository that a folder is in.
func firstQuestion(folder string, env []string) question {
	return question{
		folder: folder, env: env, limit: brief,
		// The path comes last because it may contain a line feed.
		args: []string{"rev-parse", "--is-shallow-repository", "--show-object-format", "--absolute-git-dir"},
	}
}

// State returns what the repository says about itself.
func (r *Repository) State() State { return r.state }

// Below returns the name of the folder that was opened relative to the root of the repository, with slashes; "" for the
// root itself, and for a repository without a work tree.
func (r *Repository) Below() string { return r.below }

// Alternates returns the folders whose objects the repository borrows; none unless that was allowed.
func (r *Repository) Alternates() []string { return r.alternates }

// readState fills in the state, and refuses somebody else's repository.
func (r *Repository) readState(ctx context.Context, found place, named string) error {
	var own configuration
	var replaced []byte
	err := concurrent.Run(ctx,
		func(ctx context.Context) (err error) {
			own, err = r.readConfiguration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			replaced, err = r.askGit(ctx, "for-each-ref", "--count=1", "--format=%(objectname)", "refs/replace/")
			return err
		},
	)
	if err != nil {
		return err
	}
	if err := found.checkGitFile(own.worktree); err != nil {
		return err
	}
	r.state.Partial, r.state.Origin, r.state.Untagged = own.partial, own.origin != "", own.untagged
	r.state.Name = nameOf(own.origin)
	if r.state.Name == "" {
		r.state.Name = folderName(r.store, named)
	}
	r.state.Rewritten = len(replaced) > 0 || holdsText(filepath.Join(r.store, "info", "grafts"))
	return nil
}

// configuration is what the repository's own configuration says: where it came from, and where its work tree is.
type configuration struct {
	origin, worktree  string
	partial, untagged bool
}

func (r *Repository) readConfiguration(ctx context.Context) (configuration, error) {
	answer, err := r.askGit(ctx, "config", "--no-includes", "--null", "--get-regexp",
		`^(core\.worktree|extensions\.partialclone|remote\..*\.(url|promisor|partialclonefilter|tagopt))$`)
	var exit interface{ ExitCode() int }
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return configuration{}, nil
	}
	if err != nil {
		return configuration{}, err
	}
	var found configuration
	for entry := range bytes.SplitSeq(answer, []byte{0}) {
		key, value, _ := strings.Cut(string(entry), "\n")
		switch {
		case key == "":
		case key == "core.worktree":
			found.worktree = value
		case key == "remote.origin.url":
			found.origin = value
		case key == "remote.origin.tagopt":
			found.untagged = value == "--no-tags"
		case strings.HasSuffix(key, ".url"), strings.HasSuffix(key, ".tagopt"):
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
