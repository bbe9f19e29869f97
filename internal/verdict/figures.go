package verdict

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

func (t *teller) scale() string {
	if !t.v.Practice.Scored || !t.v.Situation.Scored {
		return ""
	}
	return fill(t.text("scale"), values{
		"practice": report.Signed(t.v.Practice.Value), "situation": report.Signed(t.v.Situation.Value),
	})
}

// fit says nothing where practice or situation is not scored: there is nothing to fit then.
func (t *teller) fit() string {
	fit := t.v.ShownFit()
	if fit.Value == nil {
		return ""
	}
	return fill(t.text("fit", "sentence"), values{
		"fit": report.FitFigure(fit), "fit_word": t.text("fit", "words", string(fit.Word)),
	})
}

// readiness tells the largest shortfall, else whether all that is called for is there, and what is unknown where something is
// called for. Nothing is said to be enough beside an answer that is not.
func (t *teller) readiness() []string {
	overall := figure(t.v.Readiness.Value)
	short := widestShortfalls(t.doc.Axes)
	sentences := []string{t.readinessOverall(overall, short)}
	for i := range t.doc.Axes {
		// An axis whose shortfall is told needs no second sentence with the same figures.
		if axis := &t.doc.Axes[i]; !slices.Contains(short, axis) {
			sentences = append(sentences, t.readinessUnknown(axis))
		}
	}
	return compact(append(sentences, t.weakest())...)
}

// weakest names the answers with the lowest level. It says nothing where nothing could be better.
func (t *teller) weakest() string {
	const best = 4
	weakest := t.doc.Verdict.OverallReadiness().Weakest
	if weakest == nil || weakest.Level >= best {
		return ""
	}
	questions := []string{weakest.Question}
	for i := range t.doc.Answers {
		answer := &t.doc.Answers[i]
		isAsLow := answer.Measures == string(questionnaire.Readiness) && answer.Value != nil && *answer.Value == weakest.Level
		if isAsLow && answer.Question != weakest.Question {
			questions = append(questions, answer.Question)
		}
	}
	return fill(t.text("readiness", "weakest", count(len(questions))), values{
		"question": t.titles(questions), "questions": t.titles(questions), "level": report.LevelOfAnswer(&weakest.Level),
	})
}

func (t *teller) readinessOverall(overall string, short []*report.Axis) string {
	known := t.unmet("", func(u report.Unmet) bool { return u.Level != nil })
	switch {
	case len(short) > 0:
		titles := t.axisTitles(func(axis *report.Axis) bool { return slices.Contains(short, axis) })
		return fill(t.text("readiness", "short", count(len(short))), values{
			"axis": titles, "axes": titles, "floor": figure(short[0].Floor), "level": figure(short[0].Readiness.Value), "readiness": overall,
		})
	case !hasFloor(t.doc.Axes):
		return fill(t.text("readiness", "no_floor"), values{"readiness": overall})
	case len(known) > 0:
		return fill(t.text("readiness", "unmet", count(len(known))), values{"readiness": overall, "questions": t.titles(known)})
	case len(t.v.Readiness.Unmet) == 0 && !slices.ContainsFunc(t.doc.Axes, isUnproven):
		return fill(t.text("readiness", "enough"), values{"readiness": overall})
	}
	return ""
}

// readinessUnknown tells what is not known on an axis where something is called for.
func (t *teller) readinessUnknown(axis *report.Axis) string {
	unknown := t.unmet(axis.ID, func(u report.Unmet) bool { return u.Level == nil })
	if len(unknown) == 0 {
		return ""
	}
	form := "partly_unknown"
	if axis.Readiness.Value == nil {
		form = "unknown"
	}
	return fill(t.text("readiness", form), values{
		"axis": t.said(axis.Title), "floor": figure(axis.Floor), "level": figure(axis.Readiness.Value), "questions": t.titles(unknown),
	})
}

// unmet are the questions among the unmet answers that are wanted, on an axis or on all.
func (t *teller) unmet(axis string, wanted func(report.Unmet) bool) []string {
	var questions []string
	for _, u := range t.v.Readiness.Unmet {
		if (axis == "" || u.Axis == axis) && wanted(u) {
			questions = append(questions, u.Question)
		}
	}
	return questions
}

// widestShortfalls are the axis with the largest shortfall, and those with the same figures.
func widestShortfalls(axes []report.Axis) []*report.Axis {
	var widest []*report.Axis
	for i := range axes {
		axis := &axes[i]
		switch value := axis.Shortfall.Value; {
		case value == nil || *value <= 0:
		case len(widest) == 0 || *value > *widest[0].Shortfall.Value:
			widest = []*report.Axis{axis}
		case *value == *widest[0].Shortfall.Value && figure(axis.Floor) == figure(widest[0].Floor):
			widest = append(widest, axis)
		}
	}
	return widest
}

// isUnproven reports an axis where something is called for that no answer shows.
func isUnproven(axis report.Axis) bool {
	return axis.Floor != nil && *axis.Floor > 0 && axis.Readiness.Value == nil
}

func hasFloor(axes []report.Axis) bool {
	for i := range axes {
		if axes[i].Floor != nil {
			return true
		}
	}
	return false
}

// figure is a level for a sentence; empty where there is none.
func figure(level *float64) string {
	if level == nil {
		return ""
	}
	return report.Level(level)
}
