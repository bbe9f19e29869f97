package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var update = flag.Bool("update", false, "rewrite the golden results in testdata")

// TestDecodeEncode holds the promise of `opsfit report`: a saved result comes out as the bytes that went in.
func TestDecodeEncode(t *testing.T) {
	t.Parallel()
	for _, name := range questionnairetest.Sheets(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			first := encode(t, reporttest.Frozen(t, name))
			doc, found := report.Decode("a.json", first)
			if doc == nil {
				t.Fatal(found)
			}
			if diff := cmp.Diff(string(first), string(encode(t, doc))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestGoldenResults holds the whole result of each frozen sheet as other programs read it; -update rewrites them.
func TestGoldenResults(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, "testdata/results.txtar", *update)
	for _, name := range questionnairetest.Sheets(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			archive.Check(t, name+".json", string(encode(t, reporttest.Frozen(t, name))))
		})
	}
}

// TestEncodeIsSafeToPrint proves that no text of a person can act on a terminal, and that it comes back unchanged.
func TestEncodeIsSafeToPrint(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		nasty := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"\x1b[31m", "\u009b31m", "\u202e", "\x7f", "\ufeff", "\U000e0041", "<b>&", "\u2028",
		})).Draw(t, "text")
		doc := &report.Document{Schema: report.Schema, Subject: report.Text(nasty), Verdict: report.Verdict{Leaning: &report.Leaning{Kind: "leaning"}}}
		var b bytes.Buffer
		if err := report.Encode(&b, doc); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsFunc(strings.ReplaceAll(b.String(), "\n", ""), diag.Hidden) || !utf8.Valid(b.Bytes()) {
			t.Fatalf("%q reaches the output", nasty)
		}
		again, found := report.Decode("a.json", b.Bytes())
		if again == nil || string(again.Subject) != strings.ToValidUTF8(nasty, "\ufffd") {
			t.Fatalf("%q came back as %+v, %v", nasty, again, found)
		}
	})
}

func TestDecodeFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"empty", "", "r.json:1:1: the file ends before the result does, so it may have been cut off; assess its answers again: opsfit assess -a ANSWERS -f json [not-a-result]"},
		{"cut off", `{"schema": "opsfit.assessment/v2",`, "cut off"},
		{"no JSON", "{\n  nope\n}", "r.json:2:3: not a JSON result"},
		{"object for a list", `{"schema": "opsfit.assessment/v2", "answers": {}}`, `"answers" is an object, which no result has there`},
		{"wrong type", `{"schema": "opsfit.assessment/v2", "answers": 3}`, `"answers" is a number, which no result has there`},
		{"other schema", `{"schema": "opsfit.scan/v1"}`, `the schema is "opsfit.scan/v1", this version reads "opsfit.assessment/v2"`},
		{"no verdict", `{"schema": "opsfit.assessment/v2"}`, "the result has no verdict"},
		{"unknown kind", `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "star sign"}}`, `"star sign" is none of`},
		{"quadrant with axes", `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "quadrant"}, "axes": [{"floor": 1}]}`, "no quadrant has axes"},
		{"leaning with metrics", `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "leaning"}, "metrics": [{}]}`, "only a quadrant has metrics"},
		{"two documents", `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "leaning"}} {}`, "second-document"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc, found := report.Decode("r.json", []byte(test.text))
			if doc != nil || len(found) != 1 || !strings.Contains(found[0].String(), test.want) {
				t.Errorf("got %v, want %s", found, test.want)
			}
		})
	}
}

// TestDecodeTolerates proves that a document with little in it still renders: lists are filled, unknown members dropped.
func TestDecodeTolerates(t *testing.T) {
	t.Parallel()
	doc, found := report.Decode("r.json", []byte(
		`{"schema": "opsfit.assessment/v2", "future": 1, "verdict": {"kind": "leaning", "robustness": {}}, "axes": [{}]}`))
	if doc == nil {
		t.Fatal(found)
	}
	if report.Brief(doc.Verdict) == "" {
		t.Error("the verdict has no sentence")
	}
	if strings.Contains(string(encode(t, doc)), `"questions": null`) {
		t.Error("a list came out as null")
	}
}

// TestListsAreNeverNull walks the JSON of every sample: what is a list in one document is a list in all.
func TestListsAreNeverNull(t *testing.T) {
	t.Parallel()
	lists := []string{
		"axes", "metrics", "warnings", "recommendations", "tips", "answers", "gates", "notes", "because",
		"blocked_by", "after", "contributions", "missing", "questions", "distribution",
		"limited_by", "sentences", "unmet", "held_by", "by", "one_step", "two_needs", "confidence_because",
	}
	for _, name := range questionnairetest.Sheets(t) {
		text := string(encode(t, reporttest.Frozen(t, name)))
		for _, list := range lists {
			if strings.Contains(text, `"`+list+`": null`) {
				t.Errorf("%s: %s is null", name, list)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, name := range questionnairetest.Sheets(f) {
		f.Add(encode(f, reporttest.Frozen(f, name)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, found := report.Decode("r.json", data)
		if (doc == nil) != found.HasErrors() {
			t.Fatalf("document %v with diagnostics %v", doc, found)
		}
		if doc == nil {
			return
		}
		report.Brief(doc.Verdict)
		if !json.Valid(encode(t, doc)) {
			t.Fatal("the document does not encode")
		}
	})
}

func encode(t testing.TB, doc *report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.Encode(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDecodeKeepsThatWarningsAreMissing tells a result that lost its warnings from one that has none.
func TestDecodeKeepsThatWarningsAreMissing(t *testing.T) {
	t.Parallel()
	const head = `{"schema": "opsfit.assessment/v2", "verdict": {"kind": "leaning"}`
	for rest, missing := range map[string]bool{`}`: true, `, "warnings": null}`: true, `, "warnings": []}`: false} {
		doc, found := report.Decode("r.json", []byte(head+rest))
		if doc == nil {
			t.Fatal(found)
		}
		if (doc.Warnings == nil) != missing {
			t.Errorf("%s: the warnings are %v", rest, doc.Warnings)
		}
	}
}
