package lint

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func loadedWord() Rule {
	return Rule{
		Code: "loaded-word", Severity: diag.Note,
		Summary: "The text about a way of working praises or blames it.",
		Why: "Both poles are respectable ways of working, and people rather choose what sounds good than what is true. A word such as " +
			"\"modern\" or \"legacy\" tells them which answer is wanted. Say what is done, so that a team at either end would nod. Only " +
			"questions that measure lean, their options and the poles of an axis are looked at, and only for words that hardly have a " +
			"neutral meaning there.",
		Bad: `
id: yearly
text: "The old-fashioned way: once or twice a year"`,
		Good: `
id: yearly
text: "Once or twice a year"`,
		check: checkWords,
	}
}

// loadedWords say nothing about what is done and much about what to think of it. The list is short on purpose.
func loadedWords() []string {
	return []string{
		"advanced", "antiquated", "backward", "best practice", "best practices", "cutting edge", "elite", "immature", "legacy",
		"mature", "modern", "obsolete", "old fashioned", "old school", "outdated", "primitive", "progressive", "sophisticated",
		"state of the art", "unprofessional", "world class",
	}
}

func checkWords(s *subject) {
	for _, axis := range s.ownAxes() {
		at := place{axis.File, axis.Pos}
		s.checkText(at, "axis "+diag.Quote(axis.ID), axis.Low+" / "+axis.High)
	}
	for _, q := range s.ownQuestions() {
		if q.Measures != questionnaire.Lean {
			continue
		}
		label := "question " + diag.Quote(q.ID)
		s.checkText(s.placeOf(q), label, q.Text)
		for i := range q.Options {
			o := &q.Options[i]
			s.checkText(s.placeOfOption(q, o), label+", option "+diag.Quote(o.ID), o.Text)
		}
	}
}

func (s *subject) checkText(at place, label, text string) {
	plain := " " + strings.Join(words(text), " ") + " "
	for _, word := range loadedWords() {
		if strings.Contains(plain, " "+word+" ") {
			s.report(at, "say what is done instead", "%s: %s judges a way of working", label, diag.Quote(word))
			return
		}
	}
}
