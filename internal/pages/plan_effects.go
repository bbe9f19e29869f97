package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// planEffects say what a step changes: on each axis, then overall. Figures that stay are left out.
func planEffects(before, after plan.State) []string {
	var sentences []string
	for i := range after.Axes {
		was, is := &before.Axes[i], &after.Axes[i]
		sentences = append(sentences, practiceEffect(said(is.Title), was.Practice, is.Practice, is.Situation)...)
		sentences = append(sentences, readinessEffect(said(is.Title), was.Readiness, is.Readiness, is.Floor)...)
	}
	if before.Verdict.Readiness != nil {
		return stateEffects(before, after)
	}
	was, is := before.Verdict.Leaning, after.Verdict.Leaning
	sentences = append(sentences, practiceEffect("Overall", was.Practice, is.Practice, is.Situation.Situation)...)
	sentences = append(sentences, readinessEffect("Overall", was.Readiness.Readiness, is.Readiness.Readiness, nil)...)
	return append(sentences, otherEffects(was, is)...)
}

// stateEffects is planEffects for a questionnaire about readiness alone.
func stateEffects(before, after plan.State) []string {
	var sentences []string
	for i := range after.Checked {
		was, is := &before.Checked[i], &after.Checked[i]
		sentences = append(sentences, readinessEffect(said(is.Title), was.Readiness, is.Readiness, is.Floor)...)
	}
	was, is := before.Verdict.Readiness, after.Verdict.Readiness
	sentences = append(sentences, readinessEffect("Overall", was.Readiness.Readiness, is.Readiness.Readiness, nil)...)
	if n := len(is.Readiness.Unmet); n != len(was.Readiness.Unmet) {
		sentences = append(sentences, fmt.Sprintf("Overall: unmet points from %d to %d", len(was.Readiness.Unmet), n))
	}
	if was.State != is.State {
		sentences = append(sentences, fmt.Sprintf("Overall: from %s to %s", report.StateWord(was.State), report.StateWord(is.State)))
	}
	return sentences
}

func practiceEffect(title string, before, after report.Practice, situation report.Situation) []string {
	was, is := practiceWords(before), practiceWords(after)
	if was == is {
		return nil
	}
	sentence := fmt.Sprintf("%s: practice from %s to %s", title, was, is)
	if situation.Value != nil {
		sentence += ", where the situation calls for " + report.Placed(situation.Value, situation.Band)
	}
	return []string{sentence}
}

func practiceWords(practice report.Practice) string {
	if !practice.Scored {
		return "not scored"
	}
	return report.Placed(practice.Value, practice.Band)
}

func readinessEffect(title string, before, after report.Readiness, floor *float64) []string {
	was, is := readinessMove(before, after, levelOrUnknown)
	if was == is {
		return nil
	}
	sentence := fmt.Sprintf("%s: readiness from %s to %s out of 4", title, was, is)
	if floor != nil {
		sentence += ", where at least " + report.Level(floor) + " is called for"
	}
	return []string{sentence}
}

// readinessMove tells two readinesses in the same terms: both levels, or both lower bounds where something is unknown in one of
// them. A level among fewer answers can be the higher one although nothing got worse.
func readinessMove(before, after report.Readiness, told func(*float64) string) (was, is string) {
	if before.Value == nil || after.Value == nil || !isOpen(before) && !isOpen(after) {
		return told(before.Value), told(after.Value)
	}
	return "at least " + told(before.LowerBound), "at least " + told(after.LowerBound)
}

// isOpen reports that a question about readiness has no answer, so that the lower bound is below the level.
func isOpen(readiness report.Readiness) bool {
	return readiness.LowerBound != nil && report.Level(readiness.LowerBound) != report.Level(readiness.Value)
}

func levelOrUnknown(level *float64) string { return levelOr("unknown", level) }

// otherEffects are the overall values that have no axis chart of their own.
func otherEffects(before, after *report.Leaning) []string {
	var sentences []string
	for _, value := range []struct{ name, was, is string }{
		{"fit", fitInWords(before.ShownFit()), fitInWords(after.ShownFit())},
		{"coverage", english.Percent(before.Coverage), english.Percent(after.Coverage)},
		{"confidence", string(before.Confidence), string(after.Confidence)},
		{"advice", report.AdviceWord(before.Advice), report.AdviceWord(after.Advice)},
	} {
		if value.was != value.is {
			sentences = append(sentences, fmt.Sprintf("Overall: %s from %s to %s", value.name, orNothing(value.was), orNothing(value.is)))
		}
	}
	return sentences
}

func fitInWords(fit report.Fit) string {
	if fit.Value == nil {
		return ""
	}
	return fmt.Sprintf("%s (%s)", report.FitFigure(fit), report.FitWord(fit.Word))
}

func orNothing(words string) string {
	if words == "" {
		return "none"
	}
	return words
}

// severities counts warnings by severity, the most severe first.
func severities(warnings []report.ActiveWarning) string {
	count := map[questionnaire.Severity]int{}
	for _, warning := range warnings {
		count[questionnaire.Severity(warning.Severity)]++
	}
	var parts []string
	for _, severity := range questionnaire.Severities() {
		if count[severity] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count[severity], severity))
		}
	}
	return orNothing(strings.Join(parts, ", "))
}
