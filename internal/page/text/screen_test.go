package text_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
)

func screenOf(t rapid.TB, p page.Page, opt text.Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := text.WriteScreen(&out, p, opt); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// steppedPage has parts of three lines, two and one, of which the second may stand close to the first.
func steppedPage() page.Page {
	lines := func(word string) [][]page.Block {
		return [][]page.Block{
			{page.Text(word + " 1"), page.Text(word + " 2"), page.Text(word + " 3")}, {page.Text(word + " 1")}, nil,
		}
	}
	return page.Page{Screen: page.Screen{
		Parts: []page.ScreenPart{
			{ID: "verdict", Forms: lines("verdict")}, {ID: "why", Close: true, Forms: lines("why")}, {ID: "next", Forms: lines("next")},
		},
		Shrink: []string{"why", "absent", "next", "why", "why", "verdict"},
	}}
}

func TestScreenShrinksInItsOrder(t *testing.T) {
	t.Parallel()
	const verdict = "verdict 1\nverdict 2\nverdict 3\n"
	for _, test := range []struct {
		rows int
		want string
	}{
		{24, verdict + "\nwhy 1\nwhy 2\nwhy 3\n\nnext 1\nnext 2\nnext 3\n"},
		{12, verdict + "\nwhy 1\nwhy 2\nwhy 3\n\nnext 1\nnext 2\nnext 3\n"},
		{11, verdict + "why 1\nwhy 2\nwhy 3\n\nnext 1\nnext 2\nnext 3\n"},
		{10, verdict + "why 1\nwhy 2\nwhy 3\nnext 1\nnext 2\nnext 3\n"},
		{9, verdict + "why 1\n\nnext 1\nnext 2\nnext 3\n"},
		{8, verdict + "why 1\nnext 1\nnext 2\nnext 3\n"},
		{7, verdict + "why 1\n\nnext 1\n"},
		{5, verdict + "next 1\n"},
		// What was given up last comes back where it has room after all.
		{4, "verdict 1\nwhy 1\nnext 1\n"},
		// The shortest forms scroll.
		{2, "verdict 1\nnext 1\n"},
	} {
		got := screenOf(t, steppedPage(), text.Options{Rows: test.rows})
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%d rows (-want +got):\n%s", test.rows, diff)
		}
	}
}

// A command keeps its line, and a terminal takes as many rows for it as it needs.
func TestScreenCountsLinesThatGoOn(t *testing.T) {
	t.Parallel()
	p := steppedPage()
	p.Screen.Parts = append(p.Screen.Parts, page.ScreenPart{ID: "command", Forms: [][]page.Block{{page.Preformatted(strings.Repeat("x", 81))}}})
	for rows, want := range map[int]int{15: 13, 14: 12} { // The last line takes two rows.
		if got := strings.Count(screenOf(t, p, text.Options{Width: 80, Rows: rows}), "\n"); got != want {
			t.Errorf("%d rows: %d lines, want %d", rows, got, want)
		}
	}
}

func TestHostileScreen(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := hostilePage(func(label string) string { return page.Said(strangersText().Draw(t, label)).String() })
		opt := text.Options{Width: rapid.IntRange(40, 200).Draw(t, "width"), Rows: rapid.IntRange(1, 80).Draw(t, "rows")}
		simple := screenOf(t, p, opt)
		checkLines(t, simple, opt.Width)
		opt.Color = true
		if diff := cmp.Diff(simple, ansi.Strip(screenOf(t, p, opt))); diff != "" {
			t.Fatalf("colour changes the text (-plain +coloured):\n%s", diff)
		}
	})
}
