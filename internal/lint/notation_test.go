package lint

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/condition"
)

func TestNotation(t *testing.T) {
	t.Parallel()
	level := condition.Condition{
		Kind: condition.LevelTest, Question: "net",
		Bounds: []condition.Bound{{Op: condition.LT, Value: big.NewRat(3, 1)}, {Op: condition.GTE, Value: big.NewRat(1, 2)}},
	}
	figure := condition.Condition{
		Kind: condition.MetricTest, Metric: condition.Gap, Axis: "pace",
		Bounds: []condition.Bound{{Op: condition.EQ, Value: big.NewRat(-1, 3)}},
	}
	fit := condition.Condition{
		Kind: condition.MetricTest, Metric: condition.Fit, Axis: condition.Overall,
		Bounds: []condition.Bound{{Op: condition.GT, Value: big.NewRat(70, 1)}},
	}
	answer := condition.Condition{Kind: condition.AnswerTest, Question: "harm", Options: []string{"serious", "minor"}}
	unknown := condition.Condition{Kind: condition.UnknownTest, Question: "net"}
	shift := condition.Condition{Kind: condition.ShiftTest, Axis: "pace", Towards: "devops"}
	not := condition.Condition{Kind: condition.NotShiftTest, Axis: "care", Towards: "sysops"}
	of := func(kind condition.Kind, parts ...condition.Condition) condition.Condition {
		return condition.Condition{Kind: kind, Of: parts}
	}
	tests := []struct {
		want string
		c    condition.Condition
	}{
		{"always", condition.Condition{}},
		{"level of net < 3 and level of net >= 0.5", level},
		{"gap.pace == -0.333333333333", figure},
		{"fit > 70", fit},
		{"harm is minor or serious", answer},
		{"net is unknown", unknown},
		{"a shift of pace towards devops", shift},
		{"no shift of care towards sysops", not},
		{"fit > 70 and net is unknown", of(condition.All, unknown, fit)},
		{"(fit > 70 or net is unknown) and no shift of care towards sysops", of(condition.All, not, of(condition.Any, unknown, fit))},
		{"none of (fit > 70; net is unknown)", of(condition.None, unknown, fit)},
		{"fit > 70", of(condition.All, of(condition.Any, fit), fit)},
	}
	for _, test := range tests {
		if got := formatCondition(test.c); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}
