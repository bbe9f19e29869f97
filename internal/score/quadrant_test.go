package score_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// outcomes is a questionnaire of the dora.dev shape: classes "1".."6", shares of failure "0".."100" percent, and the
// means of 2025.
func outcomes() *questionnaire.Questionnaire {
	q := &questionnaire.Questionnaire{
		Verdict: questionnaire.Quadrant,
		Outcomes: &questionnaire.Outcomes{
			Throughput: []string{"lead_time", "deploy_frequency", "recovery_time"},
			Stability:  []string{"change_fail_rate", "rework_rate"},
			Year:       2025,
			Benchmarks: map[string]questionnaire.Benchmark{
				"lead_time": {Mean: rat("5.5"), SD: rat("2.4")}, "deploy_frequency": {Mean: rat("4.8"), SD: rat("2.8")},
				"recovery_time": {Mean: rat("7.4"), SD: rat("2.1")}, "change_fail_rate": {Mean: rat("8.1"), SD: rat("2.1")},
				"rework_rate": {Mean: rat("7.8"), SD: rat("2.2")},
				"throughput":  {Mean: rat("6.0"), SD: rat("2.1")}, "stability": {Mean: rat("7.9"), SD: rat("2.0")},
			},
		},
	}
	for _, id := range q.Outcomes.Throughput {
		question := questionnaire.Question{ID: id, Measures: questionnaire.Outcome, Weight: rat("1"), AllowNA: true}
		for class := 1; class <= 6; class++ {
			option := questionnaire.Option{ID: fmt.Sprint(class), Class: class, Share: big.NewRat(int64(class), 1), ShareYear: 2025}
			question.Options = append(question.Options, option)
		}
		q.Questions = append(q.Questions, question)
	}
	for _, id := range q.Outcomes.Stability {
		question := questionnaire.Question{ID: id, Measures: questionnaire.Outcome, Weight: rat("1"), AllowNA: true}
		for percent := range 101 {
			option := questionnaire.Option{ID: fmt.Sprint(percent), Percent: big.NewRat(int64(percent), 1)}
			question.Options = append(question.Options, option)
		}
		q.Questions = append(q.Questions, question)
	}
	return q
}

// D1 of the worked examples, on the shipped questionnaire: an unknown metric is neither 0 nor 10.
func TestExampleQuadrant(t *testing.T) {
	t.Parallel()
	given := sheet(map[string]string{
		"lead_time": "d1_w1", "deploy_frequency": "w1_m1", "recovery_time": "under_1d",
		"change_fail_rate": "p8_16", "rework_rate": "dont_know",
	})
	result := score.Score(questionnairetest.Shipped(t, "dora"), given)
	if result.Leaning != nil {
		t.Error("outcomes yield a leaning")
	}
	// Value, class, published mean, published share of the chosen option and its year.
	want := map[string]string{
		"lead_time": "6 4 11/2 319/10 2025", "deploy_frequency": "4 3 24/5 63/2 2025", "recovery_time": "8 5 37/5 353/10 2025",
		"change_fail_rate": "44/5 0 81/10 26 2025", "rework_rate": "null 0 39/5 null 0",
	}
	for _, m := range result.Quadrant.Metrics {
		got := fmt.Sprint(fraction(m.Value), " ", m.Class, " ", fraction(m.Benchmark.Mean), " ", fraction(m.Share), " ", m.ShareYear)
		if got != want[m.ID] {
			t.Errorf("%s = %s, want %s", m.ID, got, want[m.ID])
		}
	}
	got := flattenQuadrant(result.Quadrant)
	if got != "fast_stable: throughput 6 (average), stability 44/5 (thin), overall 67/10, missing [rework_rate]" {
		t.Error(got)
	}
}

func flattenQuadrant(q *score.Quadrant) string {
	group := func(name string, g score.Group) string {
		text := name + " " + fraction(g.Value)
		if g.AboutAverage {
			text += " (average)"
		}
		if g.Thin {
			text += " (thin)"
		}
		return text
	}
	return fmt.Sprintf("%s: %s, %s, overall %s, missing %v",
		q.Quadrant, group("throughput", q.Throughput), group("stability", q.Stability), fraction(q.Overall), q.Missing)
}

func TestQuadrantTable(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		given map[string]string
		want  string
	}{
		{
			"on both means",
			map[string]string{"lead_time": "4", "deploy_frequency": "4", "recovery_time": "4", "change_fail_rate": "21", "rework_rate": "21"},
			"fast_stable: throughput 6 (average), stability 79/10 (average), overall 169/25, missing []",
		},
		{
			"a little below both means",
			map[string]string{"lead_time": "4", "deploy_frequency": "4", "change_fail_rate": "22", "recovery_time": "3", "rework_rate": "21"},
			"slow_unstable: throughput 16/3, stability 157/20 (average), overall 317/50, missing []",
		},
		{
			"just half a point away is still about average",
			map[string]string{"change_fail_rate": "26", "rework_rate": "26", "lead_time": "6"},
			"fast_unstable: throughput 10 (thin), stability 37/5 (average), overall 124/15, missing [deploy_frequency recovery_time]",
		},
		{
			"a little more is not",
			map[string]string{"change_fail_rate": "26", "rework_rate": "27", "lead_time": "1"},
			"slow_unstable: throughput 0 (thin), stability 147/20, overall 49/10, missing [deploy_frequency recovery_time]",
		},
		{
			"slow and stable",
			map[string]string{"change_fail_rate": "0", "rework_rate": "0", "lead_time": "1", "deploy_frequency": "1", "recovery_time": "1"},
			"slow_stable: throughput 0, stability 10, overall 4, missing []",
		},
		{
			"one group unknown",
			map[string]string{"change_fail_rate": "dont_know", "rework_rate": "not_applicable", "lead_time": "2"},
			": throughput 2 (thin), stability null, overall 2, missing [deploy_frequency recovery_time change_fail_rate rework_rate]",
		},
		{
			"nothing", nil,
			": throughput null, stability null, overall null, missing [lead_time deploy_frequency recovery_time change_fail_rate rework_rate]",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := flattenQuadrant(score.Score(outcomes(), sheet(test.given)).Quadrant); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestQuadrantNeedsBenchmarks(t *testing.T) {
	t.Parallel()
	q := outcomes()
	q.Outcomes.Benchmarks = nil
	got := flattenQuadrant(score.Score(q, sheet(map[string]string{"lead_time": "6", "rework_rate": "0"})).Quadrant)
	want := ": throughput 10 (thin), stability 10 (thin), overall 10, missing [deploy_frequency recovery_time change_fail_rate]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestOrderNeverMattersForOutcomes(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q := outcomes()
		s := drawSheet(t, q, kind{})
		other := outcomes()
		other.Questions = rapid.Permutation(other.Questions).Draw(t, "order")
		slices.Reverse(other.Outcomes.Throughput)
		want, got := score.Score(q, s).Quadrant, score.Score(other, s).Quadrant
		slices.Sort(want.Missing)
		slices.Sort(got.Missing)
		if diff := cmp.Diff(flattenQuadrant(want), flattenQuadrant(got)); diff != "" {
			t.Errorf("result moved (-before +after):\n%s", diff)
		}
		for _, m := range got.Metrics {
			if answered := s.Get(m.ID).Status == answers.Answered; answered != (m.Value != nil) {
				t.Errorf("%s: answered %t, value %v", m.ID, answered, m.Value)
			}
			within(t, m.ID, m.Value, 0, 10)
		}
	})
}
