package advice_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// The tests in this file hold what the shipped questionnaire and catalogue promise together, on many drawn organisations. The
// draws are the same in each run, so that a figure such as a mean is too.

// figured advises without looking for how little would have to change, which no shipped rule asks for.
func figured(q *questionnaire.Questionnaire, given map[string]string) (advice.Result, *score.Leaning) {
	made := sheet(given)
	made.Questionnaire = q.ID
	return figuredSheet(q, made)
}

func figuredSheet(q *questionnaire.Questionnaire, given *answers.Sheet) (advice.Result, *score.Leaning) {
	leaning := score.Figures(q, given).Leaning
	return advice.Advise(q, given, score.Result{Leaning: leaning}), leaning
}

// drawn answers every question at random, up to a fifth of them with "don't know".
func drawn(r *rand.Rand, q *questionnaire.Questionnaire, number int) map[string]string {
	given := map[string]string{}
	unknown := []int{0, 5, 20}[number%3]
	for i := range q.Questions {
		question := &q.Questions[i]
		switch roll := r.IntN(100); {
		case roll < unknown:
			given[question.ID] = "dont_know"
		case roll < unknown+4 && question.AllowNA:
			given[question.ID] = "not_applicable"
		default:
			given[question.ID] = question.Options[r.IntN(len(question.Options))].ID
		}
	}
	return given
}

func isSevere(warning advice.Warning) bool {
	return warning.Severity == questionnaire.Critical || warning.Severity == questionnaire.High
}

func isNow(item advice.Recommendation) bool { return len(item.Blockers) == 0 }

// liftsShort reports an item that lifts an answer below the floor of an axis that is short of it.
func liftsShort(leaning *score.Leaning, item advice.Recommendation) bool {
	return slices.ContainsFunc(leaning.Unmet, func(unmet score.Unmet) bool {
		axis := slices.IndexFunc(leaning.Axes, func(a score.Axis) bool { return a.ID == unmet.Axis })
		short := leaning.Axes[axis].Shortfall
		return unmet.Level != nil && slices.Contains(item.Rule.Lifts, unmet.Question) && short != nil && short.Sign() > 0
	})
}

// remedy returns the rank of the first item for now that answers a warning; 0 for none.
func remedy(result advice.Result, leaning *score.Leaning, warning advice.Warning) int {
	for _, item := range result.Recommendations {
		lifts := warning.Rule.AnsweredByLifts && liftsShort(leaning, item)
		if isNow(item) && (lifts || slices.Contains(item.Rule.AnswersWarnings, warning.Rule.ID)) {
			return item.Rank
		}
	}
	return 0
}

func TestEverySevereWarningHasAnItemForNow(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick"} {
		q := questionnairetest.Shipped(t, id)
		r := rand.New(rand.NewPCG(1, 1))
		for number := range 1500 {
			given := drawn(r, q, number)
			result, leaning := figured(q, given)
			for _, warning := range result.Warnings {
				if isSevere(warning) && remedy(result, leaning, warning) == 0 {
					t.Fatalf("%s: nothing can be done now about %s (%s): %v", id, warning.Rule.ID, warning.Severity, given)
				}
			}
		}
	}
}

// TestNoDangerWaitsBehindANicety has two halves. What lifts an answer below the floor of a short axis comes before every nicety,
// and so does the first remedy of a critical warning, unless nothing but an unknown answer calls for it.
func TestNoDangerWaitsBehindANicety(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	r := rand.New(rand.NewPCG(2, 2))
	for number := range 2000 {
		given := drawn(r, q, number)
		result, leaning := figured(q, given)
		nicety := slices.IndexFunc(result.Recommendations, func(item advice.Recommendation) bool { return isNow(item) && isNicety(item) })
		if nicety < 0 {
			continue
		}
		for _, item := range result.Recommendations[nicety:] {
			if isNow(item) && liftsShort(leaning, item) {
				t.Fatalf("%s waits behind %s: %v", item.Rule.ID, result.Recommendations[nicety].Rule.ID, given)
			}
		}
		for _, warning := range result.Warnings {
			if warning.Severity == questionnaire.Critical && remedy(result, leaning, warning) > nicety+1 {
				t.Fatalf("the remedy of %s waits behind %s: %v", warning.Rule.ID, result.Recommendations[nicety].Rule.ID, given)
			}
		}
	}
}

// worse lists the options of a question that are more dangerous than the chosen one: less readiness, or a higher cost of failure,
// which full.yaml lists highest first.
func worse(question *questionnaire.Question, chosen string) []string {
	var found []string
	from := question.Option(chosen)
	if from == nil {
		return nil
	}
	for i := range question.Options {
		option := &question.Options[i]
		switch {
		case question.Measures == questionnaire.Readiness && option.Readiness.Cmp(from.Readiness) < 0:
			found = append(found, option.ID)
		case question.ID == "outage_cost" && i < slices.IndexFunc(question.Options, func(o questionnaire.Option) bool { return o.ID == chosen }):
			found = append(found, option.ID)
		}
	}
	return found
}

func TestOneMoreDangerRemovesNoWarning(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	r := rand.New(rand.NewPCG(3, 3))
	for number := range 1000 {
		given := drawn(r, q, number)
		question := &q.Questions[r.IntN(len(q.Questions))]
		before, _ := figured(q, given)
		for _, option := range worse(question, given[question.ID]) {
			then := maps.Clone(given)
			then[question.ID] = option
			after, _ := figured(q, then)
			checkKept(t, before, after, question.ID+"="+option)
		}
	}
}

// checkKept wants every warning to stay, none of them milder.
func checkKept(t *testing.T, before, after advice.Result, change string) {
	t.Helper()
	for _, was := range before.Warnings {
		if !slices.ContainsFunc(after.Warnings, func(is advice.Warning) bool {
			return is.Rule == was.Rule && is.Severity.Rank() >= was.Severity.Rank()
		}) {
			t.Fatalf("%s takes away %s (%s)", change, was.Rule.ID, was.Severity)
		}
	}
}

// TestSilenceIsNotSafer leaves out what was answered with "don't know". Every warning stays as it is, and so does every item,
// but for the one that counts such answers.
func TestSilenceIsNotSafer(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	r := rand.New(rand.NewPCG(4, 4))
	for number := range 1000 {
		given := drawn(r, q, number)
		silent := maps.Clone(given)
		maps.DeleteFunc(silent, func(_, option string) bool { return option == "dont_know" })
		before, _ := figured(q, given)
		after, _ := figured(q, silent)
		checkKept(t, before, after, "silence")
		checkKept(t, after, before, "an honest don't know")
		honest, kept := sorted(items(before, isNotCounting)), sorted(items(after, isNotCounting))
		if !slices.Equal(honest, kept) {
			t.Fatalf("don't know gives %v, silence %v", honest, kept)
		}
	}
}

func isNotCounting(item advice.Recommendation) bool { return item.Rule.ID != "find_out" }

// TestMirroredSheets draws pairs of organisations of which one is the other with the poles exchanged. Of the first five items
// as many point towards DevOps in the one as towards SysOps in the other, within a quarter of an item on average. Where practice
// and needs are opposed and readiness is poor, that holds of the items that no severe warning calls for: it is more dangerous to
// be too fast without a safety net than too slow with one, and what helps first is then a slower pace.
func TestMirroredSheets(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	anywhere := func(r *rand.Rand) (style, need float64) { return 2*r.Float64() - 1, 2*r.Float64() - 1 }
	opposed := func(r *rand.Rand) (style, need float64) { return -0.3 - 0.7*r.Float64(), 0.3 + 0.7*r.Float64() }
	every := func(advice.Recommendation) bool { return true }
	tests := []struct {
		name    string
		draw    func(r *rand.Rand) (style, need float64)
		isReady bool
		counted func(advice.Recommendation) bool
	}{
		{"any", anywhere, false, every},
		{"opposed", opposed, false, func(item advice.Recommendation) bool { return !isRemedy(item) }},
		{"opposed, ready", opposed, true, every},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			const pairs = 1000
			r := rand.New(rand.NewPCG(5, 5))
			devops, sysops := 0, 0
			for range pairs {
				style, need := test.draw(r)
				given, mirrored := mirroredPair(r, q, style, need, test.isReady)
				devops += firstTowards(q, given, "devops", test.counted)
				sysops += firstTowards(q, mirrored, "sysops", test.counted)
			}
			if difference := float64(devops-sysops) / pairs; difference > 0.25 || difference < -0.25 {
				t.Errorf("%d items towards DevOps, %d towards SysOps in %d pairs", devops, sysops, pairs)
			}
		})
	}
}

func firstTowards(q *questionnaire.Questionnaire, given map[string]string, pole string, counted func(advice.Recommendation) bool) int {
	result, _ := figured(q, given)
	return len(items(result, func(item advice.Recommendation) bool {
		return item.Rank <= advice.Judged().First && isNow(item) && item.Rule.Direction == pole && counted(item)
	}))
}

// mirroredPair answers style and needs around two values, and in the mirror around their opposites; everything else alike.
// Nothing limits the two: the limits of the questionnaire all forbid the same pole.
func mirroredPair(r *rand.Rand, q *questionnaire.Questionnaire, style, need float64, isReady bool) (given, mirrored map[string]string) {
	given, mirrored = map[string]string{}, map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		last := question.Options[len(question.Options)-1].ID
		same := question.Options[r.IntN(len(question.Options))].ID
		around := style
		switch {
		case question.IsNeed():
			around = need
			fallthrough
		case question.Measures == questionnaire.Lean:
			place := around + 0.4*r.NormFloat64()
			given[question.ID] = near(question, place)
			mirrored[question.ID] = near(question, -place)
			continue
		case question.Kind == questionnaire.Limit, isReady && question.Measures == questionnaire.Readiness:
			same = last
		}
		given[question.ID], mirrored[question.ID] = same, same
	}
	return given, mirrored
}

func near(question *questionnaire.Question, place float64) string {
	return at(strconv.FormatFloat(place, 'f', 6, 64))(question).ID
}
