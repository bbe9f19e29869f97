package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// assessmentScreen is the verdict and what to deal with before it, its chart, how sure it is, the gates, and where to begin.
func assessmentScreen(doc *report.Document, told *verdict.Telling) page.Screen {
	if doc.Verdict.Readiness != nil {
		return stateScreen(doc, told)
	}
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: aboutForms(doc.Head())})
	screen.Add(page.ScreenPart{ID: partWhatIf, Close: true, Forms: supposedForms(doc)})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: verdictForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partWarnings, Close: true, Forms: warningForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partLimits, Close: true, Forms: heldOrOpenForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partChart, Forms: verdictChartForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partConfidence, Close: true, Forms: confidenceForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partGates, Forms: gatesForms(doc)})
	screen.Add(page.ScreenPart{ID: partSteps, Close: len(doc.Gates) > 0, Forms: beginForms(doc)})
	screen.Shrink = []string{
		partChart, partWarnings, partLimits, page.NextPart, partChart, partAbout, partWhatIf, partChart, partSteps, partAbout,
		page.NextPart, partLimits, partChart, partConfidence, partWhatIf, partVerdict, page.NextPart, partGates, partSteps, partChart,
	}
	return screen
}

// verdictForms are the headline and, where it gives an advice, that alone: the chart shows why.
func verdictForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	forms := headlineForms(told.Headline)
	if v := doc.Verdict.Leaning; v != nil && v.Advice != "" {
		advice := english.Capital(report.HeldAdviceWord(v.Advice, v.HeldFrom())) + "."
		if doc.WhatIf != nil {
			advice = whatIfLead + advice
		}
		forms = append(forms, []page.Block{page.Headline(advice)})
	}
	return forms
}

// heldOrOpenForms say what limits change and what could still be: all, the first alone, and none. For outcomes they say what these
// mean.
func heldOrOpenForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	if q := doc.Verdict.Quadrant; q != nil {
		return [][]page.Block{{page.Text(said(outcomeMeaning(q)))}, nil}
	}
	var all []page.Block
	for _, sentence := range slices.Concat(told.Limits, nonEmpty(told.Range)) {
		all = append(all, page.Text(sentence))
	}
	return [][]page.Block{all, all[:min(len(all), 1)], nil}
}

// outcomeMeaning is the sentence about a quadrant without its name, which the headline says.
func outcomeMeaning(q *report.Quadrant) string {
	sentence := string(q.Sentence)
	head, rest, found := strings.Cut(sentence, ": ")
	if found && strings.HasPrefix(english.Lower(head), report.QuadrantWord(q.Quadrant)) {
		return english.Capital(rest)
	}
	return sentence
}

// supposedForms say of a what-if what was supposed and which figures that moves, then what alone, then of which questions.
func supposedForms(doc *report.Document) [][]page.Block {
	if doc.WhatIf == nil {
		return nil
	}
	var facts factList
	var titles []string
	for _, change := range doc.WhatIf.Changes {
		title := said(cmp.Or(change.Title, change.Question))
		titles = append(titles, title)
		facts.add("Supposed", title+" "+supposedAnswer(change.To, change.ToText))
	}
	supposed := len(facts)
	facts.add("Changes", cmp.Or(strings.Join(whatChanges(doc), "; "), "nothing"))
	named := page.Fact{Label: "Supposed", Value: english.List(firstAndMore(titles, mostNamed))}
	return [][]page.Block{
		{page.Facts{Items: facts}}, {page.Facts{Items: facts[:supposed]}}, {page.Facts{Items: []page.Fact{named}}},
	}
}

// whatChanges are the figures of a what-if that the chart does not show, each before and after.
func whatChanges(doc *report.Document) []string {
	var changes []string
	for _, change := range changedFigures(doc.WhatIf.Before.Verdict, doc.Verdict).Items {
		shown := change.Label == "Practice" || change.Label == "Situation"
		if change.Before != change.After && !shown {
			changes = append(changes, english.Lower(change.Label)+" "+change.Before+" -> "+change.After)
		}
	}
	return changes
}

// supposedAnswer is an answer in words; a status is no quotation.
func supposedAnswer(word, text string) string {
	if slices.Contains(questionnaire.ReservedOptions(), word) {
		return text
	}
	return english.Quote(said(text))
}

// warningForms name what to deal with before the advice: the critical and the high warnings by title, then the gravest.
func warningForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	if told.First == "" {
		return nil
	}
	short := []page.Block{page.Text(told.First)}
	cards, total := page.Cards{Layout: page.Lines}, 0
	for _, severity := range []questionnaire.Severity{questionnaire.Critical, questionnaire.High} {
		titles := warningTitles(doc, severity)
		if len(titles) == 0 {
			continue
		}
		named := firstAndMore(titles, max(mostNamed-total, 1))
		cards.Items = append(cards.Items, page.Card{
			Tag: strings.ToUpper(string(severity)), Weight: weightOf(string(severity)), Title: english.List(named),
		})
		total += len(titles)
	}
	if total < 2 {
		return [][]page.Block{short}
	}
	return [][]page.Block{{page.Text("First deal with " + english.Count(total, "warning") + ":"), cards}, short}
}

// warningTitles are the titles of the warnings of a severity that are not exempted.
func warningTitles(doc *report.Document, severity questionnaire.Severity) []string {
	var titles []string
	for i := range doc.Warnings {
		if warning := &doc.Warnings[i]; !warning.Exempted && warning.Severity == string(severity) {
			titles = append(titles, said(warningName(warning.ID, warning.Title, warning.Text)))
		}
	}
	return titles
}

// confidenceForms say how sure the advice is and why, then only how sure. Without an advice there is nothing to be sure of.
func confidenceForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	if doc.Verdict.Leaning == nil || doc.Verdict.Leaning.Confidence == "" {
		return nil
	}
	return [][]page.Block{{page.Text(told.Confidence)}, {page.Text("Confidence is " + said(doc.Verdict.Leaning.Confidence) + ".")}}
}

func gatesForms(doc *report.Document) [][]page.Block {
	var blocks []page.Block
	if gates := GatesInShort(doc); gates != "" {
		blocks = append(blocks, page.Text(gates))
	}
	if doc.Commitments != nil {
		blocks = append(blocks, page.Text(CommitmentsInShort(doc.Commitments)))
	}
	if len(blocks) == 0 {
		return nil
	}
	return [][]page.Block{blocks}
}

// beginForms are the steps to begin with by title, then the first of them.
func beginForms(doc *report.Document) [][]page.Block {
	first, _, _ := steps(doc)
	var facts factList
	if LacksAnswers(doc) {
		facts.add("Begin with", titleAnswer)
	}
	for _, step := range first {
		facts.add("Begin with", said(step.Title))
	}
	if len(facts) == 0 {
		return nil
	}
	return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[:1]}}, nil}
}

// verdictChartForms are the chart of a verdict: with what the ends of each axis mean, without, with the whole and the two axes that
// are farthest apart, the same without its keys, the whole alone, and none.
func verdictChartForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	if doc.Verdict.Quadrant != nil {
		return outcomeChartForms(doc, told)
	}
	chart := screenLines(doc)
	if !hasValue(chart) {
		return nil
	}
	few := fewRows(chart)
	bare := few
	bare.Keys = nil
	whole := bare
	whole.Rows = bare.Rows[:1]
	return [][]page.Block{{chart}, {withoutEnds(chart)}, {few}, {bare}, {whole}, nil}
}

// screenLines is the chart of practice and situation; the words at its ends say what its caption would.
func screenLines(doc *report.Document) page.Chart {
	chart := lineChart(doc)
	chart.Caption, chart.Behind, chart.Keys = "", nil, []page.Key{
		{Kind: page.Practice, Text: "how you work"},
		{Kind: page.Situation, Text: "what the service calls for"},
		{Kind: page.Wanted, Text: "wanted behind a limit"},
		{Kind: page.Limit, Text: "limit"},
		{Kind: page.Range, Text: "possible, with what is unknown"},
	}
	return chart
}

// outcomeChartForms are the chart of every metric, of the two groups, of these without their keys and then their figures, and none. The
// figures of a group that the headline is about stand there.
func outcomeChartForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	all, groups := metricChart(doc), groupChart(doc.Verdict.Quadrant, "")
	all.Caption, all.Note, all.Behind, groups.Behind = "", "", nil, nil
	all.Heads = all.Heads[:2]
	for i := range all.Rows {
		all.Rows[i].Figures = all.Rows[i].Figures[:2]
	}
	for i := range groups.Rows {
		if strings.Contains(told.Headline, english.Lower(groups.Rows[i].Name)+" is") {
			groups.Rows[i].Figures = make([]string, len(groups.Heads))
		}
	}
	all.Rows = append(slices.Clone(groups.Rows), all.Rows...)
	bare := groups
	bare.Keys = nil
	return [][]page.Block{{all}, {groups}, {bare}, {withoutFigures(bare)}, nil}
}
