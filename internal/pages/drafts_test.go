package pages_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
)

func TestDraftsGolden(t *testing.T) {
	t.Parallel()
	goldenPage(t, "drafts/list", draftsPage())
	golden(t, "drafts/none.txt", textOf(t, pages.Drafts(&interview.DraftList{Folder: "/home/ada/.local/state/opsfit/drafts"})))
}

func draftsPage() page.Page {
	known, other, answered, total := "full", "bakery", 12, 36
	return pages.Drafts(&interview.DraftList{Folder: "/home/ada/.local/state/opsfit/drafts", Drafts: []interview.StoredDraft{
		{
			Path: "/home/ada/.local/state/opsfit/drafts/full-payments-api-30c3e879.yaml", Saved: "2026-11-29T14:05:00Z",
			Subject: "payments-api", Questionnaire: &known, Answered: &answered, Total: &total,
		},
		{Path: "/home/ada/drafts/bakery-8d7f2c11.yaml", Saved: "2026-11-28T09:00:00+01:00", Questionnaire: &other},
		{Path: "/home/ada/drafts/broken\x1b[31m.yaml", Saved: "2026-11-27T09:00:00Z", Subject: "the \x1b[31mred\x1b[0m shop"},
	}})
}
