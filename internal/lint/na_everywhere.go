package lint

import "github.com/opsfit/opsfit/internal/diag"

func notApplicableEverywhere() Rule {
	return Rule{
		Code: "na-everywhere", Severity: diag.Note,
		Summary: "Every question can be answered \"not applicable\".",
		Why: "\"Not applicable\" takes a question out of the calculation, and is almost never true: \"another group does it\" is an answer, " +
			"not its absence. Where every question offers it, a sheet can leave out whatever is unpleasant. Offer it only where a service may " +
			"really lack the thing that is asked about.",
		check: func(s *subject) {
			own := s.ownQuestions()
			for i := range s.Questions {
				if !s.Questions[i].AllowNA {
					return
				}
			}
			if len(s.Questions) > 1 && len(own) > 0 {
				s.report(s.placeOf(own[0]), "offer it only where a service may lack what is asked about",
					"each of the %d questions can be answered %s", len(s.Questions), diag.Quote("not applicable"))
			}
		},
	}
}
