package web

import (
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// Team writes the result of several respondents as a page: the verdict or why there is none, what to talk about with the
// answers drawn, then how far the group agrees, down to every question. An error is one of the writer.
func Team(w io.Writer, group *team.Document) error {
	return Write(w, teamPage(group, team.Tell(group)))
}

func teamPage(group *team.Document, story team.Story) Page {
	doc := group.Combined()
	return Page{
		Kind: "Team", Title: story.Title, Facts: story.Asked,
		Lead: []Section{teamVerdict(group, story)},
		Sections: kept(
			topicSection(group, story), voiceSection(group, story),
			firstSection(story.Steps), warningSection(doc, story.Combined),
			listSection("notes", report.TitleNotes, story.Notes),
			agreementSection(group, doc), questionSection(group),
		),
		Colophon: colophon(doc),
	}
}

func teamVerdict(group *team.Document, story team.Story) Section {
	words := Column{{Headline: story.Headline}, {List: story.Why}}
	picture := Column{{Chart: teamChart(group)}}
	return Section{ID: "verdict", Title: "Verdict", Blocks: []Block{{Columns: []Column{words, picture}}}}
}

// voiceSection counts what each one's own answers lead to; names are only there where they were asked for.
func voiceSection(group *team.Document, story team.Story) Section {
	if len(story.Verdicts) == 0 {
		return Section{}
	}
	chart := &Chart{ID: "voices-count", Caption: "What each one's own answers lead to", Heads: []string{"people"}}
	for _, verdict := range story.Verdicts {
		chart.Rows = append(chart.Rows, peopleRow(verdict.ID, verdict.Count, group.Respondents, "respondent"))
	}
	blocks := []Block{{Chart: chart}}
	var names []string
	for _, voice := range group.Names {
		names = append(names, voice.Words())
	}
	if len(names) > 0 {
		blocks = append(blocks, Block{List: names})
	}
	return Section{ID: "voices", Title: report.TitleVoices, Beside: true, Blocks: blocks}
}

// topicSection shows the questions to talk about, each with the answers as they are spread: two camps and nobody between
// them look otherwise than a broad middle with the same mean.
func topicSection(group *team.Document, story team.Story) Section {
	section := Section{ID: "topics", Title: report.TitleTopics}
	if len(story.Topics) == 0 {
		section.Blocks = append(section.Blocks, Block{Text: story.NoTopics})
	} else {
		cards := &Cards{From: 1, Layout: Stack}
		for i, topic := range story.Topics {
			cards.Items = append(cards.Items, topicCard(i+1, topic, group.Respondents))
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

func topicCard(number int, topic team.TopicStory, people int) Card {
	words := Column{{Text: topic.Why}, {Quiet: "id " + topic.ID}}
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
