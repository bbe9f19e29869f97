package export

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// GitHub writes a document as workflow commands of GitHub Actions, one a line, that become annotations: an error for each
// gate that is not met, a warning for each critical or high warning, a notice for any other, for a contradiction and for
// what is exempted, and last a notice with the verdict and the gates that are met. Only gates are errors, so that a met gate
// beside critical warnings shows nothing red. Every line is such a command, so that no text of a person can be one. An error
// is one of the writer.
func GitHub(w io.Writer, doc *report.Document) error {
	var b bytes.Buffer
	for _, f := range findings(doc) {
		writeCommand(&b, f.command(), f.title, f.text(), f.place)
	}
	said := verdictLines(doc)
	for _, gate := range report.GateLines(doc) {
		if gate.Met {
			said = append(said, "Gate met: "+sentences(gate.Name+": "+gate.Figures(), gate.Reason))
		}
	}
	writeCommand(&b, "notice", "opsfit: "+doc.Head().Title(), strings.Join(said, "\n"), report.Place{})
	_, err := w.Write(b.Bytes())
	return err
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

func writeCommand(b *bytes.Buffer, name, title, message string, at report.Place) {
	b.WriteString("::" + name + " ")
	if at.File != "" {
		b.WriteString("file=" + commandProperty(at.File) + ",")
	}
	if at.File != "" && at.Pos.Line > 0 {
		b.WriteString("line=" + strconv.Itoa(at.Pos.Line) + ",col=" + strconv.Itoa(max(at.Pos.Column, 1)) + ",")
	}
	b.WriteString("title=" + commandProperty(title) + "::" + commandMessage(message) + "\n")
}

// commandMessage and commandProperty escape as the toolkit of GitHub Actions does (packages/core/src/command.ts).
func commandMessage(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(diag.VisibleLines(text))
}

func commandProperty(text string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(diag.Visible(text))
}
