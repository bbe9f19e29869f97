package plan

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// The titles of the sections of a path, in their order.
const (
	TitleSteps     = "Step by step"
	TitleNext      = "After these steps"
	TitleWaiting   = "Still waiting"
	TitleUnreached = "Out of reach of this path"
	TitleUnknown   = "Not estimated"
	TitleNotes     = report.TitleNotes
)

// Story is what every human-readable form of a path says, in its order. Renderers lay it out, escape its texts, and add
// charts and tables from the document.
type Story struct {
	Title    string
	Asked    []report.Fact
	Headline string
	// Effects are the verdict and the overall figures today and at the end of the path; none without a step.
	Effects []report.Effect
	Steps   []StepStory
	// Next says what could be started at the end of the path; empty when it is complete.
	Next []string
	// Waiting are the recommendations that are held back at the end of the path, under a title that says whether more steps
	// could lead to them.
	TitleWaiting string
	Waiting      []report.Recommendation
	// Unknown says which steps have no estimate, and why.
	Unknown []string
	Notes   []string
}

// StepStory is one step in words. Lists are empty where there is nothing to say.
type StepStory struct {
	Number int
	Title  string
	// Effort is that of the step, and of all steps so far.
	Effort    string
	FirstStep string
	Because   []report.Cause
	// Assumed says which answers the step is taken to change, or why none.
	Assumed []string
	// Effects say how the figures change.
	Effects []string
	// Warnings say which warnings come and go.
	Warnings []string
	// Opens names what could be started then, and Settles what is no longer advised.
	Opens, Settles string
}

// Tell derives the story from the document alone.
func Tell(doc *Document) Story {
	story := Story{
		Title: doc.Title(), Asked: doc.Facts(), Headline: headline(doc), Next: next(doc), Unknown: unknown(doc.Steps),
		TitleWaiting: TitleWaiting, Waiting: doc.Waiting, Notes: doc.Notes,
	}
	if doc.Complete {
		story.TitleWaiting = TitleUnreached
	}
	before := doc.Start
	for i := range doc.Steps {
		story.Steps = append(story.Steps, tellStep(&doc.Steps[i], before))
		before = doc.Steps[i].After
	}
	if len(doc.Steps) > 0 {
		story.Effects = append(report.Effects(doc.Start.Verdict, before.Verdict),
			report.Effect{Label: "Warnings", Before: severities(doc.Start.Warnings), After: severities(before.Warnings)})
	}
	return story
}

func headline(doc *Document) string {
	switch steps := len(doc.Steps); {
	case !doc.Questionnaire.Advice:
		return "This questionnaire gives no advice, so there is no path."
	case steps == 0 && len(doc.Waiting) > 0:
		return "Every recommendation waits for something, so there is no first step."
	case steps == 0 && doc.Complete:
		return "Nothing is recommended, so there is no path."
	case steps == 1:
		return "One step, and where it would lead."
	default:
		return fmt.Sprintf("%d steps, in the order in which to start them, and where they would lead.", steps)
	}
}

func tellStep(step *Step, before State) StepStory {
	item := &step.Recommendation
	told := StepStory{
		Number: step.Step, Title: item.Title, FirstStep: item.FirstStep, Because: item.Because,
		Effort: report.EffortWord(item.Effort) + "; steps so far: " + step.EffortSoFar.Words(),
		Opens:  titles(step.Unblocks), Settles: titles(step.Settles),
	}
	if step.NotEstimated != nil {
		told.Assumed = []string{"not estimated: " + step.NotEstimated.Text}
		return told
	}
	for _, change := range step.Assumes {
		told.Assumed = append(told.Assumed, fmt.Sprintf("%s: %s instead of %s", change.Question, change.Supposed(), change.Given()))
	}
	told.Effects = effects(before, step.After)
	if !step.Warnings.IsNone() {
		told.Warnings = step.Warnings.Sentences()
	}
	return told
}

// Words counts the steps of each effort that occurs: "3 of days, 1 of weeks".
func (e Effort) Words() string {
	var parts []string
	for _, grade := range []struct {
		word  string
		count int
	}{{"days", e.Days}, {"weeks", e.Weeks}, {"a quarter", e.Quarters}} {
		if grade.count > 0 {
			parts = append(parts, fmt.Sprintf("%d of %s", grade.count, grade.word))
		}
	}
	return strings.Join(parts, ", ")
}

func titles(items []Item) string {
	var names []string
	for _, item := range items {
		names = append(names, item.Title)
	}
	return strings.Join(names, "; ")
}

func next(doc *Document) []string {
	var sentences []string
	for _, item := range doc.Next {
		sentences = append(sentences, fmt.Sprintf("%s (%s)", item.Title, report.EffortWord(item.Effort)))
	}
	return sentences
}

// unknown names the steps without an estimate, by their reason.
func unknown(steps []Step) []string {
	var sentences []string
	for _, reason := range []Reason{FindsOut, Keeps, TooFar, NoSingleAnswer} {
		var names []string
		for i := range steps {
			if n := steps[i].NotEstimated; n != nil && n.Reason == reason {
				names = append(names, fmt.Sprintf("%d (%s)", steps[i].Step, steps[i].Recommendation.Title))
			}
		}
		if len(names) > 0 {
			sentences = append(sentences, fmt.Sprintf("%s %s: %s.", stepsWord(len(names)), english.List(names), reason.text()))
		}
	}
	return sentences
}

func stepsWord(n int) string {
	if n == 1 {
		return "Step"
	}
	return "Steps"
}
