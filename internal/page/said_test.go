package page_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
)

func TestSaidIsSetApartWhereDirectionsMix(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ said, plain, isolated string }{
		{"Ada", "by Ada.", "by Ada."},
		{"  Ada\n Lovelace ", "by Ada Lovelace.", "by Ada Lovelace."},
		{"עדה", "by עדה.", "by \u2068עדה\u2069."},
		{"a\u202eb", `by a\u202eb.`, `by a\u202eb.`},
		{"a\u2068b", `by a\u2068b.`, `by a\u2068b.`},
		{"", "by .", "by ."},
	} {
		text := "by " + page.Said(test.said).String() + "."
		if got := page.Plain(text); got != test.plain {
			t.Errorf("Plain of %q is %q, want %q", test.said, got, test.plain)
		}
		if got := page.Isolated(text); got != test.isolated {
			t.Errorf("Isolated of %q is %q, want %q", test.said, got, test.isolated)
		}
	}
}

// Whatever a text holds, a writer gets nothing from it that moves a cursor or hides words, in marks or outside of them.
func TestSpansAreVisible(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "own") + page.Said(rapid.String().Draw(t, "said")).String() + rapid.String().Draw(t, "rest")
		for part := range page.Spans(text) {
			if part != diag.Visible(part) {
				t.Fatalf("%q came through", part)
			}
		}
	})
}
