package web

import (
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/report"
)

// Scan writes what a repository shows of delivery as a page: what can be concluded and what cannot, then the figures and the
// files that they rest on. An error is one of the writer.
func Scan(w io.Writer, scan *evidence.Scan) error {
	return Write(w, scanPage(scan, evidence.Tell(scan)))
}

func scanPage(scan *evidence.Scan, story evidence.Story) Page {
	return Page{
		Kind: "Scan", Title: story.Title, Facts: scanFacts(story.Asked),
		Lead: kept(listSection("concluded", evidence.TitleConcluded, story.Concluded)),
		Sections: kept(
			listSection("open", evidence.TitleOpen, story.Open), listSection("notes", evidence.TitleNotes, story.Notes),
			measuredSection(story.Sections), signalSection(story),
		),
		Colophon: "Read from a git repository by " + scan.Tool.Name + " " + scan.Tool.Version + ". Nothing in it was run.",
	}
}

func scanFacts(list []evidence.Fact) []report.Fact {
	facts := make([]report.Fact, 0, len(list))
	for _, fact := range list {
		facts = append(facts, report.Fact{Label: fact.Label, Value: fact.Value})
	}
	return facts
}

// measuredSection has a card for each group of figures.
func measuredSection(groups []evidence.Section) Section {
	if len(groups) == 0 {
		return Section{}
	}
	cards := &Cards{Layout: Grid}
	for _, group := range groups {
		cards.Items = append(cards.Items, Card{Title: group.Title, Blocks: []Block{{Facts: scanFacts(group.Facts)}}})
	}
	return Section{ID: "figures", Title: report.TitleFigures, Blocks: []Block{{Cards: cards}}}
}

func signalSection(story evidence.Story) Section {
	section := Section{ID: "signals", Title: evidence.TitleSignals}
	cards := &Cards{Layout: Stack}
	for _, family := range story.Families {
		table := &Table{Caption: family.Title}
		for _, title := range []string{"Signal", "Speaks for", "Files", "Remarks"} {
			table.Columns = append(table.Columns, TableColumn{Title: title})
		}
		for _, sign := range family.Signs {
			table.Rows = append(table.Rows, []string{sign.Title, orDash(sign.Leaning), orDash(sign.Files), orDash(remarksOn(sign))})
		}
		cards.Items = append(cards.Items, Card{Title: family.Title, Blocks: []Block{{Table: table}}})
	}
	if len(cards.Items) > 0 {
		section.Blocks = append(section.Blocks, Block{Cards: cards})
	}
	if story.Absent != "" {
		section.Blocks = append(section.Blocks, Block{Text: story.Absent})
	}
	return section
}

func remarksOn(sign evidence.Sign) string {
	var parts []string
	if sign.Weak != "" {
		parts = append(parts, "weak: "+sign.Weak+".")
	}
	if sign.Caution != "" {
		parts = append(parts, sign.Caution)
	}
	return strings.Join(parts, " ")
}
