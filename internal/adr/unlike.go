package adr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Unlike says why a result must not amend a record: the record is about another service, rests on a later assessment, or does not
// hold any more by its status. It is empty where nothing speaks against it.
func Unlike(was *Facts, status string, doc *report.Document) string {
	switch {
	case IsClosed(status):
		return "the record does not hold: its status is " + diag.Quote(status)
	case was.Subject != "" && doc.Subject != "" && !english.SameName(was.Subject, doc.Subject):
		return fmt.Sprintf("the record is about %s, the answers are about %s", diag.Quote(string(was.Subject)), diag.Quote(string(doc.Subject)))
	// Days in this form are ordered as texts are.
	case doc.Date != "" && doc.Date < was.Date:
		return fmt.Sprintf("the record rests on an assessment of %s, the answers are older, of %s", was.Date, doc.Date)
	}
	return ""
}

// IsClosed reports the status of a record that nobody follows.
func IsClosed(status string) bool {
	words := strings.Fields(strings.ToLower(status))
	return len(words) > 0 && slices.Contains([]string{"rejected", "deprecated", "superseded"}, strings.Trim(words[0], ".,:;*_"))
}

// StatusOf returns the status that people wrote into a record: in the lines above it, or below a heading of that name; empty for
// none.
func StatusOf(text []byte) string {
	const key = "status:"
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	inFront := strings.TrimSpace(lines[0]) == "---"
	below := false
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		switch {
		case inFront && line == "---":
			inFront = false
		case inFront && strings.HasPrefix(strings.ToLower(line), key):
			return strings.Trim(strings.TrimSpace(line[len(key):]), `"'`)
		case below && line != "":
			return line
		default:
			below = below || strings.EqualFold(strings.TrimSpace(strings.TrimLeft(line, "#")), "status") && strings.HasPrefix(line, "#")
		}
	}
	return ""
}
