package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// tips say what would tip the verdict.
func tips(doc *report.Document) page.Section {
	if v := doc.Verdict.Quadrant; v != nil {
		return listSection("tips", "What would tip it", quadrantTips(v))
	}
	section := listSection("tips", "What would tip it", leaningTips(doc))
	section.Explain = []string{"robustness"}
	return section
}

// tipsShown is how many changes of a single answer a page tells; the document holds all.
const tipsShown = 3

func leaningTips(doc *report.Document) []string {
	v := doc.Verdict.Leaning
	var sentences []string
	if between := borderline(v); between != "" {
		sentences = append(sentences, between)
	}
	if v.Robustness != nil {
		sentences = append(sentences, otherSide(v.Robustness.Side))
	}
	for i := range doc.Tips[:min(len(doc.Tips), tipsShown)] {
		sentences = append(sentences, tipSentence(v, &doc.Tips[i]))
	}
	if len(doc.Tips) == 0 {
		sentences = append(sentences, steady(v))
	}
	return sentences
}

// otherSide says how far the answers are from a change of side.
func otherSide(flip report.Flip) string {
	if flip.Answers == nil || flip.Steps == nil {
		return "No change of the answers given would move how you work to another side."
	}
	return fmt.Sprintf("It takes %s (%s) or %s to move how you work to another side.", english.Count(*flip.Answers, "changed answer"),
		report.Shortened(sayAll(flip.Questions)), english.Count(*flip.Steps, "small step"))
}

// tipSentence says what another answer to one question would change.
func tipSentence(v *report.Leaning, tip *report.Tip) string {
	change := fmt.Sprintf("If %s were %s", said(tip.Question), english.Quote(said(tip.Text)))
	switch {
	case v.Advice != "" || tip.Advice != "":
		return fmt.Sprintf("%s, the advice would be: %s.", change, report.AdviceWord(tip.Advice))
	case tip.Practice == v.Practice.Band:
		return fmt.Sprintf("%s, the situation would be %s.", change, report.BandWord(tip.Situation))
	}
	return fmt.Sprintf("%s, how you work would be %s.", change, report.BandWord(tip.Practice))
}

// borderline names both bands around a value beside an edge; empty for any other value.
func borderline(v *report.Leaning) string {
	if v.Borderline == nil || !*v.Borderline || len(v.Between) != 2 {
		return ""
	}
	return fmt.Sprintf("How you work lies between %s and %s (%s): one answer one step further would change the word, not the situation.",
		report.BandWord(report.Text(v.Between[0])), report.BandWord(report.Text(v.Between[1])), report.Signed(v.Practice.Value))
}

// steady says that no tip exists. Tips change answers that were given, so what is open does not count.
func steady(v *report.Leaning) string {
	if v.Advice == "" {
		return "There is no advice yet, and another answer to a single answered question would not lead to one."
	}
	return "No other answer to a single question would change the advice."
}
