package gate

import (
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// noWarning stands in place of the severity when no warning counts.
const noWarning = "none"

// warningGates requires that no warning of some severity is active, apart from exempted ones.
func (s Set) warningGates(c Case) []report.Gate {
	if s.failOn == "" {
		return nil
	}
	gate := report.Gate{
		Gate: "fail-on " + string(s.failOn), Kind: report.WarningGate, Op: condition.LT, Required: report.Word(string(s.failOn)),
	}
	switch {
	case !c.Document.Questionnaire.Advice:
		gate.Reason = "This questionnaire gives no warnings, so there is none to check."
	case c.Document.Warnings == nil:
		gate.Reason = "The result does not say which warnings there are; write it again with opsfit assess."
	case isBlank(c.Document):
		gate.Reason = "No question is answered, so no warning could appear."
	default:
		s.countWarnings(c.Document.Warnings, &gate)
	}
	return []report.Gate{gate}
}

func (s Set) countWarnings(warnings []report.Warning, gate *report.Gate) {
	var failing, exempted []string
	worst := questionnaire.Severity("")
	for i := range warnings {
		w := &warnings[i]
		severity := questionnaire.Severity(w.Severity)
		switch {
		case w.Exempted && severity.Rank() >= s.failOn.Rank():
			exempted = append(exempted, report.Named(w.Title, w.ID))
			continue
		case w.Exempted:
			continue
		case severity.Rank() >= s.failOn.Rank():
			failing = append(failing, report.Named(w.Title, w.ID))
		}
		if severity.Rank() > worst.Rank() {
			worst = severity
		}
	}
	gate.Met, gate.Actual = len(failing) == 0, report.Word(noWarning)
	if worst != "" {
		gate.Actual = report.Word(string(worst))
	}
	gate.Reason = report.Text(strings.TrimSpace(formatFailing(failing, s.failOn) + " " + formatList("Exempted: ", exempted)))
}

func formatFailing(failing []string, from questionnaire.Severity) string {
	what := string(from) + " or above"
	if from == questionnaire.Critical {
		what = string(from)
	}
	switch len(failing) {
	case 0:
		return ""
	case 1:
		return "1 warning is " + what + ": " + failing[0] + "."
	}
	return strconv.Itoa(len(failing)) + " warnings are " + what + ": " + strings.Join(failing, ", ") + "."
}

func formatList(lead string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return lead + strings.Join(names, ", ") + "."
}

// exemptionGates requires that no exemption has expired, if warnings can fail a run at all.
func (s Set) exemptionGates(c Case) []report.Gate {
	if s.failOn == "" && !s.FailOnExpired {
		return nil
	}
	var gates []report.Gate
	for _, e := range c.Document.Exemptions {
		if e.Until == "" {
			continue
		}
		gate := report.Gate{
			Gate: "exemption " + e.Warning, Kind: report.ExemptionGate, Op: condition.LTE,
			Required: report.Word(string(e.Until)), Actual: report.Word(string(c.Document.AsOf)),
			Met: e.Status != report.ExemptionExpired,
		}
		if !gate.Met {
			gate.Reason = report.Text(expiryText(e))
		}
		gates = append(gates, gate)
	}
	return gates
}

func expiryText(e report.Exemption) string {
	owner := report.OwnerSentence(e.Owner)
	if e.Severity == "" {
		return "It has expired, and the warning does not apply: remove it." + owner
	}
	return "It has expired, and the warning still applies: fix the cause, or decide again." + owner
}
