package pages

import "github.com/opsfit/opsfit/internal/questionnaire"

// The sections of the methodology that explain numbers on several kinds of pages. Other pages name them where the numbers are;
// a test holds that each section exists.

// explainFigures is for the overall figures of a kind of result.
func explainFigures(kind string) []string {
	switch questionnaire.Verdict(kind) {
	case questionnaire.Quadrant:
		return []string{"quadrant"}
	case questionnaire.ReadinessState:
		return []string{"readiness"}
	case questionnaire.Leaning:
	}
	return []string{"practice", "situation", "fit", "advice", "confidence"}
}
