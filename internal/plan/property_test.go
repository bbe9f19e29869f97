package plan_test

import (
	stdcmp "cmp"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// drawSheet answers most questions, and leaves some open or out.
func drawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		switch kind := rapid.IntRange(0, 19).Draw(t, question.ID); {
		case kind == 0:
			sheet.Answers[question.ID] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
		case kind == 1 && question.AllowNA:
			sheet.Answers[question.ID] = answers.Answer{Status: answers.NotApplicable, Source: answers.Person}
		case kind == 2:
		default:
			option := rapid.SampledFrom(question.Options).Draw(t, "option")
			sheet.Answers[question.ID] = answers.Answer{Status: answers.Answered, Option: option.ID, Source: answers.Person}
		}
	}
	return sheet
}

// TestEveryStepIsHonest walks along a path and compares each step with what the other packages compute at that point.
func TestEveryStepIsHonest(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheet := drawSheet(t, q)
		doc := build(q, sheet, 8)
		taken := map[string]bool{}
		before := doc.Start
		for i := range doc.Steps {
			step := &doc.Steps[i]
			checkChoice(t, q, sheet, taken, step)
			taken[step.Recommendation.ID] = true
			after := checkAssumptions(t, q, sheet, step)
			checkLimits(t, q, sheet, after, step)
			sheet = after
			checkFigures(t, q, before, step)
			before = step.After
		}
	})
}

// checkChoice holds that a step is the first recommendation that could be started and was not taken.
func checkChoice(t *rapid.T, q *questionnaire.Questionnaire, sheet *answers.Sheet, taken map[string]bool, step *plan.Step) {
	advised := advice.Advise(q, sheet, score.Score(q, sheet)).Recommendations
	at := slices.IndexFunc(advised, func(item advice.Recommendation) bool { return len(item.Blockers) == 0 && !taken[item.Rule.ID] })
	if at < 0 || advised[at].Rule.ID != step.Recommendation.ID || advised[at].Rank != step.Recommendation.Rank {
		t.Fatalf("step %d is %s, which is not next", step.Step, step.Recommendation.ID)
	}
}

// checkAssumptions holds that a step changes readiness upwards, or one answer of style towards what is called for, and
// returns the sheet after it.
func checkAssumptions(t *rapid.T, q *questionnaire.Questionnaire, sheet *answers.Sheet, step *plan.Step) *answers.Sheet {
	if (step.NotEstimated == nil) != (len(step.Assumes) > 0) {
		t.Fatalf("step %d assumes %v, not estimated %v", step.Step, step.Assumes, step.NotEstimated)
	}
	for _, change := range step.Assumes {
		question := q.Question(change.Question)
		given := sheet.Get(change.Question)
		from, to := question.Option(given.Option), question.Option(change.To)
		if change.From != given.Word() || change.From == change.To {
			t.Fatalf("step %d says that %s changes from %s to %s", step.Step, change.Question, change.From, change.To)
		}
		switch {
		case question.Measures == questionnaire.Readiness && (from == nil || to.Readiness.Cmp(from.Readiness) > 0):
		case question.Measures == questionnaire.Lean && len(step.Assumes) == 1 && question.Axis == step.Recommendation.Axis:
			pole := map[string]int{"devops": 1, "sysops": -1}[string(step.Recommendation.Direction)]
			if way := to.Position.Cmp(from.Position); pole != 0 && way != pole {
				t.Fatalf("step %d moves %s away from its pole", step.Step, change.Question)
			}
		default:
			t.Fatalf("step %d changes %s from %s to %s", step.Step, change.Question, change.From, change.To)
		}
		sheet = sheet.With(q, change.Question, answers.Answer{Status: answers.Answered, Option: change.To, Source: answers.Supposed})
	}
	return sheet
}

// checkLimits holds that no step leads practice beyond a limit, or farther beyond one.
func checkLimits(t *rapid.T, q *questionnaire.Questionnaire, before, after *answers.Sheet, step *plan.Step) {
	was, is := score.Figures(q, before).Leaning.Axes, score.Figures(q, after).Leaning.Axes
	for i := range is {
		if beyond(&is[i]).Cmp(beyond(&was[i])) > 0 {
			t.Fatalf("step %d leads %s beyond a limit", step.Step, is[i].ID)
		}
	}
}

func beyond(a *score.Axis) *big.Rat {
	if a.BeyondLimit == nil {
		return new(big.Rat)
	}
	return a.BeyondLimit.Amount
}

// checkFigures holds that no step makes a service less ready or leads it to a side that its situation does not call for,
// and that a step without an estimate changes nothing.
func checkFigures(t *rapid.T, q *questionnaire.Questionnaire, before plan.State, step *plan.Step) {
	if step.NotEstimated != nil {
		if diff := cmp.Diff(before, step.After); diff != "" {
			t.Fatalf("step %d assumes nothing, and yet (-before +after):\n%s", step.Step, diff)
		}
		return
	}
	was, is := before.Verdict.Leaning, step.After.Verdict.Leaning
	if diff := cmp.Diff(was.Situation, is.Situation); diff != "" {
		t.Fatalf("step %d changes the situation:\n%s", step.Step, diff)
	}
	if less(is.Readiness.LowerBound, was.Readiness.LowerBound) {
		t.Fatalf("step %d lowers readiness from %v to %v", step.Step, *was.Readiness.LowerBound, *is.Readiness.LowerBound)
	}
	known := !slices.ContainsFunc(step.Assumes, func(change report.Change) bool {
		return change.From == string(answers.DontKnow) || change.From == string(answers.Skipped)
	})
	if known && less(is.Readiness.Value, was.Readiness.Value) {
		t.Fatalf("step %d lowers readiness from %v to %v", step.Step, *was.Readiness.Value, *is.Readiness.Value)
	}
	if q.Question(step.Assumes[0].Question).Measures == questionnaire.Lean {
		checkMove(t, before, step)
	} else if diff := cmp.Diff(was.Practice, is.Practice); diff != "" {
		t.Fatalf("step %d raises readiness and changes practice:\n%s", step.Step, diff)
	}
}

func checkMove(t *rapid.T, before plan.State, step *plan.Step) {
	for i := range step.After.Axes {
		was, is := &before.Axes[i], &step.After.Axes[i]
		if is.ID != step.Recommendation.Axis {
			if diff := cmp.Diff(was.Practice, is.Practice); diff != "" {
				t.Fatalf("step %d changes practice on %s too:\n%s", step.Step, is.ID, diff)
			}
			continue
		}
		if size(is.Gap) > size(was.Gap) {
			t.Fatalf("step %d widens the gap on %s from %v to %v", step.Step, is.ID, *was.Gap, *is.Gap)
		}
		if reached := side(is.Practice.Band); reached != side(was.Practice.Band) && reached*side(is.Situation.Band) <= 0 && reached != 0 {
			t.Fatalf("step %d leads %s to %s, which the situation (%s) does not call for", step.Step, is.ID, is.Practice.Band, is.Situation.Band)
		}
	}
}

func less(a, b *float64) bool { return a != nil && b != nil && *a < *b }

func size(x *float64) float64 { return max(*x, -*x) }

func side(band report.Text) int {
	return strings.Count(string(band), "devops") - strings.Count(string(band), "sysops")
}

// TestShorterPathIsTheBeginning also holds that a path ends, that no step comes twice, and that the input stays as it is.
func TestShorterPathIsTheBeginning(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheet := drawSheet(t, q)
		untouched := cmp.Diff(nil, sheet)
		long := build(q, sheet, 100)
		if len(long.Steps) > plan.MostSteps || long.Limit != plan.MostSteps {
			t.Fatalf("%d steps within a limit of %d", len(long.Steps), long.Limit)
		}
		steps := rapid.IntRange(1, plan.MostSteps).Draw(t, "steps")
		short := build(q, sheet, steps)
		if diff := cmp.Diff(long.Steps[:min(steps, len(long.Steps))], short.Steps); diff != "" {
			t.Fatalf("a path of %d steps (-beginning of the long one +short one):\n%s", steps, diff)
		}
		seen := map[string]bool{}
		for i := range long.Steps {
			id := long.Steps[i].Recommendation.ID
			if seen[id] {
				t.Fatalf("%s comes twice", id)
			}
			seen[id] = true
		}
		if diff := cmp.Diff(untouched, cmp.Diff(nil, sheet)); diff != "" {
			t.Fatal("the answers were changed")
		}
	})
}

// TestOrderInAFileChangesNoPath turns every list of the questionnaire and its catalogue around.
func TestOrderInAFileChangesNoPath(t *testing.T) {
	t.Parallel()
	q, turned := questionnairetest.Frozen(t), questionnairetest.Frozen(t)
	slices.Reverse(turned.Axes)
	slices.Reverse(turned.Questions)
	for i := range turned.Questions {
		slices.Reverse(turned.Questions[i].Options)
		slices.Reverse(turned.Questions[i].Affects)
	}
	slices.Reverse(turned.Catalogue.Warnings)
	slices.Reverse(turned.Catalogue.Recommendations)
	for i := range turned.Catalogue.Recommendations {
		slices.Reverse(turned.Catalogue.Recommendations[i].When.Of)
	}
	rapid.Check(t, func(t *rapid.T) {
		sheet := drawSheet(t, q)
		if diff := cmp.Diff(essence(build(q, sheet, 8)), essence(build(turned, sheet, 8))); diff != "" {
			t.Fatalf("path (-as it is +turned around):\n%s", diff)
		}
	})
}

// essence is what the order of a file must not change: lists that follow that order are sorted.
func essence(doc *plan.Document) []any {
	var list []any
	for i := range doc.Steps {
		step := &doc.Steps[i]
		slices.SortFunc(step.Assumes, func(a, b report.Change) int { return strings.Compare(a.Question, b.Question) })
		leaning := step.After.Verdict.Leaning
		slices.SortFunc(leaning.Readiness.Unmet, func(a, b report.Unmet) int { return strings.Compare(a.Question, b.Question) })
		if leaning.Held != nil {
			slices.SortFunc(leaning.Held.By, func(a, b report.Limit) int {
				return stdcmp.Or(strings.Compare(a.Axis, b.Axis), strings.Compare(a.Question, b.Question))
			})
		}
		slices.SortFunc(step.After.Axes, func(a, b plan.Axis) int { return strings.Compare(a.ID, b.ID) })
		list = append(list, step.Recommendation.ID, step.Recommendation.Score, step.Assumes, step.NotEstimated, step.EffortSoFar,
			step.After, step.Warnings, step.Unblocks, step.Settles)
	}
	return append(list, doc.Next, doc.Complete)
}

func BenchmarkBuild(b *testing.B) {
	q := questionnairetest.Shipped(b, "full")
	sheet := &answers.Sheet{Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		option := question.Options[(i+1)%2] // far on the SysOps side, and not ready
		sheet.Answers[question.ID] = answers.Answer{Status: answers.Answered, Option: option.ID, Source: answers.Person}
	}
	b.ReportAllocs()
	for b.Loop() {
		build(q, sheet, plan.MostSteps)
	}
}
