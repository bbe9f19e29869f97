package portfolio_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// drawServices draws services of few teams that share some subjects and depend on each other.
func drawServices(t *rapid.T) []portfolio.Service {
	var services []portfolio.Service
	for i := range rapid.IntRange(0, 12).Draw(t, "services") {
		subject := func(name string) string { return fmt.Sprint("s", rapid.IntRange(0, 8).Draw(t, name)) }
		fit := rapid.Float64Range(0, 3).Draw(t, "fit")
		services = append(services, portfolio.Service{
			Path: fmt.Sprint("p", i), Subject: report.Text(subject("subject")), Fit: &fit,
			Team:         report.Text(rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "team")),
			PracticeBand: rapid.SampledFrom(portfolio.MapBands()).Draw(t, "band"),
			DependsOn:    []string{subject("needed"), subject("other")},
			Warnings:     []string{"w"}, Recommendations: []string{"r"},
		})
	}
	return services
}

func build(services []portfolio.Service, options portfolio.Options) *portfolio.Document {
	builder := portfolio.NewBuilder(options)
	for _, service := range services {
		builder.Add(service)
	}
	return builder.Document(report.Tool{}, []portfolio.Unreadable{})
}

func TestOrderNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		options := portfolio.Options{
			Sort: rapid.SampledFrom(portfolio.SortKeys()).Draw(t, "sort"), By: rapid.SampledFrom(portfolio.GroupKeys()).Draw(t, "by"),
		}
		other := rapid.Permutation(services).Draw(t, "permuted")
		if diff := cmp.Diff(build(services, options), build(other, options)); diff != "" {
			t.Error(diff)
		}
	})
}

// TestDependenciesToTheOtherSide holds for every dependency that it is a clash just where some sheet about what is needed lies on
// the other side, and that one such sheet stands for all.
func TestDependenciesToTheOtherSide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := build(drawServices(t), portfolio.Options{}).Services
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
		for _, clash := range build(services, portfolio.Options{}).Clashes {
			if clash.By == portfolio.ByDependency {
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

func areOpposed(a, b portfolio.Service) bool {
	return report.IsSysOps(a.PracticeBand) && report.IsDevOps(b.PracticeBand) ||
		report.IsDevOps(a.PracticeBand) && report.IsSysOps(b.PracticeBand)
}

// TestBriefCountsAll holds that a brief builder differs in nothing but the lists that it does not keep.
func TestBriefCountsAll(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		whole := build(services, portfolio.Options{By: "team"})
		brief := build(services, portfolio.Options{By: "team", Brief: true})
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
