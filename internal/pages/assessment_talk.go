package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// talk sets what a repository shows beside the answers: the contradictions, then the differences, each in the order of the
// questionnaire. It is empty where no repository was looked at.
func talk(doc *report.Document) page.Section {
	section := page.Section{ID: "talk", Title: "Worth talking about", Part: page.Body}
	if doc.Evidence == nil {
		return section
	}
	section.Blocks = []page.Block{page.Text(talkIntro(doc.Repository))}
	cards := page.Cards{Layout: page.Lines}
	for _, verdict := range []report.FindingVerdict{report.Contradicts, report.Differs} {
		for i := range doc.Evidence {
			if finding := &doc.Evidence[i]; finding.Verdict == verdict {
				cards.Items = append(cards.Items, talkCard(doc, finding))
			}
		}
	}
	if len(cards.Items) > 0 {
		section.Blocks = append(section.Blocks, cards)
	}
	section.Blocks = append(section.Blocks, listBlock(otherFindings(doc))...)
	return section
}

// talkIntro says what was looked at, and what differences mean.
func talkIntro(source *report.Source) string {
	text := "A git repository was set beside the answers"
	if source != nil && source.Head != "" {
		text += fmt.Sprintf(" (commit %s of %s, back to %s)",
			said(report.ShortHash(string(source.Head))), said(report.DayIn(source.AsOf)), said(report.DayIn(source.WindowFrom)))
	}
	if source != nil && len(source.Exports) > 0 {
		text += ", and so were exports of deployments and incidents (" + english.List(sayAll(source.Exports)) + ")"
	}
	return text + ". It changes no figure of this report. Where it shows something else, that is a reason to talk, and no verdict on " +
		"anybody's honesty: much of a team's work leaves no trace in a repository."
}

// talkCard says what was answered, what the repository shows, why that goes no further, and what it rests on.
func talkCard(doc *report.Document, finding *report.Finding) page.Card {
	card := page.Card{
		Tag: strings.ToUpper(string(finding.Verdict)), Weight: page.Light, Title: titleOfQuestion(doc.Answers, finding.Question),
	}
	if finding.Verdict == report.Contradicts {
		card.Weight = page.Heavy
	}
	card.Blocks = []page.Block{page.Facts{Items: factsOf(finding.Facts(doc, said))}}
	return card
}

// otherFindings name what agrees, and group what nothing can be said about by the reason.
func otherFindings(doc *report.Document) []string {
	findings := doc.Evidence
	if len(findings) == 0 {
		return []string{"No question of this questionnaire can be compared with a repository."}
	}
	var agree, reasons []string
	silent := map[string][]string{}
	for i := range findings {
		switch f := &findings[i]; f.Verdict {
		case report.Agrees:
			agree = append(agree, titleOfQuestion(doc.Answers, f.Question))
		case report.Silent:
			reason := said(strings.TrimSuffix(string(f.Reason), "."))
			if silent[reason] == nil {
				reasons = append(reasons, reason)
			}
			silent[reason] = append(silent[reason], titleOfQuestion(doc.Answers, f.Question))
		case report.Differs, report.Contradicts:
		}
	}
	var sentences []string
	if len(agree) > 0 {
		who := "The repository agrees"
		if doc.Repository != nil && len(doc.Repository.Exports) > 0 {
			who = "The repository and the exports agree"
		}
		sentences = append(sentences, fmt.Sprintf("%s with %s: %s.", who, english.Count(len(agree), "answer"), english.List(agree)))
	}
	for _, reason := range reasons {
		sentences = append(sentences, fmt.Sprintf("Nothing is said about %s: %s.", english.List(silent[reason]), reason))
	}
	return sentences
}

// titleOfQuestion is the short title of a question; its id where the document does not have it.
func titleOfQuestion(list []report.Answer, question string) string {
	return refToAnswer(question, titleIn(list, question))
}

// titleIn is titleOfQuestion as a file says it.
func titleIn(list []report.Answer, question string) string {
	if answer := answerTo(list, question); answer != nil && answer.Title != "" {
		return answer.Title
	}
	return question
}

// titlesOf is titleOfQuestion for several.
func titlesOf(list []report.Answer, questions []string) []string {
	titles := make([]string, len(questions))
	for i, question := range questions {
		titles[i] = titleOfQuestion(list, question)
	}
	return titles
}

// answerTo returns the answer to a question; nil where a document has none.
func answerTo(list []report.Answer, question string) *report.Answer {
	for i := range list {
		if list[i].Question == question {
			return &list[i]
		}
	}
	return nil
}
