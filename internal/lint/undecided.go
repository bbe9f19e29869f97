package lint

import (
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkUndecided(s *subject) {
	for _, e := range s.decidableRules() {
		if s.verdictOf(e) == satisfy.Unknown {
			s.addFinding(e.at, "ask for fewer figures at once, or for wider stretches",
				"%s: it would take too long to decide whether any answers make it appear", e.label)
		}
	}
}
