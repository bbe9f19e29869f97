package ui

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// reviewPage comes after the last question: it shows what is open or unknown, lets the person go back to it, and ends
// the interview. No score and no leaning is shown before that.
type reviewPage struct {
	parts []reviewPart
	// pick is 0 for the action that ends the interview, and i+1 for row i of all parts.
	pick int
}

// reviewPart is a list of questions that deserve a second look for the same reason.
type reviewPart struct {
	title string
	rows  []reviewRow
}

// reviewRow is one of those questions; beside is what a repository shows, or "".
type reviewRow struct {
	at     int
	beside string
}

func newReview(f *fullScreen) *reviewPage {
	p := &reviewPage{}
	p.updateParts(f)
	return p
}

// updateParts computes the parts again: a repository may have been read in the meantime.
func (p *reviewPage) updateParts(f *fullScreen) {
	gaps := reviewPart{title: "Open or unknown; enter goes there and comes back:"}
	for _, at := range f.session.FindGaps() {
		gaps.rows = append(gaps.rows, reviewRow{at: at})
	}
	pending := reviewPart{title: "Suggested by the repository, for you to confirm or change:"}
	for _, at := range f.session.FindUnconfirmed() {
		pending.rows = append(pending.rows, reviewRow{at: at})
	}
	differences := reviewPart{title: differencesTitle}
	for _, difference := range f.opening.FindDifferences(f.session) {
		differences.rows = append(differences.rows, reviewRow{at: difference.At, beside: difference.Text})
	}
	before := len(p.allRows())
	p.parts = []reviewPart{differences, pending, gaps}
	if p.pick > 0 {
		// New rows stand above; keep the pointer where it was.
		p.pick = max(1, p.pick+len(p.allRows())-before)
	}
}

// allRows returns the rows of all parts, in order.
func (p *reviewPage) allRows() []reviewRow {
	var rows []reviewRow
	for _, of := range p.parts {
		rows = append(rows, of.rows...)
	}
	return rows
}

func (p *reviewPage) handleKey(f *fullScreen, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = movePointer(name, p.pick, len(p.allRows())+1)
	case "enter":
		p.acceptRow(f)
	case "b", "left":
		f.goBack()
	default:
		f.handleCommonKey(name, p)
	}
}

func (p *reviewPage) acceptRow(f *fullScreen) {
	switch {
	case !f.view.isVisible(p.draw(f, f.view.air).focus):
		// Scroll it into view first: nothing ends by accident.
	case p.pick == 0:
		f.finishInterview()
	default:
		f.session.GoTo(p.allRows()[p.pick-1].at)
		f.returning = true
		f.showCurrent()
	}
}

func (p *reviewPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Review", f.session.Title(), air)}
	fr.addLines(f, plainStyle, wrapVisible(p.answerCounts(f), f.textWidth())...)
	fr.addGap(true)
	start := len(fr.body)
	fr.addAction(f, "Finish and show the report", p.pick == 0)
	if p.pick == 0 {
		fr.focus = lineRange{start, len(fr.body)}
	}
	p.drawRepositoryState(f, &fr)
	number := 0
	for _, rows := range p.parts {
		p.drawPart(f, &fr, rows, &number)
	}
	fr.keys = []keyHint{
		{f.both, "move"},
		{"enter", "go on"},
		{"b", "back"},
		{"o", "overview"},
		{"/", "find"},
		{"h", "help"},
		{"q", "leave"},
	}
	return fr
}

// drawPart adds the rows of a part; number counts the rows so far.
func (p *reviewPage) drawPart(f *fullScreen, fr *frame, rows reviewPart, number *int) {
	if len(rows.rows) > 0 {
		fr.addGap(true)
		fr.addLines(f, faintStyle, wrapVisible(rows.title, f.textWidth())...)
	}
	for _, row := range rows.rows {
		*number++
		start := len(fr.body)
		fr.addQuestion(f, row.at, p.pick == *number)
		if row.beside != "" {
			fr.addItem(f, plainStyle, "      ", differenceLead+row.beside)
		}
		if p.pick == *number {
			fr.focus = lineRange{start, len(fr.body)}
		}
	}
}

// drawRepositoryState says whether the repository is still being read, could not be read, or agrees with every answer.
func (p *reviewPage) drawRepositoryState(f *fullScreen, fr *frame) {
	text, t := "", faintStyle
	if f.opening.IsReading() {
		text = "The repository is still being read; what it shows will be listed here."
	}
	if f.opening.AgreesFully(f.session) {
		text = noDifferences
	}
	if fault := f.opening.ReadError(); fault != nil {
		text, t = "The repository could not be read: "+oneLine(fault.Error())+".", cautionStyle
	}
	if text != "" {
		fr.addGap(true)
		fr.addLines(f, t, wrapVisible(text, f.textWidth())...)
	}
}

// answerCounts counts the four kinds of answers, without any weight.
func (p *reviewPage) answerCounts(f *fullScreen) string {
	count := map[answers.Status]int{}
	for i := range f.session.Len() {
		count[f.session.Answer(i).Status]++
	}
	parts := []string{fmt.Sprintf("%d of %d answered", count[answers.Answered], f.session.Len())}
	for _, kind := range []struct {
		status answers.Status
		words  string
	}{{answers.DontKnow, "unknown"}, {answers.NotApplicable, "not applicable"}, {answers.Skipped, "open"}} {
		if n := count[kind.status]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, kind.words))
		}
	}
	return strings.Join(parts, ", ") + ". Answers can be changed until you finish."
}
