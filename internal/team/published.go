package team

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/advice"
)

// Publish lists everything that was judged for a group result, in the order in which a reader meets it.
func (j Judgement) Publish() []advice.Published {
	return []advice.Published{
		{
			Name: "least_group", Value: big.NewRat(int64(j.LeastGroup), 1), Unit: "people",
			Decides: "least number for a figure of agreement, and for a role to be shown alone",
			Reason:  "two people give a distance and no spread, and a role of two can be told by name",
		},
		{
			Name: "strong_consensus", Value: advice.Written(j.Strong), Unit: "of 1", Decides: "consensus from which a group agrees strongly",
			Reason: "an even split between two neighbouring options still reaches it",
		},
		{
			Name: "moderate_consensus", Value: advice.Written(j.Moderate), Unit: "of 1",
			Decides: "consensus below which a group should talk first",
			Reason:  "an even split between options two steps apart still reaches it, three steps apart no longer",
		},
		{
			Name: "role_gap", Value: j.RoleGap, Unit: "on the line",
			Decides: "distance between the means of two roles from which it is a topic", Reason: "one option",
		},
		{
			Name: "majority", Value: j.Majority, Unit: "of the group",
			Decides: "least share, each role counting alike, whose own answers lead to the combined advice",
			Reason:  "a mean that fewer hold is nobody's view",
		},
		{
			Name: "opposed", Value: j.Opposed, Unit: "of the group",
			Decides: "share on each of two opposite sides from which no combined verdict is given",
			Reason:  "a third on either side is no exception that a mean may swallow",
		},
	}
}
