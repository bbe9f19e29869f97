package render

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// strangersPieces are what texts of strangers hold: wide, joined, combining and right-to-left characters, words without
// an end, and all that a terminal would act on.
func strangersPieces() []string {
	return []string{
		"plain words", " ", "   ", "-0.4", "a-b", "测试用的中文文本", "日本語", "한국어", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪🇫🇷", "👍🏽", "❤️", "e\u0301\u0327", "\u0301",
		"שלום עולם", "مرحبا", "\u200d", "\u200b", "\u00a0", "\u3000", "\u00ad", "ﷺ", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤", "ก็็็็", "क्षि",
		strings.Repeat("x", 300), strings.Repeat("漢", 150), "\n", "\r\n", "\r", "\t", "\x00", "\x07", "\x7f", "\xff", "\xc3",
		"\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\x1b[2J", "\u009b31m", "\u009d0;x\u009c", "\u0085",
		"\u202e", "\u2066", "\u2069", "\u2028", "\u2029", "\ufeff", "\U000e0041", "|", "`", "<b>", "…", "●", "◇",
	}
}

func strangersText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(strangersPieces()), 0, 6).Draw(t, "pieces"), "")
	})
}

// withoutStyles removes what lipgloss adds and nothing else, so that a sequence from a document would stay.
func withoutStyles(text string) string {
	return regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(text, "")
}

func checkLines(t rapid.TB, text string, width int) {
	for line := range strings.SplitSeq(text, "\n") {
		if got := ansi.StringWidth(line); got > width {
			t.Fatalf("%d cells where %d are allowed: %q", got, width, line)
		}
		if strings.HasSuffix(line, " ") {
			t.Fatalf("trailing space: %q", line)
		}
		if at := leak(line); at >= 0 {
			t.Fatalf("%q reaches the terminal in %q", line[at:], line)
		}
	}
}

// leak returns where something stands that a terminal would act on, or -1. A replacement character is harmless when a
// person wrote it.
func leak(line string) int {
	if !utf8.ValidString(line) {
		return 0
	}
	return strings.IndexFunc(line, func(r rune) bool { return diag.Hidden(r) && r != utf8.RuneError })
}

const hostilePayload = "a\x1b[31mb\x1b]0;c\x07d\u009b1me\u202ef\u2066g\x00h\ri\u0085j\u2028k"

// fieldNames returns the names of all fields of a document or questionnaire that hold text, such as "Answers.Note".
func fieldNames(value any) []string {
	var names []string
	reporttest.EachText(reflect.ValueOf(value), func(path string, _ reflect.Value) { names = append(names, fieldName(path)) })
	slices.Sort(names)
	return slices.Compact(names)
}

func fieldName(path string) string {
	return regexp.MustCompile(`\[[^]]*\]`).ReplaceAllString(path, "")
}
