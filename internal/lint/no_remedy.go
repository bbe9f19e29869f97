package lint

func checkNoRemedy(s *subject) {
	answered := map[string]bool{}
	entries := s.rules.allRules()
	for _, e := range entries {
		if e.advice != nil {
			for _, id := range e.advice.AnswersWarnings {
				answered[id] = true
			}
		}
	}
	for _, e := range entries {
		if e.warning != nil && !e.warning.AnsweredByLifts && !answered[e.id] && len(s.rules.catalogue.Recommendations) > 0 {
			s.addFinding(e.at, "name it under \"answers_warnings\" of one that helps", "no recommendation answers the %s", e.label)
		}
	}
}
