package text_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
)

// update rewrites the golden files instead of comparing with them; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files under testdata")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./internal/page/text -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func written(t rapid.TB, p page.Page, opt text.Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := text.Write(&out, p, opt); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func samplePages() map[string]page.Page {
	return map[string]page.Page{"verdict": verdictPage(), "charts": chartPage(), "blocks": blockPage()}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, p := range samplePages() {
		golden(t, name+".80.txt", written(t, p, text.Options{}))
		golden(t, name+".40.txt", written(t, p, text.Options{Width: 40}))
		golden(t, name+".ascii.txt", written(t, p, text.Options{ASCII: true}))
		golden(t, name+".spoken.txt", written(t, p, text.Options{Spoken: true}))
	}
	golden(t, "verdict.120.txt", written(t, verdictPage(), text.Options{Width: 120}))
	// The escape sequences stay readable, so that a change of a style shows in review.
	golden(t, "verdict.color.txt", strings.ReplaceAll(written(t, verdictPage(), text.Options{Color: true, Hues: true}), "\x1b[", "<ESC>["))
}

// TestASCIIAndColor hold that a terminal without either loses no word.
func TestASCIIAndColor(t *testing.T) {
	t.Parallel()
	for name, p := range samplePages() {
		for _, width := range []int{40, 80, 200} {
			simple := written(t, p, text.Options{Width: width})
			if diff := cmp.Diff(simple, ansi.Strip(written(t, p, text.Options{Width: width, Color: true}))); diff != "" {
				t.Errorf("%s: colour changes the text (-plain +coloured):\n%s", name, diff)
			}
			// What somebody said stays as it is.
			ascii := regexp.MustCompile("\u2068[^\u2069]*\u2069").ReplaceAllString(written(t, p, text.Options{Width: width, ASCII: true}), "")
			if at := strings.IndexFunc(ascii, func(r rune) bool { return r > 0x7e }); at >= 0 {
				t.Errorf("%s: %q is not ASCII", name, ascii[at:min(at+20, len(ascii))])
			}
		}
	}
}

func TestHostileTextKeepsToTheLines(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := hostilePage(func(label string) string {
			own := strangersText().Draw(t, label)
			return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(own) + page.Said(strangersText().Draw(t, label)).String()
		})
		opt := text.Options{Width: rapid.IntRange(40, 200).Draw(t, "width"), ASCII: rapid.Bool().Draw(t, "ascii"), Spoken: rapid.Bool().Draw(t, "spoken")}
		simple := written(t, p, opt)
		checkLines(t, simple, opt.Width)
		opt.Color, opt.Hues = true, rapid.Bool().Draw(t, "hues")
		if diff := cmp.Diff(simple, withoutStyles(written(t, p, opt))); diff != "" {
			t.Fatalf("colour changes the text (-plain +coloured):\n%s", diff)
		}
	})
}

// hostilePage has every text of a page from outside.
func hostilePage(draw func(label string) string) page.Page {
	c := page.Chart{
		Caption: draw("caption"), Heads: []string{"a"}, Note: draw("note"), Keys: []page.Key{{Kind: page.Practice, Text: draw("key")}},
		Scale: page.Scale{Kind: page.Line, Low: -1, High: 1},
		Rows: []page.Row{{Name: draw("name"), Short: draw("short"), Note: draw("row note"), Figures: []string{"+1"}, Marks: []page.Mark{
			{Kind: page.Practice, At: 1e300}, {Kind: page.Role, At: -1e300, Label: draw("role")},
		}}},
	}
	wide := c
	wide.WideNames = true
	blocks := []page.Block{
		page.Text(draw("text")),
		page.List{draw("item")},
		page.Facts{Items: []page.Fact{{Label: draw("label"), Value: draw("value")}}},
		c, wide,
		page.Changes{Items: []page.Change{{Label: draw("what"), Before: draw("before"), After: draw("after")}}},
		page.Table{Caption: draw("table"), Columns: []page.Column{{Title: draw("column")}, {Title: "b", Number: true}, {Title: "c", Brief: true}}, Rows: page.RowsOf(
			[]string{draw("cell"), draw("cell"), draw("cell")}, []string{"a", "b", "c"})},
		page.Formulas{{Name: draw("formula"), Text: draw("rule"), Where: draw("where")}},
		page.Entries{{ID: draw("id"), Prompt: draw("prompt"), Answer: draw("answer"), Worth: []string{draw("worth")}, Remarks: []page.Remark{
			{Label: draw("remark"), Text: page.Said(draw("said"))}, {Text: page.Said(draw("said")), Address: "https://example.com"},
		}}},
		page.Cards{Items: []page.Card{{Tag: draw("tag"), Title: draw("card"), Blocks: []page.Block{
			page.Fold{Title: draw("fold"), Blocks: []page.Block{page.Quiet(draw("folded"))}},
		}}}},
		page.History{Moments: []page.Moment{{Label: draw("moment")}}, Series: []page.Series{
			{Name: draw("series"), Strong: true, Values: values(1), Other: values(-1e300), First: "1", Last: "1"},
		}},
		page.Plot{Caption: draw("plot"), Spoken: draw("spoken"), Note: draw("plot note")},
	}
	return page.Page{
		Title: draw("title"), Facts: []page.Fact{{Label: draw("fact"), Value: draw("fact")}},
		Sections: []page.Section{{ID: "a", Title: draw("section"), Blocks: blocks}, {ID: "b", Part: page.Detail, Title: draw("detail"), Blocks: blocks}},
		Screen:   page.Screen{Parts: []page.ScreenPart{{ID: "all", Forms: [][]page.Block{blocks}}}},
		Footer:   draw("footer"),
	}
}

// withoutStyles removes what lipgloss adds and nothing else, so that a sequence from a page would stay.
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

// leak returns where something stands that a terminal would act on, or -1. Isolates are ours where each is closed in its line;
// a replacement character is harmless when a person wrote it.
func leak(line string) int {
	if !utf8.ValidString(line) || strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
		return 0
	}
	return strings.IndexFunc(line, func(r rune) bool {
		return diag.Hidden(r) && r != utf8.RuneError && r != '\u2068' && r != '\u2069'
	})
}

// TestWhatSomebodySaidIsIsolated holds that each line of a text with two directions stands for itself.
func TestWhatSomebodySaidIsIsolated(t *testing.T) {
	t.Parallel()
	p := page.Page{Title: "by " + page.Said(strings.Repeat("שלום ", 12)).String() + " (operations)"}
	const word = "שלום"
	want := "by \u2068" + strings.TrimSpace(strings.Repeat(word+" ", 7)) + "\u2069\n" +
		"\u2068" + strings.TrimSpace(strings.Repeat(word+" ", 5)) + "\u2069 (operations)\n"
	if diff := cmp.Diff(want, written(t, p, text.Options{Width: 40})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestExplainedNumbersNameTheCommand(t *testing.T) {
	t.Parallel()
	if got := written(t, blockPage(), text.Options{}); !strings.Contains(got, "How these come about: opsfit methodology fit tension\n") {
		t.Errorf("the command is missing:\n%s", got)
	}
}

// TestExplainingCommandsCanBePasted is about commands that are longer than a line.
func TestExplainingCommandsCanBePasted(t *testing.T) {
	t.Parallel()
	p := page.Page{Sections: []page.Section{{
		ID: "axes", Title: "Axes", Blocks: []page.Block{page.Text("One.")},
		Explain: []string{"coverage", "wanted", "allowed", "direction", "tension", "practice"},
	}}}
	for width, want := range map[int]string{
		120: "  How these come about: opsfit methodology coverage wanted allowed direction tension practice\n",
		80:  "  How these come about:\n  opsfit methodology coverage wanted allowed direction tension practice\n",
		60:  "  How these come about:\n  opsfit methodology coverage wanted allowed direction \\\n      tension practice\n",
	} {
		if got := written(t, p, text.Options{Width: width}); !strings.HasSuffix(got, want) {
			t.Errorf("at %d columns:\n%s\nwant at its end\n%s", width, got, want)
		}
	}
}

// TestLongTableStreams holds that rows reach the writer while later ones are not made yet.
func TestLongTableStreams(t *testing.T) {
	t.Parallel()
	const rows = 20000
	var out countingWriter
	atLast := 0
	table := page.Table{Columns: []page.Column{{Title: "Service"}, {Title: "Fit", Number: true}}, Rows: func(yield func([]string) bool) {
		for i := range rows {
			if i == rows-1 {
				atLast = int(out)
			}
			if !yield([]string{"service", "12"}) {
				return
			}
		}
	}}
	p := page.Page{Title: "Many", Sections: []page.Section{{ID: "a", Title: "All", Blocks: []page.Block{table}}}}
	if err := text.Write(&out, p, text.Options{}); err != nil {
		t.Fatal(err)
	}
	if atLast < int(out)/2 {
		t.Errorf("%d of %d bytes were written before the last row was made", atLast, int(out))
	}
}

type countingWriter int

func (c *countingWriter) Write(b []byte) (int, error) {
	*c += countingWriter(len(b))
	return len(b), nil
}

// TestLongTableIsCut holds that a table with a limit says what it leaves out, in columns and in records.
func TestLongTableIsCut(t *testing.T) {
	t.Parallel()
	table := page.Table{
		Columns: []page.Column{{Title: "Service"}, {Title: "Fit", Number: true}, {Title: "Confidence"}},
		Rows:    page.RowsOf([]string{"billing", "71", "medium"}, []string{"ledger", "80", "high"}, []string{"left-out", "90", "low"}),
		Limit:   2, Rest: "1 more service is not listed.",
	}
	p := page.Page{Sections: []page.Section{{ID: "a", Title: "All", Blocks: []page.Block{table}}}}
	want := "All\n\n  Service  Fit  Confidence\n  billing   71  medium\n  ledger    80  high\n\n  1 more service is not listed.\n"
	if diff := cmp.Diff(want, written(t, p, text.Options{})); diff != "" {
		t.Error(diff)
	}
}

// TestShortTitlesKeepColumns holds that titles are shortened before rows are written as records.
func TestShortTitlesKeepColumns(t *testing.T) {
	t.Parallel()
	table := page.Table{
		Columns: []page.Column{{Title: "Situation"}, {Title: "clearly for SysOps", Short: "S", Brief: true}, {Title: "clearly for DevOps", Short: "D", Brief: true}},
		Rows:    page.RowsOf([]string{"hybrid", "1", "2"}),
	}
	got := written(t, page.Page{Sections: []page.Section{{ID: "a", Title: "All", Blocks: []page.Block{table}}}}, text.Options{Width: 40})
	if want := "  Situation  S  D\n  hybrid     1  2\n"; !strings.HasSuffix(got, want) {
		t.Errorf("got %q, want the end %q", got, want)
	}
}

// TestRowThatOutgrowsItsColumns holds that a row that was not measured loses nothing.
func TestRowThatOutgrowsItsColumns(t *testing.T) {
	t.Parallel()
	table := page.Table{Columns: []page.Column{{Title: "Service"}, {Title: "Advice"}}, Rows: func(yield func([]string) bool) {
		for i := range 600 {
			advice := "stay"
			if i == 599 {
				advice = "something that is longer than all that was measured"
			}
			if !yield([]string{"service", advice}) {
				return
			}
		}
	}}
	got := written(t, page.Page{Sections: []page.Section{{ID: "a", Title: "All", Blocks: []page.Block{table}}}}, text.Options{Width: 40})
	checkLines(t, got, 40)
	if end := "  service\n    Advice  something that is longer\n            than all that was measured\n"; !strings.HasSuffix(got, end) {
		t.Errorf("got the end %q, want %q", got[max(0, len(got)-len(end)):], end)
	}
}

func TestWriteReportsTheWriter(t *testing.T) {
	t.Parallel()
	broken := errors.New("disk full")
	if err := text.Write(failing{broken}, verdictPage(), text.Options{}); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestDrawing(t *testing.T) {
	t.Parallel()
	chart := lines()
	got := text.Drawing(chart, 60, false)
	if len(got) == 0 || strings.Contains(strings.Join(got, "\n"), chart.Caption) || !strings.Contains(strings.Join(got, "\n"), "● practice") {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
	if diff := cmp.Diff(got, text.Drawing(page.Plot{Instead: chart}, 60, false)); diff != "" {
		t.Errorf("the chart instead of a plot (-chart +plot):\n%s", diff)
	}
	for _, nothing := range []page.Block{page.Text("a"), page.Plot{}, page.Chart{}, page.History{}} {
		if got := text.Drawing(nothing, 60, false); got != nil {
			t.Errorf("%T is drawn as %q", nothing, got)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	p := verdictPage()
	for b.Loop() {
		if err := text.Write(new(bytes.Buffer), p, text.Options{Color: true}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestCommandsCanBePasted holds that a command line stays one for a shell however narrow the terminal is.
func TestCommandsCanBePasted(t *testing.T) {
	t.Parallel()
	commands := page.Commands{
		{Line: "opsfit plan -a answers.yaml", Note: "what to do in which order"},
		{Line: "opsfit assess -a answers.yaml --gate 'fit >= 70' --fail-on high"},
		{Line: `opsfit check -a "it's our sheet.yaml" --gate "fit >= 70"`},
	}
	for width, want := range map[int]string{
		100: `opsfit plan -a answers.yaml  # what to do in which order
opsfit assess -a answers.yaml --gate 'fit >= 70' --fail-on high
opsfit check -a "it's our sheet.yaml" --gate "fit >= 70"
`,
		40: `# what to do in which order
opsfit plan -a answers.yaml
opsfit assess -a answers.yaml \
    --gate 'fit >= 70' --fail-on high
opsfit check -a "it's our sheet.yaml" \
    --gate "fit >= 70"
`,
	} {
		p := page.Page{Sections: []page.Section{{Title: "Examples", Blocks: []page.Block{commands}}}}
		got := written(t, p, text.Options{Width: width + 2})
		want = "Examples\n\n  " + strings.TrimRight(strings.ReplaceAll(want, "\n", "\n  "), " ")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %d columns (-want +got):\n%s", width, diff)
		}
	}
}

// TestBareCommands holds that a whole line can be pasted into a shell that knows neither comments nor lines that go on.
func TestBareCommands(t *testing.T) {
	t.Parallel()
	commands := page.Commands{{Line: "opsfit plan -a answers.yaml", Note: "in order"}, {Line: "opsfit assess -a answers.yaml --fail-on high"}}
	p := page.Page{Sections: []page.Section{{Title: "Examples", Blocks: []page.Block{commands}}}}
	want := "Examples\n\n  # in order\n  opsfit plan -a answers.yaml\n  opsfit assess -a answers.yaml --fail-on high\n"
	if diff := cmp.Diff(want, written(t, p, text.Options{Width: 40, BareCommands: true})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A title is told once: by the page or by a fact that begins with it, and not by one that merely holds its letters.
func TestTitleIsToldOnce(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]int{"main (team a)": 1, "refs/heads/main": 2, "other": 1} {
		var b strings.Builder
		if err := text.Write(&b, page.Page{Title: "main", Facts: []page.Fact{{Label: "About", Value: value}}}, text.Options{}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "main"); got != want {
			t.Errorf("about %q: told %d times, want %d:\n%s", value, got, want, b.String())
		}
	}
}
