package cli

import (
	"bytes"
	"strings"
	"testing"
)

// TestNoGit: without git there is nothing to read a repository with, and the person is told so before any report.
func TestNoGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var out, errs bytes.Buffer
	code := Main(t.Context(), process("../../testdata/answers", &out, &errs), []string{"assess", "-a", "hospital.yaml", "--evidence", "."})
	if code != ExitFailure || out.Len() > 0 || !strings.Contains(errs.String(), "git is not installed") {
		t.Errorf("code %d, %q, %q", code, out.String(), errs.String())
	}
}
