package lint

import "github.com/opsfit/opsfit/internal/diag"

func replacedRules() Rule {
	return Rule{
		Code: "replaced-rules", Severity: diag.Note,
		Summary: "Rules beside the questions take the place of all that \"extends\" would take over.",
		Why: "A questionnaire has one set of advice. Warnings and recommendations of its own replace those of the questionnaire that it " +
			"extends, so that none of these can appear any more, the critical ones included. Copy those that you want to keep. Where " +
			"you want none of them, put yours into a file of its own and name it under \"catalogue\".",
		check: checkReplaced,
	}
}

func checkReplaced(s *subject) {
	entries := s.rules.all()
	if len(entries) == 0 || s.rules.catalogue.Replaces == nil {
		return
	}
	first, replaced := entries[0], s.rules.catalogue.Replaces
	for _, e := range entries {
		if e.at.pos.Line < first.at.pos.Line {
			first = e
		}
	}
	s.report(first.at, "copy those that you want to keep, or name a catalogue",
		"the rules here take the place of those of %s (warnings: %d, recommendations: %d)", diag.Quote(s.Extends),
		len(replaced.Warnings), len(replaced.Recommendations))
}
