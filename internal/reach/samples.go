package reach

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
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
	for _, style := range []float64{-1, 0, 1} {
		for _, need := range []float64{-1, 0, 1} {
			for _, level := range []float64{0, 2, 4} {
				aims := make([]aim, len(s.questions))
				b.set(aims, condition.Overall, questionnaire.Lean, style)
				b.set(aims, condition.Overall, questionnaire.Context, need)
				b.set(aims, condition.Overall, questionnaire.Readiness, level)
				s.samples = append(s.samples, s.evaluate(s.sheet(b.pick(aims)), false))
			}
		}
	}
	open := slices.Repeat([]aim{{open: true}}, len(s.questions))
	s.samples = append(s.samples, s.evaluate(s.sheet(b.pick(open)), false))
}
