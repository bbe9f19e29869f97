package plan_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// update rewrites the golden file instead of comparing with it; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden file under testdata")

// TestPublishedForm holds the members of a path and their order; two steps have all of them.
func TestPublishedForm(t *testing.T) {
	t.Parallel()
	q, sheet := reporttest.FrozenSheet(t, "typical")
	var got bytes.Buffer
	if err := report.Encode(&got, build(q, sheet, 2)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "typical.json")
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("the form differs (-want +got):\n%s", diff)
	}
	lists := "steps next waiting notes axes warnings gone new regraded assumes unblocks settles because blocked_by after"
	for list := range strings.FieldsSeq(lists) {
		if strings.Contains(got.String(), `"`+list+`": null`) {
			t.Errorf("%s is null", list)
		}
	}
}
