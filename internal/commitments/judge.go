package commitments

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Judge says what became of promises on a day, YYYY-MM-DD. Their order decides nothing. The promises have been checked; one about a
// question that there is not counts as not done.
func Judge(q *questionnaire.Questionnaire, sheet *answers.Sheet, day string, entries []Entry) *report.Commitments {
	judged := &report.Commitments{AsOf: day, List: make([]report.Commitment, 0, len(entries))}
	for _, entry := range entries {
		judged.List = append(judged.List, judge(q, sheet, day, entry))
	}
	slices.SortStableFunc(judged.List, func(a, b report.Commitment) int {
		return cmp.Or(
			compareDays(string(a.Due), string(b.Due)), strings.Compare(a.Item, b.Item), strings.Compare(a.Question, b.Question),
		)
	})
	judged.Summary = report.CountCommitments(judged.List)
	return judged
}

// compareDays puts what has no day last.
func compareDays(a, b string) int {
	if (a == "") != (b == "") {
		return strings.Compare(b, a)
	}
	return strings.Compare(a, b)
}

func judge(q *questionnaire.Questionnaire, sheet *answers.Sheet, day string, entry Entry) report.Commitment {
	judged := report.Commitment{
		Item: entry.Item, Title: entry.Item, Question: entry.Question, QuestionTitle: entry.Question, From: entry.From, To: entry.To,
		Owner: report.Text(entry.Owner), Due: report.Text(entry.Due), AgreedBy: report.Text(entry.AgreedBy), Note: report.Text(entry.Note),
		Added: report.Text(entry.Added), Withdrawn: report.Text(entry.Withdrawn), Moved: []report.MovedFigure{},
	}
	if item := itemOf(q, entry.Item); item != nil {
		judged.Title = item.Title
	}
	now, reached := answers.Answer{Status: answers.Skipped}, false
	if question := q.Question(entry.Question); question != nil {
		now = sheet.Get(entry.Question)
		from, fromErr := answers.OfWord(question, entry.From, now)
		to, toErr := answers.OfWord(question, entry.To, now)
		reached = fromErr == nil && toErr == nil && reaches(question, from, to, now)
		judged.QuestionTitle = question.Title
		judged.FromText, judged.ToText = report.AnswerWords(question, from), report.AnswerWords(question, to)
		judged.NowText = report.AnswerWords(question, now)
	}
	judged.Now, judged.Status = now.Word(), statusOf(entry, reached, day)
	if judged.Status == report.CommitmentDone {
		judged.Evidence = report.Text(now.Evidence)
		judged.Moved = moved(q, entry.before(q, sheet), sheet)
	}
	return judged
}

func statusOf(entry Entry, reached bool, day string) report.CommitmentStatus {
	switch {
	case entry.Withdrawn != "":
		return report.CommitmentWithdrawn
	case reached:
		return report.CommitmentDone
	// Days in this form are ordered as texts are.
	case entry.Due != "" && entry.Due < day:
		return report.CommitmentOverdue
	}
	return report.CommitmentOpen
}

// reaches reports that an answer is what was promised, or goes beyond it: a readiness level at least as high, all options of a list, or
// an answer at least as far on the way from the first one towards the promised one. Without a first position there is no way, and the
// promised answer alone counts.
func reaches(question *questionnaire.Question, from, to, now answers.Answer) bool {
	if now.Status != answers.Answered || to.Status != answers.Answered {
		return false
	}
	if question.Many {
		return reachesList(to.List, now.List)
	}
	start, end, here := question.Option(from.Option), question.Option(to.Option), question.Option(now.Option)
	switch {
	case end == nil || here == nil:
		return false
	case here.ID == end.ID:
		return true
	case question.Measures == questionnaire.Readiness:
		return here.Readiness.Cmp(end.Readiness) >= 0
	case start == nil || start.Position.Cmp(end.Position) == 0:
		return false
	}
	return here.Position.Cmp(end.Position) == end.Position.Cmp(start.Position) || here.Position.Cmp(end.Position) == 0
}

// reachesList reports a list with every option of the promised one. One that promises nothing of the list is reached by that alone.
func reachesList(to, now *answers.List) bool {
	if to == nil || now == nil {
		return false
	}
	if len(to.Options) == 0 {
		return len(now.Options) == 0
	}
	return !slices.ContainsFunc(to.Options, func(id string) bool { return !slices.Contains(now.Options, id) })
}

// moved are the figures that differ between two sheets, in the order of the metrics.
func moved(q *questionnaire.Questionnaire, without, with *answers.Sheet) []report.MovedFigure {
	list := []report.MovedFigure{}
	before, after := figuresOf(q, without), figuresOf(q, with)
	if before == nil || after == nil {
		return list
	}
	for _, metric := range movedMetrics() {
		a, b := before.Value(metric, condition.Overall), after.Value(metric, condition.Overall)
		if (a == nil) != (b == nil) || a != nil && a.Cmp(b) != 0 {
			list = append(list, report.MovedFigure{
				Metric: metric.Definition().Name, Without: report.Nearest(a), With: report.Nearest(b),
			})
		}
	}
	return list
}

// movedMetrics are those that a change of work is made for. How much is known, and how firm a verdict is, is not among them.
func movedMetrics() []condition.Metric {
	return []condition.Metric{condition.Practice, condition.Fit, condition.Readiness, condition.Unmet, condition.Shortfall}
}

func figuresOf(q *questionnaire.Questionnaire, sheet *answers.Sheet) *condition.Figures {
	result := score.Figures(q, sheet)
	if result.Quadrant != nil {
		return nil
	}
	return advice.NewFacts(q, sheet, result).Figures()
}

// EntriesOf are the promises that a judged list was made from.
func EntriesOf(judged *report.Commitments) []Entry {
	var entries []Entry
	for i := range judged.List {
		c := &judged.List[i]
		entries = append(entries, Entry{
			Item: c.Item, Question: c.Question, From: c.From, To: c.To, Owner: string(c.Owner), Due: string(c.Due),
			AgreedBy: string(c.AgreedBy), Note: string(c.Note), Added: string(c.Added), Withdrawn: string(c.Withdrawn),
		})
	}
	return entries
}
