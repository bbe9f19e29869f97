package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// Assessment is the page of one result: the verdict and its chart first, then what to do, what to heed and what is not known;
// in the details every figure down to the answers.
func Assessment(doc *report.Document) page.Page {
	head, told := doc.Head(), tell(doc)
	return page.Page{
		Kind: "Assessment", Title: titleOf(head), Date: said(head.Date), Facts: factsOf(head.Facts(said)),
		Sections: []page.Section{
			whatIf(doc), verdictSection(doc, &told), unmetPoints(doc), firstSteps(doc), warnings(doc), reasons(doc, &told),
			commitments(doc.Commitments),
			listSection("exemptions", "Exemptions", report.Exempted(doc, said)),
			balance(doc), asked(doc), talk(doc), unknown(doc),
			listSection("ages", "How old the answers are", ages(doc)),
			tips(doc, &told),
			listSection("notes", titleNotes, notes(doc)),
			gates(doc), furtherSteps(doc), laterSteps(doc),
			axes(doc), metrics(doc), notAsked(doc), allAnswers(doc),
		},
		Screen: assessmentScreen(doc, &told),
		Footer: footer(doc.Tool, doc.Questionnaire),
	}
}

// notes are those of the document but the one that the section about a what-if replaces, and the launch review where one is advised:
// that advice is rarely among the first, and comes too late once the launch is there.
func notes(doc *report.Document) []string {
	list := doc.Notes
	if doc.WhatIf != nil {
		list = slices.DeleteFunc(slices.Clone(list), func(note string) bool { return note == doc.WhatIf.Note() })
	}
	told := sayAll(list)
	if AdvisesLaunchReview(doc) {
		told = append(told, "Before the next big launch, review whether it is ready: opsfit assess -q launch")
	}
	return told
}

// AdvisesLaunchReview reports that a readiness review is advised before the next big launch, which the questionnaire launch is.
func AdvisesLaunchReview(doc *report.Document) bool {
	return slices.ContainsFunc(doc.Recommendations, func(item report.Recommendation) bool { return item.ID == "readiness_gate" })
}
