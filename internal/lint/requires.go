package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkRequiresNever(s *subject) {
	for _, e := range s.conditionalAdvice() {
		if s.isUnsat(satisfy.Holds(e.when), satisfy.Holds(e.advice.Requires)) {
			s.addFinding(e.at, "fix its condition or what it requires",
				"%s can only be for later: what it requires never holds together with its condition", e.label)
		}
	}
}

func checkRequiresAlways(s *subject) {
	for _, e := range s.conditionalAdvice() {
		now := s.solveConstraints(satisfy.Holds(e.when), satisfy.Holds(e.advice.Requires))
		if now == satisfy.Sat && s.isUnsat(satisfy.Holds(e.when), satisfy.Known(e.advice.Requires), satisfy.Fails(e.advice.Requires)) {
			s.addFinding(e.at, "ask for more, or leave it out", "%s: what it requires always holds when it applies", e.label)
		}
	}
}

// conditionalAdvice returns the recommendations that may have to wait.
func (s *subject) conditionalAdvice() []*catalogueRule {
	return slices.DeleteFunc(s.reachableRules(), func(e *catalogueRule) bool {
		return e.advice == nil || e.advice.Requires.Kind == condition.Always
	})
}
