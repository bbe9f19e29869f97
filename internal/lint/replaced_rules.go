package lint

import "github.com/opsfit/opsfit/internal/diag"

func checkReplacedRules(s *subject) {
	entries := s.rules.allRules()
	if len(entries) == 0 || s.rules.catalogue.Replaces == nil {
		return
	}
	first, replaced := entries[0], s.rules.catalogue.Replaces
	for _, e := range entries {
		if e.at.pos.Line < first.at.pos.Line {
			first = e
		}
	}
	s.addFinding(first.at, "copy those that you want to keep, or name a catalogue",
		"the rules here take the place of those of %s (warnings: %d, recommendations: %d)", diag.Quote(s.Extends),
		len(replaced.Warnings), len(replaced.Recommendations))
}
