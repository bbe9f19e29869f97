package report

import (
	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (b builder) warnings() []Warning {
	built := []Warning{}
	for _, w := range b.run.Advice.Warnings {
		built = append(built, Warning{
			ID: w.Rule.ID, Title: w.Rule.Title, Severity: string(w.Severity), Text: w.Rule.Text, Why: w.Rule.Why, Because: b.causes(w.Because),
		})
	}
	return built
}

func (b builder) recommendations() []Recommendation {
	built := []Recommendation{}
	for _, item := range b.run.Advice.Recommendations {
		built = append(built, b.recommendation(item))
	}
	return built
}

func (b builder) recommendation(item advice.Recommendation) Recommendation {
	rule := item.Rule
	built := Recommendation{
		Rank: item.Rank, ID: rule.ID, Title: rule.Title, Direction: rule.Direction, Tier: rule.Tier, Axis: rule.Axis,
		Score: exact.Float(item.Score), Effort: rule.Effort, Impact: rule.Impact,
		FirstStep: rule.FirstStep, Then: rule.Then, Why: rule.Why, Effect: rule.Effect, AntiPattern: rule.AntiPattern,
		Because: b.causes(item.Because), Status: statusOf(item), BlockedBy: []string{}, After: []string{},
	}
	for _, blocker := range item.Blockers {
		built.BlockedBy = append(built.BlockedBy, blockerName(blocker))
		built.After = append(built.After, b.after(blocker))
	}
	return built
}

func (b builder) causes(questions []string) []Cause {
	causes := []Cause{}
	for _, id := range questions {
		causes = append(causes, b.cause(id))
	}
	return causes
}

// titleOf is what people are shown in place of the id of a question.
func (b builder) titleOf(id string) string {
	if question := b.run.Questionnaire.Question(id); question != nil {
		return question.Title
	}
	return id
}

// cause is the answer to a question; no option and the status in words when unknown.
func (b builder) cause(id string) Cause {
	cause := Cause{Question: id, Title: b.titleOf(id)}
	question, answer := b.run.Questionnaire.Question(id), b.run.Sheet.Get(id)
	switch {
	case question == nil || answer.Status != answers.Answered:
		cause.Text = StatusWord(string(answer.Status))
	case answer.List != nil:
		cause.Options, cause.Text = notNil(answer.List.Options), ListInShort(question, answer.List)
	default:
		cause.Option, cause.Text = Text(answer.Option), question.Option(answer.Option).Text
	}
	return cause
}

func (b builder) rule(id string) *questionnaire.Recommendation {
	for _, item := range b.run.Advice.Recommendations {
		if item.Rule.ID == id {
			return item.Rule
		}
	}
	return nil
}

func (b builder) tips() []Tip {
	built := []Tip{}
	for _, tip := range b.run.Tips {
		built = append(built, Tip{
			Question: tip.Question, From: tip.From, To: tip.To,
			Text:  b.run.Questionnaire.Question(tip.Question).Option(tip.To).Text,
			Steps: tip.Steps, Advice: Text(tip.Advice), Practice: Text(tip.Practice), Situation: Text(tip.Situation),
		})
	}
	return built
}
