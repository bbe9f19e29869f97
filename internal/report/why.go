package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func why(doc *Document) []string {
	v := doc.Verdict.Leaning
	sentences := []string{positions(doc)}
	if v.Fit.Value != nil {
		sentences = append(sentences, fitting(doc))
	}
	if v.Readiness.Value != nil {
		sentences = append(sentences, ready(doc))
	}
	if v.Confidence != "" {
		sentences = append(sentences, confident(doc))
	}
	return sentences
}

func positions(doc *Document) string {
	v := doc.Verdict.Leaning
	practice := "how you work is not scored"
	if v.Practice.Scored {
		practice = fmt.Sprintf("how you work is %s (%s)", BandWord(v.Practice.Band), Signed(v.Practice.Value))
	}
	situation := "what the situation calls for is unknown"
	if v.Situation.Value != nil {
		situation = fmt.Sprintf("what the situation calls for is %s (%s)", BandWord(v.Situation.Band), Signed(v.Situation.Value)) +
			thinly(doc.Answers)
	}
	return fmt.Sprintf("On a line from -1 (SysOps) to +1 (DevOps), %s and %s.", practice, situation)
}

// thinly says on how few answers the situation rests; nothing from half of the questions that apply on.
func thinly(list []Answer) string {
	var known, applicable int
	for i := range list {
		if questionnaire.Measure(list[i].Measures) != questionnaire.Context || answers.Status(list[i].Status) == answers.NotApplicable {
			continue
		}
		applicable++
		if list[i].IsAnswered() {
			known++
		}
	}
	if 2*known >= applicable {
		return ""
	}
	return fmt.Sprintf(", from only %d of %s about it", known, english.Count(applicable, "question"))
}

func fitting(doc *Document) string {
	v := doc.Verdict.Leaning
	sentence := fmt.Sprintf("The fit of the two is %s of 100 (%s)", FitFigure(v.Fit), v.Fit.Word)
	widest := widestGap(doc.Axes)
	if widest == nil {
		return sentence + "."
	}
	return fmt.Sprintf("%s; the widest gap is on %s: %s.", sentence, widest.Title, Asks(widest))
}

// widestGap returns the axis with the largest gap that is not aligned; the first one on a tie, nil if there is none.
func widestGap(axes []Axis) *Axis {
	var widest *Axis
	for i := range axes {
		axis := &axes[i]
		if axis.Gap == nil || score.Direction(axis.Direction) == score.Aligned {
			continue
		}
		if widest == nil || math.Abs(*axis.Gap) > math.Abs(*widest.Gap) {
			widest = axis
		}
	}
	return widest
}

// Asks says what the situation asks of an axis whose direction is not aligned.
func Asks(axis *Axis) string {
	more, less := poles(axis)
	if SideOf(axis.Practice.Band) == score.Middle && SideOf(axis.Situation.Band) == score.Middle {
		return "the situation asks for a little more of the " + more + " way"
	}
	switch score.Direction(axis.Direction) {
	case score.LessPronounced:
		return "the situation asks for the " + less + " way too, but less pronounced"
	case score.MorePronounced:
		return "the situation asks for the " + more + " way too, and more pronounced"
	case score.TowardsDevOps, score.TowardsSysOps:
		if SideOf(axis.Situation.Band) == score.Middle {
			return "the situation asks for less of the " + less + " way"
		}
		return "the situation asks for more of the " + more + " way"
	case score.Aligned:
	}
	return DirectionWord(axis.Direction)
}

// poles names the pole that the situation pulls an axis to and the one that it pulls it away from.
func poles(axis *Axis) (to, away string) {
	if above(axis.Gap, 0) {
		return "DevOps", "SysOps"
	}
	return "SysOps", "DevOps"
}

func above(value *float64, edge float64) bool { return value != nil && *value > edge }

func ready(doc *Document) string {
	v := doc.Verdict.Leaning
	sentence := fmt.Sprintf("Readiness, which counts under either model, is %s of 4", english.Plain(v.Readiness.Value, 1))
	if bound := english.Plain(v.Readiness.LowerBound, 1); bound != english.Plain(v.Readiness.Value, 1) {
		sentence += fmt.Sprintf(" (%s if what is unknown counts as nothing)", bound)
	}
	if short := shortest(doc.Axes); short != nil {
		return fmt.Sprintf("%s; on %s it is %s where at least %s is called for.",
			sentence, short.Title, english.Plain(short.Readiness.Value, 1), english.Plain(short.Floor, 1))
	}
	if !slices.ContainsFunc(doc.Axes, func(axis Axis) bool { return axis.Floor != nil }) {
		return sentence + "; how much is called for is not known."
	}
	return sentence + ", and no axis is below what is called for."
}

// shortest returns the axis with the largest shortfall above 0; the first one on a tie, nil if there is none.
func shortest(axes []Axis) *Axis {
	var short *Axis
	for i := range axes {
		value := axes[i].Shortfall.Value
		if value == nil || *value == 0 {
			continue
		}
		if short == nil || *value > *short.Shortfall.Value {
			short = &axes[i]
		}
	}
	return short
}

func confident(doc *Document) string {
	v := doc.Verdict.Leaning
	return fmt.Sprintf("Confidence in the verdict is %s: %s of the style questions that apply are answered%s.",
		v.Confidence, english.Percent(v.Coverage), strings.Join(doubts(v), ""))
}

func doubts(v *Leaning) []string {
	var parts []string
	if SideOf(v.Practice.LowBand) != SideOf(v.Practice.HighBand) {
		parts = append(parts, ", the open ones could move you to another side")
	}
	if v.Robustness != nil && v.Robustness.Side.Steps != nil {
		parts = append(parts, fmt.Sprintf(", and it would take %s to move you to another side", english.Count(*v.Robustness.Side.Steps, "small step")))
	}
	return parts
}

// Figures are the overall numbers of a verdict with their words.
func Figures(v Verdict) []Fact {
	if v.Quadrant != nil {
		return quadrantFigures(v.Quadrant)
	}
	return figures(v.Leaning)
}

func figures(v *Leaning) []Fact {
	return []Fact{
		{"Practice", Placed(v.Practice.Value, v.Practice.Band) + Possible(v.Practice)},
		{"Situation", Placed(v.Situation.Value, v.Situation.Band)},
		{"Fit", figure(v.Fit.Value, 1, " of 100", string(v.Fit.Word))},
		{"Readiness", figure(v.Readiness.Value, 2, " of 4", "") + unlike(v.Readiness.Value, ", at least ", v.Readiness.LowerBound)},
		{"Tension", figure(v.Tension, 2, " of 1", "")},
		{"Coverage", figure(scaled(v.Coverage, 100), 0, " % of the style questions", "")},
		{"Confidence", orUnknown(string(v.Confidence))},
		{"Advice", AdviceWord(v.Advice)},
	}
}

func figure(value *float64, decimals int, unit, word string) string {
	if value == nil {
		return "not scored"
	}
	text := english.Plain(value, decimals) + unit
	if word != "" {
		text += ", " + word
	}
	return text
}

func scaled(value *float64, by float64) *float64 {
	if value == nil {
		return nil
	}
	product := *value * by
	return &product
}

func orUnknown(word string) string {
	if word == "" {
		return "not scored"
	}
	return word
}
