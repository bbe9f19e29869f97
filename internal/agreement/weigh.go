package agreement

import (
	"math"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// waitMeasure is a lower bound of what is asked for: the way from a commit to its users may be longer.
const waitMeasure = "lead_time.mainline.median"

// weigh gives a verdict on a value that something can be concluded from.
func (l look) weigh(m *questionnaire.Mapping, r *questionnaire.Range, finding *report.Finding) {
	measure, _ := questionnaire.MeasureNamed(m.Measure)
	side, distance := beyond(r, *finding.Value, measure.Unit)
	backs, far := l.judged.limits(measure)
	switch {
	case side == questionnaire.Never || distance <= backs:
		finding.Verdict = report.Agrees
	case side == questionnaire.Below && m.Measure == waitMeasure:
		finding.Verdict = report.Silent
		finding.Reason = "the wait for a release is only a part of the time asked for, so that a short one says nothing"
	case distance <= far:
		finding.Verdict = report.Differs
	default:
		finding.Verdict, finding.Reason = l.farAway(m, side, finding)
	}
}

// limits are the distances up to which a value backs an answer, and from which it is far away.
func (j Judgement) limits(measure questionnaire.RepositoryMeasure) (backs, far float64) {
	switch {
	case measure.Unit == questionnaire.Shares:
		return j.BacksShare, j.FarShare
	case measure.Name == waitMeasure:
		return j.BacksRatio, j.FarWait
	}
	return j.BacksRatio, j.FarRatio
}

// beyond returns on which side of a range a value lies, Never inside it, and how far beyond the nearest bound: how many times
// as much or as little, or for shares the difference.
func beyond(r *questionnaire.Range, value float64, unit questionnaire.Unit) (questionnaire.Side, float64) {
	exact := new(big.Rat).SetFloat64(value)
	switch {
	case exact == nil || r.Holds(exact):
		return questionnaire.Never, 0
	case r.To != nil && exact.Cmp(r.To) > 0:
		return questionnaire.Above, distance(value, float(r.To), unit)
	}
	return questionnaire.Below, distance(float(r.From), value, unit)
}

// distance is how far the larger of two values is from the smaller. Nothing is beyond any multiple of 0.
func distance(large, small float64, unit questionnaire.Unit) float64 {
	const slip = 1e-9 // of arithmetic: 1 less 0.9 is 0.1
	switch {
	case unit == questionnaire.Shares:
		return large - small - slip
	case small <= 0:
		return math.Inf(1)
	}
	return large/small - slip
}

func float(r *big.Rat) float64 {
	value, _ := r.Float64()
	return value
}

// farAway contradicts where everything speaks for it; where not, it differs and says why.
func (l look) farAway(m *questionnaire.Mapping, side questionnaire.Side, finding *report.Finding) (report.FindingVerdict, report.Text) {
	switch {
	case finding.Trust != report.Text(evidence.Usable):
		return report.Differs, finding.Reason
	case m.Contradicts != questionnaire.Both && m.Contradicts != side:
		return report.Differs, "this measure speaks to the question in part only, and cannot contradict an answer in this direction"
	case side == questionnaire.Above && isOfReleases(m.Measure) && !l.releasesByTag():
		return report.Differs, "what goes live need not have a tag, so that rarer tags contradict nothing"
	}
	return report.Contradicts, finding.Reason
}

func isOfReleases(measure string) bool {
	return measure == "releases.gap_days.median" || measure == "releases.minor.gap_days.median"
}

// releasesByTag reports a repository whose tags are its releases as far as can be seen: something here makes or publishes
// releases, and nothing deploys by another way.
func (l look) releasesByTag() bool {
	found := func(id string) bool {
		signal := l.scan.Signal(id)
		return signal != nil && !signal.Weak
	}
	makes := []string{"cd.release_automation", "cd.release_automation_pkg", "cd.release_workflow"}
	deploys := []string{
		"cd.deploy_workflow", "cd.gitops_argo", "cd.gitops_flux", "cd.gitops_image_tags", "cd.paas", "cd.deploy_tool",
		"man.deploy_script",
	}
	return slices.ContainsFunc(makes, found) && !slices.ContainsFunc(deploys, found)
}
