package web

import (
	"fmt"
	"html/template"

	"github.com/opsfit/opsfit/internal/english"
)

const (
	peopleHeight = 24
	// headsDrawn is the largest group that is drawn head by head; a larger one is a bar.
	headsDrawn = 24
)

// peopleRow is a row with how many people, or services, something applies to.
func peopleRow(name string, count, all int, what string) Row {
	return Row{
		Name: name, Picture: peoplePicture("share", name, count, all, what),
		Figures: []Labelled{{Text: fmt.Sprint(count)}},
	}
}

// peoplePicture draws a piece for each of count on a track for all, so that what nobody said can be seen as well.
func peoplePicture(look class, name string, count, all int, what string) template.HTML {
	c := canvas{scale: fluid(0, float64(max(all, 1)))}
	const top, height, gap = 5, peopleHeight - 10, 0.06
	c.rect("vacant", 0, float64(all), peopleHeight/2-1, 3)
	if all > headsDrawn {
		c.rect(look, 0, float64(count), top, height)
	} else {
		for i := range min(count, all) {
			c.rect(look, float64(i)+gap, float64(i+1)-gap, top, height)
		}
	}
	return c.picture(peopleHeight, fmt.Sprintf("%s: %s", short(name, heardColumns), english.Count(count, what)))
}
