package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/reach"
)

func checkRequiresNever(s *subject) {
	for _, e := range s.requiring() {
		if s.never(reach.Holds(e.when), reach.Holds(e.advice.Requires)) {
			s.report(e.at, "mend its condition or what it requires",
				"%s can only be for later: what it requires never holds together with its condition", e.label)
		}
	}
}

func checkRequiresAlways(s *subject) {
	for _, e := range s.requiring() {
		now, _ := s.reaches().Find(reach.Holds(e.when), reach.Holds(e.advice.Requires))
		if now == reach.Found && s.never(reach.Holds(e.when), reach.Known(e.advice.Requires), reach.Fails(e.advice.Requires)) {
			s.report(e.at, "ask for more, or leave it out", "%s: what it requires always holds when it applies", e.label)
		}
	}
}

// requiring are the recommendations that may have to wait.
func (s *subject) requiring() []*entry {
	return slices.DeleteFunc(s.living(), func(e *entry) bool {
		return e.advice == nil || e.advice.Requires.Kind == condition.Always
	})
}
