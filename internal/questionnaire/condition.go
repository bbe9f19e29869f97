package questionnaire

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/syntax"
)

// heads are the keys of which a condition has one; all, any and none may stand together.
func heads() []string {
	return append(combinations(), "metric", "answer", "level", "unknown", "shift", "not_shift")
}

func combinations() []string {
	return []string{"all", "any", "none"}
}

func comparisons() []string {
	return []string{string(LT), string(LTE), string(GTE), string(GT), string(EQ)}
}

// condition reads one condition. An absent one always holds.
func (r *rules) condition(n *syntax.Node, label string) Condition {
	if n == nil || n.Kind == syntax.Null {
		return Condition{}
	}
	if n.Kind != syntax.Mapping {
		r.Errorf(n.Pos, n.Length(), "wrong-type", "write for example {unknown: backout}",
			"%s: a condition must be a mapping, not %s", label, n.Kind)
		return Condition{}
	}
	found := filter(n.Entries, func(e syntax.Entry) bool { return slices.Contains(heads(), e.Key) })
	switch {
	case len(found) == 0:
		r.headless(n, label)
		return Condition{}
	case slices.Contains(combinations(), found[0].Key):
		return r.combination(n, label, found)
	}
	r.alone(found, label)
	return r.test(n, found, label)
}

// headless reports a condition that says nothing.
func (r *rules) headless(n *syntax.Node, label string) {
	if len(n.Entries) == 0 {
		r.Errorf(n.Pos, 1, "empty-condition", "known: "+strings.Join(heads(), ", "), "%s: the condition is empty", label)
		return
	}
	first := n.Entries[0]
	hint := suggest(r.Reader, first.Key, heads())
	if hint == "" {
		hint = "known: " + strings.Join(heads(), ", ")
	}
	r.Errorf(first.KeyPos, first.KeyLength(), "unknown-condition", hint, "%s: %s begins no condition", label, diag.Quote(first.Key))
}

// alone reports a second test beside a first one.
func (r *rules) alone(found []syntax.Entry, label string) {
	for _, entry := range found[1:] {
		r.Errorf(entry.KeyPos, entry.KeyLength(), "mixed-condition", "put both into a list: {all: [{…}, {…}]}",
			"%s: %s cannot stand beside %s in one condition", label, diag.Quote(entry.Key), diag.Quote(found[0].Key))
	}
}

func (r *rules) combination(n *syntax.Node, label string, found []syntax.Entry) Condition {
	fields := r.FieldsMatching(n, label, alsoIn(found), combinations()...)
	whole := Condition{Kind: All, Pos: n.Pos}
	for _, entry := range found {
		if !slices.Contains(combinations(), entry.Key) {
			r.alone([]syntax.Entry{found[0], entry}, label)
			continue
		}
		whole.Of = append(whole.Of, r.list(fields, entry, label))
	}
	if len(found) == 1 {
		return whole.Of[0]
	}
	return whole
}

func (r *rules) list(fields syntax.Fields, entry syntax.Entry, label string) Condition {
	c := Condition{Kind: kindOf(entry.Key), Pos: fields.Pos()}
	for _, item := range fields.Items(entry.Key) {
		if item.Kind == syntax.Null {
			r.Errorf(item.Pos, 1, "empty-condition", "remove it", "%s: the condition is empty", label)
			continue
		}
		c.Of = append(c.Of, r.condition(item, label))
	}
	if entry.Value.Kind == syntax.Null || entry.Value.Kind == syntax.Sequence && len(entry.Value.Items) == 0 {
		r.Errorf(entry.KeyPos, entry.KeyLength(), "empty-condition", "list at least one condition", "%s: %s lists no condition",
			label, diag.Quote(entry.Key))
	}
	return c
}

func kindOf(head string) ConditionKind {
	switch head {
	case "all":
		return All
	case "any":
		return Any
	case "none":
		return None
	case "metric":
		return MetricTest
	case "answer":
		return AnswerTest
	case "level":
		return LevelTest
	case "unknown":
		return UnknownTest
	case "shift":
		return ShiftTest
	case "not_shift":
		return NotShiftTest
	}
	return Always
}

// test reads a condition that looks at the assessment.
func (r *rules) test(n *syntax.Node, found []syntax.Entry, label string) Condition {
	head := found[0].Key
	fields := r.FieldsMatching(n, label, alsoIn(found), append(companions(head), head)...)
	p := part{Fields: fields, reader: r.Reader, node: n, label: label}
	p.Require(head)
	c := Condition{Kind: kindOf(head), Pos: n.Pos}
	switch c.Kind {
	case MetricTest:
		c.Metric, c.Axis, c.Bounds = r.metric(p), cmp.Or(p.ID("axis"), Overall), p.bounds()
	case AnswerTest:
		c.Question, c.Options = p.ID("answer"), r.accepted(p)
	case LevelTest:
		c.Question, c.Bounds = p.ID(head), p.bounds()
	case UnknownTest:
		c.Question = p.ID(head)
	case ShiftTest, NotShiftTest:
		p.Require("towards")
		c.Axis, c.Towards = p.ID(head), p.Choice("towards", "devops", "sysops")
	case Always, All, Any, None:
	}
	return c
}

// alsoIn accepts the keys of the other conditions in a mapping: alone has reported their heads.
func alsoIn(found []syntax.Entry) func(key string) bool {
	return func(key string) bool {
		return slices.ContainsFunc(found, func(e syntax.Entry) bool {
			return key == e.Key || slices.Contains(companions(e.Key), key)
		})
	}
}

// companions are the keys that belong to a test beside its head.
func companions(head string) []string {
	switch kindOf(head) {
	case MetricTest:
		return append(comparisons(), "axis")
	case LevelTest:
		return comparisons()
	case AnswerTest:
		return []string{"in"}
	case ShiftTest, NotShiftTest:
		return []string{"towards"}
	default:
		return nil
	}
}

func (r *rules) metric(p part) string {
	name, node := p.Text("metric"), p.Node("metric")
	if node.Kind != syntax.Scalar || slices.Contains(MetricNames(), name) {
		return name
	}
	hint := metricHint(name, suggest(r.Reader, name, MetricNames()))
	p.fault("metric", "unknown-metric", hint, "there is no metric %s", diag.Quote(name))
	return ""
}

// metricHint says what an unknown metric may stand for; near is the hint to the nearest name, if any.
func metricHint(name, near string) string {
	if name == "need" {
		return `write "situation"`
	}
	return cmp.Or(near, "known: "+strings.Join(MetricNames(), ", "))
}

// bounds reads the comparisons of a test, of which it needs at least one.
func (p part) bounds() []Bound {
	var bounds []Bound
	found := false
	for _, op := range comparisons() {
		if !p.Has(op) {
			continue
		}
		found = true
		p.Require(op)
		if value := p.Number(op); value != nil {
			bounds = append(bounds, Bound{Op: Op(op), Value: value})
		}
	}
	if !found {
		p.fault("", "missing", "write for example gte: 0.2", "a comparison is missing: one of %s", strings.Join(comparisons(), ", "))
	}
	return bounds
}

// accepted reads the options of an answer test and remembers where they are named.
func (r *rules) accepted(p part) []string {
	p.Require("in")
	question := p.Text("answer")
	var options []string
	for _, item := range p.wordOrWords("in") {
		options = append(options, item.Text)
		r.references = append(r.references, reference{question: question, option: item.Text, label: p.label, at: item})
	}
	if node := p.Node("in"); node != nil && node.Kind == syntax.Sequence && len(node.Items) == 0 {
		p.fault("in", "empty-condition", "list at least one option", "%s lists no option", diag.Quote("in"))
	}
	return options
}
