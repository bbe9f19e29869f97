package web

import (
	"fmt"
	"html/template"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

const (
	highestScore  = 10
	outcomeHeight = 36
	shareHeight   = 22
)

// outcomePicture draws a score from 0 to 10 beside its published mean and one standard deviation around it.
func outcomePicture(name string, value *float64, benchmark *report.Benchmark) template.HTML {
	c := canvas{scale: fluid(0, highestScore)}
	const y = outcomeHeight / 2
	c.rect("ground", 0, highestScore, y-2, 4)
	if low, high, ok := around(benchmark); ok {
		c.rect("range", low, high, y-6, 12)
	}
	if benchmark != nil && benchmark.Mean != nil {
		c.diamond("situation middle", *benchmark.Mean, y, 10)
	}
	if value != nil {
		c.dot("practice middle", *value, y, 6)
	}
	return c.picture(outcomeHeight, short(name, heardColumns)+": "+outcomeWords(value, benchmark))
}

// around returns the ends of one standard deviation around the mean.
func around(benchmark *report.Benchmark) (low, high float64, ok bool) {
	if benchmark == nil || benchmark.Mean == nil || benchmark.SD == nil {
		return 0, 0, false
	}
	return *benchmark.Mean - *benchmark.SD, *benchmark.Mean + *benchmark.SD, true
}

func outcomeWords(value *float64, benchmark *report.Benchmark) string {
	words := "not scored"
	if value != nil {
		words = english.Fixed(value, 1) + " of 10"
	}
	if benchmark != nil && benchmark.Mean != nil {
		words += ", published mean " + meanWords(benchmark)
	}
	return words
}

// meanWords is a published mean with its standard deviation, "6.0 ± 2.1"; empty where there is none.
func meanWords(benchmark *report.Benchmark) string {
	if benchmark == nil || benchmark.Mean == nil {
		return ""
	}
	words := english.Fixed(benchmark.Mean, 1)
	if benchmark.SD != nil {
		words += " ± " + english.Fixed(benchmark.SD, 1)
	}
	return words
}

func outcomeScalePicture() template.HTML {
	c := canvas{scale: fluid(0, highestScore)}
	for _, at := range []float64{0, 5, 10} {
		c.label("tick", at, 14, c.edgeAnchor(at), english.Plain(&at, 0))
	}
	return c.picture(20, "Scale of scores from 0 to 10; higher is better")
}

// outcomeKeys explain the marks of a score beside its published mean.
func outcomeKeys(year report.Year) []Key {
	keys := []Key{{mark(func(c *canvas) { c.dot("practice middle", 0, 10, 6) }), "these answers"}}
	if year == 0 {
		return keys
	}
	return append(keys,
		Key{mark(func(c *canvas) { c.diamond("situation middle", 0, 10, 9) }), fmt.Sprintf("published mean of %d", year)},
		Key{mark(func(c *canvas) { c.rect("range", -1, 1, 4, 12) }), "one standard deviation around it"})
}

// sharePicture draws the share of respondents who gave one answer, up to the largest one shown.
func sharePicture(share report.Share, largest float64, own bool) template.HTML {
	c := canvas{scale: fluid(0, largest)}
	look := class("share")
	title := short(share.Text, heardColumns) + ": " + shareWords(share)
	if own {
		look, title = "share own", title+", the answer given here"
	}
	c.rect("ground", 0, largest, 7, shareHeight-14)
	if share.Share != nil {
		c.rect(look, 0, *share.Share, 4, shareHeight-8)
	}
	return c.picture(shareHeight, title)
}

func shareWords(share report.Share) string {
	if share.Share == nil {
		return "not published"
	}
	return english.Fixed(share.Share, 1) + " %"
}
