package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) wantedSteps() []Step {
	overall := b.shop.leaning.Wanted
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return formatMean(b.shop.needTerms(a.ID, nil)), formatPosition(a.Wanted.Value, a.Wanted.Band)
	})
	return append(steps, Step{"Overall", b.shop.overallMean(wantedOf), formatPosition(overall.Value, overall.Band)})
}

func wantedOf(a *score.Axis) *big.Rat { return a.Wanted.Value }

func situationOf(a *score.Axis) *big.Rat { return a.Situation.Value }

// needTerms are the terms of what is wanted on an axis, with every unknown need at one end; without unknown ones for a nil end.
func (e scoredExample) needTerms(axis string, end func(*questionnaire.Question) *big.Rat) []term {
	var terms []term
	for i := range e.q.Questions {
		question := &e.q.Questions[i]
		if !question.IsNeed() || question.WeightOn(axis) == nil {
			continue
		}
		switch option := e.chosenOption(question); {
		case option != nil:
			terms = append(terms, term{question.WeightOn(axis), option.Position})
		case end != nil && e.sheet.Get(question.ID).Status != answers.NotApplicable:
			terms = append(terms, term{question.WeightOn(axis), end(question)})
		}
	}
	return terms
}

// needCoverageSteps show a service with an open need: an axis that keeps enough, and one that does not.
func (b *builder) needCoverageSteps() []Step {
	change, stability := b.library.axisResult("change"), b.library.axisResult("stability")
	return []Step{
		{"Change reaction", b.library.workOutNeedCoverage("change"), formatResult(change.Wanted.Coverage)},
		{
			"Stability", b.library.workOutNeedCoverage("stability"),
			formatResult(stability.Wanted.Coverage) + ", " + formatResult(stability.Wanted.Value),
		},
		{"Change reaction, low", formatMean(b.library.needTerms("change", lowestPosition)), formatResult(change.Wanted.Low)},
		{"Change reaction, high", formatMean(b.library.needTerms("change", highestPosition)), formatResult(change.Wanted.High)},
	}
}

// workOutNeedCoverage writes the weight of the answered and of all needs on an axis.
func (e scoredExample) workOutNeedCoverage(axis string) string {
	return formatExact(weightOf(e.needTerms(axis, nil))) + " / " + inBrackets(weights(e.needTerms(axis, lowestPosition)))
}

func weights(terms []term) []string {
	var texts []string
	for _, t := range terms {
		texts = append(texts, formatExact(t.weight))
	}
	return texts
}

func weightOf(terms []term) *big.Rat {
	sum := new(big.Rat)
	for _, t := range terms {
		sum.Add(sum, t.weight)
	}
	return sum
}

func (b *builder) allowedSteps() []Step {
	shop := b.shop.axisResult("change")
	return []Step{
		{"Change reaction, practice", "", formatPosition(shop.Practice.Value, shop.Practice.Band)},
		{"Change reaction, allowed", "", "at most " + formatExact(shop.AtMost)},
		{"Beyond the limit", formatDifference(shop.Practice.Value, shop.AtMost), formatResult(beyondOf(shop))},
	}
}

func beyondOf(a *score.Axis) *big.Rat {
	if a.BeyondLimit == nil {
		return new(big.Rat)
	}
	return a.BeyondLimit.Amount
}

// clashSteps show a service with two limits that contradict each other.
func (b *builder) clashSteps() []Step {
	change := b.archive.axisResult("change")
	return []Step{
		{"Change reaction, allowed", "", "at least " + formatExact(change.AtLeast) + " and at most " + formatExact(change.AtMost)},
		{
			"Change reaction, situation", "(" + formatSum([]string{formatExact(change.AtLeast), formatExact(change.AtMost)}) + ") / 2",
			formatPosition(change.Situation.Value, change.Situation.Band),
		},
	}
}

func (b *builder) situationSteps() []Step {
	overall := b.shop.leaning.Situation
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return workOutClamp(a), formatPosition(a.Situation.Value, a.Situation.Band)
	})
	return append(steps, Step{"Overall", b.shop.overallMean(situationOf), formatPosition(overall.Value, overall.Band)})
}

// workOutClamp writes what is wanted within the bounds in force; empty where there is none.
func workOutClamp(a *score.Axis) string {
	text := formatExact(a.Wanted.Value)
	if a.AtMost == nil && a.AtLeast == nil {
		return ""
	}
	if a.AtMost != nil {
		text = "min(" + text + ", " + formatExact(a.AtMost) + ")"
	}
	if a.AtLeast != nil {
		text = "max(" + text + ", " + formatExact(a.AtLeast) + ")"
	}
	return text
}

func (b *builder) situationRangeSteps() []Step {
	overall := b.library.leaning.Situation
	return []Step{
		{"Overall", b.library.overallMean(situationOf), formatPosition(overall.Value, overall.Band)},
		{"Overall, low", b.library.overallMean(situationLowOf), formatPositionOf(overall.Low)},
		{"Overall, high", b.library.overallMean(situationHighOf), formatPositionOf(overall.High)},
	}
}

func situationLowOf(a *score.Axis) *big.Rat { return a.Situation.Low }

func situationHighOf(a *score.Axis) *big.Rat { return a.Situation.High }

func (b *builder) bandSteps() []Step {
	practice := b.library.leaning.Practice
	edge := judgedLimit("leaning_edge")
	return []Step{
		{"Practice", b.library.overallMean(practiceOf), formatPosition(practice.Value, practice.Band)},
		{
			"Missing to the edge", formatExact(edge) + " - " + formatExact(practice.Value),
			formatResult(new(big.Rat).Sub(edge, practice.Value)),
		},
	}
}

func (b *builder) tensionSteps() []Step {
	return []Step{
		{"Stability", workOutTension(b.shop.needTerms("stability", nil)), formatResult(b.shop.axisResult("stability").Tension)},
		{"Overall", workOutTension(b.shop.axisTerms(situationOf)), formatResult(b.shop.leaning.Tension)},
	}
}

// workOutTension writes both sides of the needs: "2 * min(0.5, 1) / 2".
func workOutTension(terms []term) string {
	devOps, sysOps, weight := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, t := range terms {
		weight.Add(weight, t.weight)
		pull := new(big.Rat).Mul(t.weight, t.value)
		if pull.Sign() > 0 {
			devOps.Add(devOps, pull)
		} else {
			sysOps.Sub(sysOps, pull)
		}
	}
	return "2 * min(" + formatExact(devOps) + ", " + formatExact(sysOps) + ") / " + formatExact(weight)
}

// heldSteps show a verdict that a limit holds.
func (b *builder) heldSteps() []Step {
	leaning := b.library.leaning
	gaps := b.library.axisTerms(func(a *score.Axis) *big.Rat {
		if a.Wanted.Value == nil || a.Practice.Value == nil {
			return nil
		}
		return new(big.Rat).Sub(a.Wanted.Value, a.Practice.Value)
	})
	return []Step{
		{"Gap overall", b.library.overallMean(gapOf), formatResult(leaning.Gap)},
		{"Advice", "", adviceWord(leaning.Advice)},
		{"Gap without the limits", formatMean(gaps), formatResult(meanOf(gaps))},
		{"Advice without the limits", "", adviceWord(leaning.WantedAdvice)},
	}
}

func adviceWord(advice score.Advice) string { return report.AdviceWord(report.Text(advice)) }

// meanOf is the weighted mean of terms, which are at least one.
func meanOf(terms []term) *big.Rat {
	sum := new(big.Rat)
	for _, t := range terms {
		sum.Add(sum, new(big.Rat).Mul(t.weight, t.value))
	}
	return sum.Quo(sum, weightOf(terms))
}
