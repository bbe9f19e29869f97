package pages

// The sections of the methodology that explain numbers on several kinds of pages. Other pages name them where the numbers are;
// a test holds that each section exists.

// explainFigures is for the overall figures of a result, which are about outcomes or lead to a leaning.
func explainFigures(outcomes bool) []string {
	if outcomes {
		return []string{"quadrant"}
	}
	return []string{"coverage", "practice", "wanted", "situation", "fit", "tension", "advice", "readiness", "weakest", "confidence"}
}

// explainAxes is for the figures of each axis.
func explainAxes() []string { return []string{"allowed", "direction", "floors", "unmet"} }
