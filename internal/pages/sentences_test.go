package pages_test

import (
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// headlineOf returns the first headline of a page.
func headlineOf(p page.Page) string {
	for block := range p.Blocks() {
		if headline, ok := block.(page.Headline); ok {
			return page.Plain(string(headline))
		}
	}
	return ""
}

// sentences are all texts of a page but those of its charts, one a line: facts as "label: value", rows with " | " between cells.
func sentences(p page.Page) string {
	lines := []string{p.Title}
	for _, fact := range p.Facts {
		lines = append(lines, fact.Label+": "+fact.Value)
	}
	for _, section := range p.Ordered() {
		lines = append(lines, section.Title)
	}
	for block := range p.Blocks() {
		lines = append(lines, blockTexts(block)...)
	}
	lines = append(lines, p.Footer)
	for i := range lines {
		lines[i] = page.Plain(lines[i])
	}
	return strings.Join(lines, "\n")
}

func blockTexts(block page.Block) []string {
	var lines []string
	switch b := block.(type) {
	case page.Headline:
		lines = append(lines, string(b))
	case page.Text:
		lines = append(lines, string(b))
	case page.Quiet:
		lines = append(lines, string(b))
	case page.List:
		lines = append(lines, b...)
	case page.Facts:
		for _, fact := range b.Items {
			lines = append(lines, fact.Label+": "+fact.Value)
		}
	case page.Table:
		for row := range b.Rows {
			lines = append(lines, strings.Join(row, " | "))
		}
	case page.Cards:
		for _, card := range b.Items {
			lines = append(lines, card.Tag+" "+card.Title)
		}
	case page.Entries:
		for _, entry := range b {
			lines = append(lines, entry.ID+" "+entry.Prompt, entry.Answer, strings.Join(entry.Worth, ", "))
			for _, remark := range entry.Remarks {
				lines = append(lines, remark.Label+": "+string(remark.Text))
			}
		}
	}
	return lines
}
