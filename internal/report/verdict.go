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
	if v.Quadrant != nil {
		v.Quadrant.Missing = notNil(v.Quadrant.Missing)
	}
	if v.Leaning != nil && v.Leaning.Robustness != nil {
		band, side := &v.Leaning.Robustness.Band, &v.Leaning.Robustness.Side
		band.Questions, side.Questions = notNil(band.Questions), notNil(side.Questions)
	}
}
