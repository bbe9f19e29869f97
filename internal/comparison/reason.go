package comparison

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Why a step is no longer listed.
const (
	// Improved: readiness rose, what was unknown is known, or the practice went the way that the step leads, and nothing
	// else changed among the answers that the step was listed for.
	Improved report.Text = "improved"
	// OtherSituation: among these answers only those about the situation changed.
	OtherSituation report.Text = "situation"
	// OtherPractice: among them only those about the team changed, and not for what the step leads to.
	OtherPractice report.Text = "practice"
	// OtherDemand and OtherPoints are the same in a questionnaire about readiness alone: among these answers only those that say how
	// much is asked changed, or only those about the points.
	OtherDemand report.Text = "demand"
	OtherPoints report.Text = "points"
	// SeveralReasons: both changed, so which of the two ended the step cannot be told.
	SeveralReasons report.Text = "several"
	// OtherQuestionnaire: the questionnaires are not alike, so the step may have ended with the earlier one.
	OtherQuestionnaire report.Text = "questionnaire"
	// OtherCondition: none of the answers that it was listed for changed; it has another condition that no longer holds.
	OtherCondition report.Text = "condition"
)

// reasonOf says why an item of the earlier result is not in the later one, as far as the answers that it was listed for
// show it.
func (c *pairing) reasonOf(item *report.Recommendation) report.Text {
	isKnown := func(cause report.Cause) bool { return cause.Option != "" || cause.Options != nil }
	e := evidence{aboutUnknown: !slices.ContainsFunc(item.Because, isKnown)}
	for _, cause := range item.Because {
		if c.isChanged(cause.Question) {
			e.addChange(item, c.was[cause.Question], c.now[cause.Question])
		}
	}
	if !e.situation && !e.team {
		return c.untouchedReason()
	}
	isReview := c.after.Verdict.Readiness != nil
	switch {
	case !c.alike:
		return OtherQuestionnaire
	case !e.team && isReview:
		return OtherDemand
	case !e.team:
		return OtherSituation
	case e.situation:
		return SeveralReasons
	case e.hasImproved():
		return Improved
	}
	if isReview {
		return OtherPoints
	}
	return OtherPractice
}

// untouchedReason is the reason when none of these answers changed. Digests do not cover the advice, but its wording
// and conditions change with the version of the questionnaire and of the program.
func (c *pairing) untouchedReason() report.Text {
	was, now := c.before, c.after
	if !c.alike || was.Questionnaire.Version != now.Questionnaire.Version || was.Tool != now.Tool {
		return OtherQuestionnaire
	}
	return OtherCondition
}

// evidence is what the changed answers say about a step that is no longer listed.
type evidence struct {
	// aboutUnknown: the step was listed for open questions alone, and answering them is what it asks for.
	aboutUnknown bool
	// situation and team: which of the two changed.
	situation, team bool
	// style is how far the practice moved in the direction of the step, and level how far readiness rose, each as a
	// sum.
	style, level float64
	// known: an open question was answered. lost: an answer became open.
	known, lost bool
	// undirected: the practice changed and the step has no direction.
	undirected bool
}

// addChange adds a changed answer. Answering an open question is an improvement if it is about readiness or the step
// helps under either model; for a step towards a pole, a practice that became known is not a move.
func (e *evidence) addChange(item *report.Recommendation, was, now *report.Answer) {
	foundOut := !was.IsAnswered() && now.IsAnswered()
	asked := e.aboutUnknown && foundOut
	if now.Measures == string(questionnaire.Context) && !asked {
		e.situation = true
		return
	}
	e.team = true
	e.lost = e.lost || was.IsAnswered() && !now.IsAnswered()
	change := changeBetween(was.Value, now.Value)
	switch {
	case foundOut:
		e.known = e.known || e.aboutUnknown || now.Measures == string(questionnaire.Readiness) || item.Direction == questionnaire.DirectionEither
	case change == nil:
	case now.Measures == string(questionnaire.Readiness):
		e.level += *change
	case item.Tier == questionnaire.TierSustain || directionSign(item.Direction) == 0:
		e.undirected = true
	default:
		e.style += *change * directionSign(item.Direction)
	}
}

// hasImproved reports whether something got better for the step and nothing got worse or changed in another way.
func (e *evidence) hasImproved() bool {
	return !e.undirected && !e.lost && e.style >= 0 && e.level >= 0 && (e.known || e.style > 0 || e.level > 0)
}

// directionSign is the sign of the pole that a step leads to; 0 for neither.
func directionSign(direction string) float64 {
	switch direction {
	case questionnaire.DirectionDevOps:
		return 1
	case questionnaire.DirectionSysOps:
		return -1
	}
	return 0
}
