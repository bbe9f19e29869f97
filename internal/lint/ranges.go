package lint

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// scale is a mapping of a question to a figure of a repository, with its ranges in the order of the options' values.
type scale struct {
	question *questionnaire.Question
	mapping  *questionnaire.Mapping
	measure  questionnaire.RepositoryMeasure
	ranges   []rankedRange
}

// rankedRange is a range and the step of its option on the ladder of all options.
type rankedRange struct {
	*questionnaire.Range
	step int
}

// findScales returns the scales of the questions in the file itself.
func (s *subject) findScales() []scale {
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
				one.ranges = append(one.ranges, rankedRange{&m.Ranges[j], steps[m.Ranges[j].Option]})
			}
			slices.SortStableFunc(one.ranges, func(a, b rankedRange) int { return a.step - b.step })
			list = append(list, one)
		}
	}
	return list
}

// stepsOf numbers the options in the order of their values; equal values have the same number.
func stepsOf(q *questionnaire.Question) map[string]int {
	options := q.OptionsByID()
	slices.SortStableFunc(options, func(a, b *questionnaire.Option) int { return optionValue(a).Cmp(optionValue(b)) })
	steps := map[string]int{}
	step := 0
	for i, o := range options {
		if i > 0 && optionValue(o).Cmp(optionValue(options[i-1])) > 0 {
			step++
		}
		steps[o.ID] = step
	}
	return steps
}

func optionValue(o *questionnaire.Option) *big.Rat {
	for _, value := range []*big.Rat{o.Position, o.Readiness, o.Percent} {
		if value != nil {
			return value
		}
	}
	return big.NewRat(int64(o.Class), 1)
}

// describeScale names the mapping in a message.
func (s *scale) describeScale() string {
	return "question " + diag.Quote(s.question.ID) + ", " + s.measure.Name
}

func (s *subject) placeOfRange(one *scale, r rankedRange) place {
	return place{one.question.File, r.Pos}
}

// lowerEnd and upperEnd are the ends of a range; nil for none, also if the figure itself ends there.
func (s *scale) lowerEnd(r rankedRange) *big.Rat {
	if r.From == nil || r.From.Sign() == 0 {
		return nil
	}
	return r.From
}

func (s *scale) upperEnd(r rankedRange) *big.Rat {
	if r.To == nil || s.measure.Unit.IsPart() && r.To.Cmp(ratOne()) >= 0 {
		return nil
	}
	return r.To
}

func ratOne() *big.Rat { return big.NewRat(1, 1) }

// compareFrom and compareTo compare ends; no end is the lowest, or the highest.
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

// shareValues reports whether ranges have values in common.
func (s *scale) shareValues(a, b rankedRange) bool { return !s.endsBefore(a, b) && !s.endsBefore(b, a) }

// endsBefore reports whether a range ends where another begins, or before.
func (s *scale) endsBefore(a, b rankedRange) bool {
	to, from := s.upperEnd(a), s.lowerEnd(b)
	return to != nil && from != nil && to.Cmp(from) <= 0
}
