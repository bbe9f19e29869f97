// Package pagetest has a page with every block, and texts that try to be more than texts. Only tests import it.
package pagetest

import (
	"strings"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
)

// Page has every block, with texts that say returns: program text and words of a person by turns.
func Page(say func(string) string) page.Page {
	figures := page.Table{
		Caption: say("Exact figures"),
		Columns: []page.Column{{Title: say("Axis")}, {Title: say("Practice"), Number: true}, {Title: say("Remark")}},
		Rows: page.RowsOf(
			[]string{say("Delivery"), "+0.67", say("A sentence that is much longer than a column should be padded for")},
			[]string{say("Stability"), "-0.4", ""},
		),
	}
	chart := page.Chart{
		ID: "line", Caption: say("The line"), Scale: page.Scale{Kind: page.Line, Low: -1, High: 1}, Heads: []string{"practice"},
		Rows: []page.Row{
			{Name: say("Delivery"), Marks: []page.Mark{{Kind: page.Practice, At: 0.67}}, Figures: []string{"+0.67"}},
			{Name: say("Stability"), Marks: []page.Mark{{Kind: page.Practice, At: -0.4}}, Figures: []string{"-0.4"}},
		},
		Keys: []page.Key{{Kind: page.Practice, Text: "practice"}}, Note: say("Read it from the left."), Behind: &figures,
	}
	history := page.History{
		ID: "time", Caption: say("Over time"), Scale: page.Scale{Kind: page.Level, High: 4},
		Moments: []page.Moment{{Label: say("2026-10-14")}, {Day: 30, Label: "2026-11-13", Broken: true}},
		Series:  []page.Series{{Name: say("Overall"), Values: []*float64{new(1.5), new(3.0)}, First: "1.5", Last: "3.0"}},
		Behind:  &figures,
	}
	course := page.Course{
		ID: "course", Caption: say("Step by step"), Moments: []page.Moment{{Label: say("Today")}, {Day: 1, Label: say("Restore"), Short: "1"}},
		Panels: []page.Panel{
			{Scale: page.Scale{Kind: page.Line, Low: -1, High: 1}, Series: []page.Series{
				{Name: say("Practice"), Values: []*float64{new(-0.4), new(0.2)}, Other: []*float64{new(0.5), new(0.5)}},
			}},
			{Title: say("Readiness"), Scale: page.Scale{Kind: page.Level, High: 4}, Series: []page.Series{
				{Name: say("level"), Values: []*float64{new(1.5), nil}, Figures: []string{"1.5", "–"}},
			}},
		},
		Below: []page.Below{{Head: say("fit"), Texts: []string{"82", "91"}}}, Note: say("Both are estimated."), Behind: &figures,
		Keys: []page.Key{{Kind: page.Practice, Text: "practice"}, {Kind: page.Situation, Text: say("situation")}},
	}
	more := page.Fold{Title: say("Why, and what comes then"), Blocks: []page.Block{
		page.Facts{Items: []page.Fact{
			{Label: "Why", Value: say("A backup is a hope.")}, {Label: "After", Value: say("one") + "\n" + say("two")},
		}},
	}}
	return page.Page{
		Kind: "Assessment", Title: say("payments-api"), Footer: say("Written by opsfit."),
		Facts: []page.Fact{{Label: "Service", Value: say("payments-api")}, {Label: say("Answered"), Value: say("by Ines")}},
		Screen: page.Screen{
			Parts: []page.ScreenPart{
				{ID: "verdict", Forms: [][]page.Block{{page.Headline(say("Combine both models."))}}},
				{ID: "line", Close: true, Forms: [][]page.Block{{chart}, nil}},
			},
			Shrink: []string{"line"},
		},
		Sections: []page.Section{
			{ID: "answers", Title: say("All answers"), Part: page.Detail, Explain: []string{"answers"}, Blocks: []page.Block{
				page.Quiet(say("An answer counts as a position.")),
				page.Cards{Layout: page.Stack, Items: []page.Card{{Title: say("Delivery"), Blocks: []page.Block{page.Entries{
					{
						ID: say("batch_size"), Prompt: say("How much goes into a release?"), Answer: say("One feature"),
						Worth: []string{"+0.5", "effect +0.02"},
					},
					{
						ID: say("learning"), Prompt: say("What happens after a disruption?"), Answer: "skipped", Open: true,
						Remarks: []page.Remark{
							{Label: "note", Text: page.Said(page.Plain(say("Nobody knows.")) + "\n" + page.Plain(say("Ask again.")))},
							{Label: "evidence", Text: page.Said(page.Plain(say("example.com"))), Address: "https://example.com"},
						},
					},
				}}}}},
			}},
			{ID: "verdict", Title: "Verdict", Part: page.Lead, Explain: []string{"practice", "fit"}, Blocks: []page.Block{
				page.Headline(say("Combine both models.")), page.List{say("First reason."), say("Second reason.")}, chart,
			}},
			{ID: "first", Title: say("What to do first"), Part: page.Body, Blocks: []page.Block{
				page.Cards{From: 1, Checklist: true, Layout: page.Grid, Items: []page.Card{
					{Title: say("Restore"), Blocks: []page.Block{page.Text(say("This week, restore.")), page.Quiet(say("Because of it.")), more}},
					{Title: say("Back out"), Blocks: []page.Block{page.List{say("Write it down.")}, figures}},
				}},
			}},
			{ID: "warnings", Title: "Warnings", Part: page.Body, Blocks: []page.Block{
				page.Cards{Layout: page.Lines, Items: []page.Card{
					{
						Tag: "CRITICAL", Title: say("Nobody has shown it."),
						Blocks: []page.Block{page.Text(say("Go slow.")), page.List{say("restore_test")}},
					},
				}},
			}},
			{ID: "then", Title: "Also", Part: page.Body, Blocks: []page.Block{
				page.Cards{From: 2, Layout: page.Grid, Items: []page.Card{
					{Title: say("Alarm"), Blocks: []page.Block{page.Text(say("Measure it.")), more}},
				}},
				page.Cards{Layout: page.Lines, Items: []page.Card{{Title: say("Exact figures"), Blocks: []page.Block{figures}}}},
			}},
			{ID: "rest", Title: "The rest", Part: page.Detail, Blocks: []page.Block{
				page.Columns{{page.Text(say("Left."))}, {page.Text(say("Right."))}},
				page.Changes{
					Caption: say("What if"), What: "Figure", Before: "As answered", After: "What if",
					Items: []page.Change{
						{Label: "Readiness", Before: say("1.63 of 4"), After: "1.96"}, {Label: say("Fit"), Before: "76", After: "76"},
					},
				},
				page.Formulas{{Name: say("Gap"), Text: "G = N - P", Where: say("N is the situation.")}, {Name: "Code", Text: "a `b`"}},
				page.Preformatted("id: full\n  ```\nlast\n"),
				page.Commands{{Line: "opsfit plan -a answers.yaml"}, {Line: "opsfit check", Note: "by the gates"}},
				page.Plot{ID: "map", Caption: say("Map"), Instead: figures, Note: say("Without a picture.")},
				page.Plot{ID: "other", Caption: say("Other"), Spoken: say("Nothing is known.")},
				history, course,
				page.Counts{{Figure: "206", Hue: page.DevOps, Text: say("call for more")}, {Figure: "4", Text: say("fit")}},
				page.Matrix{
					ID: "matrix", Caption: say("Most frequent"), XTitle: "how they work", YTitle: "what is called for", Head: "Situation",
					Bands: []string{"SysOps", "DevOps"}, Short: []string{"S", "D"}, Note: say("Not on the map: 1."), Reading: "[ ]: both agree.",
					Fields: [][]page.Field{{{Title: "2 services", Names: []string{say("a"), say("b")}}, {Title: "0 services"}}, {{}, {}}},
				},
				page.Hidden("facts\n{\"a\": \"-->\"}"),
			}},
			{ID: "empty", Title: "No blocks"},
		},
	}
}

// Attack is short enough to read in a golden file and tries something in each of the ways to break out.
const Attack = "# <b onclick=x>&amp;</b> | `code` *a* _b_ [x](javascript:x) ![y](http://e.com) @ops #12 www.e.com\n- \x1b[31m\u202e\n```"

// Nasty are pieces that mean something to Markdown, AsciiDoc, GitHub, HTML or a terminal.
func Nasty() []string {
	return []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "</details>", "<br>", "&lt;", "&#64;", "&amp;",
		"`", "```", "~~~", "~", "~~", "*", "**", "_", "__", "_e_", "[", "]", "](", "[x](javascript:alert(1))",
		"![x](http://e.com/i)", "[ ] ", "[^1]",
		"|", "||", "\\|", "\\", "\\\\", "#", "##", "# ", "#12", "GH-7", "o/r#12", "@ops", "@org/team", "a@b.cd", "mailto:a@b.cd",
		"http://e.com", "https://e.com/a_b_(c)", "www.e.com", "WWW.e.com", "ftp://e.com", "<http://e.com>", "- ", "+ ", "* ",
		"• ", ". ", "a. ", "iv) ", "NOTE: ", "::", ";;", "--", "...", "(C)", "->", "<=", "((x))", "{x}", "++", "+0.5", "`+x+`",
		"pass:[x]",
		"include::/etc/passwd[]", "ifdef::x[]", "link:/x[y]", "image::x[]", "footnote:[x]", "<<x>>", "[[x]]", "stem:[x]", "a::",
		":a: b", "//", "====", "....", "____",
		"|===", ",===", "a|", "2+", ".Title", "= x", "x =", "e_", "it's", "1. ", "1) ", "> ",
		"---", "- - -", "===", "| - |", ":--", "    ", "\t", "\n", "\r\n", "\n\n", "$x$", "$$", "{{x}}", ":tada:", "\x1b[31m",
		"\u202e", "\u2028",
		"\x00", "\xff", "\u00a0", "\u200b", "\ufeff", "é", "日本", "עדה", "\u2068", "\u2069", "👩‍💻", "(", ")", "!", "\"", "'", "%",
		"/close", "a", "Z", "0", "9", " ", ".", ",", ":", "-", "=",
	}
}

// NastyText draws texts of nasty pieces and of anything.
func NastyText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(Nasty()), rapid.String()), 1, 8).Draw(t, "parts")
		return strings.Join(parts, "")
	})
}
