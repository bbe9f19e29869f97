package web

import (
	"io"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Assessment writes the result of one assessment as a page: the verdict and its picture on the first screen, then what to do,
// what to heed and what is not known, then every figure down to the answers. An error is one of the writer.
func Assessment(w io.Writer, doc *report.Document) error {
	return Write(w, assessmentPage(doc, report.Tell(doc)))
}

func assessmentPage(doc *report.Document, story report.Story) Page {
	return Page{
		Kind: "Assessment", Title: story.Title, Facts: story.Asked,
		Lead: kept(whatIfSection(story.WhatIf), verdictSection(doc, story)),
		Sections: kept(
			firstSection(story), warningSection(doc, story),
			listSection("exemptions", report.TitleExempt, story.Exempted),
			balanceSection(doc),
			talkSection(story.Talk),
			listSection("unknown", report.TitleUnknown, story.Unknown),
			listSection("ages", report.TitleAges, story.Ages),
			listSection("tips", report.TitleTips, story.Tips),
			listSection("notes", report.TitleNotes, story.Notes),
			gateSection(story),
			thenSection(story), laterSection(story),
			axisSection(doc), metricSection(doc), answerSection(doc),
		),
		Colophon: colophon(doc),
	}
}

// kept leaves out the sections that have nothing in them.
func kept(sections ...Section) []Section {
	return slices.DeleteFunc(sections, func(section Section) bool { return len(section.Blocks) == 0 })
}

func verdictSection(doc *report.Document, story report.Story) Section {
	words := Column{{Headline: story.Headline}, {List: story.Why}}
	return Section{ID: "verdict", Title: "Verdict", Blocks: []Block{
		{Columns: []Column{words, {verdictPicture(doc)}}}, {Tiles: story.Figures},
	}}
}

func verdictPicture(doc *report.Document) Block {
	if v := doc.Verdict.Quadrant; v != nil {
		return Block{Figure: quadrantFigure(v)}
	}
	return Block{Chart: lineChart(doc)}
}

// listSection is empty without texts.
func listSection(id, title string, texts []string) Section {
	if len(texts) == 0 {
		return Section{}
	}
	return Section{ID: id, Title: title, Beside: true, Blocks: []Block{{List: texts}}}
}

// colophon says what made the page and from what, so that a printed copy can be traced.
func colophon(doc *report.Document) string {
	q := doc.Questionnaire
	return "Self-reported. Written by " + doc.Tool.Name + " " + doc.Tool.Version + " from the questionnaire " + q.ID + " " + q.Version +
		" with the digest " + q.Digest + "."
}

func gateSection(story report.Story) Section {
	if len(story.Gates) == 0 {
		return Section{}
	}
	table := &Table{Caption: "Gates and whether they are met"}
	for _, title := range []string{"Gate", "Result", "Required", "Actual", "Remark"} {
		table.Columns = append(table.Columns, TableColumn{Title: title})
	}
	for _, gate := range story.Gates {
		table.Rows = append(table.Rows, []string{gate.Name, gate.Word(), orDash(gate.Required), gate.Actual, orDash(gate.Reason)})
	}
	return Section{ID: "gates", Title: report.TitleGates, Beside: true, Blocks: []Block{{Text: story.GatesInShort}, {Table: table}}}
}
