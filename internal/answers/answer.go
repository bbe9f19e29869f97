package answers

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

func (f *File) readAnswers(q *questionnaire.Questionnaire, list *yamltree.Node, sheet *Sheet) {
	if list.Kind != yamltree.Mapping {
		f.reader.Errorf(list.Pos, list.Length(), "wrong-type", "write one line a question, for example integration: weeks",
			"answers must be a mapping of question ids to answers, not %s", list.Kind)
		return
	}
	for _, entry := range list.Entries {
		question := q.Question(entry.Key)
		if question == nil {
			f.unknownQuestion(q, entry)
			continue
		}
		if answer, ok := f.readAnswer(question, entry.Value); ok {
			sheet.Answers[question.ID] = answer
		}
	}
}

func (f *File) unknownQuestion(q *questionnaire.Questionnaire, entry yamltree.Entry) {
	hint := ""
	// What is beyond the number of findings that are shown needs no hint: looking for near names takes time.
	if f.unknown++; f.unknown <= diag.MaxPerFile {
		hint = nearQuestion(q, entry.Key)
	}
	f.reader.Errorf(entry.KeyPos, entry.KeyLength(), "unknown-question", hint,
		"%s is no question of %s", diag.Quote(entry.Key), diag.Quote(q.ID))
}

// nearQuestion is the hint for a question that is not asked.
func nearQuestion(q *questionnaire.Questionnaire, name string) string {
	ids := make([]string, len(q.Questions))
	for i := range q.Questions {
		ids[i] = q.Questions[i].ID
	}
	return cmp.Or(diag.DidYouMean(name, ids), "opsfit questionnaire show lists the questions")
}

// nearOption is the hint for an answer that a question does not offer.
func nearOption(question *questionnaire.Question, name string) string {
	words := []string{string(DontKnow), string(Skipped)}
	if question.AllowNA {
		words = append(words, string(NotApplicable))
	}
	var ids []string
	for i := range question.Options {
		ids = append(ids, question.Options[i].ID)
	}
	return cmp.Or(diag.DidYouMean(name, append(slices.Clip(ids), words...)),
		"choose one of "+strings.Join(append(ids, string(DontKnow)), ", "))
}

// readAnswer reads one answer; ok is false when it was left empty, which is the same as leaving the line out.
func (f *File) readAnswer(question *questionnaire.Question, node *yamltree.Node) (answer Answer, ok bool) {
	switch node.Kind {
	case yamltree.Null:
		return Answer{}, false
	case yamltree.Scalar:
		answer = Answer{Source: Person, Pos: node.Pos}
		f.readChoice(question, node, &answer)
		return answer, true
	case yamltree.Mapping:
		return f.fullAnswer(question, node), true
	case yamltree.Sequence:
	}
	f.reader.Errorf(node.Pos, node.Length(), "wrong-type", "an answer is one option id",
		"%s: an answer must be a text or a mapping, not %s", question.ID, node.Kind)
	return Answer{}, false
}

func (f *File) fullAnswer(question *questionnaire.Question, node *yamltree.Node) Answer {
	fields := f.reader.Fields(node, question.ID, "option", "not_applicable", "note", "evidence", "reviewed", "source")
	answer := Answer{
		Status: Skipped, Source: Person, Pos: node.Pos,
		Note: fields.Text("note"), Evidence: fields.Text("evidence"), Reviewed: f.readDate(fields, "reviewed"),
	}
	if source := fields.Choice("source", string(Person), string(Repository)); source != "" {
		answer.Source = Source(source)
	}
	option, out := fields.Node("option"), fields.Node("not_applicable")
	switch {
	case option != nil && out != nil:
		f.reader.Errorf(out.Pos, out.Length(), "two-answers", "keep one of the two",
			"%s: an answer has an option or is not applicable, not both", question.ID)
	case out != nil:
		answer.Reason = reasonIn(fields)
		f.leaveOut(question, out, &answer)
	case option != nil && option.Kind == yamltree.Scalar:
		f.readChoice(question, option, &answer)
	case option != nil:
		fields.Text("option")
	}
	return answer
}

// reasonIn returns why a question does not apply; a bare true says that it does not, but not why.
func reasonIn(fields yamltree.Fields) string {
	reason := fields.Text("not_applicable")
	if reason == "true" && !fields.Node("not_applicable").Quoted {
		return ""
	}
	return reason
}

// readChoice reads an option id or one of the three words for an answer without an option.
func (f *File) readChoice(question *questionnaire.Question, node *yamltree.Node, answer *Answer) {
	switch Status(node.Text) {
	case DontKnow, Skipped:
		answer.Status = Status(node.Text)
		return
	case NotApplicable:
		f.leaveOut(question, node, answer)
		return
	case Answered:
	}
	if question.Option(node.Text) == nil {
		f.unknownOption(question, node)
		return
	}
	answer.Status, answer.Option = Answered, node.Text
}

func (f *File) leaveOut(question *questionnaire.Question, node *yamltree.Node, answer *Answer) {
	answer.Status = NotApplicable
	if !question.AllowNA {
		f.reader.Errorf(node.Pos, node.Length(), "not-applicable", "choose an option, or dont_know",
			"%s always applies and cannot be answered not_applicable", question.ID)
		return
	}
	if strings.TrimSpace(answer.Reason) == "" {
		f.reader.Warnf(node.Pos, node.Length(), "no-reason",
			`say why: {not_applicable: "the reason"}`, "%s is not applicable without a reason", question.ID)
	}
}

func (f *File) unknownOption(question *questionnaire.Question, node *yamltree.Node) {
	f.reader.Errorf(node.Pos, node.Length(), "unknown-option", nearOption(question, node.Text),
		"%s has no option %s", question.ID, diag.Quote(node.Text))
}
