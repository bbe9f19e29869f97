package reporttest

import "github.com/opsfit/opsfit/internal/report"

// Titles lists the titles of all sections that reports for people have.
func Titles() []string {
	return []string{
		report.TitleWhatIf, report.TitleFirst, report.TitleWarning, report.TitleExempt, report.TitleTalk, report.TitleUnknown,
		report.TitleAges, report.TitleTips, report.TitleNotes, report.TitleGates, report.TitleThen, report.TitleLater, report.TitleAxes,
		report.TitleMetrics, report.TitleAnswers,
	}
}
