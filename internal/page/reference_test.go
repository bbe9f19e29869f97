package page_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/page"
)

func TestReferences(t *testing.T) {
	t.Parallel()
	text := "because of " + page.RefTo(page.AnchorOf("restore_test"), page.Said("Restore\ufff9 test").String()) + ", and " + page.RefTo("", "more")
	type part struct{ text, anchor string }
	var got []part
	for words, anchor := range page.References(text) {
		got = append(got, part{page.Plain(words), anchor})
	}
	want := []part{{"because of ", ""}, {`Restore\ufff9 test`, "q-restore_test"}, {", and more", ""}}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("part %d is %q, want %q", i, got[i], want[i])
		}
	}
	if got, want := page.Plain(text), `because of Restore\ufff9 test, and more`; got != want {
		t.Errorf("Plain gives %q, want %q", got, want)
	}
}

// TestAnchorOf holds that an id of a forged file cannot become more than an anchor.
func TestAnchorOf(t *testing.T) {
	t.Parallel()
	for question, want := range map[string]string{"restore_test": "q-restore_test", "": "", "a b": "", `a"b`: "", "a\ufffab": ""} {
		if got := page.AnchorOf(question); got != want {
			t.Errorf("AnchorOf(%q) is %q, want %q", question, got, want)
		}
	}
}
