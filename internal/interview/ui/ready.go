package ui

import (
	"strings"

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
	if p.draft, p.broken = f.opening.FindDraft(); p.draft != nil {
		p.rows = []string{
			"Go on with the draft: " + describeDraft(p.draft),
			"Start over: the draft is kept, not deleted",
		}
	}
	f.showPage(p)
}

func (p *readyPage) handleKey(f *fullScreen, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = movePointer(name, p.pick, len(p.rows))
	case "enter":
		if !f.view.isVisible(p.draw(f, f.view.air).focus) {
			return
		}
		if p.pick > 0 {
			p.draft = nil
		}
		f.beginSession(p.draft)
	case "b", "left", "esc":
		if !f.opening.Settled {
			f.showPage(newWho(f))
		}
	case "h", "f1":
		f.showPage(&helpPage{from: p})
	case "q":
		f.leaveEarly()
	}
}

func (p *readyPage) draw(f *fullScreen, air int) frame {
	fr := frame{head: f.drawHeader(f.q.Title, describeExtent(f.q), air)}
	// The decision stands first; without a draft that is only when to begin.
	if p.draft == nil {
		p.drawIntroduction(f, &fr, air)
		fr.addGap(true)
	}
	for i, row := range p.rows {
		start := len(fr.body)
		fr.addAction(f, row, i == p.pick)
		if i == p.pick {
			fr.focus = lineRange{start, len(fr.body)}
		}
	}
	fr.addGap(air > 0 || p.draft != nil)
	if p.draft != nil {
		p.drawIntroduction(f, &fr, air)
		fr.addGap(air > 0)
	}
	fr.addLines(f, faintStyle, wrapVisible("Every answer is saved at once in "+f.opening.AnswersPlace(), f.textWidth())...)
	fr.keys = []keyHint{{"enter", "go on"}, {"b", "back"}, {"h", "help"}, {"q", "leave"}}
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
