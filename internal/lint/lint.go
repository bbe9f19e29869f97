package lint

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// Check returns the findings about the meaning of a questionnaire and its catalogue, sorted. Inherited parts are left
// to the questionnaire that they come from.
func (l *Linter) Check(q *questionnaire.Questionnaire) diag.List {
	s := &subject{Questionnaire: q}
	if q.Catalogue != nil && !q.Catalogue.Inherited {
		s.rules = newRuleSet(q.Catalogue, q.File)
	}
	s.markMisnamed()
	return s.runChecks(l.meaning, allChecks())
}

// CheckCatalogue returns the findings about a catalogue that do not depend on the questions, sorted.
func (l *Linter) CheckCatalogue(c *questionnaire.Catalogue) diag.List {
	s := &subject{Questionnaire: &questionnaire.Questionnaire{File: c.File}, rules: newRuleSet(c, c.File), alone: true}
	return s.runChecks(l.meaning, allChecks())
}

// Compare returns where a questionnaire differs from another one that it should score like, sorted.
func (l *Linter) Compare(q, other *questionnaire.Questionnaire) diag.List {
	s := &subject{Questionnaire: q, against: other}
	return s.runChecks(l.meaning, comparisonChecks())
}

// subject is what is checked, with its findings.
type subject struct {
	*questionnaire.Questionnaire
	// rules are the rules to check; nil if there are none or if they are inherited.
	rules *ruleSet
	// alone: a catalogue without a questionnaire.
	alone bool
	// against is another questionnaire to compare with; nil for none.
	against *questionnaire.Questionnaire

	solver *satisfy.Solver
	// looks are the tests of all rules by question, computed when first needed.
	looks   map[string][]*condition.Condition
	current *Rule
	// count is the number of findings of the current rule.
	count int
	found diag.List
}

// runChecks runs the checks in the order of their rules. Rules without a check are skipped.
func (s *subject) runChecks(rules []Rule, checks map[string]check) diag.List {
	for i := range rules {
		if find := checks[rules[i].Code]; find != nil {
			s.current, s.count = &rules[i], 0
			find(s)
		}
	}
	return s.found.Sorted()
}

// place is the position of a finding.
type place struct {
	file string
	pos  diag.Pos
}

// mostFindings limits the findings of each rule. It is far above what anybody reads, and keeps a hostile file from
// filling the memory.
const maxFindings = 1000

// addFinding adds a finding of the current rule. Text from a file must be quoted before it goes into the message.
func (s *subject) addFinding(at place, hint, format string, args ...any) {
	if s.count++; s.count > maxFindings {
		return
	}
	s.found = append(s.found, diag.Diagnostic{
		Severity: s.current.Severity, Code: s.current.Code, File: at.file, Pos: at.pos, Length: 1,
		Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

// solveConstraints decides whether some sheet fulfils the constraints. The solver is created when first needed.
func (s *subject) solveConstraints(constraints ...satisfy.Constraint) satisfy.Verdict {
	if s.solver == nil {
		s.solver = satisfy.New(s.Questionnaire)
	}
	verdict, _ := s.solver.Solve(constraints...)
	return verdict
}

// isUnsat reports whether it is proven that no sheet fulfils the constraints.
func (s *subject) isUnsat(constraints ...satisfy.Constraint) bool {
	return s.solveConstraints(constraints...) == satisfy.Unsat
}

// isOwn reports whether a thing is in the questionnaire's own file and not inherited.
func (s *subject) isOwn(file string) bool { return file == s.File }

// ownQuestions returns the questions in the questionnaire's own file.
func (s *subject) ownQuestions() []*questionnaire.Question {
	var own []*questionnaire.Question
	for i := range s.Questions {
		if s.isOwn(s.Questions[i].File) {
			own = append(own, &s.Questions[i])
		}
	}
	return own
}

// ownAxes returns the axes in the questionnaire's own file.
func (s *subject) ownAxes() []*questionnaire.Axis {
	var own []*questionnaire.Axis
	for i := range s.Axes {
		if s.isOwn(s.Axes[i].File) {
			own = append(own, &s.Axes[i])
		}
	}
	return own
}

// questionsOn returns the questions of a measure on an axis.
func (s *subject) questionsOn(measure questionnaire.Measure, axis string) []*questionnaire.Question {
	var list []*questionnaire.Question
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Measures == measure && q.Axis == axis {
			list = append(list, q)
		}
	}
	return list
}

func (s *subject) placeOf(q *questionnaire.Question) place { return place{q.File, q.Pos} }

func (s *subject) placeOfOption(q *questionnaire.Question, o *questionnaire.Option) place {
	return place{q.File, o.Pos}
}
