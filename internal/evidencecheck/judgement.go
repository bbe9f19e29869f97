package evidencecheck

import "github.com/opsfit/opsfit/internal/evidence"

// Judgement holds the thresholds for comparing a repository with answers. Which values agree with which answer stands
// in the questionnaire.
type Judgement struct {
	// BacksRatio and FarRatio apply to times and counts: up to how many times beyond the range of the answer a value
	// still backs it, and from which factor on it is far away.
	BacksRatio, FarRatio float64
	// FarWait is used instead of FarRatio for the wait for a release.
	FarWait float64
	// BacksShare and FarShare are the same for shares, as differences.
	BacksShare, FarShare float64
}

// DefaultJudgement returns the thresholds in use.
func DefaultJudgement() Judgement {
	return Judgement{BacksRatio: evidence.BacksRatio, FarRatio: evidence.FarRatio, FarWait: 2, BacksShare: 0.1, FarShare: 0.3}
}
