package saved

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// SheetOf returns the answers of a result that was read with its questionnaire; nil where they are none to it.
func SheetOf(q *questionnaire.Questionnaire, doc *report.Document) *answers.Sheet {
	return (&check{doc: doc}).sheet(q)
}

// sheet takes the answers out of the result; nil when one of them is none to the questionnaire.
func (c *check) sheet(q *questionnaire.Questionnaire) *answers.Sheet {
	doc := c.doc
	sheet := &answers.Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: doc.Questionnaire.AnswersFor, Subject: string(doc.Subject), Team: string(doc.Team),
		DependsOn: doc.DependsOn, Date: string(doc.Date), Answers: map[string]answers.Answer{},
		Respondent: answers.Respondent{Name: string(doc.Respondent.Name), Role: string(doc.Respondent.Role)},
	}
	for _, e := range doc.Exemptions {
		sheet.Exemptions = append(sheet.Exemptions, answers.Exemption{
			Warning: e.Warning, Reason: e.Reason, Until: string(e.Until), Owner: string(e.Owner),
			ApprovedBy: string(e.ApprovedBy),
		})
	}
	for i := range doc.Answers {
		given := &doc.Answers[i]
		if !c.fits(q.Question(given.Question), given, i) {
			return nil
		}
		sheet.Answers[given.Question] = answers.Answer{
			Status: answers.Status(given.Status), Option: string(given.Option), List: given.List(), NotAsked: given.NotAsked,
			Reason: string(given.Reason), Note: string(given.Note),
			Evidence: string(given.Evidence), Reviewed: string(given.Reviewed), Source: answers.Source(given.Source),
		}
	}
	if !c.asksAsSaid(q, sheet) {
		return nil
	}
	return sheet
}

// asksAsSaid reports a question that is said to be asked, or not to be, although other answers decide otherwise.
func (c *check) asksAsSaid(q *questionnaire.Questionnaire, sheet *answers.Sheet) bool {
	asking := answers.NewAsking(q, sheet)
	for i := range c.doc.Answers {
		given := &c.doc.Answers[i]
		if asking.IsAsked(q.Question(given.Question)) == given.NotAsked {
			c.addFault(path{"answers", i, "status"}, "is %s, but other answers say whether %s is asked", given.Status, given.Question)
		}
	}
	return len(c.found) == 0
}

// fits reports an answer that the questionnaire does not take.
func (c *check) fits(question *questionnaire.Question, given *report.Answer, index int) bool {
	isAnswered := given.Status == string(answers.Answered)
	switch {
	case question == nil:
		c.addFault(path{"answers", index, "question"}, "is %s, which this questionnaire does not ask", diag.Quote(given.Question))
	case question.Many || given.Options != nil:
		return c.fitsList(question, given, index)
	case isAnswered && given.Option == "":
		c.addFault(path{"answers", index, "option"}, "is null, but the status is %s", given.Status)
	case isAnswered && question.Option(string(given.Option)) == nil:
		c.addFault(path{"answers", index, "option"}, "is %s, which %s does not offer", diag.Quote(string(given.Option)), given.Question)
	case !isAnswered && given.Option != "":
		c.addFault(path{"answers", index, "option"}, "is %s, but the status is %s", diag.Quote(string(given.Option)), given.Status)
	case given.Status == string(answers.NotApplicable) && !question.AllowNA && !given.NotAsked:
		c.addFault(path{"answers", index, "status"}, "is %s, but %s always applies", given.Status, given.Question)
	case (given.Source == string(answers.Supposed)) != c.isSupposed(given.Question):
		c.addFault(path{"answers", index, "source"}, "is %s, but what_if says otherwise of %s", given.Source, given.Question)
	}
	return len(c.found) == 0
}

// fitsList reports an answer that a question of which several options may apply does not take, and a list for any other.
func (c *check) fitsList(question *questionnaire.Question, given *report.Answer, index int) bool {
	isAnswered := given.Status == string(answers.Answered)
	switch {
	case !question.Many:
		c.addFault(path{"answers", index, "options"}, "is a list, but one option is the answer to %s", given.Question)
	case given.Option != "":
		c.addFault(path{"answers", index, "option"}, "is %s, but the answer to %s is a list", diag.Quote(string(given.Option)), given.Question)
	case isAnswered != (given.Options != nil):
		c.addFault(path{"answers", index, "options"}, "does not go with the status %s", given.Status)
	case isAnswered:
		c.checkOptions(question, given.List(), index)
	}
	return len(c.found) == 0
}

// checkOptions reports an option of a list that the question does not offer, or that contradicts another.
func (c *check) checkOptions(question *questionnaire.Question, list *answers.List, index int) {
	said := slices.Concat(list.Options, list.Unknown)
	for _, left := range list.NotApplicable {
		said = append(said, left.Option)
	}
	for i, id := range said {
		option := question.Option(id)
		switch {
		case option == nil:
			c.addFault(path{"answers", index, "options"}, "has %s, which %s does not offer", diag.Quote(id), question.ID)
		case slices.Contains(said[:i], id):
			c.addFault(path{"answers", index, "options"}, "has %s twice", diag.Quote(id))
		case option.None && (len(said) > len(list.NotApplicable)+1 || !slices.Contains(list.Options, id)):
			c.addFault(path{"answers", index, "options"}, "has %s beside others, which it contradicts", diag.Quote(id))
		}
	}
}

// isSupposed reports that the what-if puts another answer in the place of the one that was given.
func (c *check) isSupposed(question string) bool {
	return c.doc.WhatIf != nil && slices.ContainsFunc(c.doc.WhatIf.Changes, func(change report.Change) bool {
		return change.Question == question && !change.IsNone()
	})
}

// build scores answers as the run did that wrote the result.
func (c *check) build(known *Known, sheet *answers.Sheet) (*report.Document, score.Result) {
	q := known.Questionnaire
	result := score.Score(q, sheet)
	run := report.Run{
		Tool: c.doc.Tool, Questionnaire: q, Sheet: sheet, Score: result, Advice: advice.Advise(q, sheet, result),
		Repository: c.doc.Repository, Evidence: c.doc.Evidence, Today: string(c.doc.AsOf),
	}
	if !known.LeaveTips {
		run.Tips = score.Tips(q, sheet, result)
	}
	return report.Build(run), result
}

// suppose makes the what-if of the result again, and reports one whose changes are none.
func (c *check) suppose(known *Known, sheet *answers.Sheet, again *report.Document) bool {
	var changes, questions []string
	for i, change := range c.doc.WhatIf.Changes {
		if slices.Contains(questions, change.Question) || strings.ContainsAny(change.Question+change.From, ",=") {
			c.addFault(path{"what_if", "changes", i}, "is not a single change of an answer")
			return false
		}
		questions = append(questions, change.Question)
		changes = append(changes, change.Question+"="+change.From)
	}
	given := sheet
	if len(changes) > 0 {
		var err error
		if given, _, err = sheet.Suppose(known.Questionnaire, changes...); err != nil {
			c.addFault(path{"what_if", "changes"}, "cannot be: %s", err)
			return false
		}
	}
	before, _ := c.build(known, given)
	again.Suppose(before, questions)
	return true
}
