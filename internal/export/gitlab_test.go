package export_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/report"
)

// codeQuality says what GitLab documents of a Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/ under
// "Code Quality report format". It is as strict as the text, while the parser of GitLab takes more.
const codeQuality = `{
  "type": "array",
  "items": {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "additionalProperties": false,
    "properties": {
      "description": {"type": "string", "minLength": 1},
      "check_name": {"type": "string"},
      "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
      "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
      "location": {
        "type": "object",
        "required": ["path", "lines"],
        "properties": {
          "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
          "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}
        }
      }
    }
  }
}`

func codeQualitySchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(codeQuality))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("codequality.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("codequality.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestGitLabGolden(t *testing.T) { t.Parallel(); goldens(t, "gitlab", export.GitLab) }

type issue struct {
	Check       string `json:"check_name"`
	Fingerprint string
	Severity    string
	Location    struct {
		Path  string
		Lines struct{ Begin int }
	}
}

func issuesIn(t rapid.TB, text string) []issue {
	t.Helper()
	var issues []issue
	if err := json.Unmarshal([]byte(text), &issues); err != nil {
		t.Fatal(err)
	}
	return issues
}

func TestGitLab(t *testing.T) {
	t.Parallel()
	schema := codeQualitySchema(t)
	sound(t, export.GitLab, func(t rapid.TB, doc *report.Document, text string) {
		validate(t, schema, text)
		seen, blockers := map[string]bool{}, 0
		issues := issuesIn(t, text)
		for _, issue := range issues {
			if seen[issue.Fingerprint] {
				t.Fatalf("a fingerprint is not unique\n%s", text)
			}
			seen[issue.Fingerprint] = true
			if issue.Severity == "blocker" {
				blockers++
			}
		}
		if failed := len(report.Failed(doc)); blockers != failed || len(issues) != failed+remarks(doc) {
			t.Fatalf("%d issues, %d blockers\n%s", len(issues), blockers, text)
		}
	})
}

// TestFingerprintsKnowFindingsAgain moves every line and changes every figure and text.
func TestFingerprintsKnowFindingsAgain(t *testing.T) {
	t.Parallel()
	before, doc := issuesIn(t, writtenBy(t, export.GitLab, judged(t))), judged(t)
	for question, pos := range doc.Places.Answers {
		pos.Line += 100
		doc.Places.Answers[question] = pos
	}
	for i := range doc.Warnings {
		doc.Warnings[i].Text += " Reworded."
	}
	for i := range doc.Gates {
		if doc.Gates[i].Actual.Number != nil {
			*doc.Gates[i].Actual.Number++
		}
	}
	moved := 0
	for i, after := range issuesIn(t, writtenBy(t, export.GitLab, doc)) {
		if after.Fingerprint != before[i].Fingerprint {
			t.Errorf("%s has another fingerprint", after.Check)
		}
		if after.Location.Lines.Begin != before[i].Location.Lines.Begin {
			moved++
		}
	}
	if moved == 0 {
		t.Error("nothing was moved")
	}
	doc.Subject = "another"
	if other := issuesIn(t, writtenBy(t, export.GitLab, doc)); other[0].Fingerprint == before[0].Fingerprint {
		t.Error("two services share a fingerprint")
	}
}

func BenchmarkGitLab(b *testing.B) { bench(b, export.GitLab) }
