package screen

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// reviewPage is behind the last question: it shows what is open or unknown, lets one go back to it, and ends the
// interview. Neither a score nor a leaning is shown before that end.
type reviewPage struct {
	parts []reviewPart
	// pick is 0 for the end, and i+1 for row i of all parts.
	pick int
}

// reviewPart are questions that deserve a second look for one reason.
type reviewPart struct {
	title string
	rows  []reviewRow
}

// reviewRow is one of them; beside is what a repository shows, or empty.
type reviewRow struct {
	at     int
	beside string
}

func newReview(f *face) *reviewPage {
	p := &reviewPage{}
	p.refresh(f)
	return p
}

// refresh looks again for what deserves a second look: a repository may have been read in the meantime.
func (p *reviewPage) refresh(f *face) {
	gaps := reviewPart{title: "Open or unknown; enter goes there and comes back:"}
	for _, at := range f.session.Gaps() {
		gaps.rows = append(gaps.rows, reviewRow{at: at})
	}
	pending := reviewPart{title: "Suggested by the repository, for you to confirm or change:"}
	for _, at := range f.session.Pending() {
		pending.rows = append(pending.rows, reviewRow{at: at})
	}
	sights := reviewPart{title: differing}
	for _, sight := range f.opening.Sights(f.session) {
		sights.rows = append(sights.rows, reviewRow{at: sight.At, beside: sight.Text})
	}
	before := len(p.rows())
	p.parts = []reviewPart{sights, pending, gaps}
	if p.pick > 0 {
		// What is new stands above; the pointer stays where it was.
		p.pick = max(1, p.pick+len(p.rows())-before)
	}
}

// rows are those of all parts, in their order.
func (p *reviewPage) rows() []reviewRow {
	var rows []reviewRow
	for _, of := range p.parts {
		rows = append(rows, of.rows...)
	}
	return rows
}

func (p *reviewPage) press(f *face, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = moved(name, p.pick, len(p.rows())+1)
	case "enter":
		p.accept(f)
	case "b", "left":
		f.back()
	default:
		f.turn(name, p)
	}
}

func (p *reviewPage) accept(f *face) {
	switch {
	case !f.view.shows(p.draw(f, f.view.air).focus):
		// Brought into view first: nothing ends by accident.
	case p.pick == 0:
		f.finish()
	default:
		f.session.Jump(p.rows()[p.pick-1].at)
		f.returning = true
		f.proceed()
	}
}

func (p *reviewPage) draw(f *face, air int) frame {
	fr := frame{head: f.header("Review", f.session.Title(), air)}
	fr.put(f, plainTone, fold(p.summary(f), f.columns())...)
	fr.gap(true)
	start := len(fr.body)
	fr.action(f, "Finish and show the report", p.pick == 0)
	if p.pick == 0 {
		fr.focus = part{start, len(fr.body)}
	}
	p.drawWitness(f, &fr)
	number := 0
	for _, rows := range p.parts {
		p.drawPart(f, &fr, rows, &number)
	}
	fr.keys = []hint{
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
func (p *reviewPage) drawPart(f *face, fr *frame, rows reviewPart, number *int) {
	if len(rows.rows) > 0 {
		fr.gap(true)
		fr.put(f, faintTone, fold(rows.title, f.columns())...)
	}
	for _, row := range rows.rows {
		*number++
		start := len(fr.body)
		fr.question(f, row.at, p.pick == *number)
		if row.beside != "" {
			fr.item(f, plainTone, "      ", beside+row.beside)
		}
		if p.pick == *number {
			fr.focus = part{start, len(fr.body)}
		}
	}
}

// drawWitness says how far a repository is with being read, and when it was, whether there is nothing to list.
func (p *reviewPage) drawWitness(f *face, fr *frame) {
	text, t := "", faintTone
	if f.opening.Reading() {
		text = "The repository is still being read; what it shows will be listed here."
	}
	if f.opening.Concurs(f.session) {
		text = concurring
	}
	if fault := f.opening.Blind(); fault != nil {
		text, t = "The repository could not be read: "+oneLine(fault.Error())+".", cautionTone
	}
	if text != "" {
		fr.gap(true)
		fr.put(f, t, fold(text, f.columns())...)
	}
}

// summary counts the four kinds of answers; nothing in it weighs them.
func (p *reviewPage) summary(f *face) string {
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
