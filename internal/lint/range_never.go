package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func rangeNever() Rule {
	return Rule{
		Code: "range-never", Severity: diag.Warning,
		Summary: "No value of the figure can lie in the range of an option.",
		Why: "Such an option never agrees with any repository: a share is 1 at most, and days between two releases are counted from date to " +
			"date, so that they are 1 at least. Often the unit is mistaken, hours for days or per cent for shares.",
		Bad:   rangeExample("90", "", "0.5", "90", "0.5"),
		Good:  rangeExample("90", "", "7", "90", "7"),
		check: (*subject).rangeNever,
	}
}

func (s *subject) rangeNever() {
	for _, one := range s.scales() {
		for _, r := range one.ranges {
			above := one.measure.Unit == questionnaire.Shares && r.From != nil && r.From.Cmp(whole()) >= 0
			below := r.To != nil && r.To.Cmp(big.NewRat(int64(one.measure.Least), 1)) < 0
			if above || below {
				s.report(s.placeOfRange(&one, r), "give it values that the figure can have",
					"%s: no value can agree with option %s", one.label(), diag.Quote(r.Option))
			}
		}
	}
}
