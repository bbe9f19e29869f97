package screen

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// listPage shows questions with their answers to go to one: all of them, or those that a text is found in.
type listPage struct {
	from page
	// input is the text to find; nil in the overview, which has a last row for the review.
	input     *field
	questions []int
	pick      int
}

func newOverview(f *face) *listPage {
	p := &listPage{from: f.page, pick: f.session.Current()}
	for i := range f.session.Len() {
		p.questions = append(p.questions, i)
	}
	if f.session.Reviewing() {
		p.pick = len(p.questions)
	}
	return p
}

func newFind(f *face) *listPage { return &listPage{from: f.page, input: newField("")} }

func (p *listPage) field() *field { return p.input }

func (p *listPage) typed(f *face) {
	p.questions, p.pick = f.session.Find(p.input.text()), 0
	f.tooLong(p.input)
}

func (p *listPage) press(f *face, k key) {
	name := k.name
	if p.input == nil {
		name = strings.ToLower(name)
	}
	switch name {
	case "up", "down":
		p.pick = moved(name, p.pick, p.len())
	case "enter":
		p.jump(f)
	case "esc":
		f.show(p.from)
	default:
		p.letter(f, name, k)
	}
}

// letter is for the keys that are typed while a text is looked for, and commands in the overview.
func (p *listPage) letter(f *face, name string, k key) {
	if p.input != nil {
		if was := p.input.text(); p.input.edit(k) && p.input.text() != was {
			p.typed(f)
		}
		return
	}
	switch name {
	case "k", "j", "home", "end":
		p.pick = moved(name, p.pick, p.len())
	case "b", "left", "o", "q":
		f.show(p.from)
	case "/":
		find := newFind(f)
		find.from = p.from
		f.show(find)
	case "h", "f1":
		f.show(&helpPage{from: p})
	}
}

// len counts the rows; the overview has one more than questions.
func (p *listPage) len() int {
	if p.input == nil {
		return len(p.questions) + 1
	}
	return len(p.questions)
}

func (p *listPage) jump(f *face) {
	switch {
	case p.pick < len(p.questions):
		f.returning = f.returning || f.session.Reviewing()
		f.session.Jump(p.questions[p.pick])
		f.proceed()
	case p.input == nil:
		f.session.Review()
		f.proceed()
	}
}

func (p *listPage) draw(f *face, air int) frame {
	fr := p.top(f, air)
	section := ""
	for i, at := range p.questions {
		if s := f.session.Section(at); s != section && p.input == nil {
			fr.gap(air > 0)
			fr.put(f, faintTone, fold(s, f.columns())...)
			section = s
		}
		p.line(&fr, i, func() { fr.question(f, at, i == p.pick) })
	}
	if p.input == nil {
		fr.gap(true)
		p.line(&fr, len(p.questions), func() { fr.action(f, "Review and finish", p.pick == len(p.questions)) })
	}
	return fr
}

func (p *listPage) line(fr *frame, i int, draw func()) {
	start := len(fr.body)
	draw()
	if i == p.pick {
		fr.focus = part{start, len(fr.body)}
	}
}

func (p *listPage) top(f *face, air int) frame {
	moves := hint{f.both, "move"}
	if p.input == nil {
		progress := f.session.Progress()
		fr := frame{head: f.header("All questions", fmt.Sprintf("%d of %d open", progress.Open, progress.Total), air)}
		fr.keys = []hint{{"enter", "go there"}, moves, {"/", "find"}, {"h", "help"}, {"esc", "close"}}
		return fr
	}
	fr := frame{head: f.header("Find", fmt.Sprintf("%d found", len(p.questions)), air)}
	field := frame{}
	field.input(f, p.input, true)
	// The end of a long text stays in sight: it is what is being typed.
	last := field.body[len(field.body)-1]
	fr.cursor, fr.typing = &spot{len(fr.head), field.cursor.column}, true
	fr.head = append(fr.head, last, "")
	if p.input.text() == "" {
		fr.put(f, faintTone, fold("Type a word from a question, an option or a note.", f.columns())...)
	} else if len(p.questions) == 0 {
		fr.put(f, plainTone, fold("Nothing found.", f.columns())...)
	}
	fr.keys = []hint{moves, {"enter", "go there"}, {"esc", "close"}}
	return fr
}

// question adds a question with its answer: in full at the pointer, else in two lines.
func (fr *frame) question(f *face, at int, picked bool) {
	question, answer := f.session.Question(at), f.session.Answer(at)
	pointer := " "
	if picked {
		pointer = f.pointer
	}
	lead := fmt.Sprintf("%s%s %2d  ", pointer, f.mark(answer.Status), at+1)
	text, words := question.Text, inWords(question, answer)
	if picked {
		fr.item(f, strongTone, lead, text)
		fr.item(f, plainTone, strings.Repeat(" ", cells(lead)), words)
		return
	}
	room := f.columns() - cells(lead)
	fr.put(f, plainTone, lead+f.cut(text, room))
	fr.put(f, faintTone, strings.Repeat(" ", cells(lead))+f.cut(words, room))
}

// action adds a row that does something.
func (fr *frame) action(f *face, text string, picked bool) {
	if picked {
		fr.item(f, strongTone, f.pointer+" ", text)
		return
	}
	fr.item(f, plainTone, "  ", text)
}

// mark is one cell for what kind of answer there is.
func (f *face) mark(status answers.Status) string {
	switch status {
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
