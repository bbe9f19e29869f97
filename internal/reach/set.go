package reach

import (
	"iter"
	"math/bits"
)

// set is some of the states of one question, one bit each. A question has fewer than 64.
type set uint64

func only(state int) set { return 1 << state }

func firstStates(n int) set { return 1<<n - 1 }

func (s set) has(state int) bool { return s&only(state) != 0 }

func (s set) size() int { return bits.OnesCount64(uint64(s)) }

func (s set) within(other set) bool { return s&^other == 0 }

// all yields the states in rising order.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for rest := s; rest != 0; rest &= rest - 1 {
			if !yield(bits.TrailingZeros64(uint64(rest))) {
				return
			}
		}
	}
}

// halves splits a set of several states in two, the lower and the upper ones.
func (s set) halves() (lower, upper set) {
	left := (s.size() + 1) / 2
	for state := range s.all() {
		if left == 0 {
			break
		}
		lower |= only(state)
		left--
	}
	return lower, s &^ lower
}
