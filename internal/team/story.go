package team

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Story is what every human-readable team report says, in its order; see Story.
type Story struct {
	Title string
	Asked []report.Fact
	// Headline is the combined verdict in one sentence, or why there is none yet.
	Headline string
	Why      []string
	// Verdicts are what the respondents' own answers lead to, in words, the most frequent first.
	Verdicts []report.Counting
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
	Combined, Steps report.Story
	Notes           []string
}

// TopicStory is one question to talk about.
type TopicStory struct {
	*Question

	Why string
}

// Combined is the combined result as the result of one respondent, for what shows both: the chart, the headline, the
// steps. It has no answers.
func (d *Document) Combined() *report.Document {
	doc := &report.Document{
		Schema: report.Schema, Tool: d.Tool, Questionnaire: d.Questionnaire, Subject: d.Subject, Team: d.Team,
		Verdict: d.Verdict, Warnings: d.Warnings, Recommendations: d.Recommendations, Notes: d.Notes,
	}
	for i := range d.Axes {
		doc.Axes = append(doc.Axes, d.Axes[i].Axis)
	}
	return doc
}

// Tell derives the story from the team result alone.
func Tell(d *Document) Story {
	doc := d.Combined()
	combined := report.Tell(doc)
	story := Story{
		Title: doc.Head().Title(), Asked: d.asked(), Headline: d.headline(), Own: d.own(), Why: combined.Why,
		Verdicts: rankedVerdicts(d.Verdicts), Topics: d.topics(), Compared: d.compared(), Notes: d.Notes,
	}
	if story.Own != "" {
		story.Why = append([]string{story.Own}, story.Why...)
	}
	if len(story.Topics) == 0 {
		story.NoTopics = d.noTopics(story.Compared)
	}
	story.AgreedCount, story.Agreed = d.agreement()
	story.Unanswered = d.unanswered()
	story.Combined = combined
	if d.Withheld == nil {
		story.Steps = story.Combined
	}
	return story
}

func (d *Document) asked() []report.Fact {
	facts := d.Combined().Head().Facts()
	who := counts(ranked(d.Roles))
	facts[len(facts)-1] = report.Fact{Label: "Answered", Value: "by " + english.Count(d.Respondents, "respondent") + ": " + who}
	return facts
}

// counts lists what was counted, the most frequent first, then by name.
func counts(list []report.Counting) string {
	var parts []string
	for _, item := range list {
		parts = append(parts, fmt.Sprintf("%s (%d)", item.ID, item.Count))
	}
	return english.List(parts)
}

// ranked orders what was counted, the most frequent first, then by id.
func ranked(tally map[string]int) []report.Counting {
	var list []report.Counting
	for id, count := range tally {
		list = append(list, report.Counting{ID: id, Count: count})
	}
	slices.SortFunc(list, func(a, b report.Counting) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.ID, b.ID)) })
	return list
}

func rankedVerdicts(tally map[string]int) []report.Counting {
	list := ranked(tally)
	for i := range list {
		list[i].ID = report.AdviceWord(report.Text(list[i].ID))
	}
	return list
}

func (d *Document) headline() string {
	if d.Withheld != nil {
		return "No combined verdict yet. " + d.Withheld.Reason
	}
	return report.Headline(d.Verdict)
}

func (d *Document) own() string {
	if d.Respondents < 2 {
		return ""
	}
	return fmt.Sprintf("Each respondent's own answers lead to: %s.", counts(rankedVerdicts(d.Verdicts)))
}

// compared counts the questions that two people or more said something about, not knowing included.
func (d *Document) compared() int {
	count := 0
	for i := range d.Questions {
		said := 0
		for _, vote := range d.Questions[i].Distribution {
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
func (d *Document) noTopics(compared int) string {
	switch {
	case d.Respondents < 2:
		return "One person answered, so there is nothing to compare yet."
	case compared == 0:
		return "No question has answers from two people, so there is nothing to compare yet."
	case d.Withheld != nil:
		return "No single question divides the group: small differences add up to different verdicts. Look at all answers."
	case d.differsAtAll():
		return "The answers differ in small ways only; none has to be talked about first."
	case compared == len(d.Questions):
		return "Nobody disagrees about anything that was asked."
	}
	return fmt.Sprintf("Nobody disagrees about the %s that two people or more answered; %d of %d cannot be compared.",
		english.Count(compared, "question"), len(d.Questions)-compared, len(d.Questions))
}

// differsAtAll reports that to at least one question people chose different options.
func (d *Document) differsAtAll() bool {
	return slices.ContainsFunc(d.Questions, func(question Question) bool { return question.chosen() > 1 })
}

// chosen is how many options were chosen by at least one person.
func (q *Question) chosen() int {
	count := 0
	for _, vote := range q.Distribution {
		if vote.Option != "" && vote.Count > 0 {
			count++
		}
	}
	return count
}

// unanswered names the questions that some say they do not know and nobody answered: no disagreement, and no knowledge.
func (d *Document) unanswered() string {
	var ids []string
	for i := range d.Questions {
		said := map[answers.Status]int{}
		for _, vote := range d.Questions[i].Distribution {
			said[answers.Status(vote.Status)] += vote.Count
		}
		if said[answers.Answered] == 0 && said[answers.DontKnow] > 0 {
			ids = append(ids, d.Questions[i].ID)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return fmt.Sprintf("Nobody could answer %s: %s.", english.Count(len(ids), "question"), english.List(ids))
}

func (d *Document) topics() []TopicStory {
	var topics []TopicStory
	for _, topic := range d.DiscussFirst {
		for i := range d.Questions {
			if d.Questions[i].ID == topic.Question {
				topics = append(topics, TopicStory{Question: &d.Questions[i], Why: topic.Why})
			}
		}
	}
	return topics
}

// agreement says on how many questions the group agrees, and on which.
func (d *Document) agreement() (count, full string) {
	measured := 0
	for i := range d.Questions {
		if d.Questions[i].Consensus != nil {
			measured++
		}
	}
	switch {
	case measured == 0:
		return "", ""
	case len(d.Agreed) == 0:
		count = "There is no question on which the group agrees strongly."
		return count, count
	}
	count = fmt.Sprintf("The group agrees strongly on %d of the %s with enough answers to tell",
		len(d.Agreed), english.Count(measured, "question"))
	return count + ".", count + ": " + english.List(d.Agreed) + "."
}

// RoleMean is practice as one role sees it.
type RoleMean struct {
	Role string
	// Mean is -1..1.
	Mean float64
}

// ShownRoles lists the roles that may be shown, by name.
func (a *Axis) ShownRoles() []RoleMean {
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
func (a *Axis) RolesWord() string {
	var parts []string
	for _, role := range a.ShownRoles() {
		parts = append(parts, role.Role+" "+report.Signed(&role.Mean))
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
func ConsensusWord(consensus *float64, agreement report.Text) string {
	if consensus == nil {
		return "not measured"
	}
	return english.Fixed(consensus, 2) + ", " + string(agreement) + " agreement"
}

// Words say what one respondent's own answers lead to.
func (v *OwnVerdict) Words() string {
	name := string(v.Name)
	if name == "" {
		name = "without a name"
	}
	if v.Role != "" {
		name += " (" + string(v.Role) + ")"
	}
	return name + ": " + report.AdviceWord(v.Advice)
}

// AgreementFacts are the figures of an axis that a single respondent's result does not have.
func AgreementFacts(axis *Axis) []report.Fact {
	facts := []report.Fact{
		{Label: "Practice", Value: report.Placed(axis.Practice.Value, axis.Practice.Band) + report.Possible(axis.Practice)},
		{Label: "Situation", Value: report.Placed(axis.Situation.Value, axis.Situation.Band)},
		{Label: "Consensus", Value: ConsensusWord(axis.Consensus, axis.Agreement)},
	}
	if roles := axis.RolesWord(); roles != "" {
		facts = append(facts, report.Fact{Label: "Roles", Value: roles})
	}
	return facts
}

// QuestionFigures are the figures of a question, each behind a semicolon; empty where there is none.
func QuestionFigures(question *Question) string {
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
func AnswersWord(question *Question) string {
	var parts []string
	for _, vote := range question.Distribution {
		if vote.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d× %s", vote.Count, vote.Text))
		}
	}
	return strings.Join(parts, "; ")
}
