package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/reach"
)

func requiresNever() Rule {
	return Rule{
		Code: "requires-never", Severity: diag.Warning,
		Summary: "A recommendation can only ever be for later.",
		Why: "What it requires never holds together with its own condition, so it is always listed behind something that has to come first " +
			"and never comes. Mend one of the two conditions.",
		Bad: `
id: faster
when:
  all:
    - answer: rhythm
      in:
        - yearly
        - monthly
requires:
  all:
    - answer: rhythm
      in:
        - daily`,
		Good: `
id: faster
when:
  all:
    - answer: rhythm
      in:
        - yearly
        - monthly
requires:
  all:
    - level: way_back
      gte: 2`,
		check: func(s *subject) {
			for _, e := range s.requiring() {
				if s.never(reach.Holds(e.when), reach.Holds(e.advice.Requires)) {
					s.report(e.at, "mend its condition or what it requires",
						"%s can only be for later: what it requires never holds together with its condition", e.label)
				}
			}
		},
	}
}

func requiresAlways() Rule {
	return Rule{
		Code: "requires-always", Severity: diag.Warning,
		Summary: "What a recommendation requires always holds when it applies.",
		Why: "Whoever gets the recommendation fulfils what it requires already, as far as that is known, so the requirement protects nobody. " +
			"Ask for more, or leave it out.",
		Bad: `
id: faster
when:
  all:
    - shift: pace
      towards: devops
requires:
  all:
    - metric: gap
      axis: pace
      gt: 0`,
		Good: `
id: faster
when:
  all:
    - shift: pace
      towards: devops
requires:
  all:
    - level: way_back
      gte: 2`,
		check: func(s *subject) {
			for _, e := range s.requiring() {
				now, _ := s.reaches().Find(reach.Holds(e.when), reach.Holds(e.advice.Requires))
				if now == reach.Found && s.never(reach.Holds(e.when), reach.Known(e.advice.Requires), reach.Fails(e.advice.Requires)) {
					s.report(e.at, "ask for more, or leave it out", "%s: what it requires always holds when it applies", e.label)
				}
			}
		},
	}
}

// requiring are the recommendations that may have to wait.
func (s *subject) requiring() []*entry {
	return slices.DeleteFunc(s.living(), func(e *entry) bool {
		return e.advice == nil || e.advice.Requires.Kind == questionnaire.Always
	})
}
