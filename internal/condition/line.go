package condition

import (
	"cmp"
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// ParseTest reads a metric test in one line, METRIC[.AXIS] OP NUMBER: "fit >= 70", "shortfall.stability lt 1.5". It gives
// the condition that a catalogue writes as {metric: …, axis: …, gte: …}, whose Pos is then the place in the text, in line
// 1. OP is one of < <= >= > == or its word in the catalogue. The number has to lie on the scale of the metric. Whether
// there is such an axis is for those to say who know the questionnaire. Hints at an unknown metric name those suggested; the
// test may be about any other one too.
//
// A text that is no test gives one error at its place in the text, without a file; the condition then has the metric, the
// axis and the place if these could be read.
func ParseTest(text string, suggested []Metric) (Condition, diag.List) {
	l, c := startLine(text, suggested)
	if l.found != nil {
		return Condition{}, l.found
	}
	bound := Bound{Op: l.comparison()}
	bound.Value = l.number(c.Metric.Definition())
	l.end()
	if l.found == nil {
		c.Bounds = []Bound{bound}
	}
	return c, l.found
}

// ParseSubject reads what a test is about, METRIC[.AXIS]: it gives a test without bounds, and faults as ParseTest does.
func ParseSubject(text string, suggested []Metric) (Condition, diag.List) {
	l, c := startLine(text, suggested)
	l.end()
	if l.found != nil {
		return Condition{}, l.found
	}
	return c, nil
}

// startLine reads a line up to its comparison.
func startLine(text string, suggested []Metric) (*line, Condition) {
	l := &line{rest: text, column: 1}
	c := Condition{Kind: MetricTest}
	l.subject(&c, suggested)
	return l, c
}

// line takes a line apart from its start. Once a fault is found, the rest is left alone.
type line struct {
	rest string
	// column is that of rest, 1-based, in code points.
	column int
	found  diag.List
}

// token is a part of the line.
type token struct {
	text   string
	column int
}

// take cuts off the longest start that is made of wanted characters, after blanks.
func (l *line) take(wanted func(rune) bool) token {
	l.cut(strings.IndexFunc(l.rest, func(r rune) bool { return !unicode.IsSpace(r) }))
	at := l.column
	return token{text: l.cut(strings.IndexFunc(l.rest, func(r rune) bool { return !wanted(r) })), column: at}
}

// cut takes so many bytes off; all of them for -1.
func (l *line) cut(end int) string {
	if end < 0 {
		end = len(l.rest)
	}
	head := l.rest[:end]
	l.rest = l.rest[end:]
	l.column += utf8.RuneCountInString(head)
	return head
}

func isSign(r rune) bool { return strings.ContainsRune("<>=!≤≥≠", r) }

func isWord(r rune) bool { return !unicode.IsSpace(r) && !isSign(r) }

func (l *line) refuse(at token, code, hint, format string, args ...any) {
	if l.found != nil {
		return
	}
	l.found = diag.List{{
		Severity: diag.Error, Code: code, Pos: diag.Pos{Line: 1, Column: at.column},
		Length: max(1, utf8.RuneCountInString(at.text)), Message: fmt.Sprintf(format, args...), Hint: hint,
	}}
}

func (l *line) subject(c *Condition, suggested []Metric) {
	at := l.take(isWord)
	name, axis, dotted := strings.Cut(at.text, ".")
	metric, known := MetricNamed(name)
	c.Metric, c.Axis, c.Pos = metric, cmp.Or(axis, Overall), diag.Pos{Line: 1, Column: at.column}
	switch {
	case at.text == "":
		l.refuse(at, "missing", "write for example fit >= 70", "a metric is missing")
	case !known:
		l.refuse(token{name, at.column}, "unknown-metric", metricHint(name, suggested, diag.DidYouMean),
			"there is no metric %s", diag.Quote(name))
	case dotted && axis == "":
		l.refuse(at, "missing", "write "+name+" for the whole, or name an axis", "an axis is missing after %s", diag.Quote(at.text))
	case metric.Definition().OverallOnly && c.Axis != Overall:
		l.refuse(at, "no-axis", "write "+name, "%s is a figure of the whole and of no axis", name)
	}
}

func (l *line) comparison() Op {
	at := l.take(isSign)
	if at.text == "" {
		at = l.take(isWord)
	}
	for _, op := range Ops() {
		if at.text == string(op) || at.text == op.Symbol() {
			return op
		}
	}
	if at.text == "" {
		l.refuse(at, "missing", "write for example fit >= 70", "a comparison is missing")
	}
	l.refuse(at, "unknown-comparison", opHint(at.text), "%s is not a comparison", diag.Quote(at.text))
	return ""
}

// opHint names the comparison that a sign of another notation stands for, or all of them.
func opHint(sign string) string {
	switch sign {
	case "=", "===":
		return "write =="
	case "=<", "≤":
		return "write <="
	case "=>", "≥":
		return "write >="
	}
	return "write one of < <= >= > =="
}

func (l *line) number(metric Definition) *big.Rat {
	at := l.take(isWord)
	value, ok := yamltree.Decimal(at.text)
	switch {
	case at.text == "":
		l.refuse(at, "missing", "write for example fit >= 70", "a number is missing")
	case strings.HasSuffix(at.text, "%"):
		l.refuse(at, "bad-number", "write it without the sign; "+metric.scale(), "%s is not a plain number", diag.Quote(at.text))
	case !ok:
		l.refuse(at, "bad-number", "write a plain decimal number such as 0.5, of at most 20 digits", "%s is not a number", diag.Quote(at.text))
	case !metric.Holds(value):
		l.refuse(at, "out-of-range", metric.scale(), "%s is beyond the scale of %s", diag.Visible(at.text), metric.Name)
	}
	return value
}

func (l *line) end() {
	if at := l.take(func(rune) bool { return true }); at.text != "" {
		l.refuse(at, "surplus", "each condition stands alone", "%s is more than one condition", diag.Quote(at.text))
	}
}
