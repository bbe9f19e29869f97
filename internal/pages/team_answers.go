package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/team"
)

// topic is a question to talk about.
type topic struct {
	*team.Question

	why string
}

func topicsOf(doc *team.Document) []topic {
	var topics []topic
	for _, found := range doc.DiscussFirst {
		for i := range doc.Questions {
			if doc.Questions[i].ID == found.Question {
				topics = append(topics, topic{Question: &doc.Questions[i], why: found.Why})
			}
		}
	}
	return topics
}

// teamTopics are the questions to talk about, each with the answers as they are spread: two camps and nobody between them look
// otherwise than a broad middle with the same mean.
func teamTopics(doc *team.Document) page.Section {
	section := page.Section{ID: "topics", Title: "Talk about these first", Part: page.Body}
	topics := topicsOf(doc)
	if len(topics) == 0 {
		section.Blocks = append(section.Blocks, page.Text(noTopics(doc)))
	} else {
		if len(topics) > 1 {
			section.Blocks = append(section.Blocks, spreadChart(topics))
		}
		cards := page.Cards{From: 1, Layout: page.Stack}
		for i := range topics {
			cards.Items = append(cards.Items, topicCard(fmt.Sprintf("topic-%d", i+1), &topics[i], doc.Respondents))
		}
		section.Blocks = append(section.Blocks, cards)
		section.Explain = []string{"team"}
	}
	_, agreed := agreedSentence(doc)
	for _, sentence := range nonEmpty(agreed, unansweredSentence(doc)) {
		section.Blocks = append(section.Blocks, page.Text(sentence))
	}
	return section
}

func topicCard(id string, topic *topic, people int) page.Card {
	facts := []page.Fact{{Label: "Asked", Value: said(topic.Prompt)}, {Label: "Why", Value: topic.why}}
	facts = append(facts, notesOf(topic.Question)...)
	return page.Card{
		Title: said(topic.Title), Blocks: []page.Block{page.Columns{
			{page.Facts{Items: facts}}, {answerChart(id, topic.Question, people)},
		}},
	}
}

func notesOf(question *team.Question) []page.Fact {
	var notes []page.Fact
	for _, note := range question.Notes {
		notes = append(notes, page.Fact{Label: "Note", Value: english.Quote(said(note))})
	}
	return notes
}

// answerChart shows how many people gave each answer to a question.
func answerChart(id string, question *team.Question, people int) page.Chart {
	chart := page.Chart{
		ID: id, Caption: "The answers of " + english.Count(people, "respondent"), Scale: peopleScale(people),
		Heads: []string{"people"}, WideNames: true,
	}
	for _, answer := range question.Distribution {
		chart.Rows = append(chart.Rows, peopleRow(said(answer.Text), markOfAnswer(&answer), answer.Count))
	}
	return chart
}

// markOfAnswer tells those who chose an option from those who did not.
func markOfAnswer(answer *team.AnswerCount) page.MarkKind {
	if answer.Option == "" {
		return page.Absent
	}
	return page.Bar
}

// spreadChart shows the answers to several questions, a question a row. Each answer has a place as wide as its people, in the
// order of the questionnaire.
func spreadChart(topics []topic) page.Chart {
	most, places := 0, 0
	for _, topic := range topics {
		places = max(places, len(topic.Distribution))
		for _, answer := range topic.Distribution {
			most = max(most, answer.Count)
		}
	}
	width := most + 1 + most/6
	chart := page.Chart{
		ID: "spread", Caption: "Where the answers differ", Heads: []string{"consensus"}, WideNames: true,
		Scale: page.Scale{Kind: page.Share, High: float64(max(width*places, 1)), Spoken: "The answers in the order of the questionnaire"},
		Keys: []page.Key{
			{Kind: page.Bar, Text: "people who gave one answer, in the order of the questionnaire"},
			{Kind: page.Absent, Text: "people who gave no answer"},
		},
	}
	for _, topic := range topics {
		row := page.Row{
			Name: said(topic.Title), Figures: []string{figureOrDash(topic.Consensus)}, Spoken: answerCounts(topic.Question),
		}
		for i, answer := range topic.Distribution {
			if answer.Count > 0 {
				at := float64(i * width)
				row.Marks = append(row.Marks, page.Mark{Kind: markOfAnswer(&answer), At: at, To: at + float64(answer.Count)})
			}
		}
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}

// teamAnswers shows every question with its figures, its answers and what people added to them.
func teamAnswers(doc *team.Document) page.Section {
	section := page.Section{ID: "answers", Title: titleAnswers, Part: page.Detail}
	var blocks []page.Block
	for i := range doc.Questions {
		question := &doc.Questions[i]
		chart := answerChart(fmt.Sprintf("question-%d", i+1), question, doc.Respondents)
		chart.Caption, chart.Note = said(question.Prompt), questionFigures(question)
		blocks = append(blocks, chart)
		if notes := notesOf(question); len(notes) > 0 {
			blocks = append(blocks, page.Facts{Items: notes})
		}
	}
	if len(blocks) > 0 {
		title := "The answers of " + english.Count(doc.Respondents, "respondent") + " to every question"
		section.Blocks = []page.Block{page.Fold{Title: title, Blocks: blocks}}
		section.Explain = []string{"answers", "team"}
	}
	return section
}

// TeamPicture is a page whose first chart is the one to show alone: where the answers differ or, where they do not, the lines.
func TeamPicture(doc *team.Document) page.Page {
	const most = 6
	p := Team(doc)
	topics := topicsOf(doc)
	if len(topics) == 0 {
		return p
	}
	shown := topics[:min(len(topics), most)]
	headline := english.Count(doc.Respondents, "respondent") + " differ on " + english.Count(len(topics), "question")
	if len(topics) > len(shown) {
		headline += fmt.Sprintf("; these are the first %d to talk about", len(shown))
	}
	p.Sections = []page.Section{{
		ID: "topics", Title: "Talk about these first", Blocks: []page.Block{page.Headline(headline), spreadChart(shown)},
	}}
	return p
}
