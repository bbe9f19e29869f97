package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
)

// TeamMarkdown writes a team result as GitHub-flavoured Markdown; see Markdown.
func TeamMarkdown(w io.Writer, group *team.Document, _ Options) error {
	story, doc := team.Tell(group), group.Combined()
	var m manuscript
	m.heading(1, escape(story.Title))
	m.list(facts(story.Asked))
	m.heading(2, "Verdict")
	m.block("> " + strong(escape(story.Headline)))
	m.list(escaped(story.Why))
	m.voices(group.Names)
	m.picture(doc)
	m.topics(story)
	m.firstSteps(story.Steps)
	m.warnings(doc, story.Combined)
	m.sentences(report.TitleNotes, story.Notes)
	m.agreement(group)
	m.explainer(doc, report.TitleAgreement)
	m.teamQuestions(group.Questions)
	m.colophon(doc)
	return m.writeTo(w)
}

func (m *manuscript) voices(voices []team.OwnVerdict) {
	if len(voices) == 0 {
		return
	}
	m.heading(2, report.TitleVoices)
	var items []markup
	for _, voice := range voices {
		items = append(items, escape(voice.Words()))
	}
	m.list(items)
}

func (m *manuscript) topics(story team.Story) {
	m.heading(2, report.TitleTopics)
	if len(story.Topics) == 0 {
		m.block(escape(story.NoTopics))
	}
	for i, topic := range story.Topics {
		m.heading(3, markup(fmt.Sprintf("%d. ", i+1))+escape(topic.Prompt))
		m.block(escape(topic.Why))
		m.table(spread(topic.Question))
		m.quotes(topic.Notes)
	}
	for _, sentence := range []string{story.Agreed, story.Unanswered} {
		if sentence != "" {
			m.block(escape(sentence))
		}
	}
}

// spread is the answers to one question as a table, an option a row.
func spread(question *team.Question) grid {
	table := grid{head: []markup{"People", "Answer"}, right: map[int]bool{0: true}}
	for _, share := range question.Distribution {
		table.rows = append(table.rows, []markup{markup(fmt.Sprint(share.Count)), escape(share.Text)})
	}
	return table
}

func (m *manuscript) quotes(notes []string) {
	var items []markup
	for _, note := range notes {
		items = append(items, "said: "+escape(note))
	}
	m.list(items)
}

func (m *manuscript) agreement(group *team.Document) {
	table := grid{head: []markup{"Axis", "How you work", "The situation", "Consensus", "Roles"}}
	for i := range group.Axes {
		axis := &group.Axes[i]
		roles := escape(axis.RolesWord())
		if roles == "" {
			roles = dash
		}
		table.rows = append(table.rows, []markup{
			strong(escape(axis.Title)), practiceCell(axis.Practice),
			escape(report.Placed(axis.Situation.Value, axis.Situation.Band)),
			escape(team.ConsensusWord(axis.Consensus, axis.Agreement)), roles,
		})
	}
	m.heading(2, report.TitleAgreement)
	m.table(table)
}

func (m *manuscript) teamQuestions(questions []team.Question) {
	m.heading(2, report.TitleAnswers)
	table := grid{
		head:  []markup{"Question", "Mean", "Consensus", "Roles apart", "Answers", "Said"},
		right: map[int]bool{1: true, 3: true},
	}
	for i := range questions {
		question := &questions[i]
		table.rows = append(table.rows, []markup{
			escape(question.Prompt), fixedOr(dash, question.Mean),
			escape(team.ConsensusWord(question.Consensus, question.Agreement)),
			fixedOr(dash, question.RoleGap), escape(team.AnswersWord(question)), remarks(question.Notes),
		})
	}
	m.table(table)
}

// remarks sets notes behind each other.
func remarks(notes []string) markup {
	if len(notes) == 0 {
		return dash
	}
	return escape(`"` + strings.Join(notes, `" "`) + `"`)
}

func fixedOr(missing markup, figure *float64) markup {
	if figure == nil {
		return missing
	}
	return escape(english.Fixed(figure, 2))
}
