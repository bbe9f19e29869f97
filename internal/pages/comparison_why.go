package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// why explains the headline.
func (p *comparisonPage) why() []string {
	if p.Verdict.Kind() == "" {
		return nil
	}
	sentences := []string{p.answersSentence()}
	if v := p.Verdict.Readiness; v != nil {
		return append(sentences, p.whyState(v)...)
	}
	v := p.Verdict.Leaning
	if v == nil {
		return sentences
	}
	sentences = append(sentences, situationSentence(v.Situation), adviceSentence(v.Advice))
	if sentence := p.readinessSentence(v.Readiness); sentence != "" {
		sentences = append(sentences, sentence)
	}
	return append(sentences, confidenceSentence(v))
}

// answersSentence says how many answers changed, and in what way where it is not for all that they say something else.
func (p *comparisonPage) answersSentence() string {
	count := map[string]int{}
	for _, change := range p.Answers.Changed {
		count[change.Kind]++
	}
	var parts []string
	for _, kind := range []struct{ name, one, many string }{
		{comparison.OtherOption, "says something else", "say something else"},
		{comparison.NowAnswered, "was open or not applicable and is answered", "were open or not applicable and are answered"},
		{comparison.NoLongerAnswered, "was answered and no longer is", "were answered and no longer are"},
		{comparison.OtherStatus, "is left open for another reason", "are left open for another reason"},
	} {
		switch n := count[kind.name]; n {
		case 0:
		case 1:
			parts = append(parts, "1 "+kind.one)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, kind.many))
		}
	}
	switch {
	case p.Answers.Asked == 0:
		return "No question is in both results."
	case len(parts) == 0:
		return fmt.Sprintf("None of the %s that both ask has another answer.", english.Count(p.Answers.Asked, "question"))
	}
	changed := fmt.Sprintf("%d of %s changed", p.answersChanged(), english.Count(p.Answers.Asked, "answer"))
	if count[comparison.OtherOption] == p.answersChanged() {
		return changed + "."
	}
	return changed + ": " + strings.Join(parts, ", ") + "."
}

// answersChanged counts the questions that both ask and that have another answer.
func (p *comparisonPage) answersChanged() int {
	count := 0
	for i := range p.Answers.Changed {
		if kind := p.Answers.Changed[i].Kind; kind != comparison.NewQuestion && kind != comparison.RemovedQuestion {
			count++
		}
	}
	return count
}

// situationSentence says what became of the situation.
func situationSentence(s comparison.Situation) string {
	was, now := report.Placed(s.Before.Value, s.Before.Band), report.Placed(s.After.Value, s.After.Band)
	switch {
	case s.Before.Value == nil && s.After.Value == nil:
		return "What the situation calls for is not known, before or after."
	case was == now:
		return fmt.Sprintf("What the situation calls for is the same: %s.", now)
	case s.Before.Value == nil:
		return fmt.Sprintf("What the situation calls for was not known before and is %s.", now)
	case s.After.Value == nil:
		return fmt.Sprintf("What the situation calls for was %s and is no longer known.", was)
	case s.Before.Band == s.After.Band:
		return fmt.Sprintf("What the situation calls for stayed %s (%s, then %s).",
			report.BandInSentence(s.After.Band), report.Signed(s.Before.Value), report.Signed(s.After.Value))
	}
	return fmt.Sprintf("What the situation calls for moved from %s (%s) to %s (%s).", report.BandInSentence(s.Before.Band),
		report.Signed(s.Before.Value), report.BandInSentence(s.After.Band), report.Signed(s.After.Value))
}

func adviceSentence(advice comparison.Words) string {
	was, now := report.AdviceWord(advice.Before), report.AdviceWord(advice.After)
	if was == now {
		return fmt.Sprintf("The advice is the same: %s.", now)
	}
	return fmt.Sprintf("The advice was: %s. It is now: %s.", was, now)
}

// readinessSentence is empty where readiness is known on neither side.
func (p *comparisonPage) readinessSentence(r comparison.Readiness) string {
	was, now := report.Level(r.Before.Value), report.Level(r.After.Value)
	sentence := "Readiness (good practice under either model) "
	if p.Verdict.Readiness != nil {
		sentence = "Readiness "
	}
	switch {
	case r.Before.Value == nil && r.After.Value == nil:
		return ""
	case r.Before.Value == nil:
		sentence += "was not scored before and is " + now
	case r.After.Value == nil:
		return sentence + "was " + was + " out of 4 and is no longer scored."
	default:
		sentence += rose(r.Figure(), was, now)
	}
	return sentence + " out of 4" + unproven(r) + "; " + p.short() + "."
}

// unproven says what readiness is without what is open, so that a question left open does not pass for a rise.
func unproven(r comparison.Readiness) string {
	was, now := report.Level(r.Before.LowerBound), report.Level(r.After.LowerBound)
	proven := was == report.Level(r.Before.Value) && now == report.Level(r.After.Value)
	if proven || r.Before.LowerBound == nil || r.After.LowerBound == nil {
		return ""
	}
	return fmt.Sprintf(" (with what is open counted as nothing: %s, then %s)", was, now)
}

// short says which axes are below the readiness that is called for. Where one of the two is not known, nothing is claimed.
func (p *comparisonPage) short() string {
	named := map[string][]string{}
	unknown := false
	for _, axis := range p.Levels() {
		unknown = unknown || axis.Shortfall.After == nil && axis.Floor.After != nil
		if change := shortfallChange(axis.Shortfall); change != "" {
			named[change] = append(named[change], p.titles[axis.ID])
		}
	}
	var parts []string
	for _, change := range []string{staysShort, becomesShort, firstSeenShort, noLongerShort, noLongerKnown} {
		if titles := named[change]; len(titles) > 0 {
			parts = append(parts, fmt.Sprintf(change, report.Shortened(titles), falls(len(titles))))
		}
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, "; ")
	case unknown:
		return "no axis with known readiness fell or falls short of what is called for"
	}
	return "no axis fell or falls short of what is called for"
}

// What became of a shortfall: the sentence takes the axes, and a verb for as many.
const (
	staysShort     = "%s still %s short of what is called for"
	becomesShort   = "%s %s short of what is called for now, and did not before"
	firstSeenShort = "%s %s short of what is called for; before, that was not known"
	noLongerShort  = "%s no longer %s short of what is called for"
	noLongerKnown  = "whether %s still %s short of what is called for is not known"
)

// shortfallChange is empty for an axis that was not and is not short, as far as is known.
func shortfallChange(shortfall comparison.Figure) string {
	was, now := isShort(shortfall.Before), isShort(shortfall.After)
	switch {
	case was && now:
		return staysShort
	case now && shortfall.Before == nil:
		return firstSeenShort
	case now:
		return becomesShort
	case was && shortfall.After == nil:
		return noLongerKnown
	case was:
		return noLongerShort
	}
	return ""
}

func isShort(shortfall *float64) bool { return shortfall != nil && *shortfall > 0 }

func falls(n int) string {
	if n == 1 {
		return "falls"
	}
	return "fall"
}

func confidenceSentence(v *comparison.Leaning) string {
	sentence := fmt.Sprintf("Confidence in the verdict is %s as before", orNone(v.Confidence.After))
	if !v.Confidence.Same() {
		sentence = fmt.Sprintf("Confidence in the verdict went from %s to %s", orNone(v.Confidence.Before), orNone(v.Confidence.After))
	}
	was, now := english.Percent(v.Coverage.Before), english.Percent(v.Coverage.After)
	switch {
	case v.Coverage.Before == nil || v.Coverage.After == nil:
		return sentence + "."
	case was == now:
		return fmt.Sprintf("%s; %s of the style questions that apply are answered, as before.", sentence, now)
	}
	return fmt.Sprintf("%s; %s of the style questions that apply are answered, before it was %s.", sentence, now, was)
}

// orNone is the word for a confidence.
func orNone(confidence report.Text) string {
	if confidence == "" {
		return "not given"
	}
	return string(confidence)
}
