package pages

import (
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// The ends of the line between the poles.
const lineLow, lineHigh = -1, 1

// lineScale is the line between the poles with the places where bands meet.
func lineScale() page.Scale {
	edges := report.BandEdges()
	words := make([]string, len(edges))
	for i := range edges {
		words[i] = english.Plain(&edges[i], 1)
		if edges[i] > 0 {
			words[i] = "+" + words[i]
		}
	}
	return page.Scale{
		Kind: page.Line, Low: lineLow, High: lineHigh, Edges: edges, Bands: bandNames(),
		Spoken: "Scale from -1, SysOps, to +1, DevOps; the bands meet at " + strings.Join(words, ", "),
	}
}

// fitScale is from nothing to a perfect fit, divided by the words for it.
func fitScale() page.Scale {
	var words []string
	for _, word := range []score.FitWord{score.Misfit, score.StrainedFit, score.WorkableFit, score.GoodFit} {
		words = append(words, report.FitWord(report.Text(word)))
	}
	return page.Scale{
		Kind: page.Ruler, High: 100, Edges: report.FitEdges(), Bands: words,
		Spoken: "Scale of the fit from 0 to 100: " + english.List(words),
	}
}

func levelScale() page.Scale {
	return page.Scale{Kind: page.Level, Low: 0, High: 4, Spoken: "Scale of readiness from 0 to 4"}
}

func scoreScale() page.Scale {
	return page.Scale{Kind: page.Score, Low: 0, High: 10, Spoken: "Scale of scores from 0 to 10; higher is better"}
}

// bandNames are the names of the bands on the line, without the poles that stand at its ends.
func bandNames() []string {
	var names []string
	for _, band := range []score.Band{score.StrongSysOps, score.LeaningSysOps, score.Hybrid, score.LeaningDevOps, score.StrongDevOps} {
		name, _, _ := strings.Cut(report.BandWord(report.Text(band)), " ")
		names = append(names, name)
	}
	return names
}
