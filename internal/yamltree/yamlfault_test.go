package yamltree

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filler is a mapping of n lines that a syntax error can hide in or behind.
func filler(n int) string {
	return strings.Repeat("- {id: a, text: \"some text\"}\n", n)
}

func TestSyntaxErrors(t *testing.T) {
	t.Parallel()
	const (
		misfit = `this line does not fit what is above it; check its indentation, and that every quote is closed`
		colon  = `a ":" is not expected here; put quotes around a text that holds ": ", and check the line above`
		item   = `a list item is expected here; begin the line with "- ", correct its indentation, or close a quote`
		quote  = `a quote is opened here and not closed`
		list   = `this list in [ ] is not closed, or a "," is missing`
		braces = `this mapping in { } is not closed, or a "," is missing`
		begin  = `a text cannot begin with this character; put the text in quotes`
		star   = `a text cannot begin with "*" or "&"; put the text in quotes`
		escape = `an unknown escape begins with "\"; use single quotes, or write "\\" for a backslash`
		cut    = `an escape such as \x41 or \u00e9 is incomplete`
		tab    = `a tab cannot indent a line; use spaces`
		stray  = `this does not belong to the value above; check the indentation, and that every line is "key: value"`
	)
	tests := map[string]struct{ source, want string }{
		"colon in a text":             {"id: a\ntext: Note: this\n", "2:1: " + colon + " [syntax] ^16"},
		"deeper than its key":         {"id: a\nb: 1\n  c: 2\n", "3:3: " + colon + " [syntax] ^4"},
		"colon forgotten":             {"a: 1\nb 2\nc: 3\n", `2:1: a ":" is missing after this key; write "key: value", or indent a text that continues [syntax] ^3`},
		"colon forgotten in a list":   {"- id: a\n- id b\n  text: c\n", "3:3: " + colon + " [syntax] ^7"},
		"key among list items":        {"x:\n  - a\n  - b\n  c: 1\n", "4:3: " + item + " [syntax] ^4"},
		"key after a list":            {"- a\nb: c\n", "2:1: " + item + " [syntax] ^4"},
		"half an indentation":         {"a:\n    b: 1\n  c: 2\n", "3:3: " + misfit + " [syntax] ^4"},
		"text after a quote":          {"a: 1\nb: 'it's'\n", "2:1: " + misfit + " [syntax] ^9"},
		"quote after CJK":             {"a: 1\n日本: \"値\" x\n", "2:1: " + misfit + " [syntax] ^9"},
		"quote never closed":          {"a: 1\nb: \"x\nc: 2\nd: 3\n", "2:1: " + quote + " [syntax] ^5"},
		"quote of the first line":     {"a: 'x\nb: 2\n", "1:1: " + quote + " [syntax] ^5"},
		"quote of the last line":      {"a: 1\nb: 'x", "2:1: " + quote + " [syntax] ^5"},
		"quote far above":             {"- \"x\n" + filler(15), "1:1: " + item + " [syntax] ^4"},
		"quote closed far below":      {filler(40) + "- 'x\n" + filler(40), "41:1: " + quote + " [syntax] ^4"},
		"quote before a document end": {"a: 'x\n---\nb: y'\n", "1:1: a quote is opened here and not closed before the next \"---\" or \"...\" [syntax] ^5"},
		"list never closed":           {"a: 1\nb: [1, 2\nc: 3\n", "2:1: " + list + "; reading stopped near line 3 [syntax] ^8"},
		"mapping never closed":        {"a: {b: 1\nc: 2\n", "1:1: " + braces + "; reading stopped near line 2 [syntax] ^8"},
		"comma forgotten":             {"a: {\n  b: 1\n  c: 2\n}\n", "1:1: " + braces + "; reading stopped near line 4 [syntax] ^4"},
		"list ended by a brace":       {"a: 1\nb: [x}\n", "2:1: " + list + " [syntax] ^6"},
		"nothing after a bracket":     {"a: [", "1:1: a value is missing here [syntax] ^4"},
		"bracket too many":            {"a: 1\nb: [x]]\n", "2:1: " + misfit + " [syntax] ^7"},
		"tab before a key":            {"a:\n\tb: 1\n", "2:1: " + tab + " [syntax] ^1"},
		"tab after spaces":            {"a:\n  - b\n  \t- c\n", "3:3: " + tab + " [syntax] ^1"},
		"at sign":                     {"a: 1\n日: @ops\n", "2:4: " + begin + " [syntax] ^1"},
		"backtick in a flow list":     {"a: 1\nb: [x@y, `c`]\n", "2:10: " + begin + " [syntax] ^1"},
		"percent in an item":          {"- a\n- %b\n", "2:3: " + begin + " [syntax] ^1"},
		"directive":                   {"%FOO\n--- a\n", `1:1: a line cannot begin with "%"; put the text in quotes [syntax] ^4`},
		"percent at a line start":     {"%a: 1\n", `1:1: a line cannot begin with "%"; put the text in quotes [syntax] ^5`},
		"emphasis":                    {"a: 1\nb: *bold*\n", "2:4: " + star + " [syntax] ^1"},
		"ampersand":                   {"a: 1\nb: & c\n", "2:4: " + star + " [syntax] ^1"},
		"list on the line of its key": {"a: 1\nb: - c\n", `2:1: a list item ("- ") is not expected here; put the list on the lines below its key [syntax] ^6`},
		"question mark":               {"a: ? b\n", "1:1: a key is not expected here; check the indentation [syntax] ^6"},
		"unknown escape":              {"a: 1\npath: \"C:\\dir\"\n", "2:1: " + escape + " [syntax] ^14"},
		"short escape":                {"a: \"\\u12\"\n", "1:1: " + cut + " [syntax] ^9"},
		"surrogate escape":            {"a: \"\\ud83d\"\n", "1:1: an escape names a character that does not exist [syntax] ^11"},
		"text beside a block sign":    {"a: 1\nb: |x\n  c\n", "2:1: nothing but a comment may follow here [syntax] ^5"},
		"handle of a tag":             {"a: !x!y z\n", "1:4: tags are not supported; remove the tag [syntax] ^1"},
		"second root":                 {"[a]\nb: c\n", "2:1: " + stray + " [syntax] ^4"},
		"bad second document":         {"a: 1\n---\nb: @\n", "3:4: " + begin + " [syntax] ^1"},
		"behind CRLF":                 {"a: 1\r\nb: @\r\n", "2:4: " + begin + " [syntax] ^1"},
		"behind lone CR":              {"a: 1\rb: 'x' y\rc: 1\r", "2:1: " + misfit + " [syntax] ^8"},
		"behind a byte order mark":    {"\ufeffa: 'x' y\n", "1:1: " + misfit + " [syntax] ^8"},
		"behind much text":            {filler(2000) + "- 'x' y\n" + filler(2000), "2001:1: " + item + " [syntax] ^7"},
		"long line":                   {"a: 'x' " + strings.Repeat("y", 500), "1:1: " + misfit + " [syntax] ^100"},
		"unknown problem":             {"a: |00\n", "1:1: this is not valid YAML: found an indentation indicator equal to 0 [syntax] ^6"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, list := Parse("f", []byte(test.source))
			if diff := cmp.Diff("f:"+test.want+"\n", listing(list)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A text too long to be read many times over still gets a line: the one that the library names.
func TestSyntaxErrorInHugeFile(t *testing.T) {
	t.Parallel()
	huge := strings.Repeat("# a comment line of some length, to fill the file\n", 9000)
	tests := map[string]struct {
		source string
		line   int
	}{
		"open quote above":             {"- a\n- 'x\n" + huge, 2},
		"open quote in the first line": {"- 'x\n" + huge, 1},
		"near the end":                 {huge + "- a\n- b: 'x' y\n- c\n", 9002},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, list := Parse("", []byte(test.source))
			if len(list) != 1 || list[0].Code != "syntax" || list[0].Pos.Line != test.line {
				t.Errorf("want one syntax error in line %d, got:\n%s", test.line, listing(list))
			}
		})
	}
}

func TestReportUnplaceable(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text string
		err  error
		want string
	}{
		"panic of the library": {"a: 1\n", errors.New("reading YAML: boom\x1b"), "1:1: this is not valid YAML: reading YAML: boom\\x1b [syntax] ^4\n"},
		"no text":              {"", errors.New("yaml: line 7: boom"), "1:1: this is not valid YAML: boom [syntax] ^1\n"},
		"line behind the end":  {"a: '\n", errors.New("yaml: line 99: found unexpected end of stream"), "1:1: a quote is opened here and not closed [syntax] ^4\n"},
		"alias nowhere":        {"a: 1\n", errors.New("yaml: unknown anchor 'x' referenced"), "1:1: the alias \"*x\" is not supported; " + quoteHint + " [alias] ^1\n"},
		"deep block":           {"a: 1\n  b", errors.New("yaml: line 2: exceeded max depth of 10000"), "2:3: values are nested deeper than 64 levels here; flatten the structure [too-deep] ^1\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			faults := NewReader("f")
			reportYAML(faults, []byte(test.text), len(test.text), test.err)
			if diff := cmp.Diff("f:"+test.want, listing(faults.Diagnostics())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
