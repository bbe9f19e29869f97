package report

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/score"
)

// Headline says a verdict in one plain sentence.
func Headline(v Verdict) string {
	if v.Quadrant != nil {
		return quadrantHeadline(v.Quadrant)
	}
	return headline(v.Leaning)
}

// headline says the verdict in one plain sentence, without a number.
func headline(v *Leaning) string {
	works, calls := Working(v.Practice.Band), Calling(v.Situation.Band)
	switch score.Advice(v.Advice) {
	case score.StaySysOps:
		return "You run this the SysOps way, and that is what its situation calls for: stay with it, and do it well."
	case score.StayDevOps:
		return "You run this the DevOps way, and that is what its situation calls for: stay with it, and do it well."
	case score.StayHybrid:
		return "You mix both models, and the situation calls for neither pole: stay with the mix, on purpose."
	case score.ShiftDevOps:
		return fmt.Sprintf("You work %s, and the situation calls %s: move towards DevOps, one step at a time.", works, calls)
	case score.ShiftSysOps:
		return fmt.Sprintf("You work %s, and the situation calls %s: move towards SysOps, one step at a time.", works, calls)
	case score.Combine:
		return combined(v)
	}
	return Undecided(v)
}

// Working puts a band behind "you work".
func Working(band Text) string {
	switch score.Band(band) {
	case score.StrongSysOps:
		return "firmly the SysOps way"
	case score.LeaningSysOps:
		return "mostly the SysOps way"
	case score.LeaningDevOps:
		return "mostly the DevOps way"
	case score.StrongDevOps:
		return "firmly the DevOps way"
	default:
		return "in a mix of both ways"
	}
}

// Calling puts a band behind "the situation calls".
func Calling(band Text) string {
	switch score.Band(band) {
	case score.StrongSysOps:
		return "clearly for the SysOps way"
	case score.LeaningSysOps:
		return "rather for the SysOps way"
	case score.LeaningDevOps:
		return "rather for the DevOps way"
	case score.StrongDevOps:
		return "clearly for the DevOps way"
	default:
		return "for a mix of both ways"
	}
}

// combined names the reason that applies; where several do, the one that tells most.
func combined(v *Leaning) string {
	switch {
	case slices.Contains(v.CombineBecause, string(score.SpeedAndCaution)):
		return "The situation asks for speed and for caution at once: combine both models rather than choose one or the middle."
	case slices.Contains(v.CombineBecause, string(score.BothWays)):
		return "Some parts of how you work should move towards DevOps and others towards SysOps: combine both models."
	}
	return "The situation pulls towards both poles at once: combine both models rather than choose one or the middle."
}

// Undecided says why there is no advice.
func Undecided(v *Leaning) string {
	works, calls := Working(v.Practice.Band), Calling(v.Situation.Band)
	switch {
	case !v.Practice.Scored && v.Situation.Value == nil:
		return "Too few questions are answered to say how you work or what the situation calls for."
	case !v.Practice.Scored:
		return fmt.Sprintf("The situation calls %s; too few questions are answered to say how you work today.", calls)
	case v.Situation.Value == nil:
		return fmt.Sprintf("You work %s; no answer tells what the situation calls for, so there is nothing to compare it with.", works)
	}
	return fmt.Sprintf("You work %s and the situation calls %s, but the axes do not say which way to move.", works, calls)
}
