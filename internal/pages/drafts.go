package pages

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/page"
)

// Drafts is the page of the drafts that can be continued.
func Drafts(list *interview.DraftList) page.Page {
	section := page.Section{ID: "drafts", Title: english.Count(len(list.Drafts), "draft"), Part: page.Body}
	if len(list.Drafts) == 0 {
		section.Title = "No drafts"
		section.Blocks = []page.Block{page.Text(noDrafts(list.Folder))}
		return page.Page{Kind: "Drafts", Sections: []page.Section{section}}
	}
	cards := page.Cards{Layout: page.Stack}
	for i := range list.Drafts {
		draft := &list.Drafts[i]
		cards.Items = append(cards.Items, page.Card{
			Title:  cmp.Or(said(draft.Subject), "A service without a name"),
			Blocks: []page.Block{page.Text(draftState(draft)), page.Quiet(said(draft.Path))},
		})
	}
	section.Blocks = []page.Block{cards, page.Commands{
		{Line: "opsfit assess --resume", Note: "continue the latest"},
		{Line: "opsfit assess --resume FILE", Note: "continue any other"},
	}}
	return page.Page{Kind: "Drafts", Sections: []page.Section{section}}
}

func noDrafts(folder string) string {
	if folder == "" {
		return "There is no folder for drafts; set HOME or XDG_STATE_HOME."
	}
	return "There is no draft in " + said(folder) + "; opsfit assess starts an interview."
}

// draftState says how far a draft is.
func draftState(draft *interview.StoredDraft) string {
	switch {
	case draft.Questionnaire == nil:
		return "saved on " + draft.Day() + "; not an answers file any more"
	case draft.Answered == nil:
		return said(*draft.Questionnaire) + ", saved on " + draft.Day() + "; name the file of that questionnaire with -q to see how far it is"
	}
	return fmt.Sprintf("%s, %d of %d done, saved on %s", said(*draft.Questionnaire), *draft.Answered, *draft.Total, draft.Day())
}
