package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// Appearance is whether a rule can appear in a questionnaire, and how.
type Appearance struct {
	// Kind is warning or recommendation.
	Kind string
	ID   string
	// Verdict is "found" if some answers make it appear, "never" if none do, for example because what it looks at is
	// not asked, and "undecided".
	Verdict string
	// Ways are the known ways to appear: the severities of a warning, most severe first; "now" and "later" for a
	// recommendation.
	Ways []string
}

// Appearances reports it for every rule, including those of an inherited catalogue: warnings, then recommendations,
// each in file order. A selection of another questionnaire's questions can make rules impossible, and this shows which.
func Appearances(q *questionnaire.Questionnaire) []Appearance {
	if q.Catalogue == nil || q.Verdict == questionnaire.Quadrant {
		return nil
	}
	solver := satisfy.New(q)
	var list []Appearance
	for i := range q.Catalogue.Warnings {
		w := &q.Catalogue.Warnings[i]
		a := Appearance{Kind: "warning", ID: w.ID}
		constraints := []satisfy.Constraint{satisfy.Holds(w.When)}
		for _, grade := range w.Grades {
			a.addWay(solver, string(grade.Severity), append(slices.Clip(constraints), satisfy.Holds(grade.When)))
			constraints = append(constraints, satisfy.Fails(grade.When))
		}
		list = append(list, a)
	}
	for i := range q.Catalogue.Recommendations {
		r := &q.Catalogue.Recommendations[i]
		a := Appearance{Kind: "recommendation", ID: r.ID}
		a.addWay(solver, "now", []satisfy.Constraint{satisfy.Holds(r.When), satisfy.Holds(r.Requires)})
		a.addWay(solver, "later", []satisfy.Constraint{satisfy.Holds(r.When), satisfy.Fails(r.Requires)})
		list = append(list, a)
	}
	return list
}

// addWay asks for one way. A rule is found when one way is, and can never appear when none can.
func (a *Appearance) addWay(solver *satisfy.Solver, way string, constraints []satisfy.Constraint) {
	const never, found, undecided = "never", "found", "undecided"
	verdict, _ := solver.Solve(constraints...)
	switch {
	case verdict == satisfy.Sat:
		a.Verdict = found
		a.Ways = append(a.Ways, way)
	case a.Verdict == found:
	case verdict == satisfy.Unknown:
		a.Verdict = undecided
	case a.Verdict == "":
		a.Verdict = never
	}
}
