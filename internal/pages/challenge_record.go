package pages

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// ChallengeRecord is the decision record of an assessment that was challenged: Record with who confirmed and who differs, and the case
// for the other side.
func ChallengeRecord(doc *challenge.Document) (page.Page, error) {
	p, err := Record(doc.Result)
	if err != nil {
		return p, err
	}
	challenged := page.Section{ID: "challenge", Title: "Challenge", Blocks: []page.Block{page.Text(challengeHeadline(doc))}}
	if lines := recordLines(doc); len(lines) > 0 {
		challenged.Blocks = append(challenged.Blocks, page.List(lines))
	}
	added := []page.Section{challenged}
	if other := otherSide(doc); len(other.Blocks) > 0 {
		added = append(added, other)
	}
	at := slices.IndexFunc(p.Sections, func(section page.Section) bool { return section.ID == "dissent" })
	p.Sections = slices.Insert(p.Sections, max(at, 0), added...)
	return p, nil
}

// recordLines say of each deciding answer who stands where, with what the others said.
func recordLines(doc *challenge.Document) []string {
	var lines []string
	for i := range doc.Deciding {
		answer := &doc.Deciding[i]
		parts := []string{decidingLine(doc, answer) + ". The answer is " + english.Quote(said(answer.Text))}
		for _, at := range differing(doc, answer) {
			parts = append(parts, voiceName(doc, at)+" says "+english.Quote(said(answer.Heard[at].Text)))
		}
		lines = append(lines, strings.Join(parts, "; ")+".")
	}
	return lines
}

// Heard names everybody who was heard, for a reader of the record.
func Heard(doc *challenge.Document) []string {
	var names []string
	for i := range doc.AdviceByVoice {
		names = append(names, page.Plain(voiceName(doc, i)))
	}
	return names
}
