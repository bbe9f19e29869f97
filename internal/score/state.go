package score

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// scoreReadiness tells whether every point of a checklist reaches what is asked of it.
func scoreReadiness(q *questionnaire.Questionnaire, sheet *answers.Sheet, readings []answeredQuestion) *Readiness {
	r := &Readiness{Axes: make([]ReadinessAxis, len(q.Axes)), Coverage: checkedShare(readings, "")}
	for i := range r.Axes {
		a := &r.Axes[i]
		a.ID, a.Weight = q.Axes[i].ID, q.Axes[i].Weight
		a.setReadiness(readings, nil)
		a.Coverage = checkedShare(readings, a.ID)
		r.Shortfall, r.WorstShortfall = Greatest(r.Shortfall, a.Shortfall), Greatest(r.WorstShortfall, a.WorstShortfall)
	}
	checked := Result{Readiness: r}.Checked()
	r.Overall, r.Weakest, r.Unmet = overallReadiness(checked), weakestOf(readings, ""), unmetOf(checked, readings)
	slices.SortFunc(r.Unmet, compareUnmet)
	r.TierUnknown, r.NotAsked = unknownTiers(readings), notAsked(q, sheet)
	r.setReasons()
	r.State = r.stateOf()
	return r
}

// checkedShare is the answered share of the weight of the readiness questions that apply on an axis, or on all of them for "".
func checkedShare(readings []answeredQuestion, axis string) *big.Rat {
	var share mean
	for _, r := range readings {
		if r.question.Measures == questionnaire.Readiness && r.isApplicable() && (axis == "" || r.question.Axis == axis) {
			share.add(r.question.Weight, boolRat(r.isAnswered()))
		}
	}
	return share.value()
}

// compareUnmet puts the worse point first: a critical one, then one farther below its floor, where an unknown one may lie at 0, then
// a known one.
func compareUnmet(a, b Unmet) int {
	return cmp.Or(
		compareTrue(a.Critical, b.Critical), exact.Compare(b.Distance(), a.Distance()),
		compareTrue(a.Level != nil, b.Level != nil), strings.Compare(a.Question, b.Question),
	)
}

// compareTrue puts what holds first.
func compareTrue(a, b bool) int {
	return boolRat(b).Cmp(boolRat(a))
}

// Distance is how far the answer lies below the floor, an unknown one counted as level 0.
func (u *Unmet) Distance() *big.Rat {
	if u.Level == nil {
		return u.Floor
	}
	return new(big.Rat).Sub(u.Floor, u.Level)
}

// unknownTiers are the unknown context questions that could ask for more than is known.
func unknownTiers(readings []answeredQuestion) []string {
	var ids []string
	for _, r := range readings {
		if r.setsFloors() && r.isUnknown() {
			ids = append(ids, r.question.ID)
		}
	}
	return ids
}

// notAsked are the questions whose condition for asking does not hold.
func notAsked(q *questionnaire.Questionnaire, sheet *answers.Sheet) []string {
	var ids []string
	for i := range q.Questions {
		if sheet.Get(q.Questions[i].ID).NotAsked {
			ids = append(ids, q.Questions[i].ID)
		}
	}
	return ids
}

// setReasons sets the points for which a service is not ready. An unknown one is no proof of a distance.
func (r *Readiness) setReasons() {
	for i := range r.Unmet {
		u := &r.Unmet[i]
		switch {
		case u.Critical && u.Level == nil:
			r.CriticalUnknown = append(r.CriticalUnknown, u.Question)
		case u.Critical:
			r.CriticalUnmet = append(r.CriticalUnmet, u.Question)
		case u.Level != nil && farBelow.metBy(u.Distance()):
			r.FarBelow = append(r.FarBelow, u.Question)
		}
	}
}

// stateOf is empty where nothing says what is enough, and in place of ready while an unknown answer could ask for more.
func (r *Readiness) stateOf() State {
	hasFloor := slices.ContainsFunc(r.Axes, func(a ReadinessAxis) bool { return a.Floor != nil })
	switch {
	case !hasFloor:
		return ""
	case len(r.CriticalUnmet)+len(r.CriticalUnknown)+len(r.FarBelow) > 0:
		return NotReady
	case len(r.Unmet) > 0:
		return Gaps
	case len(r.TierUnknown) > 0:
		return ""
	}
	return Ready
}
