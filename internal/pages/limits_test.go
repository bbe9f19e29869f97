package pages_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestLimits shows what a terminal tells of practice beyond a limit, and of limits that contradict each other.
func TestLimits(t *testing.T) {
	t.Parallel()
	for name, doc := range map[string]*report.Document{"beyond": beyondLimit(t), "clash": clashOfLimits(t)} {
		p := pages.Assessment(doc)
		goldenScreens(t, "assessment/"+name, p)
		golden(t, "assessment/"+name+".txt", textOf(t, p))
	}
}

// beyondLimit is a team that works the DevOps way where a body outside must approve each change.
func beyondLimit(t *testing.T) *report.Document {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, "typical")
	other, _, err := sheet.Suppose(q, "audit=body")
	if err != nil {
		t.Fatal(err)
	}
	return reporttest.Sheet(q, other)
}

// clashOfLimits is the example of the methodology for limits that leave nothing allowed. No shipped questionnaire has such.
func clashOfLimits(t *testing.T) *report.Document {
	t.Helper()
	read := func(name string) []byte {
		text, err := os.ReadFile(filepath.Join("../methodology", name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	q, found := questionnaire.Load(questionnaire.Source{Name: "example.yaml", Bytes: read("example.yaml")}, nil)
	if q == nil {
		t.Fatal(found)
	}
	file, found := answers.Parse("example_clash.yaml", read("example_clash.yaml"))
	if file == nil {
		t.Fatal(found)
	}
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	return reporttest.Sheet(q, sheet)
}
