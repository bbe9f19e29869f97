package ui

import "context"

// differenceLead precedes what a repository shows about an answer.
const differenceLead = "The repository shows: "

// differencesTitle is the title of the answers that a repository differs from.
const differencesTitle = "Where the repository shows something else. Keep the answer or change it; no score comes from this."

// noDifferences stands in place of an empty list, so that people know that the repository was read.
const noDifferences = "The repository differs from none of these answers; the report says what it was compared with."

// showDifferences lists where a repository differs from the answers, once it has been read.
func (p *plainUI) showDifferences(ctx context.Context) error {
	if p.opening.IsReading() {
		p.printParagraph("The repository is still being read.")
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-p.opening.RepositoryEvidence.Ready():
		}
	}
	if fault := p.opening.ReadError(); fault != nil {
		p.printParagraph("The repository could not be read: %s.", fault)
	}
	if p.opening.AgreesFully(p.session) {
		p.printParagraph(noDifferences)
	}
	differences := p.opening.FindDifferences(p.session)
	if len(differences) > 0 {
		p.printParagraph(differencesTitle)
	}
	for _, difference := range differences {
		p.listQuestions([]int{difference.At})
		p.printItem("     ", differenceLead+difference.Text)
	}
	return nil
}

// showDifference repeats, at a question that was reached from the review, what the repository shows about its answer.
func (p *plainUI) showDifference(at int) {
	if text := p.opening.DifferenceAt(p.session, at); text != "" && p.returning {
		p.printParagraph("%s%s", differenceLead, text)
	}
}
