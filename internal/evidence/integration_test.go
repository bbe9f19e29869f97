package evidence

import (
	"fmt"
	"testing"
)

// TestIntegration holds how changes came to the main line.
func TestIntegration(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(
		step{name: "c1", at: "2026-01-01"},
		step{name: "a1", on: "a", from: "c1", at: "2026-01-04", written: "2026-01-02"},
		step{name: "a2", on: "a", at: "2026-01-05"},
		step{name: "m1", merge: []string{"a2"}, at: "2026-01-08"}, // 6 days after a1 was written
		step{name: "s1", at: "2026-01-09", message: "Squashed (#7)"},
		step{name: "s2", at: "2026-01-10", message: "Plain"},
		// b grows out of a and merges main in between: a1 and a2 were merged already and do not count again.
		step{name: "b1", on: "b", from: "a2", at: "2026-01-10"},
		step{name: "b2", on: "b", merge: []string{"s2"}, at: "2026-01-11"},
		step{name: "m2", merge: []string{"b2"}, at: "2026-01-12"}, // 2 days after b1
		step{name: "m3", merge: []string{"b2"}, at: "2026-01-13"}, // brings nothing new
		step{name: "d1", on: "d", from: "m3", at: "2026-01-20"},
		step{name: "m4", merge: []string{"d1"}, at: "2026-01-14"}, // by a clock that is late
	)
	s := p.scan()
	i := s.Integration
	same(t, "arrivals", told(i.Commits, i.Merges, i.ReviewedSingle, i.Plain), "7 4 1 2")
	same(t, "branches", told(i.BranchLife.N, i.BranchLife.Median, i.BranchLife.P90), "3 2 5.2")
}

// TestSquashOnly has no branch to measure.
func TestSquashOnly(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	for i := range 12 {
		p.add(step{name: fmt.Sprint("c", i), at: fmt.Sprintf("2026-01-%02d", i+1), message: fmt.Sprintf("Change (#%d)", i)})
	}
	s := p.scan()
	same(t, "branches", told(s.Integration.BranchLife.N, s.Integration.BranchLife.Median), "0 -")
	same(t, "reason", told(s.conclusion(t, "branch_life").Reason), "fewer than one in ten changes came by a merge")
	same(t, "review", s.conclusion(t, "review").Text, "All 12 changes to the main branch came by a merge or show a review.")
}

// TestBranchesOfBots: branches that programs make and merge say nothing of how people integrate.
func TestBranchesOfBots(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.add(step{name: "c0", at: "2026-01-01"})
	for i := range 25 {
		at := fmt.Sprintf("2026-02-%02d", i+1)
		branch := fmt.Sprint("b", i)
		p.add(
			step{name: branch, on: branch, from: fmt.Sprint("c", i), at: at, by: "renovate[bot] <bot@example.com>"},
			step{name: fmt.Sprint("c", i+1), merge: []string{branch}, at: at},
		)
	}
	s := p.scan()
	same(t, "branches", told(s.Integration.BranchLife.N, s.Integration.BranchLife.Median), "0 -")
	same(t, "conclusion", told(s.conclusion(t, "branch_life").Trust, s.conclusion(t, "branch_life").Reason),
		"none there is no merge of a person's branch")
}
