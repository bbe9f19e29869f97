package lint

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func TestNotation(t *testing.T) {
	t.Parallel()
	level := questionnaire.Condition{
		Kind: questionnaire.LevelTest, Question: "net",
		Bounds: []questionnaire.Bound{{Op: questionnaire.LT, Value: big.NewRat(3, 1)}, {Op: questionnaire.GTE, Value: big.NewRat(1, 2)}},
	}
	figure := questionnaire.Condition{
		Kind: questionnaire.MetricTest, Metric: "gap", Axis: "pace",
		Bounds: []questionnaire.Bound{{Op: questionnaire.EQ, Value: big.NewRat(-1, 3)}},
	}
	fit := questionnaire.Condition{
		Kind: questionnaire.MetricTest, Metric: "fit", Axis: questionnaire.Overall,
		Bounds: []questionnaire.Bound{{Op: questionnaire.GT, Value: big.NewRat(70, 1)}},
	}
	answer := questionnaire.Condition{Kind: questionnaire.AnswerTest, Question: "harm", Options: []string{"serious", "minor"}}
	unknown := questionnaire.Condition{Kind: questionnaire.UnknownTest, Question: "net"}
	shift := questionnaire.Condition{Kind: questionnaire.ShiftTest, Axis: "pace", Towards: "devops"}
	not := questionnaire.Condition{Kind: questionnaire.NotShiftTest, Axis: "care", Towards: "sysops"}
	of := func(kind questionnaire.ConditionKind, parts ...questionnaire.Condition) questionnaire.Condition {
		return questionnaire.Condition{Kind: kind, Of: parts}
	}
	tests := []struct {
		want string
		c    questionnaire.Condition
	}{
		{"always", questionnaire.Condition{}},
		{"level of net < 3 and level of net >= 0.5", level},
		{"gap.pace == -0.333333333333", figure},
		{"fit > 70", fit},
		{"harm is minor or serious", answer},
		{"net is unknown", unknown},
		{"a shift of pace towards devops", shift},
		{"no shift of care towards sysops", not},
		{"fit > 70 and net is unknown", of(questionnaire.All, unknown, fit)},
		{"(fit > 70 or net is unknown) and no shift of care towards sysops", of(questionnaire.All, not, of(questionnaire.Any, unknown, fit))},
		{"none of (fit > 70; net is unknown)", of(questionnaire.None, unknown, fit)},
		{"fit > 70", of(questionnaire.All, of(questionnaire.Any, fit), fit)},
	}
	for _, test := range tests {
		if got := notation(test.c); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	t.Parallel()
	for want, x := range map[string]*big.Rat{
		"0": new(big.Rat), "-1": big.NewRat(-1, 1), "100": big.NewRat(100, 1), "0.5": big.NewRat(1, 2), "0.666666666667": big.NewRat(2, 3),
		"-0.1": big.NewRat(-1, 10), "0.00000000000001": big.NewRat(1, 1e14),
	} {
		if got := decimal(x); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
