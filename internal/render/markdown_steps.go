package render

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/report"
)

func action(step report.Recommendation) markup {
	return strong(escape(step.Title)) + " — " + escape(step.FirstStep)
}

// effort says what a step costs beside what it is judged to bring.
func effort(step report.Recommendation) markup {
	return labelled("Effort", escape(fmt.Sprintf("%s (%d of 3), for an impact of %d of 5",
		report.EffortWord(step.Effort), step.Effort, step.Impact)))
}

// causes names the answers that something follows from: the first ones with what was said, the others by id, since a
// condition on a whole axis rests on many.
func causes(list []report.Cause) markup {
	var parts []markup
	for i, cause := range list {
		part := escape(cause.Question)
		if i < report.CausesShown {
			part += " (" + escape(cause.Text) + ")"
		}
		parts = append(parts, part)
	}
	return labelled("Because of", joined(parts, ", "))
}
