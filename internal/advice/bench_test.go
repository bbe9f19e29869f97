package advice_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// BenchmarkAdvise runs the whole shipped catalogue over a sheet on which much of it applies.
func BenchmarkAdvise(b *testing.B) {
	q := questionnairetest.Shipped(b, "full")
	given := organisation{style: at("-1"), ready: at("1"), context: at("1"), but: map[string]string{"outage_cost": "serious"}}.sheet(q)
	scored := score.Score(q, given)
	b.ReportAllocs()
	for b.Loop() {
		advice.Advise(q, given, scored)
	}
}
