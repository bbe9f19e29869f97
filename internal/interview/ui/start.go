package ui

import "github.com/opsfit/opsfit/internal/interview"

// showFirstPage shows the first opening page that has something to ask or to say, else the session.
func (f *fullScreen) showFirstPage() {
	switch {
	case !f.opening.Settled:
		f.showPage(newAbout(f))
	case len(f.opening.Notices) > 0:
		f.showReady()
	default:
		f.beginSession(nil)
	}
}

// loadQuestionnaire waits for the questionnaire; it returns false when there is none.
func (f *fullScreen) loadQuestionnaire() bool {
	f.q, f.failure = f.opening.Questionnaire()
	return f.failure == nil
}

func (f *fullScreen) beginSession(draft *interview.Draft) {
	if !f.loadQuestionnaire() {
		return
	}
	if f.session, f.failure = f.opening.BeginSession(draft); f.failure == nil {
		f.showCurrent()
	}
}

// startPage asks for subject, team, name or role. It shows nothing of the questionnaire, which may still be loading.
type startPage struct {
	// place says which of the opening pages it is.
	place       string
	title, text string
	labels      []string
	inputs      []*textField
	pick        int
	// accept stores the texts and shows the next page; back shows the previous one, nil on the first.
	accept, back func()
}

func newAbout(f *fullScreen) *startPage {
	head := f.opening.Head()
	p := &startPage{
		place:  "1 of 3",
		title:  "What is this about?",
		text:   "The ONE service that you answer for, for example payments-api. Enter accepts what is there; it may stay empty.",
		labels: []string{"Service"}, inputs: []*textField{newTextField(head.Subject)},
	}
	p.accept = func() {
		head := f.opening.Head()
		head.Subject = p.inputs[0].text()
		f.opening.SetHead(head)
		f.showPage(newWho(f))
	}
	return p
}

func newWho(f *fullScreen) *startPage {
	head := f.opening.Head()
	p := &startPage{
		place:  "2 of 3",
		title:  "Who answers?",
		text:   "Both may stay empty. They stand in the report, so that several views can be compared later.",
		labels: []string{"Team", "Your role"}, inputs: []*textField{newTextField(head.Team), newTextField(head.Role)},
		back: func() { f.showPage(newAbout(f)) },
	}
	p.accept = func() {
		head := f.opening.Head()
		head.Team, head.Role = p.inputs[0].text(), p.inputs[1].text()
		f.opening.SetHead(head)
		f.showReady()
	}
	return p
}

func (p *startPage) textField() *textField { return p.inputs[p.pick] }

func (p *startPage) textChanged(f *fullScreen) { f.tooLong(p.textField()) }

func (p *startPage) handleKey(f *fullScreen, k key) {
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
		p.textField().handleKey(k)
		p.textChanged(f)
	}
}

func (p *startPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader("Before the questions", p.place, air)}
	fr.addLines(f, strongStyle, wrapVisible(p.title, f.textWidth())...)
	fr.addLines(f, faintStyle, wrapVisible(p.text, f.textWidth())...)
	for i, label := range p.labels {
		fr.addGap(air > 0)
		fr.addLines(f, plainStyle, label)
		fr.addInput(f, p.inputs[i], i == p.pick)
	}
	fr.keys = []keyHint{{"enter", "go on"}, {"ctrl+c", "leave"}}
	if p.back != nil {
		fr.keys = []keyHint{{"tab", "next field"}, {"esc", "back"}, {"enter", "go on"}, {"ctrl+c", "leave"}}
	}
	return fr
}
