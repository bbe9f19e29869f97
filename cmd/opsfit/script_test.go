package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"opsfit": main})
}

// TestScript runs testdata/script/*.txtar: what a user types and sees. UPDATE_SCRIPTS=1 rewrites what they compare with.
func TestScript(t *testing.T) {
	t.Parallel()
	samples, err := filepath.Abs(filepath.Join("..", "..", "testdata", "answers"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files:               scripts(t),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			env.Setenv("FROZEN", filepath.Dir(frozenFile(t)))
			env.Setenv("TERM", "xterm")
			env.Setenv("LANG", "en_GB.UTF-8")
			return nil
		},
		Condition: func(name string) (bool, error) {
			return name == "terminal" && (runtime.GOOS == "linux" || runtime.GOOS == "darwin"), nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status, "mark": mark, "extract": extract, "change": change},
	})
}

// concurrent are the scripts of commands that do several things at once. Short runs, which the race detector makes, run these only:
// each command starts a program, which takes long under the detector, and where nothing is concurrent it has nothing to find.
func concurrent() []string {
	return []string{"evidence", "evidence_interview", "interview_pipe", "portfolio", "scan", "team", "terminal"}
}

// scripts are the files to run.
func scripts(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join("..", "..", "testdata", "script", "*.txtar"))
	if err != nil || len(all) == 0 {
		t.Fatal("no scripts", err)
	}
	if !testing.Short() {
		return all
	}
	var some []string
	for _, name := range concurrent() {
		some = append(some, filepath.Join("..", "..", "testdata", "script", name+".txtar"))
	}
	return some
}

// frozenFile is the questionnaire of questionnairetest.Frozen, which does not change with the shipped ones.
func frozenFile(t *testing.T) string {
	t.Helper()
	file, err := filepath.Abs(filepath.Join("..", "..", "internal", "questionnaire", "questionnairetest", "frozen", "frozen.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// mark copies a file with a byte order mark in front: mark FROM TO.
func mark(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 2 {
		ts.Fatalf("usage: mark FROM TO")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte("\ufeff"+ts.ReadFile(args[0])), 0o644))
}

// change copies a file with the first match of an expression replaced, which has to be there: change FROM TO EXPRESSION TEXT.
func change(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) != 4 {
		ts.Fatalf("usage: change FROM TO EXPRESSION TEXT")
	}
	text, expression := ts.ReadFile(args[0]), regexp.MustCompile(args[2])
	found := expression.FindStringSubmatchIndex(text)
	if found == nil {
		ts.Fatalf("%s: nothing matches %s", args[0], args[2])
	}
	changed := text[:found[0]] + string(expression.ExpandString(nil, args[3], text, found)) + text[found[1]:]
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(changed), 0o644))
}

// status runs a command and compares its exit code: status 3 opsfit assess -a answers.yaml.
func status(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM [ARGUMENT...]")
	}
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("run %s: %v", args[1], err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("%s exited with %d, want %s", args[1], got, args[0])
	}
}
