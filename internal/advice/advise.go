package advice

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Advise returns the warnings and recommendations that apply to a sheet and its result. It is pure, and the order
// of rules, questions, axes and options moves nothing in it. Without a catalogue, or for a quadrant, there is not a kind of
// advice: the Result is empty.
func Advise(q *questionnaire.Questionnaire, sheet *answers.Sheet, result score.Result) Result {
	if q.Catalogue == nil || result.Quadrant != nil {
		return Result{}
	}
	facts := NewFacts(q, sheet, result)
	warnings := facts.warnings(q.Catalogue.Warnings)
	ranking := newRanking(facts, warnings)
	return Result{Warnings: warnings, Recommendations: ranking.recommend(q.Catalogue.Recommendations)}
}
