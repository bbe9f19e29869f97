package adr

import "github.com/opsfit/opsfit/internal/report"

// Deciders stands where people have to write who decided.
const Deciders = "(name those who decide)"

// FrontMatter returns the YAML above a record: that it is proposed, the day of the assessment, and by whom it is decided. The day
// is of digits and all else is ours, so that nothing in it needs escaping.
func FrontMatter(doc *report.Document) string {
	date := dateOf(doc)
	if date == "" {
		date = `"(the day of the decision)"`
	}
	return "---\nstatus: proposed\ndate: " + date + "\ndecision-makers: \"" + Deciders + "\"\n---\n\n"
}
