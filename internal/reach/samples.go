package reach

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// sampled returns a sample that fulfils all parts, or nil. Samples only save work, as guesses do. They know nothing of
// robustness, which goals that look deep ask for.
func (s *Space) sampled(parts []Part, deep bool) *evaluation {
	if deep {
		return nil
	}
	if s.samples == nil {
		s.takeSamples()
	}
	for _, sample := range s.samples {
		if sample.meets(parts) {
			return sample
		}
	}
	return nil
}

// takeSamples makes uniform sheets from one pole, and one end of readiness, to the other, and one on which nothing is
// known.
func (s *Space) takeSamples() {
	b := s.newBox()
	for _, style := range []int64{-1, 0, 1} {
		for _, need := range []int64{-1, 0, 1} {
			for _, level := range []int64{0, 2, 4} {
				aims := make([]aim, len(s.questions))
				for i := range s.questions {
					aims[i].value = s.questions[i].among(big.NewRat(style, 1), big.NewRat(level, 1), big.NewRat(need, 1))
				}
				s.samples = append(s.samples, s.evaluate(s.sheet(b.pick(aims)), false))
			}
		}
	}
	open := make([]aim, len(s.questions))
	for i := range open {
		open[i].open = true
	}
	s.samples = append(s.samples, s.evaluate(s.sheet(b.pick(open)), false))
}

// among chooses the value that belongs to what the question measures.
func (q *question) among(style, level, need *big.Rat) *big.Rat {
	switch q.Measures {
	case questionnaire.Lean:
		return style
	case questionnaire.Readiness:
		return level
	default:
		return need
	}
}
