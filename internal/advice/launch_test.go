package advice_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// The tests in this file hold what the launch review and its catalogue promise together. Sheets are read from files, as those of
// people are, so that what is not asked is left out.

// written are answers as a file writes them, by question.
type written map[string]string

// read checks the answers against the questionnaire.
func (w written) read(t interface{ Fatal(args ...any) }, q *questionnaire.Questionnaire) *answers.Sheet {
	var text strings.Builder
	fmt.Fprintf(&text, "questionnaire: %s\nanswers:\n", q.ID)
	for _, id := range slices.Sorted(maps.Keys(w)) {
		fmt.Fprintf(&text, "  %s: %s\n", id, w[id])
	}
	file, found := answers.Parse("launch.yaml", []byte(text.String()))
	if file == nil {
		t.Fatal(found)
	}
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found, text.String())
	}
	return sheet
}

// atLevel answers a question about readiness at a level, 0 to 4: with the option nearest to it, or with as many options of a list as
// do not exceed it, and at least one above 0.
func atLevel(question *questionnaire.Question, level int64) string {
	if !question.Many {
		return at(fmt.Sprint(level))(question).ID
	}
	var chosen []string
	for i := range question.Options {
		more := append(slices.Clone(chosen), question.Options[i].ID)
		given := answers.Answer{Status: answers.Answered, List: &answers.List{Options: more}}
		if question.Options[i].Worth != nil && level > 0 && (len(chosen) == 0 || score.LevelOf(question, given).Cmp(rat(fmt.Sprint(level))) <= 0) {
			chosen = more
		}
	}
	return "[" + strings.Join(chosen, ", ") + "]"
}

// uniform answers all points at one level, for a service of a tier and a kind of launch.
func uniform(q *questionnaire.Questionnaire, tier, launch string, level int64) written {
	given := written{"outage_cost": tier, "launch_kind": launch, "audience": "public", "rules": "approval"}
	for i := range q.Questions {
		if question := &q.Questions[i]; question.Measures == questionnaire.Readiness {
			given[question.ID] = atLevel(question, level)
		}
	}
	return given
}

// variations yields uniform answers, and each of them with one answer that differs.
func variations(q *questionnaire.Questionnaire, yield func(written) bool) {
	for _, tier := range []string{"safety", "vital", "serious", "noticeable", "minor", "dont_know"} {
		for _, launch := range []string{"migration", "routine"} {
			for level := range int64(5) {
				given := uniform(q, tier, launch, level)
				if !yield(given) || !yieldOneDifferent(q, given, yield) {
					return
				}
			}
		}
	}
	yield(written{"outage_cost": "serious"})
}

func yieldOneDifferent(q *questionnaire.Questionnaire, given written, yield func(written) bool) bool {
	for i := range q.Questions {
		question := &q.Questions[i]
		others := []string{string(answers.DontKnow)}
		if question.Measures == questionnaire.Readiness {
			others = append(others, atLevel(question, 0), atLevel(question, 4))
		} else {
			others = append(others, question.Options[len(question.Options)-1].ID)
		}
		for _, other := range others {
			changed := maps.Clone(given)
			changed[question.ID] = other
			if !yield(changed) {
				return false
			}
		}
	}
	return true
}

// Each of the warnings, in each of its severities, and each of the items appears for some answers, and says because of which.
func TestEveryLaunchRuleCanAppear(t *testing.T) {
	if testing.Short() {
		t.Skip("tries sheets by the thousand, one after the other")
	}
	t.Parallel()
	q := questionnairetest.Shipped(t, "launch")
	missing := launchRules(q)
	for given := range func(yield func(written) bool) { variations(q, yield) } {
		result := run(q, given.read(t, q))
		for _, warning := range result.Warnings {
			delete(missing, "warning "+warning.Rule.ID+" "+string(warning.Severity))
			wantReasons(t, q, warning.Rule.ID, warning.Because)
		}
		for _, item := range result.Recommendations {
			delete(missing, "item "+item.Rule.ID)
			wantReasons(t, q, item.Rule.ID, item.Because)
		}
	}
	for _, rule := range slices.Sorted(maps.Keys(missing)) {
		t.Errorf("no answers make it appear: %s", rule)
	}
}

// launchRules are the names of all rules of the catalogue, a warning once for each severity.
func launchRules(q *questionnaire.Questionnaire) map[string]bool {
	rules := map[string]bool{}
	for _, warning := range q.Catalogue.Warnings {
		for _, grade := range warning.Grades {
			rules["warning "+warning.ID+" "+string(grade.Severity)] = true
		}
	}
	for _, item := range q.Catalogue.Recommendations {
		rules["item "+item.ID] = true
	}
	return rules
}

func wantReasons(t *testing.T, q *questionnaire.Questionnaire, rule string, because []string) {
	t.Helper()
	if len(because) == 0 {
		t.Fatalf("%s does not say why it appears", rule)
	}
	for _, id := range because {
		if q.Question(id) == nil {
			t.Fatalf("%s appears because of %q, which is not asked", rule, id)
		}
	}
}

// A first step fits only answers that are not at their best yet.
func TestNoLaunchItemForAPerfectAnswer(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "launch")
	for _, tier := range []string{"safety", "vital", "serious", "noticeable", "minor"} {
		for _, launch := range []string{"new", "change", "migration", "routine"} {
			given := uniform(q, tier, launch, 4)
			result := run(q, given.read(t, q))
			for _, item := range result.Recommendations {
				t.Errorf("%s, %s: %q because of %v", tier, launch, item.Rule.Title, item.Because)
			}
			for _, warning := range result.Warnings {
				t.Errorf("%s, %s: %q because of %v", tier, launch, warning.Rule.Title, warning.Because)
			}
		}
	}
}

// drawLaunch answers the launch review at random.
func drawLaunch(t *rapid.T, q *questionnaire.Questionnaire) written {
	given := written{}
	for i := range q.Questions {
		question := &q.Questions[i]
		choices := []string{string(answers.DontKnow)}
		for j := range question.Options {
			choices = append(choices, question.Options[j].ID)
		}
		if question.Many {
			choices = []string{string(answers.DontKnow)}
			for level := range int64(5) {
				choices = append(choices, atLevel(question, level))
			}
		}
		if question.AllowNA {
			choices = append(choices, `{not_applicable: "no such thing"}`)
		}
		given[question.ID] = rapid.SampledFrom(choices).Draw(t, question.ID)
	}
	return given
}

// Whoever gets better at one point is never told that the service is less ready.
func TestLaunchLevelUpNeverMakesStateWorse(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "launch")
	rapid.Check(t, func(t *rapid.T) {
		given := drawLaunch(t, q)
		before := score.Score(q, given.read(t, q)).Readiness.State
		for i := range q.Questions {
			question := &q.Questions[i]
			known := question.Measures == questionnaire.Readiness && given[question.ID] != string(answers.DontKnow)
			if !known || strings.HasPrefix(given[question.ID], "{") {
				continue
			}
			better := maps.Clone(given)
			better[question.ID] = oneBetter(question, given[question.ID])
			if after := score.Score(q, better.read(t, q)).Readiness.State; readiest(after) < readiest(before) {
				t.Fatalf("%s: %s instead of %s makes %q of %q", question.ID, better[question.ID], given[question.ID], after, before)
			}
		}
	})
}

// oneBetter is the answer one level above; the same where there is none.
func oneBetter(question *questionnaire.Question, given string) string {
	if question.Many {
		return atLevel(question, 4)
	}
	i := slices.IndexFunc(question.Options, func(o questionnaire.Option) bool { return o.ID == given })
	return question.Options[min(i+1, len(question.Options)-1)].ID
}

// readiest orders the states. One that cannot be told stands beside ready: an open tier hides it.
func readiest(state score.State) int {
	return slices.Index([]score.State{score.NotReady, score.Gaps, "", score.Ready}, state)
}

// The order of questions, options and axes of the launch review changes neither the state nor what is advised.
func TestLaunchOrderNeverMatters(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "launch")
	rapid.Check(t, func(t *rapid.T) {
		given := drawLaunch(t, q)
		other := *q
		other.Axes = rapid.Permutation(q.Axes).Draw(t, "axes")
		other.Questions = rapid.Permutation(q.Questions).Draw(t, "questions")
		for i := range other.Questions {
			other.Questions[i].Options = rapid.Permutation(other.Questions[i].Options).Draw(t, "options")
		}
		want, got := launchOutcome(t, q, given), launchOutcome(t, &other, given)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("in another order (-before +after):\n%s", diff)
		}
	})
}

// launchOutcome is what is said about answers: the state, the points that are unmet, and the advice in its order.
func launchOutcome(t *rapid.T, q *questionnaire.Questionnaire, given written) []string {
	sheet := given.read(t, q)
	result := score.Score(q, sheet)
	said := []string{string(result.Readiness.State)}
	for _, unmet := range result.Readiness.Unmet {
		said = append(said, "unmet "+unmet.Question)
	}
	advised := advice.Advise(q, sheet, result)
	for _, warning := range advised.Warnings {
		said = append(said, string(warning.Severity)+" "+warning.Rule.ID+" "+reasons(warning.Because))
	}
	for _, item := range advised.Recommendations {
		said = append(said, item.Rule.ID+" "+reasons(item.Because))
	}
	return said
}

// reasons are in the order of the questionnaire, which is not looked at here.
func reasons(because []string) string {
	return strings.Join(slices.Sorted(slices.Values(because)), " ")
}
