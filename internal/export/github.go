package export

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// GitHub writes a document as workflow commands of GitHub Actions, one a line, that become annotations: an error for each
// gate that is not met, a warning for each critical or high warning, a notice with the verdict and the gates that are met, and a
// notice for any other finding, for a contradiction and for what is exempted. Only gates are errors, so that a met gate
// beside critical warnings shows nothing red. Of each kind there are as many as GitHub shows, the most severe first, and then a
// line that counts the others. Every line is such a command or of the program's own words, so that no text of a person can be a
// command. An error is what the writer returned.
func GitHub(w io.Writer, doc *report.Document) error {
	found := findings(doc)
	slices.SortStableFunc(found, func(a, b finding) int { return cmp.Compare(b.weight(), a.weight()) })
	said := verdictLines(doc)
	for _, gate := range report.GateLines(doc) {
		if gate.Met {
			said = append(said, "Gate met: "+sentences(gate.Name+": "+gate.Figures(), gate.Reason))
		}
	}
	list := []annotation{{kind: "notice", title: "opsfit: " + doc.Head().Title(), message: strings.Join(said, "\n")}}
	for i := range found {
		f := &found[i]
		list = append(list, annotation{kind: f.command(), title: f.title, message: f.text(), place: f.place})
	}
	return writeAnnotations(w, list, "the report names them all")
}

// weight orders what is written as the same command.
func (f *finding) weight() int {
	if f.exemption != nil {
		return -1
	}
	return f.severity.Rank()
}

func (f *finding) command() string {
	switch {
	case f.isGate():
		return "error"
	case f.exemption == nil && (f.severity == questionnaire.Critical || f.severity == questionnaire.High):
		return "warning"
	}
	return "notice"
}

// annotation is one that GitHub shows beside a line.
type annotation struct {
	// kind is the command: error, warning or notice.
	kind           string
	title, message string
	place          report.Place
	// length is the number of characters that it is about; 0 for what is not known.
	length int
}

// shownAnnotations is how many of a kind GitHub shows for a step.
const shownAnnotations = 10

// writeAnnotations writes errors, warnings and notices, in this order, and says where those are that GitHub would not show.
func writeAnnotations(w io.Writer, list []annotation, rest string) error {
	var b, omitted bytes.Buffer
	for _, kind := range []string{"error", "warning", "notice"} {
		n := 0
		for i := range list {
			if list[i].kind != kind {
				continue
			}
			if n++; n <= shownAnnotations {
				list[i].write(&b)
			}
		}
		if n > shownAnnotations {
			omitted.WriteString(english.Count(n-shownAnnotations, "more "+kind) + "; GitHub shows ten, " + rest + ".\n")
		}
	}
	_, err := w.Write(append(b.Bytes(), omitted.Bytes()...))
	return err
}

func (a *annotation) write(b *bytes.Buffer) {
	b.WriteString("::" + a.kind + " ")
	at := a.place
	if at.File != "" {
		b.WriteString("file=" + commandProperty(at.File) + ",")
	}
	if at.File != "" && at.Pos.Line > 0 {
		column := max(at.Pos.Column, 1)
		b.WriteString("line=" + strconv.Itoa(at.Pos.Line) + ",col=" + strconv.Itoa(column) + ",")
		if a.length > 0 {
			b.WriteString("endColumn=" + strconv.Itoa(column+a.length) + ",")
		}
	}
	b.WriteString("title=" + commandProperty(a.title) + "::" + commandMessage(a.message) + "\n")
}

// commandMessage and commandProperty escape as the toolkit of GitHub Actions does (packages/core/src/command.ts).
func commandMessage(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(diag.VisibleLines(text))
}

func commandProperty(text string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(diag.Visible(text))
}
