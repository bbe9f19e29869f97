package commitments

import (
	"github.com/opsfit/opsfit/internal/plan"
)

// FirstSteps is the number of steps that are proposed unless somebody asks for another: more at a time no team can begin.
const FirstSteps = 3

// Propose takes the first steps of a path that each change an answer, at most so many, as promises written down on a day. The other
// steps up to there are named, since no answer could show that they are done.
func Propose(path *plan.Document, most int, day string) (proposals []Proposal, without []string) {
	taken := 0
	for i := range path.Steps {
		step := &path.Steps[i]
		if taken == most {
			break
		}
		if len(step.Assumes) == 0 {
			without = append(without, step.Recommendation.Title)
			continue
		}
		taken++
		for _, change := range step.Assumes {
			proposals = append(proposals, Proposal{
				Entry: Entry{Item: step.Recommendation.ID, Question: change.Question, From: change.From, To: change.To, Added: day},
				Title: step.Recommendation.Title, QuestionTitle: change.Title, FromText: change.FromText, ToText: change.ToText,
			})
		}
	}
	return proposals, without
}
