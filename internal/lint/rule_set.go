package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// ruleSet is the rules of a catalogue, sorted so that the order of a file does not matter.
type ruleSet struct {
	catalogue *questionnaire.Catalogue
	rules     []*catalogueRule
}

// catalogueRule is a warning or a recommendation.
type catalogueRule struct {
	at    place
	id    string
	label string
	why   string
	// when is the whole condition for it to appear: for a warning also that one of its severities applies.
	when condition.Condition
	// warning or advice is nil.
	warning *questionnaire.Warning
	advice  *questionnaire.Recommendation
	// misnamed: a test refers to an unknown name. That is reported separately, and nothing is concluded from it.
	misnamed bool
	// verdict is whether it can appear; 0 until computed.
	verdict satisfy.Verdict
}

func newRuleSet(c *questionnaire.Catalogue, file string) *ruleSet {
	if c.File != "" {
		file = c.File
	}
	set := &ruleSet{catalogue: c}
	for i := range c.Warnings {
		w := &c.Warnings[i]
		set.rules = append(set.rules, &catalogueRule{
			at: place{file, w.Pos}, id: w.ID, label: "warning " + diag.Quote(w.ID), why: w.Why, when: appearanceCondition(w), warning: w,
		})
	}
	for i := range c.Recommendations {
		r := &c.Recommendations[i]
		set.rules = append(set.rules, &catalogueRule{
			at: place{file, r.Pos}, id: r.ID, label: "recommendation " + diag.Quote(r.ID), why: r.Why, when: r.When, advice: r,
		})
	}
	slices.SortStableFunc(set.rules, func(a, b *catalogueRule) int { return strings.Compare(a.id, b.id) })
	return set
}

// appearanceCondition combines the condition of a warning with those of its severities, one of which has to apply.
func appearanceCondition(w *questionnaire.Warning) condition.Condition {
	graded := condition.Condition{Kind: condition.Any, Pos: w.Pos}
	for _, grade := range w.Grades {
		if grade.When.Kind == condition.Always {
			return w.When
		}
		graded.Of = append(graded.Of, grade.When)
	}
	return bothConditions(w.When, graded)
}

// allTests returns all tests of the rule, including those of what it requires.
func (e *catalogueRule) allTests() []*condition.Condition {
	list := e.when.Tests()
	if e.advice != nil {
		list = append(list, e.advice.Requires.Tests()...)
	}
	return list
}

// allRules returns the rules; none of a nil set.
func (b *ruleSet) allRules() []*catalogueRule {
	if b == nil {
		return nil
	}
	return b.rules
}

// identityKey is equal for two rules of the same kind with the same condition and, for a recommendation, the same
// effects.
func (e *catalogueRule) identityKey() string {
	if e.warning != nil {
		return "warning " + formatCondition(e.warning.When)
	}
	return strings.Join([]string{"recommendation", e.advice.Axis, e.advice.Direction, formatCondition(e.advice.When)}, " ")
}

// withoutReason returns the rules without a reason.
func (b *ruleSet) withoutReason() lacking {
	found := lacking{of: len(b.allRules())}
	for _, e := range b.allRules() {
		if strings.TrimSpace(e.why) == "" {
			found.addThing(e.at, e.id)
		}
	}
	return found
}

// decidableRules returns the rules for which it can be decided whether they appear: not those of a catalogue alone, nor
// those that refer to unknown names, nor those of a questionnaire that gives no advice.
func (s *subject) decidableRules() []*catalogueRule {
	if s.alone || s.Verdict == questionnaire.Quadrant {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.rules.allRules()), func(e *catalogueRule) bool { return e.misnamed })
}

// verdictOf returns whether a rule can appear.
func (s *subject) verdictOf(e *catalogueRule) satisfy.Verdict {
	if e.verdict == 0 {
		e.verdict = s.solveConstraints(satisfy.Holds(e.when))
	}
	return e.verdict
}

// reachableRules returns the rules that are known to appear for some answers. The others are reported elsewhere.
func (s *subject) reachableRules() []*catalogueRule {
	return slices.DeleteFunc(s.decidableRules(), func(e *catalogueRule) bool { return s.verdictOf(e) != satisfy.Sat })
}

// testsOn returns the tests of all rules on a question, including those of an inherited catalogue.
func (s *subject) testsOn(question string) []*condition.Condition {
	if s.looks == nil && s.Catalogue != nil {
		s.looks = map[string][]*condition.Condition{}
		for _, e := range newRuleSet(s.Catalogue, s.File).rules {
			for _, test := range e.allTests() {
				s.looks[test.Question] = append(s.looks[test.Question], test)
			}
		}
	}
	return s.looks[question]
}

func (s *subject) isTested(question string) bool { return len(s.testsOn(question)) > 0 }

// optionsNamed returns the options of a question that rules refer to.
func (s *subject) optionsNamed(question string) []string {
	var options []string
	for _, test := range s.testsOn(question) {
		options = append(options, test.Options...)
	}
	return options
}
