package score_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// One row for each sentence of the method that the worked examples do not show.
func TestScoreTable(t *testing.T) {
	t.Parallel()
	one := []questionnaire.Axis{axis("a", "1")}
	two := []questionnaire.Axis{axis("a", "1"), axis("b", "2")}
	speed := []questionnaire.Axis{axis("delivery", "1"), axis("stability", "1")}
	tests := []struct {
		name  string
		q     *questionnaire.Questionnaire
		given map[string]string
		want  flat
	}{
		{
			"no answer at all", toy(t), nil,
			flat{
				"practice": "null", "low": "-1", "high": "1", "coverage": "0", "situation": "null", "tension": "null",
				"gap": "null", "fit": "null", "fit_word": "", "advice": "", "confidence": "", "readiness": "null",
				"readiness.lower_bound": "0", "stability.readiness.lower_bound": "0", "change.readiness.lower_bound": "null",
				"stability.floor": "null", "stability.shortfall": "null", "stability.shortfall.worst": "null",
				"delivery.practice": "null", "delivery.coverage": "0", "delivery.direction": "",
			},
		},
		{
			"nothing applies",
			asking(one, lean("A", "a", "1", "-1", "1"), readiness("R", "a")),
			map[string]string{"A": "not_applicable", "R": "not_applicable"},
			flat{
				"coverage": "0", "a.coverage": "null", "a.low": "null", "low": "null", "high": "null", "scored": "false",
				"readiness.lower_bound": "null", "a.readiness.lower_bound": "null",
			},
		},
		{
			"an axis at just half its weight is scored", asking(one, lean("A", "a", "1", "-1", "1"), lean("B", "a", "1", "-1", "1")),
			map[string]string{"A": "1"},
			flat{"a.practice": "1", "a.scored": "true", "coverage": "1/2", "scored": "false", "a.low": "0", "a.high": "1"},
		},
		{
			"practice at just 3/5 of the weight is scored", asking(one, lean("A", "a", "3", "-1", "1"), lean("B", "a", "2", "-1", "1")),
			map[string]string{"A": "1"},
			flat{"practice": "1", "coverage": "3/5", "low": "1/5", "high": "1", "confidence": "", "side.steps": "1"},
		},
		{
			"scored axes that hold less than 3/5 of the axis weight are not enough",
			asking([]questionnaire.Axis{axis("a", "29/20"), axis("b", "1")}, lean("A", "a", "9", "-1", "1"), lean("B", "b", "1", "-1", "1")),
			map[string]string{"A": "1"},
			flat{"coverage": "9/10", "practice": "null", "low": "9/49", "high": "1", "a.practice": "1"},
		},
		{
			"and just 3/5 are",
			asking([]questionnaire.Axis{axis("a", "3"), axis("b", "2")}, lean("A", "a", "9", "-1", "1"), lean("B", "b", "1", "-1", "1")),
			map[string]string{"A": "1"},
			flat{"coverage": "9/10", "practice": "1", "low": "1/5", "high": "1"},
		},
		{
			"an axis where nothing applies has no say in that",
			asking([]questionnaire.Axis{axis("a", "1"), axis("b", "9")}, lean("A", "a", "1", "-1", "1"), lean("B", "b", "1", "-1", "1")),
			map[string]string{"A": "1", "B": "not_applicable"},
			flat{"practice": "1", "low": "1", "high": "1", "coverage": "1"},
		},
		{
			"the range is over axes that are not scored too, and widened to the value",
			asking(
				[]questionnaire.Axis{axis("a", "3"), axis("b", "2")},
				lean("A", "a", "9", "-1", "1"), lean("B", "b", "1/4", "-1", "1"), lean("C", "b", "1/2", "-1", "0"),
			),
			map[string]string{"A": "1", "B": "-1"},
			// Before that it ends at (3*1 + 2*-1/3)/5 = 7/15.
			flat{"b.practice": "null", "b.low": "-1", "b.high": "-1/3", "practice": "1", "low": "1/5", "high": "1"},
		},
		{
			"an axis range need not contain the value when options do not span the line",
			asking(one, lean("A", "a", "2", "-1", "1"), lean("B", "a", "1", "1/2", "1")),
			map[string]string{"A": "-1"},
			flat{"a.practice": "-1", "a.low": "-1/2", "a.high": "-1/3", "practice": "-1", "low": "-1", "high": "-1/3"},
		},
		{
			"overall values weigh the axes, coverage does not",
			asking(
				two, lean("A", "a", "3", "-1", "1"), lean("B", "b", "1", "-1", "1"), lean("C", "b", "1", "-1", "1"),
				need("M", "a", "1"), need("N", "b", "0"), readiness("R", "a"), readiness("S", "b"),
			),
			map[string]string{"A": "1", "B": "-1", "M": "1", "N": "0", "R": "1", "S": "4"},
			flat{
				"practice": "-1/3", "situation": "1/3", "readiness": "3", "coverage": "4/5",
				"gap": "2/3", "fit": "200/3", "tension": "0", "low": "-1/3", "high": "1/3",
			},
		},
		{
			"fit and gap are over axes with both, so the gap is not the difference",
			asking(two, lean("A", "a", "1", "-1", "0", "1"), lean("B", "b", "1", "-1", "0", "1"), need("N", "a", "-1", "1")),
			map[string]string{"A": "0", "B": "1", "N": "1"},
			flat{"practice": "2/3", "situation": "1", "gap": "1", "fit": "50", "advice": "stay_devops", "b.gap": "null", "b.direction": "", "b.fit": "null"},
		},
		{
			"fit does not let opposite errors cancel",
			asking(
				[]questionnaire.Axis{axis("a", "1"), axis("b", "1")}, lean("A", "a", "1", "1/2"), lean("B", "b", "1", "-1/2"),
				need("M", "a", "0"), need("N", "b", "0"),
			),
			map[string]string{"A": "1/2", "B": "-1/2", "M": "0", "N": "0"},
			flat{"practice": "0", "situation": "0", "gap": "0", "fit": "75", "fit_word": "workable", "advice": "stay_hybrid"},
		},
		{
			"no situation, no advice",
			asking(one, lean("A", "a", "1", "0"), need("N", "a", "0")),
			map[string]string{"A": "0", "N": "none"},
			flat{"a.situation": "null", "situation": "null", "situation.band": "", "a.tension": "null", "tension": "null", "advice": "", "fit": "null"},
		},
		{
			"an option without a position leaves the situation alone",
			asking(one, need("M", "a", "-1", "1"), need("N", "a", "-1", "1")),
			map[string]string{"M": "1", "N": "none"},
			flat{"situation": "1", "tension": "0"},
		},
		{
			"affect and weight multiply",
			asking(one, weighing(context("M", map[string]string{"a": "1/2"}, "1"), "4"), need("N", "a", "-1")),
			map[string]string{"M": "1", "N": "-1"},
			flat{"situation": "1/3", "a.tension": "2/3", "tension": "0"},
		},
		{
			"overall tension is between the axes",
			asking(two, need("M", "a", "1"), need("N", "b", "-1/4")),
			map[string]string{"M": "1", "N": "-1/4"},
			flat{"tension": "1/3", "situation": "1/6"},
		},
		{
			"readiness leaves unknown out and its lower bound does not",
			asking(one, readiness("R", "a"), readiness("S", "a"), readiness("T", "a"), readiness("U", "a")),
			map[string]string{"R": "3", "S": "dont_know", "T": "not_applicable"},
			flat{"readiness": "3", "readiness.lower_bound": "1"},
		},
		{
			"a floor without a readiness answer has only a worst case",
			asking(one, readiness("R", "a"), calling(need("N", "a", "0"), "0", map[string]string{"a": "5/2"})),
			map[string]string{"N": "0"},
			flat{"a.floor": "5/2", "a.floor.from": "N", "a.shortfall": "null", "a.shortfall.worst": "5/2"},
		},
		{
			"a floor without a readiness question has none",
			asking(one, calling(need("N", "a", "0"), "0", map[string]string{"a": "5/2"})),
			map[string]string{"N": "0"},
			flat{"a.floor": "5/2", "a.shortfall": "null", "a.shortfall.worst": "null"},
		},
		{
			"the largest floor counts, and all that name it; an option without a position can",
			asking(
				one, readiness("R", "a"), calling(need("L", "a", "0"), "none", map[string]string{"a": "2"}),
				calling(need("M", "a", "0"), "0", map[string]string{"a": "1"}), calling(need("N", "b", "0"), "0", map[string]string{"a": "2"}),
			),
			map[string]string{"L": "none", "M": "0", "N": "0", "R": "3"},
			flat{"a.floor": "2", "a.floor.from": "L N", "a.shortfall": "0"},
		},
		{
			"speed sets the floor of stability as much as the context",
			asking(
				speed, lean("A", "delivery", "1", "2/3"), lean("B", "delivery", "1", "2/3"), lean("C", "stability", "1", "1"),
				readiness("R", "stability"), calling(need("N", "stability", "0"), "0", map[string]string{"stability": "2", "delivery": "1"}),
			),
			map[string]string{"A": "2/3", "B": "2/3", "C": "1", "R": "1", "N": "0"},
			flat{"stability.floor": "2", "stability.floor.from": "A B N", "stability.shortfall": "1", "delivery.floor": "1", "delivery.floor.from": "N"},
		},
		{
			"slow delivery sets a floor of none",
			asking(speed, lean("A", "delivery", "1", "-1"), readiness("R", "stability")),
			map[string]string{"A": "-1", "R": "0"},
			flat{"stability.floor": "0", "stability.floor.from": "A", "stability.shortfall": "0", "delivery.floor": "null"},
		},
		{
			"delivery that is not scored sets no floor",
			asking(speed, lean("A", "delivery", "1", "1"), lean("B", "delivery", "2", "1"), readiness("R", "stability")),
			map[string]string{"A": "1", "R": "0"},
			flat{"stability.floor": "null", "stability.shortfall": "null"},
		},
		{
			"two hybrid values far apart ask for less of what is done",
			asking(one, lean("A", "a", "1", "-3/20"), need("N", "a", "3/20")),
			map[string]string{"A": "-3/20", "N": "3/20"},
			flat{"a.direction": "less_pronounced", "advice": "stay_hybrid"},
		},
		{
			"a gap of just 1/4 is one",
			asking(one, lean("A", "a", "1", "1/4"), need("N", "a", "1/2")),
			map[string]string{"A": "1/4", "N": "1/2"},
			flat{"a.direction": "more_pronounced", "advice": "stay_devops", "fit": "175/2"},
		},
		{
			"a smaller gap is none, even across an edge",
			asking(one, lean("A", "a", "1", "-1/5"), need("N", "a", "1/100")),
			map[string]string{"A": "-1/5", "N": "1/100"},
			flat{"a.direction": "aligned", "advice": "stay_sysops"},
		},
		{
			"more of the SysOps style",
			asking(one, lean("A", "a", "1", "-1/4"), need("N", "a", "-1")),
			map[string]string{"A": "-1/4", "N": "-1"},
			flat{"a.direction": "more_pronounced", "advice": "stay_sysops"},
		},
		{
			"axes called both ways: combine where the sides differ",
			asking(two, lean("A", "a", "1", "1"), lean("B", "b", "1", "0"), need("M", "a", "0"), need("N", "b", "1/4")),
			map[string]string{"A": "1", "B": "0", "M": "0", "N": "1/4"},
			flat{"a.direction": "towards_sysops", "b.direction": "towards_devops", "tension": "0", "advice": "combine", "combine_because": "[both_ways]"},
		},
		{
			"axes called both ways: combine where the sides do not differ, but nothing fits",
			asking(two, lean("A", "a", "1", "1"), lean("B", "b", "1", "0"), need("M", "a", "0"), need("N", "b", "1")),
			map[string]string{"A": "1", "B": "0", "M": "0", "N": "1"},
			flat{"band": "leaning_devops", "situation.band": "strong_devops", "fit": "50", "advice": "combine", "combine_because": "[both_ways]"},
		},
		{
			"axes called both ways: stay where the sides do not differ and the fit is better",
			asking(two, lean("A", "a", "1", "1"), lean("B", "b", "1", "0"), need("M", "a", "1/10"), need("N", "b", "4/5")),
			map[string]string{"A": "1", "B": "0", "M": "1/10", "N": "4/5"},
			flat{"band": "leaning_devops", "situation.band": "leaning_devops", "fit": "175/3", "advice": "stay_devops", "combine_because": "[]"},
		},
		{
			"tension of just 3/10 combines, also where the sides are equal",
			asking(
				[]questionnaire.Axis{axis("a", "17"), axis("b", "3")}, lean("A", "a", "1", "1"), lean("B", "b", "1", "1"),
				need("M", "a", "1"), need("N", "b", "-1"),
			),
			map[string]string{"A": "1", "B": "1", "M": "1", "N": "-1"},
			flat{"tension": "3/10", "advice": "combine", "combine_because": "[opposed_needs]"},
		},
		{
			"fast delivery and careful stability combine; the other way round is no conflict by itself",
			asking(
				[]questionnaire.Axis{axis("delivery", "1"), axis("stability", "1"), axis("c", "98")},
				lean("A", "c", "1", "0"), need("L", "c", "0"), need("M", "delivery", "1/5"), need("N", "stability", "-1/5"),
			),
			map[string]string{"A": "0", "L": "0", "M": "1/5", "N": "-1/5"},
			flat{"tension": "1/250", "advice": "combine", "combine_because": "[speed_and_caution]"},
		},
		{
			"the other way round",
			asking(
				[]questionnaire.Axis{axis("delivery", "1"), axis("stability", "1"), axis("c", "98")},
				lean("A", "c", "1", "0"), need("L", "c", "0"), need("M", "delivery", "-1/5"), need("N", "stability", "1/5"),
			),
			map[string]string{"A": "0", "L": "0", "M": "-1/5", "N": "1/5"},
			flat{"tension": "1/250", "advice": "stay_hybrid"},
		},
		{
			"sides differ without a common axis: no advice",
			asking(two, lean("A", "a", "1", "1"), need("N", "b", "0")),
			map[string]string{"A": "1", "N": "0"},
			flat{"practice": "1", "situation": "0", "gap": "null", "fit": "null", "advice": ""},
		},
		{
			"sides differ but the gap is 0: stay",
			asking(
				[]questionnaire.Axis{axis("a", "1"), axis("b", "1")},
				lean("A", "a", "1", "1/2"), need("M", "a", "1/2"), need("N", "b", "-1/5"),
			),
			map[string]string{"A": "1/2", "M": "1/2", "N": "-1/5"},
			flat{"band": "leaning_devops", "situation": "3/20", "tension": "1/5", "gap": "0", "advice": "stay_devops"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := flatten(score.Score(test.q, sheet(test.given)))
			for _, difference := range got.differences(test.want) {
				t.Error(difference)
			}
		})
	}
}

// settledNeed is a need that no step moves: its one option has no neighbour.
func settledNeed(id, axis, position string) questionnaire.Question {
	question := need(id, axis, position)
	question.Options = question.Options[:1]
	return question
}

// steady has three axes with two style answers each, all at the DevOps pole as the situation is, and a critical question.
func steady(positions ...string) (*questionnaire.Questionnaire, map[string]string) {
	var axes []questionnaire.Axis
	var questions []questionnaire.Question
	given := map[string]string{"restore": "0"}
	for _, id := range []string{"a", "b", "c"} {
		axes = append(axes, axis(id, "1"))
		for _, number := range []string{"1", "2"} {
			questions = append(questions, lean(id+number, id, "1", positions...))
			given[id+number] = "1"
		}
	}
	critical := readiness("restore", "a")
	critical.Critical = true
	questions = append(questions, critical, readiness("other", "a"))
	for _, id := range []string{"a", "b", "c"} {
		questions, given["need_"+id] = append(questions, settledNeed("need_"+id, id, "1")), "1"
	}
	return asking(axes, questions...), given
}

func TestConfidence(t *testing.T) {
	t.Parallel()
	half := map[string]string{"a1": "0.5", "a2": "0.5", "b1": "0.5", "b2": "0.5", "c1": "0.5", "c2": "0.5"}
	tests := []struct {
		name      string
		positions []string
		change    map[string]string
		want      score.Confidence
	}{
		{"all is known", fiveSteps, nil, score.HighConfidence},
		{"just four steps and two answers", fiveSteps, half, score.HighConfidence},
		{"three steps, though three answers", []string{"-1", "1"}, nil, score.MediumConfidence},
		{"four steps, but one answer", fiveSteps, map[string]string{"a1": "-1", "b1": "0.5", "b2": "0.5"}, score.MediumConfidence},
		{"two steps", fiveSteps, map[string]string{"a1": "-1", "a2": "-1"}, score.MediumConfidence},
		{"one step", fiveSteps, map[string]string{"a1": "-1", "a2": "-1", "b1": "0.5"}, score.LowConfidence},
		{"no way to another side", []string{"0.5", "1"}, nil, score.HighConfidence},
		{"a readiness question that is not critical is unknown", fiveSteps, map[string]string{"other": "dont_know"}, score.HighConfidence},
		{"a critical one is not known", fiveSteps, map[string]string{"restore": "dont_know"}, score.MediumConfidence},
		{"a critical one is skipped", fiveSteps, map[string]string{"restore": "skipped"}, score.MediumConfidence},
		{"a critical one does not apply", fiveSteps, map[string]string{"restore": "not_applicable"}, score.HighConfidence},
		{"an axis with one answer", fiveSteps, map[string]string{"a1": "not_applicable"}, score.MediumConfidence},
		{"a sixth is unknown", fiveSteps, map[string]string{"a1": "dont_know"}, score.MediumConfidence},
		{"half is unknown", fiveSteps, map[string]string{"a1": "dont_know", "b1": "dont_know", "c1": "dont_know"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			q, given := steady(test.positions...)
			maps.Copy(given, test.change)
			l := score.Score(q, sheet(given)).Leaning
			if l.Confidence != test.want {
				t.Errorf("confidence %q, want %q (coverage %s, %s steps)", l.Confidence, test.want, l.Coverage, flatten(score.Result{Leaning: l})["side.steps"])
			}
		})
	}
}

// An unknown answer costs high confidence by what it could change, and by how much of the whole it is.
func TestConfidenceUnderAnUnknownAnswer(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name                     string
		axisWeight, answerWeight string
		want                     score.Confidence
	}{
		{"one seventh, on the same side in any case", "1", "1", score.HighConfidence},
		{"one seventh that can lead to another side", "4", "1", score.MediumConfidence},
		{"a quarter, on the same side in any case", "1", "2", score.MediumConfidence},
	} {
		q, given := steady(fiveSteps...)
		q.Axes[2].Weight = rat(test.axisWeight)
		for i := range q.Questions {
			if question := &q.Questions[i]; question.Axis == "c" {
				question.Options = lean("", "", "1", "0.5").Options
			}
		}
		q.Questions = append(q.Questions, lean("c3", "c", test.answerWeight, fiveSteps...))
		for id := range given {
			if id != "restore" && !strings.HasPrefix(id, "need_") {
				given[id] = "0.5"
			}
		}
		l := score.Score(q, sheet(given)).Leaning
		if l.Confidence != test.want {
			t.Errorf("%s: confidence %q, want %q (%s..%s)", test.name, l.Confidence, test.want, l.Practice.Low, l.Practice.High)
		}
	}
}
