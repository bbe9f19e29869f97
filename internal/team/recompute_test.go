package team_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// missing stands for a figure that is not scored.
var missing = math.NaN()

// recomputer works out the figures of a group a second time, in floating point and straight from the formulas: it shares nothing
// with what it checks but the questionnaire and the sheets.
type recomputer struct {
	q      *questionnaire.Questionnaire
	sheets []*answers.Sheet
}

// options are those that were chosen, one a sheet that answers.
func (r recomputer) options(question *questionnaire.Question, sheets []*answers.Sheet) []*questionnaire.Option {
	var chosen []*questionnaire.Option
	for _, sheet := range sheets {
		if answer := sheet.Get(question.ID); answer.Status == answers.Answered {
			chosen = append(chosen, question.Option(answer.Option))
		}
	}
	return chosen
}

// counts reports whether a question is answered by anyone, and whether it applies to anyone.
func (r recomputer) counts(question *questionnaire.Question) (answered, applies bool) {
	for _, sheet := range r.sheets {
		switch sheet.Get(question.ID).Status {
		case answers.Answered:
			answered, applies = true, true
		case answers.DontKnow:
			applies = true
		case answers.NotApplicable, answers.Skipped:
		}
	}
	isLeftOut := !slices.ContainsFunc(r.sheets, func(sheet *answers.Sheet) bool {
		return sheet.Get(question.ID).Status == answers.NotApplicable
	})
	return answered, applies || isLeftOut
}

// mean is the mean of role means of a value of the chosen options.
func (r recomputer) mean(question *questionnaire.Question, value func(*questionnaire.Option) float64) float64 {
	byRole := map[string][]*answers.Sheet{}
	for _, sheet := range r.sheets {
		byRole[sheet.Respondent.Role] = append(byRole[sheet.Respondent.Role], sheet)
	}
	sum, roles := 0.0, 0.0
	for _, sheets := range byRole {
		own, people := 0.0, 0.0
		for _, option := range r.options(question, sheets) {
			own, people = own+value(option), people+1
		}
		if people > 0 {
			sum, roles = sum+own/people, roles+1
		}
	}
	return sum / roles
}

// weighted is the weighted mean over questions of one kind, scored from half of the weight that applies.
func (r recomputer) weighted(
	weight func(*questionnaire.Question) float64, value func(*questionnaire.Option) float64, least float64,
) float64 {
	sum, known, all := 0.0, 0.0, 0.0
	for i := range r.q.Questions {
		question := &r.q.Questions[i]
		answered, applies := r.counts(question)
		w := weight(question)
		if w == 0 || !applies {
			continue
		}
		all += w
		if answered {
			sum, known = sum+w*r.mean(question, value), known+w
		}
	}
	if known == 0 || known/all < least {
		return missing
	}
	return sum / known
}

func position(option *questionnaire.Option) float64 { f, _ := option.Position.Float64(); return f }

func level(option *questionnaire.Option) float64 { f, _ := option.Readiness.Float64(); return f }

func (r recomputer) practice(axis string) float64 {
	return r.weighted(func(q *questionnaire.Question) float64 {
		if q.Measures != questionnaire.Lean || q.Axis != axis {
			return 0
		}
		f, _ := q.Weight.Float64()
		return f
	}, position, 0.5)
}

func (r recomputer) wanted(axis string) float64 {
	return r.weighted(func(q *questionnaire.Question) float64 {
		for _, affect := range q.Affects {
			if q.Kind == questionnaire.Need && affect.Axis == axis {
				weight, _ := q.Weight.Float64()
				share, _ := affect.Weight.Float64()
				return weight * share
			}
		}
		return 0
	}, position, 0.5)
}

func (r recomputer) readiness(axis string) float64 {
	return r.weighted(func(q *questionnaire.Question) float64 {
		if q.Measures != questionnaire.Readiness || q.Axis != axis {
			return 0
		}
		f, _ := q.Weight.Float64()
		return f
	}, level, 0)
}

// situation is what is wanted within what the strictest answers allow.
func (r recomputer) situation(axis string) float64 {
	low, high := math.Inf(-1), math.Inf(1)
	for i := range r.q.Questions {
		for _, option := range r.options(&r.q.Questions[i], r.sheets) {
			for _, bound := range option.Allows {
				if bound.Axis == axis && bound.AtMost != nil {
					f, _ := bound.AtMost.Float64()
					high = min(high, f)
				}
				if bound.Axis == axis && bound.AtLeast != nil {
					f, _ := bound.AtLeast.Float64()
					low = max(low, f)
				}
			}
		}
	}
	wanted := r.wanted(axis)
	if low > high && !math.IsNaN(wanted) {
		return (low + high) / 2
	}
	return min(max(wanted, low), high)
}

func (r recomputer) floor(axis string) float64 {
	floor := missing
	for i := range r.q.Questions {
		for _, option := range r.options(&r.q.Questions[i], r.sheets) {
			for _, named := range option.Floors {
				f, _ := named.Level.Float64()
				if named.Axis == axis && (math.IsNaN(floor) || f > floor) {
					floor = f
				}
			}
		}
	}
	if pace := r.practice("delivery"); axis == "stability" && !math.IsNaN(pace) {
		if speed := 3 * max(0, pace); math.IsNaN(floor) || speed > floor {
			floor = speed
		}
	}
	return floor
}

// unmet lists the questions about readiness whose lowest answer is below the floor of their axis, or that nobody knows.
func (r recomputer) unmet() []string {
	list := []string{}
	for i := range r.q.Questions {
		question := &r.q.Questions[i]
		_, applies := r.counts(question)
		floor := r.floor(question.Axis)
		if question.Measures != questionnaire.Readiness || !applies || math.IsNaN(floor) || floor <= 0 {
			continue
		}
		lowest := missing
		for _, option := range r.options(question, r.sheets) {
			if f := level(option); math.IsNaN(lowest) || f < lowest {
				lowest = f
			}
		}
		if math.IsNaN(lowest) || lowest < floor {
			list = append(list, fmt.Sprintf("%s %.4f of %.4f", question.ID, lowest, floor))
		}
	}
	return list
}

// TestRecomputed holds the figures of random groups against those worked out a second time.
func TestRecomputed(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		again := recomputer{q, sheets}
		result := team.Build(team.Input{Questionnaire: q, Sheets: sheets})
		for i := range result.Axes {
			axis := &result.Axes[i].Axis
			floor, readiness := again.floor(axis.ID), again.readiness(axis.ID)
			for _, figure := range []struct {
				name string
				got  *float64
				want float64
			}{
				{"practice", axis.Practice.Value, again.practice(axis.ID)},
				{"wanted", axis.Situation.Wanted.Value, again.wanted(axis.ID)},
				{"situation", axis.Situation.Value, again.situation(axis.ID)},
				{"readiness", axis.Readiness.Value, readiness},
				{"floor", axis.Floor, floor},
				{"shortfall", axis.Shortfall.Value, max(0, floor-readiness)},
				{"gap", axis.Gap, again.situation(axis.ID) - again.practice(axis.ID)},
			} {
				if !isNear(figure.got, figure.want) {
					t.Errorf("%s on %s is %s, want %.6f", figure.name, axis.ID, shown(figure.got), figure.want)
				}
			}
		}
		if got, want := unmetOf(result.Verdict.Leaning.Readiness.Unmet), again.unmet(); !slices.Equal(got, want) {
			t.Errorf("unmet %v, want %v", got, want)
		}
	})
}

func isNear(got *float64, want float64) bool {
	if got == nil || math.IsNaN(want) {
		return got == nil && math.IsNaN(want)
	}
	return math.Abs(*got-want) < 1e-9
}

func shown(value *float64) string {
	if value == nil {
		return "none"
	}
	return fmt.Sprint(*value)
}

func unmetOf(list []report.Unmet) []string {
	lines := []string{}
	for _, u := range list {
		level := missing
		if u.Level != nil {
			level = *u.Level
		}
		lines = append(lines, fmt.Sprintf("%s %.4f of %.4f", u.Question, level, u.Floor))
	}
	return lines
}
