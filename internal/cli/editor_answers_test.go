package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEditor holds what an editor makes of an answers file as opsfit writes it: it finds the schema beside the file, completes and
// explains what a person types in place of the empty answer to a question, and marks what is wrong.
func TestEditor(t *testing.T) {
	t.Parallel()
	server := startLanguageServer(t)
	dir := t.TempDir()
	sheets := map[string]string{}
	for _, id := range []string{"full", "launch"} {
		file := id + ".yaml"
		if _, errs, code := atTerminal(t, dir, "answers", "new", file, "-q", id); code != ExitDone {
			t.Fatal(errs)
		}
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		sheets[id] = string(text)
		if _, faults := server.open(filepath.Join(dir, file), sheets[id]); len(faults) > 0 {
			t.Errorf("%s: faults in a new sheet: %q", file, faults)
		}
	}
	for i, test := range editorTests() {
		empty, _, _ := strings.Cut(test.typed, ":")
		head, rest, found := strings.Cut(sheets[test.sheet], "\n  "+empty+":\n")
		if !found {
			t.Fatalf("%s has no question %s", test.sheet, empty)
		}
		typed := head + "\n  " + test.typed
		uri, faults := server.open(filepath.Join(dir, fmt.Sprintf("typed-%d.yaml", i)), typed+"\n"+rest)
		if got := strings.Join(faults, "\n"); !strings.Contains(got, test.fault) || test.fault == "" && got != "" {
			t.Errorf("%q: said is %q, want %q", test.typed, got, test.fault)
		}
		test.checkOffered(t, server.completions(behind(uri, typed)))
		shown := server.hover(behind(uri, head+"\n  "+empty))
		for _, text := range test.shown {
			if !strings.Contains(shown, text) {
				t.Errorf("%q: shown is %s, want %q", test.typed, shown, text)
			}
		}
	}
}

func (test *editorTest) checkOffered(t *testing.T, offered map[string]string) {
	t.Helper()
	for word, about := range test.offered {
		if got, ok := offered[word]; !ok || got != about {
			t.Errorf("%q: %s is offered %v with %q, want %q", test.typed, word, ok, got, about)
		}
	}
	for _, word := range test.notOffered {
		if _, ok := offered[word]; ok {
			t.Errorf("%q: %s is offered", test.typed, word)
		}
	}
}

type editorTest struct {
	// typed stands in place of a question without an answer; words are completed at its end.
	sheet, typed string
	// fault is part of what is said about the file; "" for nothing.
	fault string
	// offered are some of the words, each with its text.
	offered    map[string]string
	notOffered []string
	// shown are parts of what is shown over the question.
	shown []string
}

func editorTests() []editorTest {
	outages := map[string]string{
		"safety": "People could be harmed", "minor": "Hardly anyone would notice", "dont_know": "You do not know.",
		"skipped": "No answer for now.",
	}
	alerts := map[string]string{"core_task": "Users cannot do a core task", "none": "None of these"}
	return []editorTest{
		{
			sheet: "launch", typed: "outage_cost: ", offered: outages, notOffered: []string{"not_applicable"},
			shown: []string{"Cost of failure", "What would it mean if the service were down", "It sets how much this review requires.", "`safety`: People could be harmed"},
		},
		{sheet: "launch", typed: "outage_cost: safty", fault: `Valid values: "safety", "vital"`, offered: outages},
		{sheet: "launch", typed: "outage_cost:\n    option: ", fault: "Value is not accepted", offered: outages},
		{
			sheet: "launch", typed: "outage_cost:\n    ", notOffered: []string{"options", "unknown", "not_applicable"},
			offered: map[string]string{"note": "Anything that readers of the report should know."},
		},
		{sheet: "launch", typed: "outage_cost: {option: safety, unknown: [minor]}", fault: "Property unknown is not allowed."},
		{sheet: "launch", typed: "outage_cost: {not_applicable: R}", fault: "Value is not accepted"},
		{sheet: "launch", typed: "outage_cost: dont_know"},
		{sheet: "launch", typed: "outage_cost: minor\n  outage_cots: minor", fault: "Property outage_cots is not allowed."},
		{
			sheet: "launch", typed: "alerts: [core_task, ", fault: "Flow sequence",
			shown: []string{"What raises alerts", "Watching servers alone shows few of these.", "a list of all that apply"},
		},
		{sheet: "launch", typed: "alerts:\n    - ", fault: "Value is not accepted", offered: alerts, notOffered: []string{"dont_know"}},
		{sheet: "launch", typed: "alerts:\n    options:\n      - ", fault: "Value is not accepted", offered: alerts},
		{sheet: "launch", typed: "alerts: [core_task, eror]", fault: "Value is not accepted"},
		{sheet: "launch", typed: "alerts: {options: [core_task], unknown: [late], not_applicable: {runs_out: R}, note: N}"},
		{sheet: "launch", typed: "alerts: []"},
		{sheet: "launch", typed: "alerts: dont_know"},
		{
			sheet: "launch", typed: "real_trial: dont_know",
			shown: []string{"Trial by users", "Who has tried it as it will be used?", "An easy trial proves only the easy day.", "`dont_know`: You do not know.", "Asked only for some answers to: Kind of launch."},
		},
		{sheet: "full", typed: "integration: ", offered: map[string]string{
			"not_applicable": `The question does not apply; better with a reason: {not_applicable: "why"}.`,
		}},
		{sheet: "full", typed: "integration:\n    ", offered: map[string]string{
			"not_applicable": "Why the question does not apply to this service. Where all that apply are asked for, it may also name the options " +
				"that cannot, each with the reason.",
		}},
		{sheet: "full", typed: `integration: {not_applicable: "the supplier writes the code"}`},
	}
}

// behind is the end of a text.
func behind(uri, text string) map[string]any {
	return map[string]any{
		"textDocument": map[string]string{"uri": uri},
		"position":     map[string]int{"line": strings.Count(text, "\n"), "character": len(text) - 1 - strings.LastIndex(text, "\n")},
	}
}
