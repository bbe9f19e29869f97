package pages

import (
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// labelFit names the fit of practice and situation.
const labelFit = "Fit"

// labelReadiness names the readiness of the whole.
const labelReadiness = "Readiness"

// fitRuler shows the fit between the words for it; nothing where practice or situation is not scored.
func fitRuler(doc *report.Document, told *verdict.Telling) []page.Block {
	v := doc.Verdict.Leaning
	if v == nil || told.Fit == "" || v.ShownFit().Value == nil {
		return nil
	}
	figure := report.FitFigure(v.Fit)
	return []page.Block{page.Chart{
		ID: "fit", Caption: told.Fit, Scale: fitScale(), Rows: []page.Row{{
			Name: labelFit, Spoken: figure + " out of 100, " + report.FitWord(v.Fit.Word),
			Marks: []page.Mark{{Kind: page.Value, At: *v.Fit.Value, Label: figure}},
		}},
	}}
}
