package screen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// questionPage shows the current question.
type questionPage struct {
	at   int
	rows []row
	// pick is the row that the pointer is at; -1 before the first move, so that nothing is chosen by enter alone.
	pick int
}

// row is one thing that can be said to a question.
type row struct {
	key, text string
	// option is the id of an option; empty for the others.
	option string
	chosen bool
}

func newQuestion(f *face) *questionPage {
	p := &questionPage{at: f.session.Current()}
	p.refresh(f)
	p.pick = -1
	for i := range p.rows {
		if p.rows[i].chosen {
			p.pick = i
		}
	}
	return p
}

// refresh reads the rows from the session; their order is that of the questionnaire.
func (p *questionPage) refresh(f *face) {
	question, answer := f.session.Question(p.at), f.session.Answer(p.at)
	p.rows = nil
	for i, option := range question.Shown() {
		chosen := answer.Status == answers.Answered && answer.Option == option.ID
		p.rows = append(p.rows, row{key: strconv.Itoa(i + 1), text: option.Text, option: option.ID, chosen: chosen})
	}
	p.rows = append(p.rows, row{key: "?", text: "I don't know.", chosen: answer.Status == answers.DontKnow})
	if question.AllowNA {
		text := "This does not apply here."
		if answer.Status == answers.NotApplicable && answer.Reason != "" {
			text = "This does not apply here: " + answer.Reason
		}
		p.rows = append(p.rows, row{key: "x", text: text, chosen: answer.Status == answers.NotApplicable})
	}
}

func (p *questionPage) press(f *face, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = moved(name, p.pick, len(p.rows))
	case "enter":
		p.accept(f)
	case "b", "left":
		f.back()
	case "right":
		f.onward()
	case "s":
		if f.session.Answer(p.at).Status != answers.Skipped {
			f.said = "The answer is taken back."
		}
		f.session.Skip()
		f.onward()
	case "n", "e", "x":
		p.write(f, name)
	case "?":
		f.session.DontKnow()
		f.onward()
	default:
		if !f.turn(name, p) {
			p.digit(f, k.text)
		}
	}
}

// moved is where a pointer goes among n rows; from nowhere, down is the first row and up the last.
func moved(name string, pick, n int) int {
	switch name {
	case "up", "k":
		if pick < 0 {
			return n - 1
		}
		return max(0, pick-1)
	case "home":
		return 0
	case "end":
		return n - 1
	}
	return max(0, min(n-1, pick+1))
}

// accept takes the row at the pointer. What is out of sight is brought into view first, and chosen by no accident.
func (p *questionPage) accept(f *face) {
	switch {
	case p.pick < 0:
		f.said = "No answer yet: choose with " + f.both + " or a number; ? if you don't know, s to skip."
	case f.view.shows(p.draw(f, f.view.air).focus):
		p.choose(f, p.pick)
	}
}

func (p *questionPage) digit(f *face, text string) {
	if n, err := strconv.Atoi(text); err == nil {
		for i := range p.rows {
			if p.rows[i].key == strconv.Itoa(n) {
				p.choose(f, i)
				return
			}
		}
		f.said = fmt.Sprintf("There is no option %d.", n)
		return
	}
	if text != "" {
		f.said = "That key does nothing here; h lists the keys."
	}
}

func (p *questionPage) choose(f *face, i int) {
	switch chosen := p.rows[i]; chosen.key {
	case "?":
		f.session.DontKnow()
	case "x":
		if !chosen.chosen {
			p.write(f, "x")
			return
		}
	default:
		if err := f.session.Choose(chosen.option); err != nil {
			f.said = err.Error()
			return
		}
	}
	f.onward()
}

func (p *questionPage) draw(f *face, air int) frame {
	question, answer := f.session.Question(p.at), f.session.Answer(p.at)
	fr := p.top(f, air)
	if question.Why != "" {
		// The label tells it from the question where there is no other tone.
		fr.put(f, faintTone, fold("Why: "+question.Why, f.columns())...)
	}
	for i, row := range p.rows {
		fr.gap(air > 0 && (i == 0 || air > 1))
		start := len(fr.body)
		p.line(f, &fr, i, row)
		if i == p.pick {
			fr.focus = part{start, len(fr.body)}
		}
	}
	fr.gap(air > 0)
	if f.session.Unconfirmed(p.at) {
		fr.put(f, cautionTone, fold("This answer is "+unconfirmed+": enter confirms it, a number changes it.", f.columns())...)
	}
	if text := f.opening.Beside(f.session, p.at); text != "" && f.returning {
		fr.put(f, plainTone, fold(beside+text, f.columns())...)
	}
	if answer.Note != "" {
		fr.item(f, plainTone, "  Note: ", answer.Note)
	}
	if answer.Evidence != "" {
		fr.item(f, plainTone, "  Evidence: ", answer.Evidence)
	}
	fr.keys = []hint{
		{fmt.Sprintf("%s 1-%d", f.both, min(9, len(question.Options))), "choose"},
		{"enter", "go on"},
		{"b", "back"},
		{"s", "skip"},
		{"n", "note"},
		{"o", "overview"},
		{"/", "find"},
		{"h", "help"},
		{"q", "leave"},
	}
	return fr
}

// top puts the question above what scrolls, unless it is so long that it has to scroll as well.
func (p *questionPage) top(f *face, air int) frame {
	fr := frame{head: f.header(f.session.Section(p.at), f.progress(p.at), air)}
	text := fold(f.session.Question(p.at).Text, f.columns())
	if len(text) > f.height/4 {
		fr.put(f, strongTone, text...)
		return fr
	}
	for _, line := range text {
		fr.head = append(fr.head, f.paint(strongTone, line))
	}
	if air > 0 {
		fr.head = append(fr.head, "")
	}
	return fr
}

func (p *questionPage) line(f *face, fr *frame, i int, row row) {
	pointer, mark, t := " ", " ", plainTone
	if i == p.pick {
		pointer, t = f.pointer, strongTone
	}
	if row.chosen {
		mark = f.chosen
	}
	fr.item(f, t, fmt.Sprintf("%s%s %s  ", pointer, mark, row.key), row.text)
}
