package survey

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// use says what a column holds.
type use int

const (
	noUse use = iota
	// ignoredUse is a column that a tool added for itself, or that the file of columns leaves out.
	ignoredUse
	answerUse
	// optionUse is a column of one option: ticked or not.
	optionUse
	noteUse
	evidenceUse
	reasonUse
	nameUse
	firstNameUse
	lastNameUse
	emailUse
	roleUse
	teamUse
	serviceUse
	dateUse
	// otherDateUse is a date that counts where there is none of dateUse: when somebody began.
	otherDateUse
)

// isAbout reports that a column says something about a question.
func (u use) isAbout() bool { return u >= answerUse && u <= reasonUse }

// isAnswer reports that a column holds the answers to a question, or to a part of it.
func (u use) isAnswer() bool { return u == answerUse || u == optionUse }

// column is what one column of a table holds.
type column struct {
	// index is its number, from 0.
	index int
	// labels are its headers, from the top; those that are empty are left out.
	labels []string
	at     place
	use    use
	// question is nil for a column about the person, option for one that is not of one option.
	question *questionnaire.Question
	option   *questionnaire.Option
	// beside: it names no question, and belongs to that of the column to its left.
	beside bool
}

// title is what a message calls the column.
func (c *column) title() string {
	if len(c.labels) == 0 {
		return ""
	}
	return c.labels[0]
}

// headers reads what columns hold from their headers.
type headers struct {
	questions lookup[*questionnaire.Question]
	options   map[*questionnaire.Question]*choices
	given     *Columns
}

func newHeaders(q *questionnaire.Questionnaire, given *Columns) *headers {
	h := &headers{questions: questionsBy(q), options: map[*questionnaire.Question]*choices{}, given: given}
	for i := range q.Questions {
		question := &q.Questions[i]
		h.options[question] = choicesOf(question, given.optionsOf(question.ID))
	}
	return h
}

// countRows returns how many of the first rows are headers. A third row that names import ids is one, and so are the two above it.
func (h *headers) countRows(first []row) int {
	switch {
	case len(first) > 2 && slices.ContainsFunc(first[2].cells, func(cell string) bool { return strings.HasPrefix(cell, importID) }):
		return 3
	case len(first) > 1 && (slices.ContainsFunc(first[1].cells, saysResponse) || h.namesOptions(first[0], first[1])):
		return 2
	}
	return min(len(first), 1)
}

// importID begins the headers of a row that a tool adds for itself.
const importID = `{"ImportId"`

// saysResponse recognises what a second row of headers says under a question with one answer.
func saysResponse(cell string) bool {
	short := letters(plain(cell))
	return short == "response" || short == "openendedresponse"
}

// namesOptions reports that a second row names options under headers that are empty, and has nothing under what the tool says about
// the person: no answers look like that.
func (h *headers) namesOptions(top, below row) bool {
	var carried *questionnaire.Question
	names, told := false, false
	for i, label := range top.cells {
		text := below.cell(i)
		if question, found := h.questions.find(label); found {
			carried = question
		}
		if label == "" && carried != nil && text != "" {
			_, found := h.options[carried].find(text)
			names = names || found
		}
		if isBookkeeping(plain(label)) || fieldOf(letters(plain(label))) != noUse {
			if told = true; text != "" {
				return false
			}
		}
	}
	return names && told
}

// read returns what each column holds.
func (h *headers) read(first []row) []column {
	columns := make([]column, slices.Max(widths(first)))
	var left *questionnaire.Question // that of the column to the left
	for i := range columns {
		c := &columns[i]
		c.index = i
		for _, r := range first {
			if label := r.cell(i); label != "" && !strings.HasPrefix(label, importID) {
				if c.labels == nil {
					c.at = r.at[i]
				}
				c.labels = append(c.labels, label)
			}
		}
		var carried *questionnaire.Question
		if len(first) > 1 && first[0].cell(i) == "" {
			carried = left
		}
		if !h.given.place(c) {
			h.place(c, carried, left)
		}
		if left = c.question; c.use == noUse && len(c.labels) == 0 {
			left = carried
		}
	}
	return columns
}

func widths(rows []row) []int {
	all := []int{0}
	for _, r := range rows {
		all = append(all, len(r.cells))
	}
	return all
}

// place finds what a column holds. carried is the question that an empty header above goes on with, left that of the column to the
// left, which notes without a question of their own belong to; both nil for none.
func (h *headers) place(c *column, carried, left *questionnaire.Question) {
	if len(c.labels) == 0 {
		return
	}
	last := c.labels[len(c.labels)-1]
	if question, found := h.questions.find(c.labels[0]); found && len(c.labels) > 1 {
		carried = question
	}
	if carried != nil && h.placePart(c, carried, last) {
		return
	}
	for _, label := range slices.Backward(c.labels) {
		if h.placeLabel(c, label) {
			return
		}
	}
	if use := companion(withoutNumber(plain(last))); left != nil && use != noUse && use != answerUse {
		c.use, c.question, c.beside = use, left, true
	}
}

// placeLabel finds what a column with one label holds.
func (h *headers) placeLabel(c *column, label string) bool {
	if question, found := h.questions.find(label); found {
		c.use, c.question = answerUse, question
		return true
	}
	short := letters(withoutNumber(plain(label)))
	if use := fieldOf(short); use != noUse {
		c.use = use
		return true
	}
	if isBookkeeping(plain(label)) {
		c.use = ignoredUse
		return true
	}
	return h.placeParts(c, label)
}

// placeParts finds a question and a part of it in one label: "Question [Option]", "question_option", "Question - Comment",
// "Note: Question".
func (h *headers) placeParts(c *column, label string) bool {
	const longest, most = 2000, 64
	tried := 0
	for i := len(label) - 1; i > 0 && len(label) <= longest && tried < most; i-- {
		if !strings.ContainsRune(" [(-:._/|", rune(label[i])) {
			continue
		}
		before, after := strings.Trim(label[:i], " -–—:._/[(|"), strings.Trim(label[i:], " -–—:._/[](|")
		if before == "" || after == "" {
			continue
		}
		tried++
		if question, found := h.questions.find(before); found && h.placePart(c, question, after) {
			return true
		}
		if use := companion(withoutNumber(plain(withoutWord(before)))); use != noUse {
			if question, found := h.questions.find(after); found {
				c.use, c.question = use, question
				return true
			}
		}
	}
	return false
}

// withoutWord leaves out the small word between the name of a note and its question: "Comment on Release rhythm".
func withoutWord(text string) string {
	for _, word := range []string{" on", " about", " for", " to"} {
		if rest, found := strings.CutSuffix(text, word); found {
			return rest
		}
	}
	return text
}

// placePart finds what a part of a question is: an option, a note and so on.
func (h *headers) placePart(c *column, question *questionnaire.Question, part string) bool {
	if option, found := h.options[question].find(part); found {
		c.use, c.question, c.option = optionUse, question, option
		return true
	}
	use := companion(plain(part))
	if first, rest, found := strings.Cut(plain(part), " - "); found && companion(first) == noteUse {
		use = companion(rest) // "Other - Text"
	}
	if use == noUse {
		return false
	}
	c.use, c.question = use, question
	return true
}
