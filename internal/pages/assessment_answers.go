package pages

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// allAnswers lists every question with what was said, by axis.
func allAnswers(doc *report.Document) page.Section {
	section := page.Section{ID: "answers", Title: titleAnswers, Part: page.Detail}
	if len(doc.Answers) == 0 {
		return section
	}
	cards := page.Cards{Layout: page.Stack}
	for _, chapter := range chapters(doc) {
		var entries page.Entries
		for _, answer := range chapter.answers {
			entries = append(entries, entryOf(chapter.axis, answer))
		}
		cards.Items = append(cards.Items, page.Card{Title: chapter.title, Blocks: []page.Block{entries}})
	}
	section.Blocks = []page.Block{page.Quiet(worthLegend(doc)), cards}
	section.Explain = []string{"answers", "practice"}
	if doc.Verdict.Quadrant != nil {
		section.Explain = []string{"quadrant"}
	}
	return section
}

func entryOf(axis *report.Axis, answer *report.Answer) page.Entry {
	entry := page.Entry{
		ID: said(cmp.Or(answer.Title, answer.Question)), Anchor: page.AnchorOf(answer.Question), Prompt: said(answer.Prompt),
		Answer: answerInWords(answer), Open: !answer.IsAnswered(), Worth: nonEmpty(counts(answer)),
	}
	if axis != nil {
		if effect := effectOf(axis, answer.Question); effect != nil {
			entry.Worth = append(entry.Worth, "effect "+report.Signed(effect))
		}
	}
	address, shown, isLink := report.WebAddress(string(answer.Evidence))
	if !isLink {
		shown = string(answer.Evidence)
	}
	if answer.Title != "" {
		entry.Worth = append(entry.Worth, "id "+said(answer.Question))
	}
	for _, remark := range []page.Remark{
		{Label: "reason", Text: page.Said(report.ReasonBeside(answer))},
		{Label: "note", Text: page.Said(answer.Note)},
		{Label: "evidence", Text: page.Said(shown), Address: address},
		{Label: "reviewed", Text: page.Said(answer.Reviewed)},
		{Label: "source", Text: page.Said(answer.SourceWords())},
	} {
		if remark.Text != "" {
			entry.Remarks = append(entry.Remarks, remark)
		}
	}
	return entry
}

// chapter is a part of the list of all answers.
type chapter struct {
	// axis is nil for answers that are about no axis.
	axis    *report.Axis
	title   string
	answers []*report.Answer
}

// chapters groups the answers in the order of the axes; answers about no axis come last, and no chapter is empty.
func chapters(doc *report.Document) []chapter {
	var list []chapter
	for i := range doc.Axes {
		list = append(list, chapter{axis: &doc.Axes[i], title: said(doc.Axes[i].Title)})
	}
	rest := chapter{title: "The situation"}
	if doc.Verdict.Quadrant != nil {
		rest.title = "Metrics"
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		at := slices.IndexFunc(list, func(c chapter) bool {
			return answer.Axis != "" && answer.Axis == report.Text(c.axis.ID)
		})
		if at < 0 {
			rest.answers = append(rest.answers, answer)
			continue
		}
		list[at].answers = append(list[at].answers, answer)
	}
	return slices.DeleteFunc(append(list, rest), func(c chapter) bool { return len(c.answers) == 0 })
}

// counts says what an answer counts, on the scale of what its question measures; nothing where it counts nowhere.
func counts(answer *report.Answer) string {
	if answer.Value == nil {
		return ""
	}
	switch questionnaire.Measure(answer.Measures) {
	case questionnaire.Lean:
		return "practice " + report.Signed(answer.Value)
	case questionnaire.Context:
		return "situation " + report.Signed(answer.Value)
	case questionnaire.Readiness:
		return "readiness " + english.Plain(answer.Value, 2) + " out of 4"
	case questionnaire.Outcome:
		return english.Plain(answer.Value, 1) + " out of 10"
	}
	return ""
}

// worthLegend explains what the answers count in a document.
func worthLegend(doc *report.Document) string {
	if doc.Verdict.Quadrant != nil {
		return "An answer counts as a score from 0 to 10; higher is better."
	}
	return "An answer counts as a position from -1 (SysOps) to +1 (DevOps) or as a level of readiness from 0 to 4. " +
		"Its effect is what it adds to the overall position of how you work; all effects add up to that position."
}

// effectOf returns what an answer adds to the overall practice value; nil where it adds nothing or that value is not scored.
// Only questions of style do.
func effectOf(a *report.Axis, question string) *float64 {
	for _, part := range a.Contributions {
		if part.Question == question && part.Effect != nil {
			return part.Effect
		}
	}
	return nil
}
