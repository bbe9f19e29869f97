package html_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
)

// TestGolden leaves styles out: they are the same in all, and looked at in a browser.
func TestGolden(t *testing.T) {
	t.Parallel()
	style := regexp.MustCompile(`(?s)<style>.*</style>|sha256-[^']*`)
	pages := pagesOf("payments team")
	for _, name := range []string{"words", "map"} {
		golden(t, filepath.Join("testdata", name+".html"), style.ReplaceAll(pageOf(t, pages[name]), nil))
		golden(t, filepath.Join("testdata", name+".svg"), style.ReplaceAll(pictureOf(t, pages[name]), nil))
	}
}

// TestWordsOfPages holds what pages say, in places where no golden file shows it.
func TestWordsOfPages(t *testing.T) {
	t.Parallel()
	plain, rtl := pagesOf("payments team"), pagesOf(rightToLeft)
	for name, test := range map[string]struct {
		page      page.Page
		has, lack []string
	}{
		"title and kind": {plain["words"], []string{"<title>payments team: words, 2026-10-14 · opsfit</title>"}, nil},
		"no title":       {plain["bare"], []string{"<title>Bare · opsfit</title>", "<h1>Bare</h1>"}, []string{"<nav"}},
		"right to left": {rtl["words"], []string{
			`<h1 dir="auto"><bdi>` + rightToLeft + "</bdi></h1>", "Because of <bdi>" + rightToLeft + "</bdi>.", `<li dir="auto"><bdi>` + rightToLeft,
			"<title>\u2068" + rightToLeft + "\u2069: words",
		}, nil},
		"left to right":   {plain["words"], nil, []string{"bdi", "dir=", "\u2068"}},
		"hidden":          {plain["words"], nil, []string{"for programs"}},
		"explained":       {plain["words"], []string{"How these come about: <code>opsfit methodology fit practice</code>"}, nil},
		"keys of marks":   {plain["map"], []string{"several close together"}, []string{"never drawn"}},
		"keys of one row": {plain["path"], []string{"what the service calls for now"}, nil},
		"references": {
			plain["words"], []string{`<li id="q-restore_test">`, `See <a class="ref" href="#q-restore_test">payments team</a>, not another page.`}, []string{"q-gone"},
		},
		"same before, after": {plain["words"], []string{"<td><div>payments team</div></td><td><div>unchanged</div></td>"}, nil},
		"one label, values":  {plain["words"], []string{"<dt>Then</dt><dd>one</dd><dd>payments team</dd>"}, nil},
	} {
		got := string(pageOf(t, test.page))
		for _, text := range test.has {
			if !strings.Contains(got, text) {
				t.Errorf("%s: %q is not in the page", name, text)
			}
		}
		_, body, _ := strings.Cut(got, "</style>")
		for _, text := range test.lack {
			if strings.Contains(body, text) {
				t.Errorf("%s: %q is in the page", name, text)
			}
		}
	}
}

// TestSamePageSameBytes writes each page twice.
func TestSamePageSameBytes(t *testing.T) {
	t.Parallel()
	again := pagesOf(attack)
	for name, p := range pagesOf(attack) {
		if !bytes.Equal(pageOf(t, p), pageOf(t, again[name])) || !bytes.Equal(pictureOf(t, p), pictureOf(t, again[name])) {
			t.Errorf("%s: other bytes", name)
		}
	}
}

// TestRowsAreWrittenAsTheyAreMade holds that a long table is never held whole.
func TestRowsAreWrittenAsTheyAreMade(t *testing.T) {
	t.Parallel()
	const rows, buffers = 5000, 64 << 10
	var out counter
	made := 0
	p := page.Page{Kind: "Portfolio", Sections: []page.Section{{ID: "all", Title: "All", Blocks: []page.Block{page.Table{
		Caption: "All services", Columns: []page.Column{{Title: "Service"}, {Title: "Fit"}},
		Rows: func(yield func([]string) bool) {
			for made < rows && yield([]string{strings.Repeat("x", 80), "82"}) {
				made++
				if behind := made*80 - int(out); behind > buffers {
					t.Fatalf("%d bytes are held back", behind)
				}
			}
		},
	}}}}}
	if err := html.Write(&out, p); err != nil || made != rows {
		t.Errorf("%d rows: %v", made, err)
	}
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestErrorOfTheWriterComesBack(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	p := pagesOf("a")["words"]
	if err := html.Write(failing{full}, p); !errors.Is(err, full) {
		t.Errorf("page: %v", err)
	}
	if err := html.Picture(failing{full}, p); !errors.Is(err, full) {
		t.Errorf("picture: %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	p := pagesOf("payments team")["words"]
	b.ReportAllocs()
	for b.Loop() {
		pageOf(b, p)
	}
}
