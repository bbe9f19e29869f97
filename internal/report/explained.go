package report

import (
	"slices"
)

// Explained says which section of the methodology explains a number of a report.
type Explained struct {
	// Number is what the number is called in reports.
	Number string
	// Section is the id of the section.
	Section string
	// Under is the title of the part of a report that refers to it; empty where no part does.
	Under string
}

// Explanations lists all numbers of reports with the sections that explain them, in the order of the methodology.
func Explanations() []Explained {
	return []Explained{
		{"position of an answer", "answers", TitleAnswers},
		{"coverage", "coverage", TitleFigures},
		{"practice", "practice", TitleFigures},
		{"effect of an answer", "practice", TitleAnswers},
		{"range", "range", TitleUnknown},
		{"situation", "situation", TitleFigures},
		{"band", "bands", ""},
		{"gap", "fit", ""},
		{"fit", "fit", TitleFigures},
		{"tension", "tension", TitleFigures},
		{"direction", "direction", TitleAxes},
		{"advice", "advice", TitleFigures},
		{"readiness", "readiness", TitleFigures},
		{"floor", "floors", TitleAxes},
		{"shortfall", "floors", TitleAxes},
		{"steps to another side", "robustness", TitleTips},
		{"confidence", "confidence", TitleFigures},
		{"severity", "warnings", ""},
		{"rank", "ranking", TitleFirst},
		{"consensus", "team", TitleAgreement},
		{"distance between roles", "team", TitleAgreement},
		{"metric", "quadrant", TitleMetrics},
		{"proposal of a record", "record", TitleOrigin},
	}
}

// ExplainedUnder returns the ids of the sections that explain the numbers of one part of a report, each once.
func ExplainedUnder(title string) []string {
	var ids []string
	for _, row := range Explanations() {
		if row.Under == title && !slices.Contains(ids, row.Section) {
			ids = append(ids, row.Section)
		}
	}
	return ids
}
