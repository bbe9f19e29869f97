package verdict

import (
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// headline is the advice in one sentence, or why there is none.
func (t *teller) headline() string {
	if t.v.Advice == "" {
		return t.notScored()
	}
	text := fill(t.text("advice", string(t.v.Advice), t.form()), values{
		"works":         t.text("words", "works", string(t.v.Practice.Band)),
		"calls":         t.text("words", "calls", string(t.v.Situation.Band)),
		"limits":        t.limitTitles(),
		"wanted_advice": t.wantedAdvice(),
		"axes_devops":   t.axisTitles(t.isTowards(score.DevOps)),
		"axes_sysops":   t.axisTitles(t.isTowards(score.SysOps)),
	})
	if text == "" { // a result of another program need not say which axes or limits it is about
		return english.Capital(t.text("words", "advice", string(t.v.Advice))) + "."
	}
	return text
}

// form is the key of the sentence for the advice.
func (t *teller) form() string {
	practice, situation := report.SideOf(t.v.Practice.Band), report.SideOf(t.v.Situation.Band)
	switch advice := score.Advice(t.v.Advice); {
	case t.v.Held != nil:
		return "held"
	case advice == score.Combine:
		return t.combineForm()
	case advice == score.ShiftDevOps || advice == score.ShiftSysOps:
		between := report.BandPlace(t.v.Situation.Band) - report.BandPlace(t.v.Practice.Band)
		if advice == score.ShiftDevOps && between > 0 || advice == score.ShiftSysOps && between < 0 {
			return "move"
		}
		return "plain"
	case practice == situation:
		return "agree"
	}
	return "near"
}

// combineForm is the reason that tells most.
func (t *teller) combineForm() string {
	for _, reason := range []score.CombineReason{score.SpeedAndCaution, score.OpposedNeeds} {
		if slices.Contains(t.v.CombineBecause, string(reason)) {
			return string(reason)
		}
	}
	return string(score.BothWays)
}

// isTowards tells which axes a sentence about both poles names: those that move, or, for opposed needs, those whose situation
// lies on the side of a pole.
func (t *teller) isTowards(pole score.Side) func(*report.Axis) bool {
	if t.combineForm() == string(score.OpposedNeeds) {
		return func(axis *report.Axis) bool {
			n := axis.Situation.Value
			return n != nil && (pole == score.DevOps && *n > 0 || pole == score.SysOps && *n < 0)
		}
	}
	direction := map[score.Side]score.Direction{score.DevOps: score.TowardsDevOps, score.SysOps: score.TowardsSysOps}[pole]
	return func(axis *report.Axis) bool { return score.Direction(axis.Direction) == direction }
}

func (t *teller) wantedAdvice() string {
	if t.v.Held == nil {
		return ""
	}
	return t.text("words", "advice", string(t.v.Held.Advice))
}

// apart names the axes that differ where the advice is to stay.
func (t *teller) apart() string {
	switch score.Advice(t.v.Advice) {
	case score.StaySysOps, score.StayHybrid, score.StayDevOps:
	default:
		return ""
	}
	n := 0
	titles := t.axisTitles(func(axis *report.Axis) bool {
		direction := score.Direction(axis.Direction)
		differs := direction == score.TowardsDevOps || direction == score.TowardsSysOps
		if differs {
			n++
		}
		return differs
	})
	return fill(t.text("axes_differ", count(n)), values{"axis": titles, "axes": titles})
}

// first is what to deal with before the advice. Warnings that are exempted have been dealt with for now.
func (t *teller) first() string {
	byWord := map[questionnaire.Severity][]string{}
	for _, warning := range t.doc.Warnings {
		if !warning.Exempted {
			severity := questionnaire.Severity(warning.Severity)
			byWord[severity] = append(byWord[severity], warning.Title)
		}
	}
	critical, high := byWord[questionnaire.Critical], byWord[questionnaire.High]
	switch {
	case len(critical) > 0 && len(high) > 0:
		return fill(t.text("headline_suffix", "both"), values{
			"critical": strconv.Itoa(len(critical)), "high": strconv.Itoa(len(high)), "title": t.said(critical[0]),
		})
	case len(critical) > 0:
		return t.dealWith("critical", critical)
	case len(high) > 0:
		return t.dealWith("high", high)
	}
	return ""
}

func (t *teller) dealWith(severity string, titles []string) string {
	const most = 2
	return fill(t.text("headline_suffix", severity, count(len(titles))), values{
		"title": t.said(titles[0]), "titles": listed(titles, most, t.said), "count": strconv.Itoa(len(titles)),
	})
}

// notScored says why there is not a kind of advice.
func (t *teller) notScored() string {
	practice, situation := t.v.Practice.Scored, t.v.Situation.Scored
	switch {
	case !practice && !situation:
		if _, applicable := t.counted(questionnaire.Context); applicable == 0 && len(t.doc.Answers) > 0 {
			return t.text("not_scored", "situation", "none")
		}
		return t.tooFew()
	case !practice:
		known := fill(t.text("not_scored", "practice", "known"), values{"calls": t.text("words", "calls", string(t.v.Situation.Band))})
		return joined(t.lacking("practice", questionnaire.Lean, t.v.Coverage), known)
	case !situation:
		known := fill(t.text("not_scored", "situation", "known"), values{"works": t.text("words", "works", string(t.v.Practice.Band))})
		return joined(t.lacking("situation", questionnaire.Context, t.v.Situation.Coverage), known)
	}
	return t.text("not_scored", "both", "unknown")
}

// tooFew counts the answers where neither practice nor situation is scored.
func (t *teller) tooFew() string {
	head := t.doc.Head()
	form := count(head.Answered)
	switch {
	case head.Questions == 0:
		form = "unknown"
	case head.Answered == 0:
		form = "none"
	}
	return fill(t.text("not_scored", "both", form), values{
		"answered": strconv.Itoa(head.Answered), "total": strconv.Itoa(head.Questions),
	})
}

// lacking says which answers lack: too few of all, or too few on some axes.
func (t *teller) lacking(what string, measure questionnaire.Measure, coverage *float64) string {
	const least = 0.6
	answered, applicable := t.counted(measure)
	switch {
	case applicable == 0:
		return t.text("not_scored", what, "none")
	case coverage == nil || *coverage < least:
		return fill(t.text("not_scored", what, "coverage"), values{
			"answered": strconv.Itoa(answered), "applicable": strconv.Itoa(applicable),
		})
	}
	return fill(t.text("not_scored", what, "axes"), values{"axes": t.axisTitles(func(axis *report.Axis) bool {
		if what == "practice" {
			return !axis.Practice.Scored
		}
		return !axis.Situation.Scored
	})})
}

// counted counts the questions of a measure that are answered and that apply; of the situation those about needs, which alone
// have weights.
func (t *teller) counted(measure questionnaire.Measure) (answered, applicable int) {
	for i := range t.doc.Answers {
		answer := &t.doc.Answers[i]
		if answer.Measures != string(measure) || len(answer.Weights) == 0 || !answer.Applies() {
			continue
		}
		applicable++
		if answer.IsAnswered() {
			answered++
		}
	}
	return answered, applicable
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// rangeLeft says what could still be, where there is not a kind of advice.
func (t *teller) rangeLeft() string {
	low, high := t.v.Practice.LowBand, t.v.Practice.HighBand
	if t.v.Practice.Scored || low == high {
		return ""
	}
	return fill(t.text("not_scored", "range"), values{
		"label_a": t.text("words", "label", string(low)), "label_b": t.text("words", "label", string(high)),
	})
}
