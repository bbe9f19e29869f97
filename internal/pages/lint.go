package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/page"
)

// Lint is the page of what was found in questionnaires and catalogues, in the order of the report.
func Lint(report *lint.Report) page.Page {
	p := page.Page{
		Kind: "Lint", Title: english.List(sayAll(report.Checked)),
		Facts:  []page.Fact{{Label: "Found", Value: report.Summary.String()}},
		Footer: "Written by " + report.Tool.Name + " " + report.Tool.Version + ".",
	}
	cards := page.Cards{Layout: page.Stack}
	for i := range report.Findings {
		cards.Items = append(cards.Items, findingCard(&report.Findings[i]))
	}
	if len(cards.Items) > 0 {
		p.Sections = []page.Section{{ID: "findings", Title: "Findings", Part: page.Body, Blocks: []page.Block{cards}}}
	}
	return p
}

// Unusable is the page of why a run could not use its input.
func Unusable(report *lint.Report) page.Page {
	p := Lint(report)
	p.Kind, p.Title = "", "Nothing was assessed: "+said(report.About)
	return p
}

func findingCard(f *lint.Finding) page.Card {
	place := said(f.File)
	if f.Position != nil {
		place = fmt.Sprintf("%s, line %d, column %d", place, f.Position.Line, f.Position.Column)
	}
	blocks := []page.Block{page.Quiet(place)}
	if f.Hint != nil {
		blocks = append(blocks, page.Text(said(hintSentence(*f.Hint))))
	}
	return page.Card{
		Tag: f.Severity, Weight: weightOfFinding(f.Severity), Title: said(f.Message),
		Blocks: append(blocks, page.Quiet(f.Help+" More: opsfit questionnaire lint --explain "+f.Code)),
	}
}

// hintSentence makes a sentence of a hint; a command at its beginning stays as it is typed.
func hintSentence(hint string) string {
	if !strings.HasPrefix(hint, "opsfit ") {
		hint = english.Capital(hint)
	}
	if strings.HasSuffix(hint, "?") {
		return hint
	}
	return hint + "."
}

func weightOfFinding(severity string) page.Weight {
	switch severity {
	case diag.Error.String():
		return page.Heaviest
	case diag.Warning.String():
		return page.Heavy
	}
	return page.Light
}

// LintRule is the page that explains the code of a finding.
func LintRule(rule lint.Rule) page.Page {
	p := page.Page{Kind: "Rule", Title: rule.Code + " (" + rule.Severity.String() + ")"}
	p.Sections = append(p.Sections, page.Section{
		ID: "rule", Title: "What it finds", Part: page.Lead, Blocks: []page.Block{page.Text(rule.Summary), page.Text(rule.Why)},
	})
	for _, example := range []struct{ id, title, text string }{{"bad", "Instead of", rule.Bad}, {"good", "Write", rule.Good}} {
		if example.text != "" {
			p.Sections = append(p.Sections, page.Section{
				ID: example.id, Title: example.title, Part: page.Body, Blocks: []page.Block{page.Preformatted(example.text)},
			})
		}
	}
	return p
}

// LintRules is the page that lists codes with what they mean.
func LintRules(rules []lint.Rule) page.Page {
	var list page.Facts
	for _, rule := range rules {
		list.Items = append(list.Items, page.Fact{Label: rule.Code, Value: rule.Severity.String() + ": " + rule.Summary})
	}
	return page.Page{
		Kind: "Rules", Title: "The codes of findings",
		Sections: []page.Section{{ID: "codes", Title: "Codes", Part: page.Body, Blocks: []page.Block{list}}},
	}
}

// Advice is how the rules of the catalogue of one questionnaire can appear.
type Advice struct {
	// Questionnaire names it, such as by its id.
	Questionnaire string
	Appearances   []lint.Appearance
}

// Appearances is the page that lists how each warning and recommendation of some questionnaires can appear.
func Appearances(all []Advice) page.Page {
	p := page.Page{Kind: "Advice", Title: "How warnings and recommendations can appear"}
	for i, advice := range all {
		section := page.Section{ID: fmt.Sprintf("advice-%d", i+1), Title: said(advice.Questionnaire), Part: page.Body}
		cards := page.Cards{Layout: page.Stack}
		for _, kind := range []string{"warning", "recommendation"} {
			if facts := appearanceFacts(advice.Appearances, kind); len(facts.Items) > 0 {
				cards.Items = append(cards.Items, page.Card{Title: english.Capital(kind) + "s", Blocks: []page.Block{facts}})
			}
		}
		if len(cards.Items) > 0 {
			section.Blocks = []page.Block{cards}
		}
		p.Sections = append(p.Sections, section)
	}
	return p
}

func appearanceFacts(list []lint.Appearance, kind string) page.Facts {
	var facts page.Facts
	for _, a := range list {
		if a.Kind != kind {
			continue
		}
		ways := strings.Join(a.Ways, ", ")
		if len(a.Ways) == 0 {
			ways = a.Verdict
		}
		facts.Items = append(facts.Items, page.Fact{Label: said(a.ID), Value: ways})
	}
	return facts
}
