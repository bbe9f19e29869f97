package ui

import (
	"github.com/opsfit/opsfit/internal/interview"
)

// readyPage is the last page before the first question: what the answers will be about, and an earlier draft.
type readyPage struct {
	draft *interview.Draft
	// broken is why an earlier draft cannot be used.
	broken error
	// rows are the actions for enter; more than one with a draft.
	rows []string
	pick int
}

func (f *fullScreen) showReady() {
	if !f.loadQuestionnaire() {
		return
	}
	p := &readyPage{rows: []string{"Begin"}}
	if f.opening.Settled {
		p.rows = []string{"Continue"}
	}
	if p.draft, p.broken = f.opening.FindDraft(); p.draft != nil {
		p.rows = []string{
			"Continue the draft: " + describeDraft(p.draft),
			"Start over: the draft is kept, not deleted",
		}
	}
	f.showPage(p)
}

func (p *readyPage) commands(f *fullScreen) []command {
	var commands []command
	if len(p.rows) > 1 {
		commands = append(commands, f.moveCommand("continuing the draft and starting over", func(key string) {
			p.pick = movePointer(key, p.pick, len(p.rows))
		}))
	}
	commands = append(commands, newCommand("enter space", "continue", "to the questions", func(string) { p.accept(f) }).always())
	if before := len(f.startSteps()) - 1; !f.opening.Settled && before >= 0 {
		commands = append(commands, newCommand("b left esc", "back", "back to the page before", func(string) { f.showStep(before) }))
	}
	return append(commands, f.helpCommand(p), f.quitCommand(p))
}

func (p *readyPage) accept(f *fullScreen) {
	if !f.view.isVisible(p.draw(f, f.view.air).focus) {
		return
	}
	if p.pick > 0 {
		p.draft = nil
	}
	f.beginSession(p.draft)
}

func (p *readyPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader(f.q.Title, describeExtent(f.q), air)}
	// The decision stands first; without a draft that is only when to begin.
	if p.draft == nil {
		p.drawIntroduction(f, &fr, air)
		fr.addGap(true)
	}
	for i, row := range p.rows {
		fr.addAction(f, row, i == p.pick)
	}
	fr.addGap(air > 0 || p.draft != nil)
	if p.draft != nil {
		p.drawIntroduction(f, &fr, air)
		fr.addGap(air > 0)
	}
	fr.addLines(f, faintStyle, wrapVisible("Every answer is saved at once in "+f.opening.AnswersPlace(), f.textWidth())...)
	return fr
}

// drawIntroduction says what the answers will be about, and the notices.
func (p *readyPage) drawIntroduction(f *fullScreen, fr *frame, air int) {
	for _, notice := range p.startNotices(f) {
		fr.addLines(f, cautionStyle, wrapVisible(notice, f.textWidth())...)
	}
	fr.addGap(air > 0)
	if hint := f.q.ScopeHint; hint != "" {
		fr.addLines(f, plainStyle, wrapVisible(hint, f.textWidth())...)
	}
}

// startNotices returns what the person should know before the first question.
func (p *readyPage) startNotices(f *fullScreen) []string {
	notices := append([]string{}, f.opening.Notices...)
	if p.broken != nil {
		notice := "There is a draft that cannot be used: " + oneLine(p.broken.Error()) + ". It is kept as it is; nothing in it is lost."
		notices = append(notices, notice)
	}
	if p.draft != nil {
		for _, d := range p.draft.Dropped {
			notices = append(notices, "No longer fitting: "+oneLine(d.Message))
		}
	}
	return notices
}
