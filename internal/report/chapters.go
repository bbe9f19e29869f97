package report

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Chapter is a part of the list of all answers.
type Chapter struct {
	// Axis is nil for answers that are about no axis.
	Axis    *Axis
	Title   string
	Answers []*Answer
}

// Chapters groups the answers in the order of the axes; answers about no axis come last, and no chapter is empty.
func Chapters(doc *Document) []Chapter {
	var chapters []Chapter
	for i := range doc.Axes {
		chapters = append(chapters, Chapter{Axis: &doc.Axes[i], Title: doc.Axes[i].Title})
	}
	rest := Chapter{Title: "The situation"}
	if doc.Verdict.Quadrant != nil {
		rest.Title = "Metrics"
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		at := slices.IndexFunc(chapters, func(chapter Chapter) bool {
			return answer.Axis != "" && answer.Axis == Text(chapter.Axis.ID)
		})
		if at < 0 {
			rest.Answers = append(rest.Answers, answer)
			continue
		}
		chapters[at].Answers = append(chapters[at].Answers, answer)
	}
	chapters = append(chapters, rest)
	return slices.DeleteFunc(chapters, func(chapter Chapter) bool { return len(chapter.Answers) == 0 })
}

// Worth says what an answer counts, on the scale of what its question measures; nothing where it counts nowhere.
func Worth(answer *Answer) string {
	if answer.Value == nil {
		return ""
	}
	switch questionnaire.Measure(answer.Measures) {
	case questionnaire.Lean:
		return "practice " + Signed(answer.Value)
	case questionnaire.Context:
		return "situation " + Signed(answer.Value)
	case questionnaire.Readiness:
		return "readiness " + english.Plain(answer.Value, 2) + " of 4"
	case questionnaire.Outcome:
		return english.Plain(answer.Value, 1) + " of 10"
	}
	return ""
}

// WorthLegend explains what the answers count in a document.
func WorthLegend(doc *Document) string {
	if doc.Verdict.Quadrant != nil {
		return "An answer counts as a score from 0 to 10; higher is better."
	}
	return "An answer counts as a position from -1 (SysOps) to +1 (DevOps) or as a level of readiness from 0 to 4. " +
		"Its effect is what it adds to the overall position of how you work; all effects add up to that position."
}

// Effect returns what an answer adds to the overall practice value; nil where it adds nothing or that value is not scored.
// Only questions of style do.
func (a *Axis) Effect(question string) *float64 {
	for _, part := range a.Contributions {
		if part.Question == question && part.Effect != nil {
			return part.Effect
		}
	}
	return nil
}
