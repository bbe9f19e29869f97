package text

import (
	"fmt"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/page"
)

const (
	// mostRows is how many moments a picture shows.
	mostRows = 50
	// widestSign is the most cells of one value in a strip.
	widestSign = 4
)

// history draws each series in one line: a strip.
func (w *writer) history(indent int, h *page.History) {
	if len(h.Moments) > 0 {
		w.strips(indent, h)
	}
}

// sample returns so many of n places at most, the first and the last among them, at even distances.
func sample(n, most int) []int {
	var places []int
	shown := min(n, most)
	for i := range shown {
		if shown == 1 {
			return []int{n - 1}
		}
		places = append(places, i*(n-1)/(shown-1))
	}
	return places
}

// sampled says that a picture shows some of the moments only.
func (w *writer) sampled(indent int, what string, shown, all int) {
	if shown < all {
		w.text(indent, faint, fmt.Sprintf("%s shown for %d of %d results, the first and the last among them.", what, shown, all))
	}
}

// valueAt is nil where a series is too short, as only a file can hold it.
func valueAt(values []*float64, at int) *float64 {
	if at >= len(values) {
		return nil
	}
	return values[at]
}

// brokenSince reports that values do not continue between the nth moment that is shown and the one before it.
func brokenSince(moments []page.Moment, shown []int, n int) bool {
	return n > 0 && slices.ContainsFunc(moments[shown[n-1]+1:shown[n]+1], func(m page.Moment) bool { return m.Broken })
}

// strips draws each series with a known value in one line.
func (w *writer) strips(indent int, h *page.History) {
	room := min(odd(w.chartWidth-indent), longestTrack)
	shown := sample(len(h.Moments), mostRows)
	for len(shown) > 2 && len(shown)+breaks(h, shown) > room {
		shown = sample(len(h.Moments), len(shown)-1)
	}
	gaps := breaks(h, shown)
	c := &chart{
		Chart: &page.Chart{}, heads: []string{"first", "last"}, symbols: &w.symbols, indent: indent,
		least: len(shown) + gaps, most: min(len(shown)*widestSign+gaps, longestTrack),
	}
	for i := range h.Series {
		series := &h.Series[i]
		if !slices.ContainsFunc(series.Values, func(value *float64) bool { return value != nil }) {
			continue
		}
		s := plain
		if series.Strong {
			s = strong
		}
		signs := w.signs(h, series, shown)
		c.rows = append(c.rows, chartRow{
			name: series.Name, style: s, figures: []string{series.First, series.Last},
			draw: func(cells int) []cell { return strip(signs, w.gone, cells) },
		})
	}
	if len(c.rows) == 0 {
		return
	}
	w.drawChart(c)
	w.stripKeys(indent, h, c)
	w.sampled(indent, "Strips are", len(shown), len(h.Moments))
}

func breaks(h *page.History, shown []int) int {
	count := 0
	for n := range shown {
		if brokenSince(h.Moments, shown, n) {
			count++
		}
	}
	return count
}

// signs are the values of a series as one cell each, and the breaks between them.
func (w *writer) signs(h *page.History, series *page.Series, shown []int) []cell {
	var signs []cell
	for n, at := range shown {
		if brokenSince(h.Moments, shown, n) {
			signs = append(signs, cell{symbol: w.gone, style: faint})
		}
		signs = append(signs, w.sign(&h.Scale, valueAt(series.Values, at)))
	}
	return signs
}

func (w *writer) sign(scale *page.Scale, value *float64) cell {
	if value == nil {
		return cell{symbol: w.unknown, style: faint}
	}
	if scale.Kind == page.Line {
		return w.height(scale, *value)
	}
	last := len(w.amounts) - 1
	share := (*value - scale.Low) / (scale.High - scale.Low) * float64(last)
	if math.IsNaN(share) {
		share = 0
	}
	return cell{symbol: w.amounts[int(math.Round(min(max(share, 0), float64(last))))], style: plain}
}

// height is the sign of the band that a value lies in. A value on an edge belongs to the outer band.
func (w *writer) height(scale *page.Scale, value float64) cell {
	const middle = 2
	band := 0
	for _, edge := range scale.Edges[:min(len(scale.Edges), len(w.heights)-1)] {
		if value > edge || value == edge && edge > 0 {
			band++
		}
	}
	return cell{symbol: w.heights[band], style: styleOf(page.HueOf(float64(band-middle)), plain)}
}

// strip draws each sign as wide as all have room, and a break in one cell.
func strip(signs []cell, gone string, cells int) []cell {
	values, room := 0, cells
	for _, sign := range signs {
		if sign.symbol == gone {
			room--
		} else {
			values++
		}
	}
	each := min(max(room/max(values, 1), 1), widestSign)
	drawn := make([]cell, 0, cells)
	for _, sign := range signs {
		times := each
		if sign.symbol == gone {
			times = 1
		}
		drawn = append(drawn, slices.Repeat([]cell{sign}, times)...)
	}
	for len(drawn) < cells {
		drawn = append(drawn, cell{symbol: " "})
	}
	return drawn[:cells]
}

// stripKeys says what the ends of the signs mean, and the signs that are no values where they occur.
func (w *writer) stripKeys(indent int, h *page.History, c *chart) {
	low, high := number(h.Scale.Low), number(h.Scale.High)
	texts := []string{w.amounts[0] + " " + low + " to " + w.amounts[len(w.amounts)-1] + " " + high}
	if h.Scale.Kind == page.Line {
		texts = []string{w.heights[0] + " strong SysOps to " + w.heights[len(w.heights)-1] + " strong DevOps"}
	}
	drawn := c.drawn(max(c.least, 1))
	for _, key := range []struct{ symbol, text string }{
		{w.unknown, "not known"}, {w.gone, "values do not continue here"},
	} {
		if occurs(drawn, func(cell cell) bool { return cell.symbol == key.symbol }) {
			texts = append(texts, key.symbol+" "+key.text)
		}
	}
	w.inLines(indent, texts)
}
