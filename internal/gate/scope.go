package gate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Scope is what gates can ask about: the kind and the axes of a questionnaire, or of a saved result.
type Scope struct {
	// Questionnaire is its id.
	Questionnaire string
	Verdict       questionnaire.Verdict
	Axes          []string
}

// ScopeOf returns the scope of a questionnaire.
func ScopeOf(q *questionnaire.Questionnaire) Scope {
	scope := Scope{Questionnaire: q.ID, Verdict: q.Verdict}
	for i := range q.Axes {
		scope.Axes = append(scope.Axes, q.Axes[i].ID)
	}
	return scope
}

// ScopeOfResult returns the scope of a saved result.
func ScopeOfResult(doc *report.Document) Scope {
	scope := Scope{Questionnaire: doc.Questionnaire.ID, Verdict: questionnaire.Verdict(doc.Verdict.Kind())}
	for _, axis := range doc.Levels() {
		scope.Axes = append(scope.Axes, axis.ID)
	}
	return scope
}

// Check reports the gates that can never be evaluated within a scope: those on an axis that it does not have, those on the line
// between the poles where there is none, and those on a state of readiness where there is none. A quadrant has nothing but the age
// of answers and contradictions.
func (s Set) Check(scope Scope) diag.List {
	var found diag.List
	switch scope.Verdict {
	case questionnaire.Quadrant:
		return s.rejectAll(scope)
	case questionnaire.ReadinessState:
		found = s.rejectLeaning(scope)
	case questionnaire.Leaning:
		found = s.rejectState(scope)
	}
	for _, t := range slices.Concat(s.tests, s.kept) {
		found = append(found, scope.missingAxis(t)...)
	}
	return found
}

// missingAxis reports an axis that the scope does not have, at its position behind the metric.
func (s Scope) missingAxis(t test) diag.List {
	axis := t.condition.Axis
	if axis == condition.Overall || slices.Contains(s.Axes, axis) {
		return nil
	}
	at := diag.Pos{Line: 1, Column: t.condition.Pos.Column + len(t.condition.Metric.String()) + 1}
	return t.at.Within(diag.List{{
		Severity: diag.Error, Code: "unknown-axis", Pos: at, Length: len([]rune(axis)),
		Message: diag.Quote(s.Questionnaire) + " has no axis " + diag.Quote(axis),
		Hint:    cmp.Or(diag.DidYouMean(axis, s.Axes), "known: "+strings.Join(s.Axes, ", ")),
	}})
}

const otherGates = "remove the gate, or name a configuration without it with --config"

// rejectAll reports every gate that a quadrant has nothing for.
func (s Set) rejectAll(scope Scope) diag.List {
	var found diag.List
	for _, text := range slices.Concat(s.scored, s.needLeaning, s.needState) {
		found = append(found, text.Errorf("no-leaning", "only max-age and fail-on-contradiction work with it; "+otherGates,
			"%s gives no leaning, so this gate has nothing to check", diag.Quote(scope.Questionnaire))...)
	}
	return found
}

// rejectLeaning reports the gates on the line between the poles.
func (s Set) rejectLeaning(scope Scope) diag.List {
	var found diag.List
	var known []string
	for _, metric := range condition.GateMetrics() {
		if !metric.Definition().LeaningOnly {
			known = append(known, metric.String())
		}
	}
	for _, t := range slices.Concat(s.tests, s.kept) {
		if t.condition.Metric.Definition().LeaningOnly && !t.implied {
			found = append(found, t.at.Errorf("no-leaning", "gate on "+strings.Join(known, ", ")+", or with --require-ready; "+otherGates,
				"%s asks about readiness alone and has no %s", diag.Quote(scope.Questionnaire), t.condition.Metric)...)
		}
	}
	for _, text := range s.needLeaning {
		found = append(found, text.Errorf("no-leaning", "use --require-ready; "+otherGates,
			"%s asks about readiness alone and has no confidence", diag.Quote(scope.Questionnaire))...)
	}
	return found
}

// rejectState reports the gates on a state of readiness.
func (s Set) rejectState(scope Scope) diag.List {
	var found diag.List
	for _, text := range s.needState {
		found = append(found, text.Errorf("no-state", "gate on its figures, for example --gate 'unmet <= 0'; "+otherGates,
			"%s gives no state of readiness, so this gate has nothing to check", diag.Quote(scope.Questionnaire))...)
	}
	return found
}
