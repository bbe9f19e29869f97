package html_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
)

// update rewrites the golden files instead of comparing with them; read the difference before it is committed.
var update = flag.Bool("update", false, "rewrite the golden files")

// line is the scale from SysOps to DevOps with its bands.
func line() page.Scale {
	return page.Scale{
		Kind: page.Line, Low: -1, High: 1, Edges: []float64{-0.6, -0.2, 0.2, 0.6},
		Bands:  []string{"strong", "leaning", "hybrid", "leaning", "strong"},
		Spoken: "Scale from -1, SysOps, to +1, DevOps; the bands meet at -0.6, -0.2, +0.2, +0.6",
	}
}

func level() page.Scale {
	return page.Scale{Kind: page.Level, High: 4, Spoken: "Scale of readiness from 0 to 4"}
}

func score() page.Scale {
	return page.Scale{Kind: page.Score, High: 10, Spoken: "Scale of scores from 0 to 10; higher is better"}
}

// pagesOf has a page for every kind of block and mark, each with one text in all places where somebody may have said it.
func pagesOf(said string) map[string]page.Page {
	name := page.Said(said).String()
	return map[string]page.Page{
		"words":    {Kind: "Words", Title: name, Date: "2026-10-14", Facts: aboutOf(name), Sections: wordSections(said), Footer: "Written by opsfit from " + name + "."},
		"line":     chartPage("Assessment", lineChart(name)),
		"rows":     chartPage("Rows", append(rowCharts(name), page.Chart{ID: "empty", Caption: "Nothing", Scale: level()})...),
		"path":     chartPage("Path", rulerChart(), pathChart(name)),
		"map":      plotPage("Portfolio", mapPlot(name)),
		"quadrant": plotPage("Delivery", quadrantPlot(name)),
		"half-known": plotPage("Half", page.Plot{
			ID: "half", Caption: "Half known", X: score(), Y: score(), XTitle: "Throughput", YTitle: "Stability", Spoken: "Throughput 4.0 of 10",
			Points: []page.Point{{X: new(4.0), Count: 1}}, Keys: []page.Key{{Kind: page.Value, Text: "these answers"}},
		}),
		"history": {Kind: "Trend", Title: name, Sections: []page.Section{{
			ID: "over-time", Title: "Over time", Part: page.Lead, Blocks: []page.Block{page.Headline("It moved."), historyBlock(name)},
		}}},
		"course": {Kind: "Plan", Title: name, Sections: []page.Section{{
			ID: "path", Title: "Path", Part: page.Lead, Blocks: []page.Block{page.Columns{{page.Headline("It rises.")}, {courseBlock(name)}}},
		}}},
		"matrix": {Kind: "Portfolio", Title: name, Sections: []page.Section{{
			ID: "overview", Title: "Overview", Part: page.Lead, Blocks: []page.Block{page.Columns{
				{page.Headline("Most fit."), page.Counts{{Figure: "206", Hue: page.DevOps, Text: "of " + name}, {Figure: "4", Text: "fit"}}},
				{matrixBlock(name)},
			}, filteredTable(name)},
		}}},
		"bare": {Kind: "Bare"},
	}
}

func aboutOf(name string) []page.Fact {
	return []page.Fact{{Label: "Team", Value: name}, {Label: "Date", Value: "2026-10-14"}}
}

func wordSections(said string) []page.Section {
	name := page.Said(said).String()
	return []page.Section{
		{ID: "later", Title: "Answers", Part: page.Detail, Explain: []string{"fit", "practice"}, Blocks: []page.Block{
			page.Quiet("How to read this, " + name + "."),
			page.Cards{Layout: page.Stack, Items: []page.Card{{Title: "Delivery", Blocks: []page.Block{entries(said)}}}},
			page.Formulas{{Name: "fit", Text: "100 * (1 - |P - S| / 2)", Where: "P is practice"}, {Name: "gap", Text: "P - S"}},
			page.Preformatted("id: restore_test\n  answer: " + said),
			page.Hidden("for programs " + name),
		}},
		{ID: "notice", Title: "What if", Part: page.Lead, Notice: true, Blocks: []page.Block{
			page.Text("These answers are supposed."),
			page.Changes{Caption: "What that changes", What: "Figure", Before: "As answered", After: "What if", Items: []page.Change{
				{Label: "Fit", Before: "82", After: "91"}, {Label: name, Before: name, After: name},
			}},
		}},
		{ID: "verdict", Title: "Verdict", Part: page.Lead, Blocks: []page.Block{
			page.Columns{
				{page.Headline("How " + name + " works fits what it calls for."), page.List{
					"Because of " + name + ".", name, "See " + page.RefTo("q-restore_test", name) + ", not " + page.RefTo("q-gone", "another page") + ".",
				}},
				{lineChart(name)},
			},
			page.Facts{Tiles: true, Items: []page.Fact{{Label: "Fit", Value: "82 of 100"}, {Label: "Readiness", Value: "2.5 of 4"}, {Label: "For", Value: name}}},
		}},
		{ID: "first", Title: "Do first", Part: page.Body, Explain: []string{"ranking"}, Blocks: []page.Block{
			page.Cards{From: 1, Layout: page.Grid, Items: []page.Card{{Title: name, Blocks: stepBlocks(name)}, {Title: "Rehearse the rollback", Blocks: stepBlocks(name)}}},
		}},
		{ID: "warnings", Title: "Warnings", Part: page.Body, Blocks: []page.Block{
			page.Cards{Layout: page.Lines, Items: []page.Card{
				{Tag: "CRITICAL", Weight: page.Heaviest, Title: "Lost data cannot be brought back", Blocks: []page.Block{page.Text("Because " + name)}},
				{Tag: "HIGH", Weight: page.Heavy, Title: name},
				{Tag: "MEDIUM", Weight: page.Light, Title: "Light"},
			}},
		}},
		{ID: "notes", Title: "Notes", Part: page.Body, Beside: true, Blocks: []page.Block{page.List{"One of " + name + "."}}},
		{ID: "empty", Title: "Left out", Part: page.Body},
		{ID: "table", Title: "All", Part: page.Detail, Blocks: []page.Block{page.Table{
			Caption: "All services", Columns: []page.Column{{Title: "Service"}, {Title: "Fit", Number: true}, {Title: "Advice"}},
			Rows: page.RowsOf([]string{name, "82", "move towards DevOps"}, []string{"b", "–", "of " + name}),
		}}},
	}
}

func stepBlocks(name string) []page.Block {
	return []page.Block{
		page.Text("Write it down with " + name + "."), page.Quiet("Because nobody did."),
		page.Fold{Title: "Why, and what comes then", Blocks: []page.Block{page.Facts{Items: []page.Fact{
			{Label: "Then", Value: "one"}, {Label: "Then", Value: name}, {Label: "Effort", Value: "days"},
		}}}},
	}
}

func entries(said string) page.Entries {
	name := page.Said(said).String()
	return page.Entries{
		{ID: "Restore test", Anchor: page.AnchorOf("restore_test"), Prompt: name, Answer: name, Worth: []string{"style +0.5", "effect +0.02"}, Remarks: []page.Remark{
			{Label: "note", Text: page.Said("first line\n" + said)},
			{Label: "evidence", Text: page.Said(said), Address: "https://example.com/?q=" + said},
		}},
		{ID: "on_call", Prompt: "Who is called?", Answer: "not answered", Open: true},
	}
}

func chartPage(kind string, charts ...page.Chart) page.Page {
	made := page.Page{Kind: kind, Title: "payments-api"}
	for i, chart := range charts {
		made.Sections = append(made.Sections, page.Section{
			ID: fmt.Sprintf("s%d", i+1), Title: fmt.Sprintf("Chart %d", i+1), Part: page.Body, Blocks: []page.Block{chart},
		})
	}
	return made
}

func plotPage(kind string, plot page.Plot) page.Page {
	return page.Page{Kind: kind, Title: "payments-api", Sections: []page.Section{{
		ID: "s1", Title: "Where they are", Part: page.Lead, Blocks: []page.Block{page.Columns{{page.Headline("Most fit.")}, {plot}}},
	}}}
}

func filteredTable(name string) page.Table {
	return page.Table{
		ID: "few", Caption: "A few services", OneLine: true,
		Columns: []page.Column{{Title: "Service"}, {Title: "Advice"}, {Title: "File of " + name, Aside: true}},
		Filters: []page.Filter{{Title: "Advice", Column: 1, Values: []page.FilterValue{{Text: "stay", Count: 1}, {Text: "move", Count: 1}}}},
		Rows:    page.RowsOf([]string{name, "stay", name}, []string{"b", "move within limits", name}),
	}
}

func written(t testing.TB, p page.Page, write func(io.Writer, page.Page) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pageOf(t testing.TB, p page.Page) []byte { return written(t, p, html.Write) }

func pictureOf(t testing.TB, p page.Page) []byte { return written(t, p, html.Picture) }

// golden compares got with a file.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./internal/page/html -update", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}
