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

func lineChart(name string) page.Chart {
	row := func(name string, practice, situation float64, more ...page.Mark) page.Row {
		return page.Row{
			Name: name, Low: "planned, in batches " + name, High: "small and often", Word: "more DevOps", Spoken: "practice and situation",
			Marks: append(more, page.Mark{Kind: page.Practice, At: practice, Hue: page.HueOf(practice)}, page.Mark{Kind: page.Situation, At: situation, Hue: page.HueOf(situation)}),
		}
	}
	overall := row("Overall", 0.55, 0.25, page.Mark{Kind: page.Range, At: 0.3, To: 0.7})
	overall.Strong = true
	return page.Chart{
		ID: "lines", Caption: "How you work, and what the service calls for", Scale: line(),
		Rows: []page.Row{
			overall, row("Delivery", 0.65, 0.42), row(name, -0.8, -0.1), row("Collaboration, with a name that is long", 0.5, 0.5),
			{Name: "Unknown", Word: "unknown", Fits: true},
		},
		Keys: []page.Key{
			{Kind: page.Practice, Text: "practice: how you work", Label: "how you work"},
			{Kind: page.Situation, Text: "situation: what the service calls for", Label: "service calls for"},
			{Kind: page.Range, Text: "where practice could be, with what is unknown"},
			{Kind: page.Role, Text: "practice as one role sees it"},
		},
		Behind: &page.Table{Caption: "Practice and situation by axis", Columns: []page.Column{{Title: "Axis"}, {Title: "Practice", Number: true}}, Rows: page.RowsOf([]string{name, "-0.80"})},
	}
}

// rowCharts has every kind of mark on the scales that it belongs to.
func rowCharts(name string) []page.Chart {
	return []page.Chart{
		{
			ID: "levels", Caption: "Readiness", Scale: level(), Heads: []string{"level", "floor", "short"}, Note: "Of " + name + ".",
			Rows: []page.Row{
				{Name: "Overall", Figures: []string{"2.5", "–", "–"}, Marks: []page.Mark{{Kind: page.Sure, To: 2}, {Kind: page.Likely, To: 2.5}}},
				{Name: name, Figures: []string{"1.5", "3.0", "1.5"}, Marks: []page.Mark{
					{Kind: page.Floor, At: 3}, {Kind: page.Shortfall, At: 1.5, To: 3}, {Kind: page.Sure, To: 1}, {Kind: page.Likely, To: 1.5},
				}},
			},
			Keys: []page.Key{
				{Kind: page.Sure, Text: "holds whatever the unknown hides"},
				{Kind: page.Likely, Text: "if the unknown is like the known"},
				{Kind: page.Floor, Text: "floor: what the situation calls for"},
				{Kind: page.Shortfall, Text: "short of it"},
			},
		},
		{
			ID: "pulls", Caption: "Which answers pull which way", Scale: page.Scale{Kind: page.Pull, High: 0.1, Spoken: "Left is SysOps"}, Heads: []string{"adds"},
			Rows: []page.Row{
				{Name: "Who is called when it breaks?", Note: name, Figures: []string{"+0.08"}, Marks: []page.Mark{{Kind: page.Bar, To: 0.08, Hue: page.DevOps}}},
				{Name: "Approval", Figures: []string{"-0.03"}, Marks: []page.Mark{{Kind: page.Bar, To: -0.03, Hue: page.SysOps}}},
			},
		},
		{
			ID: "roles", Caption: "As roles see it", Scale: line(), Heads: []string{"practice", "situation"}, Rows: []page.Row{{
				Name: "Stability", Figures: []string{"+0.10", "+0.30"}, Marks: []page.Mark{
					{Kind: page.Practice, At: 0.1},
					{Kind: page.Situation, At: 0.3},
					{Kind: page.Role, At: -0.6, Hue: page.SysOps, Label: name},
					{Kind: page.Role, At: 0.9, Hue: page.DevOps, Label: "developers"},
					{Kind: page.Wanted, At: 0.8, Hue: page.DevOps},
					{Kind: page.Limit, At: 0.5},
				},
			}},
			Keys: []page.Key{{Kind: page.Role, Text: "as one role sees it"}, {Kind: page.Wanted, Text: "wanted beyond the limit"}, {Kind: page.Limit, Text: "limit"}},
		},
		{
			ID: "stands", Caption: "Its answers", Scale: page.Scale{Kind: page.Line, Low: -1, High: 1}, Heads: []string{"stands", "adds"}, Rows: []page.Row{
				{Name: "restore_test", Note: name, Figures: []string{"-0.50", "-0.02"}, Marks: []page.Mark{{Kind: page.Bar, To: -0.5, Hue: page.SysOps}, {Kind: page.Value, At: -0.5, Hue: page.SysOps}}},
			},
		},
		{
			ID: "scores", Caption: "Each metric", Scale: score(), Heads: []string{"score", "mean", "same"}, Rows: []page.Row{{
				Name: "Lead time", Figures: []string{"7.0", "6.0 ± 2.1", "12.1 %"}, Marks: []page.Mark{{Kind: page.Value, At: 7}, {Kind: page.Mean, At: 6}, {Kind: page.Deviation, At: 3.9, To: 8.1}},
			}},
			Keys: []page.Key{
				{Kind: page.Value, Text: "these answers"}, {Kind: page.Mean, Text: "published mean of 2024"}, {Kind: page.Deviation, Text: "one standard deviation around it"},
			},
		},
		{
			ID: "people", Caption: "The answers of 6 respondents", Scale: page.Scale{Kind: page.Share, High: 6}, Heads: []string{"people"}, Rows: []page.Row{
				{Name: name, Figures: []string{"2"}, Marks: []page.Mark{{Kind: page.Bar, To: 2}}, Spoken: "2 respondents"},
				{Name: "Every week", Strong: true, Note: "the answer given here", Figures: []string{"3"}, Marks: []page.Mark{{Kind: page.Own, To: 3}}, Spoken: "3 respondents"},
				{Name: "not known", Figures: []string{"1"}, Marks: []page.Mark{{Kind: page.Absent, To: 1}}, Spoken: "1 respondent"},
			},
			Keys: []page.Key{{Kind: page.Bar, Text: "one person"}, {Kind: page.Own, Text: "you"}, {Kind: page.Absent, Text: "no answer"}},
		},
		{
			ID: "times", Caption: "How long it takes", Scale: page.Scale{Kind: page.Time, High: 3, Spoken: "Time", Ticks: []page.Tick{{At: 0, Text: "1 day"}, {At: 1, Text: "1 week"}, {At: 3, Text: "1 year"}}},
			Heads: []string{"median", "cases", ""}, Rows: []page.Row{{Name: name, Figures: []string{"14 days", "38", ""}, Marks: []page.Mark{
				{Kind: page.Long, At: 1.2, To: 2.5}, {Kind: page.Half, At: 0.8, To: 1.6}, {Kind: page.Median, At: 1.2}, {Kind: page.Event, At: 0.1},
			}}},
			Keys: []page.Key{{Kind: page.Median, Text: "median"}, {Kind: page.Half, Text: "the middle half"}, {Kind: page.Long, Text: "to one in ten"}, {Kind: page.Event, Text: "a release"}},
		},
		{
			ID: "persons", Caption: "First to talk about", WideNames: true, Scale: page.Scale{Kind: page.Answers, High: 1, Spoken: "From the first answer to the last"},
			Rows: []page.Row{
				{Name: name, Low: "Nobody", High: name, Word: "1 of 9 does not know", Spoken: "2× a", Marks: []page.Mark{
					{Kind: page.Person, At: 0, Count: 2}, {Kind: page.Person, At: 0.5, Count: 12}, {Kind: page.Person, At: 1, Count: 1},
				}},
				{Name: "Nobody chose an answer", Word: "9 of 9 do not know", Spoken: "9× do not know"},
			},
			Keys: []page.Key{{Kind: page.Person, Text: "one person"}},
		},
		{
			ID: "consensus", Caption: "Consensus", Scale: page.Scale{Kind: page.Index, High: 1}, Heads: []string{"consensus", "roles apart"}, WideNames: true, Rows: []page.Row{
				{Name: "A name that is a sentence: who acts first when production misbehaves?", Note: "split", Figures: []string{"0.41", "0.70"}, Marks: []page.Mark{{Kind: page.Bar, To: 0.41}}},
			},
		},
	}
}

func rulerChart() page.Chart {
	return page.Chart{
		ID: "fit", Caption: "They fit 82 out of 100", Scale: page.Scale{
			Kind: page.Ruler, High: 100, Edges: []float64{55, 70, 85}, Bands: []string{"far apart", "apart", "fairly close", "close"},
		},
		Rows: []page.Row{{Name: "Fit", Spoken: "82 out of 100", Marks: []page.Mark{{Kind: page.Value, At: 82, Label: "82"}}}},
	}
}

func pathChart(name string) page.Chart {
	return page.Chart{
		ID: "moves", Caption: "How you worked, and how you work", Scale: line(), Heads: []string{"before", "after", "situation"}, WideNames: true,
		Rows: []page.Row{{Name: name, Strong: true, Figures: []string{"-0.50", "+0.20", "+0.40"}, Marks: []page.Mark{
			{Kind: page.Before, At: -0.5}, {Kind: page.After, At: 0.2, Hue: page.DevOps}, {Kind: page.Goal, At: 0.4, Hue: page.DevOps},
		}}},
		Keys: []page.Key{{Kind: page.Before, Text: "before"}, {Kind: page.After, Text: "after"}, {Kind: page.Goal, Text: "what the service calls for now"}},
	}
}

func mapPlot(name string) page.Plot {
	return page.Plot{
		ID: "places", Caption: "Where services are", X: line(), Y: line(), XTitle: "how you work", YTitle: "what the situation calls for", Diagonal: true,
		Points: []page.Point{{X: new(0.5), Y: new(0.4), Count: 1, Name: name}, {X: new(-0.7), Y: new(0.6), Count: 12, Name: "12 services: a, b and others"}},
		Keys: []page.Key{
			{Kind: page.Value, Text: "a service"},
			{Kind: page.Group, Text: "several close together"},
			{Kind: page.Equal, Text: "practice and situation agree"},
			{Kind: page.Mean, Text: "never drawn"},
		},
		Spoken: "Services by practice and situation", Note: "1 service is not on it.",
		Behind: &page.Table{Caption: "Services by band", Columns: []page.Column{{Title: "Situation"}, {Title: "firmly", Number: true}}, Rows: page.RowsOf([]string{"firmly", "3"})},
	}
}

func quadrantPlot(name string) page.Plot {
	return page.Plot{
		ID: "quadrant", Caption: "How fast, and how stable", X: score(), Y: score(), XTitle: "Throughput", YTitle: "Stability " + name,
		CutX: new(6.1), CutY: new(6.4), SpreadX: &[2]float64{4, 8.2}, SpreadY: &[2]float64{4.5, 8.3},
		Corners: [4]string{"slow and unstable", "fast but unstable", "slow but stable", "fast and stable"},
		Points:  []page.Point{{X: new(0.0), Y: new(7.0), Count: 1, Name: "these answers"}}, Spoken: "Throughput 0.0 of 10. Stability 7.0 of 10.",
		Keys: []page.Key{{Kind: page.Value, Text: "these answers"}, {Kind: page.Mean, Text: "published means of 2024"}, {Kind: page.Deviation, Text: "one standard deviation around them"}},
	}
}

func historyBlock(name string) page.History {
	return page.History{
		ID: "whole", Caption: "The whole over time", Scale: line(), Note: "In true time.",
		Moments: []page.Moment{
			{Label: "2024-11-01"}, {Day: 90, Label: "2025-01-30"}, {Day: 210, Label: "2025-05-30"}, {Day: 370, Label: "2025-11-06", Broken: true}, {Day: 560, Label: "2026-05-15"},
		},
		Series: []page.Series{
			{Name: "Practice", Strong: true, Values: []*float64{new(-0.6), new(-0.4), new(-0.2), new(0.1), new(0.3)}, Other: []*float64{new(0.5), new(0.5), new(0.4), nil, new(0.4)}, First: "-0.60", Last: "+0.30"},
			{Name: name, Values: []*float64{nil, new(0.4), nil, new(0.1)}, First: "+0.40", Last: "+0.10", Spoken: "first +0.40, last +0.10"},
		},
		Keys: []page.Key{
			{Kind: page.Practice, Text: "practice"}, {Kind: page.Situation, Text: "situation"}, {Kind: page.Break, Text: "from here on another questionnaire"},
		},
	}
}

// courseBlock has two panels, a break, a value that is not known, and more moments than there is room for labels.
func courseBlock(name string) page.Course {
	course := page.Course{
		ID: "whole-course", Caption: "The gap to what " + name + " calls for closed", Note: "Of " + name + ".",
		Panels: []page.Panel{
			{Scale: line(), Series: []page.Series{{Name: name, First: "-0.60", Last: "+0.50"}}},
			{Title: "Readiness of " + name, Scale: level(), Series: []page.Series{{Name: "Readiness", Kind: page.Value, First: "1.0", Last: "3.0"}}},
			{Title: "Stability", Scale: score(), Series: []page.Series{{Name: "Stability", Kind: page.Before, First: "5.0", Last: "7.0"}}},
		},
		Below: []page.Below{{Head: "fit"}, {Head: name}},
		Keys: []page.Key{
			{Kind: page.Practice, Text: "how you work"},
			{Kind: page.Situation, Text: "what the service calls for"},
			{Kind: page.Value, Text: "readiness"},
			{Kind: page.Before, Text: "stability"},
			{Kind: page.Break, Text: "from here on another questionnaire"},
		},
		Behind: &page.Table{Caption: "Figures after each step", Columns: []page.Column{{Title: "Step"}, {Title: "Fit", Number: true}}, Rows: page.RowsOf([]string{name, "82"})},
	}
	const moments = 12
	for i := range moments {
		share := float64(i) / (moments - 1)
		practice, situation := new(-0.6+1.1*share), new(0.5)
		if i == 5 {
			practice = nil
		}
		course.Moments = append(course.Moments, page.Moment{Day: float64(i * i), Label: fmt.Sprintf("2026-%02d-01", i+1), Broken: i == 8})
		for panel, value := range []*float64{practice, new(1 + 2*share), new(5 + 2*share)} {
			series := &course.Panels[panel].Series[0]
			series.Values = append(series.Values, value)
		}
		course.Panels[0].Series[0].Other = append(course.Panels[0].Series[0].Other, situation)
		course.Below[0].Texts = append(course.Below[0].Texts, fmt.Sprint(60+i))
		course.Below[1].Texts = append(course.Below[1].Texts, fmt.Sprint(i))
	}
	return course
}

// matrixBlock has fields of very different sizes, and empty ones.
func matrixBlock(name string) page.Matrix {
	m := page.Matrix{
		ID: "pairs", Caption: "Most frequent: " + name, XTitle: "how they work", YTitle: "what is called for", Note: "1 of " + name + " is not on it.",
		Bands: []string{"strong SysOps", "leaning SysOps", "hybrid", "leaning DevOps", "strong DevOps"},
	}
	for up := range m.Bands {
		var row []page.Field
		for across := range m.Bands {
			field := page.Field{Title: fmt.Sprintf("services at %d and %d", up, across)}
			for i := range up * across * 20 {
				field.Names = append(field.Names, fmt.Sprint(name, i))
			}
			row = append(row, field)
		}
		m.Fields = append(m.Fields, row)
	}
	return m
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
