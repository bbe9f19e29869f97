package team_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
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
