package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkNeverFires(s *subject) {
	if s.Verdict == questionnaire.Quadrant && len(s.rules.allRules()) > 0 {
		first := s.rules.allRules()[0]
		s.addFinding(first.at, "leave the rules out", "no rule can appear: a questionnaire with the verdict quadrant gives no advice")
	}
	for _, e := range s.decidableRules() {
		if s.verdictOf(e) == satisfy.Unsat {
			core := s.minimalConflict(splitConjunction(e.when))
			if len(core) == 1 {
				s.addFinding(place{e.at.file, core[0].Pos}, s.explainUnsat(core[0]),
					"%s can never appear: %s never holds", e.label, quoteCondition(core[0]))
				continue
			}
			s.addFinding(e.at, "fix the condition, or leave the rule out",
				"%s can never appear: no answers fulfil %s together", e.label, listConditions(core))
		}
	}
}

// minimalConflict removes conditions that are not needed for the contradiction.
func (s *subject) minimalConflict(conditions []condition.Condition) []condition.Condition {
	core := slices.Clone(conditions)
	for i := 0; i < len(core) && len(core) > 1; {
		without := slices.Delete(slices.Clone(core), i, i+1)
		if s.isUnsat(holdAll(without)...) {
			core = without
		} else {
			i++
		}
	}
	return core
}

func holdAll(conditions []condition.Condition) []satisfy.Constraint {
	constraints := make([]satisfy.Constraint, 0, len(conditions))
	for _, c := range conditions {
		constraints = append(constraints, satisfy.Holds(c))
	}
	return constraints
}

// explainUnsat says what a test that never holds could test instead.
func (s *subject) explainUnsat(c condition.Condition) string {
	switch c.Kind {
	case condition.MetricTest:
		low, high, known := s.solver.Range(c.Metric, c.Axis)
		if !known {
			return diag.Visible(c.Subject()) + " cannot be computed here"
		}
		return diag.Visible(c.Subject()) + " goes from " + exact.Text(low) + " to " + exact.Text(high)
	case condition.LevelTest:
		return s.describeLevels(s.Question(c.Question))
	default:
		return ""
	}
}

func (s *subject) describeLevels(q *questionnaire.Question) string {
	if q.Measures != questionnaire.Readiness {
		return "question " + diag.Quote(q.ID) + " measures " + string(q.Measures) + ", its options have no levels"
	}
	if q.Many {
		return "the levels go from 0 to 4"
	}
	values := make([]string, 0, len(q.Options))
	for _, o := range q.Options {
		values = append(values, exact.Text(o.Readiness))
	}
	return "the levels are " + strings.Join(slices.Compact(sortedCopy(values)), ", ")
}

// quoteCondition formats a condition for a message: shortened, and safe to show.
func quoteCondition(c condition.Condition) string { return diag.Quote(formatCondition(c)) }

func listConditions(conditions []condition.Condition) string {
	var texts []string
	for _, c := range conditions {
		texts = append(texts, quoteCondition(c))
	}
	const few = 4
	if len(texts) > few {
		texts = append(texts[:few-1], "…")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], ", ") + " and " + texts[last]
}
