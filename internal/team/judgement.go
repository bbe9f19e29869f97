package team

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/report"
)

// leastGroup is the minimum number of people for a figure of agreement, and for showing a role.
const leastGroup = 3

// Judgement holds every judged number of a group result. None is measured.
type Judgement struct {
	// LeastGroup is the least number of respondents for a figure of agreement and for a role to be shown alone.
	LeastGroup int
	// Strong is the consensus from which a group agrees strongly; below Moderate it should talk first.
	Strong, Moderate float64
	// RoleGap is the distance of role means on an axis from which it is a topic: one option step.
	RoleGap *big.Rat
	// Majority is the least role-balanced share of respondents whose own answers lead to the combined advice.
	Majority *big.Rat
	// Opposed is the role-balanced share on each of two opposite sides from which no combined verdict is given.
	Opposed *big.Rat
}

// Judged returns the judged numbers in use.
func Judged() Judgement {
	return Judgement{
		LeastGroup: leastGroup,
		Strong:     0.8,
		Moderate:   0.5,
		RoleGap:    big.NewRat(1, 2),
		Majority:   big.NewRat(1, 2),
		Opposed:    big.NewRat(1, 3),
	}
}

// agreementWord is the word for a consensus; "" for nil.
func agreementWord(consensus *float64) report.Text {
	switch {
	case consensus == nil:
		return ""
	case *consensus >= Judged().Strong:
		return "strong"
	case *consensus >= Judged().Moderate:
		return "moderate"
	}
	return "low"
}
