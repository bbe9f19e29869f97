package satisfy

import (
	"fmt"
	"math/big"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func drawQuestionnaire(t *rapid.T) *questionnaire.Questionnaire {
	q := &questionnaire.Questionnaire{ID: "drawn"}
	weight := rapid.SampledFrom([]*big.Rat{big.NewRat(1, 1), big.NewRat(1, 1), big.NewRat(2, 1), big.NewRat(1, 2), big.NewRat(7, 3)})
	for _, id := range []string{"stability", "delivery"}[:rapid.IntRange(1, 2).Draw(t, "axes")] {
		q.Axes = append(q.Axes, questionnaire.Axis{ID: id, Weight: weight.Draw(t, "axis weight")})
	}
	measures := []questionnaire.Measure{questionnaire.Lean, questionnaire.Lean, questionnaire.Readiness, questionnaire.Context}
	for i := range rapid.IntRange(1, 4).Draw(t, "questions") {
		question := questionnaire.Question{
			ID: fmt.Sprint("q", i), Measures: rapid.SampledFrom(measures).Draw(t, "measures"), Weight: weight.Draw(t, "weight"),
			AllowNA: rapid.Bool().Draw(t, "allow na"),
		}
		if question.Measures == questionnaire.Context {
			kinds := []questionnaire.Kind{questionnaire.Need, questionnaire.Need, questionnaire.Limit, questionnaire.Profile}
			question.Kind = rapid.SampledFrom(kinds).Draw(t, "context")
		}
		if question.Measures == questionnaire.Context && question.IsNeed() {
			for _, axis := range q.Axes {
				if rapid.Bool().Draw(t, "affects") {
					question.Affects = append(question.Affects, questionnaire.Affect{Axis: axis.ID, Weight: weight.Draw(t, "affect")})
				}
			}
		} else if question.Measures != questionnaire.Context {
			question.Axis = q.Axes[rapid.IntRange(0, len(q.Axes)-1).Draw(t, "axis")].ID
		}
		question.Many = question.Measures == questionnaire.Readiness && rapid.Bool().Draw(t, "many")
		for o := range rapid.IntRange(2, 3).Draw(t, "options") {
			question.Options = append(question.Options, drawOption(t, q, &question, fmt.Sprint("o", o)))
		}
		question.AskIf = drawAskIf(t, q)
		q.Questions = append(q.Questions, question)
	}
	return q
}

// drawAskIf makes a question depend on one about the situation before it, if there is one.
func drawAskIf(t *rapid.T, q *questionnaire.Questionnaire) *condition.Condition {
	if len(q.Questions) == 0 || !rapid.Bool().Draw(t, "dependent") {
		return nil
	}
	on := rapid.SampledFrom(q.Questions).Draw(t, "on")
	if on.Measures != questionnaire.Context {
		return nil
	}
	c := condition.Condition{Kind: condition.AnswerTest, Question: on.ID, Options: []string{rapid.SampledFrom(on.Options).Draw(t, "in").ID}}
	if rapid.Bool().Draw(t, "none of") {
		c = condition.Condition{Kind: condition.None, Of: []condition.Condition{c}}
	}
	return &c
}

func drawOption(t *rapid.T, q *questionnaire.Questionnaire, question *questionnaire.Question, id string) questionnaire.Option {
	position := rapid.SampledFrom([]*big.Rat{
		big.NewRat(-1, 1), big.NewRat(-1, 2), big.NewRat(-1, 5), big.NewRat(0, 1), big.NewRat(1, 5), big.NewRat(2, 3), big.NewRat(1, 1),
	})
	level := rapid.SampledFrom([]*big.Rat{big.NewRat(0, 1), big.NewRat(1, 1), big.NewRat(5, 2), big.NewRat(4, 1)})
	option := questionnaire.Option{ID: id}
	switch {
	case question.Many && id == "o2":
		option.None = true
		return option
	case question.Many:
		option.Worth = rapid.SampledFrom([]*big.Rat{big.NewRat(1, 1), big.NewRat(1, 1), big.NewRat(2, 1), big.NewRat(1, 2)}).Draw(t, "worth")
		return option
	}
	switch question.Measures {
	case questionnaire.Lean:
		option.Position = position.Draw(t, "position")
	case questionnaire.Readiness:
		option.Readiness = level.Draw(t, "readiness")
	default:
		if question.IsNeed() && rapid.IntRange(0, 3).Draw(t, "placed") > 0 {
			option.Position = position.Draw(t, "position")
		}
		for _, axis := range q.Axes {
			switch {
			case !question.IsLimit():
			case rapid.Bool().Draw(t, "at most"):
				option.Allows = append(option.Allows, questionnaire.Allowance{Axis: axis.ID, AtMost: position.Draw(t, "bound")})
			case rapid.Bool().Draw(t, "at least"):
				option.Allows = append(option.Allows, questionnaire.Allowance{Axis: axis.ID, AtLeast: position.Draw(t, "bound")})
			}
			if rapid.IntRange(0, 2).Draw(t, "floor") == 0 {
				option.Floors = append(option.Floors, questionnaire.Floor{Axis: axis.ID, Level: level.Draw(t, "level")})
			}
		}
	}
	return option
}

func drawConstraints(t *rapid.T, q *questionnaire.Questionnaire) []Constraint {
	of := rapid.SampledFrom([]func(condition.Condition) Constraint{Holds, Holds, Fails, Known})
	var constraints []Constraint
	for range rapid.IntRange(1, 2).Draw(t, "constraints") {
		constraints = append(constraints, of.Draw(t, "constraint")(drawCondition(t, q, 2)))
	}
	return constraints
}

func drawCondition(t *rapid.T, q *questionnaire.Questionnaire, depth int) condition.Condition {
	if depth > 0 && rapid.Bool().Draw(t, "combined") {
		c := condition.Condition{
			Kind: rapid.SampledFrom([]condition.Kind{condition.All, condition.Any, condition.None}).Draw(t, "kind"),
		}
		for range rapid.IntRange(1, 3).Draw(t, "of") {
			c.Of = append(c.Of, drawCondition(t, q, depth-1))
		}
		return c
	}
	return drawTest(t)
}

func drawTest(t *rapid.T) condition.Condition {
	asked := rapid.SampledFrom([]string{"q0", "q1", "q2", "q3"})
	axis := rapid.SampledFrom([]string{"stability", "delivery", condition.Overall})
	c := condition.Condition{Kind: rapid.SampledFrom([]condition.Kind{
		condition.MetricTest, condition.MetricTest, condition.MetricTest, condition.AnswerTest, condition.LevelTest,
		condition.UnknownTest, condition.ShiftTest, condition.NotShiftTest, condition.UnmetTest, condition.HeldTest, condition.AdviceTest,
	}).Draw(t, "kind")}
	switch c.Kind {
	case condition.MetricTest:
		c.Metric, c.Axis = rapid.SampledFrom(condition.Metrics()).Draw(t, "metric"), axis.Draw(t, "axis")
		c.Bounds = drawBounds(t, c.Metric)
	case condition.AnswerTest:
		c.Question, c.Options = asked.Draw(t, "question"), rapid.SliceOfN(rapid.SampledFrom([]string{"o0", "o1", "o2"}), 1, 2).Draw(t, "in")
	case condition.LevelTest:
		c.Question, c.Bounds = asked.Draw(t, "question"), drawBounds(t, condition.Readiness)
	case condition.UnknownTest, condition.UnmetTest:
		c.Question = asked.Draw(t, "question")
	case condition.HeldTest:
		c.Axis = axis.Draw(t, "axis")
	case condition.AdviceTest:
		words := []string{"stay_sysops", "stay_hybrid", "stay_devops", "shift_sysops", "shift_devops", "combine"}
		c.Options = rapid.SliceOfNDistinct(rapid.SampledFrom(words), 1, 2, rapid.ID).Draw(t, "advice")
	default:
		c.Axis, c.Towards = axis.Draw(t, "axis"), rapid.SampledFrom([]string{"devops", "sysops"}).Draw(t, "towards")
	}
	return c
}

func drawBounds(t *rapid.T, metric condition.Metric) []condition.Bound {
	tenths := rapid.IntRange(-12, 12)
	scale := int64(10)
	switch metric {
	case condition.Readiness, condition.Weakest, condition.Shortfall, condition.Unmet, condition.DontKnows, condition.Steps:
		tenths, scale = rapid.IntRange(0, 9), 2
	case condition.Fit:
		tenths, scale = rapid.IntRange(0, 21), 1
	case condition.Tension, condition.Coverage, condition.NeedCoverage, condition.BeyondLimit:
		tenths = rapid.IntRange(0, 10)
	case condition.Gap:
		tenths, scale = rapid.IntRange(-11, 11), 5
	default:
	}
	ops := []condition.Op{condition.LT, condition.LTE, condition.GTE, condition.GT, condition.EQ}
	var bounds []condition.Bound
	for range rapid.IntRange(1, 2).Draw(t, "bounds") {
		value := big.NewRat(int64(tenths.Draw(t, "value")), scale)
		if metric == condition.Fit {
			value.Mul(value, big.NewRat(5, 1))
		}
		bounds = append(bounds, condition.Bound{Op: rapid.SampledFrom(ops).Draw(t, "op"), Value: value})
	}
	return bounds
}
