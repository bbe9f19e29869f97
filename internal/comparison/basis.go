package comparison

import (
	"slices"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Basis says how far the two results can be compared.
type Basis struct {
	// OtherSubject and OtherRespondent are true when both results name one and the names differ.
	OtherSubject    bool `json:"other_subject"`
	OtherRespondent bool `json:"other_respondent"`
	// Order is the order of the dates: forward, backward, same_day or unknown.
	Order string `json:"order"`
	// OtherTool is true when another program, or another version of it, wrote the results.
	OtherTool bool `json:"other_tool"`
	// Advised is true when both questionnaires give advice.
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

// Difference lists the differences of the two questionnaires, as far as the results show them.
type Difference struct {
	SameID      bool `json:"same_id"`
	SameVersion bool `json:"same_version"`
	// Alike is true when the digests are equal: the same answers then lead to the same result. Otherwise the lists may
	// be incomplete, because a result holds only the value of the chosen option.
	Alike bool `json:"alike"`
	// OnlyBefore and OnlyAfter are the questions that one of the two asks; the latter also those that the earlier answers leave
	// open because they were written for another version.
	OnlyBefore []string `json:"only_before"`
	OnlyAfter  []string `json:"only_after"`
	// Revalued are unchanged answers whose value changed.
	Revalued []Revalued `json:"revalued"`
	// Reweighted are the questions whose weight on an axis differs.
	Reweighted []Reweighted `json:"reweighted"`
	// Reworded are the questions whose text, or the text of the same chosen option, differs, perhaps only in wording.
	Reworded []string `json:"reworded"`
}

// Revalued is an answer that both results hold with different values: a position (-1..1), a level (0..4) or a metric
// value (0..10).
type Revalued struct {
	Question string `json:"question"`
	Option   string `json:"option"`
	Measures string `json:"measures"`
	Figure
}

// Reweighted is a question on an axis; nil means no weight.
type Reweighted struct {
	Question string `json:"question"`
	Axis     string `json:"axis"`
	Figure
}

func (c *pairing) compareBasis() Basis {
	was, now := c.before, c.after
	return Basis{
		OtherSubject:    namesDiffer(was.Subject, now.Subject),
		OtherRespondent: namesDiffer(was.Respondent.Name, now.Respondent.Name) || namesDiffer(was.Respondent.Role, now.Respondent.Role),
		Order:           orderOf(was.Date, now.Date),
		OtherTool:       was.Tool != now.Tool,
		Advised:         c.bothAdvise(),
		Questionnaire:   c.compareQuestionnaires(),
	}
}

// namesDiffer reports whether two names are both given and differ by more than case and blanks.
func namesDiffer(a, b report.Text) bool { return a != "" && b != "" && !english.SameName(a, b) }

func orderOf(before, after report.Text) string {
	was, known := parseDay(before)
	now, too := parseDay(after)
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

// parseDay parses a date in the form of results; a file may hold anything in its place.
func parseDay(date report.Text) (time.Time, bool) {
	read, err := time.Parse(time.DateOnly, string(date))
	return read, err == nil
}

func (c *pairing) compareQuestionnaires() Difference {
	was, now := c.before.Questionnaire, c.after.Questionnaire
	d := Difference{
		SameID: was.ID == now.ID, SameVersion: was.Version == now.Version, Alike: c.alike,
		OnlyBefore: []string{}, OnlyAfter: []string{}, Revalued: []Revalued{}, Reweighted: []Reweighted{}, Reworded: []string{},
	}
	for _, answer := range c.answered {
		switch {
		case answer.was == nil, c.isNewlyAsked(answer.was, answer.now):
			d.OnlyAfter = append(d.OnlyAfter, answer.now.Question)
		case answer.now == nil:
			d.OnlyBefore = append(d.OnlyBefore, answer.was.Question)
		default:
			d.addRewording(answer.was, answer.now)
		}
	}
	return d
}

// addRewording records a difference in the wording of a question.
func (d *Difference) addRewording(was, now *report.Answer) {
	if was.Prompt != now.Prompt || isSame(was, now) && was.Text != now.Text {
		d.Reworded = append(d.Reworded, now.Question)
	}
	if !d.Alike {
		d.addRecounting(was, now)
	}
}

// addRecounting records a difference in the values and weights of a question.
func (d *Difference) addRecounting(was, now *report.Answer) {
	value := NewFigure(was.Value, now.Value)
	if isSame(was, now) && value.Change != nil && value.Moved() {
		d.Revalued = append(d.Revalued, Revalued{
			Question: now.Question, Option: string(now.Option), Measures: now.Measures, Figure: value,
		})
	}
	for _, axis := range weightedAxes(was, now) {
		if weight := NewFigure(weightOn(was, axis), weightOn(now, axis)); weight.Moved() {
			d.Reweighted = append(d.Reweighted, Reweighted{Question: now.Question, Axis: axis, Figure: weight})
		}
	}
}

// weightedAxes returns the axes on which either answer has a weight, sorted; none if one of them has no weights at all,
// as in results of other programs.
func weightedAxes(was, now *report.Answer) []string {
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
