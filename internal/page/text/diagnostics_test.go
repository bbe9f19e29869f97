package text_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page/text"
)

func diagnosticsOf(t rapid.TB, list diag.List, source string, opt text.Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := text.Diagnostics(&out, list, func(string) []byte { return []byte(source) }, opt); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func finding(line, column, length int) diag.Diagnostic {
	return diag.Diagnostic{
		Severity: diag.Error, Code: "some-code", File: "a.yaml", Pos: diag.Pos{Line: line, Column: column}, Length: length,
		Message: "something is wrong",
	}
}

func TestExcerpt(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, source           string
		line, column, length   int
		wantText, wantPointers string
	}{
		{"one name", "answers:\n  integratoin: weeks\n", 2, 3, 11, "  integratoin: weeks", "  ^^^^^^^^^^^"},
		{"no length", "a: b", 1, 4, 0, "a: b", "   ^"},
		{"wide characters before", "名前: x: y", 1, 5, 1, "名前: x: y", "      ^"},
		{"wide characters below", "a: 日本語 b", 1, 4, 3, "a: 日本語 b", "   ^^^^^^"},
		{"combining marks", "e\u0301e\u0301: x", 1, 7, 1, "e\u0301e\u0301: x", "    ^"},
		{"inside a combined character", "ae\u0301b", 1, 3, 1, "ae\u0301b", " ^"},
		{"joined emoji", "👩‍👩‍👧: x", 1, 8, 1, "👩‍👩‍👧: x", "    ^"},
		{"tab at the start", "\tkey: x", 1, 1, 1, "    key: x", "^^^^"},
		{"tab inside", "ab\tc", 1, 4, 1, "ab  c", "    ^"},
		{"escape sequence", "a\x1b[31mb", 1, 7, 1, `a\x1b[31mb`, "         ^"},
		{"the control character itself", "a\x07b", 1, 2, 1, `a\x07b`, " ^^^^"},
		{"broken UTF-8", "a\xffb", 1, 2, 1, `a\xffb`, " ^^^^"},
		{"text that turns around", "a\u202eb", 1, 2, 1, `a\u202eb`, " ^^^^^^"},
		{"behind the end", "key:", 1, 5, 1, "key:", "    ^"},
		{"far behind the end", "key:", 1, 50, 9, "key:", "    ^"},
		{"longer than the line", "key: x", 1, 6, 99, "key: x", "     ^"},
		{"blank line", "a\n\nb", 2, 1, 1, "", "^"},
		{"Windows line ends", "a\r\nb: c\r\nd", 2, 4, 1, "b: c", "   ^"},
		{"old line ends", "a\rb: c\rd", 2, 4, 1, "b: c", "   ^"},
		{"byte order mark", "\ufeffa: b", 1, 4, 1, "a: b", "   ^"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			list := diag.List{finding(test.line, test.column, test.length)}
			want := fmt.Sprintf("%s\n%4d │%s\n     │ %s\n", list[0], test.line, strings.TrimRight(" "+test.wantText, " "), test.wantPointers)
			if diff := cmp.Diff(want, diagnosticsOf(t, list, test.source, text.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestExcerptOfLongLine(t *testing.T) {
	t.Parallel()
	const width = 40
	long := strings.Repeat("abcdefghij", 20)
	tests := []struct {
		name                     string
		source                   string
		column, length           int
		wantText, wantUnderlined string
	}{
		{"at the start", "§" + long, 1, 1, "§abcdefghijabcdefghijabcdefghij…", "^"},
		{"in the middle", long + "§" + long, 201, 1, "…fghijabcdefghij§abcdefghijabcde…", "                ^"},
		{"at the end", long + "§", 201, 1, "…abcdefghijabcdefghijabcdefghij§", "                               ^"},
		{"behind the end", long, 201, 1, "…abcdefghijabcdefghijabcdefghij", "                               ^"},
		{"too long to underline", long, 11, 150, "…abcdefghijabcdefghijabcdefghija…", " ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
		{"wide", strings.Repeat("漢", 100) + "§", 101, 1, "…漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢§", "                               ^"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			list := diag.List{finding(1, test.column, test.length)}
			want := fmt.Sprintf("%s\n   1 │ %s\n     │ %s\n", list[0], test.wantText, test.wantUnderlined)
			if diff := cmp.Diff(want, diagnosticsOf(t, list, test.source, text.Options{Width: width})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindingWithoutSource(t *testing.T) {
	t.Parallel()
	whole := diag.Diagnostic{Severity: diag.Error, Code: "too-large", File: "a.yaml", Message: "the file is too large"}
	nameless := diag.Diagnostic{Severity: diag.Warning, Code: "odd", Message: "that is odd", Hint: "look again"}
	for name, list := range map[string]diag.List{
		"whole file": {whole}, "no file": {nameless}, "line behind the end": {finding(9, 1, 1)},
	} {
		if got, want := diagnosticsOf(t, list, "a\n", text.Options{}), list[0].String()+"\n"; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	var out bytes.Buffer
	if err := text.Diagnostics(&out, diag.List{finding(1, 1, 1)}, func(string) []byte { return nil }, text.Options{}); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), finding(1, 1, 1).String()+"\n"; got != want {
		t.Errorf("unknown source: got %q, want %q", got, want)
	}
}

func TestDiagnosticsGolden(t *testing.T) {
	t.Parallel()
	sources := map[string]string{
		"answers.yaml": "questionnaire: full\nanswers:\n  integratoin: weeks\n  名前: {option: weeks, nte: x}\n\tbatch_size: x\n",
		"team.yaml":    "answers: {restore_test: {not_applicable: \"\"}}\n" + strings.Repeat("x", 300) + "\n",
	}
	list := diag.List{
		{
			Severity: diag.Error, Code: "unknown-question", File: "answers.yaml", Pos: diag.Pos{Line: 3, Column: 3}, Length: 11,
			Message: `unknown question "integratoin"`, Hint: `did you mean "integration"?`,
		},
		{
			Severity: diag.Error, Code: "unknown-key", File: "answers.yaml", Pos: diag.Pos{Line: 4, Column: 24}, Length: 3,
			Message: `unknown key "nte"`, Hint: `did you mean "note"?`,
		},
		{
			Severity: diag.Error, Code: "tab", File: "answers.yaml", Pos: diag.Pos{Line: 5, Column: 1},
			Message: "a tab cannot indent", Hint: "use spaces",
		},
		{
			Severity: diag.Warning, Code: "no-reason", File: "team.yaml", Pos: diag.Pos{Line: 1, Column: 26}, Length: 14,
			Message: "not applicable without a reason", Hint: "say why",
		},
		{Severity: diag.Note, Code: "odd", File: "team.yaml", Pos: diag.Pos{Line: 1, Column: 1}, Length: 7, Message: "an answer stands alone"},
		{Severity: diag.Error, Code: "not-utf8", File: "team.yaml", Pos: diag.Pos{Line: 2, Column: 222}, Message: "the text is too long"},
		{Severity: diag.Error, Code: "missing-key", File: "team.yaml", Message: "questionnaire is missing"},
	}
	for name, opt := range map[string]text.Options{
		"diagnostics.txt": {}, "diagnostics.40.txt": {Width: 40}, "diagnostics.ascii.txt": {ASCII: true}, "diagnostics.color.txt": {Color: true, Hues: true},
	} {
		var out bytes.Buffer
		if err := text.Diagnostics(&out, list, func(file string) []byte { return []byte(sources[file]) }, opt); err != nil {
			t.Fatal(err)
		}
		golden(t, name, strings.ReplaceAll(out.String(), "\x1b[", "<ESC>["))
	}
}

// TestPointerMeetsTheCharacter puts one known character between strangers' texts and looks what stands above the pointer.
func TestPointerMeetsTheCharacter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		// A byte order mark would belong to no line at the very start.
		before := "x" + strings.Map(notLineEnd, strangersText().Draw(t, "before"))
		after := strings.Map(notLineEnd, strangersText().Draw(t, "after"))
		place := finding(1, utf8.RuneCountInString(before)+1, 1)
		width := rapid.IntRange(40, 200).Draw(t, "width")
		got := diagnosticsOf(t, diag.List{place}, before+"§"+after, text.Options{Width: width})
		lines := strings.Split(got, "\n")
		if lines[0] != place.String() || len(lines) != 4 {
			t.Fatalf("%d lines: %q", len(lines), got)
		}
		checkLines(t, strings.Join(lines[1:], "\n"), width)
		pointer := len([]rune(lines[2])) - 1
		if above := english.Fit(lines[1], pointer); ansi.StringWidth(above) != pointer || !strings.HasPrefix(lines[1][len(above):], "§") {
			t.Fatalf("the pointer misses:\n%s", got)
		}
	})
}

func notLineEnd(r rune) rune {
	if r == '\n' || r == '\r' || r == '§' {
		return '.'
	}
	return r
}

// TestFirstLineIsTheFinding holds what other programs read, also with colour.
func TestFirstLineIsTheFinding(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := finding(rapid.IntRange(0, 3).Draw(t, "line"), 1, 1)
		d.File = strangersText().Draw(t, "file")
		d.Message = "unknown name " + diag.Quote(strangersText().Draw(t, "name"))
		d.Hint = rapid.SampledFrom([]string{"", `did you mean "x: y [z]"?`}).Draw(t, "hint")
		d.Severity = rapid.SampledFrom([]diag.Severity{diag.Error, diag.Warning, diag.Note}).Draw(t, "severity")
		got := withoutStyles(diagnosticsOf(t, diag.List{d}, "a: b\n", text.Options{Color: true, Hues: true}))
		if first, _, _ := strings.Cut(got, "\n"); first != d.String() {
			t.Fatalf("got  %q\nwant %q", first, d.String())
		}
	})
}

func TestDiagnosticsReportTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	err := text.Diagnostics(failing{broken}, diag.List{finding(1, 1, 1)}, func(string) []byte { return nil }, text.Options{})
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

// BenchmarkDiagnostics shows that one endless line costs no more than many short ones.
func BenchmarkDiagnostics(b *testing.B) {
	source := bytes.Repeat([]byte("漢字かな "), 1<<16)
	var list diag.List
	for i := range diag.MaxPerFile {
		list = append(list, finding(1, i*5000+1, 1))
	}
	for b.Loop() {
		if err := text.Diagnostics(new(bytes.Buffer), list, func(string) []byte { return source }, text.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
