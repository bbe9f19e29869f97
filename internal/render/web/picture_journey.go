package web

import "html/template"

// journey is where one value was and is, and what it is held against. Nil members are not drawn.
type journey struct {
	name                string
	before, after, goal *float64
	// goalWord says what the goal is.
	goalWord string
	// hue is that of the pole on whose side the value is now; goalHue that of the goal.
	hue, goalHue class
	// figure writes a value.
	figure func(*float64) string
}

// figures are the values for the columns of a chart.
func (j journey) figures() (before, after, goal string) {
	return j.figureOr(j.before), j.figureOr(j.after), j.figureOr(j.goal)
}

func (j journey) figureOr(value *float64) string {
	if value == nil {
		return "–"
	}
	return j.figure(value)
}

// words says what the picture shows.
func (j journey) words() string {
	before, after, goal := j.figures()
	words := short(j.name, heardColumns) + ": before " + before + ", after " + after
	if j.goal != nil {
		words += ", " + j.goalWord + " " + goal
	}
	return words
}

// marks draws the way and its two ends; the later one lies above.
func (j journey) marks(c *canvas, y int) {
	if j.before != nil && j.after != nil {
		c.across("gap", *j.before, *j.after, y)
	}
	if j.before != nil {
		c.dot("was", *j.before, y, 6)
	}
	if j.after != nil {
		c.dot(class("practice").with(j.hue), *j.after, y, 6)
	}
}

// lineJourney draws a journey between the poles.
func lineJourney(j journey) template.HTML {
	c := canvas{scale: fluid(-1, 1)}
	const y = lineHeight / 2
	c.bands(0, lineHeight)
	c.across("axis", -1, 1, y)
	if j.goal != nil {
		c.diamond(class("situation").with(j.goalHue), *j.goal, y, 11)
	}
	j.marks(&c, y)
	return c.picture(lineHeight, j.words())
}

// levelJourney draws a journey of readiness, with the floor as a line.
func levelJourney(j journey) template.HTML {
	c := canvas{scale: fluid(0, highestLevel)}
	const y = levelHeight / 2
	for at := 1; at < highestLevel; at++ {
		c.down("grid", float64(at), 0, levelHeight)
	}
	c.rect("vacant", 0, highestLevel, y-1, 3)
	if j.goal != nil {
		c.down("floor", *j.goal, 4, levelHeight-4)
	}
	j.marks(&c, y)
	return c.picture(levelHeight, j.words())
}

// outcomeJourney draws a journey of a score from 0 to 10, with the published mean.
func outcomeJourney(j journey) template.HTML {
	c := canvas{scale: fluid(0, highestScore)}
	const y = outcomeHeight / 2
	c.rect("vacant", 0, highestScore, y-1, 3)
	if j.goal != nil {
		c.diamond("situation middle", *j.goal, y, 10)
	}
	j.marks(&c, y)
	return c.picture(outcomeHeight, j.words())
}

// journeyChart is an empty chart of journeys; goal heads the column of what they are held against, empty for none.
func journeyChart(id, caption, goal string) *Chart {
	chart := &Chart{ID: id, Caption: caption, Heads: []string{"before", "after"}, Legend: []Key{
		{mark(func(c *canvas) { c.dot("was", 0, 10, 6) }), "before"},
		{mark(func(c *canvas) { c.dot("practice middle", 0, 10, 6) }), "after"},
	}}
	if goal != "" {
		chart.Heads = append(chart.Heads, goal)
	}
	chart.Behind = &Table{Caption: caption}
	return chart
}

func lineJourneyChart(id, caption string) *Chart {
	chart := journeyChart(id, caption, "")
	chart.Scale = lineScalePicture()
	return chart
}

// addJourney adds a row with its figures, one for each head, and the same to the table behind the chart.
func (c *Chart) addJourney(j journey, picture template.HTML, whole bool) {
	before, after, goal := j.figures()
	row := Row{Name: j.name, Strong: whole, Picture: picture}
	cells := []string{j.name}
	for i, text := range []string{before, after, goal}[:len(c.Heads)] {
		row.Figures = append(row.Figures, Labelled{c.Heads[i], text})
		cells = append(cells, text)
	}
	c.Rows = append(c.Rows, row)
	if len(c.Behind.Rows) == 0 {
		c.Behind.Columns = []TableColumn{{Title: "What"}}
		for _, head := range c.Heads {
			c.Behind.Columns = append(c.Behind.Columns, TableColumn{Title: head, Number: true})
		}
	}
	c.Behind.Rows = append(c.Behind.Rows, cells)
}
