package export

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// What a survey tool is to make of a question.
const (
	shortText = "short text"
	longText  = "long text"
	chooseOne = "choose one"
	chooseAll = "choose all that apply"
)

// QuestionnaireCSV writes the questions to copy into a survey tool, with one row for each answer that can be chosen: first those about
// the person, then those of the questionnaire, each with a field for a note. What comes back from the tool is read by package survey.
//
// It is meant for a spreadsheet, from which people copy: texts that look like numbers stay texts.
func QuestionnaireCSV(w io.Writer, q *questionnaire.Questionnaire) error {
	return newTable(w).writeQuestions(questionnaireRows(q))
}

// QuestionnaireMarkedCSV does the same with a byte order mark.
func QuestionnaireMarkedCSV(w io.Writer, q *questionnaire.Questionnaire) error {
	return newMarkedTable(w).writeQuestions(questionnaireRows(q))
}

// QuestionCSV does it for one question.
func QuestionCSV(w io.Writer, question *questionnaire.Question) error {
	return newTable(w).writeQuestions(questionRows(question, ""))
}

// QuestionMarkedCSV does it for one question, with a byte order mark.
func QuestionMarkedCSV(w io.Writer, question *questionnaire.Question) error {
	return newMarkedTable(w).writeQuestions(questionRows(question, ""))
}

func questionnaireRows(q *questionnaire.Questionnaire) []questionRow {
	rows := []questionRow{
		{section: "About you", kind: shortText, question: "Your role"},
		{section: "About you", kind: shortText, question: "Your name (optional)"},
	}
	for i := range q.Questions {
		rows = append(rows, questionRows(&q.Questions[i], q.Section(&q.Questions[i]))...)
	}
	return rows
}

// questionRow is one answer to choose, or a question that is answered in words.
type questionRow struct{ section, id, kind, question, choice string }

func questionRows(question *questionnaire.Question, section string) []questionRow {
	kind := chooseOne
	if question.Many {
		kind = chooseAll
	}
	var choices []string
	for _, option := range question.Shown() {
		choices = append(choices, option.Text)
	}
	choices = append(choices, "Don't know")
	if question.AllowNA {
		choices = append(choices, "Not applicable")
	}
	var rows []questionRow
	for _, choice := range choices {
		rows = append(rows, questionRow{section, question.ID, kind, question.Text, choice})
	}
	note := "Note on " + question.Title
	return append(rows, questionRow{section: section, id: question.ID, kind: longText, question: note})
}

func (t *table) writeQuestions(rows []questionRow) error {
	t.writeNames([]string{"section", "id", "type", "question", "answer"})
	for _, row := range rows {
		t.writeRow([]csvCell{textCell(row.section), textCell(row.id), quoted(row.kind), plainCell(row.question), plainCell(row.choice)})
	}
	return t.flush()
}

// plainCell is a text that a spreadsheet shows as it is: one that it would take for a number, a day or a time begins with an
// apostrophe, since it is to be copied.
func plainCell(text string) csvCell {
	if looksLikeNumber(text) {
		return quoted("'" + diag.Visible(text))
	}
	return textCell(text)
}

func looksLikeNumber(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	months := []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "e", "am", "pm"}
	return strings.ContainsAny(text, "0123456789") && !slices.ContainsFunc(words, func(word string) bool {
		return !slices.Contains(months, word[:min(len(word), 3)])
	})
}
