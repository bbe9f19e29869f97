package pages

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// decidingAnswers are the answers on which the verdict hangs, each with what was said to it and what other answers would lead to.
func decidingAnswers(doc *challenge.Document) page.Section {
	section := page.Section{ID: "deciding", Title: "Answer by answer", Part: page.Body}
	if len(doc.Deciding) == 0 {
		return section
	}
	cards := page.Cards{From: 1, Layout: page.Stack}
	for i := range doc.Deciding {
		cards.Items = append(cards.Items, decidingCard(doc, &doc.Deciding[i]))
	}
	section.Blocks = []page.Block{cards}
	return section
}

func decidingCard(doc *challenge.Document, answer *challenge.DecidingAnswer) page.Card {
	var facts factList
	facts.add("Answer", english.Quote(said(answer.Text)))
	if doc.IsHeard() {
		addHeard(&facts, doc, answer)
	}
	facts.add("Note", said(answer.Note))
	facts.add("Evidence", cmp.Or(said(answer.Evidence), "none given"))
	facts.add("Age", ageOfAnswer(doc, answer))
	if doc.Repository != nil {
		facts.add("Repository", repositorySays(answer.Repository))
	}
	blocks := []page.Block{page.Text(said(answer.Prompt)), page.Facts{Items: facts}}
	others := page.List(alternatives(doc, answer))
	if doc.IsHeard() {
		blocks = append(blocks, page.Fold{Title: "What each other answer would lead to", Blocks: []page.Block{others}})
	} else {
		blocks = append(blocks, page.Text("With another answer:"), others)
	}
	return page.Card{Title: said(answer.Title), Blocks: blocks}
}

// addHeard adds who confirms, who differs and what that would mean, and who does not know.
func addHeard(facts *factList, doc *challenge.Document, answer *challenge.DecidingAnswer) {
	facts.add("Confirmed", cmp.Or(people(doc, voicesWhere(doc, answer, confirms)), "by nobody else yet"))
	for _, i := range differing(doc, answer) {
		heard := &answer.Heard[i]
		words := voiceName(doc, i) + ": " + english.Quote(said(heard.Text)) + "; "
		if heard.Advice == doc.Assessment.Advice {
			words += "that alone would change nothing about " + verdictIs(doc)
		} else {
			words += "with that alone, " + wouldBe(doc, heard.Advice)
		}
		facts.add("Differs", words)
	}
	nameless := func(s *challenge.Statement) bool { return s.Agrees != nil && *s.Agrees && !s.Counts }
	facts.add("Same answer", withoutName(people(doc, voicesWhere(doc, answer, nameless))))
	facts.add("Not known", people(doc, voicesWhere(doc, answer, func(s *challenge.Statement) bool { return s.Agrees == nil })))
	for i := range answer.Heard {
		heard := &answer.Heard[i]
		if heard.Note != "" || heard.Evidence != "" {
			facts.add("Seen", voiceName(doc, i)+": "+strings.Join(nonEmpty(said(heard.Note), said(heard.Evidence)), "; "))
		}
	}
}

func withoutName(people string) string {
	if people == "" {
		return ""
	}
	return people + ", without a name, which confirms nothing"
}

// ageOfAnswer says when an answer was given or looked at again.
func ageOfAnswer(doc *challenge.Document, answer *challenge.DecidingAnswer) string {
	assessed := string(doc.Assessment.Date)
	switch {
	case answer.Reviewed == "" && assessed == "":
		return "not known: neither the answer nor the file has a date"
	case answer.Reviewed == "":
		return "answered on " + said(assessed)
	}
	reviewed, err := time.Parse(time.DateOnly, string(answer.Reviewed))
	age := "reviewed on " + said(answer.Reviewed)
	given, errGiven := time.Parse(time.DateOnly, assessed)
	if days := int(given.Sub(reviewed).Hours() / 24); err == nil && errGiven == nil && days > 0 {
		age += ", " + english.Count(days, "day") + " before the assessment"
	}
	return age
}

func repositorySays(finding *report.Finding) string {
	switch {
	case finding == nil:
		return "shows nothing about this question"
	case finding.Verdict == report.Silent:
		return "cannot tell" + withRemark("", "", said(strings.TrimSuffix(string(finding.Reason), ".")))
	}
	return string(finding.Verdict) + ": " + said(finding.Shows())
}

// alternatives are what other answers would lead to: first those that change something. Those that lead to the same stand together.
func alternatives(doc *challenge.Document, answer *challenge.DecidingAnswer) []string {
	var leads, sentences []string
	answersOf := map[string][]string{}
	for i := range answer.Decides {
		lead := leadsTo(doc, &answer.Decides[i])
		if !slices.Contains(leads, lead) {
			leads = append(leads, lead)
		}
		answersOf[lead] = append(answersOf[lead], english.Quote(said(answer.Decides[i].Text)))
	}
	stays := leadsTo(doc, &challenge.Alternative{Advice: doc.Assessment.Advice})
	if at := slices.Index(leads, stays); at >= 0 {
		leads = append(slices.Delete(leads, at, at+1), stays)
	}
	for _, lead := range leads {
		sentences = append(sentences, english.ListWith(answersOf[lead], "or")+": "+lead)
	}
	return sentences
}

func leadsTo(doc *challenge.Document, other *challenge.Alternative) string {
	parts := []string{wouldBe(doc, other.Advice)}
	if other.Advice == doc.Assessment.Advice {
		parts[0] = "the advice stays"
		if isAboutState(doc) {
			parts[0] = "the state stays"
		}
	}
	for _, switched := range []struct {
		list      []challenge.Switched
		one, many string
	}{{other.Appear, "comes", "come"}, {other.Vanish, "goes", "go"}} {
		var names []string
		for _, warning := range switched.list {
			names = append(names, english.Quote(said(warning.Title))+" ("+said(warning.Severity)+")")
		}
		switch len(names) {
		case 0:
		case 1:
			parts = append(parts, "the warning "+names[0]+" "+switched.one)
		default:
			parts = append(parts, "the warnings "+english.List(names)+" "+switched.many)
		}
	}
	return strings.Join(parts, "; ")
}
