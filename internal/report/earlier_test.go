package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func TestEarlierAnswers(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, result, want, fault string }{
		{
			"every status", `{"schema": "opsfit.assessment/v1", "questionnaire": {"id": "full", "version": "1.0.0", "title": "Full"},
			"subject": "pay", "team": null, "date": "2026-10-14", "respondent": {"name": "Ines", "role": null}, "answers": [
			{"question": "a", "status": "answered", "option": "x", "note": "seen", "source": "person", "value": 0.5},
			{"question": "b", "status": "dont_know", "option": null},
			{"question": "c", "status": "not_applicable", "reason": "no data", "note": "no data"},
			{"question": "d", "status": "skipped", "option": null}]}`,
			`{"answers":{"a":{"note":"seen","option":"x","source":"person"},"b":{"option":"dont_know"},"c":{"not_applicable":"no data"}},` +
				`"date":"2026-10-14","questionnaire":"full","questionnaire_version":"1.0.0","respondent":{"name":"Ines"},"subject":"pay"}`, "",
		},
		{"nothing", `{"schema": "opsfit.assessment/v1"}`, `{"answers":{}}`, ""},
		{
			"a what-if", `{"schema": "opsfit.assessment/v1", "what_if": {"changes": []}}`, "",
			"old.json:1:1: this result of an earlier opsfit is a what-if, so its answers are not those that were given; " +
				"assess its answers again: opsfit assess -a ANSWERS -f json [what-if]",
		},
		{
			"cut off", `{"schema": "opsfit.assessment/v1", "answers": [`, "",
			"old.json:1:1: the file ends before the result does, so it may have been cut off; assess its answers again: opsfit assess -a ANSWERS -f json [not-a-result]",
		},
		{
			"of other types", `{"schema": "opsfit.assessment/v1", "answers": [{"question": {}}]}`, "",
			`old.json:1:61: "answers.question" is an object, which no result has there; ` +
				"assess its answers again: opsfit assess -a ANSWERS -f json [not-a-result]",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, found := report.EarlierAnswers("old.json", []byte(test.result))
			if string(got) != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if test.fault == "" && found != nil || test.fault != "" && found.Error() != test.fault {
				t.Errorf("found %v, want %s", found, test.fault)
			}
		})
	}
}

func TestDecodeRefusesAnEarlierResult(t *testing.T) {
	t.Parallel()
	const want = `old.json:1:1: an earlier opsfit wrote this result, and its figures mean something else today; ` +
		`assess its answers again: opsfit assess -a ANSWERS -f json [earlier-schema]`
	if doc, found := report.Decode("old.json", []byte(`{"schema": "opsfit.assessment/v1"}`)); doc != nil || found.Error() != want {
		t.Errorf("got %v", found)
	}
}
