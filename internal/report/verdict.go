package report

import (
	"encoding/json"
	"fmt"
)

// MarshalJSON writes the member that is set.
func (v Verdict) MarshalJSON() ([]byte, error) {
	if v.Quadrant != nil {
		return marshalPlain(v.Quadrant)
	}
	return marshalPlain(v.Leaning)
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
	}
	return fmt.Errorf("the verdict kind %q is neither leaning nor quadrant", kind.Kind)
}

func (v *Verdict) isEmpty() bool { return v.Leaning == nil && v.Quadrant == nil }

func (v *Verdict) isLike(other *Verdict) bool { return (v.Leaning == nil) == (other.Leaning == nil) }

func (v *Verdict) fill() {
	if q := v.Quadrant; q != nil {
		q.Missing, q.LimitedBy, q.Sentences = notNil(q.Missing), notNil(q.LimitedBy), notNil(q.Sentences)
	}
	if v.Leaning != nil {
		v.Leaning.fill()
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

// ShownOverall is the overall score as people are told it: nil where a group has no score, since it would then be that of the other
// group only.
func (q *Quadrant) ShownOverall() *float64 {
	if q.Throughput.Value == nil || q.Stability.Value == nil {
		return nil
	}
	return q.Overall
}
