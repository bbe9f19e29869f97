package comparison_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func shipped(t testing.TB, id string) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Shipped(t, id)
}

// anyResult draws answers to a questionnaire and scores them.
func anyResult(t *rapid.T, tb testing.TB, q *questionnaire.Questionnaire, label string) *report.Document {
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		choices := []string{"dont_know", "-"}
		if question.AllowNA {
			choices = append(choices, "na")
		}
		for j := range question.Options {
			// Most questions are answered, so that most results are scored.
			choices = append(choices, question.Options[j].ID, question.Options[j].ID)
		}
		if chosen := rapid.SampledFrom(choices).Draw(t, label+" "+question.ID); chosen != "-" {
			given[question.ID] = chosen
		}
	}
	return reporttest.Answers(tb, q, comparisontest.Sheet(q.ID, "subject: "+label, given))
}

func encoded(t testing.TB, value any) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Encode(&out, value); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) {
		t.Fatal("not valid JSON")
	}
	return out.String()
}

// anySheet answers every question of a questionnaire with one option or another.
func anySheet(t testing.TB, q *questionnaire.Questionnaire, seed int) *report.Document {
	given := map[string]string{}
	for i := range q.Questions {
		options := q.Questions[i].Options
		given[q.Questions[i].ID] = options[(seed+i)%len(options)].ID
	}
	return reporttest.Answers(t, q, comparisontest.Sheet(q.ID, "", given))
}
