package evidence

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// TestReleaseCommitsWaitForNothing leaves them out of waits and batches: two changes, or one, wait three days for a
// commit that a program makes and tags a minute later.
func TestReleaseCommitsWaitForNothing(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	at := time.Unix(seconds(t, "2026-01-01"), 0).UTC()
	when := func(hours int) string { return at.Add(time.Duration(hours) * time.Hour).Format("2006-01-02 15:04") }
	p.add(step{name: "c0", at: when(0)})
	p.light("v1.0.0", "c0")
	for r := range 40 {
		for k := range 1 + (r+1)%2 {
			p.add(step{name: fmt.Sprint("c", r, ".", k), at: when(72*r + k + 1), message: fmt.Sprintf("fix: %c", 'a'+(r+k)%26)})
		}
		name := fmt.Sprint("r", r)
		p.add(step{name: name, at: when(72 * (r + 1)), message: fmt.Sprintf("chore(main): release 1.%d.0 (#9%d)", r+1, r)})
		p.tag(fmt.Sprintf("v1.%d.0", r+1), name, at.Add(time.Duration(72*(r+1))*time.Hour+time.Minute).Format("2006-01-02 15:04"))
	}
	s := p.scan()
	// Forty changes wait 71 hours and a minute, twenty 70 hours and a minute.
	same(t, "waits", told(s.LeadTime.Mainline.N, s.LeadTime.Mainline.Median, s.LeadTime.Mainline.P25), "60 2.959 2.9174")
	same(t, "batch", told(s.Batch.Median, s.Batch.P90, s.Batch.Max), "1.5 2 2")
}

// TestReleaseCommitsBeforeTheWindow are left out too: the next version was set long before its release.
func TestReleaseCommitsBeforeTheWindow(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c0", at: "2023-06-01"})
	p.light("v1.0.0", "c0")
	p.add(
		step{name: "c1", at: "2023-06-02", message: "Set version to 1.1.0-dev"}, step{name: "c2", at: "2023-06-03", message: "Fix"},
		step{name: "c3", at: "2025-12-01", message: "Mend"},
	)
	p.light("v1.1.0", "c3")
	s := p.scan()
	same(t, "waits", told(s.LeadTime.Mainline.N, s.LeadTime.Committer.N, s.Batch.Max), "1 1 1")
}

// TestEachChangeIsReleased at once: then the tagged commit is the change, and it waited for nothing.
func TestEachChangeIsReleased(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 40)
	for i := range 40 {
		p.light(fmt.Sprintf("v1.%d.0", i), fmt.Sprint("c", i+1))
	}
	s := p.scan()
	same(t, "waits", told(s.LeadTime.Mainline.N, s.LeadTime.Mainline.Median), "39 0")
	same(t, "batch", told(s.Batch.Median, s.Batch.Max, s.Batch.People.Releases), "1 1 39")
}

// TestBatchOfPeople counts what programs put into a release apart, and leads where they wrote a third.
func TestBatchOfPeople(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	bot := "renovate[bot] <bot@example.com>"
	n := 0
	add := func(by, message string) string {
		n++
		name := fmt.Sprint("c", n)
		p.add(step{
			name: name, at: time.Unix(seconds(t, "2026-01-01"), 0).UTC().Add(time.Duration(n) * time.Hour).Format("2006-01-02 15:04"),
			by: by, message: message,
		})
		return name
	}
	p.light("v1.0.0", add("", "start"))
	for r := range 8 {
		for k := range 12 {
			add(bot, fmt.Sprintf("Update %c", 'a'+k))
		}
		if r < 6 {
			add("", fmt.Sprintf("Feature %c", 'a'+r))
		}
		p.light(fmt.Sprintf("v1.%d.0", r+1), add("", fmt.Sprintf("Release 1.%d.0", r+1)))
	}
	s := p.scan()
	same(t, "all", told(s.Batch.Median, s.Batch.Max), "13 13")
	same(t, "people", told(s.Batch.People.Releases, s.Batch.People.Median, s.Batch.People.Changes), "6 1 1")
	f, err := s.Figure("batch.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(f.Value, f.N, f.Trust, f.Text), "1 6 usable A release holds one commit by people (median).")
}

// TestBatchBetweenMinors counts what came out in patches as well, and agrees with those who say how much an x.y.0 holds.
func TestBatchBetweenMinors(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	n := 0
	for _, version := range []string{"1.0.0", "1.0.1", "1.0.2", "1.1.0", "1.1.1", "1.1.2", "1.2.0"} {
		for range 3 {
			p.add(step{name: fmt.Sprint("c", n), at: time.Unix(seconds(t, "2026-01-01")+int64(n)*day, 0).UTC().Format("2006-01-02 15:04")})
			n++
		}
		p.light("v"+version, fmt.Sprint("c", n-1))
	}
	s := p.scan()
	// The commit with the tag is the release itself.
	same(t, "a release", told(s.Batch.Median), "2")
	same(t, "an x.y.0", told(s.Batch.Minor.Releases, s.Batch.Minor.Median), "2 6")
	f, err := s.Figure("batch.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(f.Most, f.MostIs), "6 counted from one minor version to the next, it is more")
}

// TestMergesOfManyCommits are one change each.
func TestMergesOfManyCommits(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "m0", at: "2026-01-01"})
	p.light("v1.0.0", "m0")
	for i := range 8 {
		day := fmt.Sprintf("2026-02-%02d ", i+1)
		for k := range 12 {
			from := ""
			if k == 0 {
				from = fmt.Sprint("m", i)
			}
			p.add(step{name: fmt.Sprint("b", i, ".", k), on: fmt.Sprint("b", i), from: from, at: day + fmt.Sprintf("%02d:00", k)})
		}
		p.add(step{name: fmt.Sprint("m", i+1), on: "main", merge: []string{fmt.Sprint("b", i, ".11")}, at: day + "18:00"})
		p.light(fmt.Sprintf("v1.%d.0", i+1), fmt.Sprint("m", i+1))
	}
	f, err := p.scan().Figure("batch.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(f.Value, f.Least), "12 1")
}

// TestRebasedTogether counts as one change what a rebase put on the main branch within a minute.
func TestRebasedTogether(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c0", at: "2026-01-01"})
	p.light("v1.0.0", "c0")
	for i := range 8 {
		for k := range 9 {
			for part := range 10 {
				at := fmt.Sprintf("2026-02-%02d %02d:00", i+1, k+1)
				p.add(step{name: fmt.Sprint("c", i, ".", k, ".", part), at: at, message: fmt.Sprintf("part %c", 'a'+part)})
			}
		}
		p.light(fmt.Sprintf("v1.%d.0", i+1), p.heads["main"])
	}
	f, err := p.scan().Figure("batch.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figure", told(f.Value, f.Least), "89 9")
}

// TestReleaseSubjects reads what people and programs call the commit of a release.
func TestReleaseSubjects(t *testing.T) {
	t.Parallel()
	some, _ := gitrepo.ParseHash([]byte(strings.Repeat("1", 40)))
	own := &ownVersions{tags: parseNames([]gitrepo.Tag{{Name: "shop-0.9", Commit: some}, {Name: "v1.2.0", Commit: some}}, nil)}
	for subject, want := range map[string]bool{
		"chore(main): release 1.2.0":                 true,
		"chore(main): release shop 1.2.0 (#12)":      true,
		"chore(release): 1.2.0 [skip ci]":            true,
		"v1.2.3":                                     true,
		"1.2.3-rc.1":                                 true,
		"shop@1.2.3":                                 true,
		"Release v1.2":                               true,
		"release: v1.2.0":                            true,
		"Version Packages (#7)":                      true,
		"Bump version to 1.2.0":                      true,
		"Bump version: 1.2.0 → 1.3.0":                true,
		"bump to 1.2.0":                              true,
		"[maven-release-plugin] prepare release 1.2": true,
		"[maven-release-plugin] prepare for next development iteration": true,
		"*: cut v1.2.0 (#7)":                  true,
		"chore: bump version to 1.2.0":        true,
		"Update to 1.42":                      false, // what it uses: its own version is 1.2.0
		"Bump to v2.0.0 (#7)":                 false,
		"Update to 1.2 (#7)":                  true,
		"Bump version.":                       true,
		"Increment version number.":           true,
		"update versions":                     true,
		"Bump left-pad from 1.2.0 to 1.3.0":   false,
		"vendor: example.com/left-pad@v1.3.0": false,
		":arrow_up: left-pad@1.3.0":           false,
		"Update left-pad@1.3.0":               false,
		"[left-pad] Update 1.2.0 to v1.3.0":   false,
		".python-version: bump to 3.13":       false,
		"l10n: fr: v1.2.0":                    false,
		"chore(deps): bump to 1.3.0":          false,
		"Update 1.2 roadmap":                  false,
		"Update version_added":                false,
		"Update version constraints":          false,
		"Update versions in the readme":       false,
		"chore(deps): bump left-pad to 1.3.0": false,
		"Update version of left-pad":          false,
		"Release the lock after use":          false,
		"Release notes for 1.2.0":             false,
		"Fix 1.2.3":                           false,
		"1.2.0 is broken, mend it":            false,
		"":                                    false,
		"[]":                                  false,
	} {
		if got := isReleaseSubject([]byte(subject), own); got != want {
			t.Errorf("%q: %t, want %t", subject, got, want)
		}
	}
}
