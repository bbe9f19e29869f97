package yamltree

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
)

func TestReaderCollects(t *testing.T) {
	t.Parallel()
	r := NewReader("dir/a.yaml")
	r.Warnf(diag.Pos{Line: 2, Column: 3}, 4, "na-without-reason", "say why", "%q has no reason", "x")
	r.Errorf(diag.Pos{Line: 1, Column: 1}, 0, "bad", "", "100%% wrong")
	want := diag.List{
		{
			Severity: diag.Warning, Code: "na-without-reason", File: "dir/a.yaml", Pos: diag.Pos{Line: 2, Column: 3}, Length: 4,
			Message: `"x" has no reason`, Hint: "say why",
		},
		{Severity: diag.Error, Code: "bad", File: "dir/a.yaml", Pos: diag.Pos{Line: 1, Column: 1}, Message: "100% wrong"},
	}
	if diff := cmp.Diff(want, r.Diagnostics()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Warnings without number must not push out an error: it decides whether the file is used.
func TestReaderIsBounded(t *testing.T) {
	t.Parallel()
	r := NewReader("f")
	for range 300_000 {
		r.Warnf(diag.Pos{}, 1, "w", "", "w")
	}
	if r.Full() {
		t.Error("warnings fill the place of errors")
	}
	for range 300_000 {
		r.Errorf(diag.Pos{}, 1, "e", "", "e")
	}
	if !r.Full() {
		t.Error("errors without end do not fill the reader")
	}
	if got := len(r.Diagnostics()); got != 2*maxFaults || !r.Diagnostics().HasErrors() {
		t.Errorf("%d diagnostics are kept, with errors: %t", got, r.Diagnostics().HasErrors())
	}
}

func TestFieldsStopsWhenFull(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	got := read(t, b.String(), func(r *Reader, n *Node) { r.Fields(n, "question", "id") })
	if lines := strings.Count(got, "\n"); lines != maxFaults {
		t.Errorf("%d diagnostics, want %d", lines, maxFaults)
	}
}

func TestNodeGet(t *testing.T) {
	t.Parallel()
	root := parsed(t, "a: 1\nb: ~\n")
	if root.Get("a").Text != "1" || root.Get("b").Kind != Null {
		t.Errorf("wrong values: %s", outline(root))
	}
	for name, n := range map[string]*Node{"absent key": root.Get("c"), "no mapping": root.Get("a").Get("a"), "nil": (*Node)(nil).Get("a")} {
		if n != nil {
			t.Errorf("%s: %v", name, n)
		}
	}
}

// Nodes that were not parsed, as tests of other packages make them, have usable lengths too.
func TestLengthsWithoutSource(t *testing.T) {
	t.Parallel()
	if got := (*Node)(nil).Length(); got != 1 {
		t.Errorf("nil: %d", got)
	}
	if got := (&Node{Kind: Mapping}).Length(); got != 1 {
		t.Errorf("mapping: %d", got)
	}
	if got := (Entry{Key: "日本"}).KeyLength(); got != 2 {
		t.Errorf("key: %d", got)
	}
	if got := (Entry{}).KeyLength(); got != 1 {
		t.Errorf("empty key: %d", got)
	}
}

func TestKindString(t *testing.T) {
	t.Parallel()
	for kind, want := range map[Kind]string{Null: "an empty value", Scalar: "a text", Mapping: "a mapping", Sequence: "a list", 0: "invalid"} {
		if got := kind.String(); got != want {
			t.Errorf("%d is %q, want %q", kind, got, want)
		}
	}
}
