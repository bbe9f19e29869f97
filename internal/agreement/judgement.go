package agreement

import "github.com/opsfit/opsfit/internal/evidence"

// Judgement holds what was judged for setting a repository beside answers. Which values agree with which answer is judged in
// the questionnaire.
type Judgement struct {
	// BacksRatio and FarRatio are for times and counts: how many times a value may be beyond the range of the answer and still
	// back it, and from when on it is far away.
	BacksRatio, FarRatio float64
	// FarWait is FarRatio for the wait for a release.
	FarWait float64
	// BacksShare and FarShare are the same for shares, as differences.
	BacksShare, FarShare float64
}

// Judged returns the judgements in use.
func Judged() Judgement {
	return Judgement{BacksRatio: evidence.BacksRatio, FarRatio: evidence.FarRatio, FarWait: 2, BacksShare: 0.1, FarShare: 0.3}
}
