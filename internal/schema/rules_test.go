package schema

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// rule is what a value must be beside its type. The zero value demands nothing.
type rule struct {
	// low and high are the ends of the scale; above demands more than low.
	low, high *float64
	above     bool
	// words are all values of a text; pattern is a regular expression.
	words   []any
	pattern string
	// least and most are the number of items of a list; 0 for no bound.
	least, most int
	// orNull allows null in place of a list: that of what was not computed.
	orNull bool
	// optional is for a member that its type leaves out by itself.
	optional bool
}

func (r rule) number(kind string) object {
	described := object{{"type", kind}}
	if r.low != nil {
		key := "minimum"
		if r.above {
			key = "exclusiveMinimum"
		}
		described = append(described, member{key, *r.low})
	}
	if r.high != nil {
		described = append(described, member{"maximum", *r.high})
	}
	return described
}

func (r rule) text(orNull bool) object {
	if r.words != nil {
		described := object{{"enum", r.words}}
		if orNull {
			return nullable(described)
		}
		return described
	}
	described := object{{"type", "string"}}
	if orNull {
		described = nullable(described)
	}
	if r.pattern != "" {
		described = append(described, member{"pattern", r.pattern})
	}
	return described
}

func between(low, high float64) rule { return rule{low: &low, high: &high} }
func atLeast(low float64) rule       { return rule{low: &low} }
func above(low float64) rule         { return rule{low: &low, above: true} }
func matching(pattern string) rule   { return rule{pattern: pattern} }
func items(least int) rule           { return rule{least: least} }

func oneOf[T ~string](words ...T) rule {
	var all []any
	for _, word := range words {
		all = append(all, string(word))
	}
	return rule{words: all}
}

// mayMiss allows a member to be left out.
func mayMiss(r rule) rule {
	r.optional = true
	return r
}

const day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

// words of results that several members share.
func bands() rule {
	return oneOf(score.StrongSysOps, score.LeaningSysOps, score.Hybrid, score.LeaningDevOps, score.StrongDevOps)
}

func advices() rule {
	return oneOf(score.StaySysOps, score.StayHybrid, score.StayDevOps, score.ShiftSysOps, score.ShiftDevOps, score.Combine)
}

func edge() rule {
	r := bands()
	r.least, r.most = 2, 2
	return r
}

// ruleOf returns the rule of a member, by "package.Type.Field".
func ruleOf(about string) rule {
	line, level, share := between(-1, 1), between(0, 4), between(0, 1)
	percent, points, gap := between(0, 100), between(0, 10), between(-2, 2)
	severity, confidence := oneOf(questionnaire.Severities()...), oneOf(score.HighConfidence, score.MediumConfidence, score.LowConfidence)
	direction := oneOf(score.Aligned, score.LessPronounced, score.MorePronounced, score.TowardsDevOps, score.TowardsSysOps)
	fitWord := oneOf(score.GoodFit, score.WorkableFit, score.StrainedFit, score.Misfit)
	measure := oneOf(questionnaire.Lean, questionnaire.Readiness, questionnaire.Context, questionnaire.Outcome)
	status := oneOf("answered", "dont_know", "not_applicable", "skipped")
	agreement, trust := oneOf("strong", "moderate", "low"), oneOf("usable", "few", "none")
	quadrant := oneOf(questionnaire.Quadrants()...)
	return map[string]rule{
		"report.QuestionnaireRef.Digest": matching("^sha256:[0-9a-f]{64}$"),
		"report.Document.AsOf":           matching(day),

		"report.Leaning.Kind": oneOf("leaning"), "report.Leaning.Gap": gap, "report.Leaning.Advice": advices(),
		"report.Leaning.CombineBecause": oneOf(score.OpposedNeeds, score.SpeedAndCaution, score.BothWays),
		"report.Leaning.Tension":        share, "report.Leaning.Coverage": share, "report.Leaning.Confidence": confidence,
		"report.Leaning.ConfidenceBecause": oneOf(
			score.ByCoverage, score.ByNeedCoverage, score.ByRange, score.BySituationRange, score.BySteps, score.ByThinAxis,
			score.ByCriticalUnknown, score.ByOneStep, score.ByTwoNeeds, score.ByReversal,
		),
		"report.Leaning.Between": edge(), "report.OverallSituation.Between": edge(), "report.OverallSituation.Coverage": share,
		"report.Practice.Value": line, "report.Practice.Low": line, "report.Practice.High": line,
		"report.Practice.Band": bands(), "report.Practice.LowBand": bands(), "report.Practice.HighBand": bands(),
		"report.Situation.Value": line, "report.Situation.Low": line, "report.Situation.High": line, "report.Situation.Band": bands(),
		"report.Wanted.Value": line, "report.Wanted.Band": bands(),
		"report.AxisWanted.Value": line, "report.AxisWanted.Band": bands(), "report.AxisWanted.Low": line, "report.AxisWanted.High": line,
		"report.AxisWanted.Coverage": share,
		"report.Allowed.AtLeast":     line, "report.Allowed.AtMost": line, "report.Limit.AtMost": line, "report.Limit.AtLeast": line,
		"report.Held.Advice": advices(), "report.Held.By": items(1), "report.BeyondLimit.Amount": above(0), "report.BeyondLimit.By": items(1),
		"report.Fit.Value": percent, "report.Fit.Word": fitWord,
		"report.Readiness.Value": level, "report.Readiness.LowerBound": level, "report.Weakest.Level": level,
		"report.Unmet.Level": level, "report.Unmet.Floor": level,
		"report.Turn.Advice": advices(), "report.Flip.Answers": atLeast(1), "report.Flip.Steps": atLeast(1),

		"report.Axis.Weight": above(0), "report.Axis.Gap": gap, "report.Axis.Direction": direction, "report.Axis.Fit": percent,
		"report.Axis.Tension": share, "report.Axis.Coverage": share, "report.Axis.Floor": level,
		"report.Shortfall.Value": level, "report.Shortfall.Worst": level,
		"report.Contribution.Position": line, "report.Contribution.Weight": above(0), "report.Contribution.Effect": line,

		"report.ReadinessVerdict.Kind": oneOf("readiness"), "report.ReadinessVerdict.State": oneOf(score.Ready, score.Gaps, score.NotReady),
		"report.ReadinessVerdict.Coverage": share, "report.ReadinessAxis.Weight": above(0), "report.ReadinessAxis.Floor": level,
		"report.ReadinessAxis.Coverage": share, "report.TierFloor.Level": level, "report.Listed.Worth": above(0),

		"report.Quadrant.Kind": oneOf("quadrant"), "report.Quadrant.Overall": points, "report.Quadrant.Quadrant": quadrant,
		"report.Quadrant.RateLimit": percent, "report.Group.Value": points, "report.Benchmark.Mean": points, "report.Benchmark.SD": points,
		"report.Metric.Value": points, "report.Metric.Class": between(1, 6), "report.Metric.Share": percent, "report.Share.Share": percent,

		"report.Warning.Severity": severity, "report.Warning.Because": items(1), "report.ActiveWarning.Severity": severity,
		"report.Cause.Count": atLeast(1), "report.SaidBy.Count": atLeast(1), "report.SaidBy.Of": atLeast(1),
		"report.Recommendation.Rank":      atLeast(1),
		"report.Recommendation.Direction": oneOf("devops", "sysops", "either", "combine"),
		"report.Recommendation.Tier":      oneOf("safety", "foundation", "direction", "sustain", "combine"),
		"report.Recommendation.Effort":    between(1, 3), "report.Recommendation.Impact": between(1, 5),
		"report.Recommendation.Because": items(1), "report.Recommendation.Status": oneOf("now", "later"),
		"report.Tip.Steps": atLeast(1), "report.Tip.Advice": advices(), "report.Tip.Practice": bands(), "report.Tip.Situation": bands(),
		"report.Answer.Measures": measure, "report.Answer.Kind": oneOf(questionnaire.Need, questionnaire.Limit, questionnaire.Profile),
		"report.Answer.Status": status, "report.Answer.Source": oneOf("person", "evidence", "what_if"), "report.Answer.Weights": above(0),

		"report.Finding.N": atLeast(0), "report.Finding.Trust": trust, "report.Proof.Kind": oneOf("commit", "tag", "path"),
		"report.Exemption.Severity": severity, "report.Exemption.Until": matching(day),
		"report.Commitments.AsOf": matching(day), "report.CommitmentCounts.Promised": atLeast(0), "report.CommitmentCounts.Done": atLeast(0),
		"report.CommitmentCounts.WithoutEvidence": atLeast(0), "report.CommitmentCounts.Open": atLeast(0),
		"report.CommitmentCounts.Overdue": atLeast(0), "report.CommitmentCounts.Withdrawn": atLeast(0),
		"report.Commitment.Due": matching(day), "report.Commitment.Added": matching(day),
		"report.Freshness.MaxAge": matching("^[1-9][0-9]*[dmy]$"), "report.Freshness.Since": matching(day), "report.Aged.Days": atLeast(1),
		"report.Gate.Op": oneOf(condition.Ops()...),

		"comparison.Leaning.Kind": oneOf("leaning"), "comparison.Quadrant.Kind": oneOf("quadrant"),
		"comparison.Axis.In": oneOf("both", "before", "after"), "comparison.Metric.In": oneOf("both", "before", "after"),
		"comparison.Trend.Kind": oneOf("leaning", "quadrant", "readiness"), "comparison.Point.Place": atLeast(1),
		"comparison.Series.Practice": line, "comparison.Series.PracticeBand": bands(),
		"comparison.Series.Situation": line, "comparison.Series.SituationBand": bands(), "comparison.Series.Fit": percent,
		"comparison.Series.Readiness": level, "comparison.Series.LowerBound": level, "comparison.Series.Coverage": share,
		"comparison.Overall.FitWord": fitWord, "comparison.Overall.Advice": advices(), "comparison.Overall.Confidence": confidence,
		"comparison.Outcomes.Throughput": points, "comparison.Outcomes.Stability": points, "comparison.Outcomes.Overall": points,
		"comparison.ReadinessVerdict.Kind": oneOf("readiness"), "comparison.ReadinessAxis.In": oneOf("both", "before", "after"),
		"comparison.States.State": oneOf(score.Ready, score.Gaps, score.NotReady), "comparison.States.Readiness": level,
		"comparison.States.LowerBound": level, "comparison.States.Shortfall": level, "comparison.States.Coverage": share,
		"comparison.CheckedSeries.Readiness": level, "comparison.CheckedSeries.LowerBound": level, "comparison.CheckedSeries.Floor": level,
		"comparison.CheckedSeries.Coverage": share,
		"comparison.Outcomes.Quadrant":      quadrant, "comparison.MetricSeries.Value": points,

		"plan.Axis.Gap": gap, "plan.Axis.Direction": direction, "plan.Axis.Fit": percent, "plan.Axis.Floor": level,
		"plan.Step.Step": atLeast(1), "plan.Item.Effort": between(1, 3),

		"team.Document.Respondents": atLeast(1), "team.Document.Roles": atLeast(1), "team.Document.Verdicts": atLeast(1),
		"team.OwnVerdict.Advice": advices(), "team.Axis.Consensus": share, "team.Axis.Agreement": agreement,
		"team.OwnVerdict.State": oneOf(score.Ready, score.Gaps, score.NotReady), "team.CheckedAxis.Consensus": share,
		"team.CheckedAxis.Agreement": agreement, "team.CheckedAxis.RoleMeans": level, "team.CheckedAxis.RoleGap": level,
		"team.Axis.RoleMeans": line, "team.Axis.RoleGap": between(0, 2), "team.Question.Measures": measure,
		"team.Question.Kind": oneOf(questionnaire.Need, questionnaire.Limit, questionnaire.Profile), "team.Question.Weights": above(0),
		"team.Question.Consensus": share, "team.Question.Agreement": agreement, "team.AnswerCount.Status": status,
		"team.AnswerCount.Count": atLeast(0),

		"portfolio.Service.Practice": line, "portfolio.Service.PracticeBand": bands(), "portfolio.Service.Situation": line,
		"portfolio.Service.SituationBand": bands(), "portfolio.Service.Fit": percent, "portfolio.Service.FitWord": fitWord,
		"portfolio.Service.Readiness": level, "portfolio.Service.Shortfall": level, "portfolio.Service.Weakest": level,
		"portfolio.Service.NeedCoverage": share, "portfolio.Service.Held": advices(), "portfolio.Service.Advice": advices(),
		"portfolio.Service.Confidence": confidence, "portfolio.Service.Coverage": share,
		"portfolio.Service.Kind":  oneOf("leaning", "quadrant", "readiness"),
		"portfolio.Service.State": oneOf(score.Ready, score.Gaps, score.NotReady), "portfolio.Service.Unmet": atLeast(0),
		"portfolio.Service.Quadrant": quadrant, "portfolio.Service.Throughput": points, "portfolio.Service.Stability": points,
		"portfolio.Service.WarningsCritical": atLeast(0), "portfolio.Service.WarningsHigh": atLeast(0),
		"portfolio.Service.WarningsMedium": atLeast(0), "portfolio.Service.WarningsInfo": atLeast(0),
		"portfolio.Service.UnmetCritical": atLeast(0), "portfolio.Summary.ByState": atLeast(1),
		"portfolio.Summary.ByAdvice": atLeast(1), "portfolio.Summary.ByFitWord": atLeast(1), "portfolio.Summary.Warnings": atLeast(1),
		"portfolio.Summary.Recommendations": atLeast(1), "portfolio.Complaint.Severity": oneOf("error", "warning", "note"),

		"adr.Questionnaire.Digest": matching("^sha256:[0-9a-f]{64}$"), "adr.Facts.Advice": mayMiss(advices()),
		"adr.Facts.Confidence": mayMiss(confidence), "adr.Facts.Quadrant": mayMiss(quadrant), "adr.Facts.Practice": mayMiss(rule{}),
		"adr.Facts.Situation": mayMiss(rule{}), "adr.Facts.Fit": mayMiss(rule{}),
		"adr.Facts.State": oneOf(score.Ready, score.Gaps, score.NotReady), "adr.PointFact.Level": level, "adr.PointFact.Floor": level,
		"adr.WarningFact.Severity": severity,
		"adr.StepFact.Status":      oneOf("now", "later"), "adr.AxisFact.Short": level,

		"lint.Finding.Severity": oneOf("error", "warning", "note"), "lint.Position.Line": atLeast(1), "lint.Position.Column": atLeast(1),
		"lint.Position.Length": atLeast(1),

		"evidence.Reverts.Share": share, "evidence.RevertsBefore.Share": share, "evidence.People.BotShare": share,
		"evidence.Taggers.TopShare": share, "evidence.Releases.WeekdayShare": share,
		"evidence.Deployments.Environments": {orNull: true},
		"evidence.Signal.Lean":              oneOf("devops", "sysops", "readiness"),
	}[about]
}
