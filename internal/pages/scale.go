package pages

import (
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

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
		Kind: page.Line, Low: -1, High: 1, Edges: edges,
		Spoken: "Scale from -1, SysOps, to +1, DevOps; the bands meet at " + strings.Join(words, ", "),
	}
}

func levelScale() page.Scale {
	return page.Scale{Kind: page.Level, Low: 0, High: 4, Spoken: "Scale of readiness from 0 to 4"}
}

func scoreScale() page.Scale {
	return page.Scale{Kind: page.Score, Low: 0, High: 10, Spoken: "Scale of scores from 0 to 10; higher is better"}
}
