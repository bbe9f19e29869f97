package cli

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/terminal"
)

func TestParseOutput(t *testing.T) {
	t.Parallel()
	tests := []struct{ output, format, file string }{
		{"report.md", "markdown", "report.md"},
		{"REPORT.MD", "markdown", "REPORT.MD"},
		{"a=b/report.txt", "", ""},
		{"json=report.txt", "json", "report.txt"},
		{"json=a=b.md", "json", "a=b.md"},
		{"./a=b.json", "json", "./a=b.json"},
		{"jsn=x", "", ""},
		{"report", "", ""},
		{"json=", "", ""},
		{"json=-", "", ""},
		{"-", "", ""},
		{"./-.json", "json", "./-.json"},
		{"", "", ""},
	}
	for _, test := range tests {
		got, err := parseOutput(assessmentFormats(), test.output)
		if test.file == "" {
			if err == nil {
				t.Errorf("%q was accepted as %s to %s", test.output, got.format.name, got.file)
			}
			continue
		}
		if err != nil || got.format.name != test.format || got.file != test.file {
			t.Errorf("%q: %s to %s, %v; want %s to %s", test.output, got.format.name, got.file, err, test.format, test.file)
		}
	}
}

// TestInternalFailure proves that a mistake of ours ends with one line and the code of a failure, not with a trace.
func TestInternalFailure(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	broken := process(".", &out, &errs)
	broken.Env = func(string) string { panic("boom") }
	if code := Main(context.Background(), broken, []string{"questionnaire", "list"}); code != ExitFailure {
		t.Errorf("exit code %d", code)
	}
	if got := errs.String(); !strings.HasPrefix(got, "opsfit: internal failure: boom;") || strings.Count(got, "\n") != 1 {
		t.Errorf("the message is %q", got)
	}
}

// TestInterruptedRunWritesNothing proves that a run that was interrupted before writing leaves no file.
func TestInterruptedRunWritesNothing(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(Interruption(ExitInterrupted))
	dir := t.TempDir()
	sample, err := filepath.Abs("../../testdata/answers/hospital.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := Main(ctx, process(dir, &out, &errs), []string{"assess", "-a", sample, "-o", "report.md"})
	if code != ExitInterrupted || out.Len() > 0 {
		t.Errorf("exit code %d, output %q, errors %q", code, out.String(), errs.String())
	}
	if names := list(t, dir); names != "" {
		t.Errorf("the run left %s", names)
	}
}

// TestClosedOutput proves that a reader who went away is a failure and no success.
func TestClosedOutput(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"version"},
		{"assess", "-a", "hospital.yaml"},
		{"questionnaire", "list"},
		{"questionnaire", "schema"},
		{"--help"},
		{"assess", "--help"},
		{"completion", "bash"},
		{"assess", "-a", "hospital.yaml", "--gate", "fit >= 99"},
		{"check", "-a", "hospital.yaml", "--gate", "fit >= 99"},
	} {
		var errs bytes.Buffer
		if code := Main(context.Background(), process("../../testdata/answers", closed{}, &errs), args); code != ExitFailure {
			t.Errorf("%v: exit code %d, errors %q", args, code, errs.String())
		}
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errors.New("closed") }

func process(dir string, out, errs interface{ Write([]byte) (int, error) }) Process {
	return Process{
		Streams: terminal.Streams{In: bytes.NewReader(nil), Out: out, Err: errs},
		Env:     func(string) string { return "" },
		Dir:     dir,
		Version: Version{Version: "test"},
	}
}

// TestWriteOrderIsSafe proves that a report that cannot be written does not stop being an error after others were.
func TestWriteOrderIsSafe(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	sample, err := filepath.Abs("../../testdata/answers/hospital.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := Main(context.Background(), process(dir, &out, &errs),
		[]string{"assess", "-a", sample, "-o", "a.md", "-o", "a.md/none/b.json"})
	if code != ExitFailure || !strings.Contains(errs.String(), "write a.md/none/b.json: not a directory") {
		t.Errorf("exit code %d, errors %q", code, errs.String())
	}
	if names := list(t, dir); names != "a.md" {
		t.Errorf("the run left %s", names)
	}
}
