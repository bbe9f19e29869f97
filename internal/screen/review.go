package screen

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
)

// reviewPage is behind the last question: it shows what is open or unknown, lets one go back to it, and ends the
// interview. Neither a score nor a leaning is shown before that end.
type reviewPage struct {
	gaps []int
	// pick is 0 for the end, and i+1 for gap i.
	pick int
}

func newReview(f *face) *reviewPage { return &reviewPage{gaps: f.session.Gaps()} }

func (p *reviewPage) press(f *face, k key) {
	switch name := strings.ToLower(k.name); name {
	case "up", "k", "down", "j", "home", "end":
		p.pick = moved(name, p.pick, len(p.gaps)+1)
	case "enter":
		p.accept(f)
	case "b", "left":
		f.back()
	case "o":
		f.show(newOverview(f))
	case "/":
		f.show(newFind(f))
	case "h", "f1":
		f.show(&helpPage{from: p})
	case "q":
		f.leave()
	}
}

func (p *reviewPage) accept(f *face) {
	switch {
	case !f.view.shows(p.draw(f, f.view.air).focus):
		// Brought into view first: nothing ends by accident.
	case p.pick == 0:
		f.finish()
	default:
		f.session.Jump(p.gaps[p.pick-1])
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
	if len(p.gaps) > 0 {
		fr.gap(true)
		fr.put(f, faintTone, fold("Open or unknown; enter goes there and comes back:", f.columns())...)
	}
	for i, at := range p.gaps {
		start := len(fr.body)
		fr.question(f, at, p.pick == i+1)
		if p.pick == i+1 {
			fr.focus = part{start, len(fr.body)}
		}
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
