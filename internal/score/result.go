package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Band is a word for a value on the SysOps-DevOps line; empty when the value is not scored.
type Band string

// Bands from the SysOps to the DevOps pole.
const (
	StrongSysOps  Band = "strong_sysops"
	LeaningSysOps Band = "leaning_sysops"
	Hybrid        Band = "hybrid"
	LeaningDevOps Band = "leaning_devops"
	StrongDevOps  Band = "strong_devops"
)

// Side merges the outer two bands of each pole; empty when the value is not scored.
type Side string

// Sides of the line.
const (
	SysOps Side = "sysops"
	Middle Side = "hybrid"
	DevOps Side = "devops"
)

// Direction says what the situation asks of an axis; empty without a gap.
type Direction string

// Directions of an axis.
const (
	Aligned        Direction = "aligned"
	LessPronounced Direction = "less_pronounced"
	MorePronounced Direction = "more_pronounced"
	TowardsDevOps  Direction = "towards_devops"
	TowardsSysOps  Direction = "towards_sysops"
)

// Advice is the overall statement; empty when none can be made.
type Advice string

// The overall statements.
const (
	StaySysOps  Advice = "stay_sysops"
	StayHybrid  Advice = "stay_hybrid"
	StayDevOps  Advice = "stay_devops"
	ShiftSysOps Advice = "shift_sysops"
	ShiftDevOps Advice = "shift_devops"
	Combine     Advice = "combine"
)

// CombineReason is why the advice is to combine both models: each alone is enough.
type CombineReason string

// The reasons to combine.
const (
	// OpposedNeeds is tension: the axes are called to both poles.
	OpposedNeeds CombineReason = "opposed_needs"
	// SpeedAndCaution is a situation that calls for fast delivery beside careful stability.
	SpeedAndCaution CombineReason = "speed_and_caution"
	// BothWays are axes that should move to different poles while the overall sides differ.
	BothWays CombineReason = "both_ways"
)

// Confidence is a statement about this self-assessment, not a statistical one; empty when practice or situation is not scored.
type Confidence string

// Levels of confidence.
const (
	LowConfidence    Confidence = "low"
	MediumConfidence Confidence = "medium"
	HighConfidence   Confidence = "high"
)

// ConfidenceReason is what keeps confidence from the next higher class.
type ConfidenceReason string

// The reasons, in the order in which a result lists them.
const (
	// ByCoverage and ByNeedCoverage: too few questions about style, or about needs, are answered.
	ByCoverage     ConfidenceReason = "coverage"
	ByNeedCoverage ConfidenceReason = "need_coverage"
	// ByRange and BySituationRange: what is unknown could move practice, or the situation, to another side.
	ByRange          ConfidenceReason = "range"
	BySituationRange ConfidenceReason = "situation_range"
	// BySteps: few changes of the answers given lead to another side.
	BySteps ConfidenceReason = "steps"
	// ByThinAxis: a scored axis rests on too few answers.
	ByThinAxis ConfidenceReason = "thin_axis"
	// ByCriticalUnknown: a critical readiness question has no answer.
	ByCriticalUnknown ConfidenceReason = "critical_unknown"
	// ByOneStep: one answer moved by one step changes the advice.
	ByOneStep ConfidenceReason = "one_step_changes"
	// ByTwoNeeds: two needs, each moved by one step, turn the advice to the other pole.
	ByTwoNeeds ConfidenceReason = "two_needs_reverse"
	// ByReversal: one answer moved by one step turns the advice to the other pole.
	ByReversal ConfidenceReason = "one_step_reverses"
)

// FitWord names a fit value; empty when fit is not computed.
type FitWord string

// Fit words from the best down.
const (
	GoodFit     FitWord = "good"
	WorkableFit FitWord = "workable"
	StrainedFit FitWord = "strained"
	Misfit      FitWord = "misfit"
)

// Result is everything computed from one sheet. Exactly one of its members is set. All numbers are
// exact; nil means not scored. It holds no text for people.
type Result struct {
	Leaning   *Leaning
	Quadrant  *Quadrant
	Readiness *Readiness
}

// Checked are the axes by how ready a service is on them; nil for a quadrant.
func (r Result) Checked() []*AxisReadiness {
	var axes []*AxisReadiness
	if r.Leaning != nil {
		for i := range r.Leaning.Axes {
			axes = append(axes, &r.Leaning.Axes[i].AxisReadiness)
		}
	}
	if r.Readiness != nil {
		for i := range r.Readiness.Axes {
			axes = append(axes, &r.Readiness.Axes[i].AxisReadiness)
		}
	}
	return axes
}

// Unmet are the readiness answers that miss a floor; nil for a quadrant.
func (r Result) Unmet() []Unmet {
	switch {
	case r.Leaning != nil:
		return r.Leaning.Unmet
	case r.Readiness != nil:
		return r.Readiness.Unmet
	}
	return nil
}

// Weakest is the lowest of the readiness answers; nil where there is none.
func (r Result) Weakest() *Weakest {
	switch {
	case r.Leaning != nil:
		return r.Leaning.Weakest
	case r.Readiness != nil:
		return r.Readiness.Weakest
	}
	return nil
}

// State is the answer to whether a service is ready; empty when it cannot be told.
type State string

// The states of a readiness questionnaire.
const (
	// Ready: every point that applies reaches the floor of its axis.
	Ready State = "ready"
	// Gaps: some do not, and none of the reasons for NotReady holds.
	Gaps State = "gaps"
	// NotReady: a critical point is unmet or unknown, or a point lies two levels or more below its floor.
	NotReady State = "not_ready"
)

// Readiness is the result of a readiness questionnaire.
type Readiness struct {
	State State
	// CriticalUnmet, CriticalUnknown and FarBelow are the points for which the state is NotReady, in the order of Unmet; a critical
	// point that is far below is in the first only.
	CriticalUnmet, CriticalUnknown, FarBelow []string
	// TierUnknown are the context questions with floors that are unknown, in questionnaire order: they could ask for more.
	TierUnknown []string
	Overall     ReadinessLevel
	// Weakest is the lowest of the readiness answers; nil when there is none.
	Weakest *Weakest
	// Unmet are the points below the floor of their axis and the unknown ones where it is above 0, worst first.
	Unmet []Unmet
	// Shortfall is the largest of an axis, WorstShortfall the largest worst one; nil where no axis has a floor.
	Shortfall, WorstShortfall *big.Rat
	// Coverage is the answered share of the weight of the readiness questions that apply, 0..1; nil where none does.
	Coverage *big.Rat
	// NotAsked are the questions whose condition for asking does not hold, in questionnaire order.
	NotAsked []string
	// Axes are in the questionnaire's order.
	Axes []ReadinessAxis
}

// ReadinessAxis is the result of a readiness questionnaire on one axis.
type ReadinessAxis struct {
	AxisReadiness

	// Coverage is the answered share of the weight of the readiness questions on the axis that apply, 0..1; nil where none does.
	Coverage *big.Rat
}

// AxisReadiness is how ready a service is on one axis, and what is asked of it there.
type AxisReadiness struct {
	// ID is that of the axis, and Weight its share in overall means.
	ID        string
	Weight    *big.Rat
	Readiness ReadinessLevel
	// Weakest is the lowest readiness answer on the axis; nil when there is none.
	Weakest *Weakest
	// Floor is the readiness the situation calls for, 0..4.
	Floor *big.Rat
	// FloorFrom are the ids of the answered questions that set the floor, in questionnaire order.
	FloorFrom []string
	// Shortfall is max(0, floor - readiness); Worst uses the lower bound.
	Shortfall, WorstShortfall *big.Rat
}

// Leaning is the result of a leaning questionnaire: the overall values and one entry an axis.
type Leaning struct {
	Practice Position
	// Situation is what the service calls for within what is allowed, Wanted the same without the limits.
	Situation Position
	Wanted    Wanted
	// Gap is the axis-weighted mean of the axis gaps, -2..2; not situation minus practice.
	Gap *big.Rat
	// Fit is 0..100.
	Fit     *big.Rat
	FitWord FitWord
	Advice  Advice
	// CombineBecause is nil unless the advice is to combine.
	CombineBecause []CombineReason
	// WantedAdvice is what the advice would be without the limits; empty where no axis is held.
	WantedAdvice Advice
	// Tension is 0..1: opposed needs that a mean would hide.
	Tension   *big.Rat
	Readiness ReadinessLevel
	// Weakest is the lowest of the readiness answers; nil when there is none.
	Weakest *Weakest
	// Unmet are the readiness answers below the floor of their axis, and the unknown ones where there is a floor above 0, in
	// questionnaire order.
	Unmet []Unmet
	// Coverage is 0..1 and never nil overall.
	Coverage   *big.Rat
	Confidence Confidence
	// ConfidenceBecause is what keeps confidence from the next class; nil at high confidence and where there is none.
	ConfidenceBecause []ConfidenceReason
	// Borderline is nil when practice is not scored, SituationBorderline when the situation is not.
	Borderline, SituationBorderline *bool
	// Between names the two bands around the nearest edge that one step crosses, lower first; nil unless borderline.
	Between, SituationBetween *[2]Band
	// Robustness is nil when practice is not scored.
	Robustness *Robustness
	// OneStep are the answers that, moved by one step, change the advice; nil when there is none, or no advice.
	OneStep []Turn
	// TwoNeeds are two needs that, each moved by one step, turn the advice to the other pole together; nil for none. They are
	// looked for only where confidence could be high.
	TwoNeeds []Turn
	// Axes are in the questionnaire's order.
	Axes []Axis
}

// IsHeld reports that the limits change the advice.
func (l *Leaning) IsHeld() bool { return l.WantedAdvice != "" && l.WantedAdvice != l.Advice }

// Reverses reports that one answer moved by one step turns the advice to the other pole.
func (l *Leaning) Reverses() bool {
	for _, turn := range l.OneStep {
		if AreOpposite(l.Advice, turn.Advice) {
			return true
		}
	}
	return false
}

// Turn is another option of one question, one step from the chosen one, and the advice that it leads to.
type Turn struct {
	Question, Option string
	Advice           Advice
}

// Position is a value on the line with the range the unknown answers leave open. An overall range contains the value, and so
// does that of a situation. That of the practice on an axis can miss it where the options of an unknown question do not span
// the line.
type Position struct {
	// Value is -1..1.
	Value *big.Rat
	Band  Band
	// Low and High are nil when no question applies.
	Low, High *big.Rat
	Scored    bool
}

// Wanted is what the needs of the service ask for, -1..1, without regard to limits.
type Wanted struct {
	Value *big.Rat
	Band  Band
	// Low and High are nil when no need applies; overall they are not computed.
	Low, High *big.Rat
	// Coverage is the answered share of the weight of the needs that apply, 0..1; nil when none does.
	Coverage *big.Rat
}

// Limit is a chosen option of a limit question with the bound that it sets on an axis. One of AtMost and AtLeast is nil.
type Limit struct {
	Question, Option string
	AtMost, AtLeast  *big.Rat
}

// Beyond is how far practice lies outside of what is allowed, above 0, and the limits that it passes.
type Beyond struct {
	Amount *big.Rat
	By     []Limit
}

// Weakest is the lowest level, 0..4, among readiness answers; of equal ones the first by question id.
type Weakest struct {
	Level    *big.Rat
	Question string
}

// Unmet is a readiness answer below the floor of its axis; Level is nil for one that is unknown.
type Unmet struct {
	Axis, Question string
	Level          *big.Rat
	Floor          *big.Rat
	Critical       bool
}

// ReadinessLevel is a mean level 0..4; LowerBound counts dont_know and skipped as 0. Value is nil when no question is
// answered, LowerBound when none applies.
type ReadinessLevel struct {
	Value, LowerBound *big.Rat
}

// Robustness says how much has to change for another word.
type Robustness struct {
	// Band is about the five bands, Side about the three sides.
	Band, Side Flip
}

// Flip is the smallest change of the answers that were given which leaves the class of the practice value.
type Flip struct {
	// Answers is the fewest answers, Steps the fewest one-option steps; nil when no change of answers does it.
	Answers, Steps *int
	// Questions is the fewest-answers set, largest move first, ties by id; upward where both directions take as many.
	Questions []string
}

// Axis is the result on one axis.
type Axis struct {
	AxisReadiness

	Practice Position
	// Situation is Wanted within what is allowed.
	Situation Position
	Wanted    Wanted
	// AtLeast and AtMost are the bounds in force; nil where there is none.
	AtLeast, AtMost *big.Rat
	// HeldBy are the limits that keep the situation from what is wanted; nil where nothing does.
	HeldBy []Limit
	// ClashBy are the limits that contradict each other; nil where none do.
	ClashBy []Limit
	// Clash reports limits that contradict each other; the situation is then the middle between them.
	Clash bool
	// BeyondLimit is nil where practice lies within the limits or is not scored.
	BeyondLimit *Beyond
	// Gap is situation minus practice, -2..2; > 0 when the situation asks for more of the DevOps style.
	Gap       *big.Rat
	Direction Direction
	// Fit is 100*(1-|gap|/2).
	Fit      *big.Rat
	Tension  *big.Rat
	Coverage *big.Rat
	// Contributions are the answered lean questions, in questionnaire order.
	Contributions []Contribution
}

// Contribution is what one lean answer adds to the overall practice value.
type Contribution struct {
	Question, Option string
	Position, Weight *big.Rat
	// Effect is nil when overall practice is not scored and 0 on an axis that is not; all effects sum to the
	// overall practice value.
	Effect *big.Rat
}

// The quadrants of an outcome questionnaire.
const (
	FastStable   = "fast_stable"
	FastUnstable = "fast_unstable"
	SlowStable   = "slow_stable"
	SlowUnstable = "slow_unstable"
)

// Quadrant is the result of an outcome questionnaire.
type Quadrant struct {
	Throughput, Stability Group
	// Overall is the mean of the answered metrics, 0..10; nil when none is.
	Overall *big.Rat
	// Quadrant is one of the four; empty unless both groups are scored and have a benchmark.
	Quadrant string
	// LimitedBy names the metrics that forbid a word which the mean of their group would allow.
	LimitedBy LimitedBy
	// Sentences are the ids of what is to be said beside the quadrant, in questionnaire order.
	Sentences []string
	// Missing are the ids of the metrics without an answer, in questionnaire order.
	Missing []string
	Metrics []Metric
}

// LimitedBy are the metrics, in questionnaire order, that forbid the words fast and stable; nil for none.
type LimitedBy struct {
	Fast, Stable []string
}

// Group is the mean of the answered metrics of one group.
type Group struct {
	// Value is 0..10; nil when no metric is answered (never 0, never 10).
	Value     *big.Rat
	Benchmark *questionnaire.Benchmark
	// AboutAverage reports that the value is within 1/2 of the benchmark mean.
	AboutAverage bool
	// Thin reports a value that rests on some of the group's metrics only.
	Thin bool
}

// Metric is one outcome metric.
type Metric struct {
	ID string
	// Value is 0..10, higher is better; nil without an answer.
	Value *big.Rat
	// Class is 1..6, or 0 for a percentage metric or without an answer.
	Class     int
	Benchmark *questionnaire.Benchmark
	// Share is the published share of the answered option in percent, in ShareYear; nil and 0 when none may be shown.
	Share     *big.Rat
	ShareYear int
}
