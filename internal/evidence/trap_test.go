package evidence

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
)

// TestSameFindingsFromEverywhere: how a repository lies on the disk, and in what form its objects are, changes no finding.
func TestSameFindingsFromEverywhere(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "files", at: "2026-03-02", files: map[string]string{"Jenkinsfile": "x", ".mailmap": "Ada L <ada@example.com>\n"}})
	want := findingsAt(t, p, func(string) string { return p.dir })
	for name, place := range map[string]func(dir string) string{
		"an ordinary clone": func(dir string) string {
			p.run(p.dir, "", "clone", "--quiet", ".", dir)
			return dir
		},
		"a folder below": func(dir string) string {
			p.run(p.dir, "", "clone", "--quiet", ".", dir)
			below := filepath.Join(dir, "a", "b")
			if err := os.MkdirAll(below, 0o755); err != nil {
				t.Fatal(err)
			}
			return below
		},
		"a detached head": func(dir string) string {
			p.run(p.dir, "", "clone", "--quiet", ".", dir)
			p.run(dir, "", "checkout", "--quiet", "--detach")
			return dir
		},
		"a linked work tree": func(dir string) string {
			p.run(p.dir, "", "clone", "--quiet", ".", dir)
			p.run(dir, "", "worktree", "add", "--quiet", "--detach", dir+".linked")
			return dir + ".linked"
		},
		"a submodule": func(dir string) string {
			p.run(os.TempDir(), "", "init", "--quiet", dir)
			p.run(dir, "", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", p.dir, "inner")
			return filepath.Join(dir, "inner")
		},
		"packed": func(dir string) string {
			p.run(p.dir, "", "clone", "--quiet", "--bare", ".", dir)
			p.run(dir, "", "gc", "--quiet")
			return dir
		},
	} {
		if diff := cmp.Diff(want, findingsAt(t, p, place)); diff != "" {
			t.Errorf("%s (-bare +this):\n%s", name, diff)
		}
	}
}

// findingsAt are all findings but for the name of what was checked out.
func findingsAt(t *testing.T, p *past, place func(dir string) string) string {
	t.Helper()
	p.build()
	s := scanOf(t, place(filepath.Join(t.TempDir(), "shop")))
	s.Repository.Ref = nil
	var text bytes.Buffer
	if err := report.Encode(&text, s); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestRevertsByGit takes a change back, and takes that back, as git itself writes it: the first is a revert, and the second is
// none, whether git calls it Reapply, as it does since 2.43, or Revert "Revert.
func TestRevertsByGit(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "wrong", at: "2026-03-02", files: map[string]string{"file": "wrong"}})
	p.build()
	dir := filepath.Join(t.TempDir(), "clone")
	p.run(p.dir, "", "clone", "--quiet", ".", dir)
	p.run(dir, "", "config", "user.name", "Ada")
	p.run(dir, "", "config", "user.email", "ada@example.com")
	for _, want := range []string{"62 1", "63 1"} {
		p.run(dir, "", "revert", "--no-edit", "HEAD")
		s := scanOf(t, dir, asOf(t, "2026-12-31"))
		same(t, p.run(dir, "", "log", "-1", "--format=%s"), told(s.Reverts.Commits, s.Reverts.Strict), want)
	}
}

// TestBehindAnOldDate: a commit behind one whose clock was years late is in the window all the same. git log --since stops there.
func TestBehindAnOldDate(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "c2", at: "2026-01-02"},
		step{name: "late", at: "2003-01-01"},
		step{name: "c3", at: "2026-01-03"},
	)
	s := p.scan()
	same(t, "commits", told(s.Reverts.Commits, s.Integration.Commits, s.Skew.ChildOlder), "3 3 1")
	same(t, "git log --since", p.git("log", "--format=%s", "--since=2024-01-01"), "c3")
}

// TestNamesLikeOptions of tags, branches and files are names.
func TestNamesLikeOptions(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "files", at: "2026-03-02", files: map[string]string{"--help": "x", "-rf/Jenkinsfile": "x", "-/--upload-pack=x.tf": "x"}})
	p.build()
	for _, name := range []string{"--all", "-v9.0.0", "--exec=touch", "-"} {
		p.git("update-ref", "refs/tags/"+name, "refs/heads/main")
		p.git("update-ref", "refs/heads/"+name, "refs/heads/main")
	}
	p.git("symbolic-ref", "HEAD", "refs/heads/--all")
	s := p.scan()
	same(t, "head", told(s.Repository.Ref, s.Tags.Total, s.Tags.Stable, s.Tags.Other, s.Releases.Last), "refs/heads/--all 12 9 3 -v9.0.0")
	if diff := cmp.Diff([]string{"ci.jenkins 1 -rf/Jenkinsfile", "iac.terraform 1 -/--upload-pack=x.tf"}, found(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNamesWithControls: git refuses such names of refs when it makes them, and a repository can have them all the same.
func TestNamesWithControls(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "c", at: "2026-03-02", by: "Ev\x1b[31mil [bot] <evil\x07@example.com>"})
	fmt.Fprintf(&p.stream, "commit refs/heads/main\nmark :%d\ncommitter A <a@x> 1772539200 +0000\ndata 1\nx\nfrom :%d\n", 99, p.mark("c"))
	p.stream.WriteString("M 100644 inline \"Jenkinsfile.\\033[2J\"\ndata 1\nx\n\n")
	p.build()
	head := p.git("rev-parse", "main")
	packed := "# pack-refs with: peeled fully-peeled sorted \n" + head + " refs/tags/v9\x1b[31m.0.0\n"
	if err := os.WriteFile(filepath.Join(p.dir, "packed-refs"), []byte(packed), 0o644); err != nil {
		t.Fatal(err)
	}
	s := p.scan()
	same(t, "releases", told(s.Releases.Events), "8")
	same(t, "bots", fmt.Sprintf("%q", s.People.Bots), `["Ev\x1b[31mil [bot]"]`)
	var text bytes.Buffer
	if err := report.Encode(&text, s); err != nil {
		t.Fatal(err)
	}
	if at := strings.IndexFunc(text.String(), func(r rune) bool { return r < ' ' && r != '\n' }); at >= 0 {
		t.Errorf("a control character is written as it is: %q", text.String()[at:at+20])
	}
}
