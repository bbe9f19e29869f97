//go:build unix

package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	render "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/opsfit/opsfit/internal/diag"
)

// checkPrinted holds of what a command printed that it hides nothing, steers nothing, and is no failure inside.
func (a *attacker) checkPrinted(args []string) {
	a.t.Helper()
	format := formatOf(args)
	for _, stream := range []struct{ name, format, text string }{{"standard output", format, a.out}, {"standard error", "text", a.err}} {
		text := stream.text
		if a.isTerminal {
			text = regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(text, "")
		} else if stream.format != "github" {
			checkCommands(a.t, stream.name, text)
		}
		checkHidden(a.t, stream.name, text)
		checkFormat(a.t, stream.name, stream.format, stream.text)
	}
	for _, failure := range []string{"internal failure", "goroutine ", "runtime error", "%!"} {
		if strings.Contains(a.out+a.err, failure) {
			a.t.Errorf("it failed inside: %q", failure)
		}
	}
}

// formatOf returns the format of standard output that the arguments name.
func formatOf(args []string) string {
	for i, arg := range args {
		if (arg == "-f" || arg == "--format") && i+1 < len(args) {
			return args[i+1]
		}
	}
	return "text"
}

// checkFile holds the same of a file that a command may write.
func checkFile(t *testing.T, name string, args []string, text string) {
	t.Helper()
	checkHidden(t, name, text)
	format := map[string]string{
		".md": "markdown", ".json": "json", ".html": "html", ".svg": "svg", ".csv": "csv", ".sarif": "sarif", ".adoc": "asciidoc",
	}[filepath.Ext(name)]
	for _, arg := range args {
		if before, file, ok := strings.Cut(arg, "="); ok && file == name {
			format = before
		}
	}
	checkFormat(t, name, format, text)
}

// checkHidden holds that no character acts on a terminal or hides a text: none but those that the program itself uses.
func checkHidden(t *testing.T, name, text string) {
	t.Helper()
	const ours = "\n\t\r\u2060\u2068\u2069"
	if !utf8.ValidString(text) {
		t.Errorf("%s is no UTF-8", name)
	}
	at := strings.IndexFunc(text, func(r rune) bool { return !strings.ContainsRune(ours, r) && diag.Hidden(r) })
	if at >= 0 {
		t.Errorf("%s: a hidden character in %q", name, text[max(0, at-30):min(at+10, len(text))])
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if strings.Contains(line, "\r") {
			t.Errorf("%s: a line would be written over: %q", name, line)
		}
		if strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
			t.Errorf("%s: a line does not close what it isolates: %q", name, line)
		}
	}
}

// checkCommands holds that a build server finds no command in a log.
func checkCommands(t *testing.T, name, text string) {
	t.Helper()
	if found := regexp.MustCompile(`(?m)(^|\r)[\p{Z}\t]*::|##[A-Za-z]*\[`).FindString(text); found != "" {
		t.Errorf("%s holds a command: %q", name, found)
	}
}

// checkFormat holds what is true of every file of a format.
func checkFormat(t *testing.T, name, format, text string) {
	t.Helper()
	if text == "" {
		return
	}
	switch format {
	case "json", "sarif", "gitlab", "shields":
		if !json.Valid([]byte(text)) {
			t.Errorf("%s is no JSON", name)
		}
	case "html":
		checkMarkup(t, name, text, ownElements())
	case "svg", "badge":
		checkXML(t, name, text)
		checkMarkup(t, name, text, nil)
	case "junit":
		checkXML(t, name, text)
	case "csv":
		checkCells(t, name, text)
	case "markdown", "adr", "agenda":
		checkMarkdown(t, name, text)
	case "github":
		checkAnnotations(t, name, text)
	case "asciidoc":
		checkAsciidoc(t, name, text)
	}
}

func checkXML(t *testing.T, name, text string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s is no XML: %v", name, err)
			return
		}
	}
}

// ownElements are elements of HTML that act, and that the program writes none of.
func ownElements() []string {
	return []string{"script", "iframe", "object", "embed", "base", "form", "img", "video", "audio", "portal", "frame", "applet"}
}

// checkMarkup holds that markup loads and runs nothing: no element that acts, no handler, and links to the web and to places in the
// page only.
func checkMarkup(t *testing.T, name, text string, forbidden []string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return
		}
		token := tokens.Token()
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		if slices.Contains(forbidden, token.Data) {
			t.Errorf("%s holds an element %s", name, token)
		}
		for _, attribute := range token.Attr {
			checkAttribute(t, name, token.Data, attribute)
		}
	}
}

func checkAttribute(t *testing.T, name, element string, attribute html.Attribute) {
	t.Helper()
	key, value := strings.ToLower(attribute.Key), strings.ToLower(strings.TrimSpace(attribute.Val))
	if strings.HasPrefix(key, "on") || key == "srcdoc" || key == "formaction" {
		t.Errorf("%s: <%s> has %s=%q", name, element, key, value)
	}
	isLink := slices.Contains([]string{"href", "src", "xlink:href", "action"}, key)
	const icon = "data:image/svg+xml;base64," // of the page itself
	isIcon := element == "link" && strings.HasPrefix(value, icon)
	if isLink && !isIcon && !regexp.MustCompile(`^(https?://|mailto:|#)`).MatchString(value) {
		t.Errorf("%s: <%s> leads to %q", name, element, value)
	}
	if key == "style" && strings.Contains(value, "url(") {
		t.Errorf("%s: <%s> loads %q", name, element, value)
	}
}

// checkCells holds that no cell of a table is a formula.
func checkCells(t *testing.T, name, text string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Errorf("%s is no CSV: %v", name, err)
	}
	number := regexp.MustCompile(`^-?[0-9.]+(e[-+]?[0-9]+)?$`)
	for _, row := range rows {
		for _, cell := range row {
			begins := strings.TrimSpace(cell)
			if begins != "" && strings.ContainsRune("=+-@|%＝＋－＠", []rune(begins)[0]) && !number.MatchString(cell) {
				t.Errorf("%s: a formula: %q", name, cell)
			}
		}
	}
}

// checkMarkdown holds of the page that Markdown becomes what is held of pages; a server may show markup in it, too.
func checkMarkdown(t *testing.T, name, text string) {
	t.Helper()
	if front, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n"); ok && strings.HasPrefix(text, "---\n") {
		checkFrontMatter(t, name, front)
		text = body
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithRendererOptions(render.WithUnsafe())).Convert([]byte(text), &page); err != nil {
		t.Error(err)
	}
	checkMarkup(t, name, page.String(), append(ownElements(), "style", "link", "meta"))
}

// checkFrontMatter holds that no text adds a key.
func checkFrontMatter(t *testing.T, name, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.Contains(line, "injected") && !regexp.MustCompile(`^[a-z-]+: *(\["|")`).MatchString(line) {
			t.Errorf("%s: front matter %q", name, line)
		}
	}
}

// checkAnnotations holds that each line is one command of ours for GitHub, or counts those left out, and no text a second one.
func checkAnnotations(t *testing.T, name, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		ours := regexp.MustCompile(`^(::(notice|warning|error) [a-zA-Z]+=[^\n]*::|\d+ more (error|warning|notice)s?; GitHub shows ten, [a-z ]+\.$)`)
		if !ours.MatchString(strings.TrimSuffix(line, "\n")) {
			t.Errorf("%s: no annotation: %q", name, line)
		}
	}
}

// checkAsciidoc holds that nothing is included, run or passed through.
func checkAsciidoc(t *testing.T, name, text string) {
	t.Helper()
	text = regexp.MustCompile(`link:\+\+https?://[^\s+]*\+\+\[`).ReplaceAllString(text, "") // those of the program
	active := regexp.MustCompile(`(?m)^(include|ifn?def|ifeval|image|video|audio|toc)::|\+\+\+|(pass|link|javascript):[^\s[]*\[`)
	if found := active.FindString(text); found != "" {
		t.Errorf("%s: %q acts", name, found)
	}
}
