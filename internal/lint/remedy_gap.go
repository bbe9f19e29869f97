package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// checkRemedyGap looks for a sheet on which a warning about a figure stands, and none of the items that answer it. Where there is
// no such item at all, no-remedy says so.
func checkRemedyGap(s *subject) {
	living := s.reachableRules()
	for _, e := range living {
		if e.warning == nil || !slices.ContainsFunc(e.when.Tests(), isOnFigure) {
			continue
		}
		remedies := remediesOf(e.warning, living)
		constraints := []satisfy.Constraint{satisfy.Holds(e.when), satisfy.Holds(s.actsOn(e.warning))}
		for _, remedy := range remedies {
			constraints = append(constraints, satisfy.Fails(remedy.when))
		}
		if len(remedies) > 0 && s.solveConstraints(constraints...) == satisfy.Sat {
			s.addFinding(e.at, "let a recommendation that answers it look at the same figure",
				"%s can stand without any recommendation that answers it", e.label)
		}
	}
}

// isOnFigure reports a test on a figure in which several answers are summed up, other than how many there are.
func isOnFigure(test *condition.Condition) bool {
	return test.Kind == condition.MetricTest && !test.Metric.Definition().Completeness
}

// remediesOf are the items that answer a warning: those that name it, and those that lift answers where these count.
func remediesOf(w *questionnaire.Warning, rules []*catalogueRule) []*catalogueRule {
	var remedies []*catalogueRule
	for _, e := range rules {
		if e.advice == nil {
			continue
		}
		if slices.Contains(e.advice.AnswersWarnings, w.ID) || w.AnsweredByLifts && len(e.advice.Lifts) > 0 {
			remedies = append(remedies, e)
		}
	}
	return remedies
}

// actsOn is the condition of the severities from which a warning wants something to be done.
func (s *subject) actsOn(w *questionnaire.Warning) condition.Condition {
	graded := condition.Condition{Kind: condition.Any, Pos: w.Pos}
	for _, grade := range w.Grades {
		switch {
		case grade.Severity == questionnaire.Info:
		case grade.When.Kind == condition.Always:
			return condition.Condition{Kind: condition.All}
		default:
			graded.Of = append(graded.Of, grade.When)
		}
	}
	return graded
}

// checkRankInversion compares items that answer the same severe warning, and therefore get the same bonus: where both apply, one
// that moves no figure should not stand above one that lifts an answer.
func checkRankInversion(s *subject) {
	living := s.reachableRules()
	for _, e := range living {
		if e.warning == nil || !isSevere(e.warning) {
			continue
		}
		remedies := remediesOf(e.warning, living)
		for _, idle := range remedies {
			if len(idle.advice.Lifts)+len(idle.advice.Moves) == 0 {
				s.reportAbove(e, idle, remedies)
			}
		}
	}
}

// reportAbove names the first remedy, by id, that lifts an answer and stands below one that moves nothing.
func (s *subject) reportAbove(warning, idle *catalogueRule, remedies []*catalogueRule) {
	for _, lifting := range remedies {
		if len(lifting.advice.Lifts) == 0 || standing(idle.advice) <= standing(lifting.advice) {
			continue
		}
		both := s.solveConstraints(satisfy.Holds(warning.when), satisfy.Holds(idle.when), satisfy.Holds(lifting.when))
		if both == satisfy.Sat {
			s.addFinding(idle.at, "lower its impact, or name what it lifts or moves",
				"%s moves no figure and ranks above %s, which lifts an answer, against the %s",
				idle.label, diag.Quote(lifting.id), warning.label)
			return
		}
	}
}

// isSevere reports a warning that can be critical or high.
func isSevere(w *questionnaire.Warning) bool {
	return slices.ContainsFunc(w.Grades, func(g questionnaire.Grade) bool {
		return g.Severity == questionnaire.Critical || g.Severity == questionnaire.High
	})
}

// standing is the part of the rank of an item that its author gave it: what it adds where it is as urgent as can be.
func standing(item *questionnaire.Recommendation) int { return 100*item.Impact/5 - 10*(item.Effort-1) }
