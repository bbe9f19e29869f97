package checklist

import (
	"strings"

	"github.com/opsfit/opsfit/internal/outline"
)

// points returns what an item asks. An item that only groups others stands before the texts of these.
func (m *markdownReader) points(b outline.Block, lead string) []Point {
	asked, notes := m.split(b)
	if oneLine(b.Text) == "" {
		return m.group(asked, notes, lead)
	}
	p := m.simplePoint(b, lead)
	deeper := false
	for _, inner := range asked {
		more, _ := m.split(inner)
		deeper = deeper || len(more) > 0
	}
	switch {
	case len(asked) == 0:
	case deeper || len(asked) == 1:
		list := m.group(asked, notes, p.Text)
		if len(list) == 0 {
			break
		}
		if b.Task {
			p.Left = append(p.Left, Leftover{Reason: "a box of its own above others, which are asked about instead", Pos: p.Pos})
		}
		list[0].Left = append(p.Left, list[0].Left...)
		list[0].Sources = append(p.Sources, list[0].Sources...)
		return list
	default:
		var options []Option
		for _, inner := range asked {
			options = append(options, m.option(&p, inner)...)
		}
		p.answerAll(options)
	}
	for _, note := range notes {
		m.addBlock(&p, note)
	}
	return []Point{p}
}

// split parts the blocks of an item in those that are asked about and those that explain it.
func (m *markdownReader) split(b outline.Block) (asked, notes []outline.Block) {
	for _, inner := range b.Blocks {
		if m.isPoint(inner) {
			asked = append(asked, inner)
		} else {
			notes = append(notes, inner)
		}
	}
	return asked, notes
}

// group returns the points of several items, and gives the notes that are about all of them to the first.
func (m *markdownReader) group(items, notes []outline.Block, lead string) []Point {
	var list []Point
	for _, item := range items {
		list = append(list, m.points(item, lead)...)
	}
	for _, note := range notes {
		if len(list) == 0 {
			m.leave(&m.list.Left, note)
		} else {
			m.addBlock(&list[0], note)
		}
	}
	return list
}

// simplePoint returns the text of a block as a point that is answered by yes or no.
func (m *markdownReader) simplePoint(b outline.Block, lead string) Point {
	p := Point{Pos: place(b), Options: yesOrNo()}
	text := m.plainWithLinks(b.Text, &p)
	p.Text = join(": ", strings.TrimSuffix(lead, ":"), text)
	p.Title = m.boldTitle(b.Text)
	if p.Title == "" && len(split(text)) > 2 {
		p.Title = shortTitle(text)
	}
	m.noteTick(&p, b)
	return p
}

func (m *markdownReader) noteTick(p *Point, b outline.Block) {
	if b.Done {
		p.Left = append(p.Left, Leftover{Reason: "a ticked box; an answers file says what is done", Pos: place(b)})
	}
}

// boldTitle returns the bold words that a text begins with, where they are few.
func (m *markdownReader) boldTitle(text string) string {
	const most = 32
	bold := m.bold.FindStringSubmatch(text)
	if bold == nil {
		return ""
	}
	title := strings.TrimRight(m.plain(bold[1]+bold[2]), ".:")
	if len(title) > most || len(strings.Fields(title)) > 4 {
		return ""
	}
	return title
}

// option returns an item below another as an answer to that; none for one without text.
func (m *markdownReader) option(p *Point, b outline.Block) []Option {
	text := m.plainWithLinks(b.Text, p)
	m.noteTick(p, b)
	for _, note := range b.Blocks {
		before := len(p.Why)
		m.addBlock(p, note)
		if len(p.Why) > before {
			p.Why[before] = join(": ", strings.TrimSuffix(text, ":"), p.Why[before])
		}
	}
	if text == "" {
		return nil
	}
	return []Option{{Text: text, None: isNone(text), Pos: place(b)}}
}

// addBlock adds what explains a point to its reason, or to its remedies where the text says so.
func (m *markdownReader) addBlock(p *Point, b outline.Block) {
	switch b.Kind {
	case outline.Paragraph, outline.Item:
		m.addNote(p, m.plainWithLinks(b.Text, p))
		m.noteTick(p, b)
		for _, inner := range b.Blocks {
			m.addBlock(p, inner)
		}
	case outline.Heading:
		m.addNote(p, m.plain(b.Text))
	default:
		m.leave(&p.Left, b)
	}
}

// addNote adds a text to the reason of a point; one that begins with "Remedy:" or the like says what to do.
func (m *markdownReader) addNote(p *Point, text string) {
	head, step, found := strings.Cut(text, ":")
	if found && isRemedy(head) && oneLine(step) != "" {
		p.Remedies = append(p.Remedies, Remedy{Option: -1, Title: p.Text, Step: oneLine(step), Impact: usualImpact})
		return
	}
	p.Why = append(p.Why, text)
}

// usualImpact is the impact of a remedy of which nothing more is known: the middle of the scale.
const usualImpact = 3

func isRemedy(word string) bool {
	switch wordsOf(word) {
	case "remedy", "fix", "how to fix", "action", "remediation", "recommendation", "improvement":
		return true
	}
	return false
}
