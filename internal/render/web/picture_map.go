package web

import (
	"fmt"
	"math"
	"strconv"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// The size of the map, which is a square, with room for the scales at its left and below it.
const (
	mapWidth  = 460
	mapHeight = mapBottom + 42
	mapLeft   = 40
	mapRight  = mapWidth - 14
	mapTop    = 32
	mapBottom = mapTop + mapRight - mapLeft
)

func newMap() *field {
	return &field{
		canvas: canvas{scale: scale{low: -1, high: 1, from: mapLeft, to: mapRight}},
		up:     scale{low: -1, high: 1, from: mapBottom, to: mapTop},
	}
}

// places draws the services upon the bands. Where practice and situation lie in one band, the field has its colour; on the
// line through these fields both agree.
func (f *field) places(places []portfolio.MapField) {
	f.rect("plot", -1, 1, mapTop, mapBottom-mapTop)
	edges := append(append([]float64{-1}, report.BandEdges()...), 1)
	for i, look := range bandLooks() {
		f.rect(look, edges[i], edges[i+1], f.y(edges[i+1]), f.y(edges[i])-f.y(edges[i+1]))
	}
	for _, edge := range report.BandEdges() {
		f.down("grid", edge, mapTop, mapBottom)
		f.across("grid", -1, 1, f.y(edge))
	}
	f.stroke("cut", f.at(-1), f.at(1), f.y(-1), f.y(1))
	f.mapScales(edges)
	for i := range places {
		f.place(&places[i])
	}
}

func (f *field) mapScales(edges []float64) {
	for _, edge := range edges {
		f.label("tick", edge, mapBottom+18, f.edgeAnchor(edge), edgeWord(edge))
		f.labelAt("tick", f.coordinate(mapLeft-7), f.y(edge)+4, ends, edgeWord(edge))
	}
	f.label(class("pole").with(sysopsHue), -1, mapBottom+36, starts, "SysOps")
	f.label("pole", 0, mapBottom+36, centred, "how you work")
	f.label(class("pole").with(devopsHue), 1, mapBottom+36, ends, "DevOps")
	f.labelAt("pole", f.coordinate(mapLeft), mapTop-12, starts, "↑ what the situation calls for")
}

// place draws the services of one place: a dot, or a larger one with their number, which stays within its field.
func (f *field) place(place *portfolio.MapField) {
	const single, least, most = 4.5, 5, 9.5
	x, y, title := f.at(place.Practice), number(f.up.place(place.Situation)), short(place.Words(), 4*heardColumns)
	if len(place.Services) == 1 {
		f.spot("spot", x, y, single, title)
		return
	}
	f.spot("spot many", x, y, min(most, least+1.1*math.Sqrt(float64(len(place.Services)))), title)
	f.labelAt("number-in", x, int(math.Round(f.up.place(place.Situation)))+3, centred, strconv.Itoa(len(place.Services)))
}

// spot draws a circle that says what it is when it is pointed at.
func (c *canvas) spot(look class, x, y string, radius float64, title string) {
	c.open("circle", look)
	c.attribute("cx", x)
	c.attribute("cy", y)
	c.attribute("r", number(radius))
	c.b.WriteString("><title>" + escaped(title) + "</title></circle>")
}

func mapKeys() []Key {
	return []Key{
		{mark(func(c *canvas) { c.dot("spot", 0, 10, 5) }), "a service"},
		{mark(func(c *canvas) {
			c.dot("spot many", 0, 10, 9)
			c.label("number-in", 0, 13, centred, fmt.Sprint(7))
		}), "several close together"},
		{mark(func(c *canvas) { c.stroke("cut", "3", "19", 18, 2) }), "practice and situation agree"},
	}
}
