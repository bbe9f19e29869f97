package condition

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// form is how a kind of condition is written.
type form struct {
	kind Kind
	// head is the key that begins it, and beside are the keys that may stand next to it.
	head   string
	beside []string
	// read takes a test from its mapping; it is nil for conditions made of others.
	read func(r *Reader, f yamltree.Fields, c *Condition)
}

// forms is the table of the kinds of conditions. Those made of others come first; they may stand together.
func forms() []form {
	comparisons := opNames()
	return []form{
		{kind: All, head: "all"},
		{kind: Any, head: "any"},
		{kind: None, head: "none"},
		{MetricTest, "metric", append(comparisons, "axis"), func(r *Reader, f yamltree.Fields, c *Condition) {
			c.Metric, c.Axis, c.Bounds = r.metric(f), cmp.Or(f.ID("axis"), Overall), bounds(f)
		}},
		{AnswerTest, "answer", []string{"in"}, func(r *Reader, f yamltree.Fields, c *Condition) {
			in := options(f)
			c.Question = r.question(f, "answer", in...)
			for _, option := range in {
				c.Options = append(c.Options, option.Text)
			}
		}},
		{LevelTest, "level", comparisons, func(r *Reader, f yamltree.Fields, c *Condition) {
			c.Question, c.Bounds = r.question(f, "level"), bounds(f)
		}},
		{UnmetTest, "unmet", nil, func(r *Reader, f yamltree.Fields, c *Condition) {
			c.Question = r.question(f, "unmet")
		}},
		{UnknownTest, "unknown", nil, func(r *Reader, f yamltree.Fields, c *Condition) {
			c.Question = r.question(f, "unknown")
		}},
		{ShiftTest, "shift", []string{"towards"}, func(_ *Reader, f yamltree.Fields, c *Condition) {
			c.Axis, c.Towards = f.ID("shift"), pole(f)
		}},
		{NotShiftTest, "not_shift", []string{"towards"}, func(_ *Reader, f yamltree.Fields, c *Condition) {
			c.Axis, c.Towards = f.ID("not_shift"), pole(f)
		}},
		{HeldTest, "held", nil, func(_ *Reader, f yamltree.Fields, c *Condition) {
			c.Axis = f.ID("held")
		}},
		{AdviceTest, "advice", nil, func(r *Reader, f yamltree.Fields, c *Condition) {
			c.Options = r.advice(f)
		}},
	}
}

func opNames() []string {
	names := make([]string, 0, len(Ops()))
	for _, op := range Ops() {
		names = append(names, string(op))
	}
	return slices.Clip(names)
}

func (r *Reader) metric(f yamltree.Fields) Metric {
	name, node := f.Text("metric"), f.Node("metric")
	metric, known := MetricNamed(name)
	if node.Kind == yamltree.Scalar && !known {
		f.Errorf("metric", "unknown-metric", metricHint(name, Metrics(), r.DidYouMean), "there is no metric %s", diag.Quote(name))
	}
	return metric
}

// metricHint says what an unknown metric may stand for, among those suggested.
func metricHint(name string, suggested []Metric, near func(string, []string) string) string {
	if name == "need" && slices.Contains(suggested, Situation) {
		return `write "situation"`
	}
	names := Names(suggested)
	return cmp.Or(near(name, names), "known: "+strings.Join(names, ", "))
}

func pole(f yamltree.Fields) string {
	f.Require("towards")
	return f.Choice("towards", "devops", "sysops")
}

// bounds reads the comparisons of a test, of which it needs at least one.
func bounds(f yamltree.Fields) []Bound {
	var bounds []Bound
	found := false
	for _, op := range Ops() {
		key := string(op)
		if !f.Has(key) {
			continue
		}
		found = true
		f.Require(key)
		if value := f.Number(key); value != nil {
			bounds = append(bounds, Bound{Op: op, Value: value})
		}
	}
	if !found {
		f.Errorf("", "missing", "write for example gte: 0.2", "a comparison is missing: one of %s", strings.Join(opNames(), ", "))
	}
	return bounds
}

// question reads the question of a test and remembers where it and its options are named.
func (r *Reader) question(f yamltree.Fields, key string, options ...*yamltree.Node) string {
	id := f.ID(key)
	if id != "" {
		r.Named = append(r.Named, NamedQuestion{Label: f.Label(), At: f.Node(key), Options: options})
	}
	return id
}

// options reads the options of an answer test.
func options(f yamltree.Fields) []*yamltree.Node {
	f.Require("in")
	options := f.WordOrWords("in")
	if node := f.Node("in"); node != nil && node.Kind == yamltree.Sequence && len(node.Items) == 0 {
		f.Errorf("in", "empty-condition", "list at least one option", "%s lists no option", diag.Quote("in"))
	}
	return options
}

// adviceWords are the overall statements of a verdict, as results write them.
func adviceWords() []string {
	return []string{"stay_sysops", "stay_hybrid", "stay_devops", "shift_sysops", "shift_devops", "combine"}
}

// advice reads the accepted advice of a test.
func (r *Reader) advice(f yamltree.Fields) []string {
	var words []string
	for _, item := range f.WordOrWords("advice") {
		if !slices.Contains(adviceWords(), item.Text) {
			hint := cmp.Or(r.DidYouMean(item.Text, adviceWords()), "known: "+strings.Join(adviceWords(), ", "))
			r.Errorf(item.Pos, item.Length(), "bad-value", hint,
				"%s: %s is not a kind of advice", f.Label(), diag.Quote(item.Text))
			continue
		}
		words = append(words, item.Text)
	}
	if node := f.Node("advice"); node != nil && node.Kind == yamltree.Sequence && len(node.Items) == 0 {
		f.Errorf("advice", "empty-condition", "list at least one", "%s lists nothing", diag.Quote("advice"))
	}
	return words
}

// Entry is a key of a condition as a catalogue writes it.
type Entry struct {
	Key string
	// Value is a string, a []string, a *big.Rat or a []Condition.
	Value any
}

// Entries returns the mapping that Reader.Read reads as the same condition; none for one that always holds.
func (c *Condition) Entries() []Entry {
	head := ""
	for _, f := range forms() {
		if f.kind == c.Kind {
			head = f.head
		}
	}
	var entries []Entry
	switch {
	case c.Kind == Always:
		return nil
	case !c.IsTest():
		return []Entry{{head, c.Of}}
	case c.Kind == MetricTest:
		entries = []Entry{{head, c.Metric.String()}, {"axis", c.Axis}}
	case c.Question != "":
		entries = []Entry{{head, c.Question}}
	case c.Kind == AdviceTest:
		return []Entry{{head, c.Options}}
	default:
		entries = []Entry{{head, c.Axis}}
	}
	if c.Options != nil {
		entries = append(entries, Entry{"in", c.Options})
	}
	if c.Towards != "" {
		entries = append(entries, Entry{"towards", c.Towards})
	}
	for _, bound := range c.Bounds {
		entries = append(entries, Entry{string(bound.Op), bound.Value})
	}
	return entries
}
