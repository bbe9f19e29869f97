package pages_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// methods is the methodology with the values of the frozen questionnaire; its example of metrics answers the shipped ones.
func methods(t testing.TB) *methodology.Document {
	t.Helper()
	doc, err := methodology.Build(report.Tool{Name: "opsfit", Version: "1.0.0"}, methodology.Shipped{
		Full: questionnairetest.Frozen(t), Metrics: questionnairetest.Shipped(t, "dora"),
		Launch: questionnairetest.FrozenLaunch(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestMethodologyGolden(t *testing.T) {
	t.Parallel()
	doc := methods(t)
	golden(t, "methodology/all.txt", textOf(t, pages.Methodology(doc)))
	goldenPage(t, "methodology/fit", pages.Methodology(doc.Only([]string{"bands", "fit"})))
}
