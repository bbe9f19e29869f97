package pages

import (
	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/page"
)

// Amendment is what a later result no longer supports in a decision record, to be read or to be added to the record. The facts
// that the record rests on from now on are hidden in it; an error is one of their encoding.
func Amendment(amendment *adr.Amendment) (page.Page, error) {
	hidden, err := amendment.Facts.Comment()
	if err != nil {
		return page.Page{}, err
	}
	p := page.Page{Title: "Amendment"}
	if amendment.Date != "" {
		p.Title += " of " + said(amendment.Date)
	}
	compared := page.Section{ID: "compared", Title: "What was compared", Part: page.Lead}
	if amendment.Holds {
		compared.Blocks = append(compared.Blocks, page.Headline("Nothing in the record has to change."))
	}
	for _, sentence := range amendment.Basis {
		compared.Blocks = append(compared.Blocks, page.Text(sentence))
	}
	p.Sections = append(p.Sections, compared)
	for _, part := range amendment.Parts {
		p.Sections = append(p.Sections, page.Section{
			ID: partID(part.Title), Title: part.Title, Part: page.Body, Blocks: []page.Block{page.List(part.Sentences)},
		})
	}
	last := &p.Sections[len(p.Sections)-1]
	last.Blocks = append(last.Blocks, page.Hidden(hidden))
	return p, nil
}

func partID(title string) string {
	switch title {
	case adr.TitleDrivers:
		return "drivers"
	case adr.TitleOutcome:
		return "outcome"
	case adr.TitleConsequences:
		return "consequences"
	case adr.TitleDissent:
		return "dissent"
	default:
		return "steps"
	}
}
