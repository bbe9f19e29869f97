package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// ruleBook is the rules of a catalogue: sorted, so that the order of a file changes nothing.
type ruleBook struct {
	catalogue *questionnaire.Catalogue
	entries   []*entry
}

// entry is one warning or one recommendation.
type entry struct {
	at    place
	id    string
	label string
	why   string
	// when is everything that has to hold for it to appear: for a warning also that one of its severities applies.
	when condition.Condition
	// warning or advice is nil.
	warning *questionnaire.Warning
	advice  *questionnaire.Recommendation
	// misnamed is set when a test names what is not there. That is reported by itself, and nothing follows from it.
	misnamed bool
	// fate is whether it can appear; 0 until it was asked for.
	fate satisfy.Verdict
}

func newRuleBook(c *questionnaire.Catalogue, file string) *ruleBook {
	if c.File != "" {
		file = c.File
	}
	book := &ruleBook{catalogue: c}
	for i := range c.Warnings {
		w := &c.Warnings[i]
		book.entries = append(book.entries, &entry{
			at: place{file, w.Pos}, id: w.ID, label: "warning " + diag.Quote(w.ID), why: w.Why, when: appears(w), warning: w,
		})
	}
	for i := range c.Recommendations {
		r := &c.Recommendations[i]
		book.entries = append(book.entries, &entry{
			at: place{file, r.Pos}, id: r.ID, label: "recommendation " + diag.Quote(r.ID), why: r.Why, when: r.When, advice: r,
		})
	}
	slices.SortStableFunc(book.entries, func(a, b *entry) int { return strings.Compare(a.id, b.id) })
	return book
}

// appears is the condition of a warning together with those of its severities, without one of which it stays silent.
func appears(w *questionnaire.Warning) condition.Condition {
	graded := condition.Condition{Kind: condition.Any, Pos: w.Pos}
	for _, grade := range w.Grades {
		if grade.When.Kind == condition.Always {
			return w.When
		}
		graded.Of = append(graded.Of, grade.When)
	}
	return both(w.When, graded)
}

// tests are all tests of the rule, those of what it requires among them.
func (e *entry) tests() []*condition.Condition {
	list := e.when.Tests()
	if e.advice != nil {
		list = append(list, e.advice.Requires.Tests()...)
	}
	return list
}

// all returns the rules; none of a book that is nil.
func (b *ruleBook) all() []*entry {
	if b == nil {
		return nil
	}
	return b.entries
}

// sameness is what makes two rules of a kind one: their condition, and what a recommendation moves and where to.
func (e *entry) sameness() string {
	if e.warning != nil {
		return "warning " + notation(e.warning.When)
	}
	return strings.Join([]string{"recommendation", e.advice.Axis, e.advice.Direction, notation(e.advice.When)}, " ")
}

// lacking are the rules without a reason.
func (b *ruleBook) lacking() lacking {
	found := lacking{of: len(b.all())}
	for _, e := range b.all() {
		if strings.TrimSpace(e.why) == "" {
			found.add(e.at, e.id)
		}
	}
	return found
}

// judged returns the rules of which can be said whether they appear: not those of a catalogue alone, nor those that name
// what is not there, nor those of a questionnaire that gives no advice.
func (s *subject) judged() []*entry {
	if s.alone || s.Verdict == questionnaire.Quadrant {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.rules.all()), func(e *entry) bool { return e.misnamed })
}

// fateOf reports whether a rule can appear.
func (s *subject) fateOf(e *entry) satisfy.Verdict {
	if e.fate == 0 {
		e.fate = s.solve(satisfy.Holds(e.when))
	}
	return e.fate
}

// living returns the rules that are known to appear for some answers. Of the others enough is said elsewhere.
func (s *subject) living() []*entry {
	return slices.DeleteFunc(s.judged(), func(e *entry) bool { return s.fateOf(e) != satisfy.Sat })
}

// lookedAt returns the tests of all rules on a question, those of a catalogue that was taken over among them.
func (s *subject) lookedAt(question string) []*condition.Condition {
	if s.looks == nil && s.Catalogue != nil {
		s.looks = map[string][]*condition.Condition{}
		for _, e := range newRuleBook(s.Catalogue, s.File).entries {
			for _, test := range e.tests() {
				s.looks[test.Question] = append(s.looks[test.Question], test)
			}
		}
	}
	return s.looks[question]
}

func (s *subject) isLookedAt(question string) bool { return len(s.lookedAt(question)) > 0 }

// optionsNamed are the options of a question that rules name.
func (s *subject) optionsNamed(question string) []string {
	var options []string
	for _, test := range s.lookedAt(question) {
		options = append(options, test.Options...)
	}
	return options
}
