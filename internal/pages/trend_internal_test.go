package pages

import (
	"testing"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// TestFindingOfAHistory holds that a caption claims no more than the first and the last values show.
func TestFindingOfAHistory(t *testing.T) {
	t.Parallel()
	at := func(values ...float64) []*float64 {
		list := make([]*float64, len(values))
		for i := range values {
			list[i] = &values[i]
		}
		return list
	}
	for _, test := range []struct {
		name   string
		series map[string][]*float64
		want   string
	}{
		{"one moves", map[string][]*float64{"Pace": at(1, 3, 2)}, "Readiness: Pace moved from 1.0 to 2.0"},
		{"none moves", map[string][]*float64{"Pace": at(1, 3, 1)}, "Readiness: no change from first to last"},
		{"an end is unknown", map[string][]*float64{"Pace": append(at(1, 3), nil)}, "Readiness"},
	} {
		h := &history{History: page.History{Caption: "Readiness"}, figure: report.Level}
		for name, values := range test.series {
			h.add(name, values, false)
		}
		if got := h.finding(); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestGapCaption(t *testing.T) {
	t.Parallel()
	low, high := 0.1, 0.4
	for _, test := range []struct {
		practice, situation []*float64
		want                string
	}{
		{[]*float64{&low, &low}, []*float64{&high, &low}, "The gap to what the service calls for narrowed from 0.30 to 0.00"},
		{[]*float64{&low, &high}, []*float64{nil, nil}, "How you work moved from +0.10 to +0.40; what the service calls for is not always known"},
		{[]*float64{&low, &low}, []*float64{nil, &high}, "How you work stayed at +0.10; what the service calls for is not always known"},
		{[]*float64{nil, &low}, []*float64{&low, &high}, "How you work is not always known"},
	} {
		series := &comparison.Series{Practice: test.practice, Situation: test.situation}
		if got := gapCaption(series); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
