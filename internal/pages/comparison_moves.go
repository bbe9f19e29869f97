package pages

import (
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// moves tells what moved the overall values.
func (p *comparisonPage) moves() []page.Block {
	cards := page.Cards{Layout: page.Lines}
	if v := p.Verdict.Leaning; v != nil {
		cards.Items = append(cards.Items,
			p.move("How you work", v.Practice.Move, func(id string) comparison.Figure { return p.axis(id).Practice.Figure() }),
			p.move("What the situation calls for", v.Situation.Move, func(id string) comparison.Figure { return p.axis(id).Situation.Figure() }))
	}
	if r := p.Verdict.OverallReadiness(); r != nil {
		level := func(id string) comparison.Figure { return p.level(id).Readiness.Figure() }
		cards.Items = append(cards.Items, p.move("Readiness", r.Move, level))
	}
	return filled(cards)
}

// axis is an axis of both leanings; empty for none.
func (p *comparisonPage) axis(id string) *comparison.Axis {
	for i := range p.Axes {
		if p.Axes[i].ID == id {
			return &p.Axes[i]
		}
	}
	return &comparison.Axis{}
}

// level is an axis as far as readiness goes; empty for none.
func (p *comparisonPage) level(id string) comparison.ReadinessAxis {
	for _, axis := range p.Levels() {
		if axis.ID == id {
			return axis
		}
	}
	return comparison.ReadinessAxis{}
}

// move tells the causes of one move; no blocks where nothing moved it. The figure is the value that the axes have of it.
func (p *comparisonPage) move(title string, m comparison.Move, figure func(axis string) comparison.Figure) page.Card {
	if m.Change == nil {
		return page.Card{}
	}
	card := page.Card{Title: title + ", " + orStill(changeOfMove(*m.Change))}
	if m.Unexplained != nil {
		card.Blocks = []page.Block{page.Text("The results do not tell which answers moved it.")}
		return card
	}
	var causes []page.Fact
	for _, cause := range m.Causes {
		text := p.cause(cause)
		if cause.Kind == comparison.AxisCause {
			text = p.axisCause(cause, figure)
		}
		causes = append(causes, page.Fact{Label: effect(cause.Effect), Value: text})
	}
	if len(causes) > 0 {
		card.Blocks = []page.Block{page.Facts{Items: causes}}
	}
	return card
}

func changeOfMove(size float64) string { return difference(comparison.Figure{Change: &size}, 2, 1) }

func orStill(change string) string {
	if change == "" {
		return "no change"
	}
	return change
}

// effect has a sign and two decimals; one that would read as none says so.
func effect(size float64) string {
	text := report.Distance(&size)
	switch {
	case text == "0.00":
		return "<0.01"
	case size > 0:
		return "+" + text
	}
	return text
}

// cause says what a cause is that is no axis.
func (p *comparisonPage) cause(c comparison.Cause) string {
	if c.Kind == comparison.WeightsCause {
		return "questions or axes weigh otherwise in the questionnaire"
	}
	question := string(c.Question)
	if c.Kind == comparison.LimitCause {
		return "the limit " + p.question(question) + ", which keeps the situation from what is wanted"
	}
	if p.changes[question] == nil {
		return p.question(question) + ": the same answer counts otherwise in the questionnaire"
	}
	switch c.Origin {
	case comparison.FromQuestionnaire:
		return p.inShort(question) + ", which the questionnaire did not always ask"
	case comparison.Inseparable:
		return p.inShort(question) + ", the answer and perhaps what it counts"
	}
	return p.inShort(question)
}

// axisCause says which axis came or went, and with which answers.
func (p *comparisonPage) axisCause(c comparison.Cause, figure func(axis string) comparison.Figure) string {
	axis := p.level(string(c.Axis))
	if axis.ID == "" {
		return said(c.Axis)
	}
	text := p.titles[axis.ID] + ", which has no value any more"
	if figure(axis.ID).Before == nil {
		text = p.titles[axis.ID] + ", which had no value before"
	}
	if axis.In != comparison.InBoth {
		return text + ": only one of the questionnaires has this axis"
	}
	return text
}

// axes tells what changed on each axis, and which axes did not change.
func (p *comparisonPage) axes() []page.Block {
	if p.Verdict.Readiness != nil {
		return p.checkedAxes()
	}
	cards := page.Cards{Layout: page.Lines}
	var same []string
	for i := range p.Axes {
		axis := &p.Axes[i]
		if axis.Moved() {
			cards.Items = append(cards.Items, page.Card{Title: p.titles[axis.ID] + onlyIn(axis.In), Blocks: p.axisBlocks(axis)})
		} else {
			same = append(same, p.titles[axis.ID])
		}
	}
	if len(same) > 0 && len(cards.Items) > 0 {
		cards.Items = append(cards.Items, page.Card{Title: "No change", Blocks: []page.Block{page.Text(english.List(same) + ".")}})
	}
	return filled(cards)
}

// onlyIn marks an axis that one result only has.
func onlyIn(in string) string {
	switch in {
	case comparison.InBefore:
		return " (before only)"
	case comparison.InAfter:
		return " (after only)"
	}
	return ""
}

// axisBlocks are the values that differ.
func (p *comparisonPage) axisBlocks(axis *comparison.Axis) []page.Block {
	w, s, r := axis.Practice, axis.Situation, axis.Readiness
	practice, fit, readiness := w.Figure(), axis.Fit, r.Figure()
	var facts []page.Fact
	add := func(label, was, now string, causes []comparison.Cause) {
		if was != now {
			facts = append(facts, page.Fact{Label: label, Value: was + "; then " + now + p.through(causes)})
		}
	}
	add("Practice", report.Placed(practice.Before, w.Before.Band), report.Placed(practice.After, w.After.Band), w.Causes)
	add("Situation", report.Placed(s.Before.Value, s.Before.Band), report.Placed(s.After.Value, s.After.Band), s.Causes)
	add("Direction", report.DirectionWord(axis.Direction.Before), report.DirectionWord(axis.Direction.After), nil)
	add("Fit", outOf(fit.Before, wholeFit, 100), outOf(fit.After, wholeFit, 100), nil)
	add("Readiness", outOf(readiness.Before, report.Level, 4), outOf(readiness.After, report.Level, 4), r.Causes)
	add("Called for", floor(axis.Floor.Before), floor(axis.Floor.After), nil)
	add("Answered", percent(axis.Coverage.Before), percent(axis.Coverage.After), nil)
	switch {
	case len(facts) > 0:
		return []page.Block{page.Facts{Items: facts}}
	case axis.In != comparison.InBoth:
		return []page.Block{page.Text("It has no values.")}
	}
	return []page.Block{page.Text("The change is smaller than figures show.")}
}

// floor is the readiness that the situation calls for.
func floor(level *float64) string {
	if level == nil {
		return "not known"
	}
	return "at least " + report.Level(level) + " out of 4"
}

// through names the answers that moved a value, with their effects; nothing without any.
func (p *comparisonPage) through(causes []comparison.Cause) string {
	var parts []string
	for _, cause := range causes {
		name := "weights"
		if cause.Kind == comparison.AnswerCause {
			name = p.question(string(cause.Question))
		}
		parts = append(parts, name+" "+effect(cause.Effect))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (through " + report.Shortened(parts) + ")"
}
