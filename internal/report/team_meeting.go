package report

import "fmt"

// The meeting is planned for 45 minutes; what is left after the opening, the look at what is agreed, and the close is
// shared by at most three topics, since a topic needs some ten minutes to get beyond positions.
const (
	meetingMinutes = 45
	openingMinutes = 5
	closingMinutes = 8
	meetingTopics  = 3
)

// Meeting is the plan of a facilitated conversation about a team result.
type Meeting struct {
	Title   string
	Facts   []Fact
	Purpose string
	Items   []MeetingItem
}

// MeetingItem is one part of a meeting; From and To are minutes from its start.
type MeetingItem struct {
	From, To int
	Title    string
	Lines    []string
	// Topics are the questions to talk about, each with the Prompts for whoever leads the conversation.
	Topics  []TopicStory
	Prompts []string
}

// PlanMeeting makes the plan from the disagreements of a team result.
func PlanMeeting(team *Team) Meeting {
	story := TellTeam(team)
	plan := Meeting{
		Title: story.Title, Facts: story.Asked,
		Purpose: "The aim is one shared picture of how this service is run and what it calls for. No answer is the right one " +
			"beforehand, and nobody has to defend theirs: people who see different parts of the work answer differently.",
	}
	topics := story.Topics[:min(len(story.Topics), meetingTopics)]
	at := plan.add(0, openingMinutes, "Open", opening(story))
	end := meetingMinutes - closingMinutes
	for i, topic := range topics {
		until := at + (end-at)/(len(topics)-i)
		plan.Items = append(plan.Items, MeetingItem{
			From: at, To: until, Title: fmt.Sprintf("Topic %d of %d", i+1, len(topics)),
			Topics: []TopicStory{topic}, Prompts: prompts(),
		})
		at = until
	}
	if len(topics) == 0 {
		at = plan.add(at, end, "Test the agreement", []string{
			"Nobody disagrees about what was asked. Take the question that matters most to the service: what would have to " +
				"happen for the answer to be wrong?",
			"Whom have you not asked? A role that is missing here may see it differently.",
		})
	}
	plan.add(at, meetingMinutes, "Close", closing(story, len(topics)))
	return plan
}

// add appends a part and returns the minute at which it ends.
func (m *Meeting) add(from, to int, title string, lines []string) int {
	m.Items = append(m.Items, MeetingItem{From: from, To: to, Title: title, Lines: lines})
	return to
}

func opening(story TeamStory) []string {
	lines := []string{"Read this aloud: " + story.Headline, story.Why[0]}
	if story.Agreed != "" {
		lines = append(lines, story.Agreed)
	}
	return lines
}

func prompts() []string {
	return []string{
		"Who answered at either end: what did you see last that made you answer so?",
		"Is the difference one of facts, of words, or of what part of the service each of us works on?",
		"What could we look at together that would settle it?",
	}
}

func closing(story TeamStory, taken int) []string {
	lines := []string{
		"Write the answer of the group under each topic, or who finds out what by when.",
		"Answer the questionnaire again, together, and keep the file beside the code.",
	}
	if left := len(story.Topics) - taken; left > 0 {
		lines = append(lines, fmt.Sprintf("Left for another time: %s; opsfit team lists them.", Counted(left, "further topic")))
	}
	for _, step := range story.Steps.First {
		lines = append(lines, "Possible first step: "+step.Title+".")
	}
	return lines
}
