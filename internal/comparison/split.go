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

// shift is what one member does to the difference between two weighted means.
type shift struct {
	id   string
	size float64
	// share is the mean of the member's shares of the weight where it is in both means; 0 where it is in one only.
	share float64
}

// split takes the difference between two weighted means apart, so that the sizes of the shifts and the rest sum to it.
//
// A member of both means shifts the mean by its own change times its mean share of the weight. A member of one mean
// only shifts it by its share times its distance from the centre of those that stay: an answer like the others moves
// nothing, and those that stay are not blamed for sharing the weight with it. What is left is the rest: it is 0 unless the
// weights of those that stay changed in proportion to each other. Exchanging before and after negates everything.
//
// The parts must be sorted by id, without doubles, of positive weight.
func split(before, after []part) (shifts []shift, rest float64) {
	members := pair(before, after)
	middle := centre(members, before, after)
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

// member is one id with its shares of the weight before and after, 0 where it is not in the mean, and its values.
type member struct {
	id            string
	before, after float64
	was, now      float64
}

// pair merges two sorted lists of parts.
func pair(before, after []part) []member {
	was, now := total(before), total(after)
	var members []member
	for len(before)+len(after) > 0 {
		var m member
		takes, gives := next(before, after)
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

// next tells which of two sorted lists the smallest id stands at the head of.
func next(before, after []part) (InBefore, InAfter bool) {
	if len(before) == 0 || len(after) == 0 {
		return len(before) > 0, len(after) > 0
	}
	order := strings.Compare(before[0].id, after[0].id)
	return order <= 0, order >= 0
}

// centre is the mean of the members that stay, halfway between before and after; halfway between the two means where none
// stays.
func centre(members []member, before, after []part) float64 {
	var sum, weight float64
	for _, m := range members {
		if m.before > 0 && m.after > 0 {
			share := (m.before + m.after) / 2
			sum += share * (m.was + m.now) / 2
			weight += share
		}
	}
	if weight == 0 {
		return (mean(before) + mean(after)) / 2
	}
	return sum / weight
}

func total(parts []part) float64 {
	var sum float64
	for _, p := range parts {
		sum += p.weight
	}
	return sum
}

// mean is not a number for no parts.
func mean(parts []part) float64 {
	var sum float64
	for _, p := range parts {
		sum += p.weight * p.value
	}
	return sum / total(parts)
}

// makes reports that the parts have the value as their mean, as far as floats go.
func makes(parts []part, value float64) bool {
	const tolerance = 1e-6
	return math.Abs(mean(parts)-value) <= tolerance
}

// distinct sorts parts by id and drops those that count nothing, and the later ones of the same id.
func distinct(parts []part) []part {
	kept := slices.DeleteFunc(parts, func(p part) bool { return !(p.weight > 0) })
	slices.SortStableFunc(kept, func(a, b part) int { return strings.Compare(a.id, b.id) })
	return slices.CompactFunc(kept, func(a, b part) bool { return a.id == b.id })
}
