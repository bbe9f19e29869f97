package render

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/comparison"
)

// ComparisonText writes two results side by side for a terminal or a log: the headline, the figures and the pictures, then
// what moved them, answer by answer. No line is wider than the options say. The only error is one of the writer.
func ComparisonText(w io.Writer, c *comparison.Comparison, opt Options) error {
	p := newPage(w, opt)
	story := comparison.Tell(c)
	p.opening(story)
	p.rows([]string{"before", "after", "change"}, story.Figures)
	p.journeys(c)
	p.sections(story.Sections)
	p.closing(story)
	return p.writeTo(w)
}

// opening is what a reader sees first.
func (p *page) opening(story comparison.Story) {
	p.facts(0, story.Asked)
	p.blank()
	p.text(0, strongTone, story.Headline)
	p.blank()
	p.items(story.Why)
}

// closing repeats the headline where the reader of a terminal ends up.
func (p *page) closing(story comparison.Story) {
	p.divider("In short")
	p.blank()
	p.text(0, strongTone, story.Headline)
}

// journeys draws what moved between the two results; nothing where nothing did.
func (p *page) journeys(c *comparison.Comparison) {
	if !comparison.Moved(c) {
		return
	}
	if c.Verdict.Quadrant != nil {
		p.blank()
		p.chart(p.outcomeJourneys(c))
	}
	if c.Verdict.Leaning == nil {
		return
	}
	p.blank()
	p.chart(p.practiceJourneys(c))
	if comparison.SituationMoved(c) {
		p.heading("What the situation calls for")
		p.chart(p.situationJourneys(c))
	}
	if comparison.ReadinessMoved(c) {
		p.heading("Readiness, 0 to 4")
		p.chart(p.readinessJourneys(c))
	}
}

// rows adds a table of figures: in columns where they fit, else each row as a sentence.
func (p *page) rows(heads []string, rows []comparison.Row) {
	if len(rows) == 0 {
		return
	}
	const indent, gap = 2, 2
	cells := [][]string{append([]string{""}, heads...)}
	for _, row := range rows {
		cells = append(cells, []string{row.Label, row.Before, row.After, row.Change})
	}
	widths := make([]int, len(cells[0]))
	total := indent
	for i := range widths {
		for _, row := range cells {
			row[i] = oneLine(row[i])
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
		total += widths[i] + gap
	}
	p.blank()
	if total-gap > p.width {
		p.stackedRows(heads, rows)
		return
	}
	for i, row := range cells {
		p.drawn(strings.Repeat(" ", indent) + p.columns(row, widths, i == 0))
	}
}

// columns writes one line of a table of figures: the label and the heads faint.
func (p *page) columns(row []string, widths []int, head bool) string {
	var b strings.Builder
	for i, text := range row {
		t := plainTone
		if i == 0 || head {
			t = faintTone
		}
		b.WriteString(p.paint(t, text) + strings.Repeat(" ", widths[i]-ansi.StringWidth(text)+2))
	}
	return strings.TrimRight(b.String(), " ")
}

func (p *page) stackedRows(heads []string, rows []comparison.Row) {
	for _, row := range rows {
		p.text(2, strongTone, row.Label)
		for i, text := range []string{row.Before, row.After, row.Change} {
			if text != "" {
				p.labelled(label{indent: 4, width: 8, tone: faintTone, text: heads[i]}, plainTone, text)
			}
		}
	}
}

// sections adds all sections of a story.
func (p *page) sections(sections []comparison.Section) {
	for _, section := range sections {
		p.heading(section.Title)
		p.items(section.Sentences)
		for _, chapter := range section.Chapters {
			p.chapter(chapter)
		}
	}
}

func (p *page) chapter(chapter comparison.Chapter) {
	if chapter.Title != "" {
		p.blank()
		p.text(2, strongTone, chapter.Title)
	}
	width := 0
	for _, item := range chapter.Items {
		width = max(width, ansi.StringWidth(oneLine(item.Label))+2)
	}
	width = min(width, idWidth)
	for _, item := range chapter.Items {
		p.entry(item, width)
	}
}

// entry is one item: its label, or a bullet, beside the text, and the details under the text.
func (p *page) entry(item comparison.Item, width int) {
	l := label{indent: 4, width: width, tone: faintTone, text: item.Label}
	if item.Label == "" {
		l.width, l.text = 2, p.bullet
	}
	p.labelled(l, plainTone, item.Text)
	for _, detail := range item.Details {
		p.lined(p.under(l), faintTone, detail)
	}
}
