package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
)

// TeamStory is what every human-readable team report says, in its order; see Story.
type TeamStory struct {
	Title string
	Asked []Fact
	// Headline is the combined verdict in one sentence, or why there is none yet.
	Headline string
	Why      []string
	// Verdicts are what the respondents' own answers lead to, in words, the most frequent first.
	Verdicts []Counting
	// Own says what the respondents' own answers lead to; empty for one respondent, whose answers are the headline.
	Own string
	// Topics are what to talk about first, with the answers.
	Topics []TopicStory
	// NoTopics says why there are no Topics: nobody disagrees, or nothing can be compared. It is empty where there are some.
	NoTopics string
	// Compared is how many questions have the answers of two people or more.
	Compared int
	// Agreed is a sentence about the questions on which the group agrees; empty where agreement is not measured. AgreedCount
	// is the same without their ids, to be read aloud.
	Agreed, AgreedCount string
	// Unanswered is a sentence about the questions to which nobody knows the answer; empty where there is none.
	Unanswered string
	// Combined is what a report says of the combined result. Steps is the same as far as steps go: it advises none while the
	// verdict is withheld, since steps towards a mean of opposite views lead nowhere.
	Combined, Steps Story
	Notes           []string
}

// TopicStory is one question to talk about.
type TopicStory struct {
	*TeamQuestion
	Why string
}

// Combined is the combined result as the result of one respondent, for what shows both: the chart, the headline, the
// steps. It has no answers.
func (t *Team) Combined() *Document {
	doc := &Document{
		Schema: Schema, Tool: t.Tool, Questionnaire: t.Questionnaire, Subject: t.Subject, Team: t.Team,
		Verdict: t.Verdict, Warnings: t.Warnings, Recommendations: t.Recommendations, Notes: t.Notes,
	}
	for i := range t.Axes {
		doc.Axes = append(doc.Axes, t.Axes[i].Axis)
	}
	return doc
}

// TellTeam derives the story from the team result alone.
func TellTeam(t *Team) TeamStory {
	doc := t.Combined()
	story := TeamStory{
		Title: doc.Head().Title(), Asked: t.asked(), Headline: t.headline(), Own: t.own(), Why: why(doc),
		Verdicts: worded(ranked(t.Verdicts), adviceCounted), Topics: t.topics(), Compared: t.compared(), Notes: t.Notes,
	}
	if story.Own != "" {
		story.Why = append([]string{story.Own}, story.Why...)
	}
	if len(story.Topics) == 0 {
		story.NoTopics = t.noTopics(story.Compared)
	}
	story.AgreedCount, story.Agreed = t.agreement()
	story.Unanswered = t.unanswered()
	story.Combined = Tell(doc)
	if t.Withheld == nil {
		story.Steps = story.Combined
	}
	return story
}

func (t *Team) asked() []Fact {
	facts := t.Combined().Head().Facts()
	who := counts(t.Roles, func(role string) string { return role })
	facts[len(facts)-1] = Fact{"Answered", "by " + english.Count(t.Respondents, "respondent") + ": " + who}
	return facts
}

// counts lists what was counted, the most frequent first, then by name.
func counts(tally map[string]int, word func(string) string) string {
	var parts []string
	for _, item := range ranked(tally) {
		parts = append(parts, fmt.Sprintf("%s (%d)", word(item.ID), item.Count))
	}
	return english.List(parts)
}

// Counting is an id, or a word for it, and how many services or people it applies to.
type Counting struct {
	ID    string
	Count int
}

// ranked orders what was counted, the most frequent first, then by id.
func ranked(tally map[string]int) []Counting {
	var list []Counting
	for id, count := range tally {
		list = append(list, Counting{ID: id, Count: count})
	}
	slices.SortFunc(list, func(a, b Counting) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.ID, b.ID)) })
	return list
}

func worded(list []Counting, word func(string) string) []Counting {
	for i := range list {
		list[i].ID = word(list[i].ID)
	}
	return list
}

func (t *Team) headline() string {
	if t.Withheld != nil {
		return "No combined verdict yet. " + t.Withheld.Reason
	}
	return headline(t.Verdict.Leaning)
}

func (t *Team) own() string {
	if t.Respondents < 2 {
		return ""
	}
	return fmt.Sprintf("Each respondent's own answers lead to: %s.", counts(t.Verdicts, adviceCounted))
}

// compared counts the questions that two people or more said something about, not knowing included.
func (t *Team) compared() int {
	count := 0
	for i := range t.Questions {
		said := 0
		for _, vote := range t.Questions[i].Distribution {
			if answers.Status(vote.Status) != answers.Skipped {
				said += vote.Count
			}
		}
		if said > 1 {
			count++
		}
	}
	return count
}

// noTopics tells a group that agrees from one that could not disagree.
func (t *Team) noTopics(compared int) string {
	switch {
	case t.Respondents < 2:
		return "One person answered, so there is nothing to compare yet."
	case compared == 0:
		return "No question has answers from two people, so there is nothing to compare yet."
	case t.Withheld != nil:
		return "No single question divides the group: small differences add up to different verdicts. Look at all answers."
	case t.differsAtAll():
		return "The answers differ in small ways only; none has to be talked about first."
	case compared == len(t.Questions):
		return "Nobody disagrees about anything that was asked."
	}
	return fmt.Sprintf("Nobody disagrees about the %s that two people or more answered; %d of %d cannot be compared.",
		english.Count(compared, "question"), len(t.Questions)-compared, len(t.Questions))
}

// differsAtAll reports that to at least one question people chose different options.
func (t *Team) differsAtAll() bool {
	return slices.ContainsFunc(t.Questions, func(question TeamQuestion) bool { return question.chosen() > 1 })
}

// chosen is how many options were chosen by at least one person.
func (q *TeamQuestion) chosen() int {
	count := 0
	for _, vote := range q.Distribution {
		if vote.Option != "" && vote.Count > 0 {
			count++
		}
	}
	return count
}

// unanswered names the questions that some say they do not know and nobody answered: no disagreement, and no knowledge.
func (t *Team) unanswered() string {
	var ids []string
	for i := range t.Questions {
		said := map[answers.Status]int{}
		for _, vote := range t.Questions[i].Distribution {
			said[answers.Status(vote.Status)] += vote.Count
		}
		if said[answers.Answered] == 0 && said[answers.DontKnow] > 0 {
			ids = append(ids, t.Questions[i].Question)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return fmt.Sprintf("Nobody could answer %s: %s.", english.Count(len(ids), "question"), english.List(ids))
}

// adviceCounted is AdviceWord for counts by advice.
func adviceCounted(advice string) string { return AdviceWord(Text(advice)) }

func (t *Team) topics() []TopicStory {
	var topics []TopicStory
	for _, topic := range t.DiscussFirst {
		for i := range t.Questions {
			if t.Questions[i].Question == topic.Question {
				topics = append(topics, TopicStory{TeamQuestion: &t.Questions[i], Why: topic.Why})
			}
		}
	}
	return topics
}

// agreement says on how many questions the group agrees, and on which.
func (t *Team) agreement() (count, full string) {
	measured := 0
	for i := range t.Questions {
		if t.Questions[i].Consensus != nil {
			measured++
		}
	}
	switch {
	case measured == 0:
		return "", ""
	case len(t.Agreed) == 0:
		count = "There is no question on which the group agrees strongly."
		return count, count
	}
	count = fmt.Sprintf("The group agrees strongly on %d of the %s with enough answers to tell", len(t.Agreed), english.Count(measured, "question"))
	return count + ".", count + ": " + english.List(t.Agreed) + "."
}

// RoleMean is practice as one role sees it.
type RoleMean struct {
	Role string
	// Mean is -1..1.
	Mean float64
}

// ShownRoles lists the roles that may be shown, by name.
func (a *TeamAxis) ShownRoles() []RoleMean {
	var roles []RoleMean
	for _, role := range slices.Sorted(maps.Keys(a.RoleMeans)) {
		if mean := a.RoleMeans[role]; mean != nil {
			roles = append(roles, RoleMean{Role: role, Mean: *mean})
		}
	}
	return roles
}

// RolesWord lists how the roles see an axis, "developer +0.75 and operations -0.25 (1.00 apart)"; only how far they
// are apart where the means may not be shown; empty where that may not be told either.
func (a *TeamAxis) RolesWord() string {
	var parts []string
	for _, role := range a.ShownRoles() {
		parts = append(parts, role.Role+" "+Signed(&role.Mean))
	}
	switch {
	case a.RoleGap == nil:
		return english.List(parts)
	case len(parts) == 0:
		return english.Fixed(a.RoleGap, 2) + " apart"
	}
	return fmt.Sprintf("%s (%s apart)", english.List(parts), english.Fixed(a.RoleGap, 2))
}

// ConsensusWord is a consensus with its word, "0.54, moderate agreement"; "not measured" without one.
func ConsensusWord(consensus *float64, agreement Text) string {
	if consensus == nil {
		return "not measured"
	}
	return english.Fixed(consensus, 2) + ", " + string(agreement) + " agreement"
}

// VoiceWord is what one respondent's own answers lead to.
func VoiceWord(voice Voice) string {
	name := withBracket(string(voice.Name), voice.Role, "")
	if voice.Name == "" {
		name = withBracket("without a name", voice.Role, "")
	}
	return name + ": " + adviceCounted(string(voice.Advice))
}

// AgreementFacts are the figures of an axis that a single respondent's result does not have.
func AgreementFacts(axis *TeamAxis) []Fact {
	facts := []Fact{
		{"Practice", Placed(axis.Practice.Value, axis.Practice.Band) + Possible(axis.Practice)},
		{"Situation", Placed(axis.Situation.Value, axis.Situation.Band)},
		{"Consensus", ConsensusWord(axis.Consensus, axis.Agreement)},
	}
	if roles := axis.RolesWord(); roles != "" {
		facts = append(facts, Fact{"Roles", roles})
	}
	return facts
}

// TeamFigures are the figures of a question, each behind a semicolon; empty where there is none.
func TeamFigures(question *TeamQuestion) string {
	text := ""
	if question.Mean != nil {
		text += "; mean " + english.Fixed(question.Mean, 2)
	}
	if question.Consensus != nil {
		text += "; consensus " + ConsensusWord(question.Consensus, question.Agreement)
	}
	if question.RoleGap != nil {
		text += "; roles " + english.Fixed(question.RoleGap, 2) + " apart"
	}
	return text
}

// AnswersWord lists what was said, without the options that nobody chose: "3× Both alike; 1× don't know".
func AnswersWord(question *TeamQuestion) string {
	var parts []string
	for _, vote := range question.Distribution {
		if vote.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d× %s", vote.Count, vote.Text))
		}
	}
	return strings.Join(parts, "; ")
}
