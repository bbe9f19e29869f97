// Package portfoliotest makes portfolios for the tests of any package. Only tests may import it.
package portfoliotest

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

// Samples is the portfolio of the frozen answers files, by advice. One of them and a file that cannot be used are hostile.
func Samples(t testing.TB) *portfolio.Document {
	t.Helper()
	builder := portfolio.NewBuilder(portfolio.Options{Tool: tool(), By: "advice"})
	addFrozen(t, builder)
	return builder.Document()
}

// Filtered is Samples with those only that have a fit below 90.
func Filtered(t testing.TB) *portfolio.Document {
	t.Helper()
	asked, found := condition.ParseTest("fit < 90", condition.Metrics())
	if len(found) > 0 {
		t.Fatal(found)
	}
	builder := portfolio.NewBuilder(portfolio.Options{Tool: tool(), Where: []condition.Condition{asked}})
	addFrozen(t, builder)
	return builder.Document()
}

func addFrozen(t testing.TB, builder *portfolio.Builder) {
	t.Helper()
	for _, name := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, name)
		if !builder.Meets(doc) {
			continue
		}
		service := portfolio.ServiceOf("services/"+name+".yaml", doc)
		if name == "hostile" {
			service.Path, service.DependsOn = "services/"+reporttest.Hostile, []string{"Billing"}
		}
		builder.AddService(&service)
		builder.AddTitles(doc)
	}
	builder.AddUnreadable(portfolio.NewUnreadable(reporttest.Hostile, diag.List{{
		Severity: diag.Error, Code: "unknown-option", Pos: diag.Pos{Line: 3, Column: 5},
		Message: "x has no option " + diag.Quote(reporttest.Hostile), Hint: diag.Visible(reporttest.Hostile),
	}}))
}

// Launches is the portfolio of the frozen answers to the frozen checklist, by state.
func Launches(t testing.TB) *portfolio.Document {
	t.Helper()
	builder := portfolio.NewBuilder(portfolio.Options{Tool: tool(), By: "state"})
	addLaunches(t, builder)
	return builder.Document()
}

// Mixed is Samples with Launches.
func Mixed(t testing.TB) *portfolio.Document {
	t.Helper()
	builder := portfolio.NewBuilder(portfolio.Options{Tool: tool(), By: "questionnaire"})
	addFrozen(t, builder)
	addLaunches(t, builder)
	return builder.Document()
}

func addLaunches(t testing.TB, builder *portfolio.Builder) {
	t.Helper()
	for _, name := range questionnairetest.Launches(t) {
		doc := reporttest.FrozenLaunch(t, name)
		service := portfolio.ServiceOf("launches/"+name+".yaml", doc)
		builder.AddService(&service)
		builder.AddTitles(doc)
	}
}

// Empty is a portfolio without a service.
func Empty() *portfolio.Document {
	return portfolio.NewBuilder(portfolio.Options{Tool: tool()}).Document()
}

// Many makes a portfolio of n services with the results of the frozen answers files, moved a little: the same for the same
// n. Many of them lie close together, as in an organisation that has rules for all.
func Many(t testing.TB, n int) *portfolio.Document {
	t.Helper()
	var kinds []portfolio.Service
	for _, name := range questionnairetest.Sheets(t) {
		kinds = append(kinds, portfolio.ServiceOf(name, reporttest.Frozen(t, name)))
	}
	random := rand.New(rand.NewPCG(1, uint64(n))) //nolint:gosec // the same services in every run
	builder := portfolio.NewBuilder(portfolio.Options{Tool: tool(), By: "team", Sort: "fit"})
	for i := range n {
		service := kinds[random.IntN(len(kinds))]
		service.Subject, service.Team = report.Text(fmt.Sprintf("%s-%04d", service.Path, i)), report.Text(fmt.Sprintf("team-%02d", i%40))
		service.Path = fmt.Sprintf("services/%s/%s.yaml", service.Team, service.Subject)
		service.Date = report.Text(fmt.Sprintf("2026-%02d-%02d", 1+random.IntN(12), 1+random.IntN(28)))
		service.Practice, service.PracticeBand = moved(random, service.Practice)
		service.Situation, service.SituationBand = moved(random, service.Situation)
		builder.AddService(&service)
	}
	return builder.Document()
}

// moved is a value on the line a little beside another one, with its band.
func moved(random *rand.Rand, value *float64) (*float64, report.Text) {
	if value == nil {
		return nil, ""
	}
	near := min(1, max(-1, *value+random.NormFloat64()/8))
	return &near, report.Text(score.BandOf(new(big.Rat).SetFloat64(near)))
}

func tool() report.Tool { return report.Tool{Name: "opsfit", Version: "test"} }
