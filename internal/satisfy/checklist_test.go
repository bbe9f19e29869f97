package satisfy

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// drawChecklist makes two questions about the service, the second of which may depend on the first, and two points of one axis.
func drawChecklist(t *rapid.T) *questionnaire.Questionnaire {
	q := &questionnaire.Questionnaire{
		ID: "drawn", Verdict: questionnaire.ReadinessState, Catalogue: &questionnaire.Catalogue{},
		Axes: []questionnaire.Axis{{ID: "a", Weight: big.NewRat(1, 1)}},
	}
	for i := range 2 {
		context := questionnaire.Question{
			ID: fmt.Sprint("c", i), Measures: questionnaire.Context, Kind: questionnaire.Profile, Weight: big.NewRat(1, 1),
		}
		for o := range 2 {
			option := questionnaire.Option{ID: fmt.Sprint("o", o)}
			if rapid.Bool().Draw(t, "has floor") {
				level := big.NewRat(int64(rapid.IntRange(0, 4).Draw(t, "floor")), 1)
				option.Floors = []questionnaire.Floor{{Axis: "a", Level: level}}
			}
			context.Options = append(context.Options, option)
		}
		context.AskIf = drawAskIf(t, q)
		q.Questions = append(q.Questions, context)
	}
	for i := range 2 {
		point := questionnaire.Question{
			ID: fmt.Sprint("p", i), Measures: questionnaire.Readiness, Axis: "a", Weight: big.NewRat(1, 1),
			AllowNA: rapid.Bool().Draw(t, "allow na"), Many: rapid.IntRange(0, 2).Draw(t, "many") > 0,
		}
		for o := range rapid.IntRange(2, 3).Draw(t, "options") {
			point.Options = append(point.Options, drawOption(t, q, &point, fmt.Sprint("o", o)))
		}
		point.AskIf = drawAskIf(t, q)
		q.Questions = append(q.Questions, point)
	}
	return q
}

// drawChecklistCondition joins one to three tests.
func drawChecklistCondition(t *rapid.T, q *questionnaire.Questionnaire) condition.Condition {
	c := condition.Condition{
		Kind: rapid.SampledFrom([]condition.Kind{condition.All, condition.All, condition.Any, condition.None}).Draw(t, "kind"),
	}
	for range rapid.IntRange(1, 3).Draw(t, "of") {
		c.Of = append(c.Of, drawChecklistTest(t, q))
	}
	return c
}

func drawChecklistTest(t *rapid.T, q *questionnaire.Questionnaire) condition.Condition {
	question := rapid.SampledFrom(q.Questions).Draw(t, "question")
	c := condition.Condition{Question: question.ID, Kind: rapid.SampledFrom([]condition.Kind{
		condition.AnswerTest, condition.AnswerTest, condition.LevelTest, condition.LevelTest, condition.UnmetTest, condition.UnknownTest,
		condition.MetricTest,
	}).Draw(t, "test")}
	switch c.Kind {
	case condition.AnswerTest:
		c.Options = []string{rapid.SampledFrom(question.Options).Draw(t, "in").ID}
	case condition.LevelTest:
		c.Bounds = drawBounds(t, condition.Readiness)
	case condition.MetricTest:
		c.Question, c.Axis = "", "a"
		c.Metric = rapid.SampledFrom([]condition.Metric{condition.Readiness, condition.Weakest, condition.Shortfall}).Draw(t, "metric")
		c.Bounds = drawBounds(t, c.Metric)
	default:
	}
	return c
}

// A chain of questions of which each looks at many before it can be walked in more ways than there is time for.
func TestChainsOfConditionsEnd(t *testing.T) {
	t.Parallel()
	const long, wide = 300, 40
	q := &questionnaire.Questionnaire{ID: "chain", Verdict: questionnaire.ReadinessState}
	for i := range long {
		question := questionnaire.Question{
			ID: fmt.Sprintf("c%03d", i), Measures: questionnaire.Context, Kind: questionnaire.Profile, Weight: big.NewRat(1, 1),
			Options: []questionnaire.Option{{ID: "o0"}, {ID: "o1"}},
		}
		if i > 0 {
			question.AskIf = &condition.Condition{Kind: condition.Any}
		}
		for j := max(0, i-wide); j < i; j++ {
			test := condition.Condition{Kind: condition.UnknownTest, Question: fmt.Sprintf("c%03d", j)}
			question.AskIf.Of = append(question.AskIf.Of, test)
		}
		q.Questions = append(q.Questions, question)
	}
	s := New(q)
	for i := range q.Questions {
		if c := q.Questions[i].AskIf; c != nil {
			if got, _ := s.Solve(Holds(*c)); got != Sat {
				t.Fatalf("%s is never asked: %s", q.Questions[i].ID, got)
			}
			if got, _ := s.Solve(Fails(*c), Holds(*c)); got == Sat {
				t.Fatalf("%s is asked and is not", q.Questions[i].ID)
			}
		}
	}
}
