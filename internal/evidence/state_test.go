package evidence

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// released is an ordinary history with enough releases to conclude something.
func released(t testing.TB) *past {
	p := newPast(t)
	p.line("c", "2026-01-01", 60)
	for i := range 8 {
		p.light(fmt.Sprintf("v1.%d.0", i), fmt.Sprintf("c%d", 1+7*i))
	}
	return p
}

func TestWholeHistory(t *testing.T) {
	t.Parallel()
	s := released(t).scan()
	c := s.conclusion(t, "release_cadence")
	same(t, "cadence", string(c.Trust)+" "+c.Text, "few There were 8 releases on 8 days in 59 days.")
	same(t, "repository", told(s.Repository.Shallow, s.Repository.Partial, s.Repository.Ref), "false false refs/heads/main")
}

// TestShallow concludes nothing from history that was cut off, and shows no figures from it, although tags are there.
func TestShallow(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.build()
	dir := filepath.Join(t.TempDir(), "shallow")
	p.run(p.dir, "", "clone", "--quiet", "--depth=12", "file://"+p.dir, dir)
	s := scanOf(t, dir)
	if !s.Repository.Shallow || *s.Tags.Total == 0 {
		t.Errorf("%+v %s: this test needs a shallow clone with tags", s.Repository, told(s.Tags.Total))
	}
	noHistory(t, s, "shallow")
	if s.Signals == nil {
		t.Error("the files are all here, but were not looked at")
	}
}

// noHistory holds that nothing was computed from the history, and that every conclusion says why.
func noHistory(t *testing.T, s *Scan, because string) {
	t.Helper()
	same(t, "history", told(
		s.Releases.Events, s.Releases.GapDays, s.LeadTime.Mainline.Spread, s.LeadTime.Unreleased.N, s.Batch.Max, s.Reverts.Commits,
		s.Hotfix.MinorReleases, s.Integration.Commits, s.People.Authors, s.Skew.ChildOlder,
	), "- n=-(- - - -) n=-(- - - -) - - - - - - -")
	if s.Releases.Series != nil || s.People.Bots != nil {
		t.Errorf("lists that were not computed are not null: %v %v", s.Releases.Series, s.People.Bots)
	}
	for _, c := range s.Conclusions {
		if c.Trust != None || !strings.Contains(told(c.Reason), because) {
			t.Errorf("%s is %s because %s", c.ID, c.Trust, told(c.Reason))
		}
	}
	if len(s.Conclusions) == 0 {
		t.Error("there are no conclusions")
	}
}

// TestPartial concludes the same as from the whole repository, since all commits are here.
func TestPartial(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "last", at: "2026-03-01", files: map[string]string{"Dockerfile": "FROM scratch"}})
	p.git("config", "uploadpack.allowFilter", "true")
	dir := filepath.Join(t.TempDir(), "partial")
	p.run(p.dir, "", "clone", "--quiet", "--bare", "--filter=tree:0", "file://"+p.dir, dir)
	s, whole := scanOf(t, dir), p.scan()
	same(t, "releases", told(s.Repository.Partial, s.Releases.Events), "true 8")
	for i, c := range s.Conclusions {
		if want := whole.Conclusions[i]; c.ID != want.ID || c.Trust != want.Trust || c.Text != want.Text {
			t.Errorf("%+v, want %+v", c, want)
		}
	}
	if s.Signals != nil || len(s.Notes) != 1 {
		t.Errorf("trees are missing: %v %v", s.Signals, s.Notes)
	}
}

// TestRewritten reads what was written, but trusts nothing where something else is shown.
func TestRewritten(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.git("replace", p.git("rev-parse", "HEAD"), p.git("rev-parse", "HEAD~30"))
	s := p.scan()
	same(t, "releases", told(s.Releases.Events, s.Releases.Last), "8 v1.7.0")
	same(t, "trust", string(s.conclusion(t, "release_cadence").Trust), "none")
}

func TestMissingCommit(t *testing.T) {
	t.Parallel()
	p := released(t)
	old := p.git("rev-parse", "HEAD~20")
	if err := os.Remove(filepath.Join(p.dir, "objects", old[:2], old[2:])); err != nil {
		t.Skipf("the commit is not where it was expected: %v", err)
	}
	s := p.scan()
	noHistory(t, s, "missing")
	same(t, "tags", told(s.Tags.Total), "8")
}

// TestMissingTag leaves out the tags that lead to something missing, and says so; everything else is concluded as without them.
func TestMissingTag(t *testing.T) {
	t.Parallel()
	missing := strings.Repeat("ab", 20)
	for name, breakTag := range map[string]func(*past) string{
		"a name of nothing": func(*past) string { return missing },
		"an object that names nothing": func(p *past) string {
			text := "object " + missing + "\ntype commit\ntag v9.0.0\ntagger A <a@example.com> 1767225600 +0000\n\nm\n"
			return p.run(p.dir, text, "hash-object", "-t", "tag", "-w", "--stdin", "--literally")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := released(t)
			p.git("tag", "--annotate", "--message", "m", "v0.0.1", "HEAD~50")
			whole := p.scan()
			object := breakTag(p)
			if err := os.WriteFile(filepath.Join(p.dir, "refs", "tags", "v9.0.0"), []byte(object+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			s := p.scan()
			same(t, "note", told(s.Notes[0]), "Left out, because objects are missing or damaged: the tag v9.0.0. git fsck tells which objects.")
			s.Notes = whole.Notes
			same(t, "figures", asJSON(t, s), asJSON(t, whole))
		})
	}
}

func asJSON(t *testing.T, s *Scan) string {
	t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEmpty(t *testing.T) {
	t.Parallel()
	s := newPast(t).scan()
	noHistory(t, s, "no commits")
	same(t, "repository", told(s.Repository.Head, s.Repository.AsOf, s.Repository.Ref, s.Tags.Total), "- - - -")
}

// TestTagsWereNotFetched is suspected where a change log lists versions that no tag stands for.
func TestTagsWereNotFetched(t *testing.T) {
	t.Parallel()
	for log, want := range map[string]string{
		"# Changes\n\n## [1.1.0] - 2026\n\n* x\n\n## [1.0.0]\n": "a change log lists versions, but there are no tags: they were not fetched; git fetch --tags brings them",
		"# Changes\n\nNothing yet.\n":                           "there are no tags here; if there are some elsewhere, git fetch --tags brings them",
		"v1.0.0 is the first and 2.0 will be the next\n":        "there are no tags here; if there are some elsewhere, git fetch --tags brings them",
	} {
		p := newPast(t)
		p.add(step{name: "c1", at: "2026-01-01", files: map[string]string{"CHANGELOG.md": log}})
		same(t, "reason", told(p.scan().conclusion(t, "release_cadence").Reason), want)
	}
}

// TestRef looks at a branch other than the one that is checked out.
func TestRef(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "old", on: "stable", from: "c10", at: "2026-01-20"})
	s := p.scan(func(o *Options) { o.Ref = "stable" })
	same(t, "as of", told(s.Repository.Ref, s.Repository.AsOf, s.Reverts.Commits), "refs/heads/stable 2026-01-20T12:00:00Z 11")
	same(t, "releases", told(s.Releases.Events, s.Releases.Later), "3 5")
}

// TestProgress is told of long work only.
func TestProgress(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.scan(func(o *Options) {
		o.Progress = func(what string, count int) { t.Errorf("%d %s are nothing to tell of", count, what) }
	})
	var r reading
	var got []string
	r.Progress = func(what string, count int) { got = append(got, fmt.Sprint(count, what)) }
	for i := range 10_000 {
		r.reportProgress(" commits", i+1)
	}
	same(t, "progress", fmt.Sprint(got), "[4096 commits 8192 commits]")
}

// TestOddFormats reads repositories with longer hashes.
func TestOddFormats(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.build()
	dir := filepath.Join(t.TempDir(), "sha256")
	p.run(p.dir, "", "init", "--quiet", "--bare", "--object-format=sha256", "--initial-branch=main", dir)
	p.run(dir, p.stream.String(), "fast-import", "--quiet", "--done", "--date-format=raw")
	s := scanOf(t, dir)
	same(t, "releases", told(s.Releases.Events, len(*s.Repository.Head)), "8 64")
	if _, ok := gitrepo.ParseHash([]byte(*s.Repository.Head)); !ok {
		t.Errorf("%s is no hash", *s.Repository.Head)
	}
}

// TestOneFetchedTag of many: a checkout for a release fetches its own only.
func TestOneFetchedTag(t *testing.T) {
	t.Parallel()
	p := released(t)
	p.add(step{name: "log", at: "2026-03-01", files: map[string]string{"README.md": "v1.0.0"}})
	p.build()
	clone := func(args ...string) string {
		dir := filepath.Join(t.TempDir(), "clone")
		p.run(p.dir, "", append(append([]string{"clone", "--quiet"}, args...), "file://"+p.dir, dir)...)
		return dir
	}
	untagged, fetched, one, later := clone("--no-tags"), clone("--no-tags"), clone(), clone("--no-tags")
	p.run(fetched, "", "fetch", "--quiet", "origin", "tag", "v1.4.0")
	p.run(later, "", "fetch", "--quiet", "--tags")
	for i := range 7 {
		p.run(one, "", "tag", "--delete", fmt.Sprintf("v1.%d.0", i))
	}
	const without = "none the clone was made without tags; git fetch --tags brings them"
	for dir, want := range map[string]string{
		untagged: without,
		fetched:  without,
		one:      "none there is one tag here; if there are more elsewhere, git fetch --tags brings them",
		later:    "few there are only 8 release days; 11 would be enough",
	} {
		c := scanOf(t, dir).conclusion(t, "release_cadence")
		same(t, "reason", string(c.Trust)+" "+told(c.Reason), want)
	}
	logged := newPast(t)
	logged.add(step{name: "c1", at: "2026-01-01", files: map[string]string{"CHANGELOG.md": "## 1.1.0\n\n## 1.0.0\n"}})
	logged.light("v1.1.0", "c1")
	same(t, "reason", told(logged.scan().conclusion(t, "release_cadence").Reason),
		"a change log lists versions, but there is one tag: the others were not fetched; git fetch --tags brings them")
}

// TestEmptyWithRemote says how to get the commits.
func TestEmptyWithRemote(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.git("config", "remote.origin.url", "https://example.com/shop.git")
	noHistory(t, p.scan(), "the repository has no commits yet; git fetch origin brings those of its remote")
}

// TestPatternOfNoTag is told from a repository without releases.
func TestPatternOfNoTag(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c1", at: "2026-01-01"})
	p.light("v1.1.0", "c1")
	s := p.scan(pattern("^ledger@"))
	same(t, "reason", told(s.conclusion(t, "release_cadence").Reason), "no tag matches --tag-pattern")
}

// TestClockOfTheNewestCommit is said first: the window counts back from it.
func TestClockOfTheNewestCommit(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c1", at: "2026-01-10"})
	for now, want := range map[string]string{
		"2026-01-08 11:59": "[The newest commit is dated 2026-01-10, which is in the future; --as-of 2026-01-08 leaves it out.]",
		"2026-01-09 12:00": "[]",
		"2028-01-10":       "[]",
		"2028-01-11":       "[The newest commit is of 2026-01-10, and the figures are about the time before it, not about today.]",
	} {
		s := p.scan(func(o *Options) { o.Now = seconds(t, now) })
		same(t, now, fmt.Sprint(s.Notes), want)
		same(t, now+", said first", "["+s.Repository.Clock+"]", want)
	}
}
