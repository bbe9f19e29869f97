package html

import (
	"html/template"
	"math"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/page"
)

// matrix is a table of circles, as the templates see it: the area of each is what its field counts.
type matrix struct {
	ID, Caption, XTitle, YTitle string
	Bands                       []string
	Lines                       []matrixLine
	// Fields are those that hold something, DevOps first.
	Fields []matrixField
	Note   string
}

// matrixLine is a row of fields.
type matrixLine struct {
	Band  string
	Cells []matrixCell
}

type matrixCell struct {
	// Agree marks the fields in which both values lie in one band.
	Agree bool
	// Field is the ID of what the circle leads to, and Heard what it is called; empty where nothing lies here.
	Field, Heard string
	Circle       template.HTML
}

type matrixField struct {
	ID, Title string
	Names     []string
}

// fieldSize is how wide and high a field is, mostRadius the radius of the largest circle.
const fieldSize, mostRadius = 60, 27

func matrixOf(b *page.Matrix) *matrix {
	made := &matrix{ID: b.ID, Caption: b.Caption, XTitle: b.XTitle, YTitle: b.YTitle, Bands: b.Bands, Note: b.Note}
	most := 1
	for _, row := range b.Fields {
		for i := range row {
			most = max(most, len(row[i].Names))
		}
	}
	for up := range slices.Backward(b.Fields) {
		line := matrixLine{Band: b.Bands[up]}
		for across := range b.Fields[up] {
			field := &b.Fields[up][across]
			cell := matrixCell{Agree: up == across}
			if count := len(field.Names); count > 0 {
				cell.Field = b.ID + "-" + strconv.Itoa(up) + "-" + strconv.Itoa(across)
				cell.Heard = field.Title
				cell.Circle = circle(count, most, circleLook(up, across))
				made.Fields = append(made.Fields, matrixField{ID: cell.Field, Title: field.Title, Names: field.Names})
			}
			line.Cells = append(line.Cells, cell)
		}
		made.Lines = append(made.Lines, line)
	}
	return made
}

// circleLook sets fields on the diagonal apart from those beside it; only those two bands off have the colour of a pole.
func circleLook(up, across int) class {
	look := class("circle").with(page.HueOfField(up, across))
	if apart := page.Apart(up, across); apart == 1 || apart == -1 {
		look += " beside"
	}
	return look
}

// circle draws an amount as an area, with its number inside, or below where it is too small for that.
func circle(count, most int, look class) template.HTML {
	const middle, digit = fieldSize / 2, 5
	c := canvas{scale: scale{high: fieldSize, to: fieldSize}}
	radius := mostRadius * math.Sqrt(float64(count)/float64(most))
	text := strconv.Itoa(count)
	c.spot(look, strconv.Itoa(middle), strconv.Itoa(middle), max(radius, 2), "")
	if radius < float64(digit*len(text)+4) {
		c.labelAt("count-below", strconv.Itoa(middle), middle+int(radius)+14, centred, text)
	} else {
		c.labelAt("count-in", strconv.Itoa(middle), middle+5, centred, text)
	}
	size := strconv.Itoa(fieldSize)
	return template.HTML(`<svg aria-hidden="true" viewBox="0 0 ` + size + " " + size + `">` + c.b.String() + "</svg>")
}

// count is a large number with its sentence, as the templates see it.
type count struct {
	Figure, Text string
	Hue          page.Hue
}

func countsOf(b page.Counts) []count {
	made := make([]count, len(b))
	for i, one := range b {
		made[i] = count{Figure: one.Figure, Text: one.Text, Hue: one.Hue}
	}
	return made
}
