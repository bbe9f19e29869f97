package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"gopkg.in/yaml.v3"
)

// These tests and testdata/script/ci_*.txtar run what the files for other people's pipelines hold: the action, the GitLab
// template and the hooks.

const actionFile = ".github/actions/opsfit/action.yml"

// extract writes a part of a YAML file of the repository to a file: extract FILE PATH TO. The path names keys and, in lists,
// the id of an item or its number.
func extract(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 3 {
		ts.Fatalf("usage: extract FILE PATH TO")
	}
	text, err := part(args[0], args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(text+"\n"), 0o644))
}

func part(file, path string) (string, error) {
	text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
	if err != nil {
		return "", err
	}
	var value any
	if err := yaml.Unmarshal(text, &value); err != nil {
		return "", err
	}
	for key := range strings.SplitSeq(path, ".") {
		value = member(value, key)
	}
	found, ok := value.(string)
	if !ok {
		return "", os.ErrNotExist
	}
	return found, nil
}

func member(value any, key string) any {
	switch value := value.(type) {
	case map[string]any:
		return value[key]
	case []any:
		for i, item := range value {
			fields, _ := item.(map[string]any)
			if fields["id"] == key || strconv.Itoa(i) == key {
				return item
			}
		}
	}
	return nil
}

// action is what the tests read of the file of an action.
type action struct {
	Inputs map[string]struct {
		Description string
		Required    bool
		Default     *string
	}
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []actionStep
	}
}

type actionStep struct {
	ID, Shell, Run, Uses string
	Env                  map[string]string
}

func readAction(t *testing.T) (string, action) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(actionFile)))
	if err != nil {
		t.Fatal(err)
	}
	var read action
	if err := yaml.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	return string(text), read
}

func TestActionDescribesItself(t *testing.T) {
	t.Parallel()
	text, action := readAction(t)
	if action.Runs.Using != "composite" || len(action.Runs.Steps) == 0 || len(action.Outputs) == 0 {
		t.Fatalf("no composite action: %+v", action)
	}
	for name, input := range action.Inputs {
		if input.Description == "" || input.Required == (input.Default != nil) {
			t.Errorf("the input %s has no description, or is neither required nor has a default", name)
		}
		if !strings.Contains(text, "inputs."+name+" ") {
			t.Errorf("the input %s is not used", name)
		}
	}
	for _, used := range regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(text, -1) {
		if _, declared := action.Inputs[used[1]]; !declared {
			t.Errorf("there is no input %s", used[1])
		}
	}
}

// TestActionTakesInputsAsVariables holds that no input of the action can become a part of its scripts, and that every variable
// of a script has a value.
func TestActionTakesInputsAsVariables(t *testing.T) {
	t.Parallel()
	_, action := readAction(t)
	for _, step := range action.Runs.Steps {
		if strings.Contains(step.Run, "${{") || step.Uses != "" || step.Shell != "bash" {
			t.Errorf("the step %s has an expression in its script, runs something from elsewhere, or names no shell", step.ID)
		}
		for _, used := range regexp.MustCompile(`\$\{?([A-Z_]+)`).FindAllStringSubmatch(step.Run, -1) {
			if _, given := step.Env[used[1]]; !given && used[1] != "GITHUB_OUTPUT" {
				t.Errorf("the step %s uses %s, which has no value", step.ID, used[1])
			}
		}
	}
}

// TestActionBuilds runs the step that builds the program where no binary is named.
func TestActionBuilds(t *testing.T) {
	t.Parallel()
	bash, err := exec.LookPath("bash")
	if err != nil || testing.Short() {
		t.Skip("needs bash, and time to build")
	}
	script, err := part(actionFile, "runs.steps.build.run")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	folder, err := filepath.Abs(filepath.Join("..", "..", ".github", "actions", "opsfit"))
	if err != nil {
		t.Fatal(err)
	}
	binary, outputs := filepath.Join(dir, "bin", "opsfit"), filepath.Join(dir, "outputs")
	cmd := exec.CommandContext(t.Context(), bash, "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "ACTION_FOLDER="+folder, "BINARY="+binary, "GITHUB_OUTPUT="+outputs)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got, err := os.ReadFile(outputs); err != nil || string(got) != "binary="+binary+"\n" {
		t.Errorf("outputs %q, %v", got, err)
	}
	if out, err := exec.CommandContext(t.Context(), binary, "version").CombinedOutput(); err != nil || !strings.HasPrefix(string(out), "opsfit ") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestHelpShowsTheTemplatesAsTheyAre holds that what the topic about pipelines shows of them exists in them.
func TestHelpShowsTheTemplatesAsTheyAre(t *testing.T) {
	t.Parallel()
	topic, err := os.ReadFile(filepath.FromSlash("../../internal/topics/ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	for file, shown := range map[string][]string{
		actionFile:                     {"answers: ", "fail-on: "},
		".gitlab/opsfit.gitlab-ci.yml": {"ANSWERS_FILE: ", "OPSFIT_PROGRAM: "},
		".pre-commit-hooks.yaml":       {"id: opsfit-answers"},
	} {
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range shown {
			key := strings.TrimSpace(part)
			if !strings.Contains(string(topic), part) || !strings.Contains(string(text), key) {
				t.Errorf("%q is not in the topic, or not in %s", part, file)
			}
		}
	}
}
