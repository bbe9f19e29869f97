package agreement

import (
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/evidence"
)

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

// Publish lists the judgements in the order in which a finding meets them.
func (j Judgement) Publish() []advice.Published {
	return []advice.Published{
		{
			Name: "backs_ratio", Value: advice.Written(j.BacksRatio), Unit: "times",
			Decides: "how far beyond the range of an answer a time or a count still agrees with it",
			Reason:  "people round; half as much again is still the same rhythm",
		},
		{
			Name: "far_ratio", Value: advice.Written(j.FarRatio), Unit: "times",
			Decides: "how far beyond the range of an answer a time or a count is, from where on it contradicts",
			Reason:  "three times as long is another rhythm: weeks are no months",
		},
		{
			Name: "far_wait", Value: advice.Written(j.FarWait), Unit: "times",
			Decides: "the same for the wait of a change for its release",
			Reason:  "that wait is a lower bound of the time that is asked for, so that less is enough; a shorter one says nothing",
		},
		{
			Name: "backs_share", Value: advice.Written(j.BacksShare), Unit: "of 1",
			Decides: "how far beyond the range of an answer a share still agrees with it", Reason: "one in ten is an exception",
		},
		{
			Name: "far_share", Value: advice.Written(j.FarShare), Unit: "of 1",
			Decides: "how far beyond the range of an answer a share is, from where on it contradicts", Reason: "one in three is a habit",
		},
	}
}
