package adr_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func recordOf(t testing.TB, facts adr.Facts) string {
	t.Helper()
	comment, err := facts.Comment()
	if err != nil {
		t.Fatal(err)
	}
	return "# A record\n\nWords of people.\n\n<!-- " + comment + "\n-->\n"
}

func TestFactsComeBack(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		want := adr.FactsOf(reporttest.Frozen(t, sample))
		for name, text := range map[string]string{
			"as written":   recordOf(t, want),
			"with CRLF":    strings.ReplaceAll(recordOf(t, want), "\n", "\r\n"),
			"the last one": recordOf(t, adr.Facts{Schema: adr.Schema}) + recordOf(t, want) + "more words\n",
		} {
			got, found := adr.Read("r.md", []byte(text))
			if got == nil {
				t.Fatalf("%s: %v", name, found)
			}
			if diff := cmp.Diff(&want, got); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", sample, name, diff)
			}
		}
	}
}

// TestFactsCannotLeaveTheirComment puts anything into the facts.
func TestFactsCannotLeaveTheirComment(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		nasty := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"-->", "--!>", "<!--", "]]>", "\n-->\n", `"}`, `\`, `\"`, "\x1b[31m", "\u202e", "\u2028", "{", "[]", ", ", ": ", "\xff",
		})).Draw(t, "text")
		facts := adr.Facts{
			Schema: adr.Schema, Subject: report.Text(nasty), Unknown: []string{nasty, nasty},
			Drivers: []report.Cause{{Question: nasty, Text: nasty}}, Steps: []adr.StepFact{{Title: nasty}},
			Shortfalls: []adr.AxisFact{}, Warnings: []adr.WarningFact{},
		}
		text, err := facts.Text()
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(text, "<>") || strings.ContainsFunc(strings.ReplaceAll(text, "\n", ""), diag.Hidden) || !json.Valid([]byte(text)) {
			t.Fatalf("%q becomes\n%s", nasty, text)
		}
		got, found := adr.Read("r.md", []byte("<!-- "+adr.Schema+"\n"+text+"\n-->"))
		if got == nil || string(got.Subject) != strings.ToValidUTF8(nasty, "\ufffd") {
			t.Fatalf("%q came back as %+v, %v", nasty, got, found)
		}
	})
}

func TestReadFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"no comment", "# A record\n", `r.md:1:1: no facts of an assessment are in it: the comment that begins with "<!-- opsfit.record/v1" is missing; write a new record with opsfit report FILE -f adr [not-a-record]`},
		{"empty comment", "x\n\n<!-- opsfit.record/v1 -->", "r.md:3:1: the comment with the facts is empty"},
		{"cut off", "x\n<!-- opsfit.record/v1\n{\"schema\":", "the file ends before the result does"},
		{"no JSON", "x\n<!-- opsfit.record/v1\n{nope}\n-->", "r.md:3:2: not a JSON result"},
		{"other schema", "<!-- opsfit.record/v1\n{\"schema\": \"opsfit.record/v2\"}\n-->", `the schema is "opsfit.record/v2", this version reads "opsfit.record/v1"`},
		{"too large", strings.Repeat("x", adr.MaxBytes+1), "over 1 MiB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			facts, found := adr.Read("r.md", []byte(test.text))
			if facts != nil || len(found) != 1 || !strings.Contains(found[0].String(), test.want) {
				t.Errorf("got %v, want %s", found, test.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, sample := range questionnairetest.Sheets(f) {
		f.Add([]byte(recordOf(f, adr.FactsOf(reporttest.Frozen(f, sample)))))
	}
	doc := reporttest.Frozen(f, "notes")
	f.Fuzz(func(t *testing.T, data []byte) {
		facts, found := adr.Read("r.md", data)
		if (facts == nil) != found.HasErrors() {
			t.Fatalf("facts %v with diagnostics %v", facts, found)
		}
		if facts == nil {
			return
		}
		var out bytes.Buffer
		if err := report.Encode(&out, adr.Amend(facts, doc)); err != nil {
			t.Fatal(err)
		}
	})
}
