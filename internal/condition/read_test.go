package condition_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// read reads one condition as a catalogue writes it.
func read(text string) (condition.Condition, diag.List) {
	root, found := yamltree.Parse("c.yaml", []byte(text))
	if root == nil {
		return condition.Condition{}, found
	}
	r := condition.NewReader(yamltree.NewReader("c.yaml"))
	c := r.Read(root, "rule")
	return c, r.Diagnostics()
}

// places leaves out where a condition stands and compares numbers by value.
func places() cmp.Options {
	return cmp.Options{
		cmp.Comparer(func(a, b *big.Rat) bool { return a.Cmp(b) == 0 }),
		cmp.Transformer("place", func(diag.Pos) bool { return true }),
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	tests := []struct{ yaml, want string }{
		{"{}", "always"},
		{"{metric: fit, gte: 70}", "fit >= 70"},
		{"{metric: gap, axis: pace, gt: -0.5, lte: 1}", "gap.pace <= 1 and gap.pace > -0.5"},
		{"{answer: harm, in: serious}", "harm is serious"},
		{"{answer: harm, in: [serious, minor]}", "harm is serious or minor"},
		{"{level: net, lt: 3}", "level of net < 3"},
		{"{unknown: net}", "net is unknown"},
		{"{shift: pace, towards: devops}", "a shift of pace towards devops"},
		{"{not_shift: pace, towards: sysops}", "no shift of pace towards sysops"},
		{"{all: [{unknown: a}, {any: [{unknown: b}, {unknown: c}]}]}", "a is unknown and (b is unknown or c is unknown)"},
		{"{any: [{unknown: a}], none: [{unknown: b}, {unknown: c}]}", "a is unknown and (none of (b is unknown; c is unknown))"},
	}
	for _, test := range tests {
		c, found := read(test.yaml)
		if test.yaml == "{}" {
			if len(found) != 1 {
				t.Errorf("an empty condition: %v", found)
			}
			continue
		}
		if found != nil || c.String() != test.want {
			t.Errorf("%s: %s, want %s; %v", test.yaml, c, test.want, found)
		}
	}
}

// TestEntriesReadBack writes any condition as a catalogue does, and reads it.
func TestEntriesReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawCondition(t, 2)
		written, err := json.Marshal(object(&c))
		if err != nil {
			t.Fatal(err)
		}
		again, found := read(string(written))
		if found != nil {
			t.Fatalf("%s: %v", written, found)
		}
		if diff := cmp.Diff(c, again, places()); diff != "" {
			t.Fatalf("%s (-written +read)\n%s", written, diff)
		}
	})
}

func object(c *condition.Condition) map[string]any {
	members := map[string]any{}
	for _, entry := range c.Entries() {
		switch value := entry.Value.(type) {
		case *big.Rat:
			members[entry.Key] = json.Number(exact.Text(value))
		case []condition.Condition:
			var parts []map[string]any
			for i := range value {
				parts = append(parts, object(&value[i]))
			}
			members[entry.Key] = parts
		default:
			members[entry.Key] = value
		}
	}
	return members
}

// drawCondition draws a condition in which parts hold parts to a depth. Bounds are in the order of condition.Ops, each at most
// once, as a mapping has them.
func drawCondition(t *rapid.T, depth int) condition.Condition {
	kind := rapid.SampledFrom([]condition.Kind{
		condition.All, condition.Any, condition.None, condition.MetricTest, condition.AnswerTest, condition.LevelTest,
		condition.UnknownTest, condition.ShiftTest, condition.NotShiftTest,
	})
	if depth == 0 {
		kind = kind.Filter(func(k condition.Kind) bool { return k > condition.None })
	}
	id, c := rapid.SampledFrom([]string{"a", "b"}), condition.Condition{Kind: kind.Draw(t, "kind")}
	switch c.Kind {
	case condition.MetricTest:
		c.Metric, c.Axis = rapid.SampledFrom(condition.Metrics()).Draw(t, "metric"), condition.Overall
		if rapid.Bool().Draw(t, "on an axis") {
			c.Axis = id.Draw(t, "axis")
		}
		c.Bounds = drawBounds(t)
	case condition.AnswerTest:
		c.Question, c.Options = id.Draw(t, "question"), rapid.SliceOfN(id, 1, 3).Draw(t, "options")
	case condition.LevelTest:
		c.Question, c.Bounds = id.Draw(t, "question"), drawBounds(t)
	case condition.UnknownTest:
		c.Question = id.Draw(t, "question")
	case condition.ShiftTest, condition.NotShiftTest:
		c.Axis, c.Towards = id.Draw(t, "axis"), rapid.SampledFrom([]string{"devops", "sysops"}).Draw(t, "towards")
	default:
		for range rapid.IntRange(1, 3).Draw(t, "parts") {
			c.Of = append(c.Of, drawCondition(t, depth-1))
		}
	}
	return c
}

func drawBounds(t *rapid.T) []condition.Bound {
	var bounds []condition.Bound
	for _, op := range condition.Ops() {
		if rapid.Bool().Draw(t, string(op)) || op == condition.EQ && bounds == nil {
			bounds = append(bounds, condition.Bound{Op: op, Value: big.NewRat(rapid.Int64Range(-20, 20).Draw(t, "tenths"), 10)})
		}
	}
	return bounds
}

// TestSortedReadsAlike shuffles what a condition is made of: sorted, it reads the same.
func TestSortedReadsAlike(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawCondition(t, 2)
		want := c.Sorted().String()
		if got := shuffled(t, c).Sorted().String(); got != want {
			t.Fatalf("%s, shuffled %s", want, got)
		}
	})
}

func shuffled(t *rapid.T, c condition.Condition) condition.Condition {
	if len(c.Options) > 0 {
		c.Options = rapid.Permutation(c.Options).Draw(t, "options")
	}
	if len(c.Bounds) > 0 {
		c.Bounds = rapid.Permutation(c.Bounds).Draw(t, "bounds")
	}
	if len(c.Of) > 0 {
		c.Of = rapid.Permutation(c.Of).Draw(t, "parts")
		for i := range c.Of {
			c.Of[i] = shuffled(t, c.Of[i])
		}
	}
	return c
}
