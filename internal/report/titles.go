package report

// The titles of the sections that every human-readable report has, in the order in which a reader of the text meets them.
const (
	TitleFirst   = "What to do first"
	TitleWarning = "Warnings"
	TitleExempt  = "Exemptions"
	TitleUnknown = "What is unknown"
	TitleAges    = "How old the answers are"
	TitleTips    = "What would tip it"
	TitleNotes   = "Keep in mind"
	TitleGates   = "Gates"
	TitleThen    = "Also worth doing now"
	TitleLater   = "For later, and what must come first"
	TitleAxes    = "Axis by axis"
	TitleMetrics = "Metric by metric"
	TitleAnswers = "All answers"
)

// What stands in a section that has nothing to list although it could.
const (
	NoSteps    = "No step is recommended."
	NoWarnings = "None."
)

// Titles returns the titles of all sections.
func Titles() []string {
	return []string{
		TitleFirst, TitleWarning, TitleExempt, TitleUnknown, TitleAges, TitleTips, TitleNotes, TitleGates, TitleThen, TitleLater,
		TitleAxes, TitleMetrics, TitleAnswers,
	}
}
