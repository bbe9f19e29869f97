package web

import (
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// Picture writes the chart of an assessment alone, as an SVG file for a slide or a README: the line from SysOps to DevOps for
// each axis, or the quadrant. It brings its own background and colours, light and dark. An error is one of the writer.
func Picture(w io.Writer, doc *report.Document) error {
	style, err := pictureStyle()
	if err != nil {
		return err
	}
	_, err = w.Write(visible([]byte(sheetOf(doc).file(style))))
	return err
}

func sheetOf(doc *report.Document) sheet {
	story := report.Tell(doc)
	if story.WhatIf != nil {
		story.Title = report.TitleWhatIf + ": " + story.Title
	}
	if doc.Verdict.Quadrant != nil {
		return quadrantSheet(doc.Verdict.Quadrant, story)
	}
	return axisSheet(doc, story)
}

// sheet is a picture that stands alone.
type sheet struct {
	width, height int
	title, desc   string
	drawing       string
}

// file returns the whole file. The title and the description belong to it and are not drawn.
func (s sheet) file(style string) string {
	width, height := strconv.Itoa(s.width), strconv.Itoa(s.height)
	return `<svg xmlns="http://www.w3.org/2000/svg" width="` + width + `" height="` + height +
		`" viewBox="0 0 ` + width + " " + height + `" role="img" aria-labelledby="title desc">` +
		"\n" + `<title id="title">` + escaped(s.title) + "</title>" +
		"\n" + `<desc id="desc">` + escaped(s.desc) + "</desc>" +
		"\n<style>" + style + "</style>" +
		"\n" + `<rect class="sheet" width="` + width + `" height="` + height + `" rx="10"/>` +
		"\n" + s.drawing + "\n</svg>\n"
}

// The columns of the axis chart: names, the line, and two columns of figures.
const (
	sheetWidth   = 760
	sheetMargin  = 24
	nameColumns  = 20
	lineFrom     = 172
	lineTo       = 574
	firstFigure  = 662
	secondFigure = sheetWidth - sheetMargin
	sheetTop     = 66
)

// axisSheet draws the line of the whole and of each axis below each other.
func axisSheet(doc *report.Document, story report.Story) sheet {
	c := canvas{scale: scale{low: -1, high: 1, from: lineFrom, to: lineTo}}
	c.labelAt("sheet-title", number(sheetMargin), 36, starts, short(story.Title, 56))
	c.lineScale(sheetTop)
	c.labelAt("tick", number(firstFigure), sheetTop+34, ends, "practice")
	c.labelAt("tick", number(secondFigure), sheetTop+34, ends, "situation")
	y := sheetTop + scaleHeight
	desc, lines := "", linesOf(doc)
	for _, line := range lines {
		c.sheetRow(line, y)
		desc += short(line.name, heardColumns) + ": " + line.words() + ". "
		y += lineHeight
	}
	c.sheetLegend(y+30, isAnyOpen(lines))
	return sheet{
		width: sheetWidth, height: y + 52, title: short(story.Title, heardColumns) + ": practice and situation on the line from SysOps to DevOps",
		desc: strings.TrimSpace(desc), drawing: c.b.String(),
	}
}

func (c *canvas) sheetRow(line namedPosition, y int) {
	look := class("sheet-name")
	if line.whole {
		look = look.with("sheet-whole")
	}
	middle := y + lineHeight/2
	c.labelAt(look, number(sheetMargin), middle+5, starts, short(line.name, nameColumns))
	c.line(line.position, middle)
	practice, situation := line.figures()
	c.labelAt(look, number(firstFigure), middle+5, ends, practice)
	c.labelAt(look, number(secondFigure), middle+5, ends, situation)
}

// sheetLegend explains the marks in one line; the range only where one is drawn.
func (c *canvas) sheetLegend(y int, withRange bool) {
	keys := canvas{scale: scale{low: 0, high: sheetWidth, from: 0, to: sheetWidth}}
	keys.dot("practice middle", lineFrom+6, y-4, 6)
	keys.labelAt("tick", number(lineFrom+20), y, starts, "practice")
	keys.diamond("situation middle", lineFrom+108, y-4, 9)
	keys.labelAt("tick", number(lineFrom+124), y, starts, "situation")
	if withRange {
		keys.rect("range", lineFrom+208, lineFrom+234, y-10, 12)
		keys.labelAt("tick", number(lineFrom+242), y, starts, "where practice could be")
	}
	c.b.WriteString(keys.b.String())
}

// quadrantSheet draws the quadrant under its title.
func quadrantSheet(v *report.Quadrant, story report.Story) sheet {
	f := newField()
	f.quadrant(v)
	head := canvas{}
	head.labelAt("sheet-title", number(sheetMargin), 36, starts, short(story.Title, 40))
	const left, top = 10, 46
	drawing := head.b.String() + `<g transform="translate(` + strconv.Itoa(left) + " " + strconv.Itoa(top) + `)">` + f.b.String() + "</g>"
	return sheet{
		width: quadrantWidth + 2*left, height: quadrantHeight + top + 6, title: short(story.Title, heardColumns) + ": throughput and stability",
		desc: quadrantWords(v), drawing: drawing,
	}
}
