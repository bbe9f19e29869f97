package comparison

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// saidWords is an answer in words: the option in quotes, or why there is none.
func saidWords(said Said) string {
	switch {
	case said.Status == "":
		return "not asked"
	case said.Text != "":
		return english.Quote(string(said.Text))
	case said.Option != "":
		return string(said.Option)
	}
	return report.StatusWord(string(said.Status))
}

// fromTo says how an answer changed.
func fromTo(change *AnswerChange) string {
	return "from " + saidWords(change.Before) + " to " + saidWords(change.After)
}

// worth says what a change does to what its question measures; empty where that is not known.
func worth(change *AnswerChange) string {
	was, now := change.Before.Value, change.After.Value
	switch questionnaire.Measure(change.Measures) {
	case questionnaire.Lean:
		return scale("practice ", was, now, report.Signed, "")
	case questionnaire.Context:
		return scale("situation ", was, now, report.Signed, "")
	case questionnaire.Readiness:
		return scale("readiness ", was, now, func(v *float64) string { return english.Plain(v, 2) }, " of 4")
	case questionnaire.Outcome:
		return scale("", was, now, func(v *float64) string { return english.Plain(v, 1) }, " of 10")
	}
	return ""
}

func scale(name string, was, now *float64, figure func(*float64) string, unit string) string {
	switch {
	case was == nil && now == nil:
		return ""
	case was == nil:
		return name + figure(now) + unit + " now, no value before"
	case now == nil:
		return name + figure(was) + unit + " before, no value now"
	}
	return name + figure(was) + " to " + figure(now) + unit
}

// toldInFull is how many changed answers a sentence gives with their values; the others are named.
const toldInFull = 3

// told names changed answers, the first ones with what they counted and count. The words of the answers stand in a section
// of their own.
func (t *teller) told(questions []string) string {
	var parts []string
	for _, question := range questions[:min(len(questions), toldInFull)] {
		parts = append(parts, t.inShort(question))
	}
	if rest := questions[len(parts):]; len(rest) > 0 {
		parts = append(parts, "also "+report.Shortened(rest))
	}
	return strings.Join(parts, "; ")
}

// inShort is one changed answer by its id and its values, or its words where it has no values.
func (t *teller) inShort(question string) string {
	change := t.changes[question]
	if change == nil {
		return question
	}
	text := worth(change)
	if text == "" {
		text = fromTo(change)
	}
	return question + " (" + text + ")"
}

// changed lists the answers that changed, by axis.
func (t *teller) changed() []Chapter {
	var chapters []Chapter
	place := map[report.Text]int{}
	for i := range t.Axes {
		axis := report.Text(t.Axes[i].ID)
		place[axis] = len(chapters)
		chapters = append(chapters, Chapter{Title: t.titles[t.Axes[i].ID]})
	}
	rest := Chapter{Title: "The situation"}
	if t.Verdict.Quadrant != nil {
		rest.Title = "Metrics"
	}
	for i := range t.Answers.Changed {
		change := &t.Answers.Changed[i]
		if at, known := place[change.Axis]; known {
			chapters[at].Items = append(chapters[at].Items, changeItem(change))
			continue
		}
		rest.Items = append(rest.Items, changeItem(change))
	}
	return filled(append(chapters, rest))
}

// filled leaves out the chapters without items.
func filled(chapters []Chapter) []Chapter {
	var kept []Chapter
	for _, chapter := range chapters {
		if len(chapter.Items) > 0 {
			kept = append(kept, chapter)
		}
	}
	return kept
}

func changeItem(change *AnswerChange) Item {
	item := Item{Label: change.Question, Text: change.Prompt, Details: []string{fromTo(change)}}
	if text := worth(change); text != "" {
		item.Details = append(item.Details, text)
	}
	if note := change.After.Note; note != "" {
		item.Details = append(item.Details, "note: "+string(note))
	}
	return item
}

func (t *teller) remarked() []string {
	if len(t.Answers.Remarked) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Same answer, other remarks: %s.", report.Shortened(t.Answers.Remarked))}
}
