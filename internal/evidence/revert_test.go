package evidence

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestReadRevert holds which messages take something back.
func TestReadRevert(t *testing.T) {
	t.Parallel()
	const hash = "0123456789abcdef0123456789abcdef01234567"
	tests := []struct {
		message string
		kind    revert
		target  string
	}{
		{"Revert \"Add x\"\n\nThis reverts commit " + hash + ".", strictRevert, hash},
		{"Revert \"Add x\" (#12)", strictRevert, ""},
		{"[release-1.2] Revert \"Add x\"", strictRevert, ""},
		{"[a][b] net: Revert \"Add x\"", strictRevert, ""},
		{"Undo x\n\nThis reverts commit 01234567, reversing changes made to 89abcdef.", strictRevert, "01234567"},
		{"Undo x\r\n\r\nThis reverts commit 0123456.\r\n", strictRevert, "0123456"},
		{"Undo x\n\nThis reverts commit 012345.", strictRevert, ""}, // too short for a hash
		{"Undo x\n\nThis reverts merge request !12", strictRevert, ""},
		{"Undo x\n\nThis reverts pull request #12", strictRevert, ""},
		{"Undo x\n\nReverts org/repo#12", strictRevert, ""},
		{"Undo x\n\nReverts to the old way", noRevert, ""},
		{"Reapply \"Add x\"\n\nThis reverts commit " + hash + ".", noRevert, ""},
		{"Revert \"Revert \"Add x\"\"\n\nThis reverts commit " + hash + ".", noRevert, ""},
		{"Revert^2 \"Add x\"\n\nThis reverts commit " + hash + ".", noRevert, ""},
		{"Reland \"Add x\"", noRevert, ""},
		{"[v8] reland: Add x\n\nThis reverts commit " + hash + ".", noRevert, ""},
		{"Revert \"Reapply \"Add x\"\"", strictRevert, ""},
		{"revert: add x", looseRevert, ""},
		{"revert(net): add x", looseRevert, ""},
		{"net: revert the change", looseRevert, ""},
		{"Back out x", looseRevert, ""},
		{"Roll back x", looseRevert, ""},
		{"Rollback x", looseRevert, ""},
		{"Revert the change of last week", noRevert, ""},
		{"Add a way to revert", noRevert, ""},
		{"fix: reverted order", noRevert, ""},
		{"fix: back out of the loop", noRevert, ""},
		{"Back out of the loop", noRevert, ""},
		{"fix: roll back the transaction", noRevert, ""},
		{"Revert r1234", strictRevert, ""},
		{"Revert r1234: it breaks the build", strictRevert, ""},
		{"net: revert r1234", strictRevert, ""},
		{"Revert [1234]", strictRevert, ""},
		{"Revert commit 0123456", strictRevert, "0123456"},
		{"Revert 0123456abc.", strictRevert, "0123456abc"},
		{"Revert PR #12", strictRevert, ""},
		{"Revert #12", strictRevert, ""},
		{"Backed out changeset 0123456789ab (bug 12) for failures", strictRevert, "0123456789ab"},
		{"Backed out 2 changesets (bug 12)", strictRevert, ""},
		{"Back out r1234", strictRevert, ""},
		{"Automated rollback of commit " + hash, strictRevert, hash},
		{"Rollback of PR #12", strictRevert, ""},
		{"Revert merge branch 'x'", strictRevert, ""},
		{"Revert \"Merge pull request #12 from a/b\"", strictRevert, ""},
		{"Revert to 1.2.0", noRevert, ""},
		{"Revert added decade", noRevert, ""},
		{"fix: revert 0123456", strictRevert, "0123456"},
		{"", noRevert, ""},
		{"[", noRevert, ""},
	}
	for _, test := range tests {
		got := readMessage([]byte(test.message))
		if got.revert != test.kind || got.target != test.target {
			t.Errorf("%q: %d %q, want %d %q", test.message, got.revert, got.target, test.kind, test.target)
		}
	}
}

// TestReviewMarks holds which messages carry the mark of a review.
func TestReviewMarks(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"Add x (#12)":               true,
		"Add x (!12)":               true,
		"(#1) Add x":                true,
		"Add x (# 12)":              false,
		"Add x (#12":                false,
		"Add x (#)":                 false,
		"Add x #12":                 false,
		"Add x (see (#3))":          true,
		"Add x\n\n(#12)":            false,
		"Add x\n\nPR-URL: https://": true,
		"Add x\n\nReviewed-on: x":   true,
		"Add x\n\nChange-Id: I1":    true,
		"Add x\n\n Change-Id: I1":   false,
		"Change-Id: I1":             false,
		"Add x\n\nReviewed-by: Ada": false,
	}
	for message, want := range tests {
		if got := readMessage([]byte(message)).reviewed; got != want {
			t.Errorf("%q: %v", message, got)
		}
	}
}

// TestShapes gives the same number to subjects that differ in numbers and hashes alone.
func TestShapes(t *testing.T) {
	t.Parallel()
	shape := func(text string) uint64 { return shapeOf([]byte(text)) }
	if shape("Update x to v12 (abc1234)") != shape("Update x to v9 (0123456789abcdef)") {
		t.Error("numbers and hashes make a difference")
	}
	if shape("Update x") == shape("Update y") || shape("face") == shape("deed") {
		t.Error("words make no difference")
	}
}

// TestReverts resolves what reverts name and tells what had been released.
func TestReverts(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 10)
	p.light("v1.0.0", "c1")
	p.light("v1.1.0", "c5")
	p.build()
	hash := map[string]string{}
	for line := range strings.Lines(p.git("log", "--format=%s %H")) {
		name, id, _ := strings.Cut(strings.TrimSpace(line), " ")
		hash[name] = id
	}
	q := newPast(t)
	q.line("c", "2026-01-01", 10)
	q.light("v1.0.0", "c1")
	q.light("v1.1.0", "c5")
	undo := func(name string) string { return fmt.Sprintf("Revert %q\n\nThis reverts commit %s.", name, name) }
	q.add(
		step{name: "r1", at: "2026-01-11", message: strings.ReplaceAll(undo("c3"), "commit c3", "commit "+hash["c3"])},      // released
		step{name: "r2", at: "2026-01-12", message: strings.ReplaceAll(undo("c8"), "commit c8", "commit "+hash["c8"][:10])}, // not yet released
		step{name: "r3", at: "2026-01-13", message: undo("c9")},                                                             // names no hash
		step{name: "r4", at: "2026-01-14", message: strings.Replace(undo("c4"), "commit c4", "commit "+strings.Repeat("0", 40), 1)},
		step{name: "r5", at: "2026-01-15", message: "revert: c7"},
		step{name: "r6", at: "2026-01-16", message: "Reapply \"c3\"\n\nThis reverts commit " + hash["c5"] + "."},
		step{name: "b1", on: "side", from: "c2", at: "2026-01-16", message: undo("c1")},
	)
	s := q.scan()
	same(t, "reverts", told(s.Reverts.Commits, s.Reverts.Strict, s.Reverts.Share, s.Reverts.Loose), "16 4 0.25 5")
	// c3 was taken back after 8 days, c8 after 4.
	same(t, "resolved", told(s.Reverts.Resolved, s.Reverts.AfterRelease, s.Reverts.MedianDays), "2 1 6")
}

// TestRevertsBesideTheirPast has 400 days with a commit each, of which the window holds the last 200: reverts on every fiftieth of
// them, and before that on as many or more.
func TestRevertsBesideTheirPast(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name          string
		days, every   int
		before, wants string
	}{
		{"as many", 400, 50, "200 4 0.02", "2 % of the 200 commits on the main branch are reverts; in as long a time before, it was 2 % of 200."},
		{"a few more", 400, 25, "200 8 0.04", "2 % of the 200 commits on the main branch are reverts; " +
			"in as long a time before, it was 4 % of 200, which is no more than chance."},
		{"many more", 400, 5, "200 40 0.2", "2 % of the 200 commits on the main branch are reverts; in as long a time before, it was 20 % of 200."},
		{"longer ago than that", 500, 50, "200 4 0.02", "2 % of the 200 commits on the main branch are reverts; " +
			"in as long a time before, it was 2 % of 200."},
		{"too few", 399, 50, "199 3 0.0151", "2 % of the 200 commits on the main branch are reverts. There is too little history to compare with."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := newPast(t)
			start := time.Unix(seconds(t, "2024-01-01"), 0).UTC()
			for i := range test.days {
				left := test.days - i // days up to the end, this one included
				s := step{name: fmt.Sprint("c", i), at: start.AddDate(0, 0, i).Format("2006-01-02 15:04")}
				if every := test.every; left > 400 || left <= 200 && left%50 == 0 || left > 200 && left%every == 0 {
					s.message = "Revert \"x\""
				}
				p.add(s)
			}
			s := p.scan(func(o *Options) { o.Window = 200 })
			same(t, "window", told(s.Reverts.Commits, s.Reverts.Strict), "200 4")
			same(t, "before", told(s.Reverts.Before.Commits, s.Reverts.Before.Strict, s.Reverts.Before.Share), test.before)
			same(t, "text", s.conclusion(t, "reverts").Text, test.wants)
		})
	}
}
