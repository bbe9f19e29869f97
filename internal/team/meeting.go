package team

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// The meeting is planned for 45 minutes; what is left after the opening, the look at what is agreed, and the close is
// shared by at most three topics, since a topic needs some ten minutes to get beyond positions and wins nothing from more
// than a quarter of an hour.
const (
	meetingMinutes = 45
	openingMinutes = 5
	closingMinutes = 8
	meetingTopics  = 3
	topicMinutes   = 16
)

// Meeting is the plan of a facilitated conversation about a team result.
type Meeting struct {
	Title   string
	Facts   []report.Fact
	Purpose string
	Items   []MeetingItem
}

// MeetingItem is one part of a meeting; From and To are minutes from its start.
type MeetingItem struct {
	From, To int
	Title    string
	Lines    []string
	// Topics are the questions to talk about, each with the Prompts for whoever leads the conversation, and Results are what
	// to write down.
	Topics           []TopicStory
	Prompts, Results []string
}

// PlanMeeting makes the plan from the disagreements of a team result.
func PlanMeeting(team *Document) Meeting {
	story := Tell(team)
	plan := Meeting{
		Title: story.Title, Facts: story.Asked,
		Purpose: "The aim is one shared picture of how this service is run and what it calls for. No answer is the right one " +
			"beforehand, and nobody has to defend theirs or say which it was: people who see different parts of the work answer differently.",
	}
	topics := story.Topics[:min(len(story.Topics), meetingTopics)]
	at := plan.add(0, openingMinutes, MeetingItem{Title: "Open", Lines: opening(story)})
	end := meetingMinutes - closingMinutes
	for i, topic := range topics {
		until := at + min(topicMinutes, (end-at)/(len(topics)-i))
		plan.Items = append(plan.Items, MeetingItem{
			From: at, To: until, Title: fmt.Sprintf("Topic %d of %d", i+1, len(topics)), Topics: []TopicStory{topic},
			Prompts: prompts(topic), Results: []string{"Answer of the group", "Who finds out what, and by when"},
		})
		at = until
	}
	if at < end {
		at = plan.add(at, end, remainder(story))
	}
	plan.add(at, meetingMinutes, MeetingItem{Title: "Close", Lines: closing(story, len(topics))})
	return plan
}

// add appends a part and returns the minute at which it ends.
func (m *Meeting) add(from, to int, item MeetingItem) int {
	item.From, item.To = from, to
	m.Items = append(m.Items, item)
	return to
}

func opening(story Story) []string {
	lines := []string{"Read this aloud: " + story.Headline}
	for _, line := range []string{story.Own, story.AgreedCount} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// remainder is what the time serves for that no topic takes: a group that agrees can be wrong together, and one that could
// not be compared needs other answers first.
func remainder(story Story) MeetingItem {
	if story.Compared == 0 {
		return MeetingItem{Title: "Hear who is missing", Lines: []string{
			story.NoTopics,
			"Who builds this service, who runs it, who pays for it? Ask at least one of each to answer before the next meeting.",
			"Until then, go through the questions together: at which one do you hesitate, and who would know?",
		}}
	}
	lines := []string{
		"Take the answer on which the group agrees and that matters most to the service: what would have to happen for it to be wrong?",
		"Whom have you not asked? A role that is missing here may see it differently.",
	}
	if story.NoTopics != "" {
		lines = append([]string{story.NoTopics}, lines...)
	}
	return MeetingItem{Title: "Test the agreement", Lines: lines}
}

// prompts ask for what people have seen and never for whose answer it was: those who kept silent about it in the sheet must
// be able to do so in the room. Where all who chose an option chose the same one, the others do not know, or it does not
// apply to them.
func prompts(topic TopicStory) []string {
	if topic.chosen() < 2 {
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

func closing(story Story, taken int) []string {
	var lines []string
	if taken > 0 {
		lines = append(lines, "Read out what stands under each topic: the answer of the group, or who finds out what, and by when.")
	}
	if story.Unanswered != "" {
		lines = append(lines, story.Unanswered+" Who finds out?")
	}
	if story.Compared > 0 {
		lines = append(lines, "Answer the questionnaire again, together, and keep the file beside the code.")
	}
	if left := len(story.Topics) - taken; left > 0 {
		lines = append(lines, fmt.Sprintf("Left for another time: %s; opsfit team lists them.", english.Count(left, "further topic")))
	}
	for _, step := range story.Steps.First {
		lines = append(lines, "Possible first step: "+step.Title+".")
	}
	return lines
}
