package lint

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

func checkDrift(s *subject) {
	s.compareThings(thingsOf(s.Questionnaire), thingsOf(s.against))
}

// compareThings reports what is missing, what is extra, and what has other values.
func (s *subject) compareThings(ours, theirs []thing) {
	there, here := indexThings(theirs), indexThings(ours)
	name := diag.Quote(s.against.ID)
	extended := s.Extends == s.against.ID
	for _, one := range ours {
		other, found := there[one.key]
		switch {
		case found:
			s.compareFacts(one, other, name)
		case !extended && one.isTop(there):
			s.addFinding(one.at, "", "%s is not in %s", one.label, name)
		}
	}
	for _, other := range theirs {
		if _, found := here[other.key]; !found && !extended && other.isTop(here) {
			s.addFinding(place{file: s.File}, "", "%s of %s is missing", other.label, name)
		}
	}
}

func (s *subject) compareFacts(one, other thing, name string) {
	for i, fact := range one.facts {
		if theirs := other.facts[i].value; fact.value != theirs {
			s.addFinding(one.at, "", "%s: %s is %s, in %s it is %s", one.label, fact.name, quoteValue(fact.value), name, quoteValue(theirs))
		}
	}
}

func quoteValue(text string) string {
	if text == "" {
		return "not given"
	}
	return diag.Quote(text)
}

func indexThings(things []thing) map[string]thing {
	found := make(map[string]thing, len(things))
	for _, one := range things {
		found[one.key] = one
	}
	return found
}

// isTop reports whether the parent of a thing exists, so that its own absence is worth reporting.
func (t thing) isTop(others map[string]thing) bool {
	_, found := others[t.partOf]
	return t.partOf == "" || found
}

// checkUntranslated ignores short texts: a word or a name may be the same in two languages.
func checkUntranslated(s *subject) {
	const fewWords = 4
	var same []place
	var labels []string
	compared, different := 0, 0
	note := func(at place, label, ours, theirs string) {
		compared++
		switch {
		case strings.TrimSpace(ours) != strings.TrimSpace(theirs):
			different++
		case len(splitWords(ours)) >= fewWords:
			same, labels = append(same, at), append(labels, label)
		}
	}
	for _, q := range s.ownQuestions() {
		other := s.against.Question(q.ID)
		if other == nil {
			continue
		}
		note(s.placeOf(q), "question "+diag.Quote(q.ID), q.Text, other.Text)
		for i := range q.Options {
			o := &q.Options[i]
			if theirs := other.Option(o.ID); theirs != nil {
				note(s.placeOfOption(q, o), "question "+diag.Quote(q.ID)+", option "+diag.Quote(o.ID), o.Text, theirs.Text)
			}
		}
	}
	if 2*different <= compared {
		return
	}
	for i, at := range same {
		s.addFinding(at, "translate it", "%s has the same text as in %s", labels[i], diag.Quote(s.against.ID))
	}
}
