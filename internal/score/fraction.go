package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
)

// fraction is a judged number. All of them are small, so that comparing with one takes no memory.
type fraction struct {
	num, den int64
}

func (f fraction) rat() *big.Rat { return big.NewRat(f.num, f.den) }

func (f fraction) negated() fraction { return fraction{num: -f.num, den: f.den} }

// compareTo is -1, 0 or 1 where f is less than x, equal to it or more.
func (f fraction) compareTo(x *big.Rat) int { return -exact.CompareWith(x, f.num, f.den) }
