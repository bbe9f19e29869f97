package score_test

import (
	"math/big"
	"strconv"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
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
	q := questionnairetest.Shipped(b, "full")
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		question.Weight = rat(weights[i%len(weights)])
		given[question.ID] = question.Options[(3*i+1)%len(question.Options)].ID
	}
	return q, sheet(given)
}

// BenchmarkLargest scores far more than anybody answers, and looks for tips that do not exist: all answers at one pole.
func BenchmarkLargest(b *testing.B) {
	q, s := largest()
	result := score.Score(q, s)
	b.Run("Score", func(b *testing.B) {
		for b.Loop() {
			score.Score(q, s)
		}
	})
	b.Run("Tips", func(b *testing.B) {
		for b.Loop() {
			score.Tips(q, s, result)
		}
	})
}

// largest is a questionnaire of 500 questions with 20 options, on style and on the situation by turns, with every
// answer at the DevOps pole. The weights have no round sums.
func largest() (*questionnaire.Questionnaire, *answers.Sheet) {
	const questions, options = 500, 20
	var positions []string
	for i := range options {
		positions = append(positions, big.NewRat(int64(2*i-options+1), options-1).RatString())
	}
	axes, affects := []questionnaire.Axis{}, map[string]string{}
	for i := range 5 {
		id := "axis" + strconv.Itoa(i)
		axes, affects[id] = append(axes, axis(id, "1")), big.NewRat(int64(1000+i), 997).RatString()
	}
	q, given := asking(axes), map[string]string{}
	for i := range questions {
		question := context("question"+strconv.Itoa(i), affects, positions...)
		if i%2 == 0 {
			question = lean(question.ID, axes[i/2%len(axes)].ID, big.NewRat(int64(1000+i), 1009).RatString(), positions...)
		}
		q.Questions = append(q.Questions, question)
		given[question.ID] = positions[options-1]
	}
	return q, sheet(given)
}
