package gate_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

// figures are made up: a value for each metric with its axis.
type figures map[string]string

func (f figures) made() *condition.Figures {
	made := &condition.Figures{}
	for subject, number := range f {
		value, _ := new(big.Rat).SetString(number)
		asked, _ := condition.ParseSubject(subject, condition.Metrics())
		to := &made.Overall
		if asked.Axis != condition.Overall {
			made.Axes = append(made.Axes, condition.AxisFigures{ID: asked.Axis})
			to = &made.Axes[len(made.Axes)-1].Numbers
		}
		to[asked.Metric] = condition.Exact(value)
	}
	return made
}

// at places a text as a flag does.
func at(text string) diag.Placed {
	return diag.Placed{Text: text, File: "--flag", Pos: diag.Pos{Line: 1, Column: 1}}
}

func all(texts ...string) []diag.Placed {
	var list []diag.Placed
	for i, text := range texts {
		list = append(list, diag.Placed{Text: text, File: "--flag", Pos: diag.Pos{Line: i + 1, Column: 1}})
	}
	return list
}

func set(t testing.TB, wanted gate.Wanted) gate.Set {
	t.Helper()
	set, found := gate.Read(wanted)
	if found != nil {
		t.Fatal(found)
	}
	return set
}

// scoreResult is a document in which everything could be computed; tests take out what they need to miss.
func scoreResult() *report.Document {
	axis := func(id string) report.Axis {
		return report.Axis{
			ID: id, Title: id, Practice: report.Practice{Value: new(0.1), Scored: true},
			Situation: report.AxisSituation{Situation: report.Situation{Value: new(0.2), Scored: true}},
			Floor:     new(2.0), Readiness: report.Readiness{Value: new(1.0)}, Coverage: new(1.0),
		}
	}
	return &report.Document{
		Questionnaire: report.QuestionnaireRef{ID: "full", Version: "1.0.0", Digest: "sha256:a", Advice: true},
		Date:          "2026-10-01",
		Verdict: report.Verdict{Leaning: &report.Leaning{
			Kind: "leaning", Practice: report.Practice{Value: new(0.1), Scored: true},
			Situation:  report.OverallSituation{Situation: report.Situation{Value: new(0.2), Scored: true}, Coverage: new(1.0)},
			Confidence: "medium", Robustness: &report.Robustness{Side: report.Flip{Steps: new(3)}},
		}},
		Axes: []report.Axis{axis("delivery"), axis("stability")},
		Answers: []report.Answer{
			{Question: "pace", Status: "answered"}, {Question: "guard", Status: "not_applicable"}, {Question: "harm", Status: "dont_know"},
		},
	}
}

// run is a frozen sheet that went through the whole pipeline.
type run struct {
	q       *questionnaire.Questionnaire
	sheet   *answers.Sheet
	leaning *score.Leaning
	doc     *report.Document
}

func sample(t testing.TB, name string) run {
	t.Helper()
	return assess(reporttest.FrozenSheet(t, name))
}

func assess(q *questionnaire.Questionnaire, sheet *answers.Sheet) run {
	return run{q, sheet, score.Score(q, sheet).Leaning, reporttest.Sheet(q, sheet)}
}

// leaningSamples are the frozen sheets that lead to a leaning.
func leaningSamples() []string {
	return []string{"fitting", "hostile", "notes", "short", "sparse", "typical", "unknown"}
}
