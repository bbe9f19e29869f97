package report

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/score"
)

// BandWord returns a band or side in words: "leaning DevOps", "mix of both"; "not scored" for the empty band.
func BandWord(band Text) string {
	switch score.Band(band) {
	case "":
		return "not scored"
	case score.StrongSysOps:
		return "strong SysOps"
	case score.LeaningSysOps:
		return "leaning SysOps"
	case score.Hybrid:
		return "mix of both"
	case score.LeaningDevOps:
		return "leaning DevOps"
	case score.StrongDevOps:
		return "strong DevOps"
	}
	return string(band)
}

// BandInSentence is BandWord where it stands in a sentence: "a mix of both".
func BandInSentence(band Text) string {
	if score.Band(band) == score.Hybrid {
		return "a " + BandWord(band)
	}
	return BandWord(band)
}

// BandPlace is the place of a band on the line, from 0 (strong SysOps) to 4 (strong DevOps); -1 for a word that is none.
func BandPlace(band Text) int {
	return slices.Index([]score.Band{
		score.StrongSysOps, score.LeaningSysOps, score.Hybrid, score.LeaningDevOps, score.StrongDevOps,
	}, score.Band(band))
}

// SideOf merges the outer bands of each pole; empty for the empty band and for a word that is none.
func SideOf(band Text) score.Side { return score.SideOf(score.Band(band)) }

// IsSysOps reports a band on the SysOps side.
func IsSysOps(band Text) bool { return SideOf(band) == score.SysOps }

// IsDevOps reports a band on the DevOps side.
func IsDevOps(band Text) bool { return SideOf(band) == score.DevOps }

// AdviceWord returns the overall advice in words; "no advice" when none can be given, and for one that
// this program does not know.
func AdviceWord(advice Text) string {
	switch score.Advice(advice) {
	case score.StaySysOps:
		return "stay with SysOps"
	case score.StayHybrid:
		return "keep the mix"
	case score.StayDevOps:
		return "stay with DevOps"
	case score.ShiftSysOps:
		return "move towards SysOps"
	case score.ShiftDevOps:
		return "move towards DevOps"
	case score.Combine:
		return "combine both models"
	}
	return "no advice"
}

// FitWord says how close practice and situation are; empty for no fit, and for one that this program does not know.
func FitWord(fit Text) string {
	switch score.FitWord(fit) {
	case score.GoodFit:
		return "close"
	case score.WorkableFit:
		return "fairly close"
	case score.StrainedFit:
		return "apart"
	case score.Misfit:
		return "far apart"
	}
	return ""
}

// HeldAdviceWord is AdviceWord for a short line: it says where limits change the advice. Held is that without them, or empty.
func HeldAdviceWord(advice, held Text) string {
	if held != "" {
		return AdviceWord(advice) + " within limits"
	}
	return AdviceWord(advice)
}

// DirectionWord returns an axis direction in words; "unknown" when there is none.
func DirectionWord(direction Text) string {
	switch score.Direction(direction) {
	case score.Aligned:
		return "fits"
	case score.LessPronounced:
		return "same side, less of it"
	case score.MorePronounced:
		return "same side, more of it"
	case score.TowardsDevOps:
		return "towards DevOps"
	case score.TowardsSysOps:
		return "towards SysOps"
	}
	return "unknown"
}

// QuadrantWord returns a quadrant in words: "fast and stable"; "no quadrant" when there is none.
func QuadrantWord(quadrant Text) string {
	switch string(quadrant) {
	case score.FastStable:
		return "fast and stable"
	case score.FastUnstable:
		return "fast but not stable"
	case score.SlowStable:
		return "stable but not fast"
	case score.SlowUnstable:
		return "neither fast nor stable"
	}
	return "no quadrant"
}

// StateWord returns a state of readiness in words; "no state" for the empty one, and for one that this program does not know.
func StateWord(state Text) string {
	switch score.State(state) {
	case score.Ready:
		return "ready"
	case score.Gaps:
		return "gaps"
	case score.NotReady:
		return "not ready"
	}
	return "no state"
}

// StatusWord returns an answer's status in words.
func StatusWord(status string) string {
	switch answers.Status(status) {
	case answers.Answered:
		return "answered"
	case answers.DontKnow:
		return "don't know"
	case answers.NotApplicable:
		return "not applicable"
	case answers.Skipped:
		return "skipped"
	}
	return status
}

// Applies reports that the question was not said to be not applicable.
func (a *Answer) Applies() bool { return a.Status != string(answers.NotApplicable) }

// IsAnswered reports that an option was chosen.
func (a *Answer) IsAnswered() bool { return a.Status == string(answers.Answered) }

// IsByPerson reports that the respondent gave the answer, not a tool.
func (a *Answer) IsByPerson() bool { return a.Source == string(answers.Person) }

// IsSuggested reports an answer that a repository suggested and nobody has confirmed.
func (a *Answer) IsSuggested() bool { return a.Source == string(answers.Repository) && a.IsAnswered() }

// SourceWords says who gave the answer, where the respondent did not.
func (a *Answer) SourceWords() string {
	switch {
	case a.IsByPerson():
		return ""
	case a.IsSuggested():
		return "suggested by the repository, not confirmed"
	case a.Source == string(answers.Supposed):
		return "supposed"
	}
	return a.Source
}

// ReasonBeside returns why a question does not apply where the note says something else; empty where the note says it.
func ReasonBeside(answer *Answer) string {
	if answer.Reason == answer.Note {
		return ""
	}
	return string(answer.Reason)
}

// EffortWord returns an effort of 1 to 3 in words.
func EffortWord(effort int) string {
	switch effort {
	case 1:
		return "days in one team"
	case 2:
		return "weeks"
	case 3:
		return "a quarter, or several teams"
	}
	return "not estimated"
}

// QuadrantAt returns the quadrant of a group that is fast or not, and stable or not.
func QuadrantAt(fast, stable bool) Text {
	switch {
	case fast && stable:
		return score.FastStable
	case fast:
		return score.FastUnstable
	case stable:
		return score.SlowStable
	}
	return score.SlowUnstable
}

// longestList is how many question names a sentence carries; the details hold the rest.
const longestList = 6

// Shortened lists names, and counts those beyond the first few.
func Shortened(found []string) string {
	if len(found) > longestList {
		rest := len(found) - longestList + 1
		found = append(found[:longestList-1:longestList-1], fmt.Sprintf("%d more", rest))
	}
	return english.List(found)
}
