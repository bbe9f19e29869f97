package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/opsfit/opsfit/internal/cli"
	"github.com/opsfit/opsfit/internal/schema"
	"github.com/opsfit/opsfit/internal/terminal"
)

// resultCommands write results of each kind. Together they have every member that the types have and that no run leaves out.
func resultCommands(repository string) map[string][]string {
	const respondents = "testdata/team/developer-1.yaml testdata/team/developer-2.yaml testdata/team/operations-1.yaml testdata/team/manager.yaml"
	return map[string][]string{
		"assessment": {
			"assess -a testdata/answers/web-shop.yaml -f json",
			"assess -a testdata/answers/municipality.yaml -f json --gate fit>=1 --fail-on=critical --max-age 1y",
			"assess -a testdata/answers/bank-ledger.yaml -f json --what-if release_rhythm=daily",
			"assess -a testdata/answers/hospital.yaml -f json --evidence " + repository,
			"assess -a testdata/answers/device-supplier.yaml -f json",
			"assess -a testdata/answers/quick-agency.yaml -f json",
			"assess -a testdata/answers/dora-web-shop.yaml -f json",
			"assess -a testdata/answers/dora-hospital.yaml --across -f json --what-if recovery_time=under_1h",
		},
		"challenge": {
			"challenge -a testdata/answers/web-shop.yaml -f json",
			"challenge -a testdata/answers/web-shop.yaml -f json --heard testdata/challenge --require-challenged 1 --evidence " + repository,
			"challenge -a testdata/answers/launch-ticket-shop.yaml -f json --heard testdata/answers/launch-ticket-shop.yaml",
			"challenge -a testdata/answers/start-up.yaml -f json",
		},
		"comparison": {
			"compare testdata/answers/web-shop.yaml testdata/answers/start-up.yaml -f json",
			"compare testdata/answers/dora-web-shop.yaml testdata/answers/dora-hospital.yaml -f json",
			"compare testdata/answers/web-shop.yaml testdata/answers/quick-agency.yaml -f json",
		},
		"drafts":      {"answers drafts -f json"},
		"lint":        {"questionnaire lint full dora -f json", "questionnaire lint testdata/answers/web-shop.yaml -f json"},
		"methodology": {"methodology -f json"},
		"plan":        {"plan -a testdata/answers/bank-ledger.yaml -f json", "plan -a testdata/answers/dora-web-shop.yaml -f json"},
		"portfolio": {
			"portfolio testdata/answers -f json --by team", "portfolio testdata/answers -f json --where fit>=60",
		},
		"scan": {"scan " + repository + " -f json"},
		"service": {
			"portfolio testdata/answers -f jsonl", "assess -a testdata/answers/bank-ledger.yaml -f jsonl",
			"assess -a testdata/answers/dora-web-shop.yaml -f jsonl", "assess -a testdata/answers/launch-ticket-shop.yaml -f jsonl",
		},
		"team": {"team " + respondents + " -f json", "team " + respondents + " -f json --names"},
		"trend": {
			"trend testdata/answers/web-shop.yaml testdata/answers/start-up.yaml --across -f json",
			"trend testdata/answers/dora-web-shop.yaml testdata/answers/dora-hospital.yaml --across -f json",
		},
	}
}

// TestResultsFollowTheirSchemas runs the commands and holds what they write against the schemas, closed: a member that a schema
// does not describe is a fault here, while readers should ignore it.
func TestResultsFollowTheirSchemas(t *testing.T) {
	t.Parallel()
	for kind, lines := range resultCommands(repository(t)) {
		for _, line := range lines {
			t.Run(line, func(t *testing.T) {
				t.Parallel()
				for _, document := range documentsOf(line, written(t, strings.Fields(line)...)) {
					checkAgainst(t, kind, document)
				}
			})
		}
	}
}

// documentsOf are the results that a command writes: one, or with JSON lines one a line.
func documentsOf(command, text string) []string {
	if strings.HasSuffix(command, " jsonl") {
		return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	}
	return []string{text}
}

// TestResultsOfEveryKindAreTried: records and amendments have a test of their own.
func TestResultsOfEveryKindAreTried(t *testing.T) {
	t.Parallel()
	commands := resultCommands("")
	for _, kind := range schema.Results() {
		if _, tried := commands[kind]; !tried && kind != "record" && kind != "amendment" {
			t.Errorf("no command writes a result of the kind %s", kind)
		}
	}
}

// TestRecordsFollowTheirSchemas holds the facts in a drafted decision record, and an amendment to it, against their schemas.
func TestRecordsFollowTheirSchemas(t *testing.T) {
	t.Parallel()
	record := written(t, strings.Fields("assess -a testdata/answers/web-shop.yaml -f adr")...)
	start, end := strings.LastIndex(record, "\n{"), strings.LastIndex(record, "-->")
	if start < 0 || end < start {
		t.Fatalf("the record has no facts:\n%s", record)
	}
	checkAgainst(t, "record", record[start:end])
	file := filepath.Join(t.TempDir(), "record.md")
	if err := os.WriteFile(file, []byte(record), 0o600); err != nil {
		t.Fatal(err)
	}
	checkAgainst(t, "amendment", written(t, "assess", "-a", "testdata/answers/bank-ledger.yaml", "--amend", file, "--across", "-f", "json"))
}

// repository is one with two releases.
func repository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"},
		{"commit", "-q", "--allow-empty", "-m", "one"},
		{"tag", "v1.0.0"},
		{"commit", "-q", "--allow-empty", "-m", "two"},
		{"tag", "v1.1.0"},
	} {
		git := exec.CommandContext(t.Context(), "git", args...)
		git.Dir = dir
		git.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org",
			"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_AUTHOR_DATE=2026-11-20T12:00:00Z", "GIT_COMMITTER_DATE=2026-11-20T12:00:00Z")
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	return dir
}

// written is what a command writes to standard output.
func written(t *testing.T, args ...string) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	state := stateWithDrafts(t)
	var out, errs bytes.Buffer
	cli.Main(context.Background(), cli.Process{
		Streams: terminal.Streams{In: strings.NewReader(""), Out: &out, Err: &errs},
		Env: func(name string) string {
			return map[string]string{"PATH": os.Getenv("PATH"), "XDG_STATE_HOME": state}[name]
		},
		Dir:     dir,
		Now:     func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) },
		Version: cli.BuildVersion("v0.1.0", ""),
	}, args)
	if out.Len() == 0 {
		t.Fatalf("opsfit %s writes nothing:\n%s", strings.Join(args, " "), errs.String())
	}
	return out.String()
}

// stateWithDrafts is a folder of a person who has a draft, one to a questionnaire that is not known here, and a broken one.
func stateWithDrafts(t *testing.T) string {
	t.Helper()
	state := t.TempDir()
	drafts := filepath.Join(state, "opsfit", "drafts")
	if err := os.MkdirAll(drafts, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a.yaml": "questionnaire: dora\nanswers: {lead_time: under_1d}\n", "b.yaml": "questionnaire: ours\nanswers: {}\n", "c.yaml": "a: [",
	} {
		if err := os.WriteFile(filepath.Join(drafts, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return state
}

func checkAgainst(t *testing.T, kind, text string) {
	t.Helper()
	source, err := schema.Of(kind)
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	closeObjects(document)
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7)
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v in:\n%s", err, text)
	}
	if err := compiled.Validate(data); err != nil {
		t.Error(err)
	}
}

// closeObjects forbids members that are not listed wherever required members are.
func closeObjects(at any) {
	switch at := at.(type) {
	case map[string]any:
		_, lists := at["properties"].(map[string]any)
		if _, requires := at["required"].([]any); lists && requires {
			at["additionalProperties"] = false
		}
		for _, below := range at {
			closeObjects(below)
		}
	case []any:
		for _, below := range at {
			closeObjects(below)
		}
	}
}
