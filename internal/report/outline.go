package report

import (
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
)

// Outline makes of a run what can be counted and compared: whose it is, the verdict, the axes, the warnings and what to do now,
// by id, and the questions to which nobody knows the answer. It has the figures of Build and none of the texts for a reader,
// and so is no result to be shown; for thousands of runs that is much work less.
func Outline(run Run) *Document {
	b := builder{run: run}
	doc := &Document{
		Questionnaire: QuestionnaireRef{
			ID: run.Questionnaire.ID, Version: run.Questionnaire.Version, Advice: b.advises(),
		},
		Subject:         Text(run.Sheet.Subject),
		Team:            Text(run.Sheet.Team),
		DependsOn:       run.Sheet.DependsOn,
		Date:            Text(run.Sheet.Date),
		Verdict:         b.verdict(),
		Axes:            b.axisFigures(),
		Checked:         b.checked(),
		Warnings:        b.warningIDs(),
		Recommendations: b.recommendationIDs(),
		Answers:         b.unknownAnswers(),
		Exemptions:      b.exemptions(),
	}
	JudgeExemptions(doc, run.Today)
	return doc
}

func (b builder) warningIDs() []Warning {
	list := make([]Warning, 0, len(b.run.Advice.Warnings))
	for _, w := range b.run.Advice.Warnings {
		list = append(list, Warning{ID: w.Rule.ID, Title: w.Rule.Title, Severity: string(w.Severity)})
	}
	return list
}

func (b builder) recommendationIDs() []Recommendation {
	var list []Recommendation
	for _, item := range b.run.Advice.Recommendations {
		if statusOf(item) == StatusNow {
			list = append(list, Recommendation{ID: item.Rule.ID, Title: item.Rule.Title, Status: StatusNow})
		}
	}
	return list
}

// statusOf is later for an item that something holds back.
func statusOf(item advice.Recommendation) string {
	if len(item.Blockers) > 0 {
		return StatusLater
	}
	return StatusNow
}

func (b builder) unknownAnswers() []Answer {
	var list []Answer
	for i := range b.run.Questionnaire.Questions {
		question := &b.run.Questionnaire.Questions[i]
		if b.run.Sheet.Get(question.ID).Status == answers.DontKnow {
			list = append(list, Answer{Question: question.ID, Axis: Text(question.Axis), Status: string(answers.DontKnow)})
		}
	}
	return list
}
