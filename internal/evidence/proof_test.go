package evidence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// proved writes proofs for comparison; the hashes of commits are replaced by their names in the past.
func (p *past) proved(list []Proof) string {
	p.t.Helper()
	var parts []string
	for _, proof := range list {
		name := proof.Name
		if proof.Kind == CommitProof {
			name = p.git("log", "-1", "--format=%s", name)
		}
		parts = append(parts, fmt.Sprintf("%s %s: %s", proof.Kind, name, proof.Text))
	}
	return strings.Join(parts, "; ")
}

// TestProofs has a release a week with seven commits each, of which each waited from six days to none; the last is the release.
func TestProofs(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 56)
	for i := range 8 {
		p.tag(fmt.Sprintf("v1.%d.0", i), fmt.Sprintf("c%d", 7*(i+1)), "2026-01-01")
	}
	s := p.scan()
	same(t, "cadence", p.proved(s.conclusion(t, "release_cadence").Proof),
		"tag v1.7.0: 2026-02-25; tag v1.6.0: 2026-02-18; tag v1.5.0: 2026-02-11; tag v1.4.0: 2026-02-04; tag v1.3.0: 2026-01-28")
	same(t, "batch", p.proved(s.conclusion(t, "batch_size").Proof),
		"tag v1.7.0: 6 commits; tag v1.6.0: 6 commits; tag v1.5.0: 6 commits; tag v1.4.0: 6 commits; tag v1.3.0: 6 commits")
	// Of waits of 1 to 6 days the median is 3.5: between the third and the fourth commit of each week.
	same(t, "lead", p.proved(s.conclusion(t, "lead_time").Proof),
		"commit c39: waited 3 days for v1.5.0; commit c45: waited 4 days for v1.6.0; commit c46: waited 3 days for v1.6.0; "+
			"commit c52: waited 4 days for v1.7.0; commit c53: waited 3 days for v1.7.0")
	same(t, "taggers", p.proved(s.conclusion(t, "taggers").Proof[:1]), "tag v1.7.0: by a person")
	same(t, "nothing concluded", p.proved(s.conclusion(t, "branch_life").Proof), "")
}

func TestProofOfReverts(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 200)
	p.add(step{name: "r1", at: "2026-08-01", message: "Revert \"c1\""}, step{name: "r2", at: "2026-08-02", message: "Revert \"c2\""})
	same(t, "reverts", p.proved(p.scan().conclusion(t, "reverts").Proof), `commit Revert "c2": 2026-08-02; commit Revert "c1": 2026-08-01`)
}

// TestEveryMeasureHasAFigure holds the measures that questionnaires may name to those of a scan.
func TestEveryMeasureHasAFigure(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 3)
	scan := p.scan(func(o *Options) { o.Exports = exports("time\n2026-01-05T12:00:00Z\n", "") })
	for _, measure := range questionnaire.RepositoryMeasures() {
		figure, err := scan.Figure(measure.Name)
		if err != nil || figure.ID == "" || figure.ID != "deployments" && scan.conclusion(t, figure.ID).ID != figure.ID {
			t.Errorf("%s: %+v, %v", measure.Name, figure, err)
		}
	}
	if _, err := scan.Figure("mood"); err == nil {
		t.Error("there is a figure about the mood")
	}
}

// TestFigures takes shares from counts, and the busiest tagger only where no program tags.
func TestFigures(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 60)
	for i := range 12 {
		by := "Rhea <rhea@example.com>"
		if i%4 == 3 {
			by = "Ada <ada@example.com>"
		}
		p.tagBy(fmt.Sprintf("v1.%d.0", i), fmt.Sprintf("c%d", 5*(i+1)), "2026-01-01", by)
	}
	s := p.scan()
	check := func(measure, want string) {
		t.Helper()
		f, err := s.Figure(measure)
		if err != nil {
			t.Fatal(err)
		}
		same(t, measure, told(f.Value, f.N, f.Trust, f.Reason), want)
	}
	check("releases.gap_days.median", "5 11 usable -")
	check("people.taggers.top_share", "0.75 12 usable -")
	check("people.taggers.by_bots_share", "0 12 usable -")
	check("integration.reviewed_share", "0 60 none most changes are plain commits, which many projects land after a review that leaves no mark")
	check("reverts.share", "0 60 none there are only 60 commits in the window; it takes 200 at least")
	s.People.Taggers.ByBots = new(2)
	check("people.taggers.top_share", "0.75 12 none programs make release tags, so the tags do not tell who releases")
	check("people.taggers.by_bots_share", "0.1667 12 usable -")
}

// TestFiguresOfComponents trusts the rhythm of many components together less: an answer is about one of them.
func TestFiguresOfComponents(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2026-01-01", 40)
	for i := range 8 {
		p.light(fmt.Sprintf("%s/v1.%d.0", []string{"api", "sdk"}[i%2], i), fmt.Sprintf("c%d", 5*(i+1)))
	}
	s := p.scan()
	for _, measure := range []string{"releases.gap_days.median", "releases.minor.gap_days.median"} {
		f, err := s.Figure(measure)
		if err != nil {
			t.Fatal(err)
		}
		same(t, measure, told(f.Value, f.N, f.Trust, f.Reason),
			"5 7 few components are released separately and counted together, so each one comes less often; --tag-pattern chooses one")
	}
}

// TestSeldomReleasedComponent: a busy component beside it says nothing about how often it is released.
func TestSeldomReleasedComponent(t *testing.T) {
	t.Parallel()
	p := newPast(t)
	p.line("c", "2025-01-01", 300)
	for i := 1; i <= 300; i++ {
		p.light(fmt.Sprintf("shop@1.%d.0", i), fmt.Sprint("c", i))
		if i%91 == 0 {
			p.light(fmt.Sprintf("ledger@1.%d.0", i), fmt.Sprint("c", i))
		}
	}
	s := p.scan()
	f, err := s.Figure("releases.gap_days.median")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "together", told(f.Value, f.Trust, *s.Releases.Independent), "1 few true")
	s = p.scan(pattern("^ledger@"))
	same(t, "alone", told(s.Releases.Events, s.Releases.GapDays.Median, *s.Releases.Independent), "3 91 false")
}
