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

// Scope is what gates can ask about: the axes of a questionnaire, or of a saved result.
type Scope struct {
	// Questionnaire is its id.
	Questionnaire string
	// Leaning: the questionnaire leads to a leaning, which most gates need.
	Leaning bool
	Axes    []string
}

// ScopeOf returns the scope of a questionnaire.
func ScopeOf(q *questionnaire.Questionnaire) Scope {
	scope := Scope{Questionnaire: q.ID, Leaning: q.Verdict != questionnaire.Quadrant}
	for i := range q.Axes {
		scope.Axes = append(scope.Axes, q.Axes[i].ID)
	}
	return scope
}

// ScopeOfResult returns the scope of a saved result.
func ScopeOfResult(doc *report.Document) Scope {
	scope := Scope{Questionnaire: doc.Questionnaire.ID, Leaning: doc.Verdict.Leaning != nil}
	for i := range doc.Axes {
		scope.Axes = append(scope.Axes, doc.Axes[i].ID)
	}
	return scope
}

// Check reports the gates that can never be evaluated within a scope: those on an axis that it does not have and,
// without a leaning, all but those on the age of answers and on contradictions.
func (s Set) Check(scope Scope) diag.List {
	if !scope.Leaning {
		return s.rejectAll(scope)
	}
	var found diag.List
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

// rejectAll reports every gate that needs a leaning.
func (s Set) rejectAll(scope Scope) diag.List {
	var found diag.List
	for _, text := range s.leanings {
		found = append(found, text.Errorf("no-leaning",
			"only max-age and fail-on-contradiction work with it; remove the gate, or name a configuration without it with --config",
			"%s gives no leaning, so this gate has nothing to check", diag.Quote(scope.Questionnaire))...)
	}
	return found
}
