package screen

import "fmt"

// entryPage asks for a line of text about the current question.
type entryPage struct {
	from *questionPage
	// ask says what to write, help what happens with it.
	ask, help string
	input     *field
	// keep takes the text over; it says what is wrong, or "".
	keep func(text string) string
	// done is said when it was.
	done string
}

// write opens the entry for a note (n), evidence (e) or the reason why a question does not apply (x).
func (p *questionPage) write(f *face, what string) {
	answer := f.session.Answer(p.at)
	entry := &entryPage{from: p, done: "Kept."}
	switch what {
	case "n":
		entry.ask, entry.help = "A note on this answer", "It stands beside the answer in the report. Empty removes it."
		entry.input = newField(answer.Note)
		entry.keep = func(text string) string { f.session.Note(text); return "" }
	case "e":
		entry.ask, entry.help = "Evidence for this answer", "For example a link to where it can be seen. Empty removes it."
		entry.input = newField(answer.Evidence)
		entry.keep = func(text string) string { f.session.Evidence(text); return "" }
	default:
		if !f.session.Question(p.at).AllowNA {
			f.said = "This question always applies. Press ? when you don't know."
			return
		}
		entry.ask, entry.help = "Why does this not apply here?", "The reason stands in the report; the question then counts neither way."
		entry.input = newField(answer.Reason)
		entry.keep = func(text string) string { return p.leaveOut(f, text) }
	}
	f.show(entry)
}

func (p *questionPage) leaveOut(f *face, reason string) string {
	if err := f.session.NotApplicable(reason); err != nil {
		return "Not applicable needs a reason; esc goes back without one."
	}
	f.onward()
	return ""
}

func (p *entryPage) field() *field { return p.input }

func (p *entryPage) typed(f *face) { f.tooLong(p.input) }

func (p *entryPage) press(f *face, k key) {
	switch k.name {
	case "esc":
		f.show(p.from)
	case "enter":
		if f.said = p.keep(p.input.text()); f.said == "" && f.page == page(p) {
			p.from.refresh(f)
			f.show(p.from)
			f.said = p.done
		}
	default:
		p.input.edit(k)
		f.tooLong(p.input)
	}
}

func (f *face) tooLong(input *field) {
	if input.full {
		f.said = fmt.Sprintf("The text was cut: there is room for %d characters.", longestText)
	}
}

func (p *entryPage) draw(f *face, air int) frame {
	at := p.from.at
	fr := frame{head: f.header(f.session.Section(at), f.progress(at), air)}
	fr.put(f, faintTone, fold(f.session.Question(at).Text, f.columns())...)
	fr.gap(true)
	fr.put(f, strongTone, fold(p.ask, f.columns())...)
	fr.input(f, p.input, true)
	fr.gap(air > 0)
	fr.put(f, plainTone, fold(p.help, f.columns())...)
	fr.keys = []hint{{"ctrl+u", "clear"}, {"enter", "keep"}, {"esc", "cancel"}}
	return fr
}

// input shows a text field; the one in use gets the cursor and is kept in view.
func (fr *frame) input(f *face, input *field, used bool) {
	const lead = "> "
	rows, at := input.rows(f.columns() - len(lead))
	start := len(fr.body)
	for i, row := range rows {
		indent := lead
		if i > 0 {
			indent = "  "
		}
		fr.body = append(fr.body, indent+row)
	}
	if used {
		at = spot{start + at.row, len(lead) + at.column}
		fr.cursor = &at
		fr.focus = part{at.row, at.row + 1}
	}
}
