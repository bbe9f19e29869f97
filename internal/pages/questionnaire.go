package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Questionnaire is the page of a whole questionnaire: every question with its answers and what each counts.
func Questionnaire(q *questionnaire.Questionnaire) page.Page {
	p := page.Page{Kind: "Questionnaire", Title: said(q.Title), Facts: questionnaireFacts(q)}
	if q.ScopeHint != "" {
		p.Sections = append(p.Sections, page.Section{
			ID: "scope", Title: "What to answer for", Part: page.Lead, Blocks: []page.Block{page.Text(said(q.ScopeHint))},
		})
	}
	p.Sections = append(p.Sections, floorSection(q))
	for i, group := range groupsOf(q) {
		section := page.Section{ID: fmt.Sprintf("group-%d", i+1), Title: group.title, Part: page.Body}
		if len(group.facts) > 0 {
			section.Blocks = append(section.Blocks, page.Facts{Items: group.facts})
		}
		cards := page.Cards{Layout: page.Stack}
		for _, question := range group.questions {
			cards.Items = append(cards.Items, questionCard(q, question))
		}
		section.Blocks = append(section.Blocks, cards)
		p.Sections = append(p.Sections, section)
	}
	if sentences := quadrantSentences(q.Outcomes); len(sentences) > 0 {
		p.Sections = append(p.Sections, page.Section{
			ID: "verdict", Title: "What the verdict can say", Part: page.Body, Blocks: []page.Block{page.List(sentences)},
		})
	}
	return p
}

// questionnaireFacts says what a questionnaire is, in short.
func questionnaireFacts(q *questionnaire.Questionnaire) []page.Fact {
	known := []page.Fact{
		{Label: "Id", Value: said(q.ID)},
		{Label: "Version", Value: said(q.Version)},
		{Label: "Questions", Value: extent(len(q.Questions), q.MinutesToAnswer())},
	}
	if isChecklist(q) {
		known = append(known, page.Fact{Label: "Verdict", Value: "ready, gaps or not ready"})
	}
	if q.Extends != "" {
		known = append(known, page.Fact{Label: "Extends", Value: said(q.Extends)})
	}
	if q.Catalogue != nil {
		known = append(known, page.Fact{
			Label: "Advice",
			Value: english.Count(len(q.Catalogue.Warnings), "warning") + ", " +
				english.Count(len(q.Catalogue.Recommendations), "recommendation"),
		})
	}
	return known
}

// extent says how many questions there are and how long they take.
func extent(questions, minutes int) string {
	return fmt.Sprintf("%d, about %s", questions, english.Count(minutes, "minute"))
}

func questionCard(q *questionnaire.Questionnaire, question *questionnaire.Question) page.Card {
	about := []string{string(question.Measures)}
	if isChecklist(q) {
		about = describePoint(question)
	}
	id := page.Quiet(said(question.ID) + withRemark("", "", strings.Join(about, ", ")))
	card := page.Card{Title: said(question.Text), Blocks: []page.Block{id}}
	if words := describeAskIf(q, question); words != "" {
		card.Blocks = append(card.Blocks, page.Quiet(english.Capital(words)+"."))
	}
	if question.Why != "" {
		card.Blocks = append(card.Blocks, page.Text(said(question.Why)))
	}
	var options page.Facts
	for i := range question.Options {
		options.Items = append(options.Items, optionFact(q, question, &question.Options[i]))
	}
	card.Blocks = append(card.Blocks, options)
	return card
}

// describePoint says in a few words what is particular about a point of a checklist; nothing about what decides how much is asked.
func describePoint(question *questionnaire.Question) []string {
	var words []string
	if question.Critical {
		words = append(words, "critical")
	}
	if question.Many {
		words = append(words, "all that apply")
	}
	if question.AllowNA {
		words = append(words, "may not apply")
	}
	return words
}

// optionFact puts what an option counts before its text, in short. The minimums of a checklist stand in tables of their own.
func optionFact(q *questionnaire.Questionnaire, question *questionnaire.Question, option *questionnaire.Option) page.Fact {
	text := said(option.Text) + " (" + said(option.ID) + ")"
	if len(option.Floors) > 0 && !isChecklist(q) {
		text += "; " + describeFloors(q, option.Floors)
	}
	return page.Fact{Label: optionFigure(question, option), Value: text}
}

// quadrantSentences are what a questionnaire about outcomes can say: about each quadrant, from fast and stable on, then what is
// added where it holds.
func quadrantSentences(outcomes *questionnaire.Outcomes) []string {
	if outcomes == nil {
		return nil
	}
	var sentences []string
	for _, quadrant := range questionnaire.Quadrants() {
		sentences = append(sentences, said(outcomes.Quadrants[quadrant]))
	}
	for i := range outcomes.Sentences {
		sentences = append(sentences, said(outcomes.Sentences[i].Text))
	}
	return nonEmpty(sentences...)
}

// Question is the page of one question: why it is asked, how it counts, what each answer means, where it comes from and what a
// repository could show.
func Question(q *questionnaire.Questionnaire, question *questionnaire.Question) page.Page {
	p := page.Page{Kind: "Question", Title: said(question.Text), Facts: questionFacts(q, question)}
	add := func(id, title string, blocks ...page.Block) {
		p.Sections = append(p.Sections, page.Section{ID: id, Title: title, Part: page.Body, Blocks: blocks})
	}
	if question.Why != "" {
		add("why", "Why it is asked", page.Text(said(question.Why)))
	}
	add("answers", "What each answer means", optionTable(q, question))
	for _, support := range supports(question) {
		add(support.id, support.title, page.List(support.texts))
	}
	return p
}

// questionFacts says how a question counts. It is documentation: an interview shows none of it, so that nobody answers for a
// number.
func questionFacts(q *questionnaire.Questionnaire, question *questionnaire.Question) []page.Fact {
	known := []page.Fact{
		{Label: "Id", Value: said(question.ID)},
		{Label: "Measures", Value: describeMeasure(q, question.Measures)},
		{Label: "Axis", Value: describeAxis(q.Axis(question.Axis))},
	}
	add := func(label, value string) { known = append(known, page.Fact{Label: label, Value: value}) }
	if !isChecklist(q) {
		add("Kind", describeKind(question.Kind))
	}
	add("Asked", strings.TrimPrefix(describeAskIf(q, question), "asked "))
	if question.Many {
		add("Answer", "all that apply; its level is 4 times the worth of what is chosen, divided by the worth of all")
	}
	if question.Measures == questionnaire.Context {
		add("Affects", describeAffects(q, question.Affects))
	}
	add("Group", metricGroup(q, question))
	add("Published", describeBenchmark(q.Outcomes, question.ID))
	if !isOne(question.Weight) {
		add("Weight", english.Exact(question.Weight))
	}
	if question.Critical {
		add("Critical", describeCritical(q))
	}
	if question.AllowNA {
		add("May not apply", "not applicable can be chosen, with a reason")
	}
	if question.Reverse {
		add("Order", "an interview shows the answers from last to first")
	}
	return slices.DeleteFunc(known, func(fact page.Fact) bool { return fact.Value == "" })
}

func optionTable(q *questionnaire.Questionnaire, question *questionnaire.Question) page.Table {
	var rows [][]string
	for i := range question.Options {
		option := &question.Options[i]
		rows = append(rows, []string{said(option.Text), said(option.ID), describeOption(q, question, option)})
	}
	return page.Table{
		Caption: "What each answer means",
		Columns: []page.Column{{Title: "Answer"}, {Title: "Id"}, {Title: "What it means", Short: "Means"}},
		Rows:    page.RowsOf(rows...),
	}
}

// support is a heading with texts that speak for a question or an answer.
type support struct {
	id, title string
	texts     []string
}

// supports are the sources of a question and what a repository could show about it; parts without texts are left out.
func supports(question *questionnaire.Question) []support {
	high, low := "a high level", "a low level"
	if question.Measures == questionnaire.Lean {
		high, low = "the DevOps side", "the SysOps side"
	}
	evidence := &question.Evidence
	all := []support{
		{"sources", "Sources", nonEmpty(sayAll(question.Sources)...)},
		{"evidence-high", "What a repository could show for " + high, nonEmpty(sayAll(evidence.High)...)},
		{"evidence-low", "What a repository could show for " + low, nonEmpty(sayAll(evidence.Low)...)},
		{"evidence", "What a repository could show", nonEmpty(said(evidence.Note))},
		{"scan", "How a scan is set beside the answer", describeMappings(evidence.Mappings)},
	}
	return slices.DeleteFunc(all, func(s support) bool { return len(s.texts) == 0 })
}

// QuestionnaireInfo is one entry of the list of questionnaires.
type QuestionnaireInfo struct {
	ID, Version, Title string
	// Questions is how many there are.
	Questions int
	// Minutes is how long they take.
	Minutes int
	// From says where it comes from, such as "shipped" or a path.
	From string
}

// QuestionnaireList is the page of the questionnaires that there are, in the order given.
func QuestionnaireList(list []QuestionnaireInfo) page.Page {
	cards := page.Cards{Layout: page.Stack}
	for _, info := range list {
		cards.Items = append(cards.Items, page.Card{
			Tag: said(info.ID), Weight: page.Light, Title: said(info.Title),
			Blocks: []page.Block{page.Quiet("version " + said(info.Version) +
				", questions: " + extent(info.Questions, info.Minutes) + ", " + said(info.From))},
		})
	}
	return page.Page{
		Kind:     "Questionnaires",
		Sections: []page.Section{{ID: "list", Title: "Questionnaires", Part: page.Body, Blocks: []page.Block{cards}}},
	}
}
