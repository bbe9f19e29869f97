package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Plan is the page of a path: where it leads beside practice and readiness along its steps, then the steps with what they are
// taken to change.
func Plan(doc *plan.Document) page.Page {
	return page.Page{
		Kind: "Plan", Title: titleOf(doc.Head), Date: said(doc.Date), Facts: factsOf(doc.Facts(said)),
		Sections: []page.Section{
			planVerdict(doc), planSteps(doc), commitments(doc.Commitments),
			listSection("next", "After these steps", nextSteps(doc.Next)),
			waitingSteps(doc),
			listSection("unknown", "Not estimated", notEstimated(doc.Steps)),
			listSection("notes", titleNotes, doc.Notes),
		},
		Screen: planScreen(doc), Footer: footer(doc.Tool, doc.Questionnaire),
	}
}

// planVerdict says where the path leads: the figures at both of its ends, and those on its way.
func planVerdict(doc *plan.Document) page.Section {
	section := page.Section{ID: "verdict", Title: "Path", Part: page.Lead}
	words := []page.Block{page.Headline(planHeadline(doc))}
	if first := safetyFirst(doc); first != "" {
		words = append(words, page.Text(first))
	}
	if len(doc.Steps) == 0 {
		section.Blocks = words
		return section
	}
	words = append(words, planEnds(doc.Start, doc.Steps[len(doc.Steps)-1].After))
	if doc.Start.Verdict.Quadrant != nil {
		section.Blocks = words
		return section
	}
	section.Explain = append(explainFigures(doc.Start.Verdict.Kind()), "warnings")
	section.Blocks = []page.Block{page.Columns{words, {planCourse(doc)}}}
	return section
}

func planHeadline(doc *plan.Document) string {
	switch steps := len(doc.Steps); {
	case !doc.Questionnaire.Advice:
		return "This questionnaire gives no advice, so there is no path."
	case steps == 0 && len(doc.Waiting) > 0:
		return "Every recommendation waits for something, so there is no first step."
	case steps == 0 && doc.Complete:
		return "Nothing is recommended, so there is no path."
	case steps == 1:
		return "One step, and where it would lead."
	default:
		return fmt.Sprintf("%d steps, in the order in which to start them, and where they would lead.", steps)
	}
}

// safetyFirst says why a path towards a pole begins with steps that do not lead there; empty where it does not.
func safetyFirst(doc *plan.Document) string {
	v := doc.Start.Verdict.Leaning
	if v == nil {
		return ""
	}
	switch score.Advice(v.Advice) {
	case score.ShiftDevOps, score.ShiftSysOps, score.Combine:
	default:
		return ""
	}
	n := slices.IndexFunc(doc.Steps, func(step plan.Step) bool {
		return step.Recommendation.Direction != questionnaire.DirectionEither
	})
	advice := "The advice is to " + report.AdviceWord(v.Advice)
	switch {
	case n == 0 || len(doc.Steps) == 0:
		return ""
	case n < 0:
		return advice + "; these steps come before that: each helps under either model."
	case n == 1:
		return advice + "; the first step comes before that: it helps under either model."
	}
	return fmt.Sprintf("%s; the first %d steps come before that: they help under either model.", advice, n)
}

func planEnds(start, end plan.State) page.Changes {
	changes := changedFigures(start.Verdict, end.Verdict)
	changes.Caption, changes.Before, changes.After = "Today, and after the last step", "Today", "After the last step"
	changes.Items = append(changes.Items, page.Change{
		Label: "Warnings", Before: severities(start.Warnings), After: severities(end.Warnings),
	})
	return changes
}

// stop is one point of a path: today, or after a step.
type stop struct {
	name, short, title string
	plan.State
}

// unestimated marks the steps that assume nothing.
const unestimated = "*"

// shortName is how wide the title of a step may be where its row has little room.
const shortName = 20

// shortTitle is a title as it fits beside a chart.
func shortTitle(title string) string {
	title = said(title)
	if short := english.Fit(title, shortName); short != title {
		return strings.TrimRight(short, " ") + "…"
	}
	return title
}

func stopsOf(doc *plan.Document) []stop {
	stops := []stop{{name: "Today", State: doc.Start}}
	for i := range doc.Steps {
		step := &doc.Steps[i]
		one := stop{
			title: said(step.Recommendation.Title),
			name:  fmt.Sprintf("%d. %s", step.Step, said(step.Recommendation.Title)),
			short: fmt.Sprintf("%d %s", step.Step, shortTitle(step.Recommendation.Title)), State: step.After,
		}
		if step.NotEstimated != nil {
			one.name, one.short = one.name+unestimated, one.short+unestimated
		}
		stops = append(stops, one)
	}
	return stops
}

func planTable(doc *plan.Document) *page.Table {
	rows := [][]string{append([]string{"Today", "–"}, stateCells(doc.Start)...)}
	for i, stop := range stopsOf(doc)[1:] {
		effort := report.EffortWord(doc.Steps[i].Recommendation.Effort)
		rows = append(rows, append([]string{stop.name, effort}, stateCells(stop.State)...))
	}
	columns := []page.Column{{Title: "Practice"}, {Title: "Fit", Number: true, Brief: true}}
	if doc.Start.Verdict.Readiness != nil {
		columns = []page.Column{{Title: "State"}, {Title: "Unmet", Number: true, Brief: true}}
	}
	return &page.Table{
		Caption: "Figures after each step",
		Columns: []page.Column{
			{Title: "Step"},
			{Title: "Effort"},
			columns[0],
			columns[1],
			{Title: "Readiness", Number: true, Brief: true},
			{Title: "At least", Number: true},
			{Title: "Warnings", Number: true, Brief: true},
		},
		Rows: page.RowsOf(rows...),
	}
}

func fitOr(none string, fit report.Fit) string {
	if fit.Value == nil {
		return none
	}
	return report.FitFigure(fit)
}

func stateCells(state plan.State) []string {
	readiness, cells := state.Verdict.OverallReadiness(), []string{}
	if v := state.Verdict.Leaning; v != nil {
		cells = append(cells, placedPractice(v.Practice), fitOr("–", v.ShownFit()))
	}
	if v := state.Verdict.Readiness; v != nil {
		cells = append(cells, report.StateWord(v.State), strconv.Itoa(len(readiness.Unmet)))
	}
	return append(cells, levelOr("not scored", readiness.Value), levelOr("–", readiness.LowerBound), strconv.Itoa(len(state.Warnings)))
}

func planSteps(doc *plan.Document) page.Section {
	section := page.Section{ID: "steps", Title: "Step by step", Part: page.Body}
	if len(doc.Steps) == 0 {
		return section
	}
	cards := page.Cards{From: 1, Checklist: true, Layout: page.Lines}
	before := doc.Start
	for i := range doc.Steps {
		cards.Items = append(cards.Items, planStep(&doc.Steps[i], before, earlierSteps(doc.Steps[:i], &doc.Steps[i])))
		before = doc.Steps[i].After
	}
	section.Explain = []string{"ranking"}
	section.Blocks = []page.Block{cards}
	return section
}

// earlierSteps names the earlier steps without which a step would not be advised for these reasons: nobody gave the answers that
// they are taken to lead to.
func earlierSteps(earlier []plan.Step, step *plan.Step) []string {
	var numbers []string
	for i := range earlier {
		if slices.ContainsFunc(earlier[i].Assumes, func(change report.Change) bool {
			return slices.ContainsFunc(step.Recommendation.Because, func(cause report.Cause) bool {
				return cause.Question == change.Question && string(cause.Option) == change.To
			})
		}) {
			numbers = append(numbers, strconv.Itoa(earlier[i].Step))
		}
	}
	return numbers
}

// planStep is one step; earlier names the steps that its reasons follow from.
func planStep(step *plan.Step, before plan.State, earlier []string) page.Card {
	item := &step.Recommendation
	card := page.Card{Title: said(item.Title), Blocks: []page.Block{page.Text(said(item.FirstStep))}}
	if causes := because(before.Verdict.OverallReadiness(), item.Because, item.SaidBy); causes != "" {
		switch len(earlier) {
		case 0:
			causes = "Because " + causes
		case 1:
			causes = "After step " + earlier[0] + ", because " + causes
		default:
			causes = "After steps " + english.List(earlier) + ", because " + causes
		}
		card.Blocks = append(card.Blocks, page.Quiet(causes))
	}
	var facts factList
	facts.add("Effort", report.EffortWord(item.Effort)+"; up to here "+effortWords(step.EffortSoFar))
	if step.NotEstimated != nil {
		facts.add("Assumed", "not estimated: "+step.NotEstimated.Text)
	} else {
		for _, change := range step.Assumes {
			facts.add("Assumed", fmt.Sprintf("%s: %s instead of %s",
				said(cmp.Or(change.Title, change.Question)), given(change.To, change.ToText), given(change.From, change.FromText)))
		}
		for _, sentence := range planEffects(before, step.After) {
			facts.add("Then", sentence)
		}
		if !step.Warnings.IsNone() {
			for _, sentence := range warningChanges(step.Warnings) {
				facts.add("Warnings", sentence)
			}
		}
	}
	facts.add("Opens", itemTitles(step.Unblocks))
	facts.add("Settles", itemTitles(step.Settles))
	card.Blocks = append(card.Blocks, page.Facts{Items: facts})
	return card
}

// effortWords count the steps of each effort that occurs: "3 steps of a few days each and 1 step of a few weeks".
func effortWords(e plan.Effort) string {
	var parts []string
	for _, grade := range []struct {
		word  string
		count int
	}{{"a few days", e.Days}, {"a few weeks", e.Weeks}, {"a quarter", e.Quarters}} {
		if grade.count > 0 {
			parts = append(parts, english.Count(grade.count, "step")+" of "+grade.word+each(grade.count))
		}
	}
	return english.List(parts)
}

func each(count int) string {
	if count == 1 {
		return ""
	}
	return " each"
}

func itemTitles(items []plan.Item) string {
	titles := make([]string, len(items))
	for i, item := range items {
		titles[i] = said(item.Title)
	}
	return strings.Join(titles, "; ")
}

// nextSteps are what could be started at the end of the path.
func nextSteps(items []plan.Item) []string {
	var sentences []string
	for _, item := range items {
		sentences = append(sentences, fmt.Sprintf("%s (%s)", said(item.Title), report.EffortWord(item.Effort)))
	}
	return sentences
}

// waitingSteps are what is held back at the end of the path, and by what.
func waitingSteps(doc *plan.Document) page.Section {
	section := page.Section{ID: "waiting", Title: "Still waiting", Part: page.Body}
	if doc.Complete {
		section.Title = "Out of reach of this path"
	}
	cards := page.Cards{Layout: page.Grid}
	for _, item := range doc.Waiting {
		var facts factList
		for _, condition := range item.After {
			facts.add("After", said(condition))
		}
		facts.add("Effort", report.EffortWord(item.Effort))
		cards.Items = append(cards.Items, page.Card{Title: said(item.Title), Blocks: []page.Block{page.Facts{Items: facts}}})
	}
	if len(cards.Items) > 0 {
		section.Blocks = []page.Block{cards}
	}
	return section
}

// notEstimated names the steps without an estimate, by their reason.
func notEstimated(steps []plan.Step) []string {
	var sentences []string
	for _, reason := range plan.Reasons() {
		text, names := "", []string{}
		for i := range steps {
			if n := steps[i].NotEstimated; n != nil && n.Reason == reason {
				text = n.Text
				names = append(names, fmt.Sprintf("%d (%s)", steps[i].Step, said(steps[i].Recommendation.Title)))
			}
		}
		if len(names) > 0 {
			word := "Steps"
			if len(names) == 1 {
				word = "Step"
			}
			sentences = append(sentences, fmt.Sprintf("%s %s: %s.", word, english.List(names), text))
		}
	}
	return sentences
}
