package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

const (
	// numberWidth holds a rank up to 99 and a space; rowWidth the longest name of a part of a recommendation.
	numberWidth = 3
	rowWidth    = 9
)

func (p *page) firstSteps(story report.Story) {
	if !story.Advises {
		return
	}
	p.heading(report.TitleFirst)
	if len(story.First) == 0 {
		p.text(2, plainTone, report.NoSteps)
	}
	for i, item := range story.First {
		p.blank()
		p.title(i+1, item.Title)
		p.text(2+numberWidth, plainTone, item.FirstStep)
		p.because(2+numberWidth, report.BecauseInShort(item.Because))
	}
}

func (p *page) warnings(doc *report.Document, story report.Story) {
	if !story.Advises {
		return
	}
	p.heading(report.TitleWarning)
	if len(doc.Warnings) == 0 {
		p.text(2, plainTone, report.NoWarnings)
	}
	for _, warning := range doc.Warnings {
		p.blank()
		p.warning(warning, report.ExemptionOf(doc, warning.ID))
	}
}

func (p *page) warning(warning report.Warning, exemption *report.Exemption) {
	name := label{
		indent: 2, width: 10, room: comfortable, tone: severityTone(warning.Severity), text: strings.ToUpper(warning.Severity),
	}
	p.labelled(name, strongTone, warning.Text)
	p.text(p.under(name), plainTone, warning.Why)
	p.because(p.under(name), report.BecauseInFull(warning.Because))
	if exemption != nil {
		p.text(p.under(name), strongTone, "exempted "+report.ExemptedWords(exemption))
	}
}

func severityTone(severity string) tone {
	switch questionnaire.Severity(severity) {
	case questionnaire.Critical:
		return alarmTone
	case questionnaire.High, questionnaire.Medium:
		return cautionTone
	default:
		return faintTone
	}
}

func (p *page) title(number int, text string) {
	p.labelled(label{indent: 2, width: numberWidth, tone: strongTone, text: strconv.Itoa(number)}, strongTone, text)
}

func (p *page) because(indent int, answers string) {
	if answers != "" {
		p.text(indent, faintTone, "because "+answers)
	}
}

// recommendations tells the first steps to the end, then the other ones, then those that have to wait.
func (p *page) recommendations(story report.Story) {
	if len(story.First) > 0 {
		p.heading("The first steps in full")
		for i, item := range story.First {
			p.blank()
			p.title(i+1, item.Title)
			p.reasons(item)
			p.part("Because", report.BecauseInFull(item.Because))
		}
	}
	if len(story.Then) > 0 {
		p.heading(report.TitleThen)
	}
	for i, item := range story.Then {
		p.blank()
		p.title(len(story.First)+i+1, item.Title)
		p.part("First", item.FirstStep)
		p.reasons(item)
		p.part("Because", report.BecauseInFull(item.Because))
	}
	p.later(story.Later)
}

func (p *page) reasons(item report.Recommendation) {
	p.part("Then", item.Then)
	p.part("Why", item.Why)
	p.part("Effect", item.Effect)
	p.part("Avoid", item.AntiPattern)
	p.part("Effort", fmt.Sprintf("%s, for an impact of %d of 5", report.EffortWord(item.Effort), item.Impact))
	p.part("Id", fmt.Sprintf("%s (%s, %s)", item.ID, item.Axis, item.Tier))
}

func (p *page) part(name, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	p.labelled(label{indent: 2 + numberWidth, width: rowWidth, tone: faintTone, text: name}, plainTone, text)
}

func (p *page) later(items []report.Recommendation) {
	if len(items) == 0 {
		return
	}
	p.heading(report.TitleLater)
	for _, item := range items {
		p.blank()
		p.labelled(label{indent: 2, width: numberWidth, tone: faintTone, text: p.bullet}, strongTone, item.Title)
		for _, after := range item.After {
			p.part("After", after)
		}
		p.part("First", item.FirstStep)
		p.part("Because", report.BecauseInFull(item.Because))
	}
}
