package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// otherSide is the strongest case against the verdict, as somebody who holds it would put it.
func otherSide(doc *challenge.Document) page.Section {
	section := page.Section{ID: "other-side", Title: "The strongest case for the other side", Part: page.Body}
	c := doc.OtherSide
	if c == nil {
		return section
	}
	words := caseWordsOf(doc)
	var facts factList
	for _, statement := range advocates(doc) {
		facts.add("They say", statement)
	}
	for _, part := range []struct {
		label string
		list  []challenge.Argument
	}{{"Needs", c.Needs}, {"Limits", c.Limits}, {words.practice, c.Practice}} {
		for _, argument := range part.list {
			facts.add(part.label, said(argument.Title)+": "+english.Quote(said(argument.Text)))
		}
	}
	for i := range c.Items {
		item := &c.Items[i]
		reason := cmp.Or(item.Why, item.FirstStep)
		if isAboutState(doc) {
			reason = item.FirstStep
		}
		facts.add(words.items, said(item.Title)+": "+said(reason))
	}
	section.Title = words.title
	if len(facts)+len(c.Turns) == 0 {
		section.Blocks = []page.Block{page.Text("None of the answers given here speaks for it.")}
		return section
	}
	section.Blocks = []page.Block{page.Text(words.lead), page.Facts{Items: facts}}
	if turns := turnSentences(c.Turns); len(turns) > 0 {
		lead := "With this answer, "
		if len(turns) > 1 {
			lead = "With any one of these, "
		}
		section.Blocks = append(section.Blocks, page.Text(lead+wouldBe(doc, c.Advice)+":"), page.List(turns))
	}
	return section
}

// advocates are the answers of those who were heard that lead to the other side, with what they saw.
func advocates(doc *challenge.Document) []string {
	var statements []string
	for i := range doc.Deciding {
		answer := &doc.Deciding[i]
		for _, at := range differing(doc, answer) {
			heard := &answer.Heard[at]
			if !leadsThere(doc, heard.Advice) {
				continue
			}
			words := voiceName(doc, at) + ", on " + said(answer.Title) + ": " + english.Quote(said(heard.Text))
			if seen := nonEmpty(said(heard.Note), said(heard.Evidence)); len(seen) > 0 {
				words += " (" + strings.Join(seen, "; ") + ")"
			}
			statements = append(statements, words)
		}
	}
	return statements
}

// leadsThere reports a verdict of the side that the case is for.
func leadsThere(doc *challenge.Document, verdict report.Text) bool {
	if isAboutState(doc) {
		return verdict != doc.Assessment.Advice
	}
	return verdict != "" && score.Advice(verdict).Side() == score.Advice(doc.OtherSide.Advice).Side()
}

func turnSentences(turns []report.Change) []string {
	var sentences []string
	for _, turn := range turns {
		sentences = append(sentences, said(turn.Title)+": "+english.Quote(said(turn.ToText))+" rather than "+english.Quote(said(turn.FromText)))
	}
	return sentences
}

// caseWords are how the case for a side is put.
type caseWords struct{ title, lead, practice, items string }

func caseWordsOf(doc *challenge.Document) caseWords {
	if isAboutState(doc) {
		return stateCaseWords(score.State(doc.Assessment.Advice), len(doc.OtherSide.Practice) > 0)
	}
	pole := poleAgainst(doc)
	title := "The strongest case for " + pole
	if doc.OtherSide.Direction == questionnaire.DirectionCombine {
		title = "The strongest case for combining both models"
	}
	c, how := doc.OtherSide, " where it matters most"
	if c.Direction == questionnaire.DirectionCombine {
		how = " as well"
	}
	var claims []string
	if len(advocates(doc)) > 0 {
		claims = append(claims, "people who know this service have seen it")
	}
	if len(c.Needs)+len(c.Limits) > 0 {
		claims = append(claims, "this service calls for "+pole+how)
	}
	if len(c.Practice) > 0 {
		claims = append(claims, "part of the work is done that way already")
	}
	if len(c.Items) > 0 {
		claims = append(claims, "the next steps are known")
	}
	return caseWords{
		title: title, practice: "Already so", items: "It begins with",
		lead: "As somebody who holds it would put it: " + cmp.Or(english.List(claims), "the answers below are other ones") + ".",
	}
}

// poleAgainst is the pole of the case; where both are to be combined, the one that the advice leaves out.
func poleAgainst(doc *challenge.Document) string {
	side := score.Side(doc.OtherSide.Direction)
	isSysOps := side == score.SysOps || side != score.DevOps && score.Advice(doc.Assessment.Advice).Side() == score.DevOps
	if isSysOps {
		return "SysOps"
	}
	return "DevOps"
}

// stateCaseWords is caseWordsOf for a checklist; met tells that points are.
func stateCaseWords(state score.State, met bool) caseWords {
	if state == score.Ready {
		return caseWords{
			title: "The strongest case against going now", practice: "Not shown", items: "Still advised",
			lead: "As somebody who holds it would put it: these answers carry the state, and nothing was given that shows them.",
		}
	}
	words := caseWords{
		title: "The strongest case for going now", practice: "Met", items: "Condition",
		lead: "As somebody who holds it would put it: what is missing has a first step.",
	}
	if met {
		words.lead = "As somebody who holds it would put it: these points are met, and what is missing has a first step."
	}
	return words
}

// settling is what would settle the answers that are open, the cheapest first.
func settling(doc *challenge.Document) page.Section {
	section := page.Section{ID: "settle", Title: "What would settle it", Part: page.Body}
	var facts factList
	for i := range doc.Settle {
		first := &doc.Settle[i]
		alike := func(other challenge.Settling) bool {
			return other.Kind == first.Kind && slices.Equal(other.Texts, first.Texts)
		}
		if slices.ContainsFunc(doc.Settle[:i], alike) {
			continue // It stands beside the first of its kind.
		}
		var titles []string
		for _, settling := range doc.Settle[i:] {
			if alike(settling) {
				titles = append(titles, said(settling.Title))
			}
		}
		facts.add(settleWords(first, english.List(titles)))
	}
	if len(facts) > 0 {
		section.Blocks = []page.Block{page.Text("The cheapest first."), page.Facts{Items: facts}}
	}
	return section
}

func settleWords(s *challenge.Settling, titles string) (label, text string) {
	texts := sayAll(s.Texts)
	switch {
	case s.Kind == challenge.ByRepository:
		return "A repository", titles + ": add --evidence DIR to this command, and it says what the repository shows."
	case s.Kind == challenge.ByRecord && len(texts) == 0:
		return "A record", titles + ": look up where it is written, or ask whoever audits, signs or supplies."
	case s.Kind == challenge.ByRecord && len(texts) == 1 && strings.HasSuffix(s.Texts[0], "."):
		return "A record", titles + ". " + texts[0]
	case s.Kind == challenge.ByRecord && len(texts) == 1:
		return "A record", titles + ": look for " + english.Quote(texts[0]) + "."
	case s.Kind == challenge.ByRecord:
		return "A record", titles + ": look for one of these. " + english.ListWith(quoteAll(texts), "or")
	case s.Kind == challenge.ByTrial:
		return "A trial", titles + ": " + strings.Join(texts, " ")
	}
	return "An example", titles + ": each tells the last time it came up in the past months, with the day and who was there."
}

func quoteAll(texts []string) []string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = english.Quote(text)
	}
	return quoted
}
