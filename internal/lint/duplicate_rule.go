package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
)

func checkDuplicateRule(s *subject) {
	first := map[string]*catalogueRule{}
	for _, e := range s.rules.allRules() {
		key := e.identityKey()
		if earlier := first[key]; earlier != nil {
			s.addFinding(e.at, "make one of the two, or fix a condition",
				"%s appears under the same condition as %s", e.label, diag.Quote(earlier.id))
			continue
		}
		first[key] = e
	}
}
