package lint

import (
	"github.com/opsfit/opsfit/internal/reach"
)

func checkUndecided(s *subject) {
	for _, e := range s.judged() {
		if s.fateOf(e) == reach.Undecided {
			s.report(e.at, "ask for fewer figures at once, or for wider stretches",
				"%s: it would take too long to decide whether any answers make it appear", e.label)
		}
	}
}
