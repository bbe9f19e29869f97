package questionnaire_test

import (
	"bytes"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/questionnaires"
)

// FuzzLoad holds what is promised for any bytes: no panic, the same outcome twice, a questionnaire if and only if there
// is no error, and one that others can rely on.
func FuzzLoad(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(false, excerpt(seed))
	}
	for _, source := range filesIn(f, faultyFiles(f)) {
		f.Add(filepath.Ext(source.Name) == ".json", excerpt(source.Bytes))
	}
	find := fewFiles(f)
	f.Fuzz(func(t *testing.T, isJSON bool, data []byte) {
		before := slices.Clone(data)
		source := questionnaire.Source{Name: "fuzz.yaml", Bytes: data}
		if isJSON {
			source.Name = "fuzz.json"
		}
		q, found := questionnaire.Load(source, find)
		again, foundAgain := questionnaire.Load(source, find)
		if diff := cmp.Diff(found, foundAgain); diff != "" || (q == nil) != (again == nil) {
			t.Fatalf("a second run finds something else:\n%s", diff)
		}
		if (q == nil) != found.HasErrors() {
			t.Fatalf("questionnaire %v beside %v", q, found)
		}
		if !slices.Equal(before, data) {
			t.Fatal("the source was changed")
		}
		if diff := cmp.Diff(found.Sorted(), found); diff != "" {
			t.Fatalf("not sorted:\n%s", diff)
		}
		for _, d := range found {
			checkDiagnostic(t, d)
		}
		if q != nil {
			checkModel(t, q)
			if q.Digest() != again.Digest() {
				t.Fatal("two digests of one file")
			}
		}
		catalogue, found := questionnaire.LoadCatalogue(source)
		if (catalogue == nil) != found.HasErrors() {
			t.Fatalf("catalogue %v beside %v", catalogue, found)
		}
	})
}

// excerpt leaves out comment lines and the end of a long file: fuzzing is fast on short inputs only.
func excerpt(source []byte) []byte {
	const enough = 4000
	var kept []byte
	for line := range bytes.Lines(source) {
		if comment := bytes.HasPrefix(bytes.TrimSpace(line), []byte("#")); !comment && len(kept)+len(line) <= enough {
			kept = append(kept, line...)
		}
	}
	return kept
}

// fewFiles finds one questionnaire and one catalogue, without touching the disk at each run.
func fewFiles(f *testing.F) questionnaire.Finder {
	f.Helper()
	known := map[string]questionnaire.Source{}
	for _, name := range []string{"parts/parent.yaml", "parts/advice.yaml", "quadrant.yaml"} {
		source, err := finderIn(goodFiles())("", name)
		if err != nil {
			f.Fatal(err)
		}
		known[path.Base(name)] = source
	}
	return func(_, reference string) (questionnaire.Source, error) {
		source, found := known[path.Base(reference)]
		if !found {
			return source, errors.New("no such file: " + reference)
		}
		return source, nil
	}
}

// seeds are all files that are read as questionnaires anywhere in the project, also those in test scripts.
func seeds(f *testing.F) [][]byte {
	f.Helper()
	found := [][]byte{questionnaire.Starter("")}
	names, err := questionnaires.Files.ReadDir(".")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		source, err := questionnaires.Files.ReadFile(name.Name())
		if err != nil {
			f.Fatal(err)
		}
		found = append(found, source)
	}
	for _, source := range filesIn(f, goodFiles()) {
		found = append(found, source.Bytes)
	}
	scripts, err := filepath.Glob("../../testdata/script/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, script := range scripts {
		archive, err := txtar.ParseFile(script)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if slices.Contains([]string{".yaml", ".json"}, filepath.Ext(file.Name)) {
				found = append(found, file.Data)
			}
		}
	}
	return found
}

// checkDiagnostic wants a finding that can be shown.
func checkDiagnostic(t *testing.T, d diag.Diagnostic) {
	t.Helper()
	line := d.String()
	if d.Code == "" || d.Message == "" || d.Severity != diag.Error && d.Severity != diag.Warning || d.Pos.Line < 1 || d.Pos.Column < 1 {
		t.Fatalf("an incomplete finding: %+v", d)
	}
	if line != diag.Visible(line) {
		t.Fatalf("text of the file reaches the terminal: %q", line)
	}
	if len(line) > 4000 {
		t.Fatalf("a finding of %d bytes", len(line))
	}
}

// checkModel wants what the comments of the model promise.
func checkModel(t *testing.T, q *questionnaire.Questionnaire) {
	t.Helper()
	verdicts := []questionnaire.Verdict{questionnaire.Leaning, questionnaire.Quadrant, questionnaire.ReadinessState}
	if q.ID == "" || q.Version == "" || q.Title == "" || len(q.Questions) == 0 || !slices.Contains(verdicts, q.Verdict) {
		t.Fatalf("incomplete: %+v", q)
	}
	if (q.Outcomes != nil) != (q.Verdict == questionnaire.Quadrant) {
		t.Fatalf("verdict %s with outcomes %v", q.Verdict, q.Outcomes)
	}
	for _, axis := range q.Axes {
		if axis.ID == "" || axis.ID == "overall" || axis.Weight == nil || axis.Weight.Sign() <= 0 {
			t.Fatalf("axis %+v", axis)
		}
	}
	seen := map[string]bool{}
	for i := range q.Questions {
		question := &q.Questions[i]
		if seen[question.ID] {
			t.Fatalf("two questions %q", question.ID)
		}
		seen[question.ID] = true
		checkQuestion(t, q, question)
	}
}

func checkQuestion(t *testing.T, q *questionnaire.Questionnaire, question *questionnaire.Question) {
	t.Helper()
	onAxis := question.Measures == questionnaire.Lean || question.Measures == questionnaire.Readiness
	if question.ID == "" || question.Weight.Sign() <= 0 || len(question.Options) < 2 || onAxis != (q.Axis(question.Axis) != nil) {
		t.Fatalf("question %+v", question)
	}
	if (question.Measures == questionnaire.Outcome) != (q.Verdict == questionnaire.Quadrant) ||
		question.Measures == questionnaire.Lean && q.Verdict == questionnaire.ReadinessState {
		t.Fatalf("%s measures %s for a verdict %s", question.ID, question.Measures, q.Verdict)
	}
	for _, affect := range question.Affects {
		if q.Axis(affect.Axis) == nil || affect.Weight.Sign() <= 0 {
			t.Fatalf("%s affects %+v", question.ID, affect)
		}
	}
	for i := range question.Options {
		checkOption(t, q, question, &question.Options[i])
	}
}

func checkOption(t *testing.T, q *questionnaire.Questionnaire, question *questionnaire.Question, o *questionnaire.Option) {
	t.Helper()
	has := map[string]bool{
		"position": o.Position != nil, "readiness": o.Readiness != nil, "outcome": o.Class != 0 || o.Percent != nil,
		"worth": o.Worth != nil, "none": o.None,
	}
	want := map[questionnaire.Measure]map[string]bool{
		questionnaire.Lean:      {"position": true, "readiness": false, "outcome": false, "worth": false, "none": false},
		questionnaire.Readiness: {"position": false, "readiness": !question.Many, "outcome": false, "worth": question.Many && !o.None, "none": question.Many && o.None},
		questionnaire.Context:   {"position": has["position"], "readiness": false, "outcome": false, "worth": false, "none": false},
		questionnaire.Outcome:   {"position": false, "readiness": false, "outcome": true, "worth": false, "none": false},
	}
	if diff := cmp.Diff(want[question.Measures], has); diff != "" || o.ID == "" || question.Option(o.ID) != o {
		t.Fatalf("%s, option %+v (-want +got):\n%s", question.ID, o, diff)
	}
	for _, floor := range o.Floors {
		if q.Axis(floor.Axis) == nil || floor.Level.Sign() < 0 {
			t.Fatalf("%s, option %s: floor %+v", question.ID, o.ID, floor)
		}
	}
}
