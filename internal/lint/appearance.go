package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/reach"
)

// Appearance is whether a rule can appear in a questionnaire, and how.
type Appearance struct {
	// Kind is warning or recommendation.
	Kind string
	ID   string
	// Verdict is "found" where some answers make it appear, "never" where none do, for example because what it looks at is not
	// asked, and "undecided".
	Verdict string
	// Ways are the ways in which it is known to be able to appear: the severities of a warning, the most severe first; "now"
	// and "later" for a recommendation.
	Ways []string
}

// Appearances tells it of every rule, those of a catalogue that was taken over among them: warnings, then recommendations,
// each in file order. A selection of another questionnaire's questions silences rules, and this shows which.
func Appearances(q *questionnaire.Questionnaire) []Appearance {
	if q.Catalogue == nil || q.Verdict == questionnaire.Quadrant {
		return nil
	}
	space := reach.NewSpace(q)
	var list []Appearance
	for i := range q.Catalogue.Warnings {
		w := &q.Catalogue.Warnings[i]
		a := Appearance{Kind: "warning", ID: w.ID}
		parts := []reach.Part{reach.Holds(w.When)}
		for _, grade := range w.Grades {
			a.add(space, string(grade.Severity), append(slices.Clip(parts), reach.Holds(grade.When)))
			parts = append(parts, reach.Fails(grade.When))
		}
		list = append(list, a)
	}
	for i := range q.Catalogue.Recommendations {
		r := &q.Catalogue.Recommendations[i]
		a := Appearance{Kind: "recommendation", ID: r.ID}
		a.add(space, "now", []reach.Part{reach.Holds(r.When), reach.Holds(r.Requires)})
		a.add(space, "later", []reach.Part{reach.Holds(r.When), reach.Fails(r.Requires)})
		list = append(list, a)
	}
	return list
}

// add asks for one way. A rule is found when one way is, and can never appear when none can.
func (a *Appearance) add(space *reach.Space, way string, parts []reach.Part) {
	verdict, _ := space.Find(parts...)
	switch {
	case verdict == reach.Found:
		a.Verdict = verdict.String()
		a.Ways = append(a.Ways, way)
	case a.Verdict == "" || a.Verdict == reach.Never.String():
		a.Verdict = verdict.String()
	}
}
