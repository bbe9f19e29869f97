package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// answerWords is an answer in words: the option in quotes, or why there is none.
func answerWords(answer comparison.Said) string {
	switch {
	case answer.Status == "":
		return "not asked"
	case answer.Text != "":
		return english.Quote(said(answer.Text))
	case answer.Option != "":
		return said(answer.Option)
	}
	return report.StatusWord(string(answer.Status))
}

// fromTo says how an answer changed.
func fromTo(change *comparison.AnswerChange) string {
	if change.Added != nil {
		return listChange(change)
	}
	return "from " + answerWords(change.Before) + " to " + answerWords(change.After)
}

// listChange says which options of a list came and went.
func listChange(change *comparison.AnswerChange) string {
	var parts []string
	for _, part := range []struct {
		lead    string
		options []comparison.Listed
	}{{"now also ", change.Added}, {"no longer ", change.Removed}} {
		var texts []string
		for _, option := range part.options {
			texts = append(texts, english.Quote(said(option.Text)))
		}
		if len(texts) > 0 {
			parts = append(parts, part.lead+english.List(texts))
		}
	}
	if len(parts) == 0 {
		return "the same options, and others unknown or left out"
	}
	return strings.Join(parts, "; ")
}

// worth says what a change does to what its question measures; empty where that is not known.
func worth(change *comparison.AnswerChange) string {
	was, now := change.Before.Value, change.After.Value
	switch questionnaire.Measure(change.Measures) {
	case questionnaire.Lean:
		return scale("practice ", was, now, report.Signed, "")
	case questionnaire.Context:
		return scale("situation ", was, now, report.Signed, "")
	case questionnaire.Readiness:
		return scale("readiness ", was, now, report.LevelOfAnswer, " out of 4")
	case questionnaire.Outcome:
		return scale("", was, now, report.ScoreFigure, " out of 10")
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
func (p *comparisonPage) told(questions []string) string {
	var parts []string
	for _, question := range questions[:min(len(questions), toldInFull)] {
		parts = append(parts, p.inShort(question))
	}
	if rest := questions[len(parts):]; len(rest) > 0 {
		parts = append(parts, "also "+report.Shortened(sayAll(rest)))
	}
	return strings.Join(parts, "; ")
}

// question is the short title of a question.
func (p *comparisonPage) question(id string) string { return said(cmp.Or(p.Titles[id], id)) }

// questions are the short titles of several.
func (p *comparisonPage) questions(ids []string) []string {
	titles := make([]string, len(ids))
	for i, id := range ids {
		titles[i] = p.question(id)
	}
	return titles
}

// inShort is one changed answer by its title and its values, or its words where it has no values.
func (p *comparisonPage) inShort(question string) string {
	change := p.changes[question]
	if change == nil {
		return p.question(question)
	}
	text := worth(change)
	if text == "" {
		text = fromTo(change)
	}
	return p.question(question) + " (" + text + ")"
}

// changedAnswers lists the answers that changed, by axis, below what has other remarks only.
func (p *comparisonPage) changedAnswers() []page.Block {
	var blocks []page.Block
	if len(p.Answers.Remarked) > 0 {
		blocks = append(blocks, page.Text("Same answer, other remarks: "+report.Shortened(sayAll(p.Answers.Remarked))+"."))
	}
	cards := page.Cards{Layout: page.Stack}
	listed := map[report.Text]bool{}
	for _, axis := range p.Levels() {
		id := report.Text(axis.ID)
		listed[id] = true
		cards.Items = append(cards.Items, p.answersCard(p.titles[axis.ID], func(axis report.Text) bool { return axis == id }))
	}
	rest := "The situation"
	switch {
	case p.Verdict.Quadrant != nil:
		rest = "Metrics"
	case p.Verdict.Readiness != nil:
		rest = "How much is asked"
	}
	cards.Items = append(cards.Items, p.answersCard(rest, func(axis report.Text) bool { return !listed[axis] }))
	return append(blocks, filled(cards)...)
}

// filled is cards without those that hold nothing; none where none holds anything.
func filled(cards page.Cards) []page.Block {
	cards.Items = slices.DeleteFunc(cards.Items, func(card page.Card) bool { return len(card.Blocks) == 0 })
	if len(cards.Items) == 0 {
		return nil
	}
	return []page.Block{cards}
}

// answersCard holds the changed answers on some axes.
func (p *comparisonPage) answersCard(title string, holds func(axis report.Text) bool) page.Card {
	var entries page.Entries
	for i := range p.Answers.Changed {
		if change := &p.Answers.Changed[i]; holds(change.Axis) {
			entries = append(entries, p.changeEntry(change))
		}
	}
	if len(entries) == 0 {
		return page.Card{}
	}
	return page.Card{Title: title, Blocks: []page.Block{entries}}
}

func (p *comparisonPage) changeEntry(change *comparison.AnswerChange) page.Entry {
	entry := page.Entry{
		ID: p.question(change.Question), Prompt: said(change.Prompt), Answer: fromTo(change), Worth: nonEmpty(worth(change)),
	}
	if note := change.After.Note; note != "" {
		entry.Remarks = []page.Remark{{Label: "note", Text: page.Said(note)}}
	}
	return entry
}
