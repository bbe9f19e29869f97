package pages_test

import (
	"bytes"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// strangersText is what strangers write: wide, joined, combining and right-to-left characters, words without an end, markup,
// and all that a terminal would act on.
func strangersText() *rapid.Generator[string] {
	pieces := []string{
		"plain words", " ", "-0.4", "测试用的中文文本", "👩‍👩‍👧‍👦", "e\u0301\u0327", "שלום עולם", "مرحبا", "\u200d", "\u00a0", strings.Repeat("x", 300),
		strings.Repeat("漢", 150), "\n", "\r", "\t", "\x00", "\x07", "\xff", "\x1b[31m", "\x1b]0;title\x07", "\u009b31m", "\u0085", "\u202e", "\u2066",
		"\u2069", "\u2068", "\u2028", "\ufeff", "|", "`", "<b>", "</script>", "[x](javascript:x)", "# x", "…",
	}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 5).Draw(t, "pieces"), "")
	})
}

// TestHostileDocuments fills every text of a result with what strangers write, and writes its pages in every format.
func TestHostileDocuments(t *testing.T) {
	t.Parallel()
	documents := frozenDocuments(t)
	rapid.Check(t, func(t *rapid.T) {
		doc := reporttest.Reread(t, rapid.SampledFrom(documents).Draw(t, "document"))
		keep := rapid.Bool().Draw(t, "keep words of ours")
		reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
			if keep && !strings.Contains(path, "Text") && !strings.Contains(path, "Note") && !strings.Contains(path, "Title") {
				return
			}
			text.SetString(strangersText().Draw(t, path))
		})
		width := rapid.IntRange(40, 200).Draw(t, "width")
		checkEveryFormat(t, pages.Assessment(doc), width)
		checkText(t, pages.Check(doc, strangersText().Draw(t, "whereabouts")), width)
	})
}

func frozenDocuments(t testing.TB) []*report.Document {
	t.Helper()
	documents := []*report.Document{judgedDocument(t)}
	for _, name := range questionnairetest.Sheets(t) {
		documents = append(documents, reporttest.Frozen(t, name))
	}
	return documents
}

// checkEveryFormat holds that no line of a terminal is too wide, and that nothing in any format hides or acts.
func checkEveryFormat(t rapid.TB, p page.Page, width int) {
	t.Helper()
	checkText(t, p, width)
	for format, write := range map[string]func(io.Writer, page.Page) error{
		"Markdown": markdown.Write, "HTML": html.Write, "SVG": html.Picture,
	} {
		checkVisible(t, format, string(written(t, func(w io.Writer) error { return write(w, p) })))
	}
}

func checkText(t rapid.TB, p page.Page, width int) {
	t.Helper()
	lines := written(t, func(w io.Writer) error { return text.Write(w, p, text.Options{Width: width, Color: true}) })
	plain := regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(string(lines), "")
	checkVisible(t, "text", plain)
	for line := range strings.SplitSeq(plain, "\n") {
		if got := ansi.StringWidth(line); got > width {
			t.Fatalf("%d cells where %d are allowed: %q", got, width, line)
		}
	}
}

func checkVisible(t rapid.TB, format, got string) {
	t.Helper()
	if !utf8.ValidString(got) {
		t.Fatalf("%s is not UTF-8", format)
	}
	at := strings.IndexFunc(got, func(r rune) bool { return !strings.ContainsRune("\n\t\u2068\u2069\ufffd", r) && diag.Hidden(r) })
	if at >= 0 {
		t.Fatalf("%s: a hidden character is in %q", format, got[max(0, at-20):min(at+10, len(got))])
	}
}

// TestAbsurdNumbers draws figures that no scoring gives but a file may hold.
func TestAbsurdNumbers(t *testing.T) {
	t.Parallel()
	for _, number := range []float64{-1e300, 1e300, 1e17, 5e-324} {
		for _, doc := range frozenDocuments(t) {
			reporttest.EachNumber(reflect.ValueOf(doc), func(value reflect.Value) { value.SetFloat(number) })
			for _, width := range []int{40, 80} {
				checkEveryFormat(t, pages.Assessment(doc), width)
			}
		}
	}
}

// FuzzSavedResult writes whatever passes for a saved result: no file may cause a panic, nor act on a terminal.
func FuzzSavedResult(f *testing.F) {
	for _, doc := range frozenDocuments(f) {
		var saved bytes.Buffer
		if err := report.Encode(&saved, doc); err != nil {
			f.Fatal(err)
		}
		f.Add(saved.Bytes())
	}
	for _, kind := range []string{"leaning", "quadrant"} {
		f.Add([]byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "` + kind + `"}, "axes": [{}], "metrics": [{}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, found := report.Decode("r.json", data)
		if doc == nil {
			if !found.HasErrors() {
				t.Fatal("neither a document nor a fault")
			}
			return
		}
		checkEveryFormat(t, pages.Assessment(doc), 40)
	})
}
