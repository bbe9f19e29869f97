package html

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
)

// box is a rectangle that is taken.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(other box) bool {
	return b.left < other.right && other.left < b.right && b.top < other.bottom && other.top < b.bottom
}

func (b box) isInside(other box) bool {
	return b.left >= other.left && b.right <= other.right && b.top >= other.top && b.bottom <= other.bottom
}

// names writes the labels of points beside them, above or below where there is no room, and not at all where every place would
// cover another name, a point or the edge.
func (f *field) names(points []page.Point) {
	const radius = 6
	var taken []box
	for i := range points {
		if p := &points[i]; p.X != nil && p.Y != nil {
			x, y := f.place(*p.X), f.up.place(*p.Y)
			taken = append(taken, box{x - radius, y - radius, x + radius, y + radius})
		}
	}
	for i := range points {
		if p := &points[i]; p.Label != "" && p.X != nil && p.Y != nil {
			f.name(p, &taken)
		}
	}
}

// name writes one label, cut only where there is no room for the whole of it.
func (f *field) name(p *page.Point, taken *[]box) {
	const whole, short = 220, 130
	if !f.nameWithin(p, whole, taken) {
		f.nameWithin(p, short, taken)
	}
}

// nameWithin writes a label of at most a width at the first of some places that is free, and takes it; false where none is.
func (f *field) nameWithin(p *page.Point, most float64, taken *[]box) bool {
	const size, high, low, beside = 12, 11, 3, 9
	text := cut(p.Label, most, size)
	width := widthOf(page.Plain(text), size)
	x, y := f.place(*p.X), f.up.place(*p.Y)
	for _, place := range []struct {
		dx, dy float64
		a      anchor
	}{
		{beside, 4, starts},
		{-beside, 4, ends},
		{0, -beside, centred},
		{0, beside + high, centred},
		{beside, -beside, starts},
		{-beside, -beside, ends},
		{beside, beside + high, starts},
		{-beside, beside + high, ends},
	} {
		left := x + place.dx
		switch place.a {
		case ends:
			left -= width
		case centred:
			left -= width / 2
		case starts:
		}
		own := box{left, y + place.dy - high, left + width, y + place.dy + low}
		if !own.isInside(box{plotLeft, plotTop, plotRight, plotBottom}) || slices.ContainsFunc(*taken, own.meets) {
			continue
		}
		*taken = append(*taken, own)
		f.labelAt("point-name", number(x+place.dx), int(y+place.dy), place.a, text)
		return true
	}
	return false
}
