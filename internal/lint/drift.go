package lint

import (
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func drift() Rule {
	return Rule{
		Code: "drift", Severity: diag.Error,
		Summary: "A questionnaire differs from the one that it is compared with.",
		Why: "A translation, or a copy with other wording, is meant to score as the original does: then its answers can be compared, and " +
			"answers files fit both. With --against, ids, measures, values, weights, floors and the conditions of rules are held against " +
			"the other file; texts are free. What \"extends\" takes over cannot differ, and what it leaves out or adds is its purpose.",
		Bad: `
id: rhythm
options:
  - id: yearly
    position: -1
  - id: monthly
    position: 0.5`,
		Good: `
id: rhythm
options:
  - id: yearly
    position: -1
  - id: monthly
    position: 0`,
		check: func(s *subject) {
			if s.against != nil {
				s.compare(thingsOf(s.Questionnaire), thingsOf(s.against))
			}
		},
	}
}

func untranslated() Rule {
	return Rule{
		Code: "untranslated", Severity: diag.Note,
		Summary: "A text is the same in a translation and in its original.",
		Why: "With --against, a file in which most questions have other texts than in the other file is taken for its translation. A text of " +
			"several words that is the same in both was most likely forgotten.",
		check: func(s *subject) {
			if s.against != nil {
				s.checkTranslation()
			}
		},
	}
}

// Against compares a questionnaire with another one that it should score like, sorted.
func Against(q, other *questionnaire.Questionnaire) diag.List {
	s := &subject{Questionnaire: q, against: other}
	for _, rule := range []Rule{drift(), untranslated()} {
		s.current = &rule
		rule.check(s)
	}
	return s.found.Sorted()
}

// compare reports what is missing, what is there besides, and what has other values.
func (s *subject) compare(ours, theirs []thing) {
	there, here := byKey(theirs), byKey(ours)
	name := diag.Quote(s.against.ID)
	extended := s.Extends == s.against.ID
	for _, one := range ours {
		other, found := there[one.key]
		switch {
		case found:
			s.compareFacts(one, other, name)
		case !extended && one.isTop(there):
			s.report(one.at, "", "%s is not in %s", one.label, name)
		}
	}
	for _, other := range theirs {
		if _, found := here[other.key]; !found && !extended && other.isTop(here) {
			s.report(place{file: s.File}, "", "%s of %s is missing", other.label, name)
		}
	}
}

func (s *subject) compareFacts(one, other thing, name string) {
	for i, fact := range one.facts {
		if theirs := other.facts[i].value; fact.value != theirs {
			s.report(one.at, "", "%s: %s is %s, in %s it is %s", one.label, fact.name, valueOf(fact.value), name, valueOf(theirs))
		}
	}
}

func valueOf(text string) string {
	if text == "" {
		return "not given"
	}
	return diag.Quote(text)
}

func byKey(things []thing) map[string]thing {
	found := make(map[string]thing, len(things))
	for _, one := range things {
		found[one.key] = one
	}
	return found
}

// isTop reports that what a thing is part of is there, so that its own absence is news.
func (t thing) isTop(others map[string]thing) bool {
	_, found := others[t.partOf]
	return t.partOf == "" || found
}

// checkTranslation leaves short texts aside: a word or a name may be the same in two languages.
func (s *subject) checkTranslation() {
	const fewWords = 4
	var same []place
	var labels []string
	compared, different := 0, 0
	note := func(at place, label, ours, theirs string) {
		compared++
		switch {
		case strings.TrimSpace(ours) != strings.TrimSpace(theirs):
			different++
		case len(words(ours)) >= fewWords:
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
		s.report(at, "translate it", "%s has the same text as in %s", labels[i], diag.Quote(s.against.ID))
	}
}
