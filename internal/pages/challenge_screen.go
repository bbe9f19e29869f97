package pages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// challengeScreen is the outcome, and each deciding answer in a line.
func challengeScreen(doc *challenge.Document) page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: aboutForms(doc.Result.Head())})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: headlineForms(challengeHeadline(doc))})
	var lines []string
	for i := range doc.Deciding {
		lines = append(lines, decidingLine(doc, &doc.Deciding[i]))
	}
	screen.Add(page.ScreenPart{ID: partPoints, Forms: listForms(lines, mostNamed, 3, 1, 0)})
	if gates := ChallengeGates(doc); gates != "" {
		screen.Add(page.ScreenPart{ID: partGates, Forms: [][]page.Block{{page.Text(gates)}}})
	}
	screen.Shrink = []string{
		page.NextPart, partPoints, partAbout, partPoints, page.NextPart, partAbout, partPoints, partVerdict, partPoints, page.NextPart,
	}
	return screen
}

// decidingLine is an answer with who stands where, or with what others would lead to.
func decidingLine(doc *challenge.Document, answer *challenge.DecidingAnswer) string {
	title := said(answer.Title) + ": "
	if doc.IsHeard() {
		var parts []string
		if names := people(doc, voicesWhere(doc, answer, confirms)); names != "" {
			parts = append(parts, "confirmed by "+names)
		}
		if names := people(doc, differing(doc, answer)); names != "" {
			parts = append(parts, names+" "+differ(len(differing(doc, answer))))
		}
		return title + cmp.Or(strings.Join(parts, "; "), "not confirmed yet")
	}
	var verdicts []string
	for _, other := range answer.Decides {
		if word := verdictWord(doc, other.Advice); other.Advice != doc.Assessment.Advice && !slices.Contains(verdicts, word) {
			verdicts = append(verdicts, word)
		}
	}
	if len(verdicts) == 0 {
		return title + "another answer would switch " + english.List(switchedBy(answer))
	}
	return title + "another answer could lead to " + english.ListWith(verdicts, "or")
}

// switchedBy are the warnings that other answers would make come or go.
func switchedBy(answer *challenge.DecidingAnswer) []string {
	var names []string
	for _, other := range answer.Decides {
		for _, warning := range slices.Concat(other.Appear, other.Vanish) {
			if name := english.Quote(said(warning.Title)); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
