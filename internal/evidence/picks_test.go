package evidence

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// maintained is a project that fixes a release on a branch of its own. Days of January 2026, each at noon:
//
//	main    c1(1, v1.0.0) - f1(5) - f2(6) - w(7) - f3(8) ---------- c2(30) - r(31, v1.1.0)
//	          \
//	stable     (p1(6), p2(7), v1.0.1 on the 9th) - (p3(12), v1.0.2 on the 14th)
//
// The p are copies of the f; copyOf makes their messages.
func maintained(t *testing.T, copyOf func(p *past, name string) step) *past {
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "f1", at: "2026-01-05", written: "2026-01-02"},
		step{name: "f2", at: "2026-01-06", written: "2026-01-03"},
		step{name: "w", at: "2026-01-07"},
		step{name: "f3", at: "2026-01-08", written: "2026-01-04"},
		step{name: "c2", at: "2026-01-30"},
		step{name: "r", at: "2026-01-31"},
	)
	p.light("v1.0.0", "c1")
	p.light("v1.1.0", "r")
	var copies []step
	for i, day := range []string{"2026-01-06", "2026-01-07", "2026-01-12"} {
		s := copyOf(p, fmt.Sprint("f", i+1))
		s.name, s.on, s.at = fmt.Sprint("p", i+1), "stable", day
		copies = append(copies, s)
	}
	copies[0].from = "c1"
	p.addMore(copies...)
	p.stream.Reset()
	p.tag("v1.0.1", "p2", "2026-01-09")
	p.tag("v1.0.2", "p3", "2026-01-14")
	p.importStream()
	return p
}

// byTrailer is a copy by git cherry-pick -x, written again by somebody else.
func byTrailer(p *past, name string) step {
	return step{
		message: "Backport " + name + "\n\n(cherry picked from commit " + p.hash(name) + ")\n", by: "Bo <bo@example.com>",
	}
}

// TestPicksEndTheWait: a change reaches users with the first release that holds a copy of it.
func TestPicksEndTheWait(t *testing.T) {
	t.Parallel()
	written := map[string]string{"f1": "2026-01-02", "f2": "2026-01-03", "f3": "2026-01-04"}
	for name, copyOf := range map[string]func(p *past, name string) step{
		"a trailer": byTrailer,
		"a shortened hash": func(p *past, name string) step {
			return step{message: "x\n\n(cherry-picked from commit " + p.hash(name)[:12] + ")"}
		},
		"upstream, as Linux says": func(p *past, name string) step {
			return step{message: "x\n\ncommit " + p.hash(name) + " upstream.\n\nWhy.\n"}
		},
		"the same author, time and subject": func(_ *past, name string) step {
			return step{message: name, written: written[name]}
		},
	} {
		s := maintained(t, copyOf).scan()
		// f1 waited 4 days and f2 3 for v1.0.1, f3 6 for v1.0.2; w 24 and c2 1 for v1.1.0, whose commit r is.
		same(t, name, told(s.LeadTime.Mainline.Spread), "n=5(3 4 6 16.8)")
		same(t, name+", picked", told(s.LeadTime.Picked.Spread), "n=3(3.5 4 5 5.6)")
		same(t, name+", people", told(s.LeadTime.People.Spread), "n=5(3 4 6 16.8)")
	}
}

// TestNamedByTwo finds a commit by the start of its hash also where two messages name it.
func TestNamedByTwo(t *testing.T) {
	t.Parallel()
	h := newHistory(windowUpTo(0, day), nil)
	for _, text := range []string{"0123456789", "01234560ab", "abcdef0123"} {
		hash, ok := gitrepo.ParseHash([]byte(text + strings.Repeat("0", 30)))
		if !ok {
			t.Fatal(text)
		}
		h.addCommit(&gitrepo.Commit{Hash: hash})
	}
	found := h.findNamed([]string{"0123456", "01234567", "abcdef0", "01234567", "abcdef0", "fedcba9"})
	if want := map[string]int32{"01234567": 0, "abcdef0": 2}; !maps.Equal(found, want) {
		t.Errorf("%v, want %v", found, want)
	}
}

// TestNoPicks: what only looks like a copy ends no wait. All wait for v1.1.0: 26, 25, 24, 23 and 1 days.
func TestNoPicks(t *testing.T) {
	t.Parallel()
	for name, copyOf := range map[string]func(p *past, name string) step{
		"nothing alike":   func(*past, string) step { return step{message: "x"} },
		"another subject": func(*past, string) step { return step{message: "x", written: "2026-01-02"} },
		"another author": func(_ *past, name string) step {
			return step{message: name, written: "2026-01-02", by: "Bo <bo@example.com>"}
		},
		"another time": func(_ *past, name string) step { return step{message: name, written: "2026-01-01"} },
		"a commit that is not here": func(*past, string) step {
			return step{message: "x\n\n(cherry picked from commit 0123456789012345678901234567890123456789)"}
		},
		"an ambiguous hash": func(*past, string) step { return step{message: "x\n\n(cherry picked from commit )"} },
		"a sentence":        func(p *past, name string) step { return step{message: "x\n\nLike a pick from commit " + p.hash(name)} },
		"itself": func(p *past, _ string) step {
			return step{message: "x\n\n(cherry picked from commit " + p.hash("c1") + ")"}
		},
	} {
		s := maintained(t, copyOf).scan()
		same(t, name, told(s.LeadTime.Mainline.Spread, s.LeadTime.Picked.N), "n=5(23 24 25 25.6) 0")
	}
}

// TestEqualCommitsOnTheMainBranch are no copies: nobody can tell of which one the other is.
func TestEqualCommitsOnTheMainBranch(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "a", at: "2026-01-05", written: "2026-01-02", message: "update"},
		step{name: "b", at: "2026-01-06", written: "2026-01-02", message: "update"},
		step{name: "s", on: "stable", from: "c1", at: "2026-01-07", written: "2026-01-02", message: "update"},
		step{name: "r", at: "2026-01-31"},
	)
	p.light("v1.0.0", "c1")
	p.tag("v1.0.1", "s", "2026-01-08")
	p.light("v1.1.0", "r")
	s := p.scan()
	same(t, "mainline", told(s.LeadTime.Mainline.Spread, s.LeadTime.Picked.N), "n=2(25.25 25.5 25.75 25.9) 0")
}

// TestPickedMerges: a merge is released when all that it brought is, or when it was picked itself.
func TestPickedMerges(t *testing.T) {
	t.Parallel()
	pick := func(p *past, name, of, at string) step {
		return step{name: name, on: "stable", at: at, message: "x\n\n(cherry picked from commit " + p.hash(of) + ")"}
	}
	for name, test := range map[string]struct {
		picks []string
		want  string
	}{
		"nothing":           {nil, "n=1(19 19 19 19) 0"},
		"one of two":        {[]string{"b1"}, "n=1(19 19 19 19) 0"},
		"both":              {[]string{"b1", "b2"}, "n=1(3 3 3 3) 1"},
		"the merge":         {[]string{"m"}, "n=1(3 3 3 3) 1"},
		"both and the rest": {[]string{"b1", "b2", "m"}, "n=1(3 3 3 3) 1"},
	} {
		p := newPast(t)
		p.add(
			step{name: "c1", at: "2026-01-01"},
			step{name: "b1", on: "side", from: "c1", at: "2026-01-05"},
			step{name: "b2", on: "side", at: "2026-01-06"},
			step{name: "m", merge: []string{"b2"}, at: "2026-01-12"},
			step{name: "r", at: "2026-01-31"},
		)
		p.light("v1.0.0", "c1")
		p.light("v1.1.0", "r")
		steps := []step{{name: "s", on: "stable", from: "c1", at: "2026-01-13"}}
		for i, of := range test.picks {
			steps = append(steps, pick(p, fmt.Sprint("p", i), of, "2026-01-14"))
		}
		p.addMore(steps...)
		p.stream.Reset()
		p.tag("v1.0.1", steps[len(steps)-1].name, "2026-01-15")
		p.importStream()
		s := p.scan()
		same(t, name, told(s.LeadTime.Mainline.Spread, s.LeadTime.Picked.N), test.want)
	}
}

// TestFixedOnTheReleaseBranchFirst and picked to the main branch later: the wait is that of the fix on the release branch.
func TestFixedOnTheReleaseBranchFirst(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "fix", on: "stable", from: "c1", at: "2026-01-05"},
	)
	p.light("v1.0.0", "c1")
	p.tag("v1.0.1", "fix", "2026-01-07")
	hash := p.hash("fix")
	p.addMore(
		step{name: "m", at: "2026-01-10", message: "x\n\n(cherry picked from commit " + hash + ")"},
		step{name: "r", at: "2026-01-31"},
	)
	p.stream.Reset()
	p.light("v1.1.0", "r")
	p.importStream()
	s := p.scan()
	same(t, "mainline", told(s.LeadTime.Mainline.Spread, s.LeadTime.Mainline.Clamped, s.LeadTime.Picked.N), "n=1(2 2 2 2) 0 1")
}

// TestPickedAgain waits again: the change of the 2nd, released on the 10th, is made once more on the 15th.
func TestPickedAgain(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 12)
	p.light("v1.0.0", "c1")
	p.light("v1.1.0", "c10")
	second := p.hash("c2")
	p.addMore(
		step{name: "again", at: "2026-01-15", message: "x\n\n(cherry picked from commit " + second + ")"},
		step{name: "r", at: "2026-01-20"},
	)
	p.stream.Reset()
	p.light("v1.2.0", "r")
	p.importStream()
	s := p.scan(func(o *Options) { o.Window = 6 })
	// c11 waited 9 days, c12 8, and it 5.
	same(t, "mainline", told(s.LeadTime.Mainline.Spread, s.LeadTime.Picked.N), "n=3(6.5 8 8.5 8.8) 0")
}

// TestReleasedAsACopy is released: it is no unreleased work, and its revert took back what was released.
func TestReleasedAsACopy(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c1", at: "2026-01-01"}, step{name: "a", at: "2026-01-05"}, step{name: "b", at: "2026-01-06"})
	p.light("v1.0.0", "c1")
	a := p.hash("a")
	p.addMore(
		step{name: "p", on: "stable", from: "c1", at: "2026-01-07", message: "x\n\n(cherry picked from commit " + a + ")"},
		step{name: "back", at: "2026-01-20", message: "Revert \"a\"\n\nThis reverts commit " + a + "."},
	)
	p.stream.Reset()
	p.tag("v1.0.1", "p", "2026-01-08")
	p.importStream()
	s := p.scan()
	same(t, "unreleased", told(s.LeadTime.Unreleased.N, s.LeadTime.Unreleased.OldestDays), "2 14")
	same(t, "reverts", told(s.Reverts.Resolved, s.Reverts.AfterRelease), "1 1")
}

// TestConclusionOfPicks tells how many changes reached their release so, and how long they waited.
func TestConclusionOfPicks(t *testing.T) {
	t.Parallel()
	for trailer, want := range map[bool]string{
		true: "usable A change on the main branch waits 2 days for its release (median of 99 changes, half of them between 2 and 49 days); " +
			"49 changes came out first as a cherry-pick on another branch, after 2 days (median).",
		false: "none Nothing is concluded about how long changes wait for their release.",
	} {
		p := newPast(t)
		start := time.Unix(seconds(t, "2026-01-01"), 0).UTC()
		on := func(day int) string { return start.AddDate(0, 0, day).Format("2006-01-02 15:04") }
		p.line("c", "2026-01-01", 101)
		p.light("v1.0.0", "c1")
		p.tag("v1.1.0", "c101", on(100))
		p.build()
		var picks []step
		for i := range 50 {
			message := fmt.Sprint("x", i)
			if trailer {
				message += "\n\n(cherry picked from commit " + p.hash(fmt.Sprint("c", 2*i+2)) + ")"
			}
			picks = append(picks, step{name: fmt.Sprint("p", i), on: "stable", at: on(2*i + 2), message: message})
		}
		picks[0].from = "c1"
		p.addMore(picks...)
		p.stream.Reset()
		for i := range 50 {
			p.tag(fmt.Sprint("v1.0.", i+1), fmt.Sprint("p", i), on(2*i+3))
		}
		p.importStream()
		f, err := p.scan().Figure("lead_time.mainline.median")
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprint(trailer), string(f.Trust)+" "+f.Text, want)
		if trailer {
			same(t, "figure", told(f.Value, f.Least), "2 2")
		}
	}
}
