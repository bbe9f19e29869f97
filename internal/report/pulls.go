package report

import (
	"cmp"
	"math"
	"slices"
)

// Pulls says which answers pull the overall practice value which way. All effects together are that value.
type Pulls struct {
	// Top are the answers with the largest effects, whichever way they pull, largest first; on a tie in the order of the axes.
	// An answer in the middle pulls nowhere and is not among them.
	Top []Pull
	// Others is how many more answers count, and Rest what those add together, in the unit of the line; nil for none.
	Others int
	Rest   *float64
	// Sum is the practice value.
	Sum *float64
}

// Pull is one answer and what it adds.
type Pull struct {
	Contribution
	// Text is the answer in words, Axis the title of its axis.
	Text, Axis string
}

// TopPulls returns the answers with the most effect, at most that many; none when practice is not scored.
func TopPulls(doc *Document, most int) Pulls {
	if doc.Verdict.Leaning == nil || !doc.Verdict.Leaning.Practice.Scored {
		return Pulls{}
	}
	all := pulls(doc)
	slices.SortStableFunc(all, func(a, b Pull) int { return cmp.Compare(math.Abs(*b.Effect), math.Abs(*a.Effect)) })
	found := Pulls{Sum: doc.Verdict.Leaning.Practice.Value}
	for len(found.Top) < min(len(all), most) && *all[len(found.Top)].Effect != 0 {
		found.Top = all[:len(found.Top)+1]
	}
	for _, pull := range all[len(found.Top):] {
		if found.Rest == nil {
			found.Rest = new(float64)
		}
		found.Others++
		*found.Rest += *pull.Effect
	}
	return found
}

func pulls(doc *Document) []Pull {
	said := map[string]string{}
	for i := range doc.Answers {
		said[doc.Answers[i].Question] = string(doc.Answers[i].Text)
	}
	var all []Pull
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		for _, part := range axis.Contributions {
			if part.Effect != nil {
				all = append(all, Pull{Contribution: part, Text: said[part.Question], Axis: axis.Title})
			}
		}
	}
	return all
}
