package screen

import (
	"strings"

	"github.com/opsfit/opsfit/internal/interview"
)

// readyPage is the last one before the first question: what the answers are to be about, and an earlier draft.
type readyPage struct {
	draft *interview.Draft
	// broken is why an earlier draft cannot be used.
	broken error
	// rows are what enter does; more than one with a draft.
	rows []string
	pick int
}

func (f *face) ready() {
	if !f.load() {
		return
	}
	p := &readyPage{rows: []string{"Begin"}}
	if p.draft, p.broken = f.opening.Draft(); p.draft != nil {
		p.rows = []string{
			"Go on with the draft: " + extentOf(p.draft),
			"Start afresh: the draft is set aside, not deleted",
		}
	}
	f.show(p)
}

func (p *readyPage) press(f *face, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = moved(name, p.pick, len(p.rows))
	case "enter":
		if !f.view.shows(p.draw(f, f.view.air).focus) {
			return
		}
		if p.pick > 0 {
			p.draft = nil
		}
		f.begin(p.draft)
	case "b", "left", "esc":
		if !f.opening.Settled {
			f.show(newWho(f))
		}
	case "h", "f1":
		f.show(&helpPage{from: p})
	case "q":
		f.leave()
	}
}

func (p *readyPage) draw(f *face, air int) frame {
	fr := frame{head: f.header(f.q.Title, extent(f.q), air)}
	// What has to be decided stands first; without a draft that is only when to begin.
	if p.draft == nil {
		p.explain(f, &fr, air)
		fr.gap(true)
	}
	for i, row := range p.rows {
		start := len(fr.body)
		fr.action(f, row, i == p.pick)
		if i == p.pick {
			fr.focus = part{start, len(fr.body)}
		}
	}
	fr.gap(air > 0 || p.draft != nil)
	if p.draft != nil {
		p.explain(f, &fr, air)
		fr.gap(air > 0)
	}
	fr.put(f, faintTone, fold("Every answer is saved at once in "+f.opening.Place(), f.columns())...)
	fr.keys = []hint{{"enter", "go on"}, {"b", "back"}, {"h", "help"}, {"q", "leave"}}
	return fr
}

// explain says what the answers are to be about, and what the person should know before.
func (p *readyPage) explain(f *face, fr *frame, air int) {
	for _, notice := range p.notices(f) {
		fr.put(f, cautionTone, fold(notice, f.columns())...)
	}
	fr.gap(air > 0)
	if hint := f.q.ScopeHint; hint != "" {
		fr.put(f, plainTone, fold(hint, f.columns())...)
	}
}

// notices are what the person should know before going on.
func (p *readyPage) notices(f *face) []string {
	notices := append([]string{}, f.opening.Notices...)
	if p.broken != nil {
		notices = append(notices, "There is a draft that cannot be used: "+oneLine(p.broken.Error())+". It is set aside, nothing in it is lost.")
	}
	if p.draft != nil {
		for _, d := range p.draft.Dropped {
			notices = append(notices, "No longer fitting: "+oneLine(d.Message))
		}
	}
	return notices
}
