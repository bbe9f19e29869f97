package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/verdict"
)

// The meeting is planned for 45 minutes; what is left after the opening, the look at what is agreed, and the close is shared by
// at most three topics, since a topic needs some ten minutes to get beyond positions and wins nothing from more than a quarter of
// an hour.
const (
	meetingMinutes = 45
	openingMinutes = 5
	closingMinutes = 8
	meetingTopics  = 3
	topicMinutes   = 16
)

// TeamAgenda is a page for whoever leads a meeting about a team result. It puts the questions that divide the group on the table
// and leaves the answers to the group.
func TeamAgenda(doc *team.Document) page.Page {
	told := tell(doc.Combined())
	all := topicsOf(doc)
	topics := all[:min(len(all), meetingTopics)]
	sections := []page.Section{
		{ID: "purpose", Title: "Purpose", Part: page.Lead, Blocks: []page.Block{page.Text(
			"The aim is one shared picture of " + aimOf(doc) + ". No answer is the right one beforehand, " +
				"and nobody has to defend theirs or say which it was: people who see different parts of the work answer differently.")}},
		agendaItem("open", 0, openingMinutes, "Open", page.List(openingLines(doc, &told))),
	}
	at, end := openingMinutes, meetingMinutes-closingMinutes
	for i := range topics {
		until := at + min(topicMinutes, (end-at)/(len(topics)-i))
		title := fmt.Sprintf("Topic %d of %d", i+1, len(topics))
		id := fmt.Sprintf("topic-%d", i+1)
		sections = append(sections, agendaItem(id, at, until, title, agendaTopic(id, &topics[i], doc.Respondents)))
		at = until
	}
	if at < end {
		title, lines := remainder(doc, len(topics) == 0)
		sections = append(sections, agendaItem("rest", at, end, title, page.List(lines)))
	}
	sections = append(sections, agendaItem("close", end, meetingMinutes, "Close", page.List(closingLines(doc, len(topics)))))
	combined := doc.Combined()
	return page.Page{
		Kind: "Agenda", Title: titleOf(combined.Head()), Date: said(combined.Date), Facts: teamFacts(doc), Sections: sections,
		Footer: footer(doc.Tool, doc.Questionnaire),
	}
}

// aimOf is what a group wants to see alike.
func aimOf(doc *team.Document) string {
	if doc.Verdict.Readiness != nil {
		return "how ready this service is and what has to be settled first"
	}
	return "how this service is run and what it calls for"
}

// agendaItem is one part of the meeting; from and to are minutes from its start.
func agendaItem(id string, from, to int, title string, blocks ...page.Block) page.Section {
	return page.Section{ID: id, Title: fmt.Sprintf("%d to %d min: %s", from, to, title), Part: page.Body, Blocks: blocks}
}

func openingLines(doc *team.Document, told *verdict.Telling) []string {
	agreed, _ := agreedSentence(doc)
	return nonEmpty("Read this aloud: "+teamHeadline(doc, told), told.First, ownVerdictsSentence(doc), agreed)
}

// agendaTopic is a question with its answers, what to ask about them, and lines to write on.
func agendaTopic(id string, topic *topic, people int) page.Block {
	const line = ": ........................................"
	chart := answerChart(id+"-answers", topic.Question, people)
	blocks := []page.Block{page.Text(topic.why), chart}
	if notes := notesOf(topic.Question); len(notes) > 0 {
		blocks = append(blocks, page.Facts{Items: notes})
	}
	return page.Cards{Layout: page.Stack, Items: []page.Card{{
		Title: said(topic.Prompt),
		Blocks: append(blocks,
			page.Text("Ask:"), page.List(prompts(topic.Question)),
			page.Text("Write down:"), page.List{"Answer of the group" + line, "Who finds out what, and by when" + line}),
	}}}
}

// prompts ask for what people have seen and never for whose answer it was: those who kept silent about it in the sheet must be
// able to do so in the meeting. Where all who chose an option chose the same one, the others do not know, or it does not apply to
// them.
func prompts(question *team.Question) []string {
	switch {
	case question.Kind == string(questionnaire.Limit):
		return []string{
			"Where is it written, and who can look it up before the next meeting?",
			"Who audits, signs or supplies, and can be asked?",
			"What would you do otherwise if the strictest answer turned out to be wrong?",
		}
	case optionsChosen(question) < 2:
		return []string{
			"Where would one look to find the answer, and may everybody look there?",
			"Who needs to know it on an ordinary day, and who when something breaks?",
			"Is there a part of the service for which it is another one, or to which the question does not apply?",
		}
	}
	return []string{
		"Take two answers that are far apart: what would somebody have seen lately who gives the one, and who gives the other?",
		"Is the difference one of facts, of words, or of what part of the service each of us works on?",
		"What could we look at together that would settle it?",
	}
}

// remainder is what the time serves for that no topic takes: a group that agrees can be wrong together, and one that could not be
// compared needs other answers first.
func remainder(doc *team.Document, withoutTopics bool) (title string, lines []string) {
	if withoutTopics {
		lines = append(lines, noTopics(doc))
	}
	if questionsCompared(doc) == 0 {
		return "Hear who is missing", append(lines,
			"Who builds this service, who runs it, who pays for it? Ask at least one of each to answer before the next meeting.",
			"Until then, go through the questions together: at which one do you hesitate, and who would know?")
	}
	return "Test the agreement", append(lines,
		"Take the answer on which the group agrees and that matters most to the service: what would have to happen for it to be wrong?",
		"Whom have you not asked? A role that is missing here may see it differently.")
}

func closingLines(doc *team.Document, topics int) []string {
	var lines []string
	if topics > 0 {
		lines = append(lines, "Read out what stands under each topic: the answer of the group, or who finds out what, and by when.")
	}
	if unanswered := unansweredSentence(doc); unanswered != "" {
		lines = append(lines, unanswered+" Who finds out?")
	}
	if questionsCompared(doc) > 0 {
		lines = append(lines, "Answer the questionnaire again, together, and keep the file beside the code.")
	}
	if left := len(topicsOf(doc)) - topics; left > 0 {
		lines = append(lines, fmt.Sprintf("Left for another time: %s; opsfit team lists them.", english.Count(left, "further topic")))
	}
	first, _, _ := steps(stepsOf(doc))
	for _, step := range first {
		lines = append(lines, "Possible first step: "+said(step.Title)+".")
	}
	return lines
}
