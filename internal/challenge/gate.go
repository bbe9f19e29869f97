package challenge

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// addGate judges whether enough people of another role confirmed every deciding answer; 0 asks for nothing. Where nothing decides
// alone there is nothing to confirm: the gate is met and says so. Without a verdict it is not.
func (d *Document) addGate(required int) {
	if required <= 0 {
		return
	}
	gate := report.Gate{
		Gate: fmt.Sprintf("require-challenged %d", required), Kind: report.ChallengeGate, Op: condition.GTE,
		Required: report.Number(new(float64(required))),
	}
	switch {
	case d.Assessment.Advice == "":
		gate.Reason = "There are too few answers for a verdict, so there is none to confirm."
	case len(d.Deciding) == 0:
		gate.Met = true
		gate.Actual, gate.Reason = report.Word("nothing to confirm"), "No single answer decides the verdict."
	default:
		fewest, lacking := d.confirmedByOtherRoles(required)
		gate.Actual, gate.Met = report.Number(new(float64(fewest))), fewest >= required
		if !gate.Met {
			gate.Reason = report.Text("Confirmed by another role: " + strings.Join(lacking, ", ") + ".")
		}
	}
	d.Gates = append(d.Gates, gate)
}

// confirmedByOtherRoles is the fewest people of another role who confirmed an answer, and the answers that too few did, with how many.
func (d *Document) confirmedByOtherRoles(required int) (fewest int, lacking []string) {
	fewest = d.Deciding[0].ConfirmedByOtherRoles
	for i := range d.Deciding {
		answer := &d.Deciding[i]
		fewest = min(fewest, answer.ConfirmedByOtherRoles)
		if answer.ConfirmedByOtherRoles < required {
			lacking = append(lacking, fmt.Sprintf("%s %d", answer.Title, answer.ConfirmedByOtherRoles))
		}
	}
	return fewest, lacking
}
