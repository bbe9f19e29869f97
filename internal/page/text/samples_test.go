package text_test

import (
	"strings"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
)

// verdictPage has what a reader sees of an assessment: a chart of lines, steps with a fold, warnings, and details.
func verdictPage() page.Page {
	because := page.Quiet("Because restore_test " + page.Said("Nobody has restored one").String())
	steps := page.Cards{From: 1, Checklist: true, Layout: page.Grid, Items: []page.Card{
		{Title: "Prove that data can be restored", Blocks: []page.Block{
			page.Text("This week, restore last night's backup on a separate machine, and note the time it took."), because,
			page.Fold{Title: "Why, and what comes then", Blocks: []page.Block{page.Facts{Items: []page.Fact{
				{Label: "Then", Value: "Agree a time and a loss that the business accepts, and repeat the test every quarter."},
				{Label: "Effort", Value: "days in one team"},
			}}}},
		}},
		{Title: "Prepare a rollback", Blocks: []page.Block{page.Text("Write the rollback before you start.")}},
	}}
	warnings := page.Cards{Layout: page.Lines, Items: []page.Card{
		{Tag: "CRITICAL", Weight: page.Heaviest, Title: "Delivery leans to speed, but recovery is weaker than it.", Blocks: []page.Block{
			page.Text("Pace needs a net."), because,
		}},
		{Tag: "LOW", Weight: page.Light, Title: "Needs pull in opposite directions."},
	}}
	return page.Page{
		Kind: "Assessment", Title: "payments-api",
		Facts: []page.Fact{{Label: "Service", Value: page.Said("payments-api").String()}, {Label: "Answered", Value: "by " + page.Said("עדה").String()}},
		Sections: []page.Section{
			{ID: "verdict", Title: "Verdict", Blocks: []page.Block{page.Columns{
				{page.Headline("The situation asks for speed and for caution at once: combine both models."), page.List{
					"How you work is leaning DevOps (+0.56).", "The fit of the two is 76 of 100 (workable).",
				}},
				{lines()},
			}}},
			{ID: "first", Title: "What to do first", Explain: []string{"ranking"}, Blocks: []page.Block{steps}},
			{ID: "warnings", Title: "Warnings", Part: page.Body, Blocks: []page.Block{warnings}},
			{ID: "empty", Title: "Nothing here", Part: page.Body},
			{ID: "gates", Title: "Gates", Part: page.Detail, Blocks: []page.Block{page.Table{
				Caption: "Gates", Columns: []page.Column{{Title: "Gate"}, {Title: "Actual", Number: true}, {Title: "Remark"}},
				Rows: page.RowsOf([]string{"fit >= 70", "76.4", ""}, []string{"readiness >= 3", "2", "1 too low"}),
			}}},
			{ID: "answers", Title: "All answers", Part: page.Detail, Blocks: []page.Block{page.Entries{
				{ID: "batch_size", Prompt: "How much goes into a release?", Answer: "One feature", Worth: []string{"practice +0.50"}, Remarks: []page.Remark{
					{Label: "note", Text: "first line\nsecond line"},
					{Label: "evidence", Text: "example.com/tags", Address: "https://example.com/tags"},
				}},
				{ID: "learning", Prompt: "What happens after a disruption?", Answer: "skipped", Open: true},
			}}},
		},
		Footer: "Self-reported. Written by opsfit.",
	}
}

func lines() page.Chart {
	return page.Chart{
		ID: "lines", Caption: "How you work, and what the service calls for",
		Scale: page.Scale{Kind: page.Line, Low: -1, High: 1, Edges: []float64{-0.6, -0.2, 0.2, 0.6}},
		Heads: []string{"practice", "situation"},
		Rows: []page.Row{
			{Name: "Overall", Strong: true, Figures: []string{"+0.56", "+0.12"}, Marks: []page.Mark{
				{Kind: page.Range, At: 0.43, To: 0.63}, {Kind: page.Situation, At: 0.12}, {Kind: page.Practice, At: 0.56, Hue: page.DevOps},
			}},
			{Name: "Automation", Figures: []string{"+0.50", "+0.50"}, Marks: []page.Mark{
				{Kind: page.Situation, At: 0.5, Hue: page.DevOps},
				{Kind: page.Practice, At: 0.5, Hue: page.DevOps},
				{Kind: page.Role, At: -0.4, Label: "operations", Hue: page.SysOps},
			}},
			{Name: "Stability", Figures: []string{"not scored", "–"}},
		},
		Keys: []page.Key{
			{Kind: page.Practice, Text: "practice"},
			{Kind: page.Situation, Text: "situation"},
			{Kind: page.Range, Text: "possible practice"},
			{Kind: page.Role, Text: "mean of a role"},
			{Kind: page.Floor, Text: "never drawn"},
		},
		Note:   "Both lie between −1 and +1.",
		Behind: &page.Table{Caption: "Behind", Columns: []page.Column{{Title: "Axis"}}, Rows: page.RowsOf([]string{"left out"})},
	}
}

// chartPage has every other kind of scale, and all marks.
func chartPage() page.Page {
	levels := page.Chart{
		ID: "levels", Caption: "Readiness, 0 to 4, and its floor", Scale: page.Scale{Kind: page.Level, Low: 0, High: 4},
		Heads: []string{"level", "floor", "short"},
		Rows: []page.Row{
			{Name: "Overall", Strong: true, Figures: []string{"2.0", "-", "-"}, Marks: []page.Mark{
				{Kind: page.Sure, To: 1.5}, {Kind: page.Likely, To: 2},
			}},
			{Name: "Stability", Figures: []string{"1.3", "3.0", "1.7"}, Marks: []page.Mark{
				{Kind: page.Sure, To: 1.3}, {Kind: page.Likely, To: 1.3}, {Kind: page.Shortfall, At: 1.3, To: 3}, {Kind: page.Floor, At: 3},
			}},
		},
		Keys: []page.Key{{Kind: page.Sure, Text: "at least"}, {Kind: page.Likely, Text: "likely"}, {Kind: page.Floor, Text: "floor"}, {Kind: page.Shortfall, Text: "short of it"}},
	}
	pulls := page.Chart{
		ID: "pulls", Caption: "Which answers pull which way", Scale: page.Scale{Kind: page.Pull, Low: -0.2, High: 0.2}, Heads: []string{"adds"},
		Rows: []page.Row{
			{Name: "approval", Note: page.Said("A colleague who reviews it, with or without checks").String(), Figures: []string{"+0.10"}, Marks: []page.Mark{{Kind: page.Bar, To: 0.1, Hue: page.DevOps}}},
			{Name: "restore_test", Note: "Nobody", Figures: []string{"-0.20"}, Marks: []page.Mark{{Kind: page.Bar, To: -0.2, Hue: page.SysOps}, {Kind: page.Practice, At: -0.2}}},
		},
	}
	people := page.Chart{
		ID: "people", Caption: "What people answered", Scale: page.Scale{Kind: page.Share, High: 6}, Heads: []string{"people"}, WideNames: true,
		Rows: []page.Row{
			{Name: "A colleague who reviews it, with or without automatic checks of the change", Figures: []string{"1"}, Marks: []page.Mark{{Kind: page.Own, To: 1}}},
			{Name: "Nobody", Figures: []string{"5"}, Marks: []page.Mark{{Kind: page.Bar, To: 5}}},
			{Name: "don't know", Figures: []string{"0"}, Marks: []page.Mark{{Kind: page.Absent, To: 0}}},
		},
	}
	moved := page.Chart{
		ID: "moved", Caption: "How it moved", Scale: page.Scale{Kind: page.Score, High: 10}, Heads: []string{"before", "after", "mean"},
		Rows: []page.Row{
			{Name: "Throughput", Figures: []string{"4.0", "7.3", "6.0"}, Marks: []page.Mark{{Kind: page.Before, At: 4}, {Kind: page.After, At: 7.3}, {Kind: page.Mean, At: 6}}},
			{Name: "Stability", Figures: []string{"5.0", "5.0", "-"}, Marks: []page.Mark{{Kind: page.Before, At: 5}, {Kind: page.After, At: 5}}},
			{Name: "Met", Figures: []string{"2.0", "6.0", "6.0"}, Marks: []page.Mark{{Kind: page.Before, At: 2}, {Kind: page.After, At: 6}, {Kind: page.Mean, At: 6}}},
		},
		Keys: []page.Key{{Kind: page.Before, Text: "before"}, {Kind: page.After, Text: "after"}, {Kind: page.Mean, Text: "published mean"}},
	}
	limits := page.Chart{
		ID: "limits", Caption: "What the rules permit", Scale: page.Scale{Kind: page.Index, High: 1},
		Rows: []page.Row{{Name: "Stability", Marks: []page.Mark{
			{Kind: page.Deviation, At: 0.2, To: 0.4}, {Kind: page.Value, At: 0.3}, {Kind: page.Limit, At: 0.5}, {Kind: page.Wanted, At: 0.8}, {Kind: page.Goal, At: 0.9},
		}}},
		Keys: []page.Key{{Kind: page.Limit, Text: "limit"}, {Kind: page.Wanted, Text: "wanted beyond it"}},
	}
	return page.Page{Kind: "Charts", Title: "Charts", Sections: []page.Section{
		{ID: "levels", Title: levels.Caption, Blocks: []page.Block{levels}}, // the caption is not repeated
		{ID: "rest", Title: "The rest", Part: page.Body, Blocks: []page.Block{pulls, people, moved, limits, timePlot()}},
		{ID: "time", Title: "Over time", Part: page.Body, Blocks: []page.Block{practiceOverTime(), practiceCourse(), fitOverTime()}},
	}}
}

func timePlot() page.Plot {
	return page.Plot{ID: "map", Caption: "Where services lie", Spoken: "One service lies at (0.1, 0.2).", Instead: page.Text("1 service: hybrid, as called for."), Note: "All of them."}
}

func practiceOverTime() page.History {
	return page.History{
		ID: "practice", Caption: "How you work, over time", Scale: page.Scale{Kind: page.Line, Low: -1, High: 1, Edges: []float64{-0.6, -0.2, 0.2, 0.6}},
		Moments: []page.Moment{{Label: "2026-01-01"}, {Day: 31, Label: "2026-02-01"}, {Day: 60, Label: "2026-03-02", Broken: true}},
		Series: []page.Series{
			{Name: "Overall", Strong: true, Values: values(-0.7, 0.1, 0.3), Other: values(0, 0, 0.3), First: "-0.70", Last: "+0.30"},
			{Name: "Stability", Values: []*float64{nil, new(0.6), new(0.7)}, First: "+0.60", Last: "+0.70"},
			{Name: "Never known", Values: make([]*float64, 3)},
		},
		Keys: []page.Key{{Kind: page.Practice, Text: "practice"}, {Kind: page.Situation, Text: "situation"}},
		Note: "One person's view.",
	}
}

// practiceCourse is practiceOverTime moment by moment, with a second panel.
func practiceCourse() page.Course {
	h := practiceOverTime()
	return page.Course{
		ID: "course", Caption: "The gap closed", Moments: h.Moments, Note: "A course.",
		Panels: []page.Panel{
			{Scale: h.Scale, Series: h.Series[:1]},
			{Title: "Readiness", Series: []page.Series{{Name: "level", Values: values(1, 2, 3), Figures: []string{"1.0", "2.0", "3.0"}}}},
		},
		Below: []page.Below{{Head: "fit", Texts: []string{"60", "95", "100"}}},
		Keys:  append(h.Keys, page.Key{Kind: page.Break, Text: "another questionnaire"}),
	}
}

func fitOverTime() page.History {
	h := page.History{ID: "fit", Caption: "Fit over time", Scale: page.Scale{Kind: page.Score, High: 100}}
	series := page.Series{Name: "Overall", Strong: true, First: "0", Last: "100"}
	for i := range 120 {
		h.Moments = append(h.Moments, page.Moment{Day: float64(i), Label: "a day"})
		series.Values = append(series.Values, new(float64(i)/1.19))
	}
	h.Series = []page.Series{series}
	return h
}

func values(list ...float64) []*float64 {
	var found []*float64
	for _, value := range list {
		found = append(found, &value)
	}
	return found
}

// blockPage has every block that is no chart.
func blockPage() page.Page {
	services := page.Table{Caption: "Services", Columns: []page.Column{
		{Title: "Service"},
		{Title: "How you work", Short: "practice", Number: true, Brief: true},
		{Title: "What the situation calls for"},
		{Title: "Advice", Brief: true},
		{Title: "Where the file of the answers is"},
	}, Rows: page.RowsOf(
		[]string{"shop", "+0.56", "+0.12", "combine both", "answers/shop.yaml"},
		[]string{"a service with a name that needs more room than its column has", "-1.00", "0.00", "stay with SysOps", "answers/long.yaml"},
	)}
	words := page.Table{Caption: "Bands", Columns: []page.Column{{Title: "Band"}, {Title: "Means"}}, Rows: page.RowsOf(
		[]string{"hybrid", "Neither pole: for a service that asks for neither, this is where its way of working fits best of all the places on the line."},
	)}
	return page.Page{Kind: "Blocks", Title: "Every block", Facts: []page.Fact{{Label: "By", Value: "nobody"}}, Sections: []page.Section{
		{ID: "a", Title: "Text", Blocks: []page.Block{
			page.Text("A paragraph that is long enough to be wrapped, so that the second line shows its indent too."), page.Quiet("Quiet."),
			page.List{"One.", "Two: " + page.Said("מרחבא\u202e").String() + "."},
			page.Preformatted("answers:\n  batch_size: small\n"),
			page.Hidden("never shown"),
			page.Fold{Title: "More", Blocks: []page.Block{page.Text("Folded.")}},
		}},
		{ID: "b", Title: "Only folded", Part: page.Body, Blocks: []page.Block{page.Fold{Title: "Inside", Blocks: []page.Block{page.Text("Looked up.")}}}},
		{ID: "c", Title: "Facts", Part: page.Body, Explain: []string{"fit", "tension"}, Blocks: []page.Block{
			page.Facts{Tiles: true, Items: []page.Fact{{Label: "Fit", Value: "76 of 100"}, {Label: "Readiness", Value: "2 of 4"}}},
			page.Changes{Caption: "What if", What: "Figure", Before: "As answered", After: "What if", Items: []page.Change{
				{Label: "Fit", Before: "76", After: "80"}, {Label: "Advice", Before: "combine", After: "combine"},
			}},
			page.Formulas{{Name: "Fit", Text: "fit = 100 × (1 - |gap| / 2)", Where: "gap is the distance"}, {Name: "Gap", Text: "gap = s - p"}},
		}},
		{ID: "d", Title: "Tables", Part: page.Body, Blocks: []page.Block{services, words, page.Table{Caption: "Empty", Columns: []page.Column{{Title: "x"}}, Rows: page.RowsOf()}}},
		{ID: "e", Title: "Changed answers", Part: page.Body, Blocks: []page.Block{page.Entries{
			{ID: "batch_size", Prompt: "small -> large"}, {Prompt: "No id", Remarks: []page.Remark{{Text: "why: unknown"}}},
		}, page.Cards{Layout: page.Stack, Items: []page.Card{
			{Title: "Stability", Blocks: []page.Block{page.Facts{Items: []page.Fact{{Label: "Gap", Value: "-0.90"}}}, page.Fold{Title: "Who", Blocks: []page.Block{page.Text("Ada.")}}}},
		}}}},
	}}
}

// strangersText is what strangers write: wide, joined, combining and right-to-left characters, words without an end, and all
// that a terminal would act on.
func strangersText() *rapid.Generator[string] {
	pieces := []string{
		"plain words", " ", "   ", "-0.4", "a-b", "测试用的中文文本", "日本語", "한국어", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪🇫🇷", "👍🏽", "❤️", "e\u0301\u0327", "\u0301",
		"שלום עולם", "مرحبا", "\u200d", "\u200b", "\u00a0", "\u3000", "\u00ad", "ﷺ", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤", "ก็็็็", "क्षि",
		strings.Repeat("x", 300), strings.Repeat("漢", 150), strings.Repeat("שלום ", 40), "\n", "\r\n", "\r", "\t", "\x00", "\x07", "\x7f", "\xff", "\xc3",
		"\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\x1b[2J", "\u009b31m", "\u009d0;x\u009c", "\u0085",
		"\u202e", "\u2066", "\u2069", "\u2068", "\u2028", "\u2029", "\ufeff", "\U000e0041", "|", "`", "<b>", "…", "●", "◇",
	}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "pieces"), "")
	})
}
