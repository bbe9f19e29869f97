package answers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Exemption says that a warning is accepted for a while, why, and who answers for that.
type Exemption struct {
	// Warning is the id of a warning of the questionnaire; each has at most one exemption.
	Warning string
	// Reason is never blank, and says more than filler does.
	Reason string
	// Until is the last day, YYYY-MM-DD as written; empty for one without an end.
	Until string
	// Owner is who asked for it and answers for what happens until then; ApprovedBy is who accepted the danger.
	Owner      string
	ApprovedBy string
	Pos        diag.Pos
	// UntilPos is where the last day stands; zero without one.
	UntilPos diag.Pos
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
			f.checkTerms(item, exemption, labelOfExemption(i))
			list = append(list, exemption)
		}
	}
	return list
}

func (f *File) readExemption(item *yamltree.Node, index int) Exemption {
	label := labelOfExemption(index)
	if item.Kind == yamltree.Null {
		f.reader.Errorf(item.Pos, 1, "missing", "remove it", "%s is empty", label)
		return Exemption{}
	}
	fields := f.reader.Fields(item, label, "warning", "reason", "until", "owner", "approved_by")
	fields.Require("warning", "reason")
	exemption := Exemption{
		Warning: fields.Text("warning"), Reason: fields.Text("reason"), Until: f.readDate(fields, "until"),
		Owner: fields.Text("owner"), ApprovedBy: fields.Text("approved_by"), Pos: item.Pos,
	}
	if node := fields.Node("until"); node != nil {
		exemption.UntilPos = node.Pos
	}
	f.checkReason(fields.Node("reason"), label)
	return exemption
}

// checkReason refuses a reason that tells a reader of the report nothing.
func (f *File) checkReason(reason *yamltree.Node, label string) {
	if reason == nil || reason.Kind != yamltree.Scalar {
		return
	}
	const hint = "say in a sentence why the danger is accepted for now"
	switch {
	case strings.TrimSpace(reason.Text) == "":
		f.reader.Errorf(reason.Pos, reason.Length(), "missing", hint, "%s: %s has no text", label, diag.Quote("reason"))
	case saysNothing(reason.Text):
		f.reader.Errorf(reason.Pos, reason.Length(), "no-reason", hint, "%s: %s says nothing that others can check", label,
			diag.Quote(reason.Text))
	}
}

// checkTerms warns of an exemption without an end, and of one that nobody else has accepted.
func (f *File) checkTerms(item *yamltree.Node, exemption Exemption, label string) {
	if isAbsent(item.Get("until")) {
		f.reader.Warnf(item.Pos, 1, "no-until", "name the last day, for example until: 2027-03-31", "%s has no end", label)
	}
	asked := cmp.Or(exemption.Owner, f.sheet.Respondent.Name)
	switch {
	case exemption.ApprovedBy == "":
		f.reader.Warnf(item.Pos, 1, "no-approver", "name who accepts the danger, for example approved_by: Grace",
			"%s names nobody who approved it", label)
	case english.SameName(asked, exemption.ApprovedBy):
		node := item.Get("approved_by")
		f.reader.Warnf(node.Pos, node.Length(), "own-approval", "have somebody else accept the danger",
			"%s: %s approved what they asked for", label, diag.Quote(exemption.ApprovedBy))
	}
}

func labelOfExemption(index int) string { return "exemption " + strconv.Itoa(index+1) }

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
