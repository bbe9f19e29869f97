package pages

import (
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

const titleCommitments = "Commitments"

// commitments say what became of what was promised, what is overdue first; nothing where no file with commitments was named.
func commitments(judged *report.Commitments) page.Section {
	section := page.Section{ID: "commitments", Title: titleCommitments, Part: page.Body}
	if judged == nil {
		return section
	}
	section.Blocks = []page.Block{page.Text(CommitmentsInShort(judged))}
	cards := page.Cards{Layout: page.Lines}
	for _, status := range []report.CommitmentStatus{
		report.CommitmentOverdue, report.CommitmentOpen, report.CommitmentDone, report.CommitmentWithdrawn,
	} {
		for i := range judged.List {
			if c := &judged.List[i]; c.Status == status {
				cards.Items = append(cards.Items, commitmentCard(c))
			}
		}
	}
	if len(cards.Items) > 0 {
		section.Blocks = append(section.Blocks, cards)
	}
	if judged.Summary.Done > 0 {
		section.Explain = []string{"practice", "fit", "readiness", "unmet"}
	}
	return section
}

// CommitmentsInShort counts commitments in a sentence, what is overdue first.
func CommitmentsInShort(judged *report.Commitments) string {
	if judged.Summary.Promised == 0 {
		return "Nothing is promised yet."
	}
	return english.Count(judged.Summary.Promised, "commitment") + " on " + said(judged.AsOf) + ": " + countsInWords(judged.Summary) + "."
}

// commitmentForms are the counts on a screen, and nothing.
func commitmentForms(judged *report.Commitments) [][]page.Block {
	if judged == nil {
		return nil
	}
	return [][]page.Block{{page.Text(CommitmentsInShort(judged))}, nil}
}

func countsInWords(counts report.CommitmentCounts) string {
	parts := []string{strconv.Itoa(counts.Overdue) + " overdue", strconv.Itoa(counts.Open) + " open", strconv.Itoa(counts.Done) + " done"}
	if counts.WithoutEvidence > 0 {
		parts[2] += " (" + strconv.Itoa(counts.WithoutEvidence) + " without evidence)"
	}
	if counts.Withdrawn > 0 {
		parts = append(parts, strconv.Itoa(counts.Withdrawn)+" withdrawn")
	}
	return strings.Join(parts, ", ")
}

func commitmentCard(c *report.Commitment) page.Card {
	card := page.Card{Tag: strings.ToUpper(string(c.Status)), Weight: page.Light, Title: said(c.Title)}
	if c.Status == report.CommitmentOverdue {
		card.Weight = page.Heavy
	}
	var facts factList
	facts.add("Promised", refToAnswer(c.Question, c.QuestionTitle)+": "+said(c.ToText))
	facts.add("Instead of", said(c.FromText))
	if c.Now != c.From && c.Now != c.To {
		facts.add("Today", said(c.NowText))
	}
	facts.add("Due", said(c.Due))
	facts.add("Owner", said(c.Owner))
	facts.add("Agreed by", said(c.AgreedBy))
	facts.add("Withdrawn because", said(c.Withdrawn))
	if c.Status == report.CommitmentDone {
		facts.add("Evidence", evidenceWords(c))
		facts.add("It moved", movedWords(c.Moved))
	}
	facts.add("Note", said(c.Note))
	card.Blocks = []page.Block{page.Facts{Items: facts}}
	return card
}

// evidenceWords say what shows that a commitment is done; where the answer names nothing, that is said.
func evidenceWords(c *report.Commitment) string {
	if c.LacksEvidence() {
		return "none is named with the answer"
	}
	return said(c.Evidence)
}

// movedWords say what figures would be without the change of an answer, and what they are.
func movedWords(moved []report.MovedFigure) string {
	if len(moved) == 0 {
		return "no overall figure"
	}
	var parts []string
	for _, figure := range moved {
		metric, _ := condition.MetricNamed(figure.Metric)
		parts = append(parts, movedName(metric)+" from "+report.MetricFigure(metric, figure.Without)+" to "+
			report.MetricFigure(metric, figure.With))
	}
	return strings.Join(parts, "; ")
}

// movedName is what a page calls a figure in a sentence.
func movedName(metric condition.Metric) string {
	switch metric {
	case condition.Practice:
		return "how you work"
	case condition.Unmet:
		return "answers below the minimum"
	case condition.Shortfall:
		return "the largest shortfall"
	default:
		return metric.Definition().Name
	}
}
