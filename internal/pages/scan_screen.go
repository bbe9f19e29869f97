package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
)

// scanScreen is what was looked at, what can be concluded from it, and what cannot.
func scanScreen(scan *evidence.Scan) page.Screen {
	concluded := concludedSentences(scan.Conclusions, doubtAlone)
	most := make([]int, 0, len(concluded))
	for n := len(concluded) - 1; n > 0; n-- {
		most = append(most, n)
	}
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: [][]page.Block{{page.Facts{Items: scanned(scan)}}}})
	screen.Add(page.ScreenPart{ID: partFound, Forms: listForms(concluded, most...)})
	screen.Add(page.ScreenPart{ID: partTopics, Close: true, Forms: listForms(openSentences(scan.Conclusions), 1, 0)})
	screen.Shrink = slices.Concat(
		[]string{page.NextPart, page.NextPart, partTopics, partTopics}, slices.Repeat([]string{partFound}, max(len(most)-3, 0)),
		slices.Repeat([]string{partFound}, 3), []string{page.NextPart})
	return screen
}
