package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// titleOf names the subject, or the questionnaire when there is none.
func titleOf(head report.Head) string {
	return page.Said(head.Title()).String()
}

// factsOf returns facts of a result as those of a page.
func factsOf(list []report.Fact) []page.Fact {
	facts := make([]page.Fact, len(list))
	for i, fact := range list {
		facts[i] = page.Fact(fact)
	}
	return facts
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
	return fmt.Sprintf("Written by %s %s from the questionnaire %s %s with the digest %s.",
		said(tool.Name), said(tool.Version), said(q.ID), said(q.Version), said(q.Digest))
}

// listSection is a section of sentences, which stand beside its title where there is room; it is left out without any.
func listSection(id, title string, sentences []string) page.Section {
	return page.Section{ID: id, Title: title, Part: page.Body, Beside: true, Blocks: listBlock(sentences)}
}
