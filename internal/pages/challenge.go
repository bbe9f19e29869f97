package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// Challenge is the page of a verdict that is challenged: before anybody was heard the answers on which it hangs, for whoever asks;
// after that the defence.
func Challenge(doc *challenge.Document) page.Page {
	p := page.Page{
		Kind: "Challenge", Title: titleOf(doc.Result.Head()), Date: said(doc.Assessment.Date), Facts: factsOf(doc.Result.Head().Facts(said)),
		Sections: []page.Section{challengeVerdict(doc), decidingAnswers(doc)},
		Screen:   challengeScreen(doc), Footer: footer(doc.Tool, doc.Questionnaire),
	}
	if doc.IsHeard() {
		p.Kind = "Defence"
		p.Sections = append(p.Sections, otherSide(doc), settling(doc), agreed(doc))
	}
	p.Sections = append(p.Sections, gates(judged(doc)), listSection("notes", titleNotes, doc.Notes))
	return p
}

// judged is a document with the gates of a challenge.
func judged(doc *challenge.Document) *report.Document { return &report.Document{Gates: doc.Gates} }

// ChallengeGates says in one sentence how the gates came out; empty when there is none.
func ChallengeGates(doc *challenge.Document) string { return GatesInShort(judged(doc)) }

func challengeVerdict(doc *challenge.Document) page.Section {
	section := page.Section{ID: "verdict", Title: "Outcome", Part: page.Lead, Blocks: []page.Block{page.Headline(challengeHeadline(doc))}}
	if doc.Assessment.Advice == "" {
		section.Blocks = append(section.Blocks, page.Commands{{Line: "opsfit assess --edit -a answers.yaml", Note: "answer what is open"}})
		return section
	}
	if !doc.IsHeard() {
		section.Title = "What the verdict hangs on"
		if len(doc.Deciding) > 0 {
			section.Blocks = append(section.Blocks, page.Text("This page shows the answers that were given. It is for whoever asks, and not for "+
				"those who are to answer: they get the form or the file, which show none."))
		}
		return section
	}
	section.Blocks = append(section.Blocks, paragraphs(outcomeSentences(doc))...)
	section.Blocks = append(section.Blocks, voiceTable(doc))
	return section
}

// challengeHeadline is the outcome and by whom, or what the verdict hangs on where nobody was heard.
func challengeHeadline(doc *challenge.Document) string {
	switch {
	case doc.Assessment.Advice == "":
		return "There is no verdict to challenge yet: too few questions are answered."
	case len(doc.Deciding) == 0:
		return "No single answer decides this: any one of them could be different, and " + verdictIs(doc) + " would stay."
	case !doc.IsHeard():
		return hangsOn(doc)
	}
	switch challenge.Outcome(doc.Outcome) {
	case challenge.Confirmed:
		return "Confirmed by " + people(doc, confirming(doc)) + ": " + verdictStays(doc) + "."
	case challenge.Overturned:
		return fmt.Sprintf("Overturned by the answers of %s: all together, %s, %s.",
			people(doc, differing(doc, nil)), wouldBe(doc, doc.AdviceIfAll), notTo(doc))
	case challenge.Open:
	}
	return openHeadline(doc)
}

func notTo(doc *challenge.Document) string {
	if isAboutState(doc) {
		return "not " + verdictWord(doc, doc.Assessment.Advice)
	}
	return "not to " + verdictWord(doc, doc.Assessment.Advice)
}

func openHeadline(doc *challenge.Document) string {
	if voices := differing(doc, nil); len(voices) > 0 {
		return fmt.Sprintf("Open: %s %s on %s, and all together %s.",
			people(doc, voices), differ(len(voices)), english.List(titlesWhere(doc, isDisputed)), comesToSame(doc))
	}
	return "Open: nobody else has confirmed " + english.List(titlesWhere(doc, isUnconfirmed)) + " yet."
}

func differ(people int) string {
	if people == 1 {
		return "differs"
	}
	return "differ"
}

func comesToSame(doc *challenge.Document) string {
	if isAboutState(doc) {
		return "still come to the same state, " + verdictWord(doc, doc.Assessment.Advice)
	}
	return "still come to the same advice, to " + verdictWord(doc, doc.Assessment.Advice)
}

func hangsOn(doc *challenge.Document) string {
	turning, only := titlesWhere(doc, turnsVerdict), titlesWhere(doc, func(a *challenge.DecidingAnswer) bool { return !turnsVerdict(a) })
	warnings := english.List(only) + " " + alone(len(only), "decides", "decide") + " whether a critical or high warning stands"
	switch {
	case len(turning) == 0:
		return "No single answer changes " + verdictIs(doc) + "; " + warnings + "."
	case len(only) == 0:
		return fmt.Sprintf("%s hangs on %s: %s.",
			english.Capital(verdictIs(doc)), english.Count(len(turning), "answer"), english.List(turning))
	}
	return fmt.Sprintf("%s hangs on %s: %s. %s.",
		english.Capital(verdictIs(doc)), english.Count(len(turning), "answer"), english.List(turning), warnings)
}

func alone(n int, one, many string) string {
	if n == 1 {
		return "alone " + one
	}
	return "each alone " + many
}

// outcomeSentences say what the headline leaves open.
func outcomeSentences(doc *challenge.Document) []string {
	var sentences []string
	if unconfirmed := titlesWhere(doc, isUnconfirmed); len(unconfirmed) > 0 && len(differing(doc, nil)) > 0 {
		sentences = append(sentences, "Nobody else has confirmed "+english.List(unconfirmed)+".")
	}
	if challenge.Outcome(doc.Outcome) == challenge.Overturned {
		sentences = append(sentences, "The answers that were given led to another verdict, so they need to be settled before anybody acts on it.")
	}
	return append(sentences, "Everybody who was heard confirms by name; the other answers are those of the assessment.")
}

// voiceTable is the verdict by each person and by all together.
func voiceTable(doc *challenge.Document) page.Table {
	rows := [][]string{{respondentName(doc) + ", who answered", verdictCell(doc, doc.Assessment.Advice)}}
	for i := range doc.AdviceByVoice {
		rows = append(rows, []string{voiceName(doc, i), verdictCell(doc, doc.AdviceByVoice[i].Advice)})
	}
	rows = append(rows, []string{"All together, all roles equally", verdictCell(doc, doc.AdviceIfAll)})
	column := page.Column{Title: "The advice would be to", Short: "Advice", Brief: true}
	if isAboutState(doc) {
		column = page.Column{Title: "The state would be", Short: "State", Brief: true}
	}
	return page.Table{
		Caption: "What it would be with the answers of each", Columns: []page.Column{{Title: "Person"}, column}, Rows: page.RowsOf(rows...),
	}
}

// agreed is where those who agree sign.
func agreed(doc *challenge.Document) page.Section {
	const line = "……………………"
	rows := [][]string{{respondentName(doc), line, line}}
	for i := range doc.AdviceByVoice {
		rows = append(rows, []string{voiceName(doc, i), line, line})
	}
	return page.Section{ID: "agreed", Title: "Who agreed, and when", Part: page.Body, Blocks: []page.Block{
		page.Text("Signed by those who agree with the outcome, and that the case for the other side is put as its advocate would put it."),
		page.Table{
			Caption: "Signatures", Rows: page.RowsOf(rows...),
			Columns: []page.Column{{Title: "Name"}, {Title: "Agreed on (day)", Short: "Day", Brief: true}, {Title: "Signature", Brief: true}},
		},
	}}
}

func isAboutState(doc *challenge.Document) bool { return doc.Result.Verdict.Readiness != nil }

// verdictWord is a verdict in a few words: what the advice is to do, or the state.
func verdictWord(doc *challenge.Document, verdict report.Text) string {
	if isAboutState(doc) {
		return english.Quote(report.StateWord(verdict))
	}
	return report.AdviceWord(verdict)
}

func verdictCell(doc *challenge.Document, verdict report.Text) string {
	if isAboutState(doc) {
		return report.StateWord(verdict)
	}
	return report.AdviceWord(verdict)
}

// verdictIs names the verdict of the assessment: "the advice to keep the mix".
func verdictIs(doc *challenge.Document) string {
	if isAboutState(doc) {
		return "the state " + verdictWord(doc, doc.Assessment.Advice)
	}
	return "the advice to " + verdictWord(doc, doc.Assessment.Advice)
}

func verdictStays(doc *challenge.Document) string {
	if isAboutState(doc) {
		return "the state is " + verdictWord(doc, doc.Assessment.Advice)
	}
	return "the advice is to " + verdictWord(doc, doc.Assessment.Advice)
}

// wouldBe says what another verdict would be.
func wouldBe(doc *challenge.Document, verdict report.Text) string {
	switch {
	case verdict == "":
		return "there would not be a verdict"
	case isAboutState(doc):
		return "the state would be " + verdictWord(doc, verdict)
	}
	return "the advice would be to " + verdictWord(doc, verdict)
}

func respondentName(doc *challenge.Document) string {
	return personName(doc.Assessment.Respondent.Name, doc.Assessment.Respondent.Role, "the respondent")
}

// personName names a person with the role in brackets; without a name only the role, and without both the other word.
func personName(name, role report.Text, otherwise string) string {
	switch {
	case name != "":
		return withRemark(said(name), "", said(role))
	case role != "":
		return "one person (" + said(role) + ")"
	}
	return otherwise
}

// voiceName names somebody who was heard; those who cannot be told apart are numbered.
func voiceName(doc *challenge.Document, i int) string {
	voice := &doc.AdviceByVoice[i]
	name := personName(voice.Name, voice.Role, "one person")
	alike := func(other challenge.VoiceAdvice) bool { return other.Name == voice.Name && other.Role == voice.Role }
	if before := countIf(doc.AdviceByVoice[:i], alike); voice.Name == "" && countIf(doc.AdviceByVoice, alike) > 1 {
		name = personName("", voice.Role, "person") + fmt.Sprintf(" no. %d", before+1)
	}
	return name
}

func countIf[T any](list []T, holds func(T) bool) int {
	n := 0
	for _, one := range list {
		if holds(one) {
			n++
		}
	}
	return n
}

// people lists those who were heard by their places.
func people(doc *challenge.Document, voices []int) string {
	var names []string
	for _, i := range voices {
		names = append(names, voiceName(doc, i))
	}
	return english.List(names)
}

// voicesWhere are the places of those who said something to a deciding answer, or to any where it is nil.
func voicesWhere(doc *challenge.Document, answer *challenge.DecidingAnswer, holds func(*challenge.Statement) bool) []int {
	var voices []int
	for i := range doc.AdviceByVoice {
		says := func(a *challenge.DecidingAnswer) bool { return holds(&a.Heard[i]) }
		if answer != nil && says(answer) || answer == nil && slices.ContainsFunc(pointers(doc.Deciding), says) {
			voices = append(voices, i)
		}
	}
	return voices
}

func pointers[T any](list []T) []*T {
	all := make([]*T, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	return all
}

func confirms(s *challenge.Statement) bool { return s.Counts && s.Agrees != nil && *s.Agrees }
func differs(s *challenge.Statement) bool  { return s.Agrees != nil && !*s.Agrees }

// confirming are those who confirmed any answer.
func confirming(doc *challenge.Document) []int { return voicesWhere(doc, nil, confirms) }

// differing are those who gave another answer; nil asks for any.
func differing(doc *challenge.Document, answer *challenge.DecidingAnswer) []int {
	return voicesWhere(doc, answer, differs)
}

func titlesWhere(doc *challenge.Document, holds func(*challenge.DecidingAnswer) bool) []string {
	var titles []string
	for i := range doc.Deciding {
		if answer := &doc.Deciding[i]; holds(answer) {
			titles = append(titles, said(answer.Title))
		}
	}
	return titles
}

func isUnconfirmed(a *challenge.DecidingAnswer) bool { return a.Confirmed == 0 }
func isDisputed(a *challenge.DecidingAnswer) bool {
	return slices.ContainsFunc(pointers(a.Heard), differs)
}
func turnsVerdict(a *challenge.DecidingAnswer) bool { return a.Why != challenge.OneDanger.String() }
