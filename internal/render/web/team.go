package web

import (
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Team writes the result of several respondents as a page: the verdict or why there is none, what to talk about with the
// answers drawn, then how far the group agrees, down to every question. An error is one of the writer.
func Team(w io.Writer, team *report.Team) error {
	return Write(w, teamPage(team, report.TellTeam(team)))
}

func teamPage(team *report.Team, story report.TeamStory) Page {
	doc := team.Combined()
	return Page{
		Kind: "Team", Title: story.Title, Facts: story.Asked,
		Lead: []Section{teamVerdict(team, story)},
		Sections: kept(
			topicSection(team, story), voiceSection(team, story),
			firstSection(story.Steps), warningSection(doc, story.Combined),
			listSection("notes", report.TitleNotes, story.Notes),
			agreementSection(team, doc), questionSection(team),
		),
		Colophon: colophon(doc),
	}
}

func teamVerdict(team *report.Team, story report.TeamStory) Section {
	words := Column{{Headline: story.Headline}, {List: story.Why}}
	picture := Column{{Chart: teamChart(team)}}
	return Section{ID: "verdict", Title: "Verdict", Blocks: []Block{{Columns: []Column{words, picture}}}}
}

// voiceSection counts what each one's own answers lead to; names are only there where they were asked for.
func voiceSection(team *report.Team, story report.TeamStory) Section {
	if len(story.Verdicts) == 0 {
		return Section{}
	}
	chart := &Chart{ID: "voices-count", Caption: "What each one's own answers lead to", Heads: []string{"people"}}
	for _, verdict := range story.Verdicts {
		chart.Rows = append(chart.Rows, peopleRow(verdict.ID, verdict.Count, team.Respondents, "respondent"))
	}
	blocks := []Block{{Chart: chart}}
	var names []string
	for _, voice := range team.Names {
		names = append(names, report.VoiceWord(voice))
	}
	if len(names) > 0 {
		blocks = append(blocks, Block{List: names})
	}
	return Section{ID: "voices", Title: report.TitleVoices, Beside: true, Blocks: blocks}
}

// topicSection shows the questions to talk about, each with the answers as they are spread: two camps and nobody between
// them look otherwise than a broad middle with the same mean.
func topicSection(team *report.Team, story report.TeamStory) Section {
	section := Section{ID: "topics", Title: report.TitleTopics}
	if len(story.Topics) == 0 {
		section.Blocks = append(section.Blocks, Block{Text: story.NoTopics})
	} else {
		cards := &Cards{From: 1, Layout: Stack}
		for i, topic := range story.Topics {
			cards.Items = append(cards.Items, topicCard(i+1, topic, team.Respondents))
		}
		section.Blocks = append(section.Blocks, Block{Cards: cards})
	}
	for _, sentence := range []string{story.Agreed, story.Unanswered} {
		if sentence != "" {
			section.Blocks = append(section.Blocks, Block{Text: sentence})
		}
	}
	return section
}

func topicCard(number int, topic report.TopicStory, people int) Card {
	words := Column{{Text: topic.Why}, {Quiet: "id " + topic.Question}}
	var said []report.Fact
	for _, note := range topic.Notes {
		said = append(said, report.Fact{Label: "Said", Value: note})
	}
	if len(said) > 0 {
		words = append(words, Block{Facts: said})
	}
	chart := &Chart{
		ID: fmt.Sprintf("topic-%d", number), Caption: "The answers of " + english.Count(people, "respondent"), Heads: []string{"people"},
	}
	for _, vote := range topic.Distribution {
		row := peopleRow(vote.Text, vote.Count, people, "respondent")
		if vote.Option == "" {
			row.Picture = peoplePicture("short", vote.Text, vote.Count, people, "respondent")
		}
		chart.Rows = append(chart.Rows, row)
	}
	return Card{Title: topic.Prompt, Blocks: []Block{{Columns: []Column{words, {{Chart: chart}}}}}}
}
