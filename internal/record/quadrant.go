package record

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/report"
)

// draftQuadrant makes a short record: delivery metrics lead to no choice between ways of working, and saying so is
// better than an empty file or a choice that nothing supports.
func draftQuadrant(doc *report.Document, record *Record) {
	story := report.Tell(doc)
	record.Title = "Delivery metrics of " + named(doc) + ": nothing to decide from them alone"
	record.Context = []string{
		fmt.Sprintf("How well do changes of %s reach its users, and what follows from that?", named(doc)),
		assessed(doc),
	}
	group := DriverGroup{Title: "The delivery metrics"}
	for i := range doc.Answers {
		if answer := &doc.Answers[i]; answer.IsAnswered() {
			group.Drivers = append(group.Drivers, Driver{Prompt: answer.Prompt, Answer: string(answer.Text), Note: string(answer.Note)})
		}
	}
	record.Drivers = []DriverGroup{group}
	record.Outcome = append([]string{
		"No option is proposed: the metrics say how delivery goes, and not whether the DevOps way or the SysOps way fits. Answer the " +
			"questionnaire that compares both for a record with options (opsfit assess -q full -f adr).",
		story.Headline,
	}, story.Why...)
	record.Dissent = append(append(unknownInFull(doc), story.Notes...), dissentPlaceholder)
	record.Revisit = append(append([]string{}, story.Tips...), aging(doc))
}
