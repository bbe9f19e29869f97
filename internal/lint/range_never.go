package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
)

func checkRangeNever(s *subject) {
	for _, one := range s.findScales() {
		for _, r := range one.ranges {
			above := one.measure.Unit.IsPart() && r.From != nil && r.From.Cmp(ratOne()) >= 0
			below := r.To != nil && r.To.Cmp(big.NewRat(int64(one.measure.Least), 1)) < 0
			if above || below {
				s.addFinding(s.placeOfRange(&one, r), "give it values that the figure can have",
					"%s: no value can agree with option %s", one.describeScale(), diag.Quote(r.Option))
			}
		}
	}
}
