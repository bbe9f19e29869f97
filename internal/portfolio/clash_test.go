package portfolio_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

func TestTeamsOnBothSides(t *testing.T) {
	t.Parallel()
	services := []portfolio.Service{
		{Path: "1", Subject: "till", Team: "shop", PracticeBand: "strong_sysops"},
		{Path: "2", Subject: "basket", Team: "shop", PracticeBand: "leaning_devops"},
		{Path: "3", Team: "shop", PracticeBand: "hybrid"},
		{Path: "4", Team: "search", PracticeBand: "leaning_devops"},
		{Path: "5", PracticeBand: "strong_sysops"},
		{Path: "6", PracticeBand: "leaning_devops"},
		{Path: "7", Subject: "till", Team: "shop", PracticeBand: "leaning_sysops"},
	}
	want := []portfolio.Clash{
		{By: portfolio.ByTeam, Name: "shop", SysOps: []string{"till (1)", "till (7)"}, DevOps: []string{"basket"}},
	}
	if diff := cmp.Diff(want, build(services, portfolio.Options{}).Clashes); diff != "" {
		t.Error(diff)
	}
}

// TestNamesAreComparedWithoutCase holds that one team, service or group stays one however people write it, whatever comes first.
func TestNamesAreComparedWithoutCase(t *testing.T) {
	t.Parallel()
	services := []portfolio.Service{
		{Path: "1", Subject: "Till", Team: "shop", PracticeBand: "strong_sysops"},
		{Path: "2", Subject: "basket", Team: "Shop ", PracticeBand: "leaning_devops", DependsOn: []string{"TILL"}},
		{Path: "3", Subject: "till", Team: "SHOP", PracticeBand: "hybrid"},
	}
	want := []portfolio.Clash{
		{By: portfolio.ByTeam, Name: "SHOP", SysOps: []string{"Till (1)"}, DevOps: []string{"basket"}},
		{By: portfolio.ByDependency, Name: "basket", SysOps: []string{"Till (1)"}, DevOps: []string{"basket"}},
	}
	for range 2 {
		doc := build(services, portfolio.Options{By: "team"})
		if diff := cmp.Diff(want, doc.Clashes); diff != "" {
			t.Error(diff)
		}
		if len(doc.Groups) != 1 || doc.Groups[0].Name != "SHOP" || doc.Groups[0].Summary.Services != 3 {
			t.Errorf("the groups are %+v", doc.Groups)
		}
		slices.Reverse(services)
	}
}

// TestDependenciesToTheOtherSide holds for every dependency that it is a clash just where some sheet about what is needed lies on
// the other side, and that one such sheet stands for all.
func TestDependenciesToTheOtherSide(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := listed(build(drawServices(t), portfolio.Options{}))
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
