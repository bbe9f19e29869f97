package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkNoWhy(s *subject) {
	s.reportLacking("questions", "say why it is asked", s.questionsLacking(func(q *questionnaire.Question) bool {
		return strings.TrimSpace(q.Why) == ""
	}))
	s.reportLacking("rules", "give the reason and its sources", s.rules.withoutReason())
}

func checkNoSources(s *subject) {
	s.reportLacking("questions", "name a source, or call it a judgement", s.questionsLacking(func(q *questionnaire.Question) bool {
		return !slices.ContainsFunc(q.Sources, func(source string) bool { return strings.TrimSpace(source) != "" })
	}))
}

// lacking collects things of a kind that lack something: the first position in the file, their ids, and how many there
// are.
type lacking struct {
	at  place
	ids []string
	of  int
}

func (l *lacking) addThing(at place, id string) {
	if len(l.ids) == 0 || at.pos.Line < l.at.pos.Line || at.pos.Line == l.at.pos.Line && at.pos.Column < l.at.pos.Column {
		l.at = at
	}
	l.ids = append(l.ids, id)
}

func (s *subject) questionsLacking(lacks func(*questionnaire.Question) bool) lacking {
	own := s.ownQuestions()
	found := lacking{of: len(own)}
	for _, q := range own {
		if lacks(q) {
			found.addThing(s.placeOf(q), q.ID)
		}
	}
	return found
}

// wantedKey is the key that the current rule requires.
func (s *subject) wantedKey() string { return strings.TrimPrefix(s.current.Code, "no-") }

// reportLacking makes a single finding of all, so that a file without them is not buried under notes.
func (s *subject) reportLacking(things, hint string, found lacking) {
	if len(found.ids) == 0 {
		return
	}
	slices.Sort(found.ids)
	const few = 5
	named := make([]string, 0, few+1)
	for _, id := range found.ids[:min(few, len(found.ids))] {
		named = append(named, diag.Quote(id))
	}
	if len(found.ids) > few {
		named = append(named, "…")
	}
	s.addFinding(found.at, hint, "%s is missing in %d of %d %s: %s",
		diag.Quote(s.wantedKey()), len(found.ids), found.of, things, strings.Join(named, ", "))
}
