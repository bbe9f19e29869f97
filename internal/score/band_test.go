package score_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// hair is close enough to an edge that no number with decimals in a file comes closer.
func hair() *big.Rat { return rat("1/1000000000000") }

func TestBothEdgesOfEveryBand(t *testing.T) {
	t.Parallel()
	edges := []struct {
		at                 string
		below, on, above   score.Band
		sideOn, sideBeside score.Side
	}{
		{"-1", "", score.StrongSysOps, score.StrongSysOps, score.SysOps, score.SysOps},
		{"-3/5", score.StrongSysOps, score.StrongSysOps, score.LeaningSysOps, score.SysOps, score.SysOps},
		{"-1/5", score.LeaningSysOps, score.LeaningSysOps, score.Hybrid, score.SysOps, score.Middle},
		{"0", score.Hybrid, score.Hybrid, score.Hybrid, score.Middle, score.Middle},
		{"1/5", score.Hybrid, score.LeaningDevOps, score.LeaningDevOps, score.DevOps, score.DevOps},
		{"3/5", score.LeaningDevOps, score.StrongDevOps, score.StrongDevOps, score.DevOps, score.DevOps},
		{"1", score.StrongDevOps, score.StrongDevOps, "", score.DevOps, ""},
	}
	for _, edge := range edges {
		at := rat(edge.at)
		below, above := new(big.Rat).Sub(at, hair()), new(big.Rat).Add(at, hair())
		for _, probe := range []struct {
			value *big.Rat
			want  score.Band
		}{{below, edge.below}, {at, edge.on}, {above, edge.above}} {
			if probe.want == "" {
				continue
			}
			if got := score.BandOf(probe.value); got != probe.want {
				t.Errorf("BandOf(%s) = %s, want %s", probe.value, got, probe.want)
			}
			practice, situation := scored(probe.value)
			if practice.Band != probe.want || situation.Band != probe.want {
				t.Errorf("score of %s: practice %s, situation %s, want %s", probe.value, practice.Band, situation.Band, probe.want)
			}
		}
		if got := score.SideOf(edge.on); got != edge.sideOn {
			t.Errorf("side on %s is %s, want %s", edge.at, got, edge.sideOn)
		}
		if got := score.SideOf(edge.above); got != edge.sideBeside {
			t.Errorf("side above %s is %s, want %s", edge.at, got, edge.sideBeside)
		}
	}
}

// scored sends a value through a whole assessment.
func scored(value *big.Rat) (score.Position, score.Position) {
	text := value.RatString()
	q := asking([]questionnaire.Axis{axis("a", "1")}, lean("L", "a", "1", text, "0"), need("N", "a", text))
	l := score.Score(q, sheet(map[string]string{"L": text, "N": text})).Leaning
	return l.Practice, l.Situation
}

func TestWordsOfNothing(t *testing.T) {
	t.Parallel()
	if band, side, fit := score.BandOf(nil), score.SideOf(""), score.FitWordOf(nil); band != "" || side != "" || fit != "" {
		t.Errorf("nothing is called %q, %q and %q", band, side, fit)
	}
}

func TestFitWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		edge        string
		on, beneath score.FitWord
	}{
		{"100", score.GoodFit, score.GoodFit},
		{"85", score.GoodFit, score.WorkableFit},
		{"70", score.WorkableFit, score.StrainedFit},
		{"55", score.StrainedFit, score.Misfit},
	} {
		if got := score.FitWordOf(rat(test.edge)); got != test.on {
			t.Errorf("fit %s is %s, want %s", test.edge, got, test.on)
		}
		if got := score.FitWordOf(new(big.Rat).Sub(rat(test.edge), hair())); got != test.beneath {
			t.Errorf("fit just below %s is %s, want %s", test.edge, got, test.beneath)
		}
	}
}

// The published table says what the method says.
func TestThresholds(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"axis_coverage": "1/2", "overall_coverage": "3/5", "overall_axes": "3/5",
		"leaning_edge": "1/5", "strong_edge": "3/5", "speed_floor": "3", "aligned_gap": "1/4", "stay_gap": "3/10", "combine_tension": "3/10",
		"good_fit": "85", "workable_fit": "70", "strained_fit": "55",
		"high_confidence_coverage": "17/20", "high_confidence_steps": "4", "high_confidence_answers": "2",
		"high_confidence_answers_per_axis": "2", "medium_confidence_coverage": "3/5", "medium_confidence_steps": "2",
		"average_distance": "1/2", "many_not_applicable": "3/10", "far_below": "2",
	}
	table := score.Thresholds()
	if len(table) != len(want) {
		t.Errorf("%d thresholds, want %d", len(table), len(want))
	}
	for _, threshold := range table {
		if got := threshold.Value.RatString(); got != want[threshold.Name] {
			t.Errorf("%s = %s, want %q", threshold.Name, got, want[threshold.Name])
		}
	}
}
