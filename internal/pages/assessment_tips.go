package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// tips say what would tip the verdict.
func tips(doc *report.Document, told *verdict.Telling) page.Section {
	switch {
	case doc.Verdict.Readiness != nil:
		return page.Section{} // the points below their minimum are what would tip it
	case doc.Verdict.Quadrant != nil:
		return listSection("tips", "What would tip it", quadrantTips(doc))
	}
	section := listSection("tips", "What would tip it", leaningTips(doc, told))
	section.Explain = []string{"robustness"}
	return section
}

// tipsShown is how many changes of a single answer a page tells; the document holds all.
const tipsShown = 3

func leaningTips(doc *report.Document, told *verdict.Telling) []string {
	v := doc.Verdict.Leaning
	sentences := append(slices.Clone(told.Borderline), nonEmpty(told.Tipping)...)
	for i := range doc.Tips[:min(len(doc.Tips), tipsShown)] {
		sentences = append(sentences, tipSentence(doc, &doc.Tips[i]))
	}
	if len(doc.Tips) == 0 {
		sentences = append(sentences, steady(v))
	}
	return sentences
}

// tipSentence says what another answer to one question would change.
func tipSentence(doc *report.Document, tip *report.Tip) string {
	v := doc.Verdict.Leaning
	change := fmt.Sprintf("If %s were %s", english.Quote(titleOfQuestion(doc.Answers, tip.Question)), english.Quote(said(tip.Text)))
	switch {
	case v.Advice != "" || tip.Advice != "":
		return fmt.Sprintf("%s, the advice would be: %s.", change, report.AdviceWord(tip.Advice))
	case tip.Practice == v.Practice.Band:
		return fmt.Sprintf("%s, the situation would be %s.", change, report.BandInSentence(tip.Situation))
	}
	return fmt.Sprintf("%s, how you work would be %s.", change, report.BandInSentence(tip.Practice))
}

// steady says that no tip exists. Tips change answers that were given, so what is open does not count.
func steady(v *report.Leaning) string {
	if v.Advice == "" {
		return "There is not a kind of advice yet, and another answer to a single answered question would not lead to one."
	}
	return "No other answer to a single question would change the advice."
}
