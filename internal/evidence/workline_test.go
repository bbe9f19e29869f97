package evidence

import (
	"fmt"
	"testing"
	"time"
)

// flow makes a history in which a branch collects reviewed work day by day, and main takes it every so many days.
func flow(p *past, branch string, cycles, days int) {
	start := time.Unix(seconds(p.t, "2024-01-01"), 0).UTC()
	date := func(day int, clock string) string {
		return start.AddDate(0, 0, day).Format(time.DateOnly) + " " + clock
	}
	p.add(step{name: "start", at: date(0, "12:00")})
	p.light("v1.0.0", "start")
	before := "start"
	for cycle := range cycles {
		for day := range days {
			at := cycle*days + day + 1
			name := fmt.Sprint("w", at)
			p.add(step{name: name, on: branch, from: before, at: date(at, "12:00"), message: fmt.Sprintf("Change %c (#%d)", 'a'+day, at)})
			before = name
		}
		release := fmt.Sprint("m", cycle)
		p.add(step{
			name: release, merge: []string{before}, at: date((cycle+1)*days, "13:00"), message: "Merge branch '" + branch + "'",
		})
		p.light(fmt.Sprintf("v1.%d.0", cycle+1), release)
	}
}

// TestGitFlow reads how changes arrive on the branch that collects them, not on a main branch that holds releases only.
func TestGitFlow(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	flow(p, "develop", 14, 28)
	s := p.scan()
	same(t, "branch", told(s.Integration.WorkBranch), "develop")
	// The change of day k of 28 waits 28-k days and an hour: 13.5 days and an hour in the middle.
	same(t, "wait", told(s.LeadTime.Mainline.N, s.LeadTime.Mainline.Median), "392 13.5417")
	same(t, "batch", told(s.Batch.Median), "28")
	same(t, "arrivals", told(s.Integration.Commits, s.Integration.Merges, s.Integration.ReviewedSingle, s.Integration.Plain), "393 0 392 1")
	same(t, "branch life", told(s.conclusion(t, "branch_life").Trust), "none")
	same(t, "lead time", s.conclusion(t, "lead_time").Text,
		"A change on the branch develop waits 14 days for its release (median of 392 changes, half of them between 6.8 and 20 days).")
	same(t, "note", s.Notes[0],
		"The main branch mostly takes merges of develop, so changes are those of that branch; --ref develop looks at the branch itself.")
}

// TestGitFlowOfAnyName is known by what the merged branch holds, where main holds releases.
func TestGitFlowOfAnyName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"ongoing": "", "release/1": "", "next": "next"} {
		p := newPast(t)
		flow(p, name, 5, 10)
		s := p.scan()
		same(t, name, told(s.Integration.WorkBranch, s.LeadTime.Mainline.N), want+" 50")
	}
}

// TestMergedBackBranches are no branches of work, and bring no change.
func TestMergedBackBranches(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "start", at: "2026-01-01"})
	before := "start"
	for i := range 4 {
		date := func(day int) string { return fmt.Sprintf("2026-02-%02d", 1+6*i+day) }
		n := fmt.Sprint(i)
		p.add(
			step{name: "f" + n, on: "f" + n, from: before, at: date(1), written: date(0)},
			step{name: "d" + n, on: "develop", from: before, merge: []string{"f" + n}, at: date(2), message: "Merge branch 'f'"},
			step{name: "m" + n, on: "main", merge: []string{"d" + n}, at: date(3), message: "Merge branch 'develop'"},
			step{name: "b" + n, on: "develop", from: "d" + n, merge: []string{"m" + n}, at: date(4), message: "Merge branch 'main' into develop"},
		)
		before = "b" + n
	}
	s := p.scan()
	// Each feature was written two days before develop took it; main took it a day later.
	same(t, "branches", told(s.Integration.BranchLife.N, s.Integration.BranchLife.Median), "4 2")
	same(t, "arrivals", told(s.Integration.Commits, s.Integration.Merges), "5 4")
	same(t, "commits", told(s.Reverts.Commits), "5")
}

// TestReleasedMergesOfChanges are no work branch: each brings one change, which is released at once.
func TestReleasedMergesOfChanges(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c0", at: "2026-01-01"})
	for i := range 10 {
		from, to, branch := fmt.Sprint("c", i), fmt.Sprint("c", i+1), fmt.Sprint("b", i)
		p.add(
			step{name: branch, on: branch, from: from, at: fmt.Sprintf("2026-02-%02d", 2*i+1)},
			step{name: to, merge: []string{branch}, at: fmt.Sprintf("2026-02-%02d", 2*i+2), message: "Merge branch 'change'"},
		)
		p.light(fmt.Sprintf("v1.%d.0", i), to)
	}
	s := p.scan()
	same(t, "branch", told(s.Integration.WorkBranch), "-")
	same(t, "branches", told(s.Integration.BranchLife.N, s.Integration.BranchLife.Median), "10 1")
}

// TestLongLivedBranches reads the names in the subjects of merges.
func TestLongLivedBranches(t *testing.T) {
	t.Parallel()
	for subject, want := range map[string]string{
		"Merge branch 'develop'":                                     "develop",
		"Merge branch 'main' into develop":                           "main",
		"Merge branch 'master' of https://example.com/shop":          "master",
		"Merge remote-tracking branch 'origin/develop'":              "develop",
		"Merge pull request #12 from acme/develop":                   "develop",
		"Merge pull request #12 from acme/release/1.2":               "release",
		"Merge branch 'release-1.2' into 'main'":                     "release",
		"Merge pull request 12 from develop into main":               "develop",
		"Merge pull request 'Shop' (#12) from release/1.2 into main": "release",
		"Merge pull request #12 in SHOP/web from develop to master":  "develop",
		"Merged in develop (pull request #12)":                       "develop",
		"Merged in login (pull request #12)":                         "",
		"Merge branch 'acme:master' into master":                     "master",
		"Merge remote-tracking branch 'upstream/stable' into main":   "import",
		"Merge tag 'v1.2.0' into develop":                            "import",
		"Merge tag 'v1.2.0'":                                         "import",
		"Merge tag 'fixes-1' of git://example.com/shop":              "",
		"Merge commit '0123456' as 'vendor/parser'":                  "import",
		"Merge branch 'develop-login'":                               "",
		"Merge branch 'hotfix/login' into main":                      "",
		"Merge branch":                                               "",
		"Merge pull request #12 from":                                "",
		"Merge develop":                                              "",
		"Merges from develop":                                        "",
		"Merge branches 'develop' and 'next' into 'main'":            "",
		"Merge pull request #1 from acme/feature from develop":       "",
	} {
		same(t, subject, longLivedBranch([]byte(subject)), want)
	}
}

// TestSquashedAtMerge: a forge that squashes a branch at its merge dates the commit so, which hides how long work took.
func TestSquashedAtMerge(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		every int
		want  string
	}{
		{3, "30 3 60 | none 60 of 90 merges brought a single commit made for the merge, which hides how long the work took"},
		{2, "45 3 45 | few only 45 of 91 changes show how long their branch lived"},
	} {
		p := newPast(t)
		p.add(step{name: "c0", at: "2025-12-01"})
		for i := range 90 {
			at := time.Unix(seconds(t, "2026-01-01"), 0).UTC().Add(time.Duration(12*i) * time.Hour)
			written := at.Add(-3 * time.Minute)
			if i%tt.every == 0 {
				written = at.AddDate(0, 0, -3)
			}
			from, to, branch := fmt.Sprint("c", i), fmt.Sprint("c", i+1), fmt.Sprint("f", i)
			p.add(
				step{name: branch, on: branch, from: from, at: written.Format("2006-01-02 15:04")},
				step{name: to, merge: []string{branch}, at: at.Format("2006-01-02 15:04"), message: "Merge branch 'f' into 'main'"},
			)
		}
		s := p.scan()
		life, c := s.Integration.BranchLife, s.conclusion(t, "branch_life")
		same(t, fmt.Sprint("one in ", tt.every), told(life.N, life.Median, life.Squashed)+" | "+told(c.Trust, c.Reason), tt.want)
	}
}
