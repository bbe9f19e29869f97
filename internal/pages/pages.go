// Package pages builds the page of each kind of document: what it says, in which order, with which tables and charts. It holds
// the sentences of the reports that people read. It computes nothing that a document does not hold, and knows no format.
package pages

import (
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// Titles that several kinds of pages have.
const (
	titleWhatIf   = "What if"
	titleWarnings = "Warnings"
	titleGates    = "Gates"
	titleAxes     = "Axis by axis"
	titleNotes    = "Keep in mind"
	titleAnswers  = "All answers"
)

// said sets apart what a person or a file said.
func said[T ~string](text T) string { return page.Said(text).String() }

// refToAnswer is the title of a question, which leads to its answer where the page lists all answers.
func refToAnswer[T ~string](question string, title T) string {
	return page.RefTo(page.AnchorOf(question), said(title))
}

// sayAll is said for a list.
func sayAll[T ~string](texts []T) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = said(text)
	}
	return all
}

// nonEmpty leaves out texts that say nothing.
func nonEmpty(texts ...string) []string {
	var kept []string
	for _, text := range texts {
		if text != "" {
			kept = append(kept, text)
		}
	}
	return kept
}

// orDash stands in a table for what there is nothing to say about.
func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// listBlock is a list as the blocks of a section; none for an empty list.
func listBlock(texts []string) []page.Block {
	if len(texts) == 0 {
		return nil
	}
	return []page.Block{page.List(texts)}
}

// selfReported says what wrote a page of results that nobody measured.
func selfReported(tool report.Tool) string {
	return "Self-reported. Written by " + said(tool.Name) + " " + said(tool.Version) + "."
}

// factList collects facts.
type factList []page.Fact

// add leaves out a value that says nothing.
func (l *factList) add(label, value string) {
	if value != "" {
		*l = append(*l, page.Fact{Label: label, Value: value})
	}
}
