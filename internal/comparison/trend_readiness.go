package comparison

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// States are the values of questionnaires about readiness alone over the points: readiness and shortfall 0..4, coverage 0..1.
type States struct {
	State      []report.Text `json:"state"`
	Readiness  []*float64    `json:"readiness"`
	LowerBound []*float64    `json:"readiness_lower_bound"`
	Shortfall  []*float64    `json:"shortfall"`
	Coverage   []*float64    `json:"coverage"`
	// Unmet is how many points miss their floor or are unknown; Critical how many of them are critical.
	Unmet    []int `json:"unmet"`
	Critical []int `json:"unmet_critical"`
	// NowMet and NowUnmet are the points, by id, that no longer miss their floor, or do now, compared with the result before; none
	// for the first.
	NowMet   [][]string `json:"now_met"`
	NowUnmet [][]string `json:"now_unmet"`
	// TiersChanged are the questions, by id, that set floors and have another answer than in the result before; none for the first.
	TiersChanged [][]string `json:"tiers_changed"`
}

// CheckedSeries are the values of one axis of questionnaires about readiness alone; in the order of AxisSeries.
type CheckedSeries struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	Readiness  []*float64 `json:"readiness"`
	LowerBound []*float64 `json:"readiness_lower_bound"`
	Floor      []*float64 `json:"floor"`
	Coverage   []*float64 `json:"coverage"`
}

// MarshalJSON writes the axes of questionnaires about readiness alone as the axes.
func (t Trend) MarshalJSON() ([]byte, error) {
	type plain Trend // without this method
	if t.States == nil {
		return report.Marshal(plain(t))
	}
	return report.Marshal(struct {
		plain
		Axes []CheckedSeries `json:"axes"`
	}{plain(t), t.Checked})
}

func stateSeries(docs []*report.Document) *States {
	s := &States{}
	var before []string
	for i, doc := range docs {
		v := doc.Verdict.Readiness
		s.State = append(s.State, v.State)
		s.Readiness, s.LowerBound = append(s.Readiness, v.Readiness.Value), append(s.LowerBound, v.Readiness.LowerBound)
		s.Shortfall, s.Coverage = append(s.Shortfall, v.Shortfall.Value), append(s.Coverage, v.Coverage)
		unmet, critical := []string{}, 0
		for _, u := range v.Readiness.Unmet {
			unmet = append(unmet, u.Question)
			if u.Critical {
				critical++
			}
		}
		if i == 0 {
			before = unmet
		}
		s.Unmet, s.Critical = append(s.Unmet, len(unmet)), append(s.Critical, critical)
		s.NowMet, s.NowUnmet = append(s.NowMet, withoutAll(before, unmet)), append(s.NowUnmet, withoutAll(unmet, before))
		before = unmet
		s.TiersChanged = append(s.TiersChanged, tiersChanged(docs[max(i-1, 0)].Verdict.Readiness, v))
	}
	return s
}

// tiersChanged are the questions that set floors in both results and are answered otherwise; never nil.
func tiersChanged(was, now *report.ReadinessVerdict) []string {
	changed := []string{}
	for _, tier := range now.Tiers {
		same := func(t report.Tier) bool { return t.Question == tier.Question }
		if at := slices.IndexFunc(was.Tiers, same); at >= 0 && was.Tiers[at].Option != tier.Option {
			changed = append(changed, tier.Question)
		}
	}
	return changed
}

// withoutAll are the members of a list that are not in the other one; never nil.
func withoutAll(list, other []string) []string {
	kept := []string{}
	for _, member := range list {
		if !slices.Contains(other, member) {
			kept = append(kept, member)
		}
	}
	return kept
}

func checkedSeries(docs []*report.Document) []CheckedSeries {
	series := []CheckedSeries{}
	axes := func(doc *report.Document) []report.ReadinessAxis { return doc.Checked }
	id := func(a *report.ReadinessAxis) string { return a.ID }
	for _, axis := range unionByID(docs, axes, id) {
		series = append(series, CheckedSeries{ID: axis.ID, Title: cmp.Or(axis.Title, axis.ID)})
	}
	for _, doc := range docs {
		own := byID(doc.Checked, id)
		for i := range series {
			axis, s := cmp.Or(own[series[i].ID], &report.ReadinessAxis{}), &series[i]
			s.Readiness, s.LowerBound = append(s.Readiness, axis.Readiness.Value), append(s.LowerBound, axis.Readiness.LowerBound)
			s.Floor, s.Coverage = append(s.Floor, axis.Floor), append(s.Coverage, axis.Coverage)
		}
	}
	return series
}

// titles are those of the points that came or went, and of the questions that ask for more or less, as the latest result has them.
func (s *States) titles(docs []*report.Document) map[string]string {
	titles := map[string]string{}
	for _, id := range slices.Concat(slices.Concat(s.NowMet...), slices.Concat(s.NowUnmet...), slices.Concat(s.TiersChanged...)) {
		for _, doc := range docs {
			if answer := doc.AnswerTo(id); answer != nil {
				titles[id] = cmp.Or(answer.Title, id)
			}
		}
	}
	return titles
}
