package lint

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// scale is one mapping of a question to a figure of a repository, with its ranges in the order of what their options are worth.
type scale struct {
	question *questionnaire.Question
	mapping  *questionnaire.Mapping
	measure  questionnaire.RepositoryMeasure
	ranges   []rung
}

// rung is a range and the step of its option on the ladder of all options.
type rung struct {
	*questionnaire.Range
	step int
}

// scales are those of the questions of the file itself.
func (s *subject) scales() []scale {
	var list []scale
	for _, q := range s.ownQuestions() {
		steps := stepsOf(q)
		for i := range q.Evidence.Mappings {
			m := &q.Evidence.Mappings[i]
			measure, found := questionnaire.MeasureNamed(m.Measure)
			if !found {
				continue
			}
			one := scale{question: q, mapping: m, measure: measure}
			for j := range m.Ranges {
				one.ranges = append(one.ranges, rung{&m.Ranges[j], steps[m.Ranges[j].Option]})
			}
			slices.SortStableFunc(one.ranges, func(a, b rung) int { return a.step - b.step })
			list = append(list, one)
		}
	}
	return list
}

// stepsOf numbers the options in the order of what they are worth; equals have one number.
func stepsOf(q *questionnaire.Question) map[string]int {
	options := optionsByID(q)
	slices.SortStableFunc(options, func(a, b *questionnaire.Option) int { return worth(a).Cmp(worth(b)) })
	steps := map[string]int{}
	step := 0
	for i, o := range options {
		if i > 0 && worth(o).Cmp(worth(options[i-1])) > 0 {
			step++
		}
		steps[o.ID] = step
	}
	return steps
}

func worth(o *questionnaire.Option) *big.Rat {
	for _, value := range []*big.Rat{o.Position, o.Readiness, o.Percent} {
		if value != nil {
			return value
		}
	}
	return big.NewRat(int64(o.Class), 1)
}

// label names the mapping in a message.
func (s *scale) label() string {
	return "question " + diag.Quote(s.question.ID) + ", " + s.measure.Name
}

func (s *subject) placeOfRange(one *scale, r rung) place { return place{one.question.File, r.Pos} }

// from and to are the ends of a range; nil for none, also where the figure ends there by itself.
func (s *scale) from(r rung) *big.Rat {
	if r.From == nil || r.From.Sign() == 0 {
		return nil
	}
	return r.From
}

func (s *scale) to(r rung) *big.Rat {
	if r.To == nil || s.measure.Unit == questionnaire.Shares && r.To.Cmp(whole()) >= 0 {
		return nil
	}
	return r.To
}

func whole() *big.Rat { return big.NewRat(1, 1) }

// compareFrom and compareTo order ends; no end is the lowest, or the highest.
func compareFrom(a, b *big.Rat) int { return compareEnds(a, b, -1) }
func compareTo(a, b *big.Rat) int   { return compareEnds(a, b, 1) }

func compareEnds(a, b *big.Rat, open int) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return open
	case b == nil:
		return -open
	}
	return a.Cmp(b)
}

// meet reports ranges with values in common.
func (s *scale) meet(a, b rung) bool { return !s.before(a, b) && !s.before(b, a) }

// before reports that a range ends where another begins, or earlier.
func (s *scale) before(a, b rung) bool {
	to, from := s.to(a), s.from(b)
	return to != nil && from != nil && to.Cmp(from) <= 0
}
