package page

// Course is values along one axis, such as dates or the steps of a plan, in panels that share it. Writers draw it as one large
// picture; in a terminal each moment is a line of the first panel.
type Course struct {
	// ID is unique in the page.
	ID, Caption string
	// Moments are the places on the axis.
	Moments []Moment
	Panels  []Panel
	// Below are texts under the moments, such as the fit at each.
	Below []Below
	// Keys are for the kinds of the series, Situation and Break.
	Keys   []Key
	Note   string
	Behind *Table
}

// Panel is one part of a course with a scale of its own.
type Panel struct {
	// Title says what is drawn; empty where the caption does.
	Title  string
	Scale  Scale
	Series []Series
}

// Below is a line of texts under an axis. It has one text for each moment; an empty one where there is nothing to say.
type Below struct {
	Head  string
	Texts []string
}

// HueAt returns the pole on whose side of the middle band a value lies; neither within it, or where the scale has no bands.
func (s *Scale) HueAt(value float64) Hue {
	middle := len(s.Edges) / 2
	switch {
	case s.Kind != Line || len(s.Edges) < 2:
	case value <= s.Edges[middle-1]:
		return SysOps
	case value >= s.Edges[middle]:
		return DevOps
	}
	return Neutral
}

func (Course) block() {}
