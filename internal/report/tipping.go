package report

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
)

// tipsShown is how many single-answer changes a report tells; the document holds all.
const tipsShown = 3

func tipping(doc *Document) []string {
	v := doc.Verdict.Leaning
	var sentences []string
	if between := Borderline(v); between != "" {
		sentences = append(sentences, between)
	}
	if v.Robustness != nil {
		sentences = append(sentences, OtherSide(v.Robustness.Side))
	}
	for _, tip := range doc.Tips[:min(len(doc.Tips), tipsShown)] {
		sentences = append(sentences, Tipped(v, tip))
	}
	if len(doc.Tips) == 0 {
		sentences = append(sentences, Steady(v))
	}
	return sentences
}

// Borderline names both bands around a value beside an edge; empty for any other value.
func Borderline(v *Leaning) string {
	if v.Borderline == nil || !*v.Borderline || len(v.Between) != 2 {
		return ""
	}
	return fmt.Sprintf("How you work lies between %s and %s (%s): one answer one step further would change the word, not the situation.",
		BandWord(Text(v.Between[0])), BandWord(Text(v.Between[1])), Signed(v.Practice.Value))
}

// Steady says that no tip exists. Tips change answers that were given, so what is open does not count.
func Steady(v *Leaning) string {
	if v.Advice == "" {
		return "There is no advice yet, and another answer to a single answered question would not lead to one."
	}
	return "No other answer to a single question would change the advice."
}

// OtherSide says how far the answers are from a change of side.
func OtherSide(flip Flip) string {
	if flip.Answers == nil || flip.Steps == nil {
		return "No change of the answers given would move how you work to another side."
	}
	return fmt.Sprintf("It takes %s (%s) or %s to move how you work to another side.",
		english.Count(*flip.Answers, "changed answer"), Shortened(flip.Questions), english.Count(*flip.Steps, "small step"))
}

// Tipped says what another answer to one question would change.
func Tipped(v *Leaning, tip Tip) string {
	change := fmt.Sprintf("If %s were %s", tip.Question, english.Quote(tip.Text))
	if v.Advice != "" || tip.Advice != "" {
		return fmt.Sprintf("%s, the advice would be: %s.", change, AdviceWord(tip.Advice))
	}
	if tip.Practice == v.Practice.Band {
		return fmt.Sprintf("%s, the situation would be %s.", change, BandWord(tip.Situation))
	}
	return fmt.Sprintf("%s, how you work would be %s.", change, BandWord(tip.Practice))
}
