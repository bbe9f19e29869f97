// Package pages builds the page of each kind of document: what it says, in which order, with which tables and charts. It holds
// the sentences of the reports that people read. It computes nothing that a document does not hold, and knows no format.
package pages

import "github.com/opsfit/opsfit/internal/page"

// said sets apart what a person or a file said.
func said[T ~string](text T) string { return page.Said(text).String() }

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
