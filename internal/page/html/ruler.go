package html

import (
	"strconv"

	"github.com/opsfit/opsfit/internal/page"
)

// The places of a ruler below the top of its row: a pointer above the bar, words below it.
const (
	rulerHeight = 70
	rulerTop    = 34
	rulerBottom = 46
	rulerWords  = 63
)

// rulerParts is how many looks the parts of a ruler have; one with fewer parts has the last of them.
const rulerParts = 4

// ruler draws the parts of a whole, darker towards its high end, each with its word; the words of parts without a mark make way
// where there is little room.
func (c *canvas) ruler(s *page.Scale, marks []page.Mark, y int) {
	const gap = 0.004
	bounds := boundsOf(s)
	for i := range len(bounds) - 1 {
		low, high := bounds[i], bounds[i+1]
		look := class("part-" + strconv.Itoa(min(i+max(0, rulerParts+1-len(bounds)), rulerParts-1)))
		c.rect(look, low, high-gap*(s.High-s.Low), y+rulerTop, rulerBottom-rulerTop)
		if i >= len(s.Bands) {
			continue
		}
		look = "tick band-name"
		for _, mark := range marks {
			if mark.At >= low && (mark.At < high || high == s.High) {
				look = "at-mark"
			}
		}
		c.label(look, (low+high)/2, y+rulerWords, centred, s.Bands[i])
	}
}

// pointer draws a mark of a ruler as a triangle that points at its place, with the figure beside it.
func (c *canvas) pointer(m *page.Mark, y int) {
	const distance = 11
	c.shape("head", m.At, y+rulerTop-2, "M0 0l-6-10h12z")
	if m.At > (c.low+c.high)/2 {
		c.labelBeside("key-number", m.At, y+rulerTop-5, -distance, ends, m.Label)
	} else {
		c.labelBeside("key-number", m.At, y+rulerTop-5, distance, starts, m.Label)
	}
}
