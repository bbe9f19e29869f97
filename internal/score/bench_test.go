package score_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// The odd weights push the search for the fewest steps beyond whole numbers of 64 bits.
func BenchmarkScore(b *testing.B) {
	for _, kind := range []struct {
		name    string
		weights []string
	}{
		{"weights=equal", []string{"1"}},
		{"weights=odd", []string{"1", "1000003/999983", "4294967311/4294967291"}},
	} {
		q, s := answeredFull(b, kind.weights)
		b.Run(kind.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				score.Score(q, s)
			}
		})
	}
}

func BenchmarkTips(b *testing.B) {
	q, s := answeredFull(b, []string{"1"})
	result := score.Score(q, s)
	b.ReportAllocs()
	for b.Loop() {
		score.Tips(q, s, result)
	}
}

// answeredFull is the shipped questionnaire with its 30 answers, and with the weights in turn on its questions.
func answeredFull(b *testing.B, weights []string) (*questionnaire.Questionnaire, *answers.Sheet) {
	q := shipped(b, "full")
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		question.Weight = rat(weights[i%len(weights)])
		given[question.ID] = question.Options[(3*i+1)%len(question.Options)].ID
	}
	return q, sheet(given)
}
