package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// TestSimpleCells holds that the quick way to count agrees with the thorough one.
func TestSimpleCells(t *testing.T) {
	t.Parallel()
	drawn := rapid.SampledFrom([]string{"a", " ", "~", "›", "●", "·", "━", "─", "↑", "↓", "…", "\x1b[2m", "\x1b[1;31m", "\x1b[m"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(drawn).Draw(t, "text"), "")
		count, ok := simpleWidth(text)
		if !ok || count != ansi.StringWidth(text) || count != ansi.StringWidthWc(text) {
			t.Fatalf("%q: %d, %v", text, count, ok)
		}
	})
	for _, text := range []string{"é", "日", "\u0301", "a\tb", "👩", "\u202e"} {
		if _, ok := simpleWidth(text); ok {
			t.Errorf("%q is not simple", text)
		}
	}
}

func TestField(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, keys, before, after string }{
		{"typing", "text:abc", "abc", ""},
		{"in the middle", "text:abc left left text:x", "ax", "bc"},
		{"over the ends", "text:ab right home left text:x end delete text:y", "xaby", ""},
		{"backspace and delete", "text:abcd left left backspace delete", "a", "d"},
		{"a word back", "text:one_two__ ctrl+w", "one ", ""},
		{"to the start", "text:abc left ctrl+u", "", "c"},
		{"to the end", "text:abc left ctrl+k", "ab", ""},
		{"combining marks go with their letter", "text:e\u0301e\u0301 left backspace", "", "e\u0301"},
		{"a family is one character", "text:a👩\u200d👩\u200d👧 backspace", "a", ""},
		{"unknown keys", "text:a f5 ctrl+x tab", "a", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var input textField
			for name := range strings.FieldsSeq(test.keys) {
				if text, ok := strings.CutPrefix(name, "text:"); ok {
					input.insertText(strings.ReplaceAll(text, "_", " "))
					continue
				}
				editField(&input, name)
			}
			if input.before != test.before || input.after != test.after {
				t.Errorf("%q|%q, want %q|%q", input.before, input.after, test.before, test.after)
			}
		})
	}
}

// editField presses a key in a field; one that is no command does nothing.
func editField(input *textField, name string) {
	p := &listPage{input: input}
	f := &fullScreen{session: interview.New(&questionnaire.Questionnaire{}, &answers.Sheet{})}
	if c := findCommand(fieldCommands(f, p), name); c != nil {
		c.run(name)
	}
}

func TestPasteIsCleaned(t *testing.T) {
	t.Parallel()
	input := newTextField("a\r\nb\tc\x1b[31md\x00\xff\u0085e")
	if want := "a  b c[31md e"; input.text() != want {
		t.Errorf("%q, want %q", input.text(), want)
	}
	long := newTextField(strings.Repeat("é", longestText+5))
	if got := len([]rune(long.text())); got != longestText || !long.full {
		t.Errorf("%d characters, full %v", got, long.full)
	}
}

// TestFieldBreaksAtWords holds where rows end, and where the cursor, written as a bar, is then.
func TestFieldBreaksAtWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, typed string
		want        []string
	}{
		{"one row", "one two|", []string{"one two|"}},
		{"the next word goes down as a whole", "one two thr|", []string{"one two ", "thr|"}},
		{"the cursor at the end of a row is before the next", "one two |three", []string{"one two ", "|three"}},
		{"blanks are kept", "one   two   three|", []string{"one   ", "two   ", "three|"}},
		{"a row of blanks", "          |x", []string{"        ", "  |x"}},
		{"a word wider than a row", "ab abcdefghijkl|", []string{"ab abcde", "fghijkl|"}},
		{"no blanks at all", "日本語の|サービス", []string{"日本語の", "|サービス"}},
		{"combining marks stay with their letter", "aaaa bbe\u0301|bb", []string{"aaaa ", "bbe\u0301|bb"}},
		{"nothing", "|", []string{"|"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before, after, _ := strings.Cut(test.typed, "|")
			rows, at := wrapTyped(before+after, len(before), 8)
			rows[at.row] = ansi.Cut(rows[at.row], 0, at.column) + "|" + ansi.Cut(rows[at.row], at.column, 8)
			if diff := cmp.Diff(test.want, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestFieldRows holds that a text is shown whole, that its rows fit, and that the cursor stands inside them.
func TestFieldRows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(4, 60).Draw(t, "width")
		input := newTextField(hostile().Draw(t, "text"))
		for range rapid.IntRange(0, 5).Draw(t, "steps") {
			editField(input, rapid.SampledFrom([]string{"left", "right", "home", "end", "backspace"}).Draw(t, "key"))
		}
		rows, at := input.wrapRows(width)
		for _, row := range rows {
			if displayWidth(row) >= width {
				t.Fatalf("%q leaves no room for the cursor in %d cells", row, width)
			}
		}
		if got, want := strings.Join(rows, ""), diag.Visible(input.text()); got != want && !tooWide(want, width-1) {
			t.Fatalf("%q is shown as %q", want, got)
		}
		if at.row >= len(rows) || at.column >= width {
			t.Fatalf("the cursor is at %v of %d rows of %d cells", at, len(rows), width)
		}
	})
}

// tooWide reports that a text has a character that no row of the width can hold.
func tooWide(text string, width int) bool {
	for text != "" {
		cluster, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
		if displayWidth(cluster) > width {
			return true
		}
		text = text[len(cluster):]
	}
	return false
}
