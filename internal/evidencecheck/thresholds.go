package evidencecheck

import (
	"math"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// waitMeasure is a lower bound for the question: from a commit to its users it may take longer.
const waitMeasure = "lead_time.mainline.median"

// compareValue sets the verdict on a value that can be trusted.
func (c answerCheck) compareValue(m *questionnaire.Mapping, r *questionnaire.Range, finding *report.Finding) {
	measure, _ := questionnaire.MeasureNamed(m.Measure)
	side, distance := distanceBeyond(r, *finding.Value, measure.Unit)
	backs, far := c.judged.ratioLimits(measure)
	figure, _ := c.scan.Figure(measure.Name) // An unknown name has no other ways of counting.
	switch {
	case side == questionnaire.Never || distance <= backs:
		finding.Verdict = report.Agrees
	case side == questionnaire.Below && otherDistance(r, measure, figure.Most) <= backs:
		finding.Verdict, finding.Reason = report.Agrees, report.Text(figure.MostIs)
	case side == questionnaire.Below && m.Measure == waitMeasure:
		finding.Verdict = report.Silent
		finding.Reason = "the wait for a release is only a part of the time asked for, so a short wait says nothing"
	case distance <= far:
		finding.Verdict = report.Differs
	case side == questionnaire.Above && otherDistance(r, measure, figure.Least) <= far:
		finding.Verdict, finding.Reason = report.Differs, report.Text(figure.LeastIs)
	default:
		finding.Verdict, finding.Reason = c.farAway(m, side, finding)
	}
}

// otherDistance is how far beyond a range the value of another way of counting is; infinite where there is none.
func otherDistance(r *questionnaire.Range, measure questionnaire.RepositoryMeasure, value *float64) float64 {
	if value == nil {
		return math.Inf(1)
	}
	_, distance := distanceBeyond(r, *value, measure.Unit)
	return distance
}

// ratioLimits returns up to which distance a value backs an answer, and from which it is far away.
func (j Judgement) ratioLimits(measure questionnaire.RepositoryMeasure) (backs, far float64) {
	switch {
	case measure.Unit == questionnaire.Shares:
		return j.BacksShare, j.FarShare
	case measure.Name == waitMeasure:
		return j.BacksRatio, j.FarWait
	}
	return j.BacksRatio, j.FarRatio
}

// distanceBeyond returns on which side of a range a value lies (Never inside), and how far beyond the nearest bound: as
// a ratio, or for shares as a difference.
func distanceBeyond(r *questionnaire.Range, value float64, unit questionnaire.Unit) (questionnaire.Side, float64) {
	exact := new(big.Rat).SetFloat64(value)
	switch {
	case exact == nil || r.Holds(exact):
		return questionnaire.Never, 0
	case r.To != nil && exact.Cmp(r.To) > 0:
		return questionnaire.Above, distanceBetween(value, toFloat(r.To), unit)
	}
	return questionnaire.Below, distanceBetween(toFloat(r.From), value, unit)
}

// distanceBetween returns how far the larger of two values is from the smaller. Nothing is beyond any multiple of 0.
func distanceBetween(large, small float64, unit questionnaire.Unit) float64 {
	const slip = 1e-9 // of arithmetic: 1 less 0.9 is 0.1
	switch {
	case unit == questionnaire.Shares:
		return large - small - slip
	case small <= 0:
		return math.Inf(1)
	}
	return large/small - slip
}

func toFloat(r *big.Rat) float64 {
	value, _ := r.Float64()
	return value
}

// farAway contradicts the answer when the evidence is strong enough; otherwise it differs and says why.
func (c answerCheck) farAway(
	m *questionnaire.Mapping, side questionnaire.Side, finding *report.Finding,
) (report.FindingVerdict, report.Text) {
	switch {
	case finding.Trust != report.Text(evidence.Usable):
		return report.Differs, finding.Reason
	case m.Contradicts != questionnaire.Both && m.Contradicts != side:
		return report.Differs, "this measure is about part of the question only, and cannot contradict an answer in this direction"
	case side == questionnaire.Above && isOfReleases(m.Measure) && !c.releasesByTag():
		return report.Differs, "what goes live need not have a tag, so rarer tags do not contradict the answer"
	}
	return report.Contradicts, finding.Reason
}

func isOfReleases(measure string) bool {
	return measure == "releases.gap_days.median" || measure == "releases.minor.gap_days.median"
}

// releasesByTag reports whether the tags of a repository are its releases, as far as can be seen: something here makes
// or publishes releases, and nothing deploys in another way.
func (c answerCheck) releasesByTag() bool {
	found := func(id string) bool {
		signal := c.scan.FindSignal(id)
		return signal != nil && !signal.Weak
	}
	makes := []string{"cd.release_automation", "cd.release_automation_pkg", "cd.release_workflow"}
	deploys := []string{
		"cd.deploy_workflow", "cd.gitops_argo", "cd.gitops_flux", "cd.gitops_image_tags", "cd.paas", "cd.deploy_tool",
		"man.deploy_script",
	}
	return slices.ContainsFunc(makes, found) && !slices.ContainsFunc(deploys, found)
}
