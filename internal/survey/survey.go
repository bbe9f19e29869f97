package survey

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Response is what one person answered.
type Response struct {
	// Number counts the people in the order of the table, from 1; those without an answer keep their number.
	Number int
	// Line is where the row begins in the file.
	Line  int
	Sheet *answers.Sheet
}

// Given is what the caller knows and an export may not say. What the export says goes before it.
type Given struct {
	Service, Team string
	// Columns may be nil.
	Columns *Columns
}

// CountQuestions returns how many questions of a questionnaire have a column in the table.
func (t *Table) CountQuestions(q *questionnaire.Questionnaire, given *Columns) int {
	_, columns := t.columns(newHeaders(q, given))
	asked := map[string]bool{}
	for _, c := range columns {
		if c.use.isAnswer() {
			asked[c.question.ID] = true
		}
	}
	return len(asked)
}

// columns returns how many rows are headers, and what each column holds.
func (t *Table) columns(h *headers) (headerRows int, columns []column) {
	const most = 3
	first := t.head(most)
	headerRows = h.countRows(first)
	return headerRows, h.read(first[:headerRows])
}

// Read returns the sheet of every person who answered anything, unless an error is found. Warnings name each header and each cell
// that was left out.
func (t *Table) Read(q *questionnaire.Questionnaire, given Given) ([]Response, diag.List) {
	h := newHeaders(q, given.Columns)
	r := &reader{table: t, q: q, headers: h, given: given, findings: findings{table: t, index: map[string]int{}}}
	headerRows, columns := t.columns(h)
	r.setColumns(columns)
	if found := given.Columns.missing(columns); len(found) > 0 {
		return nil, found
	}
	if len(r.answers) == 0 {
		return nil, diag.List{r.noQuestions(columns)}
	}
	count := 0
	for row, err := range t.rows() {
		if err != nil {
			break // Open has refused a table with such a row.
		}
		if count++; count > headerRows {
			r.readRow(count-headerRows, row)
		}
	}
	r.settleDates()
	if len(r.responses) == 0 {
		return nil, append(r.findings.list(), diag.Diagnostic{
			Severity: diag.Error, Code: "no-answers", File: t.name, Message: "nobody answered a question",
			Hint: "export the answers with one row a person",
		})
	}
	return r.responses, r.findings.list()
}

// noQuestions says that no column is a question.
func (r *reader) noQuestions(columns []column) diag.Diagnostic {
	d := diag.Diagnostic{
		Severity: diag.Error, Code: "no-questions", File: r.table.name, Pos: diag.Pos{Line: 1, Column: 1},
		Message: "no column is a question of " + diag.Quote(r.q.ID),
		Hint:    "name the questionnaire with -q, or say with --columns what the columns hold",
	}
	if len(columns) == 1 {
		d.Hint = "the cells of a row are separated by commas, semicolons or tabs"
	}
	return d
}

// reader reads the rows of a table.
type reader struct {
	table   *Table
	q       *questionnaire.Questionnaire
	headers *headers
	given   Given
	// answers are the columns about each question; person those about the person, from the left.
	answers map[*questionnaire.Question][]*column
	person  map[use][]*column
	// width is the number of columns; unnamed are those among them that have no header.
	width   int
	unnamed []int
	// stamps are what each response says of its day, for when it is known how days are written.
	stamps    []stamp
	responses []Response
	// people are the numbers of responses by what tells their person.
	people   map[string]int
	findings findings
}

// setColumns keeps the columns that are used, and says which are not.
func (r *reader) setColumns(columns []column) {
	r.answers, r.person, r.people = map[*questionnaire.Question][]*column{}, map[use][]*column{}, map[string]int{}
	r.width = len(columns)
	for i := range columns {
		c := &columns[i]
		switch {
		case c.use == ignoredUse:
		case c.use == noUse && len(c.labels) == 0:
			r.unnamed = append(r.unnamed, i)
		case c.use == noUse:
			r.unknownColumn(c)
		case c.use.isAbout():
			r.addAnswer(c)
		default:
			r.person[c.use] = append(r.person[c.use], c)
		}
	}
	if slices.ContainsFunc(columns, func(c column) bool { return c.use == noUse && len(c.labels) > 0 }) {
		r.noteMissing()
	}
}

// noteMissing names the questions without a column: one that is left out may be theirs.
func (r *reader) noteMissing() {
	const shown = 5
	var missing []string
	for i := range r.q.Questions {
		question := &r.q.Questions[i]
		if !slices.ContainsFunc(r.answers[question], func(c *column) bool { return c.use.isAnswer() }) {
			missing = append(missing, diag.Quote(question.Title))
		}
	}
	if len(missing) == 0 || len(r.answers) == 0 {
		return
	}
	if more := len(missing) - shown; more > 1 {
		missing = append(missing[:shown], english.Count(more, "more question"))
	}
	r.findings.found = append(r.findings.found, finding{Diagnostic: diag.Diagnostic{
		Severity: diag.Note, Code: "no-column", File: r.table.name, Message: "no column answers " + english.List(missing),
		Hint: "if a column that is left out belongs to one, say so with --columns (opsfit help survey)",
	}})
}

func (r *reader) unknownColumn(c *column) {
	hint := ""
	if r.findings.needHints() {
		hint = r.headers.questions.didYouMean(c.title())
	}
	r.findings.warn("unknown-column", c.at, c.title(), hint, "column %s, %s, is not a question and is left out",
		columnName(c.index), diag.Quote(c.title()))
}

func (r *reader) usedTwice(c, earlier *column) {
	r.findings.warn("column-twice", c.at, c.title(), "take one out, or say with --columns what they hold",
		"column %s is about the same as column %s and is left out", columnName(c.index), columnName(earlier.index))
}

func (r *reader) addAnswer(c *column) {
	for _, other := range r.answers[c.question] {
		same := other.use == c.use && other.option == c.option
		if same || other.use == answerUse && c.use == optionUse || other.use == optionUse && c.use == answerUse {
			r.usedTwice(c, other)
			return
		}
	}
	if c.beside {
		r.findings.note("beside", c.at, c.title(), "column %s, %s, is read as notes on %s, the question to its left",
			columnName(c.index), diag.Quote(c.title()), diag.Quote(c.question.Title))
	}
	r.answers[c.question] = append(r.answers[c.question], c)
}

// readRow reads what one person answered.
func (r *reader) readRow(number int, cells row) {
	sheet := &answers.Sheet{
		Questionnaire: r.q.ID, QuestionnaireVersion: r.q.Version, Answers: map[string]answers.Answer{},
		Subject: cmp.Or(r.aboutPerson(cells, serviceUse), r.given.Service), Team: cmp.Or(r.aboutPerson(cells, teamUse), r.given.Team),
	}
	r.noteUnnamed(cells)
	said := false
	for i := range r.q.Questions {
		question := &r.q.Questions[i]
		if answer := r.readAnswer(question, cells); answer.Status != "" {
			sheet.Answers[question.ID] = answer
			said = said || answer.Status != answers.Skipped || answer.Note != ""
		}
	}
	if !said {
		r.findings.note("no-answers", cells.at[0], "", "response %d has no answers and is left out", number)
		return
	}
	sheet.Respondent = answers.Respondent{Name: r.nameIn(cells), Role: r.aboutPerson(cells, roleUse)}
	r.noteRepeated(number, cells, sheet)
	r.stamps = append(r.stamps, r.stampIn(cells))
	sheet = sheet.LeaveUnasked(r.q)
	r.noteUnasked(cells, sheet)
	r.responses = append(r.responses, Response{Number: number, Line: cells.at[0].line, Sheet: sheet})
}

// noteUnnamed warns of cells below no header: a comma in a text without quotes moves all that follows into the next column.
func (r *reader) noteUnnamed(cells row) {
	warn := func(i int) {
		if text := cells.cell(i); text != "" {
			r.findings.warn("no-header", cells.at[i], text, "give the column a header, and put cells with a comma or semicolon into quotes",
				"column %s has no header, and what is in it is left out", columnName(i))
		}
	}
	for _, i := range r.unnamed {
		warn(i)
	}
	for i := r.width; i < len(cells.cells); i++ {
		warn(i)
	}
}

// noteUnasked tells of answers to questions that are not asked of a person: a form may have asked everybody.
func (r *reader) noteUnasked(cells row, sheet *answers.Sheet) {
	for i := range r.q.Questions {
		question := &r.q.Questions[i]
		given, found := sheet.Unasked[question.ID]
		if !found || given.Status == answers.Skipped {
			continue
		}
		c := r.answers[question][0]
		at := cells.at[min(c.index, len(cells.at)-1)]
		r.findings.note("not-asked", at, cells.cell(c.index), "column %s, %s: the answer does not count; %s",
			columnName(c.index), diag.Quote(question.Title), sheet.Answers[question.ID].Reason)
	}
}

// personCell returns what the first column of a kind that says anything holds, and that column. Tools add a column of their own,
// often empty, beside the question for the same.
func (r *reader) personCell(cells row, of use) (text string, from *column) {
	for _, c := range r.person[of] {
		said := strings.Join(strings.FieldsFunc(cells.cell(c.index), isBlank), " ")
		switch {
		case said == "" || of == nameUse && isNobody(said):
		case from == nil:
			text, from = said, c
		case !strings.EqualFold(said, text):
			r.findings.warn("column-twice", c.at, c.title(), "say with --columns what they hold",
				"columns %s and %s are about the same but differ; column %s counts",
				columnName(from.index), columnName(c.index), columnName(from.index))
		}
	}
	return text, from
}

// isNobody reports what stands in place of a name: an address, or the word of a tool that asked for none.
func isNobody(name string) bool {
	return strings.Contains(name, "@") || strings.EqualFold(name, "anonymous")
}

// aboutPerson is what a person says of themselves and that is kept; nothing where it is no name of anything.
func (r *reader) aboutPerson(cells row, of use) string {
	const longest = 200
	text, c := r.personCell(cells, of)
	if utf8.RuneCountInString(text) > longest {
		r.findings.warn("long-text", cells.at[c.index], "", "shorten it", "column %s holds a text of more than %d characters, which is left out",
			columnName(c.index), longest)
		return ""
	}
	return text
}

// nameIn returns the name of a person; empty for none, and for an address in its place.
func (r *reader) nameIn(cells row) string {
	name := r.aboutPerson(cells, nameUse)
	if name == "" {
		name = strings.TrimSpace(r.aboutPerson(cells, firstNameUse) + " " + r.aboutPerson(cells, lastNameUse))
	}
	if isNobody(name) {
		return ""
	}
	return name
}

// noteRepeated warns of one person who answered twice; nobody decides here which of the two counts.
func (r *reader) noteRepeated(number int, cells row, sheet *answers.Sheet) {
	who, _ := r.personCell(cells, emailUse)
	if who = strings.ToLower(who); !strings.Contains(who, "@") {
		who = strings.ToLower(sheet.Respondent.Name)
	}
	if who == "" {
		return
	}
	if earlier, found := r.people[who]; found {
		r.findings.warn("same-respondent", cells.at[0], "", "keep one of the two rows",
			"responses %d and %d are by the same person, who counts twice", earlier, number)
		return
	}
	r.people[who] = number
}

// findings collects what is found in a table. What is found of the same text in the same column again is only counted.
type findings struct {
	table *Table
	found []finding
	index map[string]int
}

type finding struct {
	diag.Diagnostic
	more int
}

// most is how many different findings are kept; more are never shown.
const most = 1000

func (f *findings) warn(code string, at place, text, hint, format string, args ...any) {
	f.add(diag.Warning, code, at, text, hint, fmt.Sprintf(format, args...))
}

func (f *findings) note(code string, at place, text, format string, args ...any) {
	f.add(diag.Note, code, at, text, "", fmt.Sprintf(format, args...))
}

// add adds a finding; text is what is underlined.
func (f *findings) add(severity diag.Severity, code string, at place, text, hint, message string) {
	if f.countAgain(code, message) {
		return
	}
	f.index[code+message] = len(f.found)
	first, _, _ := strings.Cut(text, "\n")
	f.found = append(f.found, finding{Diagnostic: diag.Diagnostic{
		Severity: severity, Code: code, File: f.table.name, Pos: f.table.pos(at), Length: max(utf8.RuneCountInString(first), 1),
		Message: message, Hint: hint,
	}})
}

// countAgain counts what was found before, and reports that there is nothing to add.
func (f *findings) countAgain(code, message string) bool {
	i, found := f.index[code+message]
	if found {
		f.found[i].more++
	}
	return found || len(f.found) == most
}

// needHints reports that a finding may still be shown: what is beyond needs no hint, and looking for near names takes time.
func (f *findings) needHints() bool { return len(f.found) <= diag.MaxPerFile }

// list returns the findings, sorted by place.
func (f *findings) list() diag.List {
	var list diag.List
	for _, found := range f.found {
		if found.more > 0 {
			found.Message += "; and in " + english.Count(found.more, "more row")
		}
		list = append(list, found.Diagnostic)
	}
	return list.Sorted()
}

// settleDates writes down the days of all responses.
func (r *reader) settleDates() {
	order := ""
	if r.given.Columns != nil {
		order = r.given.Columns.dates
	}
	days, unread := daysOf(r.stamps, order)
	for i, day := range days {
		r.responses[i].Sheet.Date = day
	}
	if len(unread) > 0 {
		first := r.stamps[unread[0]]
		r.findings.warn("bad-date", first.at, first.text, "say how days are written in the file of columns: dates: dmy, mdy or ymd",
			"%s of column %s cannot be read for sure, such as %s; the date is left out",
			english.Count(len(unread), "day"), columnName(first.column), diag.Quote(first.text))
	}
}
