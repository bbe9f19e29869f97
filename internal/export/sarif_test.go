package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
)

// sarifSchema is the schema of SARIF 2.1.0 with errata 01, as OASIS publishes it at the address that a log names.
func sarifSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/sarif-2.1.0.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	document, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("sarif.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func written(t rapid.TB, log export.SARIF) string {
	t.Helper()
	var out strings.Builder
	if err := export.WriteSARIF(&out, log); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func validate(t rapid.TB, schema *jsonschema.Schema, text string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

func rules() []export.SARIFRule {
	return []export.SARIFRule{
		{ID: "b", Summary: "Second.", Text: "More of it.", Help: "What it means.\nWhat to do.", Level: export.SARIFNote},
		{ID: "a", Summary: "First.", Help: "Write {this}.", Level: export.SARIFError},
	}
}

func TestSARIF(t *testing.T) {
	t.Parallel()
	got := written(t, export.SARIF{
		Tool: "opsfit", Version: "1.2.3", Category: "services/pay.yaml", Rules: rules(),
		Results: []export.SARIFResult{
			{
				Rule: "a", Level: export.SARIFError, Message: "an {odd}\x1b[31m value", File: "team answers/ä.yaml",
				Pos: diag.Pos{Line: 3, Column: 7}, Length: 4, Fingerprint: "f1",
			},
			{Rule: "b", Level: export.SARIFNote, Message: "the whole file", File: "/tmp/a.yaml", Fingerprint: "f2"},
			{Rule: "b", Level: export.SARIFWarning, Message: "no file", Fingerprint: "f3"},
		},
	})
	const want = `{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "opsfit",
          "version": "1.2.3",
          "informationUri": "https://github.com/opsfit/opsfit",
          "rules": [
            {
              "id": "a",
              "name": "ARule",
              "shortDescription": {
                "text": "First."
              },
              "fullDescription": {
                "text": "First."
              },
              "help": {
                "text": "Write {{this}}."
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "b",
              "name": "BRule",
              "shortDescription": {
                "text": "Second."
              },
              "fullDescription": {
                "text": "More of it."
              },
              "help": {
                "text": "What it means.\nWhat to do."
              },
              "defaultConfiguration": {
                "level": "note"
              }
            }
          ]
        }
      },
      "automationDetails": {
        "id": "opsfit/services/pay.yaml/"
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "a",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "an {{odd}}\\x1b[31m value"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "team%20answers/%C3%A4.yaml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 7,
                  "endLine": 3,
                  "endColumn": 11
                }
              }
            }
          ],
          "partialFingerprints": {
            "opsfit/v1": "f1",
            "primaryLocationLineHash": "f1"
          }
        },
        {
          "ruleId": "b",
          "ruleIndex": 1,
          "level": "note",
          "message": {
            "text": "the whole file"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "file:///tmp/a.yaml"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 2
                }
              }
            }
          ],
          "partialFingerprints": {
            "opsfit/v1": "f2",
            "primaryLocationLineHash": "f2"
          }
        },
        {
          "ruleId": "b",
          "ruleIndex": 1,
          "level": "warning",
          "message": {
            "text": "no file"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "stdin"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 2
                }
              }
            }
          ],
          "partialFingerprints": {
            "opsfit/v1": "f3",
            "primaryLocationLineHash": "f3"
          }
        }
      ]
    }
  ]
}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	validate(t, sarifSchema(t), got)
}

func TestEmptySARIF(t *testing.T) {
	t.Parallel()
	got := written(t, export.SARIF{Tool: "opsfit"})
	validate(t, sarifSchema(t), got)
	if strings.Contains(got, "null") {
		t.Errorf("a list without items is [], not null:\n%s", got)
	}
}

func TestSARIFNeedsARule(t *testing.T) {
	t.Parallel()
	err := export.WriteSARIF(&bytes.Buffer{}, export.SARIF{Rules: rules(), Results: []export.SARIFResult{{Rule: "c"}}})
	if err == nil || !strings.Contains(err.Error(), `"c"`) {
		t.Errorf("got the error %v", err)
	}
}

// Whatever a file is called and says, the log fits the schema and reads back.
func TestAnySARIF(t *testing.T) {
	t.Parallel()
	schema := sarifSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		result := export.SARIFResult{
			Rule:    rapid.SampledFrom([]string{"a", "b"}).Draw(t, "rule"),
			Level:   rapid.SampledFrom([]export.SARIFLevel{export.SARIFError, export.SARIFWarning, export.SARIFNote}).Draw(t, "level"),
			Message: rapid.String().Draw(t, "message"),
			File:    string(rapid.SliceOf(rapid.Byte()).Draw(t, "file")),
			Pos:     diag.Pos{Line: rapid.IntRange(0, 9).Draw(t, "line"), Column: rapid.IntRange(0, 9).Draw(t, "column")},
			Length:  rapid.IntRange(0, 9).Draw(t, "length"), Fingerprint: "f",
		}
		all := rules()
		all[0].Summary, all[1].Text = rapid.String().Draw(t, "summary"), strings.Repeat(rapid.String().Draw(t, "text"), 200)
		text := written(t, export.SARIF{
			Tool: "opsfit", Version: "1", Category: rapid.String().Draw(t, "category"), Rules: all, Results: []export.SARIFResult{result},
		})
		validate(t, schema, text)
		isTakenIn(t, text)
		for _, r := range text {
			if r != '\n' && diag.Hidden(r) {
				t.Fatalf("%q is in the log:\n%s", r, text)
			}
		}
		if !json.Valid([]byte(text)) {
			t.Fatal("not JSON")
		}
	})
}
