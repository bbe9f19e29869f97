package export

import (
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// tell is a result in sentences. Each format escapes them as a whole, so that no mark is needed for what a person wrote.
func tell(doc *report.Document) verdict.Telling {
	return verdict.Shipped().Tell(doc, func(text string) string { return text }, nil)
}

// headline is the verdict in one sentence, which says of a what-if that it is one.
func headline(doc *report.Document, told *verdict.Telling) string {
	if doc.WhatIf != nil {
		return "What if: " + told.Headline
	}
	return told.Headline
}

// verdictLines are what a log says of a verdict: what is supposed, the advice, what to deal with before it, and how sure it is.
func verdictLines(doc *report.Document) []string {
	told := tell(doc)
	lines := append([]string{headline(doc, &told)}, append(told.Reasons, told.First)...)
	// Without advice the headline has said what is missing.
	if v := doc.Verdict.Leaning; v != nil && v.Advice != "" {
		lines = append(lines, sentences(told.Fit, told.Confidence))
	}
	if doc.WhatIf != nil {
		lines = append([]string{doc.WhatIf.Intro()}, lines...)
	}
	var said []string
	for _, line := range lines {
		if line != "" {
			said = append(said, line)
		}
	}
	return said
}
