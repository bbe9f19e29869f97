package pages

import (
	"fmt"
	"time"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// revisit says which changed answers would alter the proposal, and when the answers are too old for it.
func revisit(doc *report.Document, facts *adr.Facts, told *verdict.Telling) []string {
	v := doc.Verdict.Leaning
	var sentences []string
	if adr.Proposed(v) == adr.NoOption {
		sentences = append(sentences, "As soon as open questions are answered: they may lead to a proposal.")
	}
	sentences = append(sentences, allTips(doc)...)
	if len(doc.Tips) == 0 {
		sentences = append(sentences, steady(v))
	}
	return append(append(sentences, nonEmpty(told.Tipping)...), aging(facts))
}

// tipsTold is how many single changes a record spells out; it names the questions of the others.
const tipsTold = 6

func allTips(doc *report.Document) []string {
	var sentences, others []string
	for i := range doc.Tips {
		if tip := &doc.Tips[i]; i < tipsTold {
			sentences = append(sentences, tipSentence(doc, tip))
		} else {
			others = append(others, titleOfQuestion(doc.Answers, tip.Question))
		}
	}
	if len(others) > 0 {
		sentences = append(sentences, "Another answer could also do so alone on "+english.List(others)+".")
	}
	return sentences
}

// aging says until when the answers can be taken to hold.
func aging(facts *adr.Facts) string {
	day, err := time.Parse(time.DateOnly, string(facts.Date))
	if err != nil {
		return "The answers carry no date, so their age cannot be told: add one, and assess again within a year."
	}
	return fmt.Sprintf("The answers are of %s and describe the year before. Assess again by %s at the latest.",
		day.Format(time.DateOnly), day.AddDate(adr.Years, 0, 0).Format(time.DateOnly))
}
