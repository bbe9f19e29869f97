package pages_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// promised are commitments of every status, one of them with hostile texts.
func promised() *report.Commitments {
	made := func(item string, status report.CommitmentStatus) report.Commitment {
		return report.Commitment{
			Item: item, Title: "Step " + item, Question: "restore_test", QuestionTitle: "Restore test", From: "untested",
			FromText: "Backups run", To: "yearly", ToText: "A full restore", Now: "untested", NowText: "Backups run", Owner: "Ada",
			Due: "2027-01-31", Status: status, Moved: []report.MovedFigure{},
		}
	}
	done, withdrawn, hostile := made("b", report.CommitmentDone), made("c", report.CommitmentWithdrawn), made("d", report.CommitmentOverdue)
	done.Now, done.NowText = "quarterly", "A restore each quarter"
	done.Moved = []report.MovedFigure{{Metric: "readiness", Without: new(1.25), With: new(2.0)}, {Metric: "unmet", Without: new(3.0), With: new(2.0)}}
	withdrawn.Withdrawn, hostile.Note = "The service ends in May", "<script>\x1b[31m| # a"
	list := []report.Commitment{made("a", report.CommitmentOpen), done, withdrawn, hostile}
	return &report.Commitments{AsOf: "2027-02-01", Summary: report.CountCommitments(list), List: list}
}

// TestCommitmentsOfPages holds the section in a terminal, in Markdown and on the screens.
func TestCommitmentsOfPages(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "typical")
	doc.Commitments = promised()
	p := pages.Assessment(doc)
	for i := range p.Sections {
		if p.Sections[i].ID == "commitments" {
			alone := p
			alone.Sections = p.Sections[i : i+1]
			golden(t, "commitments/section.txt", textOf(t, alone))
			golden(t, "commitments/section.md", markdownOf(t, alone))
		}
	}
	goldenScreens(t, "commitments/assessment", p)
	for name, text := range map[string][]byte{"text": textOf(t, p), "markdown": markdownOf(t, p), "html": htmlOf(t, p)} {
		if strings.Contains(string(text), "\x1b") || name == "html" && strings.Contains(string(text), "<script>\\") {
			t.Errorf("%s lets a hostile note through", name)
		}
	}
}
