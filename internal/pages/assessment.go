package pages

import (
	"strings"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// Assessment is the page of one result: the verdict and its chart first, then what to do, what to heed and what is not known;
// in the details every figure down to the answers.
func Assessment(doc *report.Document) page.Page {
	head, told := doc.Head(), tell(doc)
	return page.Page{
		Kind: "Assessment", Title: titleOf(head), Facts: factsOf(head.Facts(said)),
		Sections: []page.Section{
			whatIf(doc), verdictSection(doc, &told), firstSteps(doc), warnings(doc),
			listSection("exemptions", "Exemptions", report.Exempted(doc, said)),
			balance(doc), talk(doc), unknown(doc),
			listSection("ages", "How old the answers are", ages(doc)),
			tips(doc, &told),
			listSection("notes", titleNotes, sayAll(doc.Notes)),
			gates(doc), furtherSteps(doc), laterSteps(doc),
			axes(doc), metrics(doc), allAnswers(doc),
		},
		Closing: closing(doc, &told),
		Footer:  footer(doc.Tool, doc.Questionnaire),
	}
}

// closing repeats the verdict, and what to deal with before it, where the reader of a terminal ends up: a report is longer than a screen.
func closing(doc *report.Document, told *verdict.Telling) []page.Block {
	blocks := []page.Block{page.Headline(told.Headline)}
	if told.First != "" {
		blocks = append(blocks, page.Text(told.First))
	}
	var facts []page.Fact
	if gates := GatesInShort(doc); gates != "" {
		facts = append(facts, page.Fact{Label: "Gates", Value: gates})
	}
	if first, _, _ := steps(doc); len(first) > 0 {
		titles := make([]string, len(first))
		for i, step := range first {
			titles[i] = said(step.Title)
		}
		facts = append(facts, page.Fact{Label: "Begin with", Value: strings.Join(titles, "; ") + "."})
	}
	if len(facts) > 0 {
		blocks = append(blocks, page.Facts{Items: facts})
	}
	return blocks
}
