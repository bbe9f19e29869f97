package text

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// Diagnostics writes each finding as its one line, which is wrapped only if asked so that tools can read it, and below it the
// line of the source with the place underlined. The list comes sorted and capped. sources returns the bytes of a
// file by its name, or nil when there are none to show; it is asked once for each run of findings in one file. It
// fails only when w does.
func Diagnostics(w io.Writer, list diag.List, sources func(file string) []byte, opt Options) error {
	d := findings{styler: newStyler(opt), width: opt.columns(), wrap: opt.WrapFindings}
	var file string
	var source []byte
	for i, finding := range list {
		if i == 0 || finding.File != file {
			file, source = finding.File, sources(finding.File)
		}
		d.finding(finding, source)
	}
	_, err := io.WriteString(w, d.out.String())
	return err
}

// findings is the text of a list of findings.
type findings struct {
	styler

	out   strings.Builder
	width int
	wrap  bool
}

func (d *findings) finding(finding diag.Diagnostic, source []byte) {
	s := styleOfSeverity(finding.Severity)
	d.out.WriteString(d.firstLine(finding, s) + "\n")
	line, ok := sourceLine(source, finding.Pos.Line)
	if !ok {
		return
	}
	number := fmt.Sprintf("%4d", finding.Pos.Line)
	shown := d.excerpt(line, finding.Pos.Column, finding.Length, d.width-len(number)-len(" | "))
	d.out.WriteString(d.paint(faint, number+" "+d.gutter) + afterGutter(shown.text) + "\n")
	d.out.WriteString(strings.Repeat(" ", len(number)+1) + d.paint(faint, d.gutter) + " " +
		strings.Repeat(" ", shown.start) + d.paint(s, strings.Repeat("^", shown.size)) + "\n")
}

func styleOfSeverity(severity diag.Severity) style {
	switch severity {
	case diag.Warning:
		return caution
	case diag.Note:
		return strong
	case diag.Error:
	}
	return alarm
}

// afterGutter is the text after a gutter; a blank source line gets no trailing spaces.
func afterGutter(text string) string {
	return strings.TrimRight(" "+text, " ")
}

// firstLine is the finding's own line with the severity as a colour on the place, where the eye begins.
func (d *findings) firstLine(finding diag.Diagnostic, s style) string {
	line := diag.Visible(finding.String())
	code := " [" + finding.Code + "]"
	body := strings.TrimSuffix(line, code)
	place, message, found := strings.Cut(body, ": ")
	switch {
	case d.wrap && ansi.StringWidth(line) > d.width:
		return strings.Join(english.Wrap(line, d.width), "\n")
	case finding.File == "" || !found:
		return d.paint(s, body) + d.paint(faint, strings.TrimPrefix(line, body))
	}
	return d.paint(s, place+":") + " " + message + d.paint(faint, strings.TrimPrefix(line, body))
}
