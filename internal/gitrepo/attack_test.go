package gitrepo_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// attack is a repository made by a stranger.
type attack struct {
	name string
	// make turns an ordinary repository into the hostile one.
	make func(a arena)
	// want is the error of the first question that is refused; nil where all are answered, as by any other repository.
	want error
	// proof is a command of git that runs the payload, and so shows that it can be run; nil where no command can without a terminal
	// or a network.
	proof []string
	input string
	// allowed: objects of other stores are read.
	allowed bool
}

// arena is an attacked place: a repository, a payload that leaves a mark when it runs, and things outside that are nobody's
// business.
type arena struct {
	fixture
	trap
	// secret is a file, private a repository; both hold the text leak.
	secret  string
	private fixture
}

// errAny stands for some error: which one depends on the version of git.
var errAny = errors.New("any error")

// leak is what must never be read.
const leak = "ghp_SECRET"

// TestHostileRepositories asks everything of each hostile repository: nothing runs, nothing outside is read or printed, and
// each question ends, with an answer or with an error that is known.
func TestHostileRepositories(t *testing.T) {
	t.Parallel()
	attacks := slices.Concat(programAttacks(), outsideAttacks(), endlessAttacks())
	const enough = 40
	if len(attacks) < enough {
		t.Errorf("there are %d hostile repositories, want %d at least", len(attacks), enough)
	}
	template, private := newFixture(t), newFixture(t)
	template.write("file", "text\n")
	template.write(".mailmap", "Ada <ada@example.com>\n")
	template.commit("first")
	template.git("tag", "--annotate", "--message", "m", "v1.0.0")
	template.commit("second")
	private.write("file", leak)
	private.commit(leak)
	for _, one := range attacks {
		t.Run(one.name, func(t *testing.T) {
			t.Parallel()
			a := arena{fixture: fixture{t: t, dir: filepath.Join(t.TempDir(), "shop")}, trap: newTrap(t), private: private.at(private.dir)}
			a.secret = filepath.Join(t.TempDir(), "token")
			a.private.t = t
			if err := errors.Join(os.CopyFS(a.dir, os.DirFS(template.dir)), os.WriteFile(a.secret, []byte(leak+"\n"), 0o644)); err != nil {
				t.Fatal(err)
			}
			one.make(a)
			a.sprung()
			one.check(t, a)
		})
	}
}

// check asks everything of the repository.
func (one *attack) check(t *testing.T, a arena) {
	t.Helper()
	// No honest machine needs so long.
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var told strings.Builder
	repo, err := gitrepo.Open(ctx, gitrepo.Options{Folder: a.dir, Env: os.Getenv, AllowAlternates: one.allowed})
	if err == nil {
		repo.Limit(1000, 100, 1000)
		err = tell(ctx, repo, &told)
	}
	if (err == nil) != (one.want == nil) || !errors.Is(one.want, errAny) && !errors.Is(err, one.want) {
		t.Errorf("%v, want %v", err, one.want)
	}
	if hit := a.sprung(); hit != "" {
		t.Errorf("the payload ran: %s", hit)
	}
	if text := fmt.Sprint(told.String(), err); strings.Contains(text, leak) {
		t.Errorf("what lies outside was read:\n%s", text)
	}
	if one.proof == nil {
		return
	}
	_, _ = a.try(one.input, one.proof...)
	a.allProtocols(one.proof...)
	if a.sprung() == "" {
		t.Error("the payload cannot run at all: this test holds nothing")
	}
}

// tell asks everything, also about the branches and the tags, and writes down the answers. The error is that of the first question that
// is refused.
func tell(ctx context.Context, repo *gitrepo.Repository, told *strings.Builder) error {
	fmt.Fprintln(told, repo.State(), repo.Below())
	head, err := repo.Resolve(ctx, "")
	if err != nil {
		return err
	}
	tags, err := repo.Tags(ctx)
	if err == nil {
		err = repo.DescribeTags(ctx, tags)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(told, head.Ref, tags)
	from := []gitrepo.Hash{head.Commit}
	for _, tag := range tags {
		from = append(from, tag.Object)
	}
	if err := repo.EachCommit(ctx, from, func(c *gitrepo.Commit) error {
		fmt.Fprintf(told, "%s %s <%s> %s\n", c.Hash, c.Name, c.Email, c.Message)
		return nil
	}); err != nil {
		return err
	}
	if err := repo.EachTouching(ctx, from, []string{"file"}, func(gitrepo.Hash) error { return nil }); err != nil {
		return err
	}
	return tellFiles(ctx, repo, head.Commit, told)
}

func tellFiles(ctx context.Context, repo *gitrepo.Repository, commit gitrepo.Hash, told *strings.Builder) error {
	var contents []gitrepo.Hash
	var mailmap gitrepo.Hash
	if err := repo.EachFile(ctx, commit, func(file *gitrepo.File) error {
		contents = append(contents, file.Content)
		if string(file.Path) == ".mailmap" && !file.Link {
			mailmap = file.Content
		}
		fmt.Fprintf(told, "%s\n", file.Path)
		return nil
	}); err != nil {
		return err
	}
	const largest, total = 1 << 20, 1 << 22
	if err := repo.EachContent(ctx, contents, largest, total, func(_ int, content []byte) error {
		told.Write(content)
		return nil
	}); err != nil || mailmap.IsZero() {
		return err
	}
	people, err := repo.Mailmap(ctx, mailmap, []gitrepo.Identity{{Name: "ada", Email: "ada@example.com"}})
	fmt.Fprintln(told, people)
	return err
}

// isWindows reports whether there are no pipes and shell scripts.
func isWindows() bool { return runtime.GOOS == "windows" }
