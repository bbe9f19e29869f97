package screen

import "github.com/opsfit/opsfit/internal/interview"

// start shows the first of the opening screens that has something to ask or to say, else the session.
func (f *face) start() {
	switch {
	case !f.opening.Settled:
		f.show(newAbout(f))
	case len(f.opening.Notices) > 0:
		f.ready()
	default:
		f.begin(nil)
	}
}

// load waits for the questionnaire; false when there is none.
func (f *face) load() bool {
	f.q, f.failure = f.opening.Questionnaire()
	return f.failure == nil
}

func (f *face) begin(draft *interview.Draft) {
	if !f.load() {
		return
	}
	if f.session, f.failure = f.opening.Begin(draft); f.failure == nil {
		f.proceed()
	}
}

// startPage asks for a part of the head. It shows nothing of the questionnaire, which may still be on its way.
type startPage struct {
	// place says which of the opening screens it is.
	place       string
	title, text string
	labels      []string
	inputs      []*field
	pick        int
	// accept takes the texts over and shows the next page; back the one before, nil for the first.
	accept, back func()
}

func newAbout(f *face) *startPage {
	head := f.opening.Head()
	p := &startPage{
		place:  "1 of 3",
		title:  "What is this about?",
		text:   "The ONE service that you answer for, for example payments-api. Enter accepts what is there; it may stay empty.",
		labels: []string{"Service"}, inputs: []*field{newField(head.Subject)},
	}
	p.accept = func() {
		head := f.opening.Head()
		head.Subject = p.inputs[0].text()
		f.opening.SetHead(head)
		f.show(newWho(f))
	}
	return p
}

func newWho(f *face) *startPage {
	head := f.opening.Head()
	p := &startPage{
		place:  "2 of 3",
		title:  "Who answers?",
		text:   "Both may stay empty. They stand in the report, so that several views can be compared later.",
		labels: []string{"Team", "Your role"}, inputs: []*field{newField(head.Team), newField(head.Role)},
		back: func() { f.show(newAbout(f)) },
	}
	p.accept = func() {
		head := f.opening.Head()
		head.Team, head.Role = p.inputs[0].text(), p.inputs[1].text()
		f.opening.SetHead(head)
		f.ready()
	}
	return p
}

func (p *startPage) field() *field { return p.inputs[p.pick] }

func (p *startPage) typed(f *face) { f.tooLong(p.field()) }

func (p *startPage) press(f *face, k key) {
	last := len(p.inputs) - 1
	switch k.name {
	case "enter":
		if p.pick == last {
			p.accept()
			return
		}
		p.pick++
	case "tab", "down":
		p.pick = min(last, p.pick+1)
	case "shift+tab", "up":
		p.pick = max(0, p.pick-1)
	case "esc":
		if p.back != nil {
			p.back()
		}
	default:
		p.field().edit(k)
		p.typed(f)
	}
}

func (p *startPage) draw(f *face, air int) frame {
	fr := frame{head: f.header("Before the questions", p.place, air)}
	fr.put(f, strongTone, fold(p.title, f.columns())...)
	fr.put(f, faintTone, fold(p.text, f.columns())...)
	for i, label := range p.labels {
		fr.gap(air > 0)
		fr.put(f, plainTone, label)
		fr.input(f, p.inputs[i], i == p.pick)
	}
	fr.keys = []hint{{"enter", "go on"}, {"ctrl+c", "leave"}}
	if p.back != nil {
		fr.keys = []hint{{"tab", "next field"}, {"esc", "back"}, {"enter", "go on"}, {"ctrl+c", "leave"}}
	}
	return fr
}
