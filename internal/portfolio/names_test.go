package portfolio_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// TestNames holds that services with the same subject are told apart by no more of their paths than it takes.
func TestNames(t *testing.T) {
	t.Parallel()
	var services []portfolio.Service
	add := func(subject, path string) {
		services = append(services, portfolio.Service{Subject: report.Text(subject), Path: path})
	}
	add("alone", "/srv/answers/alone.yaml")
	add("shop", "/srv/answers/shop.yaml")
	add("Shop", "/srv/answers/shop-quick.yaml")
	add("ledger", "/srv/2025/ledger.yaml")
	add("ledger", "/srv/2026/ledger.yaml")
	add("bare", "bare.yaml")
	add("bare", "old/bare.yaml")
	add("", "/srv/answers/nameless.yaml")
	want := []string{
		"alone", "shop (shop.yaml)", "Shop (shop-quick.yaml)", "ledger (2025/ledger.yaml)", "ledger (2026/ledger.yaml)",
		"bare (bare.yaml)", "bare (old/bare.yaml)", "/srv/answers/nameless.yaml",
	}
	got := map[string]string{}
	for service := range build(services, portfolio.Options{}).Services.All() {
		got[service.Path] = service.Name()
	}
	for i, service := range services {
		if diff := cmp.Diff(want[i], got[service.Path]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", service.Path, diff)
		}
	}
}
