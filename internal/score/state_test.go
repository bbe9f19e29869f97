package score_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// list makes a readiness question of which all that apply may be chosen: options a, b, c ... of these worths, and none.
func list(id, axis string, worths ...string) questionnaire.Question {
	question := questionnaire.Question{
		ID: id, Axis: axis, Measures: questionnaire.Readiness, Weight: rat("1"), AllowNA: true, Many: true,
	}
	for i, worth := range worths {
		question.Options = append(question.Options, questionnaire.Option{ID: string(rune('a' + i)), Worth: rat(worth)})
	}
	question.Options = append(question.Options, questionnaire.Option{ID: "none", None: true})
	return question
}

func listing(options ...string) answers.Answer {
	return answers.Answer{Status: answers.Answered, List: &answers.List{Options: options}}
}

func TestLevelOfList(t *testing.T) {
	t.Parallel()
	question := list("M", "x", "2", "1", "1")
	leftOut := func(options ...string) []answers.LeftOut {
		var left []answers.LeftOut
		for _, option := range options {
			left = append(left, answers.LeftOut{Option: option})
		}
		return left
	}
	tests := []struct {
		name string
		list answers.List
		want string
	}{
		{"all", answers.List{Options: []string{"a", "b", "c"}}, "4"},
		{"the heavy one", answers.List{Options: []string{"a"}}, "2"},
		{"nothing", answers.List{}, "0"},
		{"the option that says none", answers.List{Options: []string{"none"}}, "0"},
		{"unknown counts as missing", answers.List{Options: []string{"b"}, Unknown: []string{"a"}}, "1"},
		{"what does not apply is in no sum", answers.List{Options: []string{"b"}, NotApplicable: leftOut("a")}, "2"},
		{"a part of a level", answers.List{Options: []string{"b"}, NotApplicable: leftOut("c")}, "4/3"},
		{"nothing applies", answers.List{NotApplicable: leftOut("a", "b", "c")}, "null"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			given := answers.Answer{Status: answers.Answered, List: &test.list}
			if got := fraction(score.LevelOf(&question, given)); got != test.want {
				t.Errorf("level is %s, want %s", got, test.want)
			}
		})
	}
}

func TestListOfWhichNothingAppliesCountsNowhere(t *testing.T) {
	t.Parallel()
	q := checklist([]questionnaire.Axis{axis("x", "1")}, tier("T", "x", "3"), list("M", "x", "1"), readiness("R", "x"))
	s := sheet(map[string]string{"T": "3", "R": "3"})
	s.Answers["M"] = answers.Answer{Status: answers.Answered, List: &answers.List{NotApplicable: []answers.LeftOut{{Option: "a"}}}}
	got := score.Score(q, s).Readiness
	if got.State != score.Ready || fraction(got.Coverage) != "1" || fraction(got.Overall.LowerBound) != "3" {
		t.Errorf("state %q, coverage %s, readiness at least %s", got.State, fraction(got.Coverage), fraction(got.Overall.LowerBound))
	}
}

func checklist(axes []questionnaire.Axis, questions ...questionnaire.Question) *questionnaire.Questionnaire {
	q := asking(axes, questions...)
	q.Verdict = questionnaire.ReadinessState
	return q
}

// tier makes a context question with an option for each floor on an axis, named after it, and one without.
func tier(id, axis string, floors ...string) questionnaire.Question {
	question := questionnaire.Question{ID: id, Measures: questionnaire.Context, Kind: questionnaire.Profile, Weight: rat("1")}
	for _, floor := range floors {
		question.Options = append(question.Options, questionnaire.Option{
			ID: floor, Floors: []questionnaire.Floor{{Axis: axis, Level: rat(floor)}},
		})
	}
	question.Options = append(question.Options, questionnaire.Option{ID: "open"})
	return question
}

// drawChecklist draws a questionnaire about readiness alone, with lists, and a sheet for it.
func drawChecklist(t *rapid.T) (*questionnaire.Questionnaire, *answers.Sheet) {
	d := &drawer{T: t}
	for _, id := range []string{"x", "y", "z"}[:rapid.IntRange(1, 3).Draw(t, "axes")] {
		d.axes = append(d.axes, axis(id, weight().Draw(t, "axis weight")))
	}
	var questions []questionnaire.Question
	for _, a := range d.axes {
		for range rapid.IntRange(0, 3).Draw(t, "points") {
			questions = append(questions, d.readiness(a.ID))
		}
		if rapid.Bool().Draw(t, "list") {
			worths := rapid.SliceOfN(rapid.SampledFrom([]string{"1", "1", "2", "1/2"}), 1, 4).Draw(t, "worths")
			question := list(d.id("list"), a.ID, worths...)
			question.Critical = rapid.Bool().Draw(t, "critical")
			questions = append(questions, question)
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "context") {
		question := d.context()
		question.Kind, question.Affects = questionnaire.Profile, nil
		questions = append(questions, question)
	}
	q := checklist(d.axes, rapid.Permutation(questions).Draw(t, "question order")...)
	return q, drawChecked(t, q)
}

// drawChecked draws a sheet with lists.
func drawChecked(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	s := drawSheet(t, q, kind{})
	for i := range q.Questions {
		question := &q.Questions[i]
		if given := s.Get(question.ID); question.Many && given.Status == answers.Answered {
			s.Answers[question.ID] = drawList(t, question)
		}
	}
	return s
}

func drawList(t *rapid.T, question *questionnaire.Question) answers.Answer {
	made := &answers.List{}
	for i := range question.Options {
		id := question.Options[i].ID
		if question.Options[i].None {
			continue
		}
		switch rapid.IntRange(0, 4).Draw(t, id) {
		case 0, 1:
			made.Options = append(made.Options, id)
		case 2:
			made.Unknown = append(made.Unknown, id)
		case 3:
			made.NotApplicable = append(made.NotApplicable, answers.LeftOut{Option: id})
		}
	}
	return answers.Answer{Status: answers.Answered, List: made}
}

// inOrder are the states from the worst to the best. One that cannot be told, because an unknown answer could call for more, stands
// in place of ready.
func inOrder(state score.State) int {
	return slices.Index([]score.State{score.NotReady, score.Gaps, "", score.Ready}, state)
}

func TestLevelUpNeverMakesStateWorse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawChecklist(t)
		before := score.Score(q, s).Readiness
		for i := range q.Questions {
			question := &q.Questions[i]
			better, ok := improved(question, s.Get(question.ID))
			if !ok {
				continue
			}
			after := score.Score(q, s.With(q, question.ID, better)).Readiness
			if inOrder(after.State) < inOrder(before.State) {
				t.Fatalf("%s of %v makes %q of %q", question.ID, better, after.State, before.State)
			}
		}
	})
}

// improved is an answer about readiness one level, or one option, higher.
func improved(question *questionnaire.Question, given answers.Answer) (answers.Answer, bool) {
	if question.Measures != questionnaire.Readiness || given.Status != answers.Answered {
		return given, false
	}
	if given.List == nil {
		at := slices.IndexFunc(question.Options, func(o questionnaire.Option) bool { return o.ID == given.Option })
		if at+1 == len(question.Options) {
			return given, false
		}
		return answers.Answer{Status: answers.Answered, Option: question.Options[at+1].ID}, true
	}
	for i := range question.Options {
		option := &question.Options[i]
		if option.Worth != nil && !given.List.LeavesOut(option.ID) && !slices.Contains(given.List.Options, option.ID) {
			more := *given.List
			more.Options = append(slices.Clone(more.Options), option.ID)
			more.Unknown = slices.DeleteFunc(slices.Clone(more.Unknown), func(id string) bool { return id == option.ID })
			return answers.Answer{Status: answers.Answered, List: &more}, true
		}
	}
	return given, false
}

func TestOrderOfAChecklistChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawChecklist(t)
		other, otherSheet := shuffled(t, q, s)
		want, got := sortedState(score.Score(q, s).Readiness), sortedState(score.Score(other, otherSheet).Readiness)
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b *big.Rat) bool { return fraction(a) == fraction(b) })); diff != "" {
			t.Fatalf("in another order (-before +after):\n%s", diff)
		}
	})
}

// sortedState puts in order what follows the questionnaire.
func sortedState(r *score.Readiness) *score.Readiness {
	slices.Sort(r.TierUnknown)
	slices.SortFunc(r.Axes, func(a, b score.ReadinessAxis) int { return strings.Compare(a.ID, b.ID) })
	for i := range r.Axes {
		slices.Sort(r.Axes[i].FloorFrom)
	}
	return r
}

// A list of four options of one worth, of which some are chosen, is a question with the levels 0 to 4.
func TestListOfEqualWorthIsALevel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		worth := weight().Draw(t, "worth")
		level := rapid.IntRange(0, 4).Draw(t, "level")
		axes := []questionnaire.Axis{axis("x", "1")}
		one := checklist(axes, tier("T", "x", "3"), readiness("R", "x"), readiness("A", "x"))
		many := checklist(axes, tier("T", "x", "3"), readiness("R", "x"), list("A", "x", worth, worth, worth, worth))
		given := map[string]string{"T": "3", "R": fmt.Sprint(rapid.IntRange(0, 4).Draw(t, "other")), "A": fmt.Sprint(level)}
		chosen := rapid.Permutation([]string{"a", "b", "c", "d"}).Draw(t, "chosen")[:level]
		want, got := score.Score(one, sheet(given)).Readiness, score.Score(many, sheet(given).With(many, "A", listing(chosen...))).Readiness
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b *big.Rat) bool { return fraction(a) == fraction(b) })); diff != "" {
			t.Fatalf("one option (-) and a list (+):\n%s", diff)
		}
	})
}

// The more options of one worth a list has, the nearer it comes to any level; it is exactly the share that is chosen.
func TestListTendsToAnyLevel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		options := rapid.IntRange(1, 20).Draw(t, "options")
		chosen := rapid.IntRange(0, options).Draw(t, "chosen")
		question := list("M", "x", slices.Repeat([]string{weight().Draw(t, "worth")}, options)...)
		var ids []string
		for _, option := range question.Options[:chosen] {
			ids = append(ids, option.ID)
		}
		want := big.NewRat(int64(4*chosen), int64(options))
		if got := score.LevelOf(&question, listing(ids...)); got.Cmp(want) != 0 {
			t.Fatalf("%d of %d give %s, want %s", chosen, options, got, want)
		}
	})
}

// What is said of a list in a leaning questionnaire is what is said of the level that it comes to.
func TestListInALeaning(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		level := rapid.IntRange(0, 4).Draw(t, "level")
		one, many := *q, *q
		one.Questions = append(slices.Clone(q.Questions), readiness("M", q.Axes[0].ID))
		many.Questions = append(slices.Clone(q.Questions), list("M", q.Axes[0].ID, "1", "1", "1", "1"))
		want := score.Score(&one, answering(s, "M", fmt.Sprint(level)))
		got := score.Score(&many, s.With(&many, "M", listing([]string{"a", "b", "c", "d"}[:level]...)))
		if diff := cmp.Diff(flatten(want), flatten(got)); diff != "" {
			t.Fatalf("one option (-) and a list (+):\n%s", diff)
		}
	})
}

func TestTiers(t *testing.T) {
	t.Parallel()
	axes := []questionnaire.Axis{axis("x", "1"), axis("y", "1")}
	cost := tier("cost", "x", "1", "2", "4")
	cost = calling(cost, "4", map[string]string{"y": "1"})
	q := checklist(axes, cost, tier("wide", "x", "3"), tier("rules", "y", "2"), readiness("X1", "x"), readiness("X2", "x"), readiness("Y1", "y"))
	s := sheet(map[string]string{"cost": "1", "wide": "open", "rules": "dont_know", "X1": "3", "X2": "1", "Y1": "0"})
	tiers := score.Tiers(q, s, score.Score(q, s))
	want := []string{
		"cost 1: x 1; next 2: x 2, unmet X2", "wide open: ; next 3: x 3, unmet X2", "rules : ",
	}
	var got []string
	for _, tier := range tiers {
		line := fmt.Sprintf("%s %s: %s", tier.Question, tier.Option, floorsText(tier.Floors))
		if tier.Next != nil {
			line += fmt.Sprintf("; next %s: %s, unmet", tier.Next.Option, floorsText(tier.Next.Floors))
			for _, unmet := range tier.Next.Unmet {
				line += " " + unmet.Question
			}
		}
		got = append(got, line)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tiers (-want +got):\n%s", diff)
	}
}

func floorsText(floors []questionnaire.Floor) string {
	text := ""
	for _, floor := range floors {
		text += floor.Axis + " " + fraction(floor.Level)
	}
	return text
}
