package export_test

import (
	"strings"
	"testing"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestOpenMetricsGolden(t *testing.T) { t.Parallel(); goldens(t, "prom", export.OpenMetrics) }

// TestOpenMetrics reads files with the parser that the textfile collector uses, and holds what OpenMetrics asks beyond it.
func TestOpenMetrics(t *testing.T) {
	t.Parallel()
	sound(t, export.OpenMetrics, func(t rapid.TB, doc *report.Document, text string) {
		parser := expfmt.NewTextParser(model.UTF8Validation)
		families, err := parser.TextToMetricFamilies(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		checkOpenMetrics(t, text)
		for name, family := range families {
			if !strings.HasPrefix(name, "opsfit_") || family.GetHelp() == "" || family.GetType().String() != "GAUGE" {
				t.Fatalf("%s is %v, %q", name, family.GetType(), family.GetHelp())
			}
			for _, metric := range family.GetMetric() {
				label := metric.GetLabel()[0]
				if label.GetName() != "subject" || label.GetValue() != diag.Visible(string(doc.Subject)) || metric.TimestampMs != nil {
					t.Fatalf("%s: %v", name, metric)
				}
			}
		}
		met := 0.0
		for _, metric := range families["opsfit_gate_met"].GetMetric() {
			met += metric.GetGauge().GetValue()
		}
		if want := len(doc.Gates) - len(report.Failed(doc)); int(met) > want {
			t.Fatalf("%v gates are met, want %d", met, want)
		}
	})
}

// checkOpenMetrics holds the rules that the older parser takes for comments: https://prometheus.io/docs/specs/om/open_metrics_spec/
func checkOpenMetrics(t rapid.TB, text string) {
	t.Helper()
	if !strings.HasSuffix(text, "\n# EOF\n") || strings.Count(text, "\n# EOF\n") != 1 {
		t.Fatalf("no single # EOF at the end\n%s", text)
	}
	seen, current := map[string]bool{}, ""
	for line := range strings.Lines(strings.TrimSuffix(text, "# EOF\n")) {
		words := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		fits := strings.HasPrefix(line, current+"{") || strings.HasPrefix(line, current+" ")
		if words[0] == "#" {
			switch words[1] {
			case "TYPE":
				current = words[2]
				fits = !seen[current]
				seen[current] = true
			case "UNIT":
				fits = words[2] == current && strings.HasSuffix(current, "_"+words[3])
			default:
				fits = words[1] == "HELP" && words[2] == current
			}
		}
		if !fits || line == "\n" {
			t.Fatalf("%q under %s\n%s", line, current, text)
		}
	}
}

// TestOpenMetricsLeavesOutWhatIsNull holds that nothing unknown looks like a number.
func TestOpenMetricsLeavesOutWhatIsNull(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"leaning", "quadrant"} {
		text := writtenBy(t, export.OpenMetrics, reporttest.Bare(t, kind))
		if strings.Count(text, "# TYPE") != 1 || !strings.Contains(text, "# TYPE opsfit_assessment_info gauge\n") {
			t.Errorf("%s: %s", kind, text)
		}
	}
}

func BenchmarkOpenMetrics(b *testing.B) { bench(b, export.OpenMetrics) }
