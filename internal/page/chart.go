package page

// Chart is a list of rows on one scale, each with a name before its marks and figures behind them. Writers draw it: with
// characters in a terminal and in Markdown, as SVG elsewhere.
type Chart struct {
	// ID is unique in the page.
	ID string
	// Caption says what the chart shows, or better what it finds.
	Caption string
	Scale   Scale
	// Heads name the columns of figures; every row has as many figures, at most three. A head may be empty. Without heads, rows
	// may end with a word.
	Heads []string
	Rows  []Row
	// Keys explain marks. A writer shows the keys of the marks that it has drawn, in this order.
	Keys []Key
	// Note explains how to read the chart, or what it leaves out.
	Note string
	// Behind is the table with the exact figures; nil for none.
	Behind *Table
	// WideNames gives names that are sentences as much room as the marks.
	WideNames bool
}

// Row is one line of a chart.
type Row struct {
	Name string
	// Short stands for the name where room is scarce; empty where the name is short.
	Short string
	// Note is said beside the name where there is room.
	Note string
	// Strong marks the row for the whole.
	Strong bool
	Marks  []Mark
	// Figures are the values in words, one for each head.
	Figures []string
	// Low and High say what the ends of the scale stand for in this row; empty where they mean the same in all rows.
	Low, High string
	// Word says at the end of the row what its marks come to, such as "more SysOps"; Fits that they ask for nothing.
	Word string
	Fits bool
	// Spoken says what the row shows, for those who do not see it.
	Spoken string
}

// Mark is one thing on the scale of a row. Values outside the scale are drawn at its end.
type Mark struct {
	Kind MarkKind
	// At is the place, or the start of a stretch. To is the end of a stretch, for a Limit the end of the scale on its far side,
	// and unused for others.
	At, To float64
	Hue    Hue
	// Label is drawn at the mark where there is room, such as the name of a role.
	Label string
	// Count is how many people stand at a Person; unused for others.
	Count int
}

// MarkKind says what a mark means; writers choose its shape.
type MarkKind string

// Marks at one place.
const (
	// Practice is how a team works; Situation what the service calls for.
	Practice  MarkKind = "practice"
	Situation MarkKind = "situation"
	// Floor is the least that is called for.
	Floor MarkKind = "floor"
	// Before and After are one value at two times, with the way between them.
	Before MarkKind = "before"
	After  MarkKind = "after"
	// Goal is what a value that moves is held against; Mean a published mean.
	Goal MarkKind = "goal"
	Mean MarkKind = "mean"
	// Value is a value without a further meaning; Role the mean of the people in one role, on a line of its own.
	Value MarkKind = "value"
	Role  MarkKind = "role"
	// Wanted is what the service wants beyond what is allowed; Limit the bound of what is allowed, a wall towards its To.
	Wanted MarkKind = "wanted"
	Limit  MarkKind = "limit"
)

// Marks on a Time.
const (
	// Median is the value in the middle; Half is the middle half of all values, Long those up to one in ten.
	Median MarkKind = "median"
	Half   MarkKind = "half"
	Long   MarkKind = "long"
	// Event is one moment among many.
	Event MarkKind = "event"
)

// Person is people who gave one answer, drawn one by one.
const Person MarkKind = "person"

// Kinds that only keys of a Plot or a History have; no row has such a mark.
const (
	// Group is several points at one place, Equal the diagonal where both values are equal.
	Group MarkKind = "group"
	Equal MarkKind = "equal"
	// Break is a moment before which values do not continue.
	Break MarkKind = "break"
)

// Marks that stretch from At to To.
const (
	// Range is where a value could be, with what is unknown; Deviation one standard deviation around a mean.
	Range     MarkKind = "range"
	Deviation MarkKind = "deviation"
	// Sure is what holds whatever the unknown hides; Likely what holds if the unknown is like the known.
	Sure   MarkKind = "sure"
	Likely MarkKind = "likely"
	// Shortfall is what lacks up to a floor.
	Shortfall MarkKind = "shortfall"
	// Bar is an amount from nothing; Own the same where it is the reader's own; Absent where no answer was given.
	Bar    MarkKind = "bar"
	Own    MarkKind = "own"
	Absent MarkKind = "absent"
)

// Hue is the pole that a mark belongs to. Hues mean the poles and nothing else.
type Hue string

// The hues: neither pole, or one of them.
const (
	Neutral Hue = ""
	SysOps  Hue = "blue"
	DevOps  Hue = "orange"
)

// HueOf returns the pole that a place on the line from -1 to +1 is nearer to.
func HueOf(value float64) Hue {
	switch {
	case value < 0:
		return SysOps
	case value > 0:
		return DevOps
	}
	return Neutral
}

// Key says in words what a mark means.
type Key struct {
	Kind MarkKind
	Text string
	// Label is said at the mark in the first row, where a writer has room for it; the key is then left out. Empty for none.
	Label string
}

// Scale is what the marks lie on.
type Scale struct {
	Kind ScaleKind
	// Low and High are its ends.
	Low, High float64
	// Edges are the inner places where bands meet, in order; only a Line and a Ruler have some. Bands name the bands, one more
	// than there are edges; empty where they have no names.
	Edges []float64
	Bands []string
	// Ticks are the places that a Time names; others have ticks of their own.
	Ticks []Tick
	// Spoken says what the scale is, for those who do not see it.
	Spoken string
}

// ScaleKind says what a scale measures; writers choose its ticks and its ground.
type ScaleKind string

// The kinds of scales.
const (
	// Line is from SysOps, -1, to DevOps, +1, with bands.
	Line ScaleKind = "line"
	// Level is readiness from 0 to 4.
	Level ScaleKind = "level"
	// Score is from 0 to 10; higher is better.
	Score ScaleKind = "score"
	// Share is an amount from nothing to all: people, services, percent.
	Share ScaleKind = "share"
	// Pull is an effect towards one pole or the other, with nothing in the middle; its ends are -High and +High.
	Pull ScaleKind = "pull"
	// Index is from 0 to 1, such as a consensus.
	Index ScaleKind = "index"
	// Answers is from one end of the answers to a question to the other, different ones in each row.
	Answers ScaleKind = "answers"
	// Time is a stretch of time, or lengths of time; only its ticks say which.
	Time ScaleKind = "time"
	// Ruler is a whole that is divided by words, such as a fit from 0 to 100.
	Ruler ScaleKind = "ruler"
)

// Tick is a place on a scale with its name.
type Tick struct {
	At   float64
	Text string
}

// Plot is a picture with two scales: services between the bands, or a quadrant.
type Plot struct {
	// ID is unique in the page.
	ID, Caption string
	X, Y        Scale
	// XTitle and YTitle name the scales.
	XTitle, YTitle string
	Points         []Point
	// CutX and CutY divide the field into four; nil for no cut. Corners name the four parts: low x and low y, high x and low
	// y, low x and high y, high x and high y; empty for none.
	CutX, CutY *float64
	Corners    [4]string
	// SpreadX and SpreadY are stretches around the cuts, such as one standard deviation; nil for none.
	SpreadX, SpreadY *[2]float64
	// Diagonal marks the places where both values are equal.
	Diagonal bool
	// Keys may be for Value, a point; Group, several at one place; Mean, the cuts; Deviation, the spreads; Equal, the diagonal.
	Keys []Key
	Note string
	// Spoken says what the picture shows.
	Spoken string
	// Instead is what formats without pictures of two scales show: a table or a chart; nil for nothing.
	Instead Block
	Behind  *Table
}

// Point is one place of a plot. Where only one value is known the other is nil, and a line is drawn across.
type Point struct {
	X, Y *float64
	// Count is how many things lie here, at least 1. Name says which; Label is drawn beside it where there is room, and empty
	// for most.
	Count       int
	Name, Label string
}

// History is several values over time, each in a line of its own.
type History struct {
	// ID is unique in the page.
	ID, Caption string
	Scale       Scale
	Moments     []Moment
	Series      []Series
	// Keys may be for Practice, the values; Situation, what they are held against; Break.
	Keys   []Key
	Note   string
	Behind *Table
}

// Moment is one point in time.
type Moment struct {
	// Day counts days from the first moment; moments are in its order, and several may be on one day.
	Day float64
	// Label is the date, or what stands for it. Short stands for it under an axis; empty where Label is short.
	Label, Short string
	// Broken marks a moment before which something changed so that values do not continue, such as the questionnaire.
	Broken bool
}

// Series is one value at each moment.
type Series struct {
	Name   string
	Strong bool
	// Kind is the mark of a value in a Course; empty for Practice.
	Kind MarkKind
	// Values has one value for each moment; nil where there is none. Other is a second value on the same scale, drawn as what
	// Values is held against; nil for none.
	Values, Other []*float64
	// First and Last are the figures of the first and last known value.
	First, Last string
	// Figures are all values in words, for a Course in a terminal; nil where its marks are enough.
	Figures []string
	Spoken  string
}

// MoreBehind returns the table behind a chart where it has more than the figures beside the marks; nil for none.
func (c *Chart) MoreBehind() *Table {
	if c.Behind == nil || len(c.Behind.Columns) <= 1+len(c.Heads) {
		return nil
	}
	return c.Behind
}

func (Chart) block()   {}
func (Plot) block()    {}
func (History) block() {}
