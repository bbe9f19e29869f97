package lint

import (
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkDeadTest(s *subject) {
	for _, e := range s.living() {
		for _, test := range e.when.Tests() {
			if s.never(satisfy.Holds(*test)) {
				s.report(place{e.at.file, test.Pos}, s.because(*test), "%s: %s never holds", e.label, shown(*test))
			}
		}
	}
}
