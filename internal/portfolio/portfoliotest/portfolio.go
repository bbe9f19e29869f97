// Package portfoliotest makes portfolios for the tests of any package. Only tests may import it.
package portfoliotest

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

func tool() report.Tool { return report.Tool{Name: "opsfit", Version: "test"} }

// Samples is the portfolio of the answer sheets in testdata, by advice; one of them and a file that cannot be used are
// hostile.
func Samples(t testing.TB) *portfolio.Document {
	t.Helper()
	builder := portfolio.NewBuilder(portfolio.Options{By: "advice"})
	for _, path := range reporttest.Sheets(t, "answers") {
		name := filepath.Base(path)
		service := portfolio.ServiceOf("services/"+name, reporttest.File(t, path))
		if name == "start-up.yaml" {
			service.Path, service.Subject, service.Team = reporttest.Hostile, reporttest.Hostile, reporttest.Hostile
			service.DependsOn = []string{"delivery-platform"}
		}
		builder.Add(service)
	}
	unusable := []portfolio.Unreadable{{Path: reporttest.Hostile, Diagnostics: []portfolio.Complaint{
		{Line: 3, Column: 5, Severity: "error", Code: "unknown-option", Message: "x has no option " + reporttest.Hostile, Hint: reporttest.Hostile},
	}}}
	return builder.Document(tool(), unusable)
}

// Empty is a portfolio without a service.
func Empty() *portfolio.Document {
	return portfolio.NewBuilder(portfolio.Options{}).Document(tool(), []portfolio.Unreadable{})
}

// Many makes a portfolio of n services with the results of the sheets in testdata, moved a little: the same for the same
// n. Many of them lie close together, as in an organisation that has rules for all.
func Many(t testing.TB, n int) *portfolio.Document {
	t.Helper()
	var kinds []portfolio.Service
	for _, path := range reporttest.Sheets(t, "answers") {
		kinds = append(kinds, portfolio.ServiceOf(strings.TrimSuffix(filepath.Base(path), ".yaml"), reporttest.File(t, path)))
	}
	random := rand.New(rand.NewPCG(1, uint64(n))) //nolint:gosec // the same services in every run
	builder := portfolio.NewBuilder(portfolio.Options{By: "team", Sort: "fit"})
	for i := range n {
		service := kinds[random.IntN(len(kinds))]
		service.Path = fmt.Sprintf("services/team-%02d/%s-%04d.yaml", i%40, service.Path, i)
		service.Subject, service.Team = report.Text(fmt.Sprintf("%s-%04d", service.Subject, i)), report.Text(fmt.Sprintf("team-%02d", i%40))
		service.Date = report.Text(fmt.Sprintf("2026-%02d-%02d", 1+random.IntN(12), 1+random.IntN(28)))
		service.Practice, service.PracticeBand = moved(random, service.Practice)
		service.Situation, service.SituationBand = moved(random, service.Situation)
		builder.Add(service)
	}
	return builder.Document(tool(), []portfolio.Unreadable{})
}

// moved is a value on the line a little beside another one, with its band.
func moved(random *rand.Rand, value *float64) (*float64, report.Text) {
	if value == nil {
		return nil, ""
	}
	near := min(1, max(-1, *value+random.NormFloat64()/8))
	return &near, report.Text(score.BandOf(new(big.Rat).SetFloat64(near)))
}
