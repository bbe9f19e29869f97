package questionnaire

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/syntax"
)

// ParseTest reads a metric test in one line, METRIC[.AXIS] OP NUMBER: "fit >= 70", "shortfall.stability lt 1.5". It gives
// the condition that a catalogue writes as {metric: …, axis: …, gte: …}, whose Pos is then the place in the text, in line
// 1. OP is one of < <= >= > == or its word in the catalogue. The number has to lie on the scale of the metric. Whether
// there is such an axis is for those to say who know the questionnaire.
//
// A text that is no test gives one error at its place in the text, without a file; the condition then has the metric, the
// axis and the place if these could be read.
func ParseTest(text string) (Condition, diag.List) {
	line := inline{rest: text, column: 1}
	c := Condition{Kind: MetricTest}
	line.subject(&c)
	if line.found != nil {
		return Condition{}, line.found
	}
	bound := Bound{Op: line.comparison()}
	bound.Value = line.number(c.Metric)
	line.end()
	if line.found == nil {
		c.Bounds = []Bound{bound}
	}
	return c, line.found
}

// ParseSubject reads what a test is about, METRIC[.AXIS]: it gives a test without bounds, and faults as ParseTest does.
func ParseSubject(text string) (Condition, diag.List) {
	line := inline{rest: text, column: 1}
	c := Condition{Kind: MetricTest}
	line.subject(&c)
	line.end()
	if line.found != nil {
		return Condition{}, line.found
	}
	return c, nil
}

// FormatTest writes a metric test of one bound in its canonical form: reading it gives the same test, and two tests that
// ask for the same give the same text.
func FormatTest(c Condition) string {
	bound := c.Bounds[0]
	digits, _ := bound.Value.FloatPrec()
	return FormatSubject(c.Metric, c.Axis) + " " + bound.Op.Symbol() + " " + bound.Value.FloatString(digits)
}

// FormatSubject writes a metric with its axis: "fit", "fit.delivery".
func FormatSubject(metric, axis string) string {
	if axis == Overall || axis == "" {
		return metric
	}
	return metric + "." + axis
}

// inline takes a line apart from its start. Once a fault is found, the rest is left alone.
type inline struct {
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
func (l *inline) take(wanted func(rune) bool) token {
	l.cut(strings.IndexFunc(l.rest, func(r rune) bool { return !unicode.IsSpace(r) }))
	at := l.column
	return token{text: l.cut(strings.IndexFunc(l.rest, func(r rune) bool { return !wanted(r) })), column: at}
}

// cut takes so many bytes off; all of them for -1.
func (l *inline) cut(end int) string {
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

func (l *inline) refuse(at token, code, hint, format string, args ...any) {
	if l.found != nil {
		return
	}
	l.found = diag.List{{
		Severity: diag.Error, Code: code, Pos: diag.Pos{Line: 1, Column: at.column},
		Length: max(1, utf8.RuneCountInString(at.text)), Message: fmt.Sprintf(format, args...), Hint: hint,
	}}
}

func (l *inline) subject(c *Condition) {
	at := l.take(isWord)
	name, axis, dotted := strings.Cut(at.text, ".")
	c.Metric, c.Axis, c.Pos = name, cmp.Or(axis, Overall), diag.Pos{Line: 1, Column: at.column}
	switch {
	case at.text == "":
		l.refuse(at, "missing", "write for example fit >= 70", "a metric is missing")
	case !slices.Contains(MetricNames(), name):
		l.refuse(token{name, at.column}, "unknown-metric", metricHint(name, diag.DidYouMean(name, MetricNames())),
			"there is no metric %s", diag.Quote(name))
	case dotted && axis == "":
		l.refuse(at, "missing", "write "+name+" for the whole, or name an axis", "an axis is missing after %s", diag.Quote(at.text))
	case isOverallOnly(name) && c.Axis != Overall:
		l.refuse(at, "no-axis", "write "+name, "%s is a figure of the whole and of no axis", name)
	}
}

func (l *inline) comparison() Op {
	at := l.take(isSign)
	if at.text == "" {
		at = l.take(isWord)
	}
	for _, op := range comparisons() {
		if at.text == op || at.text == Op(op).Symbol() {
			return Op(op)
		}
	}
	if at.text == "" {
		l.refuse(at, "missing", "write for example fit >= 70", "a comparison is missing")
	}
	l.refuse(at, "unknown-comparison", opHint(at.text), "%s is no comparison", diag.Quote(at.text))
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

// Symbol returns the sign for a comparison in one line: "<", "<=", ">=", ">" or "==".
func (o Op) Symbol() string {
	switch o {
	case LT:
		return "<"
	case LTE:
		return "<="
	case GTE:
		return ">="
	case GT:
		return ">"
	case EQ:
		return "=="
	}
	return string(o)
}

func (l *inline) number(metric string) *big.Rat {
	at := l.take(isWord)
	value, ok := syntax.Decimal(at.text)
	scale := ScaleOf(metric)
	switch {
	case at.text == "":
		l.refuse(at, "missing", "write for example fit >= 70", "a number is missing")
	case strings.HasSuffix(at.text, "%"):
		l.refuse(at, "bad-number", "write it without the sign; "+scale.describe(metric), "%s is no plain number", diag.Quote(at.text))
	case !ok:
		l.refuse(at, "bad-number", "write a plain decimal number such as 0.5, of at most 20 digits", "%s is no number", diag.Quote(at.text))
	case !scale.holds(value):
		l.refuse(at, "out-of-range", scale.describe(metric), "%s is beyond the scale of %s", diag.Visible(at.text), metric)
	}
	return value
}

func (l *inline) end() {
	if at := l.take(func(rune) bool { return true }); at.text != "" {
		l.refuse(at, "surplus", "each condition stands alone", "%s is more than one condition", diag.Quote(at.text))
	}
}
