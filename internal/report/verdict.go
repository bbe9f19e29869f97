package report

import (
	"encoding/json"
	"fmt"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// MarshalJSON writes the member that is set.
func (v Verdict) MarshalJSON() ([]byte, error) {
	switch {
	case v.Quadrant != nil:
		return Marshal(v.Quadrant)
	case v.Readiness != nil:
		return Marshal(v.Readiness)
	}
	return Marshal(v.Leaning)
}

// UnmarshalJSON reads the member that kind names.
func (v *Verdict) UnmarshalJSON(data []byte) error {
	var kind struct {
		Kind string `json:"kind"`
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return err
	}
	switch kind.Kind {
	case "leaning":
		return json.Unmarshal(data, &v.Leaning)
	case "quadrant":
		return json.Unmarshal(data, &v.Quadrant)
	case "readiness":
		return json.Unmarshal(data, &v.Readiness)
	}
	return fmt.Errorf("the verdict kind %q is none of leaning, quadrant and readiness", kind.Kind)
}

// Kind is what the verdict is about; empty for none.
func (v *Verdict) Kind() string {
	switch {
	case v.Leaning != nil:
		return string(questionnaire.Leaning)
	case v.Quadrant != nil:
		return string(questionnaire.Quadrant)
	case v.Readiness != nil:
		return string(questionnaire.ReadinessState)
	}
	return ""
}

func (v *Verdict) fill() {
	if q := v.Quadrant; q != nil {
		q.Missing, q.LimitedBy, q.Sentences = notNil(q.Missing), notNil(q.LimitedBy), notNil(q.Sentences)
	}
	if v.Leaning != nil {
		v.Leaning.fill()
	}
	if v.Readiness != nil {
		v.Readiness.fill()
	}
}

// HeldFrom is what the advice would be without limits; empty where they change nothing about it.
func (l *Leaning) HeldFrom() Text {
	if l.Held == nil {
		return ""
	}
	return l.Held.Advice
}

// ShownFit is the fit as people are told it: none where practice or situation is not scored, since it would then be the fit of some
// axes only.
func (l *Leaning) ShownFit() Fit {
	if !l.Practice.Scored || !l.Situation.Scored {
		return Fit{}
	}
	return l.Fit
}

func (l *Leaning) fill() {
	l.ConfidenceBecause, l.Readiness.Unmet = notNil(l.ConfidenceBecause), notNil(l.Readiness.Unmet)
	if l.Held != nil {
		l.Held.By = notNil(l.Held.By)
	}
	if r := l.Robustness; r != nil {
		r.Band.Questions, r.Side.Questions = notNil(r.Band.Questions), notNil(r.Side.Questions)
		r.Advice.OneStep, r.Advice.TwoNeeds = notNil(r.Advice.OneStep), notNil(r.Advice.TwoNeeds)
	}
}

func (r *ReadinessVerdict) fill() {
	because := &r.Because
	because.CriticalUnmet, because.CriticalUnknown = notNil(because.CriticalUnmet), notNil(because.CriticalUnknown)
	because.FarBelow, r.TierUnknown = notNil(because.FarBelow), notNil(r.TierUnknown)
	r.Readiness.Unmet, r.Tiers = notNil(r.Readiness.Unmet), notNil(r.Tiers)
	for i := range r.Tiers {
		tier := &r.Tiers[i]
		tier.Floors = notNil(tier.Floors)
		if tier.Next != nil {
			tier.Next.Floors, tier.Next.Unmet = notNil(tier.Next.Floors), notNil(tier.Next.Unmet)
		}
	}
}

// ShownOverall is the overall score as people are told it: nil where a group has no score, since it would then be that of the other
// group only.
func (q *Quadrant) ShownOverall() *float64 {
	if q.Throughput.Value == nil || q.Stability.Value == nil {
		return nil
	}
	return q.Overall
}
