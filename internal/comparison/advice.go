package comparison

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/report"
)

// steps tells what became of the recommendations.
func (t *teller) steps() []Chapter {
	s := &t.Recommendations
	return filled([]Chapter{
		{"Done, as far as the answers tell", items(s.Done, t.done)},
		{"No longer listed, and not known to be done", items(s.Dropped, t.dropped)},
		{"New", items(s.New, begun)},
		{"Can start now, had to wait before", items(s.Unblocked, begun)},
		{"Has to wait now, could have started before", items(s.HeldBack, held)},
		{"Still open", items(s.Open, func(*Step) []string { return nil })},
	})
}

func items(steps []Step, details func(*Step) []string) []Item {
	var list []Item
	for i := range steps {
		list = append(list, Item{Text: steps[i].Title, Details: details(&steps[i])})
	}
	return list
}

func (t *teller) done(step *Step) []string { return []string{t.told(step.Changed)} }

// dropped says why a step is no longer listed.
func (t *teller) dropped(step *Step) []string {
	switch step.Reason {
	case OtherSituation:
		return []string{"the situation changed: " + t.told(step.Changed)}
	case OtherPractice:
		return []string{"how you work changed, which need not be this step: " + t.told(step.Changed)}
	case SeveralReasons:
		return []string{fmt.Sprintf("how you work and the situation both changed (%s), so which of them ended it cannot be told",
			report.Shortened(step.Changed))}
	case OtherQuestionnaire:
		return []string{t.replaced(step)}
	}
	return []string{"no answer that it was listed for changed; another of its conditions no longer holds"}
}

// replaced is about a step that another questionnaire, or another version of the advice, does not list.
func (t *teller) replaced(step *Step) string {
	if len(step.Changed) == 0 {
		return "no answer that it was listed for changed; the questionnaire or its advice did"
	}
	return "answers that it was listed for changed, but the questionnaire did too: " + t.told(step.Changed)
}

// begun is how to start, or what must come first.
func begun(step *Step) []string {
	if step.Status.After == report.StatusLater {
		return held(step)
	}
	return []string{step.FirstStep}
}

// held says what must come first.
func held(step *Step) []string {
	var details []string
	for _, text := range step.After {
		details = append(details, "after: "+text)
	}
	return details
}

// warnings tells what became of the warnings.
func (t *teller) warnings() []Chapter {
	w := &t.Warnings
	return filled([]Chapter{
		{"Gone", t.warned(w.Gone)}, {"New", t.warned(w.New)}, {"Still there", t.warned(w.Still)},
	})
}

func (t *teller) warned(list []Warning) []Item {
	var items []Item
	for i := range list {
		warning := &list[i]
		item := Item{Label: string(warning.Severity.After), Text: warning.Text}
		if item.Label == "" {
			item.Label = string(warning.Severity.Before)
		}
		if was := warning.Severity.Before; was != "" && warning.Severity.After != "" && !warning.Severity.Same() {
			item.Details = append(item.Details, "before it was "+string(was))
		}
		if word := exempted(warning.Exempted); word != "" {
			item.Details = append(item.Details, word)
		}
		if len(warning.Changed) > 0 {
			item.Details = append(item.Details, "changed: "+report.Shortened(warning.Changed))
		}
		items = append(items, item)
	}
	return items
}

func exempted(e Exempted) string {
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
