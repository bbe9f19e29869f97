package questionnaire

import (
	"math/big"
	"slices"
	"strings"
)

// Question returns the question with the given id, or nil.
func (q *Questionnaire) Question(id string) *Question {
	for i := range q.Questions {
		if q.Questions[i].ID == id {
			return &q.Questions[i]
		}
	}
	return nil
}

// Renamed returns the question that had the given id in an earlier version, or nil.
func (q *Questionnaire) Renamed(id string) *Question {
	for i := range q.Questions {
		if slices.Contains(q.Questions[i].Was, id) {
			return &q.Questions[i]
		}
	}
	return nil
}

// Axis returns the axis with the given id, or nil.
func (q *Questionnaire) Axis(id string) *Axis {
	for i := range q.Axes {
		if q.Axes[i].ID == id {
			return &q.Axes[i]
		}
	}
	return nil
}

// FloorsOn returns the levels that answers call for on an axis, rising, each once. Callers must not modify the numbers.
func (q *Questionnaire) FloorsOn(axis string) []*big.Rat {
	var floors []*big.Rat
	for i := range q.Questions {
		for _, option := range q.Questions[i].Options {
			for _, floor := range option.Floors {
				if floor.Axis == axis {
					floors = append(floors, floor.Level)
				}
			}
		}
	}
	slices.SortFunc(floors, (*big.Rat).Cmp)
	return slices.CompactFunc(floors, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
}

// Section is the heading that a question stands under where people answer: its axis, or what it is about.
func (q *Questionnaire) Section(question *Question) string {
	if axis := q.Axis(question.Axis); axis != nil {
		return axis.Title
	}
	switch {
	case question.Measures == Context && q.Verdict == ReadinessState:
		return "What is at stake"
	case question.Measures == Context:
		return "The situation of the service"
	}
	return q.Title
}

// IsNeed reports a question about what the service needs.
func (q *Question) IsNeed() bool { return q.Kind == Need }

// IsLimit reports a question about what is allowed.
func (q *Question) IsLimit() bool { return q.Kind == Limit }

// Option returns the option with the given id, or nil.
func (q *Question) Option(id string) *Option {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return &q.Options[i]
		}
	}
	return nil
}

// NoneOption returns the option that says that nothing applies; nil where there is none.
func (q *Question) NoneOption() *Option {
	for i := range q.Options {
		if q.Options[i].None {
			return &q.Options[i]
		}
	}
	return nil
}

// OptionsByID returns the options sorted by id, for what must not depend on their order in a file.
func (q *Question) OptionsByID() []*Option {
	options := make([]*Option, 0, len(q.Options))
	for i := range q.Options {
		options = append(options, &q.Options[i])
	}
	slices.SortFunc(options, func(a, b *Option) int { return strings.Compare(a.ID, b.ID) })
	return options
}

// Renamed returns the option that had the given id in an earlier version, or nil.
func (q *Question) Renamed(id string) *Option {
	for i := range q.Options {
		if slices.Contains(q.Options[i].Was, id) {
			return &q.Options[i]
		}
	}
	return nil
}

// WeightOn returns how much an answer counts on an axis: a lean or readiness answer on its own axis alone, a context answer
// on each that it affects. It is nil where the answer does not count. Callers must not modify it.
func (q *Question) WeightOn(axis string) *big.Rat {
	if q.Measures != Context {
		if q.Axis != axis {
			return nil
		}
		return q.Weight
	}
	for _, affect := range q.Affects {
		if affect.Axis == axis {
			return new(big.Rat).Mul(affect.Weight, q.Weight)
		}
	}
	return nil
}

// Shown returns the options in the order in which a person sees them.
func (q *Question) Shown() []Option {
	shown := make([]Option, 0, len(q.Options))
	for i := range q.Options {
		if q.Reverse {
			i = len(q.Options) - 1 - i
		}
		shown = append(shown, q.Options[i])
	}
	return shown
}
