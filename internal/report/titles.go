package report

// TitleFigures heads the overall figures in formats that give them a section of their own.
const TitleFigures = "Figures"

// The titles of the sections that every human-readable report has, in the order in which a reader of the text meets them.
const (
	TitleWhatIf  = "What if"
	TitleFirst   = "What to do first"
	TitleWarning = "Warnings"
	TitleExempt  = "Exemptions"
	TitleTalk    = "Worth talking about"
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

// TitleAgreement heads how far respondents agree, in a team result.
const TitleAgreement = "Agreement by axis"

// What stands in a section that has nothing to list although it could.
const (
	NoSteps    = "No step is recommended."
	NoWarnings = "None."
)

// TitleOrigin heads what a decision record rests on.
const TitleOrigin = "More Information"
