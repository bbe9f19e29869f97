package questionnaire_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// launchFloors is the table at the head of launch.yaml: what each answer asks of the points on each axis. A dot asks nothing.
const launchFloors = `
                          function recovery detection capacity security people data support ownership
outage_cost minor         1        1        1         1        1        1      1    1       1
outage_cost noticeable    2        2        2         2        2        2      2    1       1
outage_cost serious       3        3        3         3        3        3      3    3       2
outage_cost vital         3        4        3         3        3        3      3    3       3
outage_cost safety        4        3        3         3        3        3      3    3       3
audience staff            .        .        .         .        .        .      .    1       .
audience customers        .        .        .         .        2        .      .    2       .
audience public           .        .        .         .        2        .      2    3       .
rules approval            .        .        .         .        .        .      3    .       .
rules conditions          .        .        .         .        .        .      3    .       .
`

// A service that harms people, or many of them, is held to more than a pilot: these are all the floors of the launch review.
func TestLaunchHasTheFloorsOfItsTable(t *testing.T) {
	t.Parallel()
	want, got := map[string]string{}, map[string]string{}
	rows := strings.Split(strings.TrimSpace(launchFloors), "\n")
	axes := strings.Fields(rows[0])
	for _, row := range rows[1:] {
		cells := strings.Fields(row)
		for i, level := range cells[2:] {
			if level != "." {
				want[cells[0]+" "+cells[1]+" "+axes[i]] = level
			}
		}
	}
	for _, question := range questionnairetest.Shipped(t, "launch").Questions {
		for _, option := range question.Options {
			for _, floor := range option.Floors {
				got[question.ID+" "+option.ID+" "+floor.Axis] = floor.Level.RatString()
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-table +file:\n%s", diff)
	}
}
