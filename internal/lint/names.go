package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
)

func checkUnknownName(s *subject) {
	for _, e := range s.rules.allRules() {
		if !s.alone {
			s.reportNames(e)
		}
	}
}

// markMisnamed marks the rules that refer to unknown names.
func (s *subject) markMisnamed() {
	for _, e := range s.rules.allRules() {
		for _, test := range e.allTests() {
			e.misnamed = e.misnamed || s.hasUnknownName(test)
		}
	}
}

func (s *subject) hasUnknownName(test *condition.Condition) bool {
	if test.Question == "" {
		return !s.hasAxis(test.Axis)
	}
	q := s.Question(test.Question)
	return q == nil || slices.ContainsFunc(test.Options, func(option string) bool { return q.Option(option) == nil })
}

func (s *subject) hasAxis(id string) bool {
	return id == "" || id == condition.Overall || s.Axis(id) != nil
}

func (s *subject) reportNames(e *catalogueRule) {
	for _, test := range e.allTests() {
		at := place{e.at.file, test.Pos}
		switch {
		case test.Question != "" && s.Question(test.Question) == nil:
			s.addFinding(at, s.suggestName(test.Question, s.questionIDs()), "%s: there is no question %s", e.label, diag.Quote(test.Question))
		case !s.hasAxis(test.Axis):
			s.addFinding(at, s.suggestName(test.Axis, s.axisIDs()), "%s: there is no axis %s", e.label, diag.Quote(test.Axis))
		}
	}
	if e.advice != nil && !s.hasAxis(e.advice.Axis) {
		s.addFinding(e.at, s.suggestName(e.advice.Axis, s.axisIDs()), "%s: there is no axis %s", e.label, diag.Quote(e.advice.Axis))
	}
}

// suggestName suggests a similar id, or lists all if they are few. A file with hundreds of unknown names gets hints for
// the first ones only: more are never shown, and the search costs time.
func (s *subject) suggestName(name string, ids []string) string {
	const few = 12
	if len(s.found) > 2*diag.MaxPerFile {
		return ""
	}
	hint := diag.DidYouMean(name, ids)
	if hint == "" && len(ids) > 0 && len(ids) <= few {
		return "known: " + diag.Visible(strings.Join(ids, ", "))
	}
	return hint
}

func (s *subject) questionIDs() []string {
	var ids []string
	for i := range s.Questions {
		ids = append(ids, s.Questions[i].ID)
	}
	return sortedCopy(ids)
}

func (s *subject) axisIDs() []string {
	var ids []string
	for i := range s.Axes {
		ids = append(ids, s.Axes[i].ID)
	}
	return sortedCopy(ids)
}
