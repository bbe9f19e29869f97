package render

import (
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
)

// manuscript collects a Markdown text block by block, with one empty line between blocks. Its zero value is empty.
type manuscript struct {
	out strings.Builder
}

func (m *manuscript) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, m.out.String())
	return err
}

// block writes lines that belong together: a paragraph, a list, a table, one line of HTML.
func (m *manuscript) block(lines ...markup) {
	if len(lines) == 0 {
		return
	}
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	for _, line := range lines {
		m.out.WriteString(strings.TrimRight(string(line), " ") + "\n")
	}
}

func (m *manuscript) heading(level int, text markup) {
	m.block(markup(strings.Repeat("#", level)) + " " + text)
}

// list writes one item for each text.
func (m *manuscript) list(items []markup) {
	var lines []markup
	for _, item := range items {
		lines = append(lines, "- "+item)
	}
	m.block(lines...)
}

// strong sets a text in bold; nothing stays nothing, because a bare pair of markers would be a rule.
func strong(text markup) markup {
	if text == "" {
		return ""
	}
	return "**" + text + "**"
}

func labelled(label, text markup) markup {
	return strong(label+":") + " " + text
}

// grid is a table: a head and rows of as many cells. Cells of its narrow columns are padded, so that the raw text lines up.
type grid struct {
	head []markup
	rows [][]markup
	// right tells which columns hold figures and are set to the right.
	right map[int]bool
}

func (m *manuscript) table(t grid) {
	widths := t.widths()
	lines := []markup{t.line(t.head, widths), t.rule(widths)}
	for _, row := range t.rows {
		lines = append(lines, t.line(row, widths))
	}
	m.block(lines...)
}

// widths returns the width of each column. One that holds sentences is not padded: its lines run on in any case.
func (t grid) widths() []int {
	const narrow, least = 40, 3
	widths := make([]int, len(t.head))
	for i, head := range t.head {
		wide := max(least, ansi.StringWidth(string(head)))
		widths[i] = wide
		for _, row := range t.rows {
			widths[i] = max(widths[i], ansi.StringWidth(string(row[i])))
		}
		if widths[i] > narrow {
			widths[i] = wide
		}
	}
	return widths
}

func (t grid) line(cells []markup, widths []int) markup {
	var b strings.Builder
	for i, cell := range cells {
		space := strings.Repeat(" ", max(0, widths[i]-ansi.StringWidth(string(cell))))
		if t.right[i] {
			b.WriteString("| " + space + string(cell) + " ")
		} else {
			b.WriteString("| " + string(cell) + space + " ")
		}
	}
	return markup(b.String() + "|")
}

func (t grid) rule(widths []int) markup {
	var b strings.Builder
	for i, width := range widths {
		mark := "-"
		if t.right[i] {
			mark = ":"
		}
		b.WriteString("| " + strings.Repeat("-", width-1) + mark + " ")
	}
	return markup(b.String() + "|")
}

// paragraph writes a text of its own; none, no paragraph.
func (m *manuscript) paragraph(text string) {
	if escaped := escape(text); escaped != "" {
		m.block(escaped)
	}
}

// code sets a text as code. A text with a backtick or a line feed could end the code early, and is written as text instead.
func code(text string) markup {
	if strings.ContainsAny(text, "`\n\r") || escape(text) == "" {
		return escape(text)
	}
	return "`" + markup(diag.Visible(text)) + "`"
}
