package panel_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/panel"
	"github.com/opsfit/opsfit/internal/report"
)

// drawServices draws services of few teams that share some subjects and depend on each other.
func drawServices(t *rapid.T) []report.Service {
	var services []report.Service
	for i := range rapid.IntRange(0, 12).Draw(t, "services") {
		subject := func(name string) string { return fmt.Sprint("s", rapid.IntRange(0, 8).Draw(t, name)) }
		fit := rapid.Float64Range(0, 3).Draw(t, "fit")
		services = append(services, report.Service{
			Path: fmt.Sprint("p", i), Subject: report.Text(subject("subject")), Fit: &fit,
			Team:         report.Text(rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "team")),
			PracticeBand: rapid.SampledFrom(report.MapBands()).Draw(t, "band"),
			DependsOn:    []string{subject("needed"), subject("other")},
			Warnings:     []string{"w"}, Recommendations: []string{"r"},
		})
	}
	return services
}

func gathered(services []report.Service, arranged panel.Arrangement) *report.Portfolio {
	gathering := panel.NewGathering(arranged)
	for _, service := range services {
		gathering.Add(service)
	}
	return gathering.Portfolio(report.Tool{}, []report.Unreadable{})
}

func TestGatheringOrderNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		arranged := panel.Arrangement{
			Sort: rapid.SampledFrom(panel.SortKeys()).Draw(t, "sort"), By: rapid.SampledFrom(panel.GroupKeys()).Draw(t, "by"),
		}
		other := rapid.Permutation(services).Draw(t, "permuted")
		if diff := cmp.Diff(gathered(services, arranged), gathered(other, arranged)); diff != "" {
			t.Error(diff)
		}
	})
}

// TestDependenciesToTheOtherSide holds for every dependency that it is a clash just where some sheet about what is needed lies on
// the other side, and that one such sheet stands for all.
func TestDependenciesToTheOtherSide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := gathered(drawServices(t), panel.Arrangement{}).Services
		want := map[[2]string]string{}
		for _, service := range services {
			for _, needed := range service.DependsOn {
				for _, other := range services {
					key := [2]string{service.Name(), needed}
					if string(other.Subject) == needed && areOpposed(service, other) && (want[key] == "" || other.Name() < want[key]) {
						want[key] = other.Name()
					}
				}
			}
		}
		pairs, got := map[string]bool{}, map[string]bool{}
		for key, other := range want {
			pairs[key[0]+" "+other] = true
		}
		for _, clash := range gathered(services, panel.Arrangement{}).Clashes {
			if clash.By == report.ByDependency {
				other := clash.SysOps[0]
				if other == clash.Name {
					other = clash.DevOps[0]
				}
				got[clash.Name+" "+other] = true
			}
		}
		if diff := cmp.Diff(pairs, got); diff != "" {
			t.Error(diff)
		}
	})
}

func areOpposed(a, b report.Service) bool {
	return report.IsSysOps(a.PracticeBand) && report.IsDevOps(b.PracticeBand) ||
		report.IsDevOps(a.PracticeBand) && report.IsSysOps(b.PracticeBand)
}

// TestBriefCountsAll holds that a brief gathering differs in nothing but the lists that it does not keep.
func TestBriefCountsAll(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		whole := gathered(services, panel.Arrangement{By: "team"})
		brief := gathered(services, panel.Arrangement{By: "team", Brief: true})
		for i := range whole.Services {
			whole.Services[i].Warnings, whole.Services[i].Recommendations = nil, nil
		}
		if diff := cmp.Diff(whole, brief); diff != "" {
			t.Error(diff)
		}
		if want := len(services); brief.Summary.Warnings["w"] != want {
			t.Errorf("%d services have the warning, want %d", brief.Summary.Warnings["w"], want)
		}
	})
}
