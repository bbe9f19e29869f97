package evidencecheck

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// TestNoFigureChanges: a result with what a repository shows is the result without it, but for that.
func TestNoFigureChanges(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora"} {
		q := questionnairetest.Shipped(t, id)
		rapid.Check(t, func(t *rapid.T) {
			sheet := drawSheet(t, q)
			result := score.Score(q, sheet)
			run := report.Run{
				Questionnaire: q, Sheet: sheet, Score: result, Tips: score.Tips(q, sheet, result), Advice: advice.Advise(q, sheet, result),
			}
			without := report.Build(run)
			scan := drawScan(t)
			run.Repository, run.Evidence = SourceOf(scan), Compare(q, sheet, scan)
			with := report.Build(run)
			if len(with.Evidence) == 0 || with.Repository == nil {
				t.Fatal("there is nothing beside the answers")
			}
			with.Repository, with.Evidence = nil, nil
			with.Notes[0], without.Notes[0] = "", ""
			if diff := cmp.Diff(without, with); diff != "" {
				t.Fatal(diff)
			}
		})
	}
}
