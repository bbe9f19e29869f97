package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/page"
)

// Scan is the page of what a repository shows of delivery: what can be concluded and what cannot, then the figures and the
// files that it rests on.
func Scan(scan *evidence.Scan) page.Page {
	spreads := spreadsOf(scan)
	return page.Page{
		Kind: "Scan", Title: scanTitle(scan), Facts: scanned(scan),
		Sections: []page.Section{
			scanLead(scan, spreads),
			concludedSection(scan, spreads),
			listSection("open", "Where nothing is concluded", openSentences(scan.Conclusions)),
			listSection("rows", "Rows that could not be used", unusableRows(scan.Delivery)),
			listSection("notes", "Notes", scanNotes(scan)),
			scanFigures(scan), faultSection(scan.Delivery), signals(scan.Signals, scan.Repository.Paths),
		},
		Screen: scanScreen(scan),
		Footer: scanFooter(scan),
	}
}

func scanFooter(scan *evidence.Scan) string {
	if scan.Repository.Absent {
		return fmt.Sprintf("Read from exports by %s %s.", scan.Tool.Name, scan.Tool.Version)
	}
	return fmt.Sprintf("Read from a git repository by %s %s. Nothing in it was run.", scan.Tool.Name, scan.Tool.Version)
}

// whatShows is what was read: the repository, exports, or both.
func whatShows(scan *evidence.Scan) string {
	switch {
	case scan.Repository.Absent:
		return "the exports show"
	case scan.Delivery != nil:
		return "the repository and the exports show"
	}
	return "the repository shows"
}

// scanTitle names the repository.
func scanTitle(scan *evidence.Scan) string {
	if scan.Repository.Absent {
		return "What exports show of delivery"
	}
	if scan.Repository.Name == "" {
		return "What a repository shows of delivery"
	}
	return said(scan.Repository.Name)
}

// scanLead tells the times of delivery in a sentence and draws them, and when something was released; empty where none is known.
func scanLead(scan *evidence.Scan, spreads []spread) page.Section {
	section := page.Section{ID: "delivery", Title: "What " + whatShows(scan), Part: page.Lead}
	if len(spreads) == 0 {
		return section
	}
	if headline := scanHeadline(spreads); headline != "" {
		section.Blocks = append(section.Blocks, page.Headline(headline))
	}
	section.Blocks = append(section.Blocks, timesChart(spreads))
	if timeline := releaseTimeline(scan); timeline != nil {
		section.Blocks = append(section.Blocks, timeline)
	}
	return section
}

// concludedSection lists what is concluded besides the times that are drawn; where none are, it comes first.
func concludedSection(scan *evidence.Scan, spreads []spread) page.Section {
	section := listSection("concluded", "What else "+whatShows(scan), concludedSentences(otherConclusions(scan, spreads), doubtAndReason))
	if len(spreads) == 0 {
		section.Title, section.Part, section.Beside = "What "+whatShows(scan), page.Lead, false
		section.Blocks = headlineAndList(concludedSentences(scan.Conclusions, doubtAndReason))
		if timeline := releaseTimeline(scan); timeline != nil {
			section.Blocks = append(section.Blocks, timeline)
		}
	}
	return section
}

// headlineAndList makes the first sentence a headline; none for no sentences.
func headlineAndList(sentences []string) []page.Block {
	if len(sentences) == 0 {
		return nil
	}
	return append([]page.Block{page.Headline(sentences[0])}, listBlock(sentences[1:])...)
}

// otherConclusions are those that the chart of times does not show already, and those that need a remark.
func otherConclusions(scan *evidence.Scan, spreads []spread) []evidence.Conclusion {
	return slices.DeleteFunc(slices.Clone(scan.Conclusions), func(c evidence.Conclusion) bool {
		return c.Trust == evidence.Usable && slices.ContainsFunc(spreads, func(s spread) bool { return s.conclusion == c.ID && !s.saysMore })
	})
}

// scanned says what was looked at.
func scanned(scan *evidence.Scan) []page.Fact {
	var facts factList
	if !scan.Repository.Absent {
		facts = scannedRepository(scan.Repository)
	}
	return append(facts, scannedExports(scan.Delivery)...)
}

func scannedRepository(r evidence.Repository) factList {
	var facts factList
	if r.Head == nil {
		facts.add("Commits", "none yet")
		return facts
	}
	facts.add("Dates", r.Clock)
	const short = 12
	facts.add("Looked at", said(*r.Ref)+", commit "+said((*r.Head)[:min(len(*r.Head), short)]))
	facts.add("From", dayOf(*r.WindowFrom)+" to "+dayOf(*r.AsOf))
	if len(r.Paths) > 0 {
		facts.add("Only", said(english.List(r.Paths)))
	}
	if r.Shallow {
		facts.add("Clone", "shallow")
	}
	if r.Partial {
		facts.add("Clone", "partial")
	}
	return facts
}

// scanNotes are those that are not said at the beginning.
func scanNotes(scan *evidence.Scan) []string {
	return slices.DeleteFunc(slices.Clone(scan.Notes), func(note string) bool { return note == scan.Repository.Clock })
}

// dayOf is the date of a timestamp.
func dayOf(timestamp string) string {
	day, _, _ := strings.Cut(timestamp, "T")
	return said(day)
}

// concludedSentences are the conclusions; doubt is said behind one that rests on little.
func concludedSentences(list []evidence.Conclusion, doubt func(*evidence.Conclusion) string) []string {
	var sentences []string
	for i := range list {
		switch c := &list[i]; c.Trust {
		case evidence.Usable:
			sentences = append(sentences, c.Text)
		case evidence.Few:
			sentences = append(sentences, c.Text+doubt(c))
		case evidence.None:
		}
	}
	return sentences
}

func doubtAndReason(c *evidence.Conclusion) string {
	return " This rests on little: " + reasonOf(c) + "."
}

func doubtAlone(*evidence.Conclusion) string { return " This rests on little." }

// reasonOf is why a conclusion is doubted; it may be empty.
func reasonOf(c *evidence.Conclusion) string {
	if c.Reason == nil {
		return ""
	}
	return *c.Reason
}

// openSentences tell once what several conclusions lack for the same reason; where that is all of them, they are not listed.
func openSentences(list []evidence.Conclusion) []string {
	var reasons []string
	matters := map[string][]string{}
	for i := range list {
		c := &list[i]
		if c.Trust != evidence.None {
			continue
		}
		reason := reasonOf(c)
		if !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
		matters[reason] = append(matters[reason], c.MatterText())
	}
	var sentences []string
	for _, reason := range reasons {
		if len(matters[reason]) == len(list) {
			return []string{"The history tells nothing: " + reason + "."}
		}
		sentences = append(sentences, english.Capital(english.ListWith(matters[reason], "or"))+": "+reason+".")
	}
	return sentences
}

// signals are the files that point to a way of working, by family.
func signals(list []evidence.Signal, paths []string) page.Section {
	section := page.Section{ID: "signals", Title: "Files that point to a way of working", Part: page.Detail}
	cards := page.Cards{Layout: page.Stack}
	for _, family := range evidence.Families() {
		var rows [][]string
		for i := range list {
			if list[i].Family == family.ID {
				rows = append(rows, signalCells(&list[i]))
			}
		}
		if len(rows) > 0 {
			cards.Items = append(cards.Items, page.Card{Title: family.Title, Blocks: []page.Block{signalTable(family.Title, rows)}})
		}
	}
	if len(cards.Items) > 0 {
		section.Blocks = append(section.Blocks, cards)
	}
	if absent := absentFamilies(list, paths); absent != "" {
		section.Blocks = append(section.Blocks, page.Text(absent))
	}
	return section
}

func signalTable(caption string, rows [][]string) page.Table {
	return page.Table{
		Caption: caption,
		Columns: []page.Column{{Title: "Signal"}, {Title: "Speaks for"}, {Title: "Files"}, {Title: "Remarks"}},
		Rows:    page.RowsOf(rows...),
	}
}

// signalCells say of a signal what it speaks for, where it is, and why it may count for little or mean something else.
func signalCells(s *evidence.Signal) []string {
	var remarks []string
	if s.Why != nil {
		remarks = append(remarks, "weak: "+*s.Why+".")
	}
	if s.Caution != nil {
		remarks = append(remarks, *s.Caution)
	}
	return []string{s.Title, poleWord(s.Lean) + ", " + s.Axis, pathsOf(s), strings.Join(remarks, " ")}
}

// poleWord says what a signal speaks for; readiness is good under either model.
func poleWord(lean string) string {
	switch lean {
	case "devops":
		return "DevOps"
	case "sysops":
		return "SysOps"
	}
	return "either model"
}

// pathsOf names the first files, and says how many more there are.
func pathsOf(s *evidence.Signal) string {
	const shown = 3
	return firstOf(s.Paths, shown, s.Files)
}

// firstOf lists so many names, and says how many more there are of all.
func firstOf(names []string, shown, all int) string {
	shown = min(shown, len(names))
	text := strings.Join(sayAll(names[:shown]), ", ")
	if all > shown {
		text += fmt.Sprintf(" and %d more", all-shown)
	}
	return text
}

// absentFamilies names the families that nothing was found of. It is no finding: they may be elsewhere. Signs of work by hand
// are not missed.
func absentFamilies(list []evidence.Signal, paths []string) string {
	if list == nil {
		return ""
	}
	var titles []string
	for _, family := range evidence.Families() {
		isThere := slices.ContainsFunc(list, func(s evidence.Signal) bool { return s.Family == family.ID })
		if !isThere && family.ID != evidence.ManualWork {
			titles = append(titles, english.Lower(family.Title))
		}
	}
	if len(titles) == 0 {
		return ""
	}
	place := "in this repository"
	if len(paths) > 0 {
		place = "below " + said(english.ListWith(paths, "or"))
	}
	return "Not " + place + ", though perhaps elsewhere: " + english.List(titles) + "."
}
