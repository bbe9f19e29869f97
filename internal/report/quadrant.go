package report

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/score"
)

func tellQuadrant(doc *Document, story *Story) {
	v := doc.Verdict.Quadrant
	story.Why = []string{beside("Throughput", v.Throughput, v), beside("Stability", v.Stability, v)}
	story.Tips = quadrantTips(v)
}

func quadrantFigures(v *Quadrant) []Fact {
	return []Fact{
		{"Throughput", figure(v.Throughput.Value, 1, " of 10", "")},
		{"Stability", figure(v.Stability.Value, 1, " of 10", "")},
		{"All metrics", figure(v.Overall, 1, " of 10", "")},
	}
}

func quadrantHeadline(v *Quadrant) string {
	if v.Sentence != "" {
		return string(v.Sentence)
	}
	if v.Quadrant != "" {
		return "Delivery is " + QuadrantWord(v.Quadrant) + "."
	}
	return "Too few metrics are answered to name a quadrant."
}

func beside(name string, group Group, v *Quadrant) string {
	if group.Value == nil {
		return name + " is not scored: none of its metrics is answered."
	}
	sentence := fmt.Sprintf("%s is %s of 10", name, english.Plain(group.Value, 1))
	if group.Thin {
		sentence += ", from only some of its metrics"
	}
	if group.Benchmark == nil || group.Benchmark.Mean == nil {
		return sentence + "."
	}
	return fmt.Sprintf("%s; the published mean of %d is %s, so this is %s.",
		sentence, v.BenchmarkYear, english.Plain(group.Benchmark.Mean, 1), comparison(group))
}

func comparison(group Group) string {
	mean := *group.Benchmark.Mean
	relation := "below it"
	switch {
	case *group.Value == mean:
		return "at it"
	case *group.Value > mean:
		relation = "above it"
	}
	if group.AboutAverage {
		return "slightly " + relation + ", near enough to lie on its other side"
	}
	return relation
}

func quadrantTips(v *Quadrant) []string {
	tips := []string{fmt.Sprintf(
		"The quadrant is cut at the published means; a group within %s of its mean could as well be on the other side.",
		english.Plain(Nearest(score.AverageDistance()), 1))}
	if len(v.Missing) > 0 {
		tips = append(tips, fmt.Sprintf("Answering %s could change it; a group is the mean of its answered metrics only.", Shortened(v.Missing)))
	}
	return tips
}

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
