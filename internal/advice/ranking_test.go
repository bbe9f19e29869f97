package advice_test

import (
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// The expected scores are worked out by hand from 100*urgency*impact/5 - 10*(effort-1) + bonus.
func TestScore(t *testing.T) {
	t.Parallel()
	given := map[string]string{"pace": "low", "tests": "dont_know", "restore": "r1", "alarm": "r3"}
	plain := answer("pace", "low")
	tests := []struct {
		name     string
		when     condition.Condition
		urgency  *big.Rat
		effort   int
		impact   int
		warnings []string
		want     string
	}{
		{"nothing measured: a half", plain, nil, 1, 5, nil, "50"},
		{"nothing measured: its own urgency", plain, rat("4/5"), 1, 5, nil, "80"},
		{"impact in fifths", plain, rat("1"), 1, 3, nil, "60"},
		{"effort costs ten a grade", plain, rat("1"), 3, 5, nil, "80"},
		{"below zero", plain, rat("0"), 3, 1, nil, "-20"},

		{"shift: the gap, at most 1, and half of it without a mandate", shift("speed", "devops"), nil, 1, 5, nil, "50"},
		{"shortfall by two", metric("shortfall", "calm", gte("1")), nil, 1, 5, nil, "75"},
		{"shortfall overall: the largest", metric("shortfall", "overall", gte("1")), nil, 1, 5, nil, "75"},
		{"level: what is missing to 4", level("restore", lte("2")), nil, 1, 5, nil, "75"},
		{"unmet: what is missing to 4", unmet("restore"), nil, 1, 5, nil, "75"},
		{"unknown: three fifths", unknown("tests"), nil, 1, 5, nil, "60"},
		{"beyond a limit: how far", metric("beyond_limit", "speed", gt("0")), nil, 1, 5, nil, "40"},
		{"don't-knows: a tenth of them", metric("dont_know_count", "overall", gte("1")), nil, 1, 5, nil, "10"},
		{"tension: its value", metric("tension", "overall", gte("0.3")), nil, 1, 5, nil, "100/3"},
		{"another metric measures none", metric("fit", "overall", lt("70")), nil, 1, 5, nil, "50"},
		{"not shift measures none", notShift("speed", "sysops"), nil, 1, 5, nil, "50"},

		{"the largest of the triggers that pass", anyOf(level("alarm", lte("3")), unknown("tests"), plain), nil, 1, 5, nil, "60"},
		{"a trigger that fails does not count", anyOf(level("restore", lte("0")), level("alarm", lte("3"))), nil, 1, 5, nil, "25"},
		{
			"nor does one in a branch that fails",
			anyOf(all(level("restore", lte("2")), answer("pace", "high")), level("alarm", lte("3"))), nil, 1, 5, nil, "25",
		},
		{"nor one inside none", all(plain, none(none(level("restore", lte("2"))))), nil, 1, 5, nil, "50"},
		{"urgency is no floor under what is measured", level("alarm", lte("3")), rat("1"), 1, 5, nil, "25"},

		{"bonus for a critical warning", plain, nil, 1, 5, ids("critical"), "130"},
		{"for a high one", plain, nil, 1, 5, ids("high"), "85"},
		{"for a medium one", plain, nil, 1, 5, ids("medium"), "70"},
		{"for an info", plain, nil, 1, 5, ids("info"), "60"},
		{"one bonus, for the most severe", plain, nil, 1, 5, ids("info", "high", "medium"), "85"},
		{"at most 20 for what only an unknown triggers", unknown("tests"), nil, 1, 5, ids("critical"), "80"},
		{"the whole where more than an unknown does", anyOf(unknown("tests"), plain), nil, 1, 5, ids("critical"), "140"},
		{"none for a warning that is not active", plain, nil, 1, 5, ids("silent"), "50"},

		{"all together", anyOf(level("restore", lte("2")), plain), rat("1"), 2, 4, ids("medium", "silent"), "70"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			catalogue := dangers()
			catalogue.Recommendations = []questionnaire.Recommendation{{
				ID: "item", Axis: "speed", When: test.when, Urgency: test.urgency, Effort: test.effort, Impact: test.impact,
				AnswersWarnings: test.warnings,
			}}
			got := advise(t, catalogue, given).Recommendations
			if len(got) != 1 {
				t.Fatalf("%d items, want 1", len(got))
			}
			if !exact(got[0].Score, rat(test.want)) {
				t.Errorf("score %s, want %s", got[0].Score, test.want)
			}
		})
	}
}

// A gap of less than 1 counts as it is, whichever way it points; half of it where the verdict is no mandate to move.
func TestScoreOfAShift(t *testing.T) {
	t.Parallel()
	tests := []struct {
		advice score.Advice
		want   string
	}{
		{score.ShiftDevOps, "40"},
		{score.ShiftSysOps, "40"},
		{score.Combine, "40"},
		{score.StayDevOps, "20"},
		{score.StayHybrid, "20"},
		{score.StaySysOps, "20"},
		{"", "20"},
	}
	q := small()
	q.Catalogue = &questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{
		{ID: "item", Axis: "speed", When: shift("speed", "sysops"), Effort: 1, Impact: 5},
	}}
	for _, test := range tests {
		result := leaning()
		result.Axes[0].Direction, result.Axes[0].Gap, result.Advice = score.TowardsSysOps, rat("-2/5"), test.advice
		got := advice.Advise(q, sheet(nil), score.Result{Leaning: result}).Recommendations
		if len(got) != 1 || !exact(got[0].Score, rat(test.want)) {
			t.Errorf("advice %q: got %v, want one item of %s", test.advice, got, test.want)
		}
	}
}

// Many answers "don't know" are urgent, but no more than four fifths.
func TestScoreOfManyDontKnows(t *testing.T) {
	t.Parallel()
	q := small()
	given := map[string]string{}
	for i := range 9 {
		id := string(rune('a' + i))
		q.Questions = append(q.Questions, questionnaire.Question{ID: id, Measures: questionnaire.Context})
		given[id] = "dont_know"
	}
	q.Catalogue = &questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{
		{ID: "item", Axis: "overall", When: metric("dont_know_count", "overall", gte("1")), Effort: 1, Impact: 5},
	}}
	got := advice.Advise(q, sheet(given), score.Result{Leaning: leaning()}).Recommendations
	if len(got) != 1 || !exact(got[0].Score, rat("80")) {
		t.Errorf("got %v, want one item of 80", got)
	}
}

// What lifts an answer below the floor of an axis that is short helps against a warning that such items answer.
func TestItemsThatLiftAnswerAWarning(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, lifts, shortfall string
		want                   string
	}{
		{"below the floor of a short axis", "restore", "3/2", "85"},
		{"unknown on a short axis", "tests", "3/2", "50"},
		{"at its floor", "pace", "3/2", "50"},
		{"below the floor of an axis that is not short", "restore", "0", "50"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			rule := item("item", "calm", 50)
			rule.Lifts = ids(test.lifts)
			q := small()
			q.Catalogue = &questionnaire.Catalogue{
				Warnings:        []questionnaire.Warning{{ID: "short", AnsweredByLifts: true, Grades: fixed(questionnaire.High)}},
				Recommendations: []questionnaire.Recommendation{rule},
			}
			result := leaning()
			result.Axes[1].Shortfall = rat(test.shortfall)
			got := advice.Advise(q, sheet(nil), score.Result{Leaning: result}).Recommendations
			if len(got) != 1 || !exact(got[0].Score, rat(test.want)) {
				t.Errorf("got %v, want one item of %s", got, test.want)
			}
		})
	}
}

// A nicety moves no figure and answers no danger. It does not come before what lifts an answer below the floor of a short axis.
func TestNicetiesComeBehindWhatIsMissing(t *testing.T) {
	t.Parallel()
	lifting := func(id string, points int64, questions ...string) questionnaire.Recommendation {
		rule := item(id, "calm", points)
		rule.Lifts = questions
		return rule
	}
	moving := item("moves", "speed", 70)
	moving.Moves = ids("pace")
	waits := lifting("waits", 1, "restore")
	waits.Requires = answer("elsewhere", "x")
	tests := []struct {
		name  string
		rules []questionnaire.Recommendation
		want  []string
	}{
		{
			"a nicety",
			[]questionnaire.Recommendation{item("nicety", "overall", 90), lifting("lifts", 20, "restore"), moving},
			ids("moves", "lifts", "nicety"),
		},
		{
			"several, which then score alike",
			[]questionnaire.Recommendation{item("a", "speed", 40), item("b", "overall", 90), lifting("lifts", 20, "restore")},
			ids("lifts", "a", "b"),
		},
		{
			"nor before the lowest of several",
			[]questionnaire.Recommendation{item("nicety", "overall", 90), lifting("one", 80, "restore"), lifting("two", 20, "restore")},
			ids("one", "two", "nicety"),
		},
		{
			"one that scores less stays where it is",
			[]questionnaire.Recommendation{item("nicety", "overall", 10), lifting("lifts", 20, "restore"), lifting("other", 5)},
			ids("lifts", "nicety", "other"),
		},
		{
			"a remedy of a high warning is none",
			[]questionnaire.Recommendation{item("remedy", "overall", 10, "high"), lifting("lifts", 20, "restore")},
			ids("remedy", "lifts"),
		},
		{
			"one of a medium warning is",
			[]questionnaire.Recommendation{item("remedy", "overall", 10, "medium"), lifting("lifts", 20, "restore")},
			ids("lifts", "remedy"),
		},
		{
			"what lifts an unknown answer is no measure",
			[]questionnaire.Recommendation{item("nicety", "overall", 90), lifting("lifts", 20, "tests")},
			ids("nicety", "lifts"),
		},
		{
			"nor is what has to wait",
			[]questionnaire.Recommendation{item("nicety", "overall", 90), waits},
			ids("nicety", "waits"),
		},
		{
			"nor does it take the place of what is passed over for its axis",
			[]questionnaire.Recommendation{
				item("nicety", "overall", 90), lifting("a", 80, "restore"), lifting("b", 70, "restore"), lifting("c", 60, "restore"), moving,
			},
			ids("a", "b", "moves", "c", "nicety"),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			catalogue := dangers()
			catalogue.Recommendations = test.rules
			if diff := cmp.Diff(test.want, ranked(t, advise(t, catalogue, nil))); diff != "" {
				t.Errorf("order (-want +got):\n%s", diff)
			}
		})
	}
}

// Full readiness is a measure too: the item's own urgency does not replace it.
func TestScoreOfAMeasuredZero(t *testing.T) {
	t.Parallel()
	rule := item("item", "calm", 100)
	rule.When = level("alarm", gte("0"))
	catalogue := questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{rule}}
	got := advise(t, catalogue, map[string]string{"alarm": "r4"}).Recommendations
	if len(got) != 1 || !exact(got[0].Score, rat("0")) {
		t.Errorf("got %v, want one item of 0", got)
	}
}

// dangers has one active warning of each severity, named after it, and a silent one.
func dangers() questionnaire.Catalogue {
	var catalogue questionnaire.Catalogue
	for _, severity := range []questionnaire.Severity{
		questionnaire.Info, questionnaire.Medium, questionnaire.High, questionnaire.Critical,
	} {
		catalogue.Warnings = append(catalogue.Warnings, questionnaire.Warning{ID: string(severity), Grades: fixed(severity)})
	}
	silent := questionnaire.Warning{ID: "silent", When: answer("elsewhere", "x"), Grades: fixed(questionnaire.Critical)}
	catalogue.Warnings = append(catalogue.Warnings, silent)
	return catalogue
}

// item is a recommendation that always applies and scores points: 100 times its urgency.
func item(id, axis string, points int64, warnings ...string) questionnaire.Recommendation {
	return questionnaire.Recommendation{
		ID: id, Axis: axis, Effort: 1, Impact: 5, Urgency: big.NewRat(points, 100), AnswersWarnings: warnings,
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	dear := item("dear", "calm", 60)
	dear.Effort = 2
	tests := []struct {
		name  string
		rules []questionnaire.Recommendation
		want  []string
	}{
		{"by score", []questionnaire.Recommendation{item("a", "x", 10), item("b", "y", 30), item("c", "z", 20)}, ids("b", "c", "a")},
		{"then by effort", []questionnaire.Recommendation{dear, item("easy", "speed", 50)}, ids("easy", "dear")},
		{"then by id", []questionnaire.Recommendation{item("b", "x", 10), item("a", "y", 10)}, ids("a", "b")},
		{
			"at most two of an axis among the first five",
			[]questionnaire.Recommendation{
				item("s1", "s", 90), item("s2", "s", 80), item("s3", "s", 70), item("s4", "s", 60),
				item("c1", "c", 50), item("c2", "c", 40), item("d1", "d", 30), item("c3", "c", 20),
			},
			ids("s1", "s2", "c1", "c2", "d1", "s3", "s4", "c3"),
		},
		{
			"overall is an axis of its own",
			[]questionnaire.Recommendation{
				item("o1", "overall", 90), item("o2", "overall", 80), item("o3", "overall", 70),
				item("s1", "s", 60), item("s2", "s", 50), item("d1", "d", 40),
			},
			ids("o1", "o2", "s1", "s2", "d1", "o3"),
		},
		{
			"after the fifth the limit does not count",
			[]questionnaire.Recommendation{
				item("a1", "a", 90), item("a2", "a", 80), item("b1", "b", 70), item("b2", "b", 60), item("c1", "c", 50),
				item("d1", "d", 40), item("d2", "d", 30), item("d3", "d", 20), item("a3", "a", 10),
			},
			ids("a1", "a2", "b1", "b2", "c1", "d1", "d2", "d3", "a3"),
		},
		{
			"the places stay filled where only one axis is left",
			[]questionnaire.Recommendation{item("s1", "s", 90), item("s2", "s", 80), item("s3", "s", 70), item("c1", "c", 60)},
			ids("s1", "s2", "c1", "s3"),
		},
		{
			"remedies of critical and high warnings are not counted and not passed over",
			[]questionnaire.Recommendation{
				item("r1", "s", 90, "critical"), item("s1", "s", 80), item("r2", "s", 60, "high"), item("s2", "s", 70),
				item("s3", "s", 50), item("r3", "s", 0, "critical"), item("c1", "c", 10),
			},
			// Scores: r1 170, r2 95, s1 and r3 80, s2 70, s3 50, c1 10.
			ids("r1", "r2", "r3", "s1", "s2", "s3", "c1"),
		},
		{
			"remedies of medium warnings and infos are",
			[]questionnaire.Recommendation{
				item("m1", "s", 90, "medium"), item("m2", "s", 80, "info"), item("m3", "s", 70, "medium"),
				item("c1", "c", 60), item("c2", "c", 50), item("d1", "d", 40),
			},
			ids("m1", "m2", "c1", "c2", "d1", "m3"),
		},
		{
			"and so are remedies of warnings that are not active",
			[]questionnaire.Recommendation{
				item("s1", "s", 90, "silent"), item("s2", "s", 80, "silent"), item("s3", "s", 70, "silent"),
				item("c1", "c", 60), item("c2", "c", 50), item("d1", "d", 40),
			},
			ids("s1", "s2", "c1", "c2", "d1", "s3"),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			catalogue := dangers()
			catalogue.Recommendations = test.rules
			if diff := cmp.Diff(test.want, ranked(t, advise(t, catalogue, nil))); diff != "" {
				t.Errorf("order (-want +got):\n%s", diff)
			}
		})
	}
}

// ranked lists the ids of the items and checks that their ranks count from 1.
func ranked(t *testing.T, result advice.Result) []string {
	t.Helper()
	var list []string
	for i, recommendation := range result.Recommendations {
		if recommendation.Rank != i+1 {
			t.Errorf("%s has rank %d at place %d", recommendation.Rule.ID, recommendation.Rank, i+1)
		}
		list = append(list, recommendation.Rule.ID)
	}
	return list
}

func TestItemsForLaterFollowThoseForNow(t *testing.T) {
	t.Parallel()
	blocked := func(id string, points int64) questionnaire.Recommendation {
		rule := item(id, "s", points)
		rule.Requires = level("alarm", gte("2"))
		return rule
	}
	catalogue := questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{
		blocked("l1", 90), blocked("l3", 70), blocked("l2", 80),
		item("n1", "s", 30), item("n2", "s", 20), item("n3", "s", 10), item("c1", "c", 5),
	}}
	got := ranked(t, advise(t, catalogue, map[string]string{"alarm": "r1"}))
	if diff := cmp.Diff(ids("n1", "n2", "c1", "n3", "l1", "l2", "l3"), got); diff != "" {
		t.Errorf("those for later neither take a place nor share the limit (-want +got):\n%s", diff)
	}
	got = ranked(t, advise(t, catalogue, map[string]string{"alarm": "r2"}))
	if diff := cmp.Diff(ids("l1", "l2", "c1", "l3", "n1", "n2", "n3"), got); diff != "" {
		t.Errorf("with the requirement met (-want +got):\n%s", diff)
	}
}

func TestNoAdvice(t *testing.T) {
	t.Parallel()
	given := &answers.Sheet{}
	without := small()
	with := small()
	with.Catalogue = &questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{item("a", "s", 10)}}
	for name, got := range map[string]advice.Result{
		"no catalogue":    advice.Advise(without, given, score.Result{Leaning: leaning()}),
		"a quadrant":      advice.Advise(with, given, score.Result{Quadrant: &score.Quadrant{}}),
		"empty catalogue": advise(t, questionnaire.Catalogue{}, nil),
	} {
		if got.Warnings != nil || got.Recommendations != nil {
			t.Errorf("%s: %v, want nothing", name, got)
		}
	}
}
