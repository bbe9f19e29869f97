package survey

import (
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// lookup finds things by what people call them: first by the whole plain text, then by its letters alone, each also without a
// number in front. A name that several things share finds none of them.
type lookup[T comparable] struct {
	exact, loose map[string]T
	// shared are the names, exact and loose, of several things.
	shared map[string]bool
	// words are all names as they were given, for the one nearest to a name that was not found.
	words []string
}

func newLookup[T comparable]() lookup[T] {
	return lookup[T]{exact: map[string]T{}, loose: map[string]T{}, shared: map[string]bool{}}
}

// add adds a name of a thing. A name that another thing has already, given in an earlier round, stays that one's.
func (l *lookup[T]) add(thing T, name string, round map[string]bool) {
	text := plain(name)
	if text == "" {
		return
	}
	l.words = append(l.words, name)
	l.put(l.exact, "="+text, text, thing, round)
	if loose := letters(text); loose != "" {
		l.put(l.loose, "~"+loose, loose, thing, round)
	}
}

func (l *lookup[T]) put(names map[string]T, mark, name string, thing T, round map[string]bool) {
	switch there, taken := names[name]; {
	case !taken:
		names[name], round[mark] = thing, true
	case there != thing && round[mark]:
		l.shared[mark] = true
	}
}

// find returns the thing that a text names; ok is false for none and for several.
func (l *lookup[T]) find(text string) (thing T, ok bool) {
	text = plain(text)
	if thing, ok = l.findPlain(text); ok {
		return thing, true
	}
	if rest := withoutNumber(text); rest != text {
		return l.findPlain(rest)
	}
	return thing, false
}

func (l *lookup[T]) findPlain(text string) (thing T, ok bool) {
	if thing, ok = l.exact[text]; ok && !l.shared["="+text] {
		return thing, true
	}
	loose := letters(text)
	if thing, ok = l.loose[loose]; ok && !l.shared["~"+loose] {
		return thing, true
	}
	var none T
	return none, false
}

// didYouMean is the hint at the name nearest to one that was not found; empty where none is near.
func (l *lookup[T]) didYouMean(text string) string {
	return diag.DidYouMean(withoutNumber(plain(text)), l.words)
}

// questionsBy finds questions by text, title, id and earlier id.
func questionsBy(q *questionnaire.Questionnaire) lookup[*questionnaire.Question] {
	found := newLookup[*questionnaire.Question]()
	names := []func(*questionnaire.Question) []string{
		func(question *questionnaire.Question) []string { return []string{question.Text} },
		func(question *questionnaire.Question) []string { return []string{question.Title} },
		func(question *questionnaire.Question) []string { return []string{question.ID} },
		func(question *questionnaire.Question) []string { return question.Was },
		func(question *questionnaire.Question) []string {
			return []string{
				question.Title + " " + question.Text, question.ID + " " + question.Text, question.ID + " " + question.Title,
			}
		},
	}
	for _, of := range names {
		round := map[string]bool{}
		for i := range q.Questions {
			for _, name := range of(&q.Questions[i]) {
				found.add(&q.Questions[i], name, round)
			}
		}
	}
	return found
}

// choices finds what a cell under a question says.
type choices struct {
	question *questionnaire.Question
	options  lookup[*questionnaire.Option]
	// parts is the largest number of separators within the name of an option.
	parts int
	// reworded are texts that stand for an option or a status, by their plain text; from the file of columns.
	reworded map[string]string
}

// choicesOf finds options by text, id and earlier id, and by both as a page of the questions shows them.
func choicesOf(question *questionnaire.Question, reworded map[string]string) *choices {
	c := &choices{question: question, options: newLookup[*questionnaire.Option](), reworded: reworded}
	names := []func(*questionnaire.Option) []string{
		func(option *questionnaire.Option) []string { return []string{option.Text} },
		func(option *questionnaire.Option) []string { return []string{option.ID} },
		func(option *questionnaire.Option) []string { return option.Was },
		func(option *questionnaire.Option) []string { return []string{option.Text + " " + option.ID} },
	}
	for _, of := range names {
		round := map[string]bool{}
		for i := range question.Options {
			for _, name := range of(&question.Options[i]) {
				c.options.add(&question.Options[i], name, round)
				c.parts = max(c.parts, countSeparators(name))
			}
		}
	}
	for text := range reworded {
		c.parts = max(c.parts, countSeparators(text))
	}
	c.parts = min(c.parts, mostParts)
	return c
}

// find returns the option that a text names.
func (c *choices) find(text string) (*questionnaire.Option, bool) {
	if word, found := c.reworded[plain(text)]; found {
		option := c.question.Option(word)
		return option, option != nil
	}
	return c.options.find(text)
}

// statusOf returns what a text says that is no option; ok is false for a text that says nothing of the kind.
func (c *choices) statusOf(text string) (status answers.Status, reason string, ok bool) {
	if word, found := c.reworded[plain(text)]; found {
		return answers.Status(word), "", c.question.Option(word) == nil
	}
	short := letters(plain(text))
	switch {
	case isDontKnow(short):
		return answers.DontKnow, "", true
	case isSkipped(short) && (short != "" || isDash(text)):
		return answers.Skipped, "", true
	}
	if reason, found := notApplicable(text); found {
		return answers.NotApplicable, reason, true
	}
	return "", "", false
}

// isDash recognises an empty cell and one that a tool or a person filled with a dash.
func isDash(text string) bool { return strings.Trim(text, " -–—") == "" }

// separators are what tools put between several choices.
const separators = ",;|\n"

// mostParts bounds the work for one cell: nobody offers an option that is a list of more.
const mostParts = 64

func countSeparators(text string) int {
	return strings.Count(text, ",") + strings.Count(text, ";") + strings.Count(text, "|") + strings.Count(text, "\n")
}
