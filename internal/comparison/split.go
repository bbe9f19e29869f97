package comparison

import (
	"math"
	"slices"
	"strings"
)

// part is one member of a weighted mean.
type part struct {
	id            string
	weight, value float64
}

// shift is what one member contributes to the difference between two weighted means.
type shift struct {
	id   string
	size float64
	// share is the mean of the member's shares of the weight if it is in both means; 0 if it is in only one.
	share float64
}

// attributeChange splits the difference between two weighted means; the shifts and the rest sum to it.
//
// A member of both means shifts the mean by its own change times its mean share of the weight. A member of only one
// mean shifts it by its share times its distance from the centre of those that stay: an answer like the others moves
// nothing, and those that stay are not blamed for sharing the weight with it. The remainder is the rest: it is 0 unless
// the weights of those that stay changed in proportion to each other. Exchanging before and after negates everything.
//
// The parts must be sorted by id, without doubles, of positive weight.
func attributeChange(before, after []part) (shifts []shift, rest float64) {
	members := mergeParts(before, after)
	middle := centreOf(members, before, after)
	for _, m := range members {
		switch {
		case m.before == 0:
			shifts = append(shifts, shift{id: m.id, size: m.after * (m.now - middle)})
		case m.after == 0:
			shifts = append(shifts, shift{id: m.id, size: -m.before * (m.was - middle)})
		default:
			share := (m.before + m.after) / 2
			shifts = append(shifts, shift{id: m.id, size: share * (m.now - m.was), share: share})
			rest += (m.after - m.before) * ((m.was+m.now)/2 - middle)
		}
	}
	return shifts, rest
}

// member is an id with its shares of the weight before and after, 0 where it is not in the mean, and its values.
type member struct {
	id            string
	before, after float64
	was, now      float64
}

// mergeParts merges two lists of parts that are sorted by id.
func mergeParts(before, after []part) []member {
	was, now := totalWeight(before), totalWeight(after)
	var members []member
	for len(before)+len(after) > 0 {
		var m member
		takes, gives := nextSide(before, after)
		if takes {
			m.id, m.before, m.was = before[0].id, before[0].weight/was, before[0].value
			before = before[1:]
		}
		if gives {
			m.id, m.after, m.now = after[0].id, after[0].weight/now, after[0].value
			after = after[1:]
		}
		members = append(members, m)
	}
	return members
}

// nextSide says which of two sorted lists the smallest id is at the head of.
func nextSide(before, after []part) (InBefore, InAfter bool) {
	if len(before) == 0 || len(after) == 0 {
		return len(before) > 0, len(after) > 0
	}
	order := strings.Compare(before[0].id, after[0].id)
	return order <= 0, order >= 0
}

// centreOf is the mean of the members that stay, halfway between before and after; halfway between the two means if
// none stays.
func centreOf(members []member, before, after []part) float64 {
	var sum, weight float64
	for _, m := range members {
		if m.before > 0 && m.after > 0 {
			share := (m.before + m.after) / 2
			sum += share * (m.was + m.now) / 2
			weight += share
		}
	}
	if weight == 0 {
		return (meanOfParts(before) + meanOfParts(after)) / 2
	}
	return sum / weight
}

func totalWeight(parts []part) float64 {
	var sum float64
	for _, p := range parts {
		sum += p.weight
	}
	return sum
}

// meanOfParts returns NaN for no parts.
func meanOfParts(parts []part) float64 {
	var sum float64
	for _, p := range parts {
		sum += p.weight * p.value
	}
	return sum / totalWeight(parts)
}

// haveMean reports whether the mean of the parts is the value, within rounding.
func haveMean(parts []part, value float64) bool {
	const tolerance = 1e-6
	return math.Abs(meanOfParts(parts)-value) <= tolerance
}

// distinctParts sorts parts by id and drops those without weight, and later ones with the same id.
func distinctParts(parts []part) []part {
	kept := slices.DeleteFunc(parts, func(p part) bool { return !(p.weight > 0) })
	slices.SortStableFunc(kept, func(a, b part) int { return strings.Compare(a.id, b.id) })
	return slices.CompactFunc(kept, func(a, b part) bool { return a.id == b.id })
}
