package pages

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// steps tells what became of the recommendations.
func (p *comparisonPage) steps() []page.Block {
	s := &p.Recommendations
	open := make([]string, len(s.Open))
	for i := range s.Open {
		open[i] = said(s.Open[i].Title)
	}
	return filled(page.Cards{Layout: page.Lines, Items: []page.Card{
		stepsCard("No longer listed, since the answers moved that way", s.Done,
			func(step *comparison.Step) string { return p.told(step.Changed) }),
		stepsCard("No longer listed, and not known to be done", s.Dropped, p.dropped),
		stepsCard("New", s.New, begun),
		stepsCard("Can start now, had to wait before", s.Unblocked, begun),
		stepsCard("Has to wait now, could have started before", s.HeldBack, held),
		{Title: "Still open", Blocks: listBlock(open)},
	}})
}

// stepsCard lists steps, each with what there is to say about it.
func stepsCard(title string, steps []comparison.Step, say func(*comparison.Step) string) page.Card {
	var facts []page.Fact
	for i := range steps {
		facts = append(facts, page.Fact{Label: said(steps[i].Title), Value: say(&steps[i])})
	}
	if len(facts) == 0 {
		return page.Card{}
	}
	return page.Card{Title: title, Blocks: []page.Block{page.Facts{Items: facts}}}
}

// dropped says why a step is no longer listed.
func (p *comparisonPage) dropped(step *comparison.Step) string {
	switch step.Reason {
	case comparison.OtherSituation:
		return "the situation changed: " + p.told(step.Changed)
	case comparison.OtherPractice:
		return "how you work changed, which need not be this step: " + p.told(step.Changed)
	case comparison.OtherDemand:
		return "how much is asked changed: " + p.told(step.Changed)
	case comparison.OtherPoints:
		return "points changed, which need not be this step: " + p.told(step.Changed)
	case comparison.SeveralReasons:
		both := "how you work and the situation"
		if p.Verdict.Readiness != nil {
			both = "points and how much is asked"
		}
		return fmt.Sprintf("%s both changed (%s), so which of them ended it cannot be told", both,
			report.Shortened(p.questions(step.Changed)))
	case comparison.OtherQuestionnaire:
		return p.replaced(step)
	}
	return "no answer that it was listed for changed; another of its conditions no longer holds"
}

// replaced is about a step that another questionnaire, or another version of the advice, does not list.
func (p *comparisonPage) replaced(step *comparison.Step) string {
	if len(step.Changed) == 0 {
		return "no answer that it was listed for changed; the questionnaire or its advice did"
	}
	return "answers that it was listed for changed, but the questionnaire did too: " + p.told(step.Changed)
}

// begun is how to start, or what must come first.
func begun(step *comparison.Step) string {
	if step.Status.After == report.StatusLater {
		return held(step)
	}
	return said(step.FirstStep)
}

// held says what must come first.
func held(step *comparison.Step) string {
	var conditions []string
	for _, text := range step.After {
		conditions = append(conditions, "after: "+said(text))
	}
	return strings.Join(conditions, "; ")
}

// warnings tells what became of the warnings.
func (p *comparisonPage) warnings() []page.Block {
	w := &p.Warnings
	return filled(page.Cards{Layout: page.Lines, Items: []page.Card{
		p.warningsCard("Gone", w.Gone), p.warningsCard("New", w.New), p.warningsCard("Still there", w.Still),
	}})
}

func (p *comparisonPage) warningsCard(title string, warnings []comparison.Warning) page.Card {
	var facts []page.Fact
	for i := range warnings {
		warning := &warnings[i]
		severity := cmp.Or(said(warning.Severity.After), said(warning.Severity.Before))
		name := said(warningName(warning.ID, warning.Title, warning.Text))
		facts = append(facts, page.Fact{Label: severity, Value: name + inBrackets(p.warningDetails(warning))})
	}
	if len(facts) == 0 {
		return page.Card{}
	}
	return page.Card{Title: title, Blocks: []page.Block{page.Facts{Items: facts}}}
}

func (p *comparisonPage) warningDetails(warning *comparison.Warning) []string {
	var details []string
	if was := warning.Severity.Before; was != "" && warning.Severity.After != "" && !warning.Severity.Same() {
		details = append(details, "before it was "+said(was))
	}
	details = append(details, exempted(warning.Exempted))
	if len(warning.Changed) > 0 {
		details = append(details, "changed: "+report.Shortened(p.questions(warning.Changed)))
	}
	return nonEmpty(details...)
}

func inBrackets(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return " (" + strings.Join(texts, "; ") + ")"
}

func exempted(e comparison.Exempted) string {
	switch {
	case e.Before && e.After:
		return "exempted, as before"
	case e.After:
		return "exempted now"
	case e.Before:
		return "exempted before"
	}
	return ""
}
