package html

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
)

// TestNamesOfPointsStayWholeWhereThereIsRoom holds that a name is cut only between others.
func TestNamesOfPointsStayWholeWhereThereIsRoom(t *testing.T) {
	t.Parallel()
	at := func(v float64) *float64 { return &v }
	const name = "control-room-displays-north"
	plot := &page.Plot{
		X: page.Scale{Kind: page.Line, Low: -1, High: 1}, Y: page.Scale{Kind: page.Line, Low: -1, High: 1},
		Points: []page.Point{
			{Name: name, Label: name, X: at(-0.5), Y: at(0.5), Count: 1}, {Name: "b", Label: "b", X: at(0.5), Y: at(-0.5), Count: 1},
		},
	}
	if got := string(figureOf(plot).Picture); strings.Contains(got, "…") {
		t.Errorf("%s is cut in\n%s", name, got)
	}
}
