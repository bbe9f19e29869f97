package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
)

// Issue is the text of one recommendation for a tracker, with its id.
type Issue struct {
	Item string
	Page page.Page
}

// Issues are texts for a tracker: of each promise that is open or overdue or, where no file with commitments was named, of each step of
// a path. Several answers that one recommendation changes are one text.
func Issues(doc *plan.Document) []Issue {
	var issues []Issue
	if doc.Commitments == nil {
		for i := range doc.Steps {
			step := &doc.Steps[i]
			issues = append(issues, issueOf(doc, step.Recommendation.ID, step.Recommendation.Title, stepDone(step), nil))
		}
		return issues
	}
	for i := range doc.Commitments.List {
		c := &doc.Commitments.List[i]
		if c.Status != report.CommitmentOpen && c.Status != report.CommitmentOverdue {
			continue
		}
		if slices.ContainsFunc(issues, func(issue Issue) bool { return issue.Item == c.Item }) {
			continue
		}
		done, facts := promisedDone(doc.Commitments, c.Item)
		issues = append(issues, issueOf(doc, c.Item, c.Title, done, facts))
	}
	return issues
}

func stepDone(step *plan.Step) []string {
	var done []string
	for _, change := range step.Assumes {
		done = append(done, doneWhen(change.Title, change.ToText, change.FromText))
	}
	if step.NotEstimated != nil {
		done = append(done, "No single answer shows it: "+step.NotEstimated.Text)
	}
	return done
}

// promisedDone says when all that is promised of a recommendation is done, and until when by whom.
func promisedDone(judged *report.Commitments, item string) (done []string, facts factList) {
	for i := range judged.List {
		c := &judged.List[i]
		if c.Item != item || c.Status != report.CommitmentOpen && c.Status != report.CommitmentOverdue {
			continue
		}
		done = append(done, doneWhen(c.QuestionTitle, c.ToText, c.FromText))
		if len(done) == 1 {
			facts.add("Owner", said(c.Owner))
			facts.add("Due", said(c.Due))
			facts.add("Agreed by", said(c.AgreedBy))
		}
		facts.add("Note", said(c.Note))
	}
	return done, facts
}

func doneWhen(title, to, from string) string {
	return said(title) + ": " + said(to) + " (instead of: " + said(from) + ")"
}

func issueOf(doc *plan.Document, id, title string, done []string, facts factList) Issue {
	var about factList
	about.add("Service", said(doc.Subject))
	made := page.Page{Title: said(title), Facts: append(about, facts...), Footer: selfReported(doc.Tool)}
	item := adviceIn(doc, id)
	if item == nil {
		item = &report.Recommendation{}
	}
	made.Sections = []page.Section{
		textSection("why", "Why", said(item.Why)), textSection("first", "First step", said(item.FirstStep)),
		textSection("then", "Then", said(item.Then)), listSection("done", "Done when", done),
		textSection("because", "Because", because(doc.Start.Verdict.OverallReadiness(), item.Because, item.SaidBy)),
	}
	return Issue{Item: id, Page: made}
}

// textSection is a paragraph under a heading; nothing for none.
func textSection(id, title, text string) page.Section {
	section := page.Section{ID: id, Title: title, Part: page.Body}
	if text != "" {
		section.Blocks = []page.Block{page.Text(text)}
	}
	return section
}

// adviceIn is the recommendation with an id on a path or behind it; nil where it is not among them.
func adviceIn(doc *plan.Document, id string) *report.Recommendation {
	for i := range doc.Steps {
		if item := &doc.Steps[i].Recommendation; item.ID == id {
			return item
		}
	}
	for i := range doc.Waiting {
		if doc.Waiting[i].ID == id {
			return &doc.Waiting[i]
		}
	}
	return nil
}
