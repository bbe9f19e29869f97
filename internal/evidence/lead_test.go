package evidence

import (
	"fmt"
	"testing"
)

// TestLeadTime holds the three ways to measure a wait. Days of January 2026; releases on the 10th and the 20th.
//
//	main  c1(1) ---------- m(12) -- s(14) -- c2(20, v1.1.0)
//	         \            /
//	side      b1(5) - b2(6)            s was squashed: written on the 3rd
func TestLeadTime(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "r", at: "2026-01-10"},
		step{name: "b1", on: "side", from: "c1", at: "2026-01-05", written: "2026-01-04"},
		step{name: "b2", on: "side", at: "2026-01-06"},
		step{name: "m", merge: []string{"b2"}, at: "2026-01-12"},
		step{name: "s", at: "2026-01-14", written: "2026-01-03"},
		step{name: "c2", at: "2026-01-20"},
	)
	p.light("v1.0.0", "r")
	p.light("v1.1.0", "c2")
	s := p.scan()
	// What the first release contains, c1 and r, is left out. The line brought m (8 days) and s (6); c2 is the release.
	same(t, "mainline", told(s.LeadTime.Mainline.Spread, s.LeadTime.Mainline.Clamped), "n=2(6.5 7 7.5 7.8) 0")
	// b1, b2 and s waited 15, 14 and 6 days.
	same(t, "committer", told(s.LeadTime.Committer.Spread), "n=3(10 14 14.5 14.8)")
	// They were written 16, 14 and 17 days before.
	same(t, "author", told(s.LeadTime.Author.Spread), "n=3(15 16 16.5 16.8)")
	same(t, "batch", told(s.Batch.Median, s.Batch.P90, s.Batch.Max), "3 3 3")
	same(t, "unreleased", told(s.LeadTime.Unreleased.N, s.LeadTime.Unreleased.OldestDays), "0 -")
}

// TestLeadTimeTakesTheEarliestRelease although a nearer tag contains the commit too, and whatever the series.
func TestLeadTimeTakesTheEarliestRelease(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 30)
	p.light("v1.0.0", "c2")
	p.tag("v1.1.0", "c5", "2026-01-28") // released late: c10 came out before
	p.light("api/v0.1.0", "c10")
	s := p.scan()
	// c3..c9 first come out with api/v0.1.0, which is c10, on the 10th; v1.1.0 brings nothing new.
	same(t, "committer", told(s.LeadTime.Committer.Spread), "n=7(2.5 4 5.5 6.4)")
	same(t, "batches", told(s.Batch.Median, s.Batch.Max), "3.5 7")
	same(t, "unreleased", told(s.LeadTime.Unreleased.N, s.LeadTime.Unreleased.OldestDays, s.LeadTime.Unreleased.MedianDays), "20 19 9.5")
}

// TestBackportsHaveALeadTime of their own commits, which the main branch does not have.
func TestBackportsHaveALeadTime(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "c2", at: "2026-01-10"},
		step{name: "fix", on: "stable", from: "c1", at: "2026-01-12"},
		step{name: "c3", at: "2026-01-20"},
	)
	p.light("v1.0.0", "c1")
	p.tag("v1.0.1", "fix", "2026-01-15")
	p.light("v1.1.0", "c3")
	s := p.scan()
	same(t, "mainline", told(s.LeadTime.Mainline.Spread), "n=1(10 10 10 10)")
	same(t, "committer", told(s.LeadTime.Committer.Spread), "n=2(4.75 6.5 8.25 9.3)")
	same(t, "backports", told(s.Releases.Backports, s.People.Authors), "0 1")
}

// TestWindowOfLeadTime counts by the time of the release, not of the commit.
func TestWindowOfLeadTime(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 40)
	p.light("v1.0.0", "c5")
	p.light("v1.1.0", "c20")
	p.light("v1.2.0", "c40")
	// Ten days up to the 9th of February: of the releases only v1.2.0, whose commits are from the 21st of January on.
	s := p.scan(func(o *Options) { o.Window = 10 })
	same(t, "releases", told(s.Releases.Events), "1")
	same(t, "mainline", told(s.LeadTime.Mainline.N, s.LeadTime.Mainline.Median), "19 10")
	same(t, "batch", told(s.Batch.Median), "19")
}

// TestTwoReleasesAtOneTime gives each commit to the release that comes first in history.
func TestTwoReleasesAtOneTime(t *testing.T) {
	t.Parallel()
	for _, names := range [][2]string{{"v1.1.0", "v1.2.0"}, {"v1.2.0", "v1.1.0"}} {
		p := newPast(t)
		p.line("c", "2026-01-01", 9)
		p.light("v1.0.0", "c1")
		p.tag(names[0], "c4", "2026-01-09")
		p.tag(names[1], "c9", "2026-01-09")
		s := p.scan()
		// c2 and c3, and c5..c8; c4 and c9 are the releases.
		same(t, fmt.Sprint("batches of ", names), told(s.Batch.Median, s.Batch.Max), "3 4")
	}
}

// TestSkewedClocks keeps waits from being negative and counts what is odd.
func TestSkewedClocks(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "c2", at: "2026-01-25"},                                    // from the future
		step{name: "c3", at: "2026-01-03"},                                    // older than its parent
		step{name: "c4", at: "2026-01-04 12:00", written: "2026-01-04 13:30"}, // written after it was committed
		step{name: "c5", at: "2026-01-10 12:00", written: "2026-01-10 13:00"},
	)
	p.light("v1.0.0", "c1")
	p.light("v1.1.0", "c4")
	s := p.scan()
	same(t, "skew", told(s.Skew.ChildOlder, s.Skew.AuthorAhead, s.Skew.AfterAsOf), "1 1 1")
	// c2 waited -21 days for the release of the 4th.
	same(t, "mainline", told(s.LeadTime.Mainline.Spread, s.LeadTime.Mainline.Clamped), "n=2(0.25 0.5 0.75 0.9) 1")
	// A commit behind one that is too young is not lost, and one in the future is not in the window.
	same(t, "in the window", told(s.Reverts.Commits), "4")
	same(t, "notes", fmt.Sprint(len(s.Notes)), "4")
}

// TestOnlyOneRelease has nothing to compare with.
func TestOnlyOneRelease(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 5)
	p.light("v1.0.0", "c3")
	s := p.scan()
	same(t, "lead time", told(s.LeadTime.Mainline.Spread, s.Batch.Median, s.Batch.Max), "n=0(- - - -) - -")
	same(t, "unreleased", told(s.LeadTime.Unreleased.N), "2")
}

// TestNoRelease leaves everything unreleased out of sight: without releases it means nothing.
func TestNoRelease(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 5)
	p.light("v1.0.0-rc1", "c3")
	s := p.scan()
	same(t, "releases", told(s.Releases.Events, s.Releases.Last, s.Releases.SinceLast, s.LeadTime.Unreleased.N), "0 - - -")
	same(t, "reason", told(s.conclusion(t, "release_cadence").Reason), "there are no release tags here")
}

// TestBots are told apart: who merged does not count, but who wrote.
func TestBotsWait(t *testing.T) {
	t.Parallel()
	bot := "renovate[bot] <bot@example.com>"
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "b1", on: "bot", from: "c1", at: "2026-01-02", by: bot},
		step{name: "m1", merge: []string{"b1"}, at: "2026-01-03"}, // a person merged a bot's work
		step{name: "a1", on: "ada", from: "m1", at: "2026-01-03"},
		step{name: "m2", merge: []string{"a1"}, at: "2026-01-04", by: bot}, // a bot merged a person's
		step{name: "b2", at: "2026-01-05", by: bot},
		step{name: "c2", at: "2026-01-06"},
		step{name: "b3", at: "2026-01-07", by: bot},
	)
	p.light("v1.0.0", "c1")
	p.light("v1.1.0", "c2")
	s := p.scan()
	same(t, "all", told(s.LeadTime.Mainline.Spread), "n=3(1.5 2 2.5 2.8)")
	same(t, "people", told(s.LeadTime.People.Spread), "n=1(2 2 2 2)")
	same(t, "unreleased", told(s.LeadTime.Unreleased.N, s.LeadTime.Unreleased.People), "1 0")
	same(t, "share", told(s.People.BotShare, s.People.Bots), "0.5 [renovate[bot]]")
}
