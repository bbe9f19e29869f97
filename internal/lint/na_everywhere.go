package lint

import "github.com/opsfit/opsfit/internal/diag"

func checkNaEverywhere(s *subject) {
	own := s.ownQuestions()
	for i := range s.Questions {
		if !s.Questions[i].AllowNA {
			return
		}
	}
	if len(s.Questions) > 1 && len(own) > 0 {
		s.addFinding(s.placeOf(own[0]), "offer it only where a service may lack what is asked about",
			"each of the %d questions can be answered %s", len(s.Questions), diag.Quote("not applicable"))
	}
}
