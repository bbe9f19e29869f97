package portfolio_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// bands are those of practice, from SysOps to DevOps, and that of an outcome questionnaire.
func bands() []report.Text {
	return []report.Text{"strong_sysops", "leaning_sysops", "hybrid", "leaning_devops", "strong_devops", ""}
}

// drawServices draws services of few teams that share some subjects and depend on each other.
func drawServices(t *rapid.T) []portfolio.Service {
	figure := func(name string) *float64 {
		return rapid.Ptr(rapid.Float64Range(-1, 3), true).Draw(t, name)
	}
	text := func(name string) report.Text {
		return rapid.SampledFrom([]report.Text{"", "a", "b", "2026-01-02"}).Draw(t, name)
	}
	ids := rapid.SliceOfN(rapid.SampledFrom([]string{"w", "v", "u"}), 0, 3)
	var services []portfolio.Service
	for i := range rapid.IntRange(0, 12).Draw(t, "services") {
		subject := func(name string) string { return fmt.Sprint("s", rapid.IntRange(0, 8).Draw(t, name)) }
		services = append(services, portfolio.Service{
			Path: fmt.Sprint("p", i), Subject: report.Text(subject("subject")), Team: text("team"), Date: text("date"),
			Questionnaire: "full", PracticeBand: rapid.SampledFrom(bands()).Draw(t, "band"), SituationBand: text("situation band"),
			Practice: figure("practice"), Situation: figure("situation"), Fit: figure("fit"), Readiness: figure("readiness"),
			Shortfall: figure("shortfall"), Coverage: figure("coverage"), NeedCoverage: figure("need coverage"), Weakest: figure("weakest"), Held: text("held"), FitWord: text("fit word"), Advice: text("advice"),
			Confidence: text("confidence"), DependsOn: []string{subject("needed"), subject("other")},
			Warnings: append([]string{}, ids.Draw(t, "warnings")...), Recommendations: append([]string{}, ids.Draw(t, "steps")...),
		})
	}
	return services
}

func build(services []portfolio.Service, options portfolio.Options) *portfolio.Document {
	builder := portfolio.NewBuilder(options)
	for i := range services {
		builder.AddService(&services[i])
	}
	return builder.Document()
}

func listed(doc *portfolio.Document) []portfolio.Service { return slices.Collect(doc.Services.All()) }

// TestServicesAreKept holds that nothing of a service is lost or exchanged, whatever it has in common with others.
func TestServicesAreKept(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		doc := build(services, portfolio.Options{})
		slices.SortFunc(services, func(a, b portfolio.Service) int { return strings.Compare(a.Path, b.Path) })
		if diff := cmp.Diff(services, listed(doc), cmpopts.IgnoreFields(portfolio.Service{}, "PathParts"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("(-added +listed):\n%s", diff)
		}
		if doc.Services.Len() != len(services) || doc.Summary.Services != len(services) {
			t.Errorf("%d services, counted %d, want %d", doc.Services.Len(), doc.Summary.Services, len(services))
		}
	})
}

func TestOrderNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		sort := rapid.SampledFrom([]string{"", "-"}).Draw(t, "direction") + rapid.SampledFrom(portfolio.SortKeys()).Draw(t, "sort")
		options := portfolio.Options{Sort: sort, By: rapid.SampledFrom(portfolio.GroupKeys()).Draw(t, "by")}
		one, other := build(services, options), build(rapid.Permutation(services).Draw(t, "permuted"), options)
		if diff := cmp.Diff(listed(one), listed(other)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(one.Totals, other.Totals); diff != "" {
			t.Error(diff)
		}
	})
}

// TestSort holds that services are in the order of a figure, with those that have none at the end in either direction.
func TestSort(t *testing.T) {
	t.Parallel()
	number := func(v float64) *float64 { return &v }
	services := []portfolio.Service{
		{Path: "a", Fit: number(50), Team: "x"}, {Path: "b"}, {Path: "c", Fit: number(10), Team: "y"}, {Path: "d", Fit: number(50)},
	}
	for sort, want := range map[string]string{
		"": "abcd", "-path": "dcba", "fit": "cadb", "-fit": "adcb", "team": "acbd", "-team": "cabd", "readiness": "abcd",
	} {
		got := ""
		for _, service := range listed(build(services, portfolio.Options{Sort: sort})) {
			got += service.Path
		}
		if got != want {
			t.Errorf("sorted by %q: %s, want %s", sort, got, want)
		}
	}
}

// TestConditionsLeaveOut holds that what does not meet every condition is counted, and that the document says so.
func TestConditionsLeaveOut(t *testing.T) {
	t.Parallel()
	var where []condition.Condition
	for _, text := range []string{"fit < 70", "readiness.pace < 3"} {
		asked, found := condition.ParseTest(text, condition.Metrics())
		if len(found) > 0 {
			t.Fatal(found)
		}
		where = append(where, asked)
	}
	builder := portfolio.NewBuilder(portfolio.Options{Where: where})
	for _, test := range []struct {
		fit, readiness  float64
		unscored, meets bool
	}{{60, 2, false, true}, {70, 2, false, false}, {60, 3, false, false}, {60, 2, true, false}} {
		doc := &report.Document{
			Verdict: report.Verdict{Leaning: &report.Leaning{
				Practice: report.Practice{Scored: !test.unscored}, Situation: report.OverallSituation{Situation: report.Situation{Scored: true}},
				Fit: report.Fit{Value: &test.fit},
			}},
			Axes: []report.Axis{{ID: "pace", Readiness: report.Readiness{Value: &test.readiness}}},
		}
		if got := builder.Meets(doc); got != test.meets {
			t.Errorf("fit %v (unscored: %t), readiness %v: meets is %t", test.fit, test.unscored, test.readiness, got)
		}
	}
	want := &portfolio.Filter{Conditions: []string{"fit < 70", "readiness.pace < 3"}, LeftOut: 3}
	if diff := cmp.Diff(want, builder.Document().Filter); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownAxis(t *testing.T) {
	t.Parallel()
	asked, _ := condition.ParseTest("fit.pase < 70", condition.Metrics())
	builder := portfolio.NewBuilder(portfolio.Options{Where: []condition.Condition{asked}})
	if place, _ := builder.UnknownAxis(); place >= 0 {
		t.Error("without a result no axis is unknown")
	}
	builder.Meets(&report.Document{Axes: []report.Axis{{ID: "pace"}}})
	if place, known := builder.UnknownAxis(); place != 0 || !slices.Equal(known, []string{"pace"}) {
		t.Errorf("condition %d is on an unknown axis, known are %v", place, known)
	}
	builder.Meets(&report.Document{Axes: []report.Axis{{ID: "pase"}}})
	if place, _ := builder.UnknownAxis(); place >= 0 {
		t.Error("an axis of a later result is unknown")
	}
}

// TestCountOnly holds that what keeps no services counts the same.
func TestCountOnly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		services := drawServices(t)
		whole, counted := build(services, portfolio.Options{By: "team"}), build(services, portfolio.Options{By: "team", CountOnly: true})
		if diff := cmp.Diff(whole.Totals, counted.Totals, cmpopts.IgnoreFields(portfolio.Totals{}, "Clashes")); diff != "" {
			t.Error(diff)
		}
		if n := counted.Services.Len(); n > 0 {
			t.Errorf("%d services are kept", n)
		}
	})
}

// TestOneTitleInAnyOrder holds that a rule with two titles is called the same whichever file is read first.
func TestOneTitleInAnyOrder(t *testing.T) {
	t.Parallel()
	titled := func(title string) *report.Document {
		return &report.Document{Warnings: []report.Warning{{ID: "no_net", Title: title}}}
	}
	for _, order := range [][]string{{"No net", "Lack of a net", ""}, {"", "Lack of a net", "No net"}} {
		builder := portfolio.NewBuilder(portfolio.Options{})
		for _, title := range order {
			builder.AddTitles(titled(title))
		}
		if got := builder.Document().Titles["no_net"]; got != "Lack of a net" {
			t.Errorf("%q: got %q", order, got)
		}
	}
}
