package questionnaire

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// dependent is the condition for asking a question, with what is needed to check it once all questions are known.
type dependent struct {
	question, label string
	at              *yamltree.Node
	condition       condition.Condition
	names           []condition.NamedQuestion
}

// askIf reads the condition for asking a question; nil where it is always asked.
func (f *file) askIf(p part, question string) *condition.Condition {
	if p.isAbsent("ask_if") {
		return nil
	}
	node := p.Node("ask_if")
	before := len(f.Diagnostics())
	label := p.label + ", " + diag.Quote("ask_if")
	r := condition.NewReader(f.Reader)
	read := r.Read(node, label)
	if len(f.Diagnostics()) == before {
		f.dependents = append(f.dependents, dependent{question, label, node, read, r.Named})
	}
	return &read
}

// checkAskIf holds the conditions for asking against all questions: they look at answers about the situation alone, so that no
// better answer about readiness can make a question appear, and none leads back to its own question.
func (f *file) checkAskIf(own []Question) {
	var known []Question
	if f.parent != nil {
		known = f.parent.Questions
	}
	known = slices.Concat(known, own)
	for i := range f.dependents {
		f.checkDependent(&f.dependents[i], known)
	}
	f.refuseCycles(own)
}

func (f *file) checkDependent(d *dependent, known []Question) {
	for _, test := range d.condition.Tests() {
		if test.Kind != condition.AnswerTest && test.Kind != condition.UnknownTest {
			f.Errorf(test.Pos, 1, "bad-ask-if", "write {answer: QUESTION, in: [OPTION]} or {unknown: QUESTION}",
				"%s: only answers to other questions decide whether this one is asked", d.label)
			return
		}
	}
	for _, named := range d.names {
		at := slices.IndexFunc(known, func(q Question) bool { return q.ID == named.At.Text })
		if !f.questions.check(named.At.Pos, named.At.Length(), d.label, named.At.Text) || at < 0 {
			continue
		}
		if question := &known[at]; question.Measures != Context && question.Measures != "" {
			f.Errorf(named.At.Pos, named.At.Length(), "bad-ask-if", "name a question that measures context",
				"%s: %s measures %s; only answers about the situation decide what is asked",
				d.label, diag.Quote(question.ID), question.Measures)
			continue
		}
		f.checkOptions(d.label, &known[at], named.Options)
	}
}

func (f *file) checkOptions(label string, question *Question, named []*yamltree.Node) {
	options := optionIDs(question.Options)
	for _, option := range unknownOptions(named, options) {
		f.Errorf(option.Pos, option.Length(), "bad-ask-if", optionHint(f.Reader, question.ID, option.Text, options),
			"%s: question %s has no option %s", label, diag.Quote(question.ID), diag.Quote(option.Text))
	}
}

// DependsOn returns the ids of the questions whose answers decide whether this one is asked, each once; none where it always is.
func (q *Question) DependsOn() []string {
	if q.AskIf == nil {
		return nil
	}
	var ids []string
	seen := map[string]bool{}
	for _, test := range q.AskIf.Tests() {
		if !seen[test.Question] {
			seen[test.Question], ids = true, append(ids, test.Question)
		}
	}
	return ids
}

// leaveUnasked leaves out of the conditions for asking what looks at questions that were not taken over, because a test on these
// never holds, and with it the questions that can never be asked then.
func (d *draft) leaveUnasked() {
	for before := -1; before != len(d.Questions); {
		before = len(d.Questions)
		asks := func(test *condition.Condition) bool { return d.Question(test.Question) != nil }
		var kept []Question
		for _, question := range d.Questions {
			if question.AskIf != nil {
				rest, possible := question.AskIf.Reduce(asks)
				if !possible {
					d.NotAsked = append(append(d.NotAsked, question.ID), question.Was...)
					continue
				}
				if question.AskIf = &rest; rest.Kind == condition.Always {
					question.AskIf = nil
				}
			}
			kept = append(kept, question)
		}
		d.Questions = kept
	}
}

// refuseCycles reports each circle of conditions once, at the first of its questions. The questions of an extended questionnaire
// cannot depend on those of this file.
func (f *file) refuseCycles(own []Question) {
	finished := map[string]bool{}
	for i := range own {
		f.followAskIf(own, &own[i], nil, finished)
	}
}

// followAskIf goes from a question to those that its condition looks at; path are the questions that led to it.
func (f *file) followAskIf(own []Question, question *Question, path []string, finished map[string]bool) {
	if at := slices.Index(path, question.ID); at >= 0 {
		f.refuseCycle(append(path[at:], question.ID))
		return
	}
	if finished[question.ID] || question.AskIf == nil {
		return
	}
	path = append(path, question.ID)
	for _, id := range question.DependsOn() {
		at := slices.IndexFunc(own, func(q Question) bool { return q.ID == id && q.ID != "" })
		if at >= 0 {
			f.followAskIf(own, &own[at], path, finished)
		}
	}
	finished[question.ID] = true
}

// refuseCycle reports a circle; the first question of it stands at its end again.
func (f *file) refuseCycle(circle []string) {
	at := slices.IndexFunc(f.dependents, func(d dependent) bool { return d.question == circle[0] })
	if at < 0 {
		return // Its condition has another fault.
	}
	d := &f.dependents[at]
	f.Errorf(d.at.Pos, d.at.Length(), "ask-if-cycle", "let one of them be asked always",
		"%s: whether it is asked depends on itself: %s", d.label, strings.Join(circle, ", "))
}
