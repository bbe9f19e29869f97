package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// firstSteps are the steps to begin with, each with its reasons to be opened; nothing where nothing is recommended.
func firstSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "first", Title: "What to do first", Part: page.Lead}
	first, _, _ := steps(doc)
	cards := page.Cards{From: 1, Checklist: true, Layout: page.Grid}
	if LacksAnswers(doc) {
		cards.Items = append(cards.Items, answerCard(doc))
	}
	for _, step := range first {
		card := stepCard(doc, step)
		foldReasons(&card, step)
		cards.Items = append(cards.Items, card)
	}
	if len(cards.Items) == 0 {
		return section
	}
	if len(first) > 0 {
		section.Explain = []string{"ranking"}
	}
	section.Blocks = []page.Block{cards}
	return section
}

// LacksAnswers reports that there is no verdict while questions are open, so that the first step is to answer them: practice or
// situation is not scored, or a checklist has no state.
func LacksAnswers(doc *report.Document) bool {
	lacks := false
	switch v := doc.Verdict; {
	case v.Readiness != nil:
		lacks = v.Readiness.State == ""
	case v.Leaning != nil:
		lacks = !v.Leaning.Practice.Scored || !v.Leaning.Situation.Scored
	}
	return lacks && doc.Questionnaire.Advice && countOpen(doc.Answers) > 0
}

const titleAnswer = "Answer the questions that are open"

// answerCard says how to go on with answers that are too few for an advice.
func answerCard(doc *report.Document) page.Card {
	var open []string
	if v := doc.Verdict.Readiness; v != nil {
		open = titlesOf(doc.Answers, v.TierUnknown)
	}
	for _, title := range slices.Concat(withStatus(doc.Answers, answers.Skipped), withStatus(doc.Answers, answers.DontKnow)) {
		if !slices.Contains(open, title) {
			open = append(open, title)
		}
	}
	return page.Card{Title: titleAnswer, Blocks: []page.Block{
		page.Text("Still open: " + report.Shortened(open) + "."),
		page.Commands{
			{Line: "opsfit assess --edit -a answers.yaml", Note: "answers in a file"},
			{Line: "opsfit assess --resume", Note: "an interview that was not finished"},
		},
	}}
}

// More than three first steps are a list that nobody starts, and more than five no team can begin: the others are named only.
const (
	firstShown = 3
	nowShown   = 5
)

// isCalledFor reports that an answer leads to a step, and not only questions that were passed over.
func isCalledFor(doc *report.Document, step *report.Recommendation) bool {
	return slices.ContainsFunc(step.Because, func(cause report.Cause) bool {
		answer := answerTo(doc.Answers, cause.Question)
		return answer != nil && answer.Status != string(answers.Skipped)
	})
}

// steps are those to begin with, the other ones for now, and those that must wait. Where answers are lacking, to give them is the
// first step, and the others are those that an answer calls for.
func steps(doc *report.Document) (first, further, later []*report.Recommendation) {
	lacking, most := LacksAnswers(doc), firstShown
	if lacking {
		most--
	}
	for i := range doc.Recommendations {
		switch item := &doc.Recommendations[i]; {
		case lacking && !isCalledFor(doc, item):
		case !item.IsNow():
			later = append(later, item)
		case len(first) < most:
			first = append(first, item)
		default:
			further = append(further, item)
		}
	}
	return first, further, later
}

// furtherSteps are the other steps for now: a few without their reasons, numbered on, the rest by title.
func furtherSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "then", Title: "Also worth doing now", Part: page.Detail}
	_, further, _ := steps(doc)
	if len(further) == 0 {
		return section
	}
	shown := min(len(further), nowShown-firstShown)
	cards := page.Cards{From: firstShown + 1, Layout: page.Grid}
	for _, step := range further[:shown] {
		cards.Items = append(cards.Items, stepCard(doc, step))
	}
	section.Blocks = []page.Block{cards}
	if rest := further[shown:]; len(rest) > 0 {
		cells := func(step *report.Recommendation) []string {
			return []string{axisTitleIn(doc, step.Axis), firstCause(doc, step)}
		}
		section.Blocks = append(section.Blocks, stepTable("And then", page.Column{Title: "Because of"}, rest, cells))
	}
	return section
}

// laterSteps are what has to wait, each with what must come first.
func laterSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "later", Title: "For later", Part: page.Detail}
	if _, _, later := steps(doc); len(later) > 0 {
		cells := func(step *report.Recommendation) []string {
			return []string{axisTitleIn(doc, step.Axis), waitsFor(doc, step)}
		}
		section.Blocks = []page.Block{stepTable("For later", page.Column{Title: "Waits for"}, later, cells)}
	}
	return section
}

// stepTable lists steps by their titles, each with its axis and why it stands there.
func stepTable(caption string, why page.Column, steps []*report.Recommendation, cells func(*report.Recommendation) []string) page.Table {
	why.Brief = true
	rows := make([][]string, len(steps))
	for i, step := range steps {
		rows[i] = append([]string{said(step.Title)}, cells(step)...)
	}
	return page.Table{
		Caption: caption, Rows: page.RowsOf(rows...), Columns: []page.Column{{Title: "Step"}, {Title: "Axis"}, why},
	}
}

// firstCause is the title of the question that a step follows from most of all.
func firstCause(doc *report.Document, step *report.Recommendation) string {
	if len(step.Because) == 0 {
		return orDash("")
	}
	first := gravestFirst(doc.Verdict.OverallReadiness(), step.Because)[0]
	return refToAnswer(first.Question, cmp.Or(first.Title, first.Question))
}

// because names what something follows from, the gravest answer in words; empty for nothing.
func because(readiness *report.OverallReadiness, causes []report.Cause, saidBy *report.SaidBy) string {
	return report.BecauseOf(gravestFirst(readiness, causes), saidBy, refToAnswer[string], said[string])
}

// gravestFirst puts the causes that are not met first, the worst of them in front, and leaves the others in their order.
func gravestFirst(readiness *report.OverallReadiness, causes []report.Cause) []report.Cause {
	if readiness == nil {
		return causes
	}
	unmet := slices.SortedStableFunc(slices.Values(readiness.Unmet), compareUnmet)
	place := func(cause report.Cause) int {
		if at := slices.IndexFunc(unmet, func(u report.Unmet) bool { return u.Question == cause.Question }); at >= 0 {
			return at
		}
		return len(unmet)
	}
	return slices.SortedStableFunc(slices.Values(causes), func(a, b report.Cause) int { return cmp.Compare(place(a), place(b)) })
}

// waitsFor names what holds a step back: questions whose answers do, and figures with their axis.
func waitsFor(doc *report.Document, step *report.Recommendation) string {
	var names []string
	for _, id := range step.BlockedBy {
		name := titleOfQuestion(doc.Answers, id)
		if figure, axis, found := strings.Cut(id, "."); found {
			name = figureOnAxis(doc, figure, axis)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return orDash(report.Shortened(names))
}

// figureOnAxis names a figure as conditions do: "readiness on Delivery".
func figureOnAxis(doc *report.Document, figure, axis string) string {
	words := said(strings.ReplaceAll(figure, "_", " "))
	if figure == "shift" {
		words = "what the situation calls for"
	}
	if axis == "" || axis == condition.Overall {
		return words
	}
	return words + " on " + axisTitleIn(doc, axis)
}

// stepCard shows what to do first and because of what.
func stepCard(doc *report.Document, step *report.Recommendation) page.Card {
	blocks := []page.Block{page.Text(said(step.FirstStep))}
	if step.SaidBy != nil {
		blocks = append(blocks, page.Text("From the answers of "+step.SaidBy.Words()+"."))
	}
	if causes := because(doc.Verdict.OverallReadiness(), step.Because, step.SaidBy); causes != "" {
		blocks = append(blocks, page.Quiet("Because "+causes))
	}
	return page.Card{Title: said(step.Title), Blocks: blocks}
}

// foldReasons adds to the card of a step what comes after the first step, why, and what it rests on.
func foldReasons(card *page.Card, step *report.Recommendation) {
	card.Blocks = append(card.Blocks, page.Fold{
		Title: "Why, and what comes then: " + card.Title, Blocks: []page.Block{page.Facts{Items: stepReasons(step)}},
	})
}

// stepReasons are what comes after the first step, why, and what it rests on.
func stepReasons(step *report.Recommendation) []page.Fact {
	var facts factList
	facts.add("Then", said(step.Then))
	facts.add("Why", said(step.Why))
	facts.add("Effect", said(step.Effect))
	facts.add("Avoid", said(step.AntiPattern))
	facts.add("Effort", fmt.Sprintf("%s, for an impact of %d out of 5", report.EffortWord(step.Effort), step.Impact))
	return facts
}

// warnings are what the answers warn of; nothing where they warn of nothing.
func warnings(doc *report.Document) page.Section {
	section := page.Section{ID: "warnings", Title: titleWarnings, Part: page.Body}
	cards := page.Cards{Layout: page.Lines}
	for i := range doc.Warnings {
		cards.Items = append(cards.Items, warningCard(doc, &doc.Warnings[i]))
	}
	if slices.ContainsFunc(doc.Warnings, func(w report.Warning) bool { return w.Disputed }) {
		section.Blocks = append(section.Blocks, page.Quiet(
			"A warning stands where the answers of anybody lead to it; where not everybody's do, it is disputed."))
	}
	if len(cards.Items) > 0 {
		section.Blocks = append(section.Blocks, cards)
	}
	return section
}

// warningCard says what a warning means and because of what it is there, and folds what it rests on.
func warningCard(doc *report.Document, warning *report.Warning) page.Card {
	card := page.Card{
		Tag: strings.ToUpper(warning.Severity), Weight: weightOf(warning.Severity),
		Title: said(warningName(warning.ID, warning.Title, warning.Text)),
	}
	if warning.Title != warning.ID {
		card.Blocks = append(card.Blocks, page.Text(said(warning.Text)))
	}
	if sentence := warning.SaidBySentence(); sentence != "" {
		card.Blocks = append(card.Blocks, page.Text(sentence))
	}
	if causes := because(doc.Verdict.OverallReadiness(), warning.Because, warning.SaidBy); causes != "" {
		card.Blocks = append(card.Blocks, page.Quiet("Because "+causes))
	}
	if exemption := report.ExemptionOf(doc, warning.ID); exemption != nil {
		card.Blocks = append(card.Blocks, page.Text("Exempted "+report.ExemptedWords(exemption, said)))
	}
	var reasons factList
	reasons.add("Why", said(warning.Why))
	if warning.SaidBy == nil && !warning.Exempted {
		reasons.add("To exempt", fmt.Sprintf("warning: %s (see opsfit help gates)", said(warning.ID)))
	}
	card.Blocks = append(card.Blocks, page.Fold{Title: "Why: " + card.Title, Blocks: []page.Block{page.Facts{Items: reasons}}})
	return card
}

// warningName is the short title of a warning; its text where the catalogue gives none, so that the title is the id.
func warningName(id, title, text string) string {
	if title == "" || title == id {
		return text
	}
	return title
}

func weightOf(severity string) page.Weight {
	switch questionnaire.Severity(severity) {
	case questionnaire.Critical:
		return page.Heaviest
	case questionnaire.High:
		return page.Heavy
	default:
		return page.Light
	}
}
