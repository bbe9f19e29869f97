package team_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/team/teamtest"
)

// update rewrites the golden files instead of comparing with them; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// TestDocument holds the published form: members and numbers.
func TestDocument(t *testing.T) {
	t.Parallel()
	var got bytes.Buffer
	if err := report.Encode(&got, teamtest.Documents(t)["split"]); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "split.json")
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./internal/team -update", err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}

// TestCombinedLimitHasWords holds that a limit for which several people chose options of the same bound is told by all of them.
func TestCombinedLimitHasWords(t *testing.T) {
	t.Parallel()
	limit := func(option string) report.Limit { return report.Limit{Question: "rules", Option: option} }
	var axis team.Axis
	axis.Situation.HeldBy = []report.Limit{limit("board"), limit("committee")}
	answer := func(option, text string) team.AnswerCount {
		return team.AnswerCount{Option: report.Text(option), Status: "answered", Text: text, Count: 1}
	}
	var question team.Question
	question.ID = "rules"
	question.Distribution = []team.AnswerCount{answer("board", "A board"), answer("committee", "A committee"), answer("none", "Nothing")}
	doc := team.Document{Axes: []team.Axis{axis}, Questions: []team.Question{question}}
	if got := doc.Combined().Answers[0].Text; got != "A board / A committee" {
		t.Errorf("the answer is told as %q", got)
	}
}
