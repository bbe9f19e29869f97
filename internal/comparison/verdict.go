package comparison

import "encoding/json"

// MarshalJSON writes the member that is set, or null.
func (v Verdict) MarshalJSON() ([]byte, error) {
	switch {
	case v.Quadrant != nil:
		return json.Marshal(v.Quadrant)
	case v.Readiness != nil:
		return json.Marshal(v.Readiness)
	}
	return json.Marshal(v.Leaning)
}
