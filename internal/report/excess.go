package report

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Bounds on what Decode accepts. No questionnaire and no answers file that this version reads leads to more, so that a
// genuine result always passes, and a forged one cannot make a report of a thousand times its size.
const (
	// longestText, in bytes, leaves room for a text that is put together from files of 1 MiB each.
	longestText = 4 << 20
	mostAnswers = questionnaire.MaxQuestions
	mostRules   = questionnaire.MaxRules
	// mostRemarks is for lists that grow with what somebody asks for on the command line or writes into one condition.
	mostRemarks = 10_000
	// mostLimits is every question with a bound on every axis.
	mostLimits = questionnaire.MaxQuestions * questionnaire.MaxAxes
	// mostTurns is every question with its two neighbouring options.
	mostTurns = 2 * questionnaire.MaxQuestions
)

// excess names the first list of a document that is longer than that of any result; empty when there is none.
func (d *Document) excess() string {
	var e excess
	e.list("axes", len(d.Axes)+len(d.Checked), questionnaire.MaxAxes)
	e.list("metrics", len(d.Metrics), mostAnswers)
	e.list("warnings", len(d.Warnings), mostRules)
	e.list("recommendations", len(d.Recommendations), mostRules)
	e.list("tips", len(d.Tips), mostAnswers)
	e.list("answers", len(d.Answers), mostAnswers)
	e.list("evidence", len(d.Evidence), mostAnswers)
	for i := range d.Evidence {
		e.list("proof", len(d.Evidence[i].Proof), mostRemarks)
	}
	e.list("gates", len(d.Gates), mostRemarks)
	e.list("notes", len(d.Notes), mostRemarks)
	e.verdict("verdict", d.Verdict)
	for i := range d.Axes {
		e.axis(&d.Axes[i])
	}
	for i := range d.Checked {
		e.list("floor_by", len(d.Checked[i].FloorBy), mostAnswers)
	}
	for i := range d.Answers {
		e.answer(&d.Answers[i])
	}
	for i := range d.Warnings {
		e.list("because", len(d.Warnings[i].Because), mostAnswers)
	}
	for i := range d.Recommendations {
		item := &d.Recommendations[i]
		e.list("because", len(item.Because), mostAnswers)
		e.list("blocked_by", len(item.BlockedBy), mostRemarks)
		e.list("after", len(item.After), mostRemarks)
	}
	if w := d.WhatIf; w != nil {
		e.list("what_if.changes", len(w.Changes), mostAnswers)
		e.list("what_if.before.warnings", len(w.Before.Warnings), mostRules)
		e.verdict("what_if.before.verdict", w.Before.Verdict)
	}
	return e.message
}

// excess is said of the first list that is too long; the others no longer matter.
type excess struct {
	message string
}

func (e *excess) list(name string, length, most int) {
	if length > most && e.message == "" {
		e.message = fmt.Sprintf("%q has %d items, and no result has more than %d", name, length, most)
	}
}

func (e *excess) axis(axis *Axis) {
	e.list("contributions", len(axis.Contributions), mostAnswers)
	e.list("situation.held_by", len(axis.Situation.HeldBy), mostAnswers)
	e.list("situation.clash_by", len(axis.Situation.ClashBy), mostAnswers)
	if beyond := axis.BeyondLimit; beyond != nil {
		e.list("beyond_limit.by", len(beyond.By), mostAnswers)
	}
}

func (e *excess) answer(a *Answer) {
	for _, list := range []int{len(a.Options), len(a.Unknown), len(a.NotApplicable), len(a.Listed)} {
		e.list("options", list, questionnaire.MaxOptions)
	}
}

func (e *excess) verdict(name string, v Verdict) {
	if q := v.Quadrant; q != nil {
		e.list(name+".missing", len(q.Missing), mostAnswers)
		e.list(name+".limited_by", len(q.LimitedBy), mostAnswers)
	}
	if v.Leaning != nil {
		e.leaning(name, v.Leaning)
	}
	if v.Readiness != nil {
		e.readiness(name, v.Readiness)
	}
}

func (e *excess) readiness(name string, r *ReadinessVerdict) {
	e.list(name+".because.critical_unmet", len(r.Because.CriticalUnmet), mostAnswers)
	e.list(name+".because.critical_unknown", len(r.Because.CriticalUnknown), mostAnswers)
	e.list(name+".because.far_below", len(r.Because.FarBelow), mostAnswers)
	e.list(name+".tier_unknown", len(r.TierUnknown), mostAnswers)
	e.list(name+".readiness.unmet", len(r.Readiness.Unmet), mostAnswers)
	e.list(name+".tiers", len(r.Tiers), mostAnswers)
	for i := range r.Tiers {
		e.list(name+".tiers.floors", len(r.Tiers[i].Floors), questionnaire.MaxAxes)
		if next := r.Tiers[i].Next; next != nil {
			e.list(name+".tiers.next.floors", len(next.Floors), questionnaire.MaxAxes)
			e.list(name+".tiers.next.unmet", len(next.Unmet), mostAnswers)
		}
	}
}

func (e *excess) leaning(name string, l *Leaning) {
	e.list(name+".between", len(l.Between), 2)
	e.list(name+".situation.between", len(l.Situation.Between), 2)
	e.list(name+".combine_because", len(l.CombineBecause), mostRules)
	e.list(name+".confidence_because", len(l.ConfidenceBecause), mostRules)
	e.list(name+".readiness.unmet", len(l.Readiness.Unmet), mostAnswers)
	if held := l.Held; held != nil {
		e.list(name+".held.by", len(held.By), mostLimits)
	}
	if r := l.Robustness; r != nil {
		e.list(name+".robustness.band.questions", len(r.Band.Questions), mostAnswers)
		e.list(name+".robustness.side.questions", len(r.Side.Questions), mostAnswers)
		e.list(name+".robustness.advice.one_step", len(r.Advice.OneStep), mostTurns)
		e.list(name+".robustness.advice.two_needs", len(r.Advice.TwoNeeds), 2)
	}
}

// longText returns where in valid JSON the first text begins that is longer than any in a result, and -1 when there is
// none. An escape counts once: it stands for at least one byte of a file.
func longText(data []byte) int64 {
	for i := 0; i < len(data); i++ {
		if data[i] != '"' {
			continue
		}
		start, length := i, 0
		for i++; data[i] != '"'; i++ {
			if length++; data[i] == '\\' {
				i += escapeLength(data[i+1])
			}
		}
		if length > longestText {
			return int64(start)
		}
	}
	return -1
}

// escapeLength is the number of bytes that follow the backslash of an escape.
func escapeLength(letter byte) int {
	if letter == 'u' {
		return len("u0000")
	}
	return 1
}
