package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) fit() Section {
	leaning := b.shop.leaning
	return Section{
		ID: "fit", Title: "Fit: how near practice and situation are",
		Text: []string{
			"The gap of an axis is how far the situation lies from how you work, and the fit is what the gaps leave of 100. Axes count " +
				"one by one: too much of something here does not make up for too little of it there.",
		},
		Formulas: []Formula{
			{"Gap on an axis", "G = N - P", "Above 0 the situation asks for more of the DevOps way, below 0 for more of the SysOps way."},
			{"Fit of an axis", "fit = 100 * (1 - |G| / 2)", "The line is 2 long, so 0 is the whole line apart and 100 is no gap."},
			{"Fit overall", "fit = sum(W * fit_axis) / sum(W)", "Over the axes that have a practice and a situation."},
			{
				"Gap overall", "G = sum(W * G_axis) / sum(W)",
				"Over the same axes. It tells the direction only, and it is not N - P, for an axis may have only one of the two.",
			},
		},
		Tables: []Table{b.judged("good_fit", "workable_fit", "strained_fit")},
		Examples: []Example{{
			Text: "The widest gap is on automation.",
			Steps: append(b.gapSteps(),
				Step{"Fit", b.shop.overall(fitOf), result(leaning.Fit) + ", " + string(leaning.FitWord)},
				Step{"Gap overall", b.shop.overall(gapOf), result(leaning.Gap)},
			),
		}},
	}
}

func fitOf(a *score.Axis) *big.Rat { return a.Fit }

func gapOf(a *score.Axis) *big.Rat { return a.Gap }

// gapSteps work out the gap and the fit of each axis.
func (b *builder) gapSteps() []Step {
	var steps []Step
	for i := range b.shop.leaning.Axes {
		axis := &b.shop.leaning.Axes[i]
		name := b.shop.name(axis)
		size := new(big.Rat).Abs(axis.Gap)
		steps = append(steps,
			Step{name + ", gap", sum([]string{figure(axis.Situation.Value), figure(new(big.Rat).Neg(axis.Practice.Value))}), result(axis.Gap)},
			Step{name + ", fit", "100 * (1 - " + figure(size) + " / 2)", result(axis.Fit)},
		)
	}
	return steps
}

func (b *builder) tension() Section {
	stability := b.shop.axis("stability")
	return Section{
		ID: "tension", Title: "Tension: opposed needs that a mean would hide",
		Text: []string{
			"A service that needs something new every day and must never fail averages to the middle, and the middle serves neither need. " +
				"Tension shows what the mean hides: 0 where all needs lie on one side, 1 where both ends are called for alike.",
		},
		Formulas: []Formula{
			{
				"Tension on an axis", "T = 2 * min(sum(u * x) over x > 0, sum(u * |x|) over x < 0) / sum(u)",
				"Over the same answers as the situation.",
			},
			{
				"Tension overall", "T = 2 * min(sum(W * N) over N > 0, sum(W * |N|) over N < 0) / sum(W)",
				"Over the axes that have a situation, N.",
			},
		},
		Examples: []Example{{
			Text: "On stability the outage question calls for the SysOps way, the money question for the DevOps way.",
			Steps: []Step{
				{"Stability", tensionWorking(b.shop.needs("stability")), result(stability.Tension)},
				{"Overall", tensionWorking(b.shop.axisTerms(called)), result(b.shop.leaning.Tension)},
			},
		}},
	}
}

// tensionWorking writes both sides of the needs: "2 * min(0.5, 1) / 2".
func tensionWorking(terms []term) string {
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
	return "2 * min(" + figure(devOps) + ", " + figure(sysOps) + ") / " + figure(weight)
}

func (b *builder) direction() Section {
	return Section{
		ID: "direction", Title: "Direction: what the situation asks of an axis",
		Text: []string{"A gap is not an order. Only where practice and situation lie on different sides does the situation ask for another way."},
		Tables: []Table{
			{
				Title:   "The directions, the first that applies",
				Columns: []Column{{Title: "Gap"}, {Title: "Sides"}, {Title: "Direction"}},
				Rows: [][]string{
					{"smaller than " + b.at("aligned_gap"), "any", report.DirectionWord(report.Text(score.Aligned))},
					{"above 0", "different", report.DirectionWord(report.Text(score.TowardsDevOps))},
					{"below 0", "different", report.DirectionWord(report.Text(score.TowardsSysOps))},
					{"outward, away from the middle", "the same", report.DirectionWord(report.Text(score.MorePronounced))},
					{"inward, towards the middle", "the same", report.DirectionWord(report.Text(score.LessPronounced))},
				},
			},
			b.judged("aligned_gap"),
		},
		Examples: []Example{{
			Text: "Automation has the widest gap and stays on its side. The gap of change is smaller, just large enough, and leads to " +
				"another side.",
			Steps: b.shop.axisSteps(func(a *score.Axis) (working, result string) {
				return "", report.DirectionWord(report.Text(a.Direction)) + ", with a gap of " + figure(a.Gap)
			}),
		}},
	}
}

func (b *builder) advice() Section {
	word := func(advice score.Advice) string { return report.AdviceWord(report.Text(advice)) }
	return Section{
		ID: "advice", Title: "Advice: stay, shift or combine",
		Text: []string{
			"The advice compares the sides of practice and situation, unless the needs are opposed. It never says that one way is better.",
		},
		Tables: []Table{
			{
				Title:   "The advice, the first that applies",
				Columns: []Column{{Title: "If"}, {Title: "Advice"}},
				Rows: [][]string{
					{"practice or situation is not scored", word("")},
					{"tension overall is at least " + b.at("combine_tension"), word(score.Combine)},
					{"the situation of delivery is on the DevOps side, and that of stability on the SysOps side", word(score.Combine)},
					{"the overall sides differ, and some axes are called towards DevOps and others towards SysOps", word(score.Combine)},
					{"both are on one side", word(score.StaySysOps) + ", " + word(score.StayHybrid) + " or " + word(score.StayDevOps)},
					{"the overall gap is above 0", word(score.ShiftDevOps)},
					{"the overall gap is below 0", word(score.ShiftSysOps)},
					{"there is no overall gap, or it is 0", word("")},
				},
			},
			b.judged("combine_tension"),
		},
		Examples: []Example{{
			Text: "Delivery calls for the DevOps way and stability for the SysOps way; the middle would serve neither.",
			Steps: []Step{
				{"Situation of delivery", "", situated(b.shop.axis("delivery"))},
				{"Situation of stability", "", situated(b.shop.axis("stability"))},
				{"Advice", "", word(b.shop.leaning.Advice)},
			},
		}},
		Reasons: []string{
			"The founding article ends with how the two complement each other; combining is an answer of its own and no compromise " +
				"between better and worse.",
		},
	}
}

func situated(axis *score.Axis) string { return placed(axis.Situation.Value, axis.Situation.Band) }
