package page

import (
	"iter"
	"strings"
)

// The marks around a text that leads to an entry of the same page: Unicode's interlinear annotation, with the anchor as what is
// annotated. Spans leaves them out, so that a writer without links needs to know nothing of them.
const (
	refStart = "\ufff9"
	refText  = "\ufffa"
	refEnd   = "\ufffb"
)

// AnchorOf returns the anchor of the answer to a question, such as q-restore_test; empty for an id that no questionnaire may have.
func AnchorOf(question string) string {
	isPlain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-'
	}
	if question == "" || strings.ContainsFunc(question, func(r rune) bool { return !isPlain(r) }) {
		return ""
	}
	return "q-" + question
}

// RefTo returns a text that leads to the entry with that anchor where the page has it and the format has links.
func RefTo(anchor, text string) string {
	if anchor == "" || text == "" {
		return text
	}
	return refStart + anchor + refText + text + refEnd
}

// References yields the parts of a text in order, each with the anchor that it leads to; empty for none.
func References(text string) iter.Seq2[string, string] {
	return func(yield func(part, anchor string) bool) {
		for text != "" {
			own, rest, found := strings.Cut(text, refStart)
			if own != "" && !yield(own, "") {
				return
			}
			if !found {
				return
			}
			reference, after, _ := strings.Cut(rest, refEnd)
			anchor, part, _ := strings.Cut(reference, refText)
			if part != "" && !yield(part, anchor) {
				return
			}
			text = after
		}
	}
}
