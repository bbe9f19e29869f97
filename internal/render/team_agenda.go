package render

import (
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/team"
)

// TeamAgenda writes a page for the person who leads a meeting of 45 minutes about a team result, as Markdown. It puts
// the questions that divide the group on the table and leaves the answers to the group.
func TeamAgenda(w io.Writer, group *team.Document, _ Options) error {
	plan := team.PlanMeeting(group)
	var m manuscript
	m.heading(1, "Agenda: "+escape(plan.Title))
	m.list(facts(plan.Facts))
	m.block(escape(plan.Purpose))
	for _, item := range plan.Items {
		m.heading(2, markup(fmt.Sprintf("%d to %d min: ", item.From, item.To))+escape(item.Title))
		m.list(escaped(item.Lines))
		for _, topic := range item.Topics {
			m.heading(3, escape(topic.Prompt))
			m.block(escape(topic.Why))
			m.table(spread(topic.Question))
			m.quotes(topic.Notes)
			m.block("Ask:")
			m.list(escaped(item.Prompts))
			m.block("Write down:")
			m.list(results(item.Results))
		}
	}
	m.colophon(group.Combined())
	return m.writeTo(w)
}

// results are lines to write on.
func results(titles []string) []markup {
	var lines []markup
	for _, title := range titles {
		lines = append(lines, escape(title)+": ______________________")
	}
	return lines
}
