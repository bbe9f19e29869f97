package web

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

const (
	// laneHeight is the room of one role below its line; roleColumns is the most of its name that stands there.
	laneHeight  = 18
	roleColumns = 16
)

// height is that of the line with its lanes.
func (l teamLine) height() int { return lineHeight + laneHeight*len(l.roles) }

// teamLine draws the line of the group, its top at y, and below it a lane for each role: marks of roles that see the same
// stand below each other and not on each other.
func (c *canvas) teamLine(line teamLine, y int) {
	c.line(line.position, y+lineHeight/2)
	y += lineHeight
	if len(line.roles) > 0 {
		c.bands(y, laneHeight*len(line.roles))
	}
	for _, role := range line.roles {
		middle := y + laneHeight/2 - 2
		c.dot(class("role").with(signHue(role.Mean)), role.Mean, middle, 4)
		name := short(role.Role, roleColumns)
		if role.Mean > 0 {
			c.labelBeside("role-name", role.Mean, middle+4, -9, ends, name)
		} else {
			c.labelBeside("role-name", role.Mean, middle+4, 9, starts, name)
		}
		y += laneHeight
	}
}

func teamLinePicture(line teamLine) template.HTML {
	c := canvas{scale: fluid(-1, 1)}
	c.teamLine(line, 0)
	return c.picture(line.height(), short(line.name, heardColumns)+": "+line.words())
}

// words says what the line and its lanes show.
func (l teamLine) words() string {
	words := []string{l.position.words()}
	for _, role := range l.roles {
		words = append(words, short(role.Role, heardColumns)+" "+report.Signed(&role.Mean))
	}
	return strings.Join(words, ", ")
}

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

// The height of a picture of columns, and of the highest column in it.
const spreadHeight, spreadBar = 46, 26

// spreadPicture draws the answers to one question as columns, an option a column, in the order of the questionnaire.
func spreadPicture(question *team.Question, people int) template.HTML {
	c := canvas{scale: fluid(0, spreadWidth(question))}
	c.spread(question, people, spreadHeight-6, spreadBar)
	return c.picture(spreadHeight, short(question.Prompt, heardColumns)+": "+short(team.AnswersWord(question), 400))
}

// apart is the room before the first status, in columns.
const apart = 0.4

func spreadWidth(question *team.Question) float64 {
	width := float64(len(question.Distribution))
	for _, vote := range question.Distribution {
		if vote.Option == "" {
			return width + apart
		}
	}
	return max(width, 1)
}

// spread draws the columns upon a base line; a column for all people is as high as it may be. Statuses that are no option
// stand apart, behind the options.
func (c *canvas) spread(question *team.Question, people, base, highest int) {
	const side = 0.08
	at, isApart := 0.0, false
	for _, vote := range question.Distribution {
		look := class("share")
		if vote.Option == "" {
			look = "short"
			if !isApart {
				at, isApart = at+apart, true
			}
		}
		c.rect("vacant", at+side, at+1-side, base, 3)
		if vote.Count > 0 {
			height := max(2, int(math.Round(float64(highest)*float64(vote.Count)/float64(max(people, vote.Count)))))
			c.rect(look, at+side, at+1-side, base, -height)
			c.label("tick", at+0.5, base-height-3, centred, fmt.Sprint(vote.Count))
		}
		at++
	}
}

func spreadKeys() []Key {
	return []Key{
		{mark(func(c *canvas) { c.rect("share", -1, 1, 4, 12) }), "people who gave this answer"},
		{mark(func(c *canvas) { c.rect("vacant", -1, 1, 13, 3) }), "nobody did"},
		{mark(func(c *canvas) { c.rect("short", -0.9, 0.9, 4, 12) }), "no answer: not known, not applicable, or skipped"},
	}
}

// consensusPicture draws a consensus from 0 to 1.
func consensusPicture(name string, consensus *float64, words string) template.HTML {
	c := canvas{scale: fluid(0, 1)}
	c.rect("vacant", 0, 1, peopleHeight/2-1, 3)
	if consensus != nil {
		c.rect("share", 0, *consensus, 5, peopleHeight-10)
	}
	return c.picture(peopleHeight, short(name, heardColumns)+": consensus "+words)
}

func consensusScalePicture() template.HTML {
	c := canvas{scale: fluid(0, 1)}
	for _, at := range []float64{0, 0.5, 1} {
		c.label("tick", at, 14, c.edgeAnchor(at), english.Plain(&at, 1))
	}
	return c.picture(20, "Scale of consensus from 0, split between the ends, to 1, unanimous")
}
