package evidence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// services is a repository of two services: one change a day, every fifth of them to the ledger, by its own people. The
// shop is released with each of its changes; the ledger after the days 91, 182, 273 and 364, on commits of the shop.
func services(t testing.TB) *past {
	p := newPast(t)
	start := time.Unix(seconds(t, "2025-01-01"), 0).UTC()
	for i := 1; i <= 400; i++ {
		service := "shop"
		if i%5 == 0 {
			service = "ledger"
		}
		name := fmt.Sprintf("c%d", i)
		p.add(step{
			name: name, at: start.AddDate(0, 0, i).Format("2006-01-02 15:04"), message: fmt.Sprintf("Change %d (#%d)", i, i),
			by:    fmt.Sprintf("Dev %d of %s <%s%d@example.com>", i%4, service, service, i%4),
			files: map[string]string{service + "/f": fmt.Sprint(i), service + "/Dockerfile": "FROM scratch\n"},
		})
		if service == "shop" {
			p.light(fmt.Sprintf("shop@1.%d.0", i), name)
		}
		if i%91 == 0 {
			p.light(fmt.Sprintf("ledger@1.%d.0", i), name)
		}
	}
	return p
}

func ofLedger(o *Options) {
	o.Paths, o.Pattern = []string{"ledger"}, regexp.MustCompile("^ledger@")
}

// TestPath narrows a scan to one service, with its tags.
func TestPath(t *testing.T) {
	t.Parallel()
	s := services(t).scan(ofLedger)
	same(t, "releases", told(s.Releases.Events, s.Releases.Days, s.Releases.GapDays.Median, s.Releases.Last), "4 4 91 ledger@1.364.0")
	same(t, "since the last", told(s.Releases.SinceLast), "36")
	// 91 holds 5 to 90, the first release ever; 182 holds 95 to 180; 273 holds 185 to 270; 364 holds 275 to 360.
	same(t, "batch", told(s.Batch.Median, s.Batch.Max), "18 18")
	// The waits of 182 are 87, 82, ... 2 days, those of 273 are 88 ... 3, those of 364 are 89 ... 4.
	same(t, "lead", told(s.LeadTime.Mainline.N, s.LeadTime.Mainline.Median), "54 45.5")
	same(t, "unreleased", told(s.LeadTime.Unreleased.N, s.LeadTime.Unreleased.OldestDays), "8 35")
	same(t, "changes", told(s.Integration.Commits, s.Integration.ReviewedSingle, s.Reverts.Commits), "80 80 80")
	same(t, "people", told(s.People.Authors), "4")
	for _, signal := range s.Signals {
		for _, path := range signal.Paths {
			if filepath.Dir(path) != "ledger" {
				t.Errorf("%s lies outside of what was asked for", path)
			}
		}
	}
	if len(s.Signals) == 0 || len(s.Notes) == 0 || fmt.Sprint(s.Repository.Paths) != "[ledger]" {
		t.Errorf("%v %v %v", s.Signals, s.Notes, s.Repository.Paths)
	}
}

// TestPathOfEverything is the same as no path.
func TestPathOfEverything(t *testing.T) {
	t.Parallel()
	p := services(t)
	whole := p.scan()
	s := p.scan(func(o *Options) { o.Paths = []string{"shop", "ledger"} })
	s.Repository.Paths, s.Notes = whole.Repository.Paths, whole.Notes
	for i := range s.Signals {
		same(t, "signal", s.Signals[i].ID, whole.Signals[i].ID)
	}
	same(t, "releases", told(s.Releases.Events, s.Releases.GapDays.Median), told(whole.Releases.Events, whole.Releases.GapDays.Median))
	same(t, "batch", told(s.Batch.Median, s.Batch.Max), told(whole.Batch.Median, whole.Batch.Max))
	same(t, "lead", told(s.LeadTime.Mainline.N, s.LeadTime.Committer.Median), told(whole.LeadTime.Mainline.N, whole.LeadTime.Committer.Median))
	same(t, "people", told(s.People.Authors, s.Integration.Commits), told(whole.People.Authors, whole.Integration.Commits))
}

// TestPathMerges keeps the merges that brought something of the path, and no other.
func TestPathMerges(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	file := func(name string) map[string]string {
		return map[string]string{name + "/f": name + fmt.Sprint(len(p.marks))}
	}
	p.add(step{name: "a", at: "2026-01-01", files: file("ledger")})
	p.add(step{name: "b", at: "2026-01-02", on: "x", from: "a", files: file("ledger")})
	p.add(step{name: "c", at: "2026-01-03", on: "y", from: "a", files: file("shop")})
	p.add(step{name: "m1", at: "2026-01-04", merge: []string{"b"}, files: file("ledger")})
	p.add(step{name: "m2", at: "2026-01-05", merge: []string{"c"}, files: file("shop")})
	p.add(step{name: "d", at: "2026-01-06", files: file("shop")})
	s := p.scan(func(o *Options) { o.Paths = []string{"ledger"} })
	same(t, "arrivals", told(s.Integration.Commits, s.Integration.Merges, s.Integration.Plain), "2 1 1")
	same(t, "commits", told(s.Reverts.Commits), "2")
	same(t, "branch", told(s.Integration.BranchLife.N, s.Integration.BranchLife.Median), "1 2")
}

// TestPathOfNothing is a mistake of whoever asked.
func TestPathOfNothing(t *testing.T) {
	t.Parallel()
	p := services(t)
	p.build()
	repo := openPast(t, p.dir)
	for _, path := range []string{"nothing", "led", "ledger/f/g", "*"} {
		if _, err := Collect(t.Context(), repo, Options{Paths: []string{path}}); !errors.Is(err, ErrPath) {
			t.Errorf("%s: %v, want %v", path, err, ErrPath)
		}
	}
	_, err := Collect(t.Context(), repo, Options{Paths: []string{"ledger", "legder", "shop"}})
	if !errors.Is(err, ErrPath) || !strings.HasPrefix(err.Error(), "legder: ") {
		t.Errorf("one of several: %v", err)
	}
	if _, err := Collect(t.Context(), repo, Options{Paths: []string{"ledger", "shop"}}); err != nil {
		t.Errorf("two paths: %v", err)
	}
}

// TestPathWithoutTrees says what is missing.
func TestPathWithoutTrees(t *testing.T) {
	t.Parallel()
	p := services(t)
	p.git("config", "uploadpack.allowFilter", "true")
	dir := filepath.Join(t.TempDir(), "partial")
	p.run(p.dir, "", "clone", "--quiet", "--bare", "--filter=tree:0", "file://"+p.dir, dir)
	s, err := Collect(t.Context(), openPast(t, dir), Options{Paths: []string{"ledger"}})
	if err != nil {
		t.Fatal(err)
	}
	noHistory(t, s, "trees are missing")
}

func openPast(t testing.TB, dir string) *gitrepo.Repository {
	t.Helper()
	repo, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: dir, Env: os.Getenv})
	if err != nil {
		t.Fatal(err)
	}
	return repo
}

func TestParsePath(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"services/ledger": "services/ledger", "./services//ledger/": "services/ledger", `services\ledger`: "services/ledger", "a/../b": "b",
		"": "", ".": "", "/etc": "", "..": "", "../x": "", "a/../..": "",
	} {
		if got, err := ParsePath(text); got != want || (err != nil) != (want == "") {
			t.Errorf("%q is %q (%v), want %q", text, got, err, want)
		}
	}
}
