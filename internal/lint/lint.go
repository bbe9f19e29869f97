package lint

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// Check returns what is to be said about the meaning of a questionnaire and of the catalogue that it brings, sorted. What it
// took over from a questionnaire that it extends is for those who mend that one.
func (l *Linter) Check(q *questionnaire.Questionnaire) diag.List {
	s := &subject{Questionnaire: q}
	if q.Catalogue != nil && !q.Catalogue.Inherited {
		s.rules = newRuleSet(q.Catalogue, q.File)
	}
	s.markMisnamed()
	return s.run(l.meaning, checks())
}

// CheckCatalogue returns what can be said about a catalogue without the questions that its rules look at, sorted.
func (l *Linter) CheckCatalogue(c *questionnaire.Catalogue) diag.List {
	s := &subject{Questionnaire: &questionnaire.Questionnaire{File: c.File}, rules: newRuleSet(c, c.File), alone: true}
	return s.run(l.meaning, checks())
}

// Compare returns where a questionnaire differs from another one that it should score like, sorted.
func (l *Linter) Compare(q, other *questionnaire.Questionnaire) diag.List {
	s := &subject{Questionnaire: q, against: other}
	return s.run(l.meaning, comparisons())
}

// subject is what is checked, and what was found in it.
type subject struct {
	*questionnaire.Questionnaire
	// rules are those that are to be checked; nil when there are none, or when they were taken over.
	rules *ruleSet
	// alone is set for a catalogue without a questionnaire.
	alone bool
	// against is another questionnaire that this one is compared with; nil for none.
	against *questionnaire.Questionnaire

	solver *satisfy.Solver
	// looks are the tests of all rules by the question that they look at, made when they are first needed.
	looks   map[string][]*condition.Condition
	current *Rule
	// count is how many findings the current rule has.
	count int
	found diag.List
}

// run makes the checks in the order of their rules. Rules without one among them are passed over.
func (s *subject) run(rules []Rule, checks map[string]check) diag.List {
	for i := range rules {
		if find := checks[rules[i].Code]; find != nil {
			s.current, s.count = &rules[i], 0
			find(s)
		}
	}
	return s.found.Sorted()
}

// place is where a finding stands.
type place struct {
	file string
	pos  diag.Pos
}

// mostFindings bounds what is kept of each rule. It is far above what anybody reads, and keeps a hostile file from filling the
// memory.
const mostFindings = 1000

// report adds a finding of the rule that is being checked. Text from a file must be quoted before it enters the message.
func (s *subject) report(at place, hint, format string, args ...any) {
	if s.count++; s.count > mostFindings {
		return
	}
	s.found = append(s.found, diag.Diagnostic{
		Severity: s.current.Severity, Code: s.current.Code, File: at.file, Pos: at.pos, Length: 1,
		Message: fmt.Sprintf(format, args...), Hint: hint,
	})
}

// solve decides whether some sheet fulfils the constraints. The solver is made when it is first needed.
func (s *subject) solve(constraints ...satisfy.Constraint) satisfy.Verdict {
	if s.solver == nil {
		s.solver = satisfy.New(s.Questionnaire)
	}
	verdict, _ := s.solver.Solve(constraints...)
	return verdict
}

// isUnsat reports that it is proven that no sheet fulfils the constraints.
func (s *subject) isUnsat(constraints ...satisfy.Constraint) bool {
	return s.solve(constraints...) == satisfy.Unsat
}

// isOwn reports that a thing stands in the questionnaire's own file and was not taken over.
func (s *subject) isOwn(file string) bool { return file == s.File }

// ownQuestions returns the questions that stand in the questionnaire's own file.
func (s *subject) ownQuestions() []*questionnaire.Question {
	var own []*questionnaire.Question
	for i := range s.Questions {
		if s.isOwn(s.Questions[i].File) {
			own = append(own, &s.Questions[i])
		}
	}
	return own
}

// ownAxes returns the axes that stand in the questionnaire's own file.
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
