package lint

import (
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkDeadTest(s *subject) {
	for _, e := range s.reachableRules() {
		for _, test := range e.when.Tests() {
			if s.isUnsat(satisfy.Holds(*test)) {
				s.addFinding(place{e.at.file, test.Pos}, s.explainUnsat(*test), "%s: %s never holds", e.label, quoteCondition(*test))
			}
		}
	}
}
