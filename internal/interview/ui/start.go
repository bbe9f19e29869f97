package ui

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/interview"
)

// showFirstPage shows the first opening page that has something to ask or to say, else the session.
func (f *fullScreen) showFirstPage() {
	switch {
	case !f.opening.Settled:
		f.showStep(0)
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

// startPage asks for some details, and may offer drafts in place of them. It shows nothing of the questionnaire, which may
// still be loading.
type startPage struct {
	// step is its place among the opening pages.
	step        int
	title, text string
	fields      []startField
	drafts      []interview.Unfinished
	// pick is a field, and behind them a draft.
	pick int
}

// startField is a detail and where it is stored.
type startField struct {
	label string
	input *textField
	store func(head *interview.Head, text string)
}

// startSteps returns the opening pages that have something to ask; the page behind them begins the questions.
func (f *fullScreen) startSteps() []*startPage {
	var steps []*startPage
	for _, p := range []*startPage{f.aboutPage(), f.whoPage()} {
		if len(p.fields) > 0 {
			p.step = len(steps)
			steps = append(steps, p)
		}
	}
	return steps
}

// showStep shows an opening page; before the first there is none.
func (f *fullScreen) showStep(step int) {
	switch steps := f.startSteps(); {
	case step < 0:
	case step < len(steps):
		f.showPage(steps[step])
	default:
		f.showReady()
	}
}

func (f *fullScreen) aboutPage() *startPage {
	p := &startPage{
		title:  "What is this about?",
		text:   "The ONE service that you answer for, for example payments-api. Press Enter to accept; you can leave it blank.",
		drafts: f.opening.Unfinished,
	}
	if f.opening.Given.Subject == "" {
		input := newTextField(f.opening.OfferedSubject())
		input.suggested = f.opening.Head().Subject == "" && input.text() != ""
		p.addField("Service", input, func(head *interview.Head, text string) { head.Subject = text })
	}
	return p
}

func (f *fullScreen) whoPage() *startPage {
	p, head, given := &startPage{title: "Who answers?"}, f.opening.Head(), f.opening.Given
	if given.Team == "" {
		p.addField("Team", newTextField(head.Team), func(head *interview.Head, text string) { head.Team = text })
	}
	if given.Role == "" {
		p.addField("Your role", newTextField(head.Role), func(head *interview.Head, text string) { head.Role = text })
	}
	p.text = "Both are optional. They appear in the report, so several people's answers can be compared."
	if len(p.fields) == 1 {
		p.text = "This is optional. It appears in the report, so several people's answers can be compared."
	}
	return p
}

func (p *startPage) addField(label string, input *textField, store func(head *interview.Head, text string)) {
	p.fields = append(p.fields, startField{label, input, store})
}

// textField implements textPage; nil while the pointer is at a draft.
func (p *startPage) textField() *textField {
	if p.pick < len(p.fields) {
		return p.fields[p.pick].input
	}
	return nil
}

func (p *startPage) textChanged(f *fullScreen) { f.tooLong(p.textField()) }

func (p *startPage) commands(f *fullScreen) []command {
	last := len(p.fields) + len(p.drafts) - 1
	accept := func(string) { p.accept(f) }
	next := newCommand("tab down", "", "to the next field or draft", func(string) { p.pick = min(last, p.pick+1) })
	if last > 0 {
		next.hint = "next"
	}
	commands := []command{
		newCommand("enter", "continue", "accept the text, or continue the draft at the pointer", accept).always(), next,
		newCommand("shift+tab up", "", "to the field or draft before", func(string) { p.pick = max(0, p.pick-1) }),
	}
	if p.step > 0 {
		commands = append(commands, newCommand("esc", "back", "back; keeps what is typed", func(string) {
			p.store(f)
			f.showStep(p.step - 1)
		}))
	}
	if p.textField() != nil {
		commands = append(commands, fieldCommands(f, p)...)
	}
	return append(commands, f.helpCommand(p), f.quitCommand(p))
}

// accept goes to the next field or page, or continues the draft at the pointer.
func (p *startPage) accept(f *fullScreen) {
	switch last := len(p.fields) - 1; {
	case p.pick > last:
		f.opening.Resume(p.pick - last - 1)
		f.showFirstPage()
	case p.pick < last:
		p.pick++
	default:
		p.store(f)
		f.showStep(p.step + 1)
	}
}

func (p *startPage) store(f *fullScreen) {
	head := f.opening.Head()
	for _, field := range p.fields {
		field.store(&head, field.input.text())
	}
	f.opening.SetHead(head)
}

func (p *startPage) draw(f *fullScreen, air int) frame {
	place := fmt.Sprintf("%d of %d", p.step+1, len(f.startSteps())+1)
	fr := frame{head: f.drawHeader("Before the questions", place, air)}
	fr.addLines(f, strongStyle, wrapVisible(p.title, f.textWidth())...)
	fr.addLines(f, faintStyle, wrapVisible(p.text, f.textWidth())...)
	for i, field := range p.fields {
		fr.addGap(air > 0)
		fr.addLines(f, plainStyle, field.label)
		fr.addInput(f, field.input, i == p.pick)
	}
	if len(p.drafts) > 0 {
		fr.addGap(air > 0)
		fr.addLines(f, plainStyle, "Or continue an unfinished draft:")
	}
	for i := range p.drafts {
		fr.addDraft(f, &p.drafts[i], i == p.pick-len(p.fields))
	}
	return fr
}

// addDraft adds a draft to continue: in full when picked, else in one line.
func (fr *frame) addDraft(f *fullScreen, draft *interview.Unfinished, picked bool) {
	text := describeUnfinished(draft)
	if !picked {
		text = f.truncateLine(text, f.textWidth()-2)
	}
	fr.addAction(f, text, picked)
}
