package export_test

import (
	"bytes"
	"flag"
	"io"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// update rewrites the golden files instead of comparing with them; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// writer is how a format writes a document.
type writer func(io.Writer, *report.Document) error

// sample assesses a frozen sheet, as if it lay in the folder services.
func sample(t testing.TB, name string) *report.Document {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	return assessed(name, q, sheet)
}

// assessed makes the result of a sheet on the day that these tests know.
func assessed(name string, q *questionnaire.Questionnaire, sheet *answers.Sheet) *report.Document {
	run := reporttest.Run(q, sheet)
	run.Today = "2026-11-22"
	doc := report.Build(run)
	doc.Places = report.PlacesOf("services/"+name+".yaml", sheet)
	return doc
}

// judged is a service far from what its situation calls for, with gates of every kind and exemptions of every status.
func judged(t testing.TB) *report.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, "judged.yaml", `questionnaire: frozen
subject: registry
team: citizens
date: 2026-11-20
exempt:
  - {warning: unproven_restore, reason: "the new backup is being built", until: 2026-12-31, owner: Ada, approved_by: Grace}
  - {warning: slow_but_not_safe, reason: "a second person starts", until: 2026-11-01}
  - {warning: thrown_over_the_wall, reason: "there is no release before May"}
answers:
  release_trigger: planned_release
  batch_size: {option: project, reviewed: 2025-11-01}
  release_protection: {option: by_risk, note: "release branch"}
  restore_test: dont_know
  detection: users
  backout: improvise
  learning: nothing
  release_pressure: weekly
  outage_cost: serious
`)
	doc := assessed("judged", q, sheet)
	doc.AsOf = "2026-11-22"
	doc.Freshness = &report.Freshness{
		MaxAge: "6m", Since: "2026-05-22", Stale: []report.Aged{{Question: "batch_size", Date: "2025-11-01", Days: 386}}, Undated: []string{},
	}
	doc.Gates = []report.Gate{
		{Gate: "coverage >= 0.25", Kind: report.MetricGate, Met: true, Op: "gte", Required: report.Number(new(.25)), Actual: report.Number(new(.3))},
		{Gate: "fit >= 76.4", Kind: report.MetricGate, Op: "gte", Required: report.Number(new(76.4)), Actual: report.Number(new(76.3996))},
		{Gate: "readiness.delivery >= 3", Kind: report.MetricGate, Op: "gte", Required: report.Number(new(3.0)), Reason: "No readiness question on delivery is answered."},
		{Gate: "fail-on high", Kind: report.WarningGate, Op: "lt", Required: report.Word("high"), Actual: report.Word("critical"), Reason: "1 warning is high or above."},
		{Gate: "require-confidence low", Kind: report.ConfidenceGate, Met: true, Op: "gte", Required: report.Word("low"), Actual: report.Word("low")},
		{Gate: "no-regression shortfall", Kind: report.RegressionGate, Met: true, Op: "lte", Required: report.Number(new(5.0 / 3)), Actual: report.Number(new(5.0 / 3))},
		{Gate: "max-age 6m", Kind: report.AgeGate, Op: "lte", Required: report.Number(new(184.0)), Actual: report.Number(new(386.0)), Reason: "1 answer is too old."},
		{Gate: "exemption slow_but_not_safe", Kind: report.ExemptionGate, Op: "lte", Required: report.Word("2026-11-01"), Actual: report.Word("2026-11-22")},
	}
	return doc
}

// attack tries something in each of the formats, and is short enough to read in a golden file.
const attack = "]]></testcase>\"'<b>&\n::set-output name=x::y\r\n##[error]%0A::\\\n# EOF\n=1+1,;|{}\x1b[31m\u202e\x00\xff\ufffe"

// hostile has the attack in one place of each kind.
func hostile(t testing.TB) *report.Document {
	t.Helper()
	doc := judged(t)
	doc.Subject, doc.Team, doc.Axes[0].Title, doc.Axes[0].ID, doc.Warnings[0].Text = attack, attack, attack, attack, attack
	doc.Warnings[1].ID, doc.Warnings[1].Why, doc.Warnings[1].Severity, doc.Warnings[1].Because[0].Text = attack, attack, attack, attack
	doc.Recommendations[0].Title, doc.Answers[0].Text, doc.Answers[1].Note = attack, attack, attack
	doc.Gates[0].Gate, doc.Gates[1].Gate, doc.Gates[3].Reason, doc.Gates[3].Actual = attack, attack+"2", attack, report.Word(attack)
	doc.Exemptions[0].Reason, doc.Questionnaire.ID, doc.Places.File = attack, attack, "a,b:c%\n::error::.yaml"
	return doc
}

// contradicted is a sample beside a repository that agrees with one answer, differs from another and contradicts two, one of
// which the file does not have.
func contradicted(t testing.TB) *report.Document {
	t.Helper()
	doc := sample(t, "typical")
	doc.Repository = &report.Source{Head: "0123456789abcdef0123456789abcdef01234567", AsOf: "2026-11-20T00:00:00Z", WindowFrom: "2024-11-20T00:00:00Z"}
	doc.Evidence = []report.Finding{
		{
			Question: "release_trigger", Verdict: report.Contradicts, Answer: "team_decides", Measure: "release_interval", Value: new(28.0), N: new(25),
			Trust: "usable", Suggests: "regular_slot",
			Text:  "There were 26 releases on 26 days in 24 months, one every 28 days (median of 25 gaps, half of them between 27 and 28 days).",
			Proof: []report.Proof{{Kind: "tag", Name: "v1.7.0+<b>|`x`", Text: "2026-07-20"}, {Kind: "commit", Name: "89abcdef0123456789abcdef0123456789abcdef"}},
		},
		{Question: "batch_size", Verdict: report.Agrees, Answer: "feature", Text: "A release holds 8 commits (median)."},
		{Question: "release_protection", Verdict: report.Differs, Answer: "gradual", Text: "No file here shows a gradual start", Reason: "files are weak proof"},
		{Question: "forgotten", Verdict: report.Contradicts, Answer: "yes", Text: "It does not"},
		{Question: "who_runs", Verdict: report.Silent, Reason: "no review is recorded"},
	}
	doc.Gates = []report.Gate{
		{Gate: "fail-on-contradiction", Kind: report.EvidenceGate, Op: "lte", Required: report.Number(new(0.0)), Actual: report.Number(new(2.0)), Reason: "Contradicted: release_trigger and forgotten."},
	}
	return doc
}

// supposed is a sample with an answer that nobody gave.
func supposed(t testing.TB) *report.Document {
	t.Helper()
	doc := sample(t, "short")
	asked := doc.Answers[0].Question
	before := sample(t, "short")
	before.Answers[0].Option, before.Answers[0].Text = "other", "Another answer"
	doc.Suppose(before, []string{asked})
	return doc
}

// held is a service that wants more of DevOps than a rule from outside allows, and works beyond what it allows.
func held(t testing.TB) *report.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, "held.yaml", `questionnaire: frozen
subject: tax-portal
date: 2026-11-20
answers:
  release_trigger: regular_slot
  batch_size: feature
  release_protection: by_risk
  restore_test: dont_know
  who_runs: dev_first
  learning: followed
  release_pressure: daily
  outage_cost: serious
  audit: body
`)
	return assessed("held", q, sheet)
}

// launch assesses frozen answers to the frozen checklist.
func launch(t testing.TB, name string) *report.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, name+".yaml", questionnairetest.Launch(t, name))
	return assessed(name, q, sheet)
}

// remarks counts what is said beside gates: points of a checklist below their minimum, warnings and contradictions.
func remarks(doc *report.Document) int {
	n := len(doc.Warnings) + len(report.Contradicted(doc.Evidence))
	if v := doc.Verdict.Readiness; v != nil {
		n += len(v.Readiness.Unmet)
	}
	return n
}

// documents are what every format must cope with, by name: each kind of result, and what no run writes.
func documents(t testing.TB) map[string]*report.Document {
	t.Helper()
	all := map[string]*report.Document{
		"judged": judged(t), "hostile": hostile(t), "what-if": supposed(t), "contradicted": contradicted(t), "held": held(t),
		"bare": reporttest.Bare(t, "leaning"), "bare-quadrant": reporttest.Bare(t, "quadrant"), "bare-readiness": reporttest.Bare(t, "readiness"),
	}
	for _, name := range questionnairetest.Launches(t) {
		all["launch-"+name] = launch(t, name)
	}
	for _, name := range questionnairetest.Sheets(t) {
		all["sheet-"+name] = sample(t, name)
	}
	return all
}

// shownNames are the documents whose files are kept to be read: an ordinary one, gates of all kinds, attacks, nearly nothing,
// a quadrant, one that is largely unknown, a what-if, one beside a repository, one that limits hold, and checklists.
func shownNames() []string {
	return []string{
		"sheet-typical", "judged", "hostile", "bare", "sheet-outcomes", "sheet-unknown", "what-if", "contradicted", "held", "launch-not_ready",
		"launch-gaps", "launch-hostile",
	}
}

// anyDocument is one of the documents with anything in some or all of its texts.
func anyDocument(t *rapid.T, all map[string]*report.Document) *report.Document {
	doc := clone(t, all[rapid.SampledFrom(shownNames()).Draw(t, "document")])
	texts := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", attack, "::error::", "\r", "-1", "|", "@x", "\t=x", "\u2028", "\ufeff", "\U000e0041", "]]>", strings.Repeat("漢", 300), "\xff",
	})), 1, 7).Draw(t, "texts")
	every, at := rapid.IntRange(1, 9).Draw(t, "every"), 0
	reporttest.EachText(reflect.ValueOf(doc), func(_ string, value reflect.Value) {
		if at++; at%every == 0 {
			value.SetString(texts[at/every%len(texts)])
		}
	})
	return doc
}

// clone copies a document with the places of its answers, which no file keeps.
func clone(t rapid.TB, doc *report.Document) *report.Document {
	t.Helper()
	copied := reporttest.Reread(t, doc)
	if doc.Places != nil {
		places := *doc.Places
		copied.Places = &places
	}
	return copied
}

func writtenBy(t rapid.TB, write writer, doc *report.Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, doc); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkVisible holds that a file has nothing that a terminal or an editor would act on.
func checkVisible(t rapid.TB, text string) {
	t.Helper()
	if strings.HasSuffix(text, "\r\n") {
		// Tables end their lines so.
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	for _, r := range text {
		if r != '\n' && diag.Hidden(r) {
			t.Fatalf("%q is in the file:\n%s", r, text)
		}
	}
}

// goldens compares what a format writes with testdata/FORMAT.txtar.
func goldens(t *testing.T, format string, write writer) {
	t.Helper()
	all := documents(t)
	archive := testarchive.Open(t, filepath.Join("testdata", format+".txtar"), *update)
	for _, name := range shownNames() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			// Lines of tables end as RFC 4180 has them, which would make the file hard to read; TestTablesAreQuoted holds them.
			archive.Check(t, name, strings.ReplaceAll(writtenBy(t, write, all[name]), "\r\n", "\n"))
		})
	}
}

// sound runs a check over what a format writes of every document, and of documents with anything in their texts.
func sound(t *testing.T, write writer, check func(t rapid.TB, doc *report.Document, text string)) {
	t.Helper()
	all := documents(t)
	for name, doc := range all {
		t.Run(name, func(t *testing.T) {
			text := writtenBy(t, write, doc)
			checkVisible(t, text)
			check(t, doc, text)
			if doc.Verdict.Readiness != nil {
				reporttest.CheckNoPole(t, name, text)
			}
		})
	}
	t.Run("any", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			doc := anyDocument(t, all)
			text := writtenBy(t, write, doc)
			checkVisible(t, text)
			check(t, doc, text)
		})
	})
}

// bench measures a format on an ordinary document.
func bench(b *testing.B, write writer) {
	b.Helper()
	doc := sample(b, "typical")
	b.ReportAllocs()
	for b.Loop() {
		if err := write(io.Discard, doc); err != nil {
			b.Fatal(err)
		}
	}
}
