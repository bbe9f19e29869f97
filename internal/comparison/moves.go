package comparison

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// moves tells what moved the overall values.
func (t *teller) moves() []Chapter {
	v := t.Verdict.Leaning
	if v == nil {
		return nil
	}
	return filled([]Chapter{
		t.move("How you work", v.Practice.Move, func(axis *Axis) Figure { return axis.Practice.figure() }),
		t.move("What the situation calls for", v.Situation.Move, func(axis *Axis) Figure { return axis.Situation.figure() }),
		t.move("Readiness", v.Readiness.Move, func(axis *Axis) Figure { return axis.Readiness.figure() }),
	})
}

// move tells the causes of one move; no items where nothing moved it. The figure is the value that the axes have of it.
func (t *teller) move(title string, m Move, figure func(*Axis) Figure) Chapter {
	chapter := Chapter{Title: title}
	if m.Change == nil {
		return chapter
	}
	chapter.Title += ", " + orStill(changeOfMove(*m.Change))
	if m.Unexplained != nil {
		chapter.Items = []Item{{Text: "The results do not tell which answers moved it."}}
		return chapter
	}
	for _, cause := range m.Causes {
		item := Item{Label: effect(cause.Effect), Text: t.cause(cause)}
		if cause.Kind == AxisCause {
			item.Text = t.axisCause(cause, figure)
		}
		chapter.Items = append(chapter.Items, item)
	}
	return chapter
}

func changeOfMove(size float64) string { return change(Figure{Change: &size}, 2, 1) }

func orStill(change string) string {
	if change == "" {
		return "no change"
	}
	return change
}

// effect has a sign and two decimals; one that would read as none says so.
func effect(size float64) string {
	text := english.Fixed(&size, 2)
	switch {
	case text == "0.00":
		return "<0.01"
	case size > 0:
		return "+" + text
	}
	return text
}

// cause says what a cause is that is no axis.
func (t *teller) cause(c Cause) string {
	if c.Kind == WeightsCause {
		return "questions or axes weigh otherwise in the questionnaire"
	}
	question := string(c.Question)
	if t.changes[question] == nil {
		return question + ": the same answer counts otherwise in the questionnaire"
	}
	switch c.Origin {
	case FromQuestionnaire:
		return t.inShort(question) + ", which only one of the questionnaires asks"
	case Inseparable:
		return t.inShort(question) + ", the answer and perhaps what it counts"
	}
	return t.inShort(question)
}

// axisCause says which axis came or went, and with which answers.
func (t *teller) axisCause(c Cause, figure func(*Axis) Figure) string {
	at := slices.IndexFunc(t.Axes, func(axis Axis) bool { return axis.ID == string(c.Axis) })
	if at < 0 {
		return string(c.Axis)
	}
	axis := &t.Axes[at]
	text := t.titles[axis.ID] + ", which has no value any more"
	if figure(axis).Before == nil {
		text = t.titles[axis.ID] + ", which had no value before"
	}
	if axis.In != inBoth {
		return text + ": only one of the questionnaires has this axis"
	}
	return text
}

// axes tells what changed on each axis, and which axes did not change.
func (t *teller) axes() []Chapter {
	var chapters []Chapter
	var same []string
	for i := range t.Axes {
		axis := &t.Axes[i]
		if !axis.hasMoved() {
			same = append(same, t.titles[axis.ID])
			continue
		}
		chapters = append(chapters, Chapter{Title: t.titles[axis.ID] + in(axis), Items: axisItems(axis)})
	}
	if len(same) > 0 && len(chapters) > 0 {
		chapters = append(chapters, Chapter{Title: "No change", Items: []Item{{Text: english.List(same) + "."}}})
	}
	return chapters
}

// in marks an axis that one result only has.
func in(axis *Axis) string {
	switch axis.In {
	case inBefore:
		return " (before only)"
	case inAfter:
		return " (after only)"
	}
	return ""
}

// axisItems are the values that differ.
func axisItems(axis *Axis) []Item {
	p, s, r := axis.Practice, axis.Situation, axis.Readiness
	var items []Item
	add := func(label, was, now string, causes []Cause) {
		if was != now {
			items = append(items, axisItem(label, was, now, causes))
		}
	}
	add("Practice", report.Placed(scored(p.Before), p.Before.Band), report.Placed(scored(p.After), p.After.Band), p.Causes)
	add("Situation", report.Placed(s.Before.Value, s.Before.Band), report.Placed(s.After.Value, s.After.Band), s.Causes)
	add("Direction", report.DirectionWord(axis.Direction.Before), report.DirectionWord(axis.Direction.After), nil)
	add("Fit", of(axis.Fit.Before, 0, 100, ""), of(axis.Fit.After, 0, 100, ""), nil)
	add("Readiness", of(r.Before.Value, 2, 4, ""), of(r.After.Value, 2, 4, ""), r.Causes)
	add("Called for", floor(axis.Floor.Before), floor(axis.Floor.After), nil)
	add("Answered", share(axis.Coverage.Before), share(axis.Coverage.After), nil)
	switch {
	case len(items) > 0:
		return items
	case axis.In != inBoth:
		return []Item{{Text: "It has no values."}}
	}
	return []Item{{Text: "The change is smaller than figures show."}}
}

// floor is the readiness that the situation calls for.
func floor(level *float64) string {
	if level == nil {
		return "not known"
	}
	return "at least " + english.Plain(level, 2) + " of 4"
}

// axisItem is one line about an axis: both sides, and what moved it.
func axisItem(label, was, now string, causes []Cause) Item {
	item := Item{Label: label, Text: was + "; then " + now}
	var parts []string
	for _, cause := range causes {
		name := "weights"
		if cause.Kind == AnswerCause {
			name = string(cause.Question)
		}
		parts = append(parts, name+" "+effect(cause.Effect))
	}
	if len(parts) > 0 {
		item.Details = []string{"through " + report.Shortened(parts)}
	}
	return item
}
