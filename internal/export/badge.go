package export

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// badgeLabel says what a badge is about.
func badgeLabel(doc *report.Document) string {
	if doc.Verdict.Readiness != nil {
		return "readiness"
	}
	return "operating model"
}

// The colours of a badge, under white. They are the same for every verdict: no model is better than another.
const (
	badgeLabelColor = "#555"
	badgeColor      = "#46597a"
)

// badgeMessage is the verdict in a few words, none of them a person's.
func badgeMessage(doc *report.Document) string {
	message := ""
	switch v := doc.Verdict; {
	case v.Readiness != nil:
		message = stateMessage(v.Readiness)
	case v.Quadrant != nil:
		message = report.QuadrantWord(v.Quadrant.Quadrant) + gravest(doc)
	default:
		message = report.HeldAdviceWord(v.Leaning.Advice, v.Leaning.HeldFrom())
		// Without advice the fit is that of some axes.
		if v.Leaning.Fit.Value != nil && v.Leaning.Advice != "" {
			message += ", fit " + report.FitFigure(v.Leaning.Fit)
		}
		message += gravest(doc)
	}
	if doc.WhatIf != nil {
		return "what if: " + message
	}
	return message
}

// stateMessage is a state, with how many points are below their minimum or unknown where nothing worse is to be said.
func stateMessage(v *report.ReadinessVerdict) string {
	word := report.StateWord(v.State)
	if v.HasGaps() {
		return word + ": " + strconv.Itoa(len(v.Readiness.Unmet))
	}
	return word
}

// gravest counts the critical warnings that are not exempted, or else the high ones: a verdict alone would hide them.
func gravest(doc *report.Document) string {
	for _, severity := range []questionnaire.Severity{questionnaire.Critical, questionnaire.High} {
		n := 0
		for _, warning := range doc.Warnings {
			if warning.Severity == string(severity) && !warning.Exempted {
				n++
			}
		}
		if n > 0 {
			return ", " + strconv.Itoa(n) + " " + string(severity)
		}
	}
	return ""
}

// Badge writes the verdict of a document as a small picture for a README, as SVG. Its colours do not judge. An error is one of
// the writer.
func Badge(w io.Writer, doc *report.Document) error {
	label, message := badgeLabel(doc), badgeMessage(doc)
	left, right := badgeText{label, 0}, badgeText{message, 0}
	right.from = left.width()
	width, split := strconv.Itoa(left.width()+right.width()), strconv.Itoa(left.width())
	title, err := escapedXML(doc.Head().Title() + ": " + label + ": " + message)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, `<svg xmlns="http://www.w3.org/2000/svg" width="`+width+`" height="20" role="img" aria-label="`+title+`">`+
		"\n<title>"+title+"</title>"+
		"\n"+`<rect width="`+width+`" height="20" rx="3" fill="`+badgeColor+`"/>`+
		"\n"+`<path d="M3 0H`+split+`V20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="`+badgeLabelColor+`"/>`+
		"\n"+`<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`+
		left.markup()+right.markup()+"</g>\n</svg>\n")
	return err
}

// badgeText is one half of a badge.
type badgeText struct {
	text string
	from int
}

const badgePadding = 6

func (t badgeText) width() int { return textWidth(t.text) + 2*badgePadding }

// markup tells the width that was measured: a viewer with another font spaces the letters so that they fit.
func (t badgeText) markup() string {
	x, length := strconv.Itoa(t.from+badgePadding), strconv.Itoa(textWidth(t.text))
	return `<text x="` + x + `" y="14" textLength="` + length + `">` + t.text + "</text>"
}

// textWidth is about the width of a text in Verdana of 11 pixels, in whole pixels, from the advances of its letters in
// thousandths of the size. The texts are ours: letters, digits and a few signs.
func textWidth(text string) int {
	const size = 11
	sum := 0
	for _, r := range text {
		sum += advance(r)
	}
	return (sum*size + 500) / 1000
}

func advance(r rune) int {
	switch {
	case strings.ContainsRune("ijl", r):
		return 300
	case strings.ContainsRune(" ,.:ftr", r):
		return 380
	case strings.ContainsRune("ceksvxyz", r):
		return 565
	case r == 'm':
		return 973
	case r == 'w':
		return 818
	case r >= 'A' && r <= 'Z':
		return 750
	}
	return 634
}

func escapedXML(text string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(diag.Visible(text)))
	return b.String(), err
}

// shieldsEndpoint is what a badge of shields.io is made from: https://shields.io/badges/endpoint-badge
type shieldsEndpoint struct {
	Version    int    `json:"schemaVersion"`
	Label      string `json:"label"`
	Message    string `json:"message"`
	Color      string `json:"color"`
	LabelColor string `json:"labelColor"`
}

// Shields writes the verdict of a document for the endpoint badge of shields.io: whoever publishes the file gets a badge in
// the style of the others. An error is what the writer returned.
func Shields(w io.Writer, doc *report.Document) error {
	return writeJSON(w, shieldsEndpoint{
		Version: 1, Label: badgeLabel(doc), Message: badgeMessage(doc), Color: badgeColor, LabelColor: badgeLabelColor,
	})
}
