package text

import (
	"bufio"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// Drawing returns a chart, plot, history or course drawn with characters and without colour, a string a line, with the keys of its marks
// but without its caption and note; nil for other blocks, and for a plot with nothing instead that can be drawn. Width is 40 to
// 200 cells, 0 counts as 80; no line is wider.
func Drawing(block page.Block, width int, ascii bool) []string {
	var b strings.Builder
	out := bufio.NewWriter(&b)
	w := newWriter(out, Options{Width: width, ASCII: ascii})
	switch drawn := block.(type) {
	case page.Chart:
		w.chart(0, &drawn)
	case page.History:
		w.history(0, &drawn)
	case page.Course:
		w.course(0, &drawn)
	case page.Plot:
		return Drawing(drawn.Instead, width, ascii)
	default:
		return nil
	}
	_ = out.Flush() // A Builder takes everything.
	if b.Len() == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
}
