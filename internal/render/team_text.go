package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// TeamText writes a team result for a terminal or a log: the verdict or why there is none, then what to talk about. No
// line is wider than the options say. The only error is one of the writer.
func TeamText(w io.Writer, group *team.Document, opt Options) error {
	p := newPage(w, opt)
	story, doc := team.Tell(group), group.Combined()
	p.facts(0, story.Asked)
	p.blank()
	p.text(0, strongTone, story.Headline)
	p.blank()
	p.items(story.Why)
	p.voices(group.Names)
	p.picture(doc)
	p.topics(story)
	p.firstSteps(story.Steps)
	p.warnings(doc, story.Combined)
	p.section(report.TitleNotes, story.Notes)
	p.divider("Details")
	p.agreement(group)
	p.explainer(doc, report.TitleAgreement)
	p.questions(group.Questions)
	p.origin(doc)
	return p.writeTo(w)
}

// voices lists each respondent's own advice; only there when names were asked for.
func (p *page) voices(voices []team.OwnVerdict) {
	if len(voices) == 0 {
		return
	}
	p.heading(report.TitleVoices)
	for _, voice := range voices {
		p.items([]string{voice.Words()})
	}
}

func (p *page) topics(story team.Story) {
	p.heading(report.TitleTopics)
	if len(story.Topics) == 0 {
		p.text(2, plainTone, story.NoTopics)
	}
	for i, topic := range story.Topics {
		p.blank()
		p.title(i+1, topic.Prompt)
		p.text(2+numberWidth, plainTone, topic.Why)
		p.distribution(2+numberWidth, topic.Question)
		p.text(2+numberWidth, faintTone, "id "+topic.ID)
	}
	for _, sentence := range []string{story.Agreed, story.Unanswered} {
		if sentence != "" {
			p.blank()
			p.text(2, plainTone, sentence)
		}
	}
}

// distribution draws one mark for each respondent beside the option: the shape of the spread tells more than a figure.
func (p *page) distribution(indent int, question *team.Question) {
	most := 0
	for _, share := range question.Distribution {
		most = max(most, share.Count)
	}
	width := min(max(most, 3), 10) + 2
	for _, share := range question.Distribution {
		marks := strings.Repeat(p.filled, min(share.Count, width-2))
		if share.Count > width-2 {
			marks = fmt.Sprintf("%d%s", share.Count, p.filled)
		}
		tone := plainTone
		if share.Count == 0 {
			marks, tone = p.empty, faintTone
		}
		p.labelled(label{indent: indent, width: width, tone: plainTone, text: marks}, tone, share.Text)
	}
	for _, note := range question.Notes {
		p.labelled(label{indent: indent, width: width, tone: faintTone, text: "said"}, faintTone, note)
	}
}

// agreement adds each axis with what the roles see on it.
func (p *page) agreement(group *team.Document) {
	p.heading(report.TitleAgreement)
	for i := range group.Axes {
		axis := &group.Axes[i]
		p.blank()
		p.text(2, strongTone, axis.Title)
		p.facts(4, team.AgreementFacts(axis))
	}
}

func (p *page) questions(questions []team.Question) {
	p.heading(report.TitleAnswers)
	for i := range questions {
		question := &questions[i]
		p.blank()
		p.text(2, strongTone, question.Prompt)
		p.text(4, faintTone, question.ID+team.QuestionFigures(question))
		p.distribution(4, question)
	}
}
