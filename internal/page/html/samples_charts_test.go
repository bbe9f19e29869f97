package html_test

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/page"
)

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
