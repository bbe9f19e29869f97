package pages_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/asciidoc"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/page/text"
)

// update rewrites the golden files instead of comparing with them; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files under testdata")

// golden compares got with testdata/NAME of this package.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./internal/pages -update", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

// goldenPage holds a page in every format: a terminal of 80 columns, one of 40 without more than ASCII, Markdown and HTML.
func goldenPage(t *testing.T, name string, p page.Page) {
	t.Helper()
	golden(t, name+".txt", textOf(t, p))
	golden(t, name+".40.txt", written(t, func(w io.Writer) error { return text.Write(w, p, text.Options{Width: 40, ASCII: true}) }))
	golden(t, name+".md", markdownOf(t, p))
	golden(t, name+".html", htmlOf(t, p))
}

// goldenScreens holds what a terminal of 80x24 shows of a page, and one of 40x15 without more than ASCII.
func goldenScreens(t *testing.T, name string, p page.Page) {
	t.Helper()
	for suffix, opt := range map[string]text.Options{
		".screen.txt": {Width: 80, Rows: 24}, ".screen.40.txt": {Width: 40, Rows: 15, ASCII: true},
	} {
		shown := screenOf(t, p, opt)
		if lines := bytes.Count(shown, []byte("\n")); lines >= opt.Rows {
			t.Errorf("%s%s has %d lines where %d have room", name, suffix, lines, opt.Rows-1)
		}
		golden(t, name+suffix, shown)
	}
}

// screenOf is a page on one screen, with what to type next.
func screenOf(t rapid.TB, p page.Page, opt text.Options) []byte {
	t.Helper()
	next := page.Commands{
		{Line: "opsfit assess -a answers.yaml -o service.html", Note: "a page to send"},
		{Line: "opsfit assess -a answers.yaml --full", Note: "all of it"},
	}
	bare := page.Commands{{Line: next[0].Line}, {Line: next[1].Line}}
	p.Screen.Parts = append(slices.Clip(p.Screen.Parts), page.ScreenPart{
		ID: page.NextPart, Forms: [][]page.Block{{next}, {next}, {bare}, {bare[1:]}},
	})
	return written(t, func(w io.Writer) error { return text.WriteScreen(w, p, opt) })
}

func textOf(t rapid.TB, p page.Page) []byte {
	t.Helper()
	return written(t, func(w io.Writer) error { return text.Write(w, p, text.Options{}) })
}

func markdownOf(t rapid.TB, p page.Page) []byte {
	t.Helper()
	return written(t, func(w io.Writer) error { return markdown.Write(w, p) })
}

// htmlOf is a page for a browser without its styles, which are those of every page.
func htmlOf(t rapid.TB, p page.Page) []byte {
	t.Helper()
	whole := written(t, func(w io.Writer) error { return html.Write(w, p) })
	return regexp.MustCompile(`(?s)<style>.*</style>|sha256-[^']*`).ReplaceAll(whole, nil)
}

func pictureOf(t rapid.TB, p page.Page) []byte {
	t.Helper()
	return written(t, func(w io.Writer) error { return html.Picture(w, p) })
}

// written is what a function writes.
func written(t rapid.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asciidocOf(t rapid.TB, p page.Page) []byte {
	t.Helper()
	return written(t, func(w io.Writer) error { return asciidoc.Write(w, p) })
}
