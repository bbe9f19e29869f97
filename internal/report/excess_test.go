package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// items writes a JSON list.
func items(item string, count int) string {
	return "[" + strings.TrimSuffix(strings.Repeat(item+",", count), ",") + "]"
}

// TestDecodeRefusesExcess holds that no list and no text of a forged result can be longer than that of a real one.
func TestDecodeRefusesExcess(t *testing.T) {
	t.Parallel()
	leaning := func(rest string) string {
		return `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "leaning"}` + rest + "}"
	}
	member := func(list string) func(string) string {
		return func(items string) string { return leaning(`, "` + list + `": ` + items) }
	}
	within := func(list, member string) func(string) string {
		return func(items string) string { return leaning(`, "` + list + `": [{"` + member + `": ` + items + `}]`) }
	}
	verdict := func(kind, before, after string) func(string) string {
		return func(items string) string {
			return `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "` + kind + `", ` + before + items + after + `}}`
		}
	}
	tests := []struct {
		name string
		doc  func(items string) string
		item string
		most int
	}{
		{"axes", member("axes"), "{}", 64},
		{"metrics", func(items string) string {
			return `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "quadrant"}, "metrics": ` + items + "}"
		}, "{}", 500},
		{"warnings", member("warnings"), "{}", 1000},
		{"recommendations", member("recommendations"), "{}", 1000},
		{"tips", member("tips"), "{}", 500},
		{"answers", member("answers"), "{}", 500},
		{"gates", member("gates"), "{}", 10_000},
		{"notes", member("notes"), `""`, 10_000},
		{"contributions", within("axes", "contributions"), "{}", 500},
		{"because", within("warnings", "because"), "{}", 500},
		{"because", within("recommendations", "because"), "{}", 500},
		{"blocked_by", within("recommendations", "blocked_by"), `""`, 10_000},
		{"after", within("recommendations", "after"), `""`, 10_000},
		{"verdict.missing", verdict("quadrant", `"missing": `, ""), `""`, 500},
		{"verdict.between", verdict("leaning", `"between": `, ""), `""`, 2},
		{"verdict.combine_because", verdict("leaning", `"combine_because": `, ""), `""`, 1000},
		{"verdict.robustness.band.questions", verdict("leaning", `"robustness": {"band": {"questions": `, "}}"), `""`, 500},
		{"verdict.robustness.side.questions", verdict("leaning", `"robustness": {"side": {"questions": `, "}}"), `""`, 500},
		{"situation.held_by", func(items string) string { return leaning(`, "axes": [{"situation": {"held_by": ` + items + `}}]`) }, "{}", 500},
		{"beyond_limit.by", func(items string) string { return leaning(`, "axes": [{"beyond_limit": {"by": ` + items + `}}]`) }, "{}", 500},
		{"verdict.held.by", verdict("leaning", `"held": {"by": `, "}"), "{}", 32_000},
		{"verdict.readiness.unmet", verdict("leaning", `"readiness": {"unmet": `, "}"), "{}", 500},
		{"verdict.limited_by", verdict("quadrant", `"limited_by": `, ""), `""`, 500},
		{"verdict.situation.between", verdict("leaning", `"situation": {"between": `, "}"), `""`, 2},
		{"verdict.confidence_because", verdict("leaning", `"confidence_because": `, ""), `""`, 1000},
		{"verdict.robustness.advice.one_step", verdict("leaning", `"robustness": {"advice": {"one_step": `, "}}"), "{}", 1000},
		{"verdict.robustness.advice.two_needs", verdict("leaning", `"robustness": {"advice": {"two_needs": `, "}}"), "{}", 2},
		{"what_if.changes", func(items string) string {
			return leaning(`, "what_if": {"changes": ` + items + `, "before": {"verdict": {"kind": "leaning"}}}`)
		}, "{}", 500},
		{"what_if.before.warnings", func(items string) string {
			return leaning(`, "what_if": {"before": {"verdict": {"kind": "leaning"}, "warnings": ` + items + `}}`)
		}, "{}", 1000},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if doc, found := report.Decode("r.json", []byte(test.doc(items(test.item, test.most)))); doc == nil {
				t.Errorf("as many as there can be: %v", found)
			}
			want := fmt.Sprintf(`r.json:1:1: "%s" has %d items, and no result has more than %d; assess its answers again: opsfit assess -a ANSWERS -f json [too-many]`,
				test.name, test.most+1, test.most)
			doc, found := report.Decode("r.json", []byte(test.doc(items(test.item, test.most+1))))
			if doc != nil || len(found) != 1 || found[0].String() != want {
				t.Errorf("got %v, want %s", found, want)
			}
		})
	}
}

func TestDecodeRefusesALongText(t *testing.T) {
	t.Parallel()
	const longest = 4 << 20
	doc := func(text string) []byte {
		return []byte("{\n  \"schema\": \"opsfit.assessment/v2\", \"verdict\": {\"kind\": \"leaning\"},\n  \"subject\": \"" + text + "\"}")
	}
	escaped := strings.Repeat(`\"\\`, 10) + strings.Repeat(`\u202e`, 10)
	for _, text := range []string{strings.Repeat("x", longest), escaped + strings.Repeat("x", longest-30)} {
		if got, found := report.Decode("r.json", doc(text)); got == nil {
			t.Errorf("the longest text is refused: %v", found)
		}
		got, found := report.Decode("r.json", doc(text+"x"))
		want := `r.json:3:14: a text is over 4 MiB, and no result has one so long; assess its answers again: opsfit assess -a ANSWERS -f json [too-long]`
		if got != nil || len(found) != 1 || found[0].String() != want {
			t.Errorf("got %v, want %s", found, want)
		}
	}
}

// TestDecodeAcceptsTheLargestResult writes and reads what a questionnaire gives that has all it may have, with advice that
// rests on every answer.
func TestDecodeAcceptsTheLargestResult(t *testing.T) {
	t.Parallel()
	q, sheet := largest(t)
	result := encode(t, reporttest.Sheet(q, sheet))
	doc, found := report.Decode("largest.json", result)
	if doc == nil {
		t.Fatal(found)
	}
	if len(doc.Answers) != questionnaire.MaxQuestions || len(doc.Axes) != questionnaire.MaxAxes || len(doc.Warnings) == 0 {
		t.Fatalf("%d answers, %d axes, %d warnings: not the largest", len(doc.Answers), len(doc.Axes), len(doc.Warnings))
	}
	if !bytes.Equal(result, encode(t, doc)) {
		t.Error("the result came back otherwise")
	}
}

// largest has 500 questions with 20 options on 64 axes. The first option is chosen, but for a few questions.
func largest(t testing.TB) (*questionnaire.Questionnaire, *answers.Sheet) {
	t.Helper()
	var text strings.Builder
	text.WriteString("id: largest\nversion: 1.0.0\ntitle: The largest\naxes:\n")
	for i := range questionnaire.MaxAxes {
		fmt.Fprintf(&text, "  - {id: axis%d, title: Axis %d}\n", i, i)
	}
	text.WriteString("questions:\n")
	for i := range questionnaire.MaxQuestions {
		axis, value := i%questionnaire.MaxAxes, "position"
		switch i / questionnaire.MaxAxes % 4 {
		case 0, 1:
			fmt.Fprintf(&text, "  - {id: question%d, axis: axis%d, measures: lean, text: T, options: [", i, axis)
		case 2:
			fmt.Fprintf(&text, "  - {id: question%d, axis: axis%d, measures: readiness, text: T, options: [", i, axis)
			value = "readiness"
		default:
			fmt.Fprintf(&text, "  - {id: question%d, affects: {axis%d: 1}, measures: context, text: T, options: [", i, axis)
		}
		for j := range 20 {
			fmt.Fprintf(&text, "{id: option%d, text: T, %s: %.2f}, ", j, value, float64(j)/20)
		}
		text.WriteString("]}\n")
	}
	text.WriteString("warnings:\n")
	for i := range 30 {
		fmt.Fprintf(&text, "  - {id: warning%d, severity: info, text: T, when: {metric: fit, gte: 0}}\n", i)
	}
	q := questionnairetest.Load(t, "largest.yaml", text.String())
	sheet := &answers.Sheet{Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		sheet.Answers[question.ID] = answers.Answer{
			Status: answers.Answered, Option: question.Options[0].ID, Note: strings.Repeat("n", 1000), Source: answers.Person,
		}
		if i%50 == 0 {
			sheet.Answers[question.ID] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
		}
	}
	return q, sheet
}
