package report

import (
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
)

// ShareYears names the years of the published shares, "2025" or "2025 and 2027"; empty when there are none.
func ShareYears(metrics []Metric) string {
	var years []Year
	for i := range metrics {
		if metrics[i].Share != nil {
			years = append(years, metrics[i].ShareYear)
		}
	}
	return yearWords(years)
}

// DistributionYears names the years of the shares of one distribution in the same words.
func DistributionYears(distribution []Share) string {
	var years []Year
	for _, share := range distribution {
		if share.Share != nil {
			years = append(years, share.Year)
		}
	}
	return yearWords(years)
}

func yearWords(years []Year) string {
	var words []string
	for _, year := range years {
		if year != 0 {
			words = append(words, strconv.Itoa(int(year)))
		}
	}
	slices.Sort(words)
	return english.List(slices.Compact(words))
}
