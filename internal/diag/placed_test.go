package diag_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
)

func TestPlaced(t *testing.T) {
	t.Parallel()
	if (diag.Placed{}).IsGiven() || !(diag.Placed{File: "--gate"}).IsGiven() {
		t.Error("a text that was left empty was given; none was not")
	}
	text := diag.Placed{Text: "fit ≥ 7", File: "a.yaml", Pos: diag.Pos{Line: 3, Column: 9}}
	want := diag.List{{Severity: diag.Error, Code: "c", File: "a.yaml", Pos: diag.Pos{Line: 3, Column: 9}, Length: 7, Message: "no 7", Hint: "h"}}
	if diff := cmp.Diff(want, text.Errorf("c", "h", "no %d", 7)); diff != "" {
		t.Error(diff)
	}
	inside := diag.List{{Pos: diag.Pos{Line: 1, Column: 5}, Length: 3}, {Pos: diag.Pos{Line: 2, Column: 4}, Length: 2}}
	tests := []struct {
		encoded bool
		want    diag.List
	}{
		{false, diag.List{{File: "a.yaml", Pos: diag.Pos{Line: 3, Column: 13}, Length: 3}, {File: "a.yaml", Pos: diag.Pos{Line: 4, Column: 4}, Length: 2}}},
		{true, diag.List{{File: "a.yaml", Pos: diag.Pos{Line: 3, Column: 9}, Length: 1}, {File: "a.yaml", Pos: diag.Pos{Line: 3, Column: 9}, Length: 1}}},
	}
	for _, test := range tests {
		text.Encoded = test.encoded
		if diff := cmp.Diff(test.want, text.Within(inside)); diff != "" {
			t.Errorf("encoded %t:\n%s", test.encoded, diff)
		}
	}
	if inside[0].File != "" {
		t.Error("the diagnostics that were given have changed")
	}
}
