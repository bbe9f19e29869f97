package web

import (
	"html/template"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// level is readiness on its scale beside what is called for. Nil members are not drawn.
type level struct {
	readiness        report.Readiness
	floor, shortfall *float64
}

const (
	highestLevel = 4
	levelHeight  = 34
)

// levelPicture draws the bar of what holds in any case, the part that holds if the unknown is like the known, and the floor with
// what lacks up to it.
func levelPicture(name string, l level) template.HTML {
	c := canvas{scale: fluid(0, highestLevel)}
	for at := 1; at < highestLevel; at++ {
		c.down("grid", float64(at), 0, levelHeight)
	}
	c.rect("ground", 0, highestLevel, 11, 12)
	if l.shortfall != nil && *l.shortfall > 0 && l.readiness.Value != nil && l.floor != nil {
		c.rect("short", *l.readiness.Value, *l.floor, 11, 12)
	}
	if l.readiness.Value != nil {
		c.rect("hinged", 0, *l.readiness.Value, 11, 12)
	}
	if l.readiness.LowerBound != nil {
		c.rect("sure", 0, *l.readiness.LowerBound, 11, 12)
	}
	if l.floor != nil {
		c.down("floor", *l.floor, 4, 30)
	}
	return c.picture(levelHeight, short(name, heardColumns)+": "+l.words())
}

// words says what the bar shows.
func (l level) words() string {
	if l.readiness.Value == nil {
		return "readiness not scored"
	}
	value, least := english.Fixed(l.readiness.Value, 1), english.Fixed(l.readiness.LowerBound, 1)
	words := "readiness " + value + " of 4"
	if least != value {
		words += ", at least " + least
	}
	if l.floor != nil {
		words += ", floor " + english.Fixed(l.floor, 1)
	}
	return words
}

func levelScalePicture() template.HTML {
	c := canvas{scale: fluid(0, highestLevel)}
	for at := range highestLevel + 1 {
		c.label("tick", float64(at), 14, c.edgeAnchor(float64(at)), strconv.Itoa(at))
	}
	return c.picture(20, "Scale of readiness from 0 to 4")
}

// edgeAnchor keeps the texts at both ends of a scale inside the picture.
func (c *canvas) edgeAnchor(value float64) anchor {
	switch value {
	case c.low:
		return starts
	case c.high:
		return ends
	}
	return centred
}

func levelKeys() []Key {
	return []Key{
		{mark(func(c *canvas) { c.rect("sure", -1, 1, 4, 12) }), "holds whatever the unknown hides"},
		{mark(func(c *canvas) { c.rect("hinged", -1, 1, 4, 12) }), "if the unknown is like the known"},
		{mark(func(c *canvas) { c.down("floor", 0, 0, 20) }), "floor: what the situation calls for"},
		{mark(func(c *canvas) { c.rect("short", -1, 1, 4, 12) }), "short of it"},
	}
}
