package verdict

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// TestWordsAreThoseOfTables holds that sentences and tables call a fit and a quadrant by the same words.
func TestWordsAreThoseOfTables(t *testing.T) {
	t.Parallel()
	sentences, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, fit := range []score.FitWord{score.GoodFit, score.WorkableFit, score.StrainedFit, score.Misfit} {
		if got, want := report.FitWord(report.Text(fit)), sentences.text("fit", "words", string(fit)); got != want || got == "" {
			t.Errorf("%s is %q in tables and %q in sentences", fit, got, want)
		}
	}
	for _, band := range []score.Band{score.StrongSysOps, score.LeaningSysOps, score.Hybrid, score.LeaningDevOps, score.StrongDevOps} {
		if got, want := report.BandWord(report.Text(band)), sentences.text("words", "label", string(band)); got != want || got == "" {
			t.Errorf("%s is %q in tables and %q in sentences", band, got, want)
		}
	}
	for _, direction := range []score.Direction{
		score.Aligned, score.LessPronounced, score.MorePronounced, score.TowardsDevOps, score.TowardsSysOps,
	} {
		got, want := report.DirectionWord(report.Text(direction)), sentences.text("words", "direction", string(direction))
		if got != want || got == "" {
			t.Errorf("%s is %q in tables and %q in sentences", direction, got, want)
		}
	}
	for _, quadrant := range questionnaire.Quadrants() {
		if got, want := report.QuadrantWord(report.Text(quadrant)), sentences.text("quadrant", "label", quadrant); got != want || got == "" {
			t.Errorf("%s is %q in tables and %q in sentences", quadrant, got, want)
		}
	}
}

// TestStatesAreThoseOfTables holds the same of states of readiness.
func TestStatesAreThoseOfTables(t *testing.T) {
	t.Parallel()
	sentences, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, state := range []score.State{score.Ready, score.Gaps, score.NotReady} {
		if got, want := report.StateWord(report.Text(state)), sentences.State(report.Text(state)); got != want || got == "" {
			t.Errorf("%s is %q in tables and %q in sentences", state, got, want)
		}
	}
}
