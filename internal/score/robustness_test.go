package score_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// bandByHand is the table of the method, word for word.
func bandByHand(x *big.Rat) string {
	switch {
	case x.Cmp(rat("-3/5")) <= 0:
		return "strong_sysops"
	case x.Cmp(rat("-1/5")) <= 0:
		return "leaning_sysops"
	case x.Cmp(rat("1/5")) < 0:
		return "hybrid"
	case x.Cmp(rat("3/5")) < 0:
		return "leaning_devops"
	default:
		return "strong_devops"
	}
}

func sideByHand(x *big.Rat) string {
	return map[string]string{
		"strong_sysops": "sysops", "leaning_sysops": "sysops", "hybrid": "hybrid",
		"leaning_devops": "devops", "strong_devops": "devops",
	}[bandByHand(x)]
}

// search tries every combination of options of the answers that were given and count.
type search struct {
	q      *questionnaire.Questionnaire
	levers []*questionnaire.Question
	chosen map[string]*questionnaire.Option
	class  func(*big.Rat) string
	// start is the class of the answers as given.
	start          string
	answers, steps *int
}

func newSearch(q *questionnaire.Questionnaire, s *answers.Sheet, class func(*big.Rat) string) *search {
	made := &search{q: q, chosen: map[string]*questionnaire.Option{}, class: class}
	scoredAxes := map[string]bool{}
	for _, a := range score.Score(q, s).Leaning.Axes {
		scoredAxes[a.ID] = a.Practice.Scored
	}
	for _, question := range answeredLean(q, s) {
		if scoredAxes[question.Axis] {
			made.levers = append(made.levers, question)
			made.chosen[question.ID] = question.Option(s.Get(question.ID).Option)
		}
	}
	made.start = class(made.practice())
	made.run(0, 0, 0)
	return made
}

// practice is the mean of the axis means, as the formulas are written.
func (s *search) practice() *big.Rat {
	sum, weights := new(big.Rat), new(big.Rat)
	for _, a := range s.q.Axes {
		axisSum, axisWeights := new(big.Rat), new(big.Rat)
		for _, question := range s.levers {
			if question.Axis == a.ID {
				axisSum.Add(axisSum, new(big.Rat).Mul(question.Weight, s.chosen[question.ID].Position))
				axisWeights.Add(axisWeights, question.Weight)
			}
		}
		if axisWeights.Sign() > 0 {
			sum.Add(sum, new(big.Rat).Mul(a.Weight, axisSum.Quo(axisSum, axisWeights)))
			weights.Add(weights, a.Weight)
		}
	}
	return sum.Quo(sum, weights)
}

func (s *search) run(i, changed, steps int) {
	if i == len(s.levers) {
		if s.class(s.practice()) != s.start {
			s.answers, s.steps = smaller(s.answers, changed), smaller(s.steps, steps)
		}
		return
	}
	question := s.levers[i]
	given := s.chosen[question.ID]
	for j := range question.Options {
		s.chosen[question.ID] = &question.Options[j]
		apart := stepsApart(question, given, &question.Options[j])
		s.run(i+1, changed+min(apart, 1), steps+apart)
	}
	s.chosen[question.ID] = given
}

// stepsApart is the difference of the ranks of two options among the different positions of a question.
func stepsApart(question *questionnaire.Question, a, b *questionnaire.Option) int {
	lower := func(option *questionnaire.Option) int {
		seen := map[string]bool{}
		for _, other := range question.Options {
			if other.Position != nil && other.Position.Cmp(option.Position) < 0 {
				seen[other.Position.RatString()] = true
			}
		}
		return len(seen)
	}
	return max(lower(a)-lower(b), lower(b)-lower(a))
}

func smaller(best *int, n int) *int {
	if best == nil || n < *best {
		return &n
	}
	return best
}

func TestFlipsEqualTryingEverything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{small: true})
		l := score.Score(q, s).Leaning
		if l.Robustness == nil {
			t.Skip("practice is not scored")
		}
		band, side := newSearch(q, s, bandByHand), newSearch(q, s, sideByHand)
		for _, test := range []struct {
			name string
			flip score.Flip
			want *search
		}{{"band", l.Robustness.Band, band}, {"side", l.Robustness.Side, side}} {
			if got := count(test.flip.Answers); got != count(test.want.answers) {
				t.Errorf("%s: %s answers, want %s", test.name, got, count(test.want.answers))
			}
			if got := count(test.flip.Steps); got != count(test.want.steps) {
				t.Errorf("%s: %s steps, want %s", test.name, got, count(test.want.steps))
			}
			if test.flip.Answers != nil && len(test.flip.Questions) != *test.flip.Answers {
				t.Errorf("%s: %v for %d answers", test.name, test.flip.Questions, *test.flip.Answers)
			}
			if test.flip.Answers == nil && test.flip.Questions != nil {
				t.Errorf("%s: %v for no way out", test.name, test.flip.Questions)
			}
		}
	})
}

// Changing just the named answers does leave the class.
func TestNamedQuestionsAreEnough(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		l := score.Score(q, s).Leaning
		if l.Robustness == nil {
			t.Skip("practice is not scored")
		}
		for _, test := range []struct {
			flip  score.Flip
			class func(*big.Rat) string
		}{{l.Robustness.Band, bandByHand}, {l.Robustness.Side, sideByHand}} {
			start, left := test.class(l.Practice.Value), len(test.flip.Questions) == 0
			for _, sign := range []int{1, -1} {
				changed := s
				for _, id := range test.flip.Questions {
					changed = answering(changed, id, extreme(q.Question(id), sign).ID)
				}
				left = left || test.class(score.Score(q, changed).Leaning.Practice.Value) != start
			}
			if !left {
				t.Errorf("changing %v does not leave %s", test.flip.Questions, start)
			}
		}
	})
}

func extreme(question *questionnaire.Question, sign int) *questionnaire.Option {
	best := &question.Options[0]
	for i := range question.Options {
		if question.Options[i].Position.Cmp(best.Position) == sign {
			best = &question.Options[i]
		}
	}
	return best
}

// Borderline is just that: some one-step change alters the band, and the named edge is one that such a change crosses,
// no farther away than any other.
func TestBorderlineEqualsTryingEveryStep(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		l := score.Score(q, s).Leaning
		if !l.Practice.Scored {
			if l.Borderline != nil || l.Between != nil {
				t.Errorf("borderline %v between %v without a practice value", l.Borderline, l.Between)
			}
			return
		}
		crossed := edgesOneStepAway(q, s, l.Practice.Value)
		if *l.Borderline != (len(crossed) > 0) {
			t.Fatalf("borderline is %t, one step crosses %v", *l.Borderline, crossed)
		}
		if len(crossed) == 0 {
			if l.Between != nil {
				t.Errorf("between %v, but not borderline", *l.Between)
			}
			return
		}
		slices.SortStableFunc(crossed, func(a, b edge) int {
			if order := a.apart.Cmp(b.apart); order != 0 {
				return order
			}
			return new(big.Rat).Abs(a.at).Cmp(new(big.Rat).Abs(b.at))
		})
		if *l.Between != crossed[0].between {
			t.Errorf("%s is between %v, want %v", l.Practice.Value, *l.Between, crossed[0].between)
		}
	})
}

type edge struct {
	at, apart *big.Rat
	between   [2]score.Band
}

// edgesOneStepAway are the edges of the present band that one step of one answer crosses, the upper one first.
func edgesOneStepAway(q *questionnaire.Questionnaire, s *answers.Sheet, value *big.Rat) []edge {
	start := bandByHand(value)
	var up, down bool
	for _, question := range answeredLean(q, s) {
		given := question.Option(s.Get(question.ID).Option)
		for i := range question.Options {
			if stepsApart(question, given, &question.Options[i]) != 1 {
				continue
			}
			after := score.Score(q, answering(s, question.ID, question.Options[i].ID)).Leaning.Practice.Value
			up = up || bandByHand(after) != start && after.Cmp(value) > 0
			down = down || bandByHand(after) != start && after.Cmp(value) < 0
		}
	}
	bands := []score.Band{score.StrongSysOps, score.LeaningSysOps, score.Hybrid, score.LeaningDevOps, score.StrongDevOps}
	edges := []string{"-3/5", "-1/5", "1/5", "3/5"}
	i := slices.Index(bands, score.Band(start))
	var crossed []edge
	add := func(lower int) {
		at := rat(edges[lower])
		apart := new(big.Rat).Sub(at, value)
		crossed = append(crossed, edge{at: at, apart: apart.Abs(apart), between: [2]score.Band{bands[lower], bands[lower+1]}})
	}
	if up {
		add(i)
	}
	if down {
		add(i - 1)
	}
	return crossed
}

func TestFlipTable(t *testing.T) {
	t.Parallel()
	one := []questionnaire.Axis{axis("a", "1")}
	two := []questionnaire.Axis{axis("a", "1"), axis("b", "1")}
	tests := []struct {
		name  string
		q     *questionnaire.Questionnaire
		given map[string]string
		want  flat
	}{
		{
			"both directions need one answer: upward first",
			asking(one, lean("A", "a", "1", "-1", "0"), lean("Z", "a", "1", "0", "1/2")),
			map[string]string{"A": "0", "Z": "0"},
			flat{"practice": "0", "side.answers": "1", "side.questions": "Z", "side.steps": "1", "between": "hybrid leaning_devops"},
		},
		{
			"downward needs fewer answers, its largest move first",
			asking(one, lean("A", "a", "1", "-1/2", "0", "1/20"), lean("B", "a", "1", "-1/3", "0", "1/20"), lean("C", "a", "1", "0")),
			map[string]string{"A": "0", "B": "0", "C": "0"},
			flat{"side.answers": "2", "side.questions": "A B", "side.steps": "2"},
		},
		{
			"equal moves by id, whatever their order",
			asking(one, lean("D", "a", "1", "0", "1/4"), lean("C", "a", "1", "0", "1/4"), lean("B", "a", "1", "0", "1"), lean("A", "a", "1", "0")),
			map[string]string{"A": "0", "B": "0", "C": "0", "D": "0"},
			flat{"side.answers": "1", "side.questions": "B", "band.questions": "B"},
		},
		{
			"equal moves by id, two needed",
			asking(one, lean("D", "a", "1", "0", "1/2"), lean("C", "a", "1", "0", "1/2"), lean("B", "a", "1", "0", "1/2"), lean("A", "a", "1", "0")),
			map[string]string{"A": "0", "B": "0", "C": "0", "D": "0"},
			flat{"side.answers": "2", "side.questions": "B C", "side.steps": "2", "borderline": "false"},
		},
		{
			"options with equal positions are one step",
			asking(one, named(lean("A", "a", "1", "0", "1/10", "1/10", "1/10", "1/5"))),
			map[string]string{"A": "a"},
			flat{"side.steps": "2", "borderline": "false"},
		},
		{
			"unevenly spaced positions: one long step beats the question that reaches farther",
			asking(two, lean("A", "a", "1", "0", "1/10", "1/5", "1/2"), lean("B", "b", "1", "0", "2/5")),
			map[string]string{"A": "0", "B": "0"},
			flat{"side.answers": "1", "side.questions": "A", "side.steps": "1"},
		},
		{
			"no change leaves",
			asking(one, lean("A", "a", "1", "-1/10", "0", "1/10")),
			map[string]string{"A": "0"},
			flat{"side.answers": "null", "side.questions": "", "side.steps": "null", "band.answers": "null", "borderline": "false", "between": "null"},
		},
		{
			"onto the edge of DevOps is across it",
			asking(one, lean("A", "a", "1", "1/10", "1/5")),
			map[string]string{"A": "1/10"},
			flat{"side.answers": "1", "borderline": "true"},
		},
		{
			"from the edge of DevOps any step down is across it",
			asking(one, lean("A", "a", "1", "199/1000", "1/5")),
			map[string]string{"A": "1/5"},
			flat{"side.answers": "1", "borderline": "true"},
		},
		{
			"onto the edge of SysOps is not across it, seen from SysOps",
			asking(one, lean("A", "a", "1", "-1/5", "-3/10")),
			map[string]string{"A": "-3/10"},
			flat{"side.answers": "null", "borderline": "false"},
		},
		{
			"in the middle of leaning DevOps the edge towards hybrid",
			asking(one, lean("A", "a", "1", "0", "2/5", "1")),
			map[string]string{"A": "2/5"},
			flat{"between": "hybrid leaning_devops"},
		},
		{
			"in the middle of leaning SysOps the edge towards hybrid",
			asking(one, lean("A", "a", "1", "-1", "-2/5", "0")),
			map[string]string{"A": "-2/5"},
			flat{"between": "leaning_sysops hybrid"},
		},
		{
			"the nearest edge that can be reached, not the nearest",
			asking(one, lean("A", "a", "1", "3/10", "1")),
			map[string]string{"A": "3/10"},
			flat{"between": "leaning_devops strong_devops", "side.answers": "null"},
		},
		{
			"an answer on an axis that is not scored changes nothing",
			asking(
				two, lean("A", "a", "9", "0", "1/10"),
				lean("B", "b", "1", "0", "1"), lean("C", "b", "3", "0"), lean("D", "a", "9", "0"), lean("E", "a", "9", "0"),
			),
			map[string]string{"A": "0", "B": "0", "D": "0", "E": "0"},
			flat{"practice": "null", "robustness": "null"},
		},
		{
			"steps run over whole numbers beyond 64 bits alike",
			asking(
				two, lean("A", "a", "4294967311/4294967291", "0", "1/5", "1"), lean("B", "a", "1000003/999983", "0", "1/5", "1"),
				lean("C", "b", "2147483659/2147483647", "0", "1/5", "1"), lean("D", "b", "1000039/1000037", "0", "1/5", "1"),
			),
			map[string]string{"A": "0", "B": "0", "C": "0", "D": "0"},
			flat{"side.answers": "1", "side.questions": "B", "side.steps": "2", "band.steps": "2"},
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
