package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// titleOf names the subject, or the questionnaire when there is none.
func titleOf(head report.Head) string {
	return page.Said(head.Title()).String()
}

// headFacts say what a page is about; answered says by whom, when and how much.
func headFacts(head report.Head, answered string) []page.Fact {
	var facts []page.Fact
	team := said(head.Team)
	switch {
	case head.Subject != "":
		facts = append(facts, page.Fact{Label: "Service", Value: withRemark(said(head.Subject), "team ", team)})
	case team != "":
		facts = append(facts, page.Fact{Label: "Team", Value: team})
	}
	q := head.Questionnaire
	return append(facts,
		page.Fact{Label: "Questions", Value: fmt.Sprintf("%s (%s %s)", said(q.Title), said(q.ID), said(q.Version))},
		page.Fact{Label: "Answered", Value: answered})
}

// byWhom says who answered and when, each where it is told.
func byWhom(head report.Head) []string {
	var parts []string
	switch role := said(head.Respondent.Role); {
	case head.Respondent.Name != "":
		parts = append(parts, "by "+withRemark(said(head.Respondent.Name), "", role))
	case role != "":
		parts = append(parts, "by one person ("+role+")")
	}
	if head.Date != "" {
		parts = append(parts, "on "+said(head.Date))
	}
	return parts
}

func answeredOf(head report.Head) string {
	return fmt.Sprintf("%d of %s", head.Answered, english.Count(head.Questions, "question"))
}

// withRemark adds a remark in brackets behind a text; nothing where there is no remark.
func withRemark(text, before, remark string) string {
	if remark == "" {
		return text
	}
	return text + " (" + before + remark + ")"
}

// footer says what made a page and from what, so that a printed copy can be traced.
func footer(tool report.Tool, q report.QuestionnaireRef) string {
	return fmt.Sprintf("Self-reported. Written by %s %s from the questionnaire %s %s with the digest %s.",
		said(tool.Name), said(tool.Version), said(q.ID), said(q.Version), said(q.Digest))
}

// listSection is a section of sentences, which stand beside its title where there is room; it is left out without any.
func listSection(id, title string, sentences []string) page.Section {
	return page.Section{ID: id, Title: title, Part: page.Body, Beside: true, Blocks: listBlock(sentences)}
}
