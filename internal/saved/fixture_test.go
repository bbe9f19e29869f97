package saved_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/saved"
	"github.com/opsfit/opsfit/internal/schema"
)

// sample is a result as a run wrote it.
type sample struct {
	name string
	q    *questionnaire.Questionnaire
	text []byte
}

// frozen is the result of a frozen sheet, with each kind of gate that needs no other file, judged on a day.
func frozen(t testing.TB, name string) sample {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	return newSample(t, name, q, reporttest.Sheet(q, sheet))
}

// shipped is the same for a sample of a shipped questionnaire.
func shipped(t testing.TB, name string) sample {
	t.Helper()
	q, sheet := reporttest.Read(t, "../../testdata/answers/"+name+".yaml")
	return newSample(t, name, q, reporttest.Sheet(q, sheet))
}

// compared is the result of a frozen sheet beside a repository.
func compared(t testing.TB, name string) sample {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	run := reporttest.Run(q, sheet)
	run.Repository = &report.Source{Head: "0123456789abcdef"}
	days := 3.0
	for i := range 2 {
		run.Evidence = append(run.Evidence, report.Finding{
			Question: q.Questions[i].ID, Verdict: report.Agrees, Answer: report.Text(sheet.Get(q.Questions[i].ID).Option),
			Value: &days, N: new(int), Trust: "usable", Proof: []report.Proof{},
		})
	}
	return newSample(t, name, q, report.Build(run))
}

// supposing is a what-if of a frozen sheet.
func supposing(t testing.TB, name, changes string) sample {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	other, changed, err := sheet.Suppose(q, changes)
	if err != nil {
		t.Fatal(err)
	}
	doc := reporttest.Sheet(q, other)
	doc.Suppose(reporttest.Sheet(q, sheet), changed)
	return newSample(t, name+" with "+changes, q, doc)
}

// checklist is the result of one with lists, and with answers to questions that are not asked.
func checklist(t testing.TB) sample {
	t.Helper()
	text, err := os.ReadFile("../../testdata/questionnaire/ok/toy-launch.yaml")
	if err != nil {
		t.Fatal(err)
	}
	// No text of an option is a word of results: one of these could be exchanged without harm.
	apart := regexp.MustCompile(`text: (\w+)}`).ReplaceAllString(string(text), "text: It is $1}")
	q := questionnairetest.Load(t, "toy-launch.yaml", apart)
	file, _ := answers.Parse("a.yaml", []byte(`{questionnaire: toylaunch, subject: till, answers: {tier: high, wide: few, kind: old, deep: deep, A1: dont_know,
		A2: {not_applicable: R}, AM: {options: [none], not_applicable: {z: R}}, B1: r0, B2: r1}}`))
	sheet, found := file.Check(q)
	if sheet == nil {
		t.Fatal(found)
	}
	return newSample(t, "checklist", q, reporttest.Sheet(q, sheet))
}

func newSample(t testing.TB, name string, q *questionnaire.Questionnaire, doc *report.Document) sample {
	t.Helper()
	const day = "2026-11-22"
	report.JudgeExemptions(doc, day)
	gates(t, doc.Verdict.Leaning != nil).Judge(gate.Case{Document: doc, Day: day})
	return sample{name, q, encode(t, doc)}
}

// gates are met and not met, some by a figure that is not there.
func gates(t testing.TB, leaning bool) gate.Set {
	t.Helper()
	placed := func(text string) diag.Placed { return diag.Placed{Text: text, File: "--gate"} }
	wanted := gate.Wanted{MaxAge: placed("6m"), Contradiction: placed("true")}
	if leaning {
		wanted.FailOn, wanted.Confidence = placed("high"), placed("medium")
		for _, text := range []string{"fit >= 1", "fit < 50", "coverage >= 0.5", "readiness >= 4", "steps_to_other_side >= 2", "unmet <= 90"} {
			wanted.Conditions = append(wanted.Conditions, placed(text))
		}
	}
	set, found := gate.Read(wanted)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return set
}

func encode(t testing.TB, doc *report.Document) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := report.Encode(&file, doc); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// samples have every part of a result among them.
func samples(t testing.TB) []sample {
	t.Helper()
	all := []sample{
		supposing(t, "typical", "restore_test=yearly,who_runs=separate,batch_size=dont_know"),
		supposing(t, "outcomes", "change_fail_rate=dont_know,lead_time=m1_m6"),
		compared(t, "fitting"),
		checklist(t),
	}
	for _, name := range []string{"typical", "unknown", "sparse", "notes", "hostile", "short", "outcomes"} {
		all = append(all, frozen(t, name))
	}
	for _, name := range []string{"hospital", "start-up", "quick-agency", "dora-web-shop"} {
		all = append(all, shipped(t, name))
	}
	return all
}

// reader knows the questionnaire of a sample.
func (s sample) reader() *saved.Reader {
	return saved.NewReader(func(*report.Document) *saved.Known { return &saved.Known{Questionnaire: s.q, SameAdvice: true} })
}

// stranger knows no questionnaire.
func stranger() *saved.Reader {
	return saved.NewReader(func(*report.Document) *saved.Known { return nil })
}

// leaf is a number, a text, a truth or null in a result.
type leaf struct {
	// name is the path without indices, place where the value stands in the text.
	name       string
	start, end int
}

// leaves lists all values that hold no others.
func leaves(t rapid.TB, text []byte) []leaf {
	t.Helper()
	var all []leaf
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var visit func(name string)
	visit = func(name string) {
		start := int(decoder.InputOffset())
		start += len(text[start:]) - len(bytes.TrimLeft(text[start:], " \n:,"))
		token, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch token {
		case json.Delim('{'):
			for decoder.More() {
				member, _ := decoder.Token()
				visit(strings.TrimPrefix(fmt.Sprint(name, ".", member), "."))
			}
		case json.Delim('['):
			for decoder.More() {
				visit(name)
			}
		default:
			all = append(all, leaf{name, start, int(decoder.InputOffset())})
			return
		}
		if _, err := decoder.Token(); err != nil {
			t.Fatal(err)
		}
	}
	visit("")
	return all
}

// with puts another value in the place of one.
func (l leaf) with(text []byte, value string) []byte {
	return bytes.Join([][]byte{text[:l.start], []byte(value), text[l.end:]}, nil)
}

func (l leaf) value(in sample) string { return string(in.text[l.start:l.end]) }

// others are values that could stand in the place of one: other numbers, the other truth, other words of the same list. A text of a
// person has none.
func others(value string, words [][]string) []string {
	switch {
	case value == "true" || value == "false":
		return []string{map[string]string{"true": "false", "false": "true"}[value]}
	case value == "null":
		return nil
	case !strings.HasPrefix(value, `"`):
		number, _ := strconv.ParseFloat(value, 64)
		all := []string{"1e300", "-1e300", "null"}
		for _, other := range []float64{number + 1, number - 1, number / 2, -number, number + 1e-9} {
			if other != number {
				all = append(all, strconv.FormatFloat(other, 'g', -1, 64))
			}
		}
		return all
	}
	var all []string
	for _, list := range words {
		if slices.Contains(list, value) {
			all = append(all, list...)
		}
	}
	return slices.DeleteFunc(all, func(other string) bool { return other == value })
}

// wordLists are the lists of words in the published schema, in quotes.
func wordLists(t testing.TB) [][]string {
	t.Helper()
	text, err := schema.Of("assessment")
	if err != nil {
		t.Fatal(err)
	}
	var lists [][]string
	for _, list := range regexp.MustCompile(`"enum": \[([^]]*)\]`).FindAllSubmatch(text, -1) {
		words := regexp.MustCompile(`"[^"]+"`).FindAllString(string(list[1]), -1)
		lists = append(lists, words)
	}
	return lists
}
