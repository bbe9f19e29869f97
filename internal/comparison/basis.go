package comparison

import (
	"slices"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/report"
)

// Basis says how far the two results are of one kind.
type Basis struct {
	// OtherSubject and OtherRespondent are true where both results name one and the names differ.
	OtherSubject    bool `json:"other_subject"`
	OtherRespondent bool `json:"other_respondent"`
	// Order is how the dates lie: forward, backward, same_day or unknown.
	Order string `json:"order"`
	// OtherTool is true where another program, or another version of it, wrote the results.
	OtherTool bool `json:"other_tool"`
	// Advised is true where both questionnaires give advice.
	Advised       bool       `json:"advised"`
	Questionnaire Difference `json:"questionnaire"`
}

// The values of Order.
const (
	Forward      = "forward"
	Backward     = "backward"
	SameDay      = "same_day"
	UnknownOrder = "unknown"
)

// Difference is what the two questionnaires do not have in common, as far as the results show it.
type Difference struct {
	SameID      bool `json:"same_id"`
	SameVersion bool `json:"same_version"`
	// Alike is true where the digests are equal: the same answers then lead to the same result. Otherwise the lists may
	// be incomplete, since a result holds the value of the chosen option only.
	Alike bool `json:"alike"`
	// OnlyBefore and OnlyAfter are the questions that one of the two asks.
	OnlyBefore []string `json:"only_before"`
	OnlyAfter  []string `json:"only_after"`
	// Revalued are the same answers that count for another value.
	Revalued []Revalued `json:"revalued"`
	// Reweighted are the questions whose weight on an axis differs.
	Reweighted []Reweighted `json:"reweighted"`
	// Reworded are the questions whose words, or those of the same chosen option, differ. They can be other words alone.
	Reworded []string `json:"reworded"`
}

// Revalued is one answer that both results hold and that counts for another value: a position (-1..1), a level (0..4) or
// a metric value (0..10).
type Revalued struct {
	Question string `json:"question"`
	Option   string `json:"option"`
	Measures string `json:"measures"`
	Figure
}

// Reweighted is one question on one axis; nil is no weight.
type Reweighted struct {
	Question string `json:"question"`
	Axis     string `json:"axis"`
	Figure
}

func (c *pairing) basis() Basis {
	was, now := c.before, c.after
	return Basis{
		OtherSubject:    differ(was.Subject, now.Subject),
		OtherRespondent: differ(was.Respondent.Name, now.Respondent.Name) || differ(was.Respondent.Role, now.Respondent.Role),
		Order:           orderOf(was.Date, now.Date),
		OtherTool:       was.Tool != now.Tool,
		Advised:         c.advised(),
		Questionnaire:   c.difference(),
	}
}

// differ reports two names that are both given and not the same.
func differ(a, b report.Text) bool { return a != "" && b != "" && a != b }

func orderOf(before, after report.Text) string {
	was, known := day(before)
	now, too := day(after)
	switch {
	case !known || !too:
		return UnknownOrder
	case was.Equal(now):
		return SameDay
	case was.After(now):
		return Backward
	}
	return Forward
}

// day reads a date as results have it; a file may hold anything in its place.
func day(date report.Text) (time.Time, bool) {
	read, err := time.Parse(time.DateOnly, string(date))
	return read, err == nil
}

func (c *pairing) difference() Difference {
	was, now := c.before.Questionnaire, c.after.Questionnaire
	d := Difference{
		SameID: was.ID == now.ID, SameVersion: was.Version == now.Version, Alike: c.alike,
		OnlyBefore: []string{}, OnlyAfter: []string{}, Revalued: []Revalued{}, Reweighted: []Reweighted{}, Reworded: []string{},
	}
	for _, answer := range c.answered {
		switch {
		case answer.was == nil:
			d.OnlyAfter = append(d.OnlyAfter, answer.now.Question)
		case answer.now == nil:
			d.OnlyBefore = append(d.OnlyBefore, answer.was.Question)
		default:
			d.read(answer.was, answer.now)
		}
	}
	return d
}

// read records what the questionnaires say differently about one question.
func (d *Difference) read(was, now *report.Answer) {
	if was.Prompt != now.Prompt || isSame(was, now) && was.Text != now.Text {
		d.Reworded = append(d.Reworded, now.Question)
	}
	if !d.Alike {
		d.count(was, now)
	}
}

// count records how differently the questionnaires count one question.
func (d *Difference) count(was, now *report.Answer) {
	value := NewFigure(was.Value, now.Value)
	if isSame(was, now) && value.Change != nil && value.Moved() {
		d.Revalued = append(d.Revalued, Revalued{
			Question: now.Question, Option: string(now.Option), Measures: now.Measures, Figure: value,
		})
	}
	for _, axis := range weighted(was, now) {
		if weight := NewFigure(weightOn(was, axis), weightOn(now, axis)); weight.Moved() {
			d.Reweighted = append(d.Reweighted, Reweighted{Question: now.Question, Axis: axis, Figure: weight})
		}
	}
}

// weighted returns the axes that either answer has a weight on, sorted; none where one of them tells no weights at all, as
// in results of other programs.
func weighted(was, now *report.Answer) []string {
	if len(was.Weights) == 0 || len(now.Weights) == 0 {
		return nil
	}
	var axes []string
	for _, weights := range []map[string]float64{was.Weights, now.Weights} {
		for axis := range weights {
			axes = append(axes, axis)
		}
	}
	slices.SortFunc(axes, strings.Compare)
	return slices.Compact(axes)
}

func weightOn(answer *report.Answer, axis string) *float64 {
	if weight, counts := answer.Weights[axis]; counts {
		return &weight
	}
	return nil
}
