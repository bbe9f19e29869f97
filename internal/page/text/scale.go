package text

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// tick is a text centred on a value of a scale.
type tick struct {
	at    float64
	text  string
	style style
}

// ticks returns the texts above and below the marks. Where words stand in place of figures, numbers would say nothing.
func (c *chart) ticks() (above, below []tick) {
	scale := &c.Scale
	low, high := scale.Low, scale.High
	switch scale.Kind {
	case page.Line:
		above = []tick{{low, "SysOps", sysops}, {(low + high) / 2, "mix of both", faint}, {high, "DevOps", devops}}
		if len(c.heads) > 0 && !hasNames(c.heads) {
			return above, nil
		}
		for _, at := range slices.Concat([]float64{low}, scale.Edges, []float64{high}) {
			below = append(below, tick{at, signed(at), faint})
		}
	case page.Pull:
		above = []tick{{low, "SysOps", sysops}, {high, "DevOps", devops}}
	case page.Level:
		for at := low; at <= min(high, low+10); at++ {
			above = append(above, tick{at, number(at), faint})
		}
	case page.Score, page.Index:
		for _, at := range []float64{low, (low + high) / 2, high} {
			above = append(above, tick{at, number(at), faint})
		}
	case page.Ruler:
		bounds := slices.Concat([]float64{low}, scale.Edges, []float64{high})
		for i, name := range scale.Bands {
			below = append(below, tick{(bounds[i] + bounds[i+1]) / 2, name, faint})
		}
	case page.Time:
		for _, at := range scale.Ticks {
			above = append(above, tick{at.At, at.Text, faint})
		}
	case page.Share, page.Answers:
	}
	return above, below
}

// hasNames reports that columns of figures have names, so that they are more than a word at the end of a row.
func hasNames(heads []string) bool {
	return slices.ContainsFunc(heads, func(head string) bool { return head != "" })
}

func number(value float64) string { return english.Plain(&value, 1) }

func signed(value float64) string {
	text := english.Plain(&value, 2)
	if value > 0 {
		return "+" + text
	}
	return text
}

// along writes texts along a scale, each centred on its place; one that would touch another is left out.
func (w *writer) along(c *chart, list []tick, track int) string {
	a := axis{low: c.Scale.Low, high: c.Scale.High, cells: track}
	var b strings.Builder
	used := 0
	for _, at := range list {
		size := ansi.StringWidth(at.text)
		start := min(max(a.cell(at.at)-size/2, 0), track-size)
		if start < used+1 && used > 0 || size > track {
			continue
		}
		b.WriteString(strings.Repeat(" ", start-used) + w.paint(at.style, at.text))
		used = start + size
	}
	return b.String() + strings.Repeat(" ", track-used)
}

// keys explains the marks that were drawn.
func (w *writer) keys(c *chart, drawn [][]cell) {
	var texts []string
	for _, key := range c.Keys {
		if occurs(drawn, func(cell cell) bool { return slices.Contains(cell.kinds, key.Kind) }) {
			texts = append(texts, strings.TrimSpace(w.of(key.Kind)+" "+w.oneLine(key.Text)))
		}
	}
	if len(texts) > 0 {
		for _, meeting := range []struct{ symbol, upper, lower string }{
			{w.both, c.upper(drawn), w.situation}, {w.unmoved, w.after, w.before},
		} {
			if occurs(drawn, func(cell cell) bool { return cell.symbol == meeting.symbol }) {
				texts = append(texts, meeting.symbol+" "+meeting.upper+" and "+meeting.lower+" at one place")
			}
		}
	}
	w.inLines(c.indent, texts)
}

// upper returns the symbol of the marks that lie upon others.
func (c *chart) upper(drawn [][]cell) string {
	if occurs(drawn, func(cell cell) bool { return slices.Contains(cell.kinds, page.After) }) {
		return c.after
	}
	return c.practice
}

func occurs(drawn [][]cell, is func(cell) bool) bool {
	return slices.ContainsFunc(drawn, func(line []cell) bool { return slices.ContainsFunc(line, is) })
}

// inLines writes texts in as few lines as they fit on; only one that is too long for a line is torn.
func (w *writer) inLines(indent int, texts []string) {
	const gap = "   "
	line := ""
	for _, text := range texts {
		if line != "" && ansi.StringWidth(line+gap+text) > w.chartWidth-indent {
			w.keyLine(indent, line)
			line = ""
		}
		if line != "" {
			line += gap
		}
		line += text
	}
	w.keyLine(indent, line)
}

func (w *writer) keyLine(indent int, line string) {
	lines := []string{line}
	if ansi.StringWidth(line) > w.chartWidth-indent {
		lines = balanced(english.Wrap(line, w.chartWidth-indent))
	}
	for _, line := range lines {
		if line != "" {
			w.line(strings.Repeat(" ", indent) + w.paint(faint, line))
		}
	}
}
