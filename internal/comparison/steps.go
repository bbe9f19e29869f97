package comparison

import (
	"github.com/opsfit/opsfit/internal/report"
)

// Steps are the recommendations of both results, by what became of them. Nobody reports a step as done: the results
// only show which answers it was listed for and how these changed.
type Steps struct {
	// Done steps are no longer listed, and the answers that they were listed for improved: see Step.Reason.
	Done []Step `json:"done"`
	// Dropped steps are no longer listed for another reason, which Step.Reason names.
	Dropped []Step `json:"dropped"`
	// New steps are listed now and were not before.
	New []Step `json:"new"`
	// Unblocked steps had to wait and can start now, HeldBack ones could have started and have to wait now, Open ones
	// are as before.
	Unblocked []Step `json:"unblocked"`
	HeldBack  []Step `json:"held_back"`
	Open      []Step `json:"open"`
}

// Step is one recommendation before and after; its texts are those of the later result that lists it.
type Step struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Direction string `json:"direction"`
	Tier      string `json:"tier"`
	Axis      string `json:"axis"`
	FirstStep string `json:"first_step"`
	// Rank is the place in the list, from 1; nil where it is not listed.
	Rank Ranks `json:"rank"`
	// Status is now or later; empty where it is not listed.
	Status Words `json:"status"`
	// Reason says why a step is done or dropped; empty for the others.
	Reason  report.Text    `json:"reason"`
	Because []report.Cause `json:"because"`
	// Changed are the questions among its causes, before or after, that were answered otherwise.
	Changed []string `json:"changed"`
	// After says what must come first, for a step that has to wait.
	After []string `json:"after"`
}

// Ranks is a place in a list before and after.
type Ranks struct {
	Before *int `json:"before"`
	After  *int `json:"after"`
}

func (c *pairing) compareSteps() Steps {
	s := Steps{Done: []Step{}, Dropped: []Step{}, New: []Step{}, Unblocked: []Step{}, HeldBack: []Step{}, Open: []Step{}}
	if !c.bothAdvise() {
		return s
	}
	for _, match := range matchByID(c.before.Recommendations, c.after.Recommendations, itemID) {
		s.addStep(c.compareStep(match.was, match.now))
	}
	return s
}

// addStep adds a step to the right list.
func (s *Steps) addStep(step Step) {
	waited, waits := step.Status.Before == report.StatusLater, step.Status.After == report.StatusLater
	switch {
	case step.Rank.Before == nil:
		s.New = append(s.New, step)
	case step.Rank.After == nil && step.Reason == Improved:
		s.Done = append(s.Done, step)
	case step.Rank.After == nil:
		s.Dropped = append(s.Dropped, step)
	case waited && !waits:
		s.Unblocked = append(s.Unblocked, step)
	case waits && !waited:
		s.HeldBack = append(s.HeldBack, step)
	default:
		s.Open = append(s.Open, step)
	}
}

// compareStep compares one item; either side is nil where the result does not list it.
func (c *pairing) compareStep(was, now *report.Recommendation) Step {
	var step Step
	latest := now
	if now == nil {
		latest = was
		step.Reason = c.reasonOf(was)
	}
	step.ID, step.Title, step.FirstStep = latest.ID, latest.Title, latest.FirstStep
	step.Direction, step.Tier, step.Axis = latest.Direction, latest.Tier, latest.Axis
	step.Because, step.After = latest.Because, latest.After
	var causes []report.Cause
	if was != nil {
		step.Rank.Before, step.Status.Before = &was.Rank, report.Text(was.Status)
		causes = was.Because
	}
	if now == nil {
		step.Changed = c.changedAmong(causes)
		return step
	}
	step.Rank.After, step.Status.After = &now.Rank, report.Text(now.Status)
	step.Changed = c.changedAmong(causes, now.Because)
	return step
}
