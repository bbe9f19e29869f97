package web_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// update rewrites the golden files instead of comparing with them; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files")

// sampleNames are answer sheets of the repository, one for each kind of result: firmly DevOps, beside the edge of a band and
// pulled both ways, far from what the situation calls for, largely unknown, and the two forms of the quadrant.
func sampleNames() []string {
	return []string{"platform-team", "web-shop", "municipality", "start-up", "dora-web-shop", "dora-hospital"}
}

// sample assesses an answer sheet of the repository.
func sample(t testing.TB, name string) *report.Document {
	t.Helper()
	return reporttest.File(t, filepath.Join("..", "..", "..", "testdata", "answers", name+".yaml"))
}

// attack tries something in each of the ways to break out, and is short enough to read in a golden file.
const attack = "</title></style></svg><script>alert(1)</script>\" onload='x' & é 漢 \x1b[31m\u202e\x00\r\n]]>-->"

// supposed is the web shop as if a restore had been tried and nobody worried about outages.
func supposed(t testing.TB) *report.Document {
	before, after := sample(t, "web-shop"), sample(t, "web-shop")
	v := after.Verdict.Leaning
	v.Situation, v.Advice = report.Situation{Value: new(0.45), Band: "leaning_devops"}, "stay_devops"
	for i := range after.Answers {
		if answer := &after.Answers[i]; answer.Question == "outage_cost" || answer.Question == "restore_test" {
			answer.Option, answer.Text, answer.Source = "supposed", "Another answer", "what_if"
		}
	}
	after.Warnings = after.Warnings[1:]
	after.Suppose(before, []string{"outage_cost", "restore_test", "backout"})
	return after
}

// hostile has the attack in one place of each kind.
func hostile(t testing.TB) *report.Document {
	doc := sample(t, "start-up")
	doc.Subject, doc.Team, doc.Axes[0].Title, doc.Warnings[0].Text, doc.Recommendations[0].Title = attack, attack, attack, attack, attack
	doc.Warnings[1].Severity, doc.Questionnaire.Digest, doc.Axes[1].Contributions[0].Question = attack, attack, attack
	doc.Answers[0].Text, doc.Answers[1].Note, doc.Answers[2].Evidence = attack, attack, attack
	doc.Answers[3].Evidence = `https://example.com/?"><script>&x='` + "#é"
	doc.Answers[4].Evidence = "javascript:alert(1)"
	doc.Answers[5].Evidence = "data:text/html,<script>alert(1)</script>"
	doc.Gates = []report.Gate{
		{Gate: attack, Kind: report.WarningGate, Met: true, Required: report.Word(attack), Actual: report.Word("none")},
		{Gate: "fit >= 80", Kind: report.MetricGate, Op: ">=", Required: report.Number(new(80.0)), Reason: attack},
	}
	doc.Repository = &report.Source{Head: attack, AsOf: attack}
	doc.Evidence = []report.Finding{
		{
			Question: doc.Answers[0].Question, Verdict: report.Contradicts, Text: attack, Reason: attack, Value: new(1.0), N: new(2),
			Proof: []report.Proof{{Kind: "tag", Name: attack, Text: attack}, {Kind: "commit", Name: attack}},
		},
		{Question: attack, Verdict: report.Differs, Answer: attack, Text: attack},
		{Question: attack, Verdict: report.Agrees},
		{Question: attack, Verdict: report.Silent, Reason: attack},
	}
	doc.AsOf = "2026-11-20"
	doc.Exemptions = []report.Exemption{{
		Warning: doc.Warnings[0].ID, Severity: "critical", Reason: attack, Until: "2026-12-31", Owner: attack, Status: report.ExemptionInForce,
	}}
	doc.Freshness = &report.Freshness{
		MaxAge: "6m", Since: "2026-05-20", Stale: []report.Aged{{Question: attack, Date: "2026-01-02", Days: 322}}, Undated: []string{},
	}
	return doc
}

// fill puts one text into every text of a document but those that decide which of several things is shown.
func fill(doc *report.Document, with string) {
	reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
		for _, kept := range []string{".Axis", ".Measures", ".Status"} {
			if strings.HasSuffix(path, kept) {
				return
			}
		}
		text.SetString(with)
	})
}

func pageOf(t testing.TB, doc *report.Document) []byte    { return bytesOf(t, doc, web.Assessment) }
func pictureOf(t testing.TB, doc *report.Document) []byte { return bytesOf(t, doc, web.Picture) }

func bytesOf[D any](t testing.TB, doc D, write func(io.Writer, D) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, doc); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// golden compares got with a file.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./internal/render/web -update", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}
