package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStepSummary appends the report to what is there, for the format github alone.
func TestStepSummary(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, format, before string
		want                 bool
	}{
		{"github", "github", "", true},
		{"github after others", "github", "# Tests\n\nAll pass.", true},
		{"another format", "text", "# Tests\n", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "summary.md")
			if err := os.WriteFile(path, []byte(test.before), 0o600); err != nil {
				t.Fatal(err)
			}
			var out, errs bytes.Buffer
			p := process("../../testdata/answers", &out, &errs)
			p.Env = func(name string) string { return map[string]string{"GITHUB_STEP_SUMMARY": path}[name] }
			if code := Main(context.Background(), p, []string{"assess", "-a", "hospital.yaml", "-f", test.format}); code != ExitDone {
				t.Fatalf("exit code %d: %s", code, errs.String())
			}
			got, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text, kept := strings.CutPrefix(string(got), test.before)
			if !kept || strings.Contains(text, "\n## ") != test.want || test.want && !strings.HasPrefix(strings.TrimLeft(text, "\n"), "# ") {
				t.Errorf("the summary is %q", got)
			}
		})
	}
}

func TestStepSummaryCannotBeWritten(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	p := process("../../testdata/answers", &out, &errs)
	p.Env = func(name string) string { return map[string]string{"GITHUB_STEP_SUMMARY": "/nowhere/summary.md"}[name] }
	code := Main(context.Background(), p, []string{"assess", "-a", "hospital.yaml", "-f", "github", "--gate", "fit >= 99"})
	if code != ExitFailure || !strings.Contains(errs.String(), "write the summary of the step, /nowhere/summary.md: ") {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
}

// TestFitting holds that a summary never gets longer than what is shown, and ends with a whole line.
func TestFitting(t *testing.T) {
	t.Parallel()
	text := []byte(strings.Repeat("0123456789\n", 100))
	for room := -1; room <= len(text)+1; room++ {
		got := cutToFit(text, room)
		if len(got) > max(room, 0) || len(got) > 0 && !bytes.HasSuffix(got, []byte("\n")) {
			t.Fatalf("with room for %d: %d bytes", room, len(got))
		}
		body, _, cut := bytes.Cut(got, []byte("\n\n*The rest"))
		if cut && !bytes.HasSuffix(body, []byte("0123456789")) {
			t.Fatalf("cut within a line: %q", got)
		}
		if len(text) <= room && len(got) != len(text) {
			t.Fatalf("cut without need at %d", room)
		}
	}
	if string(text) != strings.Repeat("0123456789\n", 100) {
		t.Error("the text itself was changed")
	}
}

func TestFullSummaryStaysAsItIs(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "summary.md")
	full := bytes.Repeat([]byte("x"), longestSummary-10)
	if err := os.WriteFile(path, full, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := appendSummary(path, bytes.Repeat([]byte("line\n"), 100)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, full) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}
