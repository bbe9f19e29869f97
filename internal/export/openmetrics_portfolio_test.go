package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team/teamtest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// parsed reads metrics with the parser that the textfile collector uses, and holds that no series is there twice. It returns the
// helps by name.
func parsed(t rapid.TB, text string) map[string]string {
	t.Helper()
	checkVisible(t, text)
	checkOpenMetrics(t, text)
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	helps, seen := map[string]string{}, map[string]bool{}
	for name, family := range families {
		helps[name] = family.GetHelp()
		for _, metric := range family.GetMetric() {
			series := name
			for _, label := range metric.GetLabel() {
				series += "\x00" + label.GetName() + "\x00" + label.GetValue()
			}
			if seen[series] {
				t.Fatalf("%q is there twice", series)
			}
			seen[series] = true
		}
	}
	return helps
}

func portfolioMetrics(t rapid.TB, doc *portfolio.Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := export.PortfolioOpenMetrics(&out, doc); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestPortfolioMetrics holds that any two services are apart, whatever they are called.
func TestPortfolioMetrics(t *testing.T) {
	t.Parallel()
	for _, doc := range portfolios(t) {
		parsed(t, portfolioMetrics(t, doc))
	}
	names := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a", "a\x1b", `a\x1b`, attack, `"`, `\`, "\n", `\n`, "a (2)"}))
	rapid.Check(t, func(t *rapid.T) {
		builder, paths := portfolio.NewBuilder(portfolio.Options{}), map[string]bool{}
		for range rapid.IntRange(0, 8).Draw(t, "services") {
			path := names.Draw(t, "path")
			if paths[path] {
				continue
			}
			paths[path] = true
			builder.AddService(&portfolio.Service{
				Path: path, Subject: report.Text(names.Draw(t, "subject")), Team: report.Text(names.Draw(t, "team")), Questionnaire: "full",
				Kind: "leaning", Fit: new(rapid.Float64Range(0, 100).Draw(t, "fit")),
			})
		}
		text := portfolioMetrics(t, builder.Document())
		parsed(t, text)
		if got := strings.Count(text, "\nopsfit_fit{"); got != len(paths) {
			t.Fatalf("%d services have a fit, want %d\n%s", got, len(paths), text)
		}
	})
}

func TestTeamMetrics(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, "testdata/team.txtar", *update)
	for name, doc := range teamtest.Documents(t) {
		var out bytes.Buffer
		if err := export.TeamOpenMetrics(&out, doc); err != nil {
			t.Fatal(err)
		}
		parsed(t, out.String())
		for role := range doc.Roles {
			if strings.Contains(out.String(), `"`+role+`"`) {
				t.Errorf("%s tells of the role %s", name, role)
			}
		}
		if name != "roles" {
			archive.Check(t, name+".prom", out.String())
		}
	}
}

// TestOneHelpForEachName holds that a folder may have files of every kind: a collector refuses two helps.
func TestOneHelpForEachName(t *testing.T) {
	t.Parallel()
	helps := map[string]string{}
	var texts []string
	for _, doc := range documents(t) {
		texts = append(texts, writtenBy(t, export.OpenMetrics, doc))
	}
	for _, doc := range portfolios(t) {
		texts = append(texts, portfolioMetrics(t, doc))
	}
	for _, text := range texts {
		for name, help := range parsed(t, text) {
			if known, found := helps[name]; found && known != help {
				t.Errorf("%s has the help %q, elsewhere %q", name, help, known)
			}
			helps[name] = help
		}
	}
	if len(helps) < 30 {
		t.Errorf("only %d names", len(helps))
	}
}
