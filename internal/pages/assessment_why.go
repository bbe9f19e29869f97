package pages

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// why are the sentences that explain a headline.
func why(doc *report.Document) []string {
	if v := doc.Verdict.Quadrant; v != nil {
		return []string{besideMean("Throughput", v.Throughput, v), besideMean("Stability", v.Stability, v)}
	}
	v := doc.Verdict.Leaning
	sentences := []string{positions(doc)}
	if v.Fit.Value != nil {
		sentences = append(sentences, fitSentence(doc))
	}
	if v.Readiness.Value != nil {
		sentences = append(sentences, readinessSentence(doc))
	}
	if v.Confidence != "" {
		sentences = append(sentences, confidenceInWords(v))
	}
	return sentences
}

func positions(doc *report.Document) string {
	v := doc.Verdict.Leaning
	practice := "how you work is not scored"
	if v.Practice.Scored {
		practice = fmt.Sprintf("how you work is %s (%s)", report.BandWord(v.Practice.Band), report.Signed(v.Practice.Value))
	}
	situation := "what the situation calls for is unknown"
	if v.Situation.Value != nil {
		situation = fmt.Sprintf("what the situation calls for is %s (%s)", report.BandWord(v.Situation.Band), report.Signed(v.Situation.Value)) +
			thinSituation(doc.Answers)
	}
	return fmt.Sprintf("On a line from -1 (SysOps) to +1 (DevOps), %s and %s.", practice, situation)
}

// thinSituation says on how few answers the situation rests; nothing from half of the questions that apply on.
func thinSituation(list []report.Answer) string {
	var known, applicable int
	for i := range list {
		isContext := questionnaire.Measure(list[i].Measures) == questionnaire.Context
		if !isContext || answers.Status(list[i].Status) == answers.NotApplicable {
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

func fitSentence(doc *report.Document) string {
	v := doc.Verdict.Leaning
	sentence := fmt.Sprintf("The fit of the two is %s of 100 (%s)", report.FitFigure(v.Fit), v.Fit.Word)
	widest := widestGap(doc.Axes)
	if widest == nil {
		return sentence + "."
	}
	return fmt.Sprintf("%s; the widest gap is on %s: %s.", sentence, said(widest.Title), asks(widest))
}

// widestGap returns the axis with the largest gap that is not aligned; the first one on a tie, nil if there is none.
func widestGap(axes []report.Axis) *report.Axis {
	var widest *report.Axis
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

func readinessSentence(doc *report.Document) string {
	v := doc.Verdict.Leaning
	value, bound := english.Plain(v.Readiness.Value, 1), english.Plain(v.Readiness.LowerBound, 1)
	sentence := "Readiness, which counts under either model, is " + value + " of 4"
	if bound != value {
		sentence += fmt.Sprintf(" (%s if what is unknown counts as nothing)", bound)
	}
	if short := shortest(doc.Axes); short != nil {
		return fmt.Sprintf("%s; on %s it is %s where at least %s is called for.",
			sentence, said(short.Title), english.Plain(short.Readiness.Value, 1), english.Plain(short.Floor, 1))
	}
	if !slices.ContainsFunc(doc.Axes, func(axis report.Axis) bool { return axis.Floor != nil }) {
		return sentence + "; how much is called for is not known."
	}
	return sentence + ", and no axis is below what is called for."
}

// shortest returns the axis with the largest shortfall above 0; the first one on a tie, nil if there is none.
func shortest(axes []report.Axis) *report.Axis {
	var short *report.Axis
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

func confidenceInWords(v *report.Leaning) string {
	return fmt.Sprintf("Confidence in the verdict is %s: %s of the style questions that apply are answered%s.",
		v.Confidence, english.Percent(v.Coverage), strings.Join(doubts(v), ""))
}

func doubts(v *report.Leaning) []string {
	var parts []string
	if report.SideOf(v.Practice.LowBand) != report.SideOf(v.Practice.HighBand) {
		parts = append(parts, ", the open ones could move you to another side")
	}
	if v.Robustness != nil && v.Robustness.Side.Steps != nil {
		parts = append(parts, fmt.Sprintf(", and it would take %s to move you to another side",
			english.Count(*v.Robustness.Side.Steps, "small step")))
	}
	return parts
}

// asks says what the situation asks of an axis whose direction is not aligned.
func asks(axis *report.Axis) string {
	more, less := poles(axis)
	if report.SideOf(axis.Practice.Band) == score.Middle && report.SideOf(axis.Situation.Band) == score.Middle {
		return "the situation asks for a little more of the " + more + " way"
	}
	switch score.Direction(axis.Direction) {
	case score.LessPronounced:
		return "the situation asks for the " + less + " way too, but less pronounced"
	case score.MorePronounced:
		return "the situation asks for the " + more + " way too, and more pronounced"
	case score.TowardsDevOps, score.TowardsSysOps:
		if report.SideOf(axis.Situation.Band) == score.Middle {
			return "the situation asks for less of the " + less + " way"
		}
		return "the situation asks for more of the " + more + " way"
	case score.Aligned:
	}
	return report.DirectionWord(axis.Direction)
}

// poles names the pole that the situation pulls an axis to and the one that it pulls it away from.
func poles(axis *report.Axis) (to, away string) {
	if above(axis.Gap, 0) {
		return "DevOps", "SysOps"
	}
	return "SysOps", "DevOps"
}

func above(value *float64, edge float64) bool { return value != nil && *value > edge }
