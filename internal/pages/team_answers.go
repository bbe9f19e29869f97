package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/answers"
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
		if chart := spreadChart("spread", spreadCaption(topics), questionsOf(topics)); len(topics) > 1 && len(chart.Rows) > 0 {
			section.Blocks = append(section.Blocks, chart)
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
	if question.Many {
		chart.Caption += "; each may name several"
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

// spreadChart shows the answers to several questions, a question a row and a dot a person, with the outermost answers in words.
func spreadChart(id, caption string, questions []*team.Question) page.Chart {
	chart := page.Chart{
		ID: id, Caption: caption, WideNames: true,
		Scale: page.Scale{Kind: page.Answers, High: 1, Spoken: "From the first answer of the questionnaire to the last"},
		Keys:  []page.Key{{Kind: page.Person, Text: "one person, in the order of the answers in the questionnaire"}},
	}
	for _, question := range questions {
		if !question.Many { // Somebody can have given several answers: bars say it, and dots do not.
			chart.Rows = append(chart.Rows, spreadRow(question))
		}
	}
	return chart
}

func spreadRow(question *team.Question) page.Row {
	row := page.Row{Name: said(question.Title), Word: unknownWord(question), Spoken: answerCounts(question)}
	options := 0
	for _, answer := range question.Distribution {
		if answer.Option != "" {
			options++
		}
	}
	for i, answer := range question.Distribution {
		if answer.Option == "" || answer.Count == 0 {
			continue
		}
		at := float64(i) / float64(max(options-1, 1))
		row.Marks = append(row.Marks, page.Mark{Kind: page.Person, At: at, Count: answer.Count})
		if row.Low == "" {
			row.Low = said(answer.Text)
		}
		row.High = said(answer.Text)
	}
	if row.Low == row.High && len(row.Marks) > 0 {
		row.Low, row.High = "all: "+row.Low, ""
	}
	return row
}

// unknownWord says how many people chose no option: "1 of 6 does not know".
func unknownWord(question *team.Question) string {
	all := 0
	for _, answer := range question.Distribution {
		all += answer.Count
	}
	var parts []string
	for _, answer := range question.Distribution {
		if answer.Option == "" && answer.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d of %d %s", answer.Count, all, withoutOption(&answer)))
		}
	}
	return english.List(parts)
}

// withoutOption says what people did who chose no option.
func withoutOption(answer *team.AnswerCount) string {
	isOne := answer.Count == 1
	if answer.NotAsked {
		return isOrAre(answer.Count) + " not asked"
	}
	switch answers.Status(answer.Status) {
	case answers.DontKnow:
		if isOne {
			return "does not know"
		}
		return "do not know"
	case answers.NotApplicable:
		if isOne {
			return "says it does not apply"
		}
		return "say it does not apply"
	case answers.Answered, answers.Skipped:
	}
	return "gave no answer"
}

// spreadCaption names the first question to talk about.
func spreadCaption(topics []topic) string {
	return "First to talk about: " + said(topics[0].Title)
}

func questionsOf(topics []topic) []*team.Question {
	questions := make([]*team.Question, len(topics))
	for i := range topics {
		questions[i] = topics[i].Question
	}
	return questions
}

// teamAnswers shows every question with its answers, its figures and what people added, first as a picture of all.
func teamAnswers(doc *team.Document) page.Section {
	section := page.Section{ID: "answers", Title: titleAnswers, Part: page.Detail}
	if len(doc.Questions) == 0 {
		return section
	}
	questions := make([]*team.Question, len(doc.Questions))
	entries := make(page.Entries, len(doc.Questions))
	for i := range doc.Questions {
		question := &doc.Questions[i]
		questions[i] = question
		entries[i] = page.Entry{
			ID: said(question.Title), Prompt: said(question.Prompt), Answer: answerCounts(question), Worth: questionFigures(question),
		}
		for _, note := range question.Notes {
			entries[i].Remarks = append(entries[i].Remarks, page.Remark{Label: "Note", Text: page.Said(note)})
		}
	}
	title := "The answers of " + english.Count(doc.Respondents, "respondent") + " to every question"
	section.Blocks = []page.Block{page.Fold{Title: title, Blocks: []page.Block{
		spreadChart("all-answers", differCaption(questions), questions), entries,
	}}}
	section.Explain = []string{"answers", "team"}
	return section
}

// differCaption counts the questions that people chose different options for.
func differCaption(questions []*team.Question) string {
	differ := 0
	for _, question := range questions {
		chosen := 0
		for _, answer := range question.Distribution {
			if answer.Option != "" && answer.Count > 0 {
				chosen++
			}
		}
		if chosen > 1 {
			differ++
		}
	}
	if differ == 0 {
		return "On no question do the answers differ"
	}
	return fmt.Sprintf("Answers differ on %d of %s", differ, english.Count(len(questions), "question"))
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
	chart := spreadChart("spread", spreadCaption(shown), questionsOf(shown))
	p.Sections = []page.Section{{
		ID: "topics", Title: "Talk about these first", Blocks: []page.Block{page.Headline(headline), chart},
	}}
	return p
}
