package pages

// The sections of the methodology that explain numbers on several kinds of pages. Other pages name them where the numbers are;
// a test holds that each section exists.

// explainFigures is for the overall figures of a result, which are about outcomes or lead to a leaning.
func explainFigures(outcomes bool) []string {
	if outcomes {
		return []string{"quadrant"}
	}
	return []string{"practice", "situation", "fit", "advice", "confidence"}
}
