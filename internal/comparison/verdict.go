package comparison

import "encoding/json"

// MarshalJSON writes the member that is set, or null.
func (v Verdict) MarshalJSON() ([]byte, error) {
	if v.Quadrant != nil {
		return json.Marshal(v.Quadrant)
	}
	return json.Marshal(v.Leaning)
}
