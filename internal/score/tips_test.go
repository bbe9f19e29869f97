package score_test

import (
	"cmp"
	"math/big"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func TestTipsEqualTryingEveryAnswer(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		result := score.Score(q, s)
		if diff := gocmp.Diff(tipsByTrying(q, s, result.Leaning), score.Tips(q, s, result)); diff != "" {
			t.Errorf("tips (-tried +listed):\n%s", diff)
		}
	})
}

// attempt is one tip found by scoring the whole sheet again.
type attempt struct {
	score.Tip
	// far stands for the distance of an option without a position.
	distance *big.Rat
}

func tipsByTrying(q *questionnaire.Questionnaire, s *answers.Sheet, before *score.Leaning) []score.Tip {
	var found []attempt
	for i := range q.Questions {
		question := &q.Questions[i]
		isStyle := question.Measures == questionnaire.Lean || question.Measures == questionnaire.Context
		if !isStyle || s.Get(question.ID).Status != answers.Answered {
			continue
		}
		given := question.Option(s.Get(question.ID).Option)
		var attempts []attempt
		for j := range question.Options {
			if option := &question.Options[j]; option != given {
				attempts = append(attempts, try(q, s, before, question, given, option)...)
			}
		}
		slices.SortFunc(attempts, func(a, b attempt) int { return cmp.Or(compareAttempts(a, b), cmp.Compare(a.To, b.To)) })
		found = append(found, attempts[:min(len(attempts), 1)]...)
	}
	slices.SortFunc(found, func(a, b attempt) int { return cmp.Or(compareAttempts(a, b), cmp.Compare(a.Question, b.Question)) })
	var tips []score.Tip
	for _, a := range found {
		tips = append(tips, a.Tip)
	}
	return tips
}

func compareAttempts(a, b attempt) int {
	return cmp.Or(cmp.Compare(a.Steps, b.Steps), a.distance.Cmp(b.distance))
}

// try returns one attempt when the option tips the verdict, none otherwise.
func try(
	q *questionnaire.Questionnaire, s *answers.Sheet, before *score.Leaning,
	question *questionnaire.Question, from, to *questionnaire.Option,
) []attempt {
	after := score.Score(q, answering(s, question.ID, to.ID)).Leaning
	bandsMove := after.Practice.Band != before.Practice.Band || after.Situation.Band != before.Situation.Band
	if after.Advice == before.Advice && (before.Advice != "" || !bandsMove) {
		return nil
	}
	made := attempt{distance: rat("1000"), Tip: score.Tip{
		Question: question.ID, From: from.ID, To: to.ID, Steps: 1,
		Advice: after.Advice, Practice: after.Practice.Band, Situation: after.Situation.Band,
	}}
	if from.Position != nil && to.Position != nil {
		made.Steps = stepsApart(question, from, to)
		made.distance = new(big.Rat).Sub(from.Position, to.Position)
		made.distance.Abs(made.distance)
	}
	return []attempt{made}
}

func TestTipsTable(t *testing.T) {
	t.Parallel()
	one := []questionnaire.Axis{axis("a", "1")}
	tests := []struct {
		name  string
		q     *questionnaire.Questionnaire
		given map[string]string
		want  []score.Tip
	}{
		{
			"by steps, then distance, then id; the nearest of several",
			asking(
				one, lean("B", "a", "1", "0", "1/10", "1/5"), lean("A", "a", "1", "0", "1/10", "1/5"),
				lean("C", "a", "1", "0", "1/10", "3/10", "1"), need("N", "a", "0", "1"),
			),
			map[string]string{"A": "1/5", "B": "1/5", "C": "3/10", "N": "1"},
			// Practice is 7/30 and leaves the DevOps side below 6/30: one step of A or B only touches the edge.
			[]score.Tip{
				{Question: "C", From: "3/10", To: "1/10", Steps: 1, Advice: score.ShiftDevOps, Practice: score.Hybrid, Situation: score.StrongDevOps},
				// A situation of 0 is too near to move to; no situation at all gives no advice.
				{Question: "N", From: "1", To: "none", Steps: 1, Practice: score.LeaningDevOps},
				{Question: "A", From: "1/5", To: "0", Steps: 2, Advice: score.ShiftDevOps, Practice: score.Hybrid, Situation: score.StrongDevOps},
				{Question: "B", From: "1/5", To: "0", Steps: 2, Advice: score.ShiftDevOps, Practice: score.Hybrid, Situation: score.StrongDevOps},
			},
		},
		{
			"without advice, the bands: the situation alone is not enough for one",
			asking(one, lean("A", "a", "1", "0", "1"), need("N", "a", "0", "1/2", "1")),
			map[string]string{"N": "0", "A": "dont_know"},
			[]score.Tip{
				{Question: "N", From: "0", To: "1/2", Steps: 1, Situation: score.LeaningDevOps},
			},
		},
		{
			"away from the line when nothing on it tips",
			asking(one, lean("A", "a", "1", "1/2"), need("M", "a", "-1"), need("N", "a", "1")),
			map[string]string{"A": "1/2", "M": "-1", "N": "1"},
			// Without the need for care the situation calls for what the team does.
			[]score.Tip{
				{Question: "M", From: "-1", To: "none", Steps: 1, Advice: score.StayDevOps, Practice: score.LeaningDevOps, Situation: score.StrongDevOps},
			},
		},
		{
			"nothing on the line tips",
			asking(one, lean("A", "a", "1", "0", "1/10"), need("N", "a", "0", "1/10")),
			map[string]string{"A": "0", "N": "0"},
			// Leaving the context question without a position leaves no situation, so no advice.
			[]score.Tip{{Question: "N", From: "0", To: "none", Steps: 1, Practice: score.Hybrid}},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := sheet(test.given)
			if diff := gocmp.Diff(test.want, score.Tips(test.q, s, score.Score(test.q, s))); diff != "" {
				t.Errorf("tips (-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuadrantHasNoTips(t *testing.T) {
	t.Parallel()
	s := sheet(map[string]string{"lead_time": "6"})
	if tips := score.Tips(outcomes(), s, score.Score(outcomes(), s)); tips != nil {
		t.Errorf("tips %v, want none", tips)
	}
}
