package advice_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// drawGroup draws sheets of up to five people.
func drawGroup(t *rapid.T, q *questionnaire.Questionnaire) []*answers.Sheet {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *answers.Sheet { return drawSheet(t, q) }), 1, 5).Draw(t, "group")
}

func runGroup(q *questionnaire.Questionnaire, sheets ...*answers.Sheet) advice.GroupResult {
	var voices []advice.Voice
	for _, sheet := range sheets {
		voices = append(voices, advice.Voice{Sheet: sheet, Result: score.Score(q, sheet)})
	}
	return advice.AdviseGroup(q, voices)
}

// TestPeopleWhoAgreeEqualOne: the advice on any number of equal sheets is that on one of them.
func TestPeopleWhoAgreeEqualOne(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		one := drawSheet(t, q)
		want := summary(run(q, one))
		people := slices.Repeat([]*answers.Sheet{one}, rapid.IntRange(1, 4).Draw(t, "people"))
		group := runGroup(q, people...)
		if diff := cmp.Diff(want, summary(group.Result())); diff != "" {
			t.Fatalf("%d equal sheets (-one +group):\n%s", len(people), diff)
		}
		for _, item := range group.Recommendations {
			if len(item.SaidBy) != len(people) {
				t.Fatalf("%s is said by %d of %d", item.Rule.ID, len(item.SaidBy), len(people))
			}
		}
	})
}

// TestGroupOrderMovesNothing: who comes first in a group changes only the numbers of the people.
func TestGroupOrderMovesNothing(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		before, after := runGroup(q, sheets...), runGroup(q, rapid.Permutation(sheets).Draw(t, "order")...)
		if diff := cmp.Diff(summary(before.Result()), summary(after.Result())); diff != "" {
			t.Fatalf("another order of people gives other advice:\n%s", diff)
		}
	})
}

// union is what the people of a group are told one by one: by whom, at its most severe or best, and for which reasons.
type union struct {
	saidBy, because map[string][]string
	severity        map[string]questionnaire.Severity
	best            map[string]*big.Rat
}

func unionOf(q *questionnaire.Questionnaire, sheets []*answers.Sheet) union {
	u := union{
		map[string][]string{}, map[string][]string{}, map[string]questionnaire.Severity{}, map[string]*big.Rat{},
	}
	for voice, sheet := range sheets {
		own := run(q, sheet)
		for _, warning := range own.Warnings {
			id := warning.Rule.ID
			u.say(id, voice, warning.Because)
			if warning.Severity.Rank() > u.severity[id].Rank() {
				u.severity[id] = warning.Severity
			}
		}
		for _, item := range own.Recommendations {
			id := item.Rule.ID
			u.say(id, voice, item.Because)
			if u.best[id] == nil || item.Score.Cmp(u.best[id]) > 0 {
				u.best[id] = item.Score
			}
		}
	}
	return u
}

func (u union) say(id string, voice int, because []string) {
	u.saidBy[id], u.because[id] = append(u.saidBy[id], strconv.Itoa(voice)), append(u.because[id], because...)
}

// check holds by whom and for which reasons a group is told something.
func (u union) check(t *rapid.T, id string, said []advice.Saying, because []string) {
	if diff := cmp.Diff(u.saidBy[id], voicesOf(said)); diff != "" {
		t.Errorf("%s is said by others (-want +got):\n%s", id, diff)
	}
	if diff := cmp.Diff(slices.Compact(sorted(u.because[id])), sorted(because)); diff != "" {
		t.Errorf("%s has other reasons (-want +got):\n%s", id, diff)
	}
}

// TestGroupIsTheUnionOfItsPeople takes the advice on a group apart again: it has what anyone's own answers lead to, said by just
// those, with the most severe word and the best score that any of them gives it, for the reasons of all of them.
func TestGroupIsTheUnionOfItsPeople(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		group, want := runGroup(q, sheets...), unionOf(q, sheets)
		for _, warning := range group.Warnings {
			want.check(t, warning.Rule.ID, warning.SaidBy, warning.Because)
			if severity := want.severity[warning.Rule.ID]; warning.Severity != severity {
				t.Errorf("%s is %s, want %s", warning.Rule.ID, warning.Severity, severity)
			}
		}
		for _, item := range group.Recommendations {
			want.check(t, item.Rule.ID, item.SaidBy, item.Because)
			// What moves no figure may be held down behind what does.
			holds, best := len(item.Rule.Lifts)+len(item.Rule.Moves) > 0, want.best[item.Rule.ID]
			if order := item.Score.Cmp(best); order > 0 || order < 0 && holds {
				t.Errorf("%s scores %s, the best that anyone gives it is %s", item.Rule.ID, item.Score, best)
			}
		}
		if got := len(group.Warnings) + len(group.Recommendations); got != len(want.saidBy) {
			t.Errorf("%d things are said to the group, want %d", got, len(want.saidBy))
		}
	})
}

func voicesOf(said []advice.Saying) []string {
	var voices []string
	for _, saying := range said {
		voices = append(voices, strconv.Itoa(saying.Voice))
	}
	return voices
}

// TestOneMoreVoiceRemovesNoDanger: whoever joins a group takes no warning away and makes none milder.
func TestOneMoreVoiceRemovesNoDanger(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		severity := map[string]questionnaire.Severity{}
		for _, warning := range runGroup(q, append(slices.Clone(sheets), drawSheet(t, q))...).Warnings {
			severity[warning.Rule.ID] = warning.Severity
		}
		for _, warning := range runGroup(q, sheets...).Warnings {
			if now := severity[warning.Rule.ID]; now.Rank() < warning.Severity.Rank() {
				t.Fatalf("%s was %s and is %q with one more", warning.Rule.ID, warning.Severity, now)
			}
		}
	})
}

// TestDangerWaitsForNobody: where someone can begin now with a remedy of a critical or high warning, so can the group.
func TestDangerWaitsForNobody(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		now := map[string]bool{}
		for _, item := range runGroup(q, sheets...).Recommendations {
			now[item.Rule.ID] = len(item.Blockers) == 0
		}
		for _, sheet := range sheets {
			own := run(q, sheet)
			for _, item := range own.Recommendations {
				if len(item.Blockers) == 0 && isRemedy(item) && !now[item.Rule.ID] {
					t.Fatalf("%s answers a danger, and has to wait because of others", item.Rule.ID)
				}
			}
		}
	})
}

// TestGroupRank derives the order of items by hand. Scores of prove are 100*(4-level)/4*5/5, those of rush 60 and of polish 50.
func TestGroupRank(t *testing.T) {
	t.Parallel()
	item := func(id string, when condition.Condition, urgency string, more ...condition.Condition) questionnaire.Recommendation {
		rule := questionnaire.Recommendation{ID: id, When: when, Axis: id, Effort: 1, Impact: 5, Urgency: rat(urgency)}
		if len(more) > 0 {
			rule.Requires = more[0]
		}
		return rule
	}
	q := small()
	q.Catalogue = &questionnaire.Catalogue{Recommendations: []questionnaire.Recommendation{
		item("prove", level("restore", lte("2")), "1/2"),
		item("rush", answer("pace", "low"), "3/5", level("restore", gte("2"))),
		item("polish", answer("pace", "low", "mid"), "1/2"),
		item("adorn", answer("pace", "mid"), "1/2"),
	}}
	tests := []struct {
		name   string
		people []map[string]string
		want   []string
	}{
		{"one alone", []map[string]string{{"pace": "low", "restore": "r2"}}, []string{"rush 60", "polish 50", "prove 50"}},
		{
			"the best score that anyone gives",
			[]map[string]string{{"pace": "low", "restore": "r2"}, {"pace": "high", "restore": "r1"}},
			[]string{"prove 75", "rush 60", "polish 50"},
		},
		{
			"of equal ones what more people say",
			[]map[string]string{{"pace": "mid", "restore": "r4"}, {"pace": "low", "restore": "r4"}},
			[]string{"rush 60", "polish 50", "adorn 50"},
		},
		{
			"what one has to wait for, all wait for",
			[]map[string]string{{"pace": "low", "restore": "r4"}, {"pace": "low", "restore": "r1"}},
			[]string{"prove 75", "polish 50", "rush 60 after restore"},
		},
		{
			"whom it does not concern makes nobody wait",
			[]map[string]string{{"pace": "low", "restore": "r4"}, {"pace": "high", "restore": "r1"}},
			[]string{"prove 75", "rush 60", "polish 50"},
		},
	}
	for _, test := range tests {
		var voices []advice.Voice
		for _, given := range test.people {
			voices = append(voices, advice.Voice{Sheet: sheet(given), Result: score.Result{Leaning: leaning()}})
		}
		var got []string
		for _, item := range advice.AdviseGroup(q, voices).Recommendations {
			line := item.Rule.ID + " " + item.Score.RatString()
			for _, blocker := range item.Blockers {
				line += " after " + blocker.Question
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestEverySevereWarningOfAGroupHasAnItemForNow holds the promise of the shipped catalogue for groups, too.
func TestEverySevereWarningOfAGroupHasAnItemForNow(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	r := rand.New(rand.NewPCG(7, 7))
	for number := range 400 {
		var voices []advice.Voice
		for range 3 {
			given := sheet(drawn(r, q, number))
			voices = append(voices, advice.Voice{Sheet: given, Result: score.Figures(q, given)})
		}
		group := advice.AdviseGroup(q, voices)
		for _, warning := range group.Warnings {
			answered := slices.ContainsFunc(warning.SaidBy, func(said advice.Saying) bool {
				return remedy(group.Result(), voices[said.Voice].Result.Leaning, warning.Warning) > 0
			})
			if isSevere(warning.Warning) && !answered {
				t.Fatalf("group %d: nothing can be done now about %s (%s)", number, warning.Rule.ID, warning.Severity)
			}
		}
	}
}
