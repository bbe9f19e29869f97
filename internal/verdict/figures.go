package verdict

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
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

// fit says nothing where practice is not scored: there is nothing to fit then.
func (t *teller) fit() string {
	switch {
	case !t.v.Situation.Scored:
		return t.text("fit", "none")
	case !t.v.Practice.Scored || t.v.Fit.Value == nil:
		return ""
	}
	return fill(t.text("fit", "sentence"), values{
		"fit": report.FitFigure(t.v.Fit), "fit_word": t.text("fit", "words", string(t.v.Fit.Word)),
	})
}

// readiness tells the largest shortfall, else whether all that is called for is there, and what is unknown where something is
// called for. Nothing is said to be enough beside an answer that is not.
func (t *teller) readiness() []string {
	overall := figure(t.v.Readiness.Value)
	sentences := []string{t.readinessOverall(overall)}
	short := widestShortfall(t.doc.Axes)
	for i := range t.doc.Axes {
		// An axis whose shortfall is told needs no second sentence with the same figures.
		if axis := &t.doc.Axes[i]; axis != short {
			sentences = append(sentences, t.readinessUnknown(axis))
		}
	}
	const best = 4
	if weakest := t.v.Readiness.Weakest; weakest != nil && weakest.Level < best {
		sentences = append(sentences, fill(t.text("readiness", "weakest"), values{
			"question": english.Quote(t.said(t.titleOf(weakest.Question))), "level": english.Plain(&weakest.Level, 1),
		}))
	}
	return compact(sentences...)
}

func (t *teller) readinessOverall(overall string) string {
	known := t.unmet("", func(u report.Unmet) bool { return u.Level != nil })
	short := widestShortfall(t.doc.Axes)
	switch {
	case short != nil:
		return fill(t.text("readiness", "short"), values{
			"axis": t.said(short.Title), "floor": figure(short.Floor), "level": figure(short.Readiness.Value), "readiness": overall,
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

func widestShortfall(axes []report.Axis) *report.Axis {
	var widest *report.Axis
	for i := range axes {
		value := axes[i].Shortfall.Value
		if value != nil && *value > 0 && (widest == nil || *value > *widest.Shortfall.Value) {
			widest = &axes[i]
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
	return english.Fixed(level, 1)
}
