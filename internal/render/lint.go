package render

import (
	"bytes"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/render/wire"
)

// Lints returns the formats of what was found in questionnaires and catalogues.
func Lints() Formats[*lint.Report] {
	return Formats[*lint.Report]{
		{Name: "text", Extensions: []string{".txt"}, Write: LintText},
		{Name: "json", Extensions: []string{".json"}, Write: JSON[*lint.Report]},
		{Name: "sarif", Extensions: []string{".sarif"}, Write: plain(wire.LintSARIF)},
	}
}

// LintText writes each finding with its line of the source, and a count of them. The only error is one of the writer.
func LintText(w io.Writer, report *lint.Report, opt Options) error {
	var out bytes.Buffer
	if err := text.Diagnostics(&out, report.Diagnostics.Capped(), report.Source, opt); err != nil {
		return err
	}
	names := make([]string, 0, len(report.Checked))
	for _, name := range report.Checked {
		names = append(names, diag.Visible(name))
	}
	out.WriteString(strings.Join(names, ", ") + ": " + report.Summary.String() + "\n")
	_, err := out.WriteTo(w)
	return err
}

// LintRule explains one code. The only error is one of the writer.
func LintRule(w io.Writer, rule lint.Rule, opt Options) error {
	p := newPage(w, opt)
	p.text(0, strongTone, rule.Code+" ("+rule.Severity.String()+")")
	p.text(0, plainTone, rule.Summary)
	if rule.Why != "" {
		p.blank()
		p.text(0, plainTone, rule.Why)
	}
	p.snippet("Instead of", rule.Bad)
	p.snippet("Write", rule.Good)
	return p.writeTo(w)
}

// snippet adds a part of a file, which is never wrapped.
func (p *page) snippet(title, text string) {
	if text == "" {
		return
	}
	p.heading(title)
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		p.drawn("  " + diag.Visible(line))
	}
}

// LintRules lists codes with what they mean. The only error is one of the writer.
func LintRules(w io.Writer, rules []lint.Rule, opt Options) error {
	p := newPage(w, opt)
	width := 0
	for _, rule := range rules {
		width = max(width, ansi.StringWidth(rule.Code)+2)
	}
	for _, rule := range rules {
		p.labelled(label{width: width, tone: strongTone, text: rule.Code}, plainTone, rule.Severity.String()+": "+rule.Summary)
	}
	return p.writeTo(w)
}

// LintAppearances lists how each rule of a catalogue can appear. The only error is one of the writer.
func LintAppearances(w io.Writer, list []lint.Appearance, opt Options) error {
	p := newPage(w, opt)
	width := 0
	for _, a := range list {
		width = max(width, ansi.StringWidth(a.ID)+2)
	}
	kind := ""
	for _, a := range list {
		if a.Kind != kind {
			kind = a.Kind
			p.heading(strings.ToUpper(kind[:1]) + kind[1:] + "s")
		}
		t, ways := plainTone, strings.Join(a.Ways, ", ")
		if len(a.Ways) == 0 {
			t, ways = faintTone, a.Verdict
		}
		p.labelled(label{indent: 2, width: width, text: a.ID}, t, ways)
	}
	return p.writeTo(w)
}
