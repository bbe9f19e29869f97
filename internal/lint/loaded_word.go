package lint

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// loadedWords describe nothing that is done, but praise or blame it. The list is short on purpose.
func loadedWords() []string {
	return []string{
		"advanced", "antiquated", "backward", "best practice", "best practices", "cutting edge", "elite", "immature", "legacy",
		"mature", "modern", "obsolete", "old fashioned", "old school", "outdated", "primitive", "progressive", "sophisticated",
		"state of the art", "unprofessional", "world class",
	}
}

func checkLoadedWord(s *subject) {
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
	plain := " " + strings.Join(splitWords(text), " ") + " "
	for _, word := range loadedWords() {
		if strings.Contains(plain, " "+word+" ") {
			s.addFinding(at, "say what is done instead", "%s: %s judges a way of working", label, diag.Quote(word))
			return
		}
	}
}
