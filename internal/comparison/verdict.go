package comparison

import "github.com/opsfit/opsfit/internal/report"

// MarshalJSON writes the member that is set, or null.
func (v Verdict) MarshalJSON() ([]byte, error) {
	switch {
	case v.Quadrant != nil:
		return report.Marshal(v.Quadrant)
	case v.Readiness != nil:
		return report.Marshal(v.Readiness)
	}
	return report.Marshal(v.Leaning)
}
