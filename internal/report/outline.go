package report

import "github.com/opsfit/opsfit/internal/advice"

// Outline makes of a run what can be counted and compared: whose it is, the verdict, the axes, which rules apply, by id,
// and which questions have an answer. It has the figures of Build and none of the texts for a reader, and so no use for a
// renderer; for thousands of runs that is much work less.
func Outline(run Run) *Document {
	b := builder{run: run}
	return &Document{
		Questionnaire:   QuestionnaireRef{ID: run.Questionnaire.ID, Version: run.Questionnaire.Version},
		Subject:         Text(run.Sheet.Subject),
		Team:            Text(run.Sheet.Team),
		DependsOn:       run.Sheet.DependsOn,
		Date:            Text(run.Sheet.Date),
		Verdict:         b.verdict(),
		Axes:            b.axisFigures(),
		Warnings:        b.warningIDs(),
		Recommendations: b.recommendationIDs(),
		Answers:         b.statuses(),
	}
}

func (b builder) warningIDs() []Warning {
	list := make([]Warning, 0, len(b.run.Advice.Warnings))
	for _, w := range b.run.Advice.Warnings {
		list = append(list, Warning{ID: w.Rule.ID, Severity: string(w.Severity)})
	}
	return list
}

func (b builder) recommendationIDs() []Recommendation {
	list := make([]Recommendation, 0, len(b.run.Advice.Recommendations))
	for _, item := range b.run.Advice.Recommendations {
		list = append(list, Recommendation{ID: item.Rule.ID, Status: statusOf(item)})
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

func (b builder) statuses() []Answer {
	questions := b.run.Questionnaire.Questions
	list := make([]Answer, 0, len(questions))
	for i := range questions {
		list = append(list, Answer{
			Question: questions[i].ID, Axis: Text(questions[i].Axis), Status: string(b.run.Sheet.Get(questions[i].ID).Status),
		})
	}
	return list
}
