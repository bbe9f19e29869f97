package record

import (
	"fmt"
	"time"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Years is how many years a record holds at most: the answers are about the year before, and after another one they
// describe another time. It is a judgement.
const Years = 1

// revisit says which changed answers would alter the proposal, and when the answers are too old for it.
func revisit(doc *report.Document) []string {
	v := doc.Verdict.Leaning
	var sentences []string
	if suggested(v) == noModel {
		sentences = append(sentences, "As soon as open questions are answered: they may lead to a proposal.")
	}
	sentences = append(sentences, allTips(doc)...)
	if len(doc.Tips) == 0 {
		sentences = append(sentences, report.Steady(v))
	}
	if v.Robustness != nil {
		sentences = append(sentences, report.OtherSide(v.Robustness.Side))
	}
	return append(sentences, aging(doc))
}

// tipsTold is how many single changes a record spells out; it names the questions of the others.
const tipsTold = 6

func allTips(doc *report.Document) []string {
	var sentences, others []string
	for i, tip := range doc.Tips {
		if i < tipsTold {
			sentences = append(sentences, report.Tipped(doc.Verdict.Leaning, tip))
		} else {
			others = append(others, tip.Question)
		}
	}
	if len(others) > 0 {
		sentences = append(sentences, "Another answer could also do so alone on "+english.List(others)+".")
	}
	return sentences
}

// aging says until when the answers can be taken to hold.
func aging(doc *report.Document) string {
	day, err := time.Parse(time.DateOnly, dateOf(doc))
	if err != nil {
		return "The answers carry no date, so their age cannot be told: add one, and assess again within a year."
	}
	return fmt.Sprintf("The answers are of %s and describe the year before. Assess again by %s at the latest.",
		day.Format(time.DateOnly), day.AddDate(Years, 0, 0).Format(time.DateOnly))
}

// dateOf is the day of the assessment where it is one; a saved result may hold anything.
func dateOf(doc *report.Document) string {
	if _, err := time.Parse(time.DateOnly, string(doc.Date)); err != nil {
		return ""
	}
	return string(doc.Date)
}

// origin says what a record rests on, so that it can be traced.
func origin(doc *report.Document) []string {
	q := doc.Questionnaire
	return []string{
		fmt.Sprintf("Drafted by %s %s from the questionnaire %s %s with the digest %s.",
			doc.Tool.Name, doc.Tool.Version, q.ID, q.Version, q.Digest),
		"It proposes; the decision is that of the people named above. How a record and its numbers come about: opsfit methodology " +
			report.ExplainedUnder(report.TitleOrigin)[0],
	}
}
