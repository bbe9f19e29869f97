package export

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// pointMissed is the check of a point of a checklist that is below its minimum or unknown. The hyphen keeps it apart from ids of
// warnings.
const pointMissed = "readiness-point"

const pointHelp = "A point of the checklist is below the minimum of its axis, or unknown. A critical one, or one that is two levels or " +
	"more below, means that the service is not ready. Find out what is unknown, do what is missing, and change the answer."

// stateReason is a kind of reason for which a service is not ready, with its points.
type stateReason struct {
	name   string
	points []string
}

func stateReasons(v *report.ReadinessVerdict) []stateReason {
	return []stateReason{
		{"critical_unmet", v.Because.CriticalUnmet}, {"critical_unknown", v.Because.CriticalUnknown}, {"far_below", v.Because.FarBelow},
	}
}

// missed are the points of a checklist that are below their minimum or unknown, the worst first.
func missed(doc *report.Document) []finding {
	v := doc.Verdict.Readiness
	if v == nil {
		return nil
	}
	var found []finding
	for i := range v.Readiness.Unmet {
		u := &v.Readiness.Unmet[i]
		f := finding{
			check: pointMissed, about: u.Question, title: report.Named(titleOf(doc, u.Question), u.Question) + ": " + hasAndNeeds(u),
			summary: prompt(doc, u.Question), details: answered(doc, u.Question) + enough(u), place: doc.PlaceOfAnswer(u.Question),
			severity: severityOfPoint(v, u),
		}
		if u.Critical {
			f.title = "CRITICAL: " + f.title
		}
		found = append(found, f)
	}
	return found
}

// severityOfPoint is critical for a critical point, high for one far below, and medium for any other.
func severityOfPoint(v *report.ReadinessVerdict, u *report.Unmet) questionnaire.Severity {
	switch {
	case u.Critical:
		return questionnaire.Critical
	case slices.Contains(v.Because.FarBelow, u.Question):
		return questionnaire.High
	}
	return questionnaire.Medium
}

func hasAndNeeds(u *report.Unmet) string {
	if u.Level == nil {
		return "unknown, needs " + report.LevelOfAnswer(&u.Floor) + " out of 4"
	}
	return "has " + u.LevelWord() + " out of 4, needs " + report.LevelOfAnswer(&u.Floor)
}

// enough says what would reach the minimum, on a line of its own; empty where that is not known.
func enough(u *report.Unmet) string {
	if u.Enough == "" {
		return ""
	}
	return "\nEnough would be: " + english.Quote(string(u.Enough))
}

// answered says what was answered to a point, and of a list what lacks; empty where there is no answer.
func answered(doc *report.Document, question string) string {
	answer := answerTo(doc, question)
	if answer == nil {
		return ""
	}
	if !answer.IsAnswered() {
		return "Answer: " + report.StatusWord(answer.Status)
	}
	if answer.Listed == nil {
		return "Answer: " + english.Quote(string(answer.Text))
	}
	var lines []string
	for _, part := range []struct {
		label  string
		status report.ListedStatus
	}{{"There", report.Present}, {"Missing", report.Missing}, {"Unknown", report.Open}} {
		if texts := answer.ListedAs(part.status); len(texts) > 0 {
			lines = append(lines, part.label+": "+strings.Join(texts, "; "))
		}
	}
	return strings.Join(lines, "\n")
}

// junitPoints has a case for each point of a checklist of which something is asked: one below its minimum is skipped, since gates
// alone fail.
func junitPoints(class string, doc *report.Document) junitSuite {
	suite := junitSuite{Name: "points"}
	if doc.Verdict.Readiness == nil {
		return suite
	}
	unmet := doc.Verdict.Readiness.Readiness.Unmet
	for _, answer := range doc.AskedPoints() {
		test := junitCase{
			Class: diag.Visible(class + ".points"), Name: diag.Visible(report.Named(answer.Title, answer.Question)),
			Output: diag.VisibleLines(answered(doc, answer.Question)),
		}
		test.at(doc.PlaceOfAnswer(answer.Question))
		at := slices.IndexFunc(unmet, func(u report.Unmet) bool { return u.Question == answer.Question })
		if at >= 0 {
			severity := strings.ToUpper(string(severityOfPoint(doc.Verdict.Readiness, &unmet[at])))
			test.Skipped = &junitRemark{Message: severity + ": " + hasAndNeeds(&unmet[at])}
		}
		suite.Cases = append(suite.Cases, test)
	}
	return suite
}
