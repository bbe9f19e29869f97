package asciidoc

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	xhtml "golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/pagetest"
)

var update = flag.Bool("update", false, "rewrite the golden files under testdata")

func written(t rapid.TB, p page.Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, say := range map[string]func(string) string{
		"plain": func(s string) string { return s }, "hostile": func(string) string { return page.Said(pagetest.Attack).String() },
	} {
		file, got := "testdata/"+name+".adoc", written(t, pagetest.Page(say))
		if *update {
			if err := os.WriteFile(file, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func TestWriteReportsTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	if err := Write(brokenWriter{broken}, pagetest.Page(strings.ToUpper)); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

func TestEscapeKeepsTheRawFormReadable(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"restore_test is 3.5 of 4 (at least 3.5).", "restore_test is 3.5 of 4 (at least 3.5)."},
		{"-0.4, then +0.2; G = N - P", "-0.4, then +0.2; G = N - P"},
		{"stay: \"One feature\"", "stay: \"One feature\""},
		{"C++ *x* _y_", "C&#43;&#43; &#42;x&#42; &#95;y&#95;"},
		{"a--b ... (C) 5 (R&D)", "a&#45;&#45;b &#46;&#46;&#46; &#40;C) 5 (R&#38;D)"},
		{"*; x:: y", "&#42;&#59; x&#58;&#58; y"},
		{"1. one", "1&#46; one"},
		{"NOTE: one", "NOTE&#58; one"},
		{"- one\n. two", "&#45; one . two"},
		{"https://e.com/a@b", "https&#58;&#47;&#47;e.com/a&#64;b"},
		{`\{x}`, "&#92;&#123;x&#125;"},
		{"", ""},
	} {
		if got := string(escape(test.text)); got != test.want {
			t.Errorf("escape(%q)\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// TestReferencesSayTheText holds that an escaped text is the text itself once references are replaced, and that nothing is left
// in it that begins markup.
func TestReferencesSayTheText(t *testing.T) {
	t.Parallel()
	begins := regexp.MustCompile("[*`#^~{}\\[\\]|\\\\@<>]|::|;;|--|\\.\\.|\\+\\+|\\+(\\D|$)|==|\\(\\(|\\$\\$|://|^[-.=:]( |$)|^//")
	rapid.Check(t, func(r *rapid.T) {
		text := pagetest.NastyText().Draw(r, "text")
		e := escaper{runes: []rune(page.Isolated(text)), literal: rapid.Bool().Draw(r, "literal")}
		escaped := string(e.escape())
		if got := html.UnescapeString(escaped); got != page.Isolated(text) {
			r.Fatalf("%q says %q", escaped, got)
		}
		rest := regexp.MustCompile(`&#\d+;`).ReplaceAllString(escaped, "\ufffc")
		if found := begins.FindString(rest); found != "" {
			r.Fatalf("%q is left in %q", found, escaped)
		}
	})
}

func TestRemarksWithAnAddressAreLinks(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, address, want string }{
		{"e.com/1", "https://e.com/1", "link:++https://e.com/1++[e.com/1]"},
		{"a]=b", "HTTP://e.com/a b++]", "link:++HTTP://e.com/a%20b%2B%2B%5D++[a&#93;&#61;b]"},
		{"x", "javascript://e.com", "x"},
		{"one\ntwo", "", "one +\ntwo"},
	} {
		if got := string(remarkText(page.Remark{Text: page.Said(test.text), Address: test.address})); got != test.want {
			t.Errorf("%q to %q\n got %s\nwant %s", test.text, test.address, got, test.want)
		}
	}
}

// TestInAsciidoctor lets the program read pages, where it is installed: whatever stands in a page, it has the shape that it has
// with an ordinary word in every place, and it says the text.
func TestInAsciidoctor(t *testing.T) {
	t.Parallel()
	program, err := exec.LookPath("asciidoctor")
	if err != nil {
		t.Skip("asciidoctor is not installed")
	}
	texts := hostileTexts()
	folder := t.TempDir()
	var files []string
	for i, text := range texts {
		said := page.Said(text).String()
		p := pagetest.Page(func(string) string { return said })
		p.Sections = append(p.Sections,
			page.Section{ID: "more", Title: said, Part: page.Detail, Explain: []string{"fit"}, Blocks: []page.Block{
				page.Contents{{Section: "rest", Title: said}}, page.List{said}, page.Preformatted("a: b\n" + said + "\n\nc"), page.Preformatted(said),
			}})
		file := filepath.Join(folder, fmt.Sprintf("%03d.adoc", i))
		if err := os.WriteFile(file, written(t, p), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	out, err := exec.CommandContext(t.Context(), program, append([]string{"-e", "-a", "sectids!", "-D", folder}, files...)...).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Fatalf("asciidoctor: %v\n%s", err, out)
	}
	plain := partsOf(t, files[0])
	for i, text := range texts[1:] {
		want := strings.NewReplacer(texts[0], page.Isolated(page.Said(text).String()))
		var expected []string
		for _, part := range plain {
			expected = append(expected, strings.ReplaceAll(want.Replace(part), "\u2019", "'"))
		}
		if diff := cmp.Diff(expected, partsOf(t, files[i+1])); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// hostileTexts are an ordinary word and nasty pieces, each at the start, inside and at the end of a text.
func hostileTexts() []string {
	texts := []string{"wordly", pagetest.Attack}
	for _, piece := range pagetest.Nasty() {
		texts = append(texts, piece+"a"+piece+" b"+piece)
	}
	return texts
}

// partsOf are the tags and the texts of a page.
func partsOf(t *testing.T, file string) []string {
	t.Helper()
	source, err := os.ReadFile(strings.TrimSuffix(file, ".adoc") + ".html")
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for tokens := xhtml.NewTokenizer(bytes.NewReader(source)); ; {
		switch tokens.Next() {
		case xhtml.ErrorToken:
			return parts
		case xhtml.TextToken:
			text := strings.TrimSpace(strings.ReplaceAll(string(tokens.Text()), "\u2019", "'"))
			if strings.ContainsAny(text, "┼█") {
				text = "a drawing, whose layout depends on its names"
			}
			parts = append(parts, strings.Join(strings.Fields(text), " "))
		default:
			parts = append(parts, tokens.Token().String())
		}
	}
}
