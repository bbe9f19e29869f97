package ui

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// listPage lists questions with their answers to go to one: all of them, or those that contain a text.
type listPage struct {
	from page
	// input is the text to find; nil in the overview, which has a last row for the review.
	input *textField
	rows  []answerRow
	pick  int
}

// answerRow is a question in a list.
type answerRow struct {
	at int
	// heading stands above the row; "" for none.
	heading string
	// beside is what a repository shows that differs from the answer; "" for nothing.
	beside string
}

// allAnswers lists all questions, those of a section together.
func (f *fullScreen) allAnswers() []answerRow {
	var sections []string
	members := map[string][]answerRow{}
	for i := range f.session.Len() {
		section, row := f.session.Section(i), answerRow{at: i}
		if members[section] == nil {
			sections, row.heading = append(sections, section), section
		}
		members[section] = append(members[section], row)
	}
	var rows []answerRow
	for _, section := range sections {
		rows = append(rows, members[section]...)
	}
	return rows
}

// rowOf is the last row of a question; 0 when there is none.
func rowOf(rows []answerRow, question int) int {
	found := 0
	for i, row := range rows {
		if row.at == question {
			found = i
		}
	}
	return found
}

// nextToAnswer is the first row behind row i, and then from the start, whose question deserves another look; -1 for none.
func (f *fullScreen) nextToAnswer(rows []answerRow, i int) int {
	for step := range rows {
		at := (i + 1 + step) % len(rows)
		if status := f.session.Answer(rows[at].at).Status; status == answers.Skipped || status == answers.DontKnow ||
			rows[at].beside != "" || f.session.IsUnconfirmed(rows[at].at) {
			return at
		}
	}
	return -1
}

// nextCommand moves the pointer to the next row that deserves another look; first is the place of the first row.
func (f *fullScreen) nextCommand(rows []answerRow, pick *int, first int) command {
	return newCommand("tab", "next open", "to the next question that is open or unknown", func(string) {
		if next := f.nextToAnswer(rows, *pick-first); next >= 0 {
			*pick = next + first
			return
		}
		f.said = "Every question has an answer."
	})
}

func newOverview(f *fullScreen) *listPage {
	p := &listPage{from: f.page, rows: f.allAnswers()}
	p.pick = rowOf(p.rows, f.session.Current())
	return p
}

func (p *listPage) textField() *textField { return p.input }

func (p *listPage) textChanged(f *fullScreen) {
	p.rows, p.pick = nil, 0
	for _, at := range f.session.FindQuestions(p.input.text()) {
		p.rows = append(p.rows, answerRow{at: at})
	}
	f.tooLong(p.input)
}

func (p *listPage) commands(f *fullScreen) []command {
	open := func(string) { p.openPicked(f) }
	closeList := func(string) { f.showPage(p.from) }
	move := f.moveCommand("the questions", func(key string) { p.pick = movePointer(key, p.pick, p.rowCount()) })
	if p.input != nil {
		move.keys, move.label, move.help = []string{"up", "down"}, f.both, "move between the questions found"
		commands := append([]command{
			move,
			newCommand("enter", "go there", "go to the question at the pointer", open).always(),
			newCommand("esc", "close", "close the search", closeList).always(),
		}, fieldCommands(f, p)...)
		return append(commands, f.helpCommand(p), f.quitCommand(p))
	}
	return []command{
		move,
		newCommand("enter space", "go there", "go to the question at the pointer", open).always(),
		newCommand("esc b left o q", "close", "close the list", closeList).always(),
		f.nextCommand(p.rows, &p.pick, 0),
		f.undoCommand(func(int) { f.showCurrent() }),
		f.searchCommand(p.from), f.helpCommand(p),
		newCommand("ctrl+c", "", "quit; everything is saved, and you can continue later", f.quitEarly),
	}
}

// rowCount is the number of rows; the overview has one more than questions, for the review.
func (p *listPage) rowCount() int {
	if p.input == nil {
		return len(p.rows) + 1
	}
	return len(p.rows)
}

func (p *listPage) openPicked(f *fullScreen) {
	switch {
	case p.pick < len(p.rows):
		f.returning = f.returning || f.session.InReview()
		f.session.GoTo(p.rows[p.pick].at)
		f.showCurrent()
	case p.input == nil:
		f.session.GoToReview()
		f.showCurrent()
	}
}

func (p *listPage) draw(f *fullScreen, air int) frame {
	fr := p.drawTop(f, air)
	for i, row := range p.rows {
		fr.addRow(f, row, i == p.pick, air)
	}
	if p.input == nil {
		fr.addGap(true)
		fr.addAction(f, "Review and finish", p.pick == len(p.rows))
	}
	return fr
}

func (p *listPage) drawTop(f *fullScreen, air int) frame {
	if p.input == nil {
		progress := f.session.Progress()
		return frame{head: f.drawHeader("All questions", fmt.Sprintf("%d of %d done", progress.Answered, progress.Total), air)}
	}
	fr := frame{head: f.drawHeader("Find", fmt.Sprintf("%d found", len(p.rows)), air)}
	field := frame{}
	field.addInput(f, p.input, true)
	// Show the end of a long text: it is what is being typed.
	last := field.body[len(field.body)-1]
	fr.cursor, fr.typing = &position{len(fr.head), field.cursor.column}, true
	fr.head = append(fr.head, last, "")
	if p.input.text() == "" {
		fr.addLines(f, faintStyle, wrapVisible("Type a word from a question, an answer or a note.", f.textWidth())...)
	} else if len(p.rows) == 0 {
		fr.addLines(f, plainStyle, wrapVisible("Nothing found.", f.textWidth())...)
	}
	return fr
}

// addRow adds a question with its answer: in full and with the text of the question when picked, else in one line.
func (fr *frame) addRow(f *fullScreen, row answerRow, picked bool, air int) {
	if row.heading != "" {
		fr.addGap(air > 0)
		fr.addLines(f, faintStyle, wrapVisible(row.heading, f.textWidth())...)
	}
	start, pointer := len(fr.body), " "
	if picked {
		pointer = f.pointer
	}
	question, answer := f.session.Question(row.at), f.session.Answer(row.at)
	lead := fmt.Sprintf("%s%s %2d  ", pointer, f.statusMark(row.at), row.at+1)
	text := titleOf(question) + ": " + describeAnswer(question, answer)
	indent := strings.Repeat(" ", displayWidth(lead))
	if picked {
		fr.addItem(f, strongStyle, lead, text)
		fr.addItem(f, faintStyle, indent, question.Text)
	} else {
		fr.addLines(f, plainStyle, lead+f.truncateLine(text, f.textWidth()-len(indent)))
	}
	if row.beside != "" {
		fr.addItem(f, plainStyle, indent, differenceLead+row.beside)
	}
	if picked {
		fr.focus = lineRange{start, len(fr.body)}
	}
}

// addAction adds a row that starts an action.
func (fr *frame) addAction(f *fullScreen, text string, picked bool) {
	if !picked {
		fr.addItem(f, plainStyle, "  ", text)
		return
	}
	start := len(fr.body)
	fr.addItem(f, strongStyle, f.pointer+" ", text)
	fr.focus = lineRange{start, len(fr.body)}
}

// statusMark is a one-cell symbol for the kind of answer.
func (f *fullScreen) statusMark(at int) string {
	if f.session.IsUnconfirmed(at) {
		return f.suggested
	}
	switch f.session.Answer(at).Status {
	case answers.Answered:
		return f.chosen
	case answers.DontKnow:
		return "?"
	case answers.NotApplicable:
		return "x"
	case answers.Skipped:
	}
	return f.open
}
