package diag

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestVisible(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"empty":                {"", ""},
		"plain":                {"release branch, 10 %", "release branch, 10 %"},
		"other scripts":        {"Größe 日本語 עברית عربي हिन्दी", "Größe 日本語 עברית عربي हिन्दी"},
		"joined emoji":         {"👩\u200d🔧 mi\u200cxed", "👩\u200d🔧 mi\u200cxed"},
		"colour sequence":      {"\x1b[31mred\x1b[0m", `\x1b[31mred\x1b[0m`},
		"title sequence":       {"\x1b]0;x\a", `\x1b]0;x\x07`},
		"C1 control":           {"a\u009b31m", `a\x9b31m`},
		"NUL and DEL":          {"\x00\x7f", `\x00\x7f`},
		"line ends and tabs":   {"a\nb\r\n\tc", `a\nb\r\n\tc`},
		"bidi override":        {"user\u202e gpj.exe", `user\u202e gpj.exe`},
		"bidi isolates":        {"\u2066a\u2069", `\u2066a\u2069`},
		"bidi marks":           {"\u200ea\u200f\u061c", `\u200ea\u200f\u061c`},
		"zero width space":     {"a\u200bb\u2060c", `a\u200bb\u2060c`},
		"soft hyphen":          {"a\u00adb", `a\xadb`},
		"byte order mark":      {"\ufeffa", `\ufeffa`},
		"line separators":      {"a\u2028b\u2029", `a\u2028b\u2029`},
		"tag characters":       {"a\U000e0041", `a\U000e0041`},
		"no characters":        {"\ufffe\uffff\ufdd0\U0001fffe", `\ufffe\uffff\ufdd0\U0001fffe`},
		"broken UTF-8":         {"caf\xe9 \xff", `caf\xe9 \xff`},
		"cut UTF-8":            {"a\xe6\x97", `a\xe6\x97`},
		"replacement written":  {"a\ufffdb", "a\ufffdb"},
		"replacement and junk": {"\ufffd\x80\x1b", "\ufffd" + `\x80\x1b`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := Visible(test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestVisibleLines(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"line ends":    {"a\r\nb\n\nc", "a\nb\n\nc"},
		"last line":    {"a\n", "a\n"},
		"lone return":  {"a\rb\nc", `a\rb` + "\nc"},
		"two returns":  {"a\r\r\n", `a\r` + "\n"},
		"control":      {"\x1b[2J\n\tb", `\x1b[2J` + "\n" + `\tb`},
		"other breaks": {"a\u2028b\vc", `a\u2028b\x0bc`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := VisibleLines(test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuote(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"word":        {"integration", `"integration"`},
		"empty":       {"", `""`},
		"control":     {"a\x1b", `"a\x1b"`},
		"exactly 60":  {strings.Repeat("日", 60), `"` + strings.Repeat("日", 60) + `"`},
		"61 is cut":   {strings.Repeat("日", 61), `"` + strings.Repeat("日", 59) + `…"`},
		"far too big": {strings.Repeat("a", 1<<20), `"` + strings.Repeat("a", 59) + `…"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := Quote(test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// genHostile makes strings rich in what a terminal must not see.
func genHostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{"\x1b", "\n", "\r", "\x00", "\u202e", "\u2028", "\ufeff", "\u200b", "\u200d", "\xff", "\xe6\x97", "\u009b", "a", "日", "\ufffd"}),
		rapid.String(),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
	)
	return rapid.Map(rapid.SliceOf(piece), func(pieces []string) string { return strings.Join(pieces, "") })
}

func TestVisibleIsSafe(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := genHostile().Draw(t, "text")
		checkVisible(t, s)
		for line := range strings.SplitSeq(VisibleLines(s), "\n") {
			checkSafe(t, line)
		}
		quoted := Quote(s)
		checkSafe(t, quoted)
		// The longest escape of one code point has ten characters.
		if n := utf8.RuneCountInString(quoted); n > 2+60*10 {
			t.Fatalf("a quotation of %d characters", n)
		}
	})
}

func FuzzVisible(f *testing.F) {
	for _, s := range []string{"", "plain", "\x1b[31m", "\u202e\u2066", "\xff\xe6\x97", "a\r\nb\u0085", "\ufeff\u200b\u200d", "\U000e0041\ufffd", "日本"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkVisible(t, s) })
}

func TestVisibleJSON(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, want string }{
		"plain":          {"{\n  \"a\": [1, \"日本 é\"]\n}\n", "{\n  \"a\": [1, \"日本 é\"]\n}\n"},
		"bidi override":  {"\"\u202e\"", `"\u202e"`},
		"DEL and C1":     {"\"\x7f\u009b\"", `"\u007f\u009b"`},
		"beyond 16 bits": {"\"\U000e0041\"", `"\udb40\udc41"`},
		"number signs":   {`"##[x] ###vso[y] # #"`, `"#\u0023[x] #\u0023\u0023vso[y] # #"`},
		"joined emoji":   {"\"👩\u200d🔧\"", "\"👩\u200d🔧\""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := string(VisibleJSON([]byte(test.text))); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Escaping must not change what the JSON says.
func TestVisibleJSONMeansTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(genHostile().Draw(t, "text"), "")
		encoded, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		visible := VisibleJSON(encoded)
		checkSafe(t, string(visible))
		var decoded string
		if err := json.Unmarshal(visible, &decoded); err != nil || decoded != s {
			t.Fatalf("%q becomes %q: %v", s, decoded, err)
		}
	})
}

func TestCut(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"": "", "abcdefgh": "abcdefgh", "abcdefghi": "abcde…hi", "ÄÖÜäöüßéñ": "ÄÖÜäö…éñ"} {
		if got := Cut(text, 8); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkVisible fails unless the visible form is safe, is its own visible form, and is the text itself where that was safe.
func checkVisible(t failer, s string) {
	t.Helper()
	got := Visible(s)
	checkSafe(t, got)
	if again := Visible(got); again != got {
		t.Fatalf("%q becomes %q and then %q", s, got, again)
	}
	if safe(s) == "" && got != s {
		t.Fatalf("%q was safe and became %q", s, got)
	}
}

func checkSafe(t failer, s string) {
	t.Helper()
	if fault := safe(s); fault != "" {
		t.Fatalf("%q holds %s", s, fault)
	}
}

// safe is the claim of Visible in words of its own: valid UTF-8 without controls, line separators, bidirectional
// controls and other invisible format characters.
func safe(s string) string {
	if !utf8.ValidString(s) {
		return "broken UTF-8"
	}
	for _, r := range s {
		switch {
		case r < ' ' || r >= 0x7f && r <= 0x9f:
			return "a control character"
		case unicode.Is(unicode.Bidi_Control, r):
			return "a bidirectional control"
		case unicode.In(r, unicode.Zl, unicode.Zp):
			return "a line separator"
		case unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d':
			return "an invisible format character"
		}
	}
	return ""
}
