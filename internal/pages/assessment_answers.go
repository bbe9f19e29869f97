package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// allAnswers lists every question with what was said, by axis; those that were skipped are only named.
func allAnswers(doc *report.Document) page.Section {
	section := page.Section{ID: "answers", Title: titleAnswers, Part: page.Detail}
	if len(doc.Answers) == 0 {
		return section
	}
	section.Explain = []string{"answers", "practice"}
	switch v := doc.Verdict; {
	case v.Quadrant != nil:
		section.Explain = []string{"quadrant"}
	case v.Readiness != nil:
		section.Explain = []string{"answers", "readiness"}
	}
	cards, enoughs := page.Cards{Layout: page.Stack}, enoughOf(doc.Verdict.Readiness)
	var skipped []string
	for _, chapter := range chapters(doc) {
		var entries page.Entries
		for _, answer := range chapter.answers {
			if answer.NotAsked {
				continue
			}
			entry := entryOf(answer)
			if text := enoughs[answer.Question]; text != "" {
				entry.Remarks = append([]page.Remark{{Label: "enough would be", Text: page.Said(text)}}, entry.Remarks...)
			}
			if answers.Status(answer.Status) == answers.Skipped && len(entry.Remarks) == 0 {
				skipped = append(skipped, entry.ID)
				continue
			}
			entries = append(entries, entry)
		}
		if len(entries) > 0 {
			cards.Items = append(cards.Items, page.Card{Title: chapter.title, Blocks: []page.Block{entries}})
		}
	}
	if len(cards.Items) > 0 {
		section.Blocks = []page.Block{page.Quiet(worthLegend(doc)), cards}
	}
	// A few are named among what is unknown.
	if all := english.List(skipped); all != report.Shortened(skipped) {
		section.Blocks = append(section.Blocks, page.Text("Skipped: "+all+"."))
	}
	return section
}

// enoughOf is what would reach the minimum of each point of a checklist that is below it, by the question.
func enoughOf(v *report.ReadinessVerdict) map[string]report.Text {
	texts := map[string]report.Text{}
	if v != nil {
		for i := range v.Readiness.Unmet {
			texts[v.Readiness.Unmet[i].Question] = v.Readiness.Unmet[i].Enough
		}
	}
	return texts
}

// entryOf is an answer under the short title of its question.
func entryOf(answer *report.Answer) page.Entry {
	entry := page.Entry{
		ID: said(cmp.Or(answer.Title, answer.Question)), Anchor: page.AnchorOf(answer.Question),
		Answer: answerInWords(answer), Open: !answer.IsAnswered(), Worth: nonEmpty(counts(answer)),
	}
	address, shown, isLink := report.WebAddress(string(answer.Evidence))
	if !isLink {
		shown = string(answer.Evidence)
	}
	for _, remark := range []page.Remark{
		{Label: "missing", Text: listedText(answer, report.Missing)},
		{Label: "unknown", Text: listedText(answer, report.Open)},
		{Label: "does not apply", Text: leftOutText(answer)},
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

// listedText joins the options of an answered list that have a status; empty for none.
func listedText(answer *report.Answer, status report.ListedStatus) page.Said {
	if !answer.IsAnswered() {
		return ""
	}
	return page.Said(strings.Join(answer.ListedAs(status), "; "))
}

// leftOutText are the options of a list that do not apply, each with the reason where one was given.
func leftOutText(answer *report.Answer) page.Said {
	var texts []string
	for i := range answer.Listed {
		if option := &answer.Listed[i]; option.Status == report.LeftOut {
			texts = append(texts, withRemark(option.Text, "", string(option.Reason)))
		}
	}
	return page.Said(strings.Join(texts, "; "))
}

// chapter is a part of the list of all answers.
type chapter struct {
	// axis is the zero value for answers that are about no axis.
	axis    report.ReadinessAxis
	title   string
	answers []*report.Answer
}

// chapters groups the answers in the order of the axes; answers about no axis come last, and no chapter is empty.
func chapters(doc *report.Document) []chapter {
	var list []chapter
	for _, axis := range doc.Levels() {
		list = append(list, chapter{axis: axis, title: said(axis.Title)})
	}
	rest := chapter{title: "The situation"}
	switch v := doc.Verdict; {
	case v.Quadrant != nil:
		rest.title = "Metrics"
	case v.Readiness != nil:
		rest.title = titleStake
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

// counts is the figure of an answer on the scale of what its question measures; nothing where it counts nowhere. Positions have
// a sign or two decimals, so that levels cannot be taken for them.
func counts(answer *report.Answer) string {
	if answer.Value == nil {
		return ""
	}
	switch questionnaire.Measure(answer.Measures) {
	case questionnaire.Lean, questionnaire.Context:
		return report.Signed(answer.Value)
	case questionnaire.Readiness:
		return report.LevelOfAnswer(answer.Value)
	case questionnaire.Outcome:
		return report.ScoreFigure(answer.Value)
	}
	return ""
}

// worthLegend explains what the answers count in a document.
func worthLegend(doc *report.Document) string {
	switch v := doc.Verdict; {
	case v.Quadrant != nil:
		return "With each answer, its score from 0 to 10; higher is better."
	case v.Readiness != nil:
		return "With each answer about a point, its level out of 4."
	}
	return "With each answer, its position from -1 (SysOps) to +1 (DevOps), or its readiness out of 4."
}
