package survey

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// maxText is the length of the longest note, in characters: far more than anyone types into a form.
const maxText = 10000

// readAnswer reads all that one person says to a question. The status is empty where no column says anything.
func (r *reader) readAnswer(question *questionnaire.Question, cells row) answers.Answer {
	answer := answers.Answer{Source: answers.Person}
	var ticks []tick
	for _, c := range r.answers[question] {
		text := cells.cell(c.index)
		if text == "" {
			continue
		}
		at := cells.at[c.index]
		switch c.use {
		case answerUse:
			r.readChoice(c, text, at, &answer)
		case optionUse:
			ticks = append(ticks, tick{c, text, at})
		case noteUse:
			answer.Note = r.text(c, text, at)
		case evidenceUse:
			answer.Evidence = r.text(c, text, at)
		case reasonUse:
			answer.Reason = r.text(c, text, at)
		default: // about the person
		}
	}
	if len(ticks) > 0 {
		r.readTicks(question, ticks, &answer)
	}
	r.settleReason(question, cells, &answer)
	if answer.Status == "" && answer.Note+answer.Evidence != "" {
		answer.Status = answers.Skipped
	}
	return answer
}

// text returns a note as it is kept.
func (r *reader) text(c *column, text string, at place) string {
	if utf8.RuneCountInString(text) > maxText {
		r.findings.warn("long-text", at, "", "shorten it", "column %s holds a text of more than 10000 characters, which is left out",
			columnName(c.index))
		return ""
	}
	return text
}

// readChoice reads the answer in one cell.
func (r *reader) readChoice(c *column, text string, at place, answer *answers.Answer) {
	choices := r.headers.options[c.question]
	if c.question.Many {
		r.readList(c, text, at, answer)
		return
	}
	if option, found := choices.find(strings.TrimRight(text, "; ")); found {
		answer.Status, answer.Option = answers.Answered, option.ID
		return
	}
	if r.readStatus(choices, text, answer) {
		return
	}
	r.unknownChoice(c, text, at)
}

// readStatus reads that there is no answer, and why.
func (r *reader) readStatus(choices *choices, text string, answer *answers.Answer) bool {
	status, reason, found := choices.statusOf(text)
	if found {
		answer.Status = status
		if status == answers.NotApplicable && reason != "" {
			answer.Reason = reason
		}
		if status == answers.Skipped {
			answer.Status = ""
		}
	}
	return found
}

// unknownChoice reports a cell that is no answer to its question.
func (r *reader) unknownChoice(c *column, text string, at place) {
	const code = "unknown-answer"
	message := fmt.Sprintf("column %s, %s: no answer is called %s; it is left out",
		columnName(c.index), diag.Quote(c.question.Title), diag.Quote(text))
	if r.findings.countAgain(code, message) {
		return
	}
	hint := ""
	if r.findings.needHints() {
		hint = r.headers.options[c.question].options.didYouMean(text)
	}
	if hint == "" && isCode(text) {
		hint = "export the texts of the answers, not their codes"
	}
	hint = cmp.Or(hint, "opsfit questionnaire show lists the answers; --columns can say which one it means")
	r.findings.warn(code, at, text, hint, "%s", message)
}

// isCode recognises what tools write for the number of an answer: "3", "A3".
func isCode(text string) bool {
	return len(strings.TrimRight(text, "0123456789")) <= 1 && strings.ContainsAny(text, "0123456789")
}

// settleReason takes a note beside "not applicable" for its reason where there is no other, and leaves out an answer that a
// question does not take.
func (r *reader) settleReason(question *questionnaire.Question, cells row, answer *answers.Answer) {
	if answer.Status != answers.NotApplicable {
		if answer.Reason != "" {
			answer.Note = strings.TrimSpace(answer.Note + "\n" + answer.Reason)
			answer.Reason = ""
		}
		return
	}
	if answer.Reason == "" {
		answer.Reason, answer.Note = answer.Note, ""
	}
	at, c := cells.at[0], r.answers[question][0]
	if c.index < len(cells.at) {
		at = cells.at[c.index]
	}
	critical := r.q.Verdict == questionnaire.ReadinessState && question.Critical
	switch {
	case !question.AllowNA:
		r.findings.warn("not-applicable", at, cells.cell(c.index), "answer it, or say that you do not know",
			"column %s, %s: it always applies; \"not applicable\" is left out", columnName(c.index), diag.Quote(question.Title))
	case answer.Reason == "" && critical:
		r.findings.warn("no-reason", at, cells.cell(c.index), "write why behind it: not applicable: the reason",
			"column %s, %s: it is critical, and not applicable without a reason; it is left out", columnName(c.index), diag.Quote(question.Title))
	case answer.Reason == "":
		r.findings.warn("no-reason", at, cells.cell(c.index), "write why behind it: not applicable: the reason",
			"column %s, %s: not applicable without a reason", columnName(c.index), diag.Quote(question.Title))
		return
	default:
		return
	}
	answer.Status, answer.Note, answer.Reason = "", strings.TrimSpace(answer.Note+"\n"+answer.Reason), ""
}

// tick is a cell of a column of one option.
type tick struct {
	column *column
	text   string
	at     place
}

// readTicks reads the columns of single options. Where each option that was not chosen is left empty, a row without any says nothing:
// the question may have been passed over.
func (r *reader) readTicks(question *questionnaire.Question, ticks []tick, answer *answers.Answer) {
	choices := r.headers.options[question]
	list := newList(question)
	for _, t := range ticks {
		option := t.column.option
		short := letters(plain(t.text))
		named, isNamed := choices.find(t.text)
		chosen, known := ticked(short)
		status, reason, isStatus := choices.statusOf(t.text)
		switch {
		case isNamed && named == option, isTick(t.text), known && chosen:
			list.chosen[option.ID] = true
		case known:
			list.said = true
		case isStatus && status == answers.DontKnow && !option.None:
			list.unknown[option.ID] = true
		case isStatus && status == answers.NotApplicable && !option.None:
			list.left[option.ID] = reason
		case isStatus && status == answers.Skipped:
		default:
			r.findings.warn("unknown-answer", t.at, t.text, "write yes or no", "column %s, %s: %s says neither yes nor no; it is left out",
				columnName(t.column.index), diag.Quote(question.Title), diag.Quote(t.text))
		}
	}
	r.settleList(ticks[0], list, answer)
}

// settleList turns the options of a question into its answer.
func (r *reader) settleList(first tick, list *list, answer *answers.Answer) {
	question := first.column.question
	r.settleLeft(first, list)
	if !list.said && len(list.chosen)+len(list.unknown)+len(list.left) == 0 {
		return
	}
	if none := question.NoneOption(); none != nil && list.chosen[none.ID] && len(list.chosen)+len(list.unknown) > 1 {
		r.findings.warn("none-and-others", first.at, first.text, "ask again", "column %s, %s: %s stands beside others and is left out",
			columnName(first.column.index), diag.Quote(question.Title), diag.Quote(none.Text))
		delete(list.chosen, none.ID)
	}
	if question.Many {
		answer.Status, answer.List = answers.Answered, list.answer()
		return
	}
	switch chosen := list.answer().Options; len(chosen) {
	case 1:
		answer.Status, answer.Option = answers.Answered, chosen[0]
	case 0:
	default:
		r.findings.warn("two-answers", first.at, first.text, "keep one",
			"column %s, %s: %s are ticked where one is asked; the answer is left out",
			columnName(first.column.index), diag.Quote(question.Title), english.Count(len(chosen), "answer"))
	}
}

// settleLeft leaves an option in that cannot be left out: in a checklist a critical point needs a reason, and one option must be left.
func (r *reader) settleLeft(first tick, list *list) {
	question := first.column.question
	critical := r.q.Verdict == questionnaire.ReadinessState && question.Critical
	for i := range question.Options {
		option := &question.Options[i]
		if reason, left := list.left[option.ID]; left && reason == "" && critical {
			r.findings.warn("no-reason", first.at, first.text, "write why: not applicable: the reason",
				"column %s, %s: %s is critical, and not applicable without a reason; that is left out",
				columnName(first.column.index), diag.Quote(question.Title), diag.Quote(option.Text))
			delete(list.left, option.ID)
		}
	}
	if len(list.left) > 0 && len(list.left) == countSome(question) {
		r.findings.warn("nothing-applies", first.at, first.text, "say that the question is not applicable",
			"column %s, %s: no option is left that could apply", columnName(first.column.index), diag.Quote(question.Title))
		clear(list.left)
	}
}

// countSome counts the options other than the one that says none.
func countSome(question *questionnaire.Question) int {
	if question.NoneOption() != nil {
		return len(question.Options) - 1
	}
	return len(question.Options)
}
