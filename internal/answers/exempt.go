package answers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Exemption says that a warning is accepted for a while, why, and who answers for that.
type Exemption struct {
	// Warning is the id of a warning of the questionnaire; each has at most one exemption.
	Warning string
	// Reason is never blank.
	Reason string
	// Until is the last day, YYYY-MM-DD as written; empty for one without an end.
	Until string
	Owner string
	Pos   diag.Pos
}

// readExemptions reads the list of exemptions. One with a fault is left out.
func (f *File) readExemptions(q *questionnaire.Questionnaire) []Exemption {
	var list []Exemption
	known := warningsOf(q)
	lines := map[string]int{}
	for i, item := range f.fields.Items("exempt") {
		if f.reader.Full() {
			break
		}
		before := f.reader.Diagnostics()
		exemption := f.readExemption(item, i)
		if node := item.Get("warning"); exemption.Warning != "" {
			f.checkWarning(q, known, node, lines[exemption.Warning])
			lines[exemption.Warning] = node.Pos.Line
		}
		if !f.reader.Diagnostics()[len(before):].HasErrors() {
			list = append(list, exemption)
		}
	}
	return list
}

func (f *File) readExemption(item *yamltree.Node, index int) Exemption {
	label := "exemption " + strconv.Itoa(index+1)
	if item.Kind == yamltree.Null {
		f.reader.Errorf(item.Pos, 1, "missing", "remove it", "%s is empty", label)
		return Exemption{}
	}
	fields := f.reader.Fields(item, label, "warning", "reason", "until", "owner")
	fields.Require("warning", "reason")
	exemption := Exemption{
		Warning: fields.Text("warning"), Reason: fields.Text("reason"), Until: f.readDate(fields, "until"), Owner: fields.Text("owner"),
		Pos: item.Pos,
	}
	reason := fields.Node("reason")
	switch {
	case reason != nil && reason.Kind == yamltree.Scalar && strings.TrimSpace(reason.Text) == "":
		f.reader.Errorf(reason.Pos, reason.Length(), "missing", "say why the danger is accepted for now", "%s: %s has no text",
			label, diag.Quote("reason"))
	case item.Kind == yamltree.Mapping && isAbsent(fields.Node("until")):
		f.reader.Warnf(item.Pos, 1, "no-until", "name the last day, for example until: 2027-03-31", "%s has no end", label)
	}
	return exemption
}

func isAbsent(n *yamltree.Node) bool { return n == nil || n.Kind == yamltree.Null }

// checkWarning holds the id against the warnings that there are; line is where it was exempted before, or 0.
func (f *File) checkWarning(q *questionnaire.Questionnaire, known []string, node *yamltree.Node, line int) {
	switch {
	case line > 0:
		f.reader.Errorf(node.Pos, node.Length(), "duplicate-exemption", "keep one of the two",
			"%s is already exempted in line %d", diag.Quote(node.Text), line)
	case len(known) == 0:
		f.reader.Errorf(node.Pos, node.Length(), "unknown-warning", "remove the exemption",
			"%s gives no warnings", diag.Quote(q.ID))
	case !slices.Contains(known, node.Text):
		hint := ""
		// What is beyond the number of findings that are shown needs no hint: looking for near names takes time.
		if f.unknown++; f.unknown <= diag.MaxPerFile {
			hint = cmp.Or(diag.DidYouMean(node.Text, known), "known: "+strings.Join(known, ", "))
		}
		f.reader.Errorf(node.Pos, node.Length(), "unknown-warning", hint, "%s is not a warning of %s", diag.Quote(node.Text), diag.Quote(q.ID))
	}
}

func warningsOf(q *questionnaire.Questionnaire) []string {
	if q.Catalogue == nil {
		return nil
	}
	var ids []string
	for i := range q.Catalogue.Warnings {
		ids = append(ids, q.Catalogue.Warnings[i].ID)
	}
	return ids
}
