package answers

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

func (f *File) readAnswers(q *questionnaire.Questionnaire, list *yamltree.Node, sheet *Sheet) {
	f.verdict = q.Verdict
	if list.Kind != yamltree.Mapping {
		f.reader.Errorf(list.Pos, list.Length(), "wrong-type", "write one line a question, for example integration: weeks",
			"answers must be a mapping of question ids to answers, not %s", list.Kind)
		return
	}
	for _, entry := range list.Entries {
		question := f.questionOf(q, list, entry)
		if question == nil {
			continue
		}
		if answer, ok := f.readAnswer(question, entry.Value); ok {
			sheet.Answers[question.ID] = answer
		}
	}
}

// questionOf finds the question of an entry, also under an id that it had before; nil for one that is not asked, or is answered
// under both ids.
func (f *File) questionOf(q *questionnaire.Questionnaire, list *yamltree.Node, entry yamltree.Entry) *questionnaire.Question {
	if question := q.Question(entry.Key); question != nil {
		return question
	}
	question := q.Renamed(entry.Key)
	switch {
	case slices.Contains(q.NotAsked, entry.Key):
		f.reader.Notef(entry.KeyPos, entry.KeyLength(), "not-asked", "",
			"%s is not asked in %s; the answer is left out", diag.Quote(entry.Key), diag.Quote(q.ID))
		return nil
	case question == nil:
		f.unknownQuestion(q, entry)
	case list.Get(question.ID) != nil:
		f.reader.Errorf(entry.KeyPos, entry.KeyLength(), "answered-twice", "keep "+question.ID,
			"%s is the earlier id of %s, which is answered too", diag.Quote(entry.Key), diag.Quote(question.ID))
		return nil
	default:
		f.reader.Notef(entry.KeyPos, entry.KeyLength(), "renamed", "look at the answer again: the words may have changed",
			"%s is read as %s", diag.Quote(entry.Key), diag.Quote(question.ID))
	}
	return question
}

func (f *File) unknownQuestion(q *questionnaire.Questionnaire, entry yamltree.Entry) {
	hint := ""
	// What is beyond the number of findings that are shown needs no hint: looking for near names takes time.
	if f.unknown++; f.unknown <= diag.MaxPerFile {
		hint = nearQuestion(q, entry.Key)
	}
	f.reader.Errorf(entry.KeyPos, entry.KeyLength(), "unknown-question", hint,
		"%s is not a question of %s", diag.Quote(entry.Key), diag.Quote(q.ID))
}

// nearQuestion is the hint for a question that is not asked.
func nearQuestion(q *questionnaire.Questionnaire, name string) string {
	if near := q.Nearest(name); near != "" {
		return didYouMean(near)
	}
	return "opsfit questionnaire show lists the questions"
}

func didYouMean(id string) string { return "did you mean " + diag.Quote(id) + "?" }

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
	if near := question.Nearest(name, words...); near != "" {
		return didYouMean(near)
	}
	return "choose one of " + strings.Join(append(ids, string(DontKnow)), ", ")
}

// readAnswer reads one answer; ok is false when it was left empty, which is the same as leaving the line out.
func (f *File) readAnswer(question *questionnaire.Question, node *yamltree.Node) (answer Answer, ok bool) {
	switch node.Kind {
	case yamltree.Null:
		if switchedWord(question, node) != "" {
			f.unknownOption(question, node)
		}
		return Answer{}, false
	case yamltree.Scalar:
		answer = Answer{Source: Person, Pos: node.Pos}
		f.readChoice(question, node, &answer)
		return answer, true
	case yamltree.Mapping:
		return f.fullAnswer(question, node), true
	case yamltree.Sequence:
		if question.Many {
			return Answer{Status: Answered, List: f.readList(question, node), Source: Person, Pos: node.Pos}, true
		}
	}
	f.reader.Errorf(node.Pos, node.Length(), "wrong-type", "choose the one that is true of most cases",
		"%s: the answer is one option, not %s", question.ID, node.Kind)
	return Answer{}, false
}

func (f *File) fullAnswer(question *questionnaire.Question, node *yamltree.Node) Answer {
	known := []string{"option", "not_applicable", "note", "evidence", "reviewed", "source"}
	if question.Many {
		known = append([]string{"options", "unknown"}, known...)
	}
	fields := f.reader.Fields(node, question.ID, known...)
	answer := Answer{
		Status: Skipped, Source: Person, Pos: node.Pos,
		Note: fields.Text("note"), Evidence: fields.Text("evidence"), Reviewed: f.readDate(fields, "reviewed"),
	}
	if source := fields.Choice("source", string(Person), string(Repository)); source != "" {
		answer.Source = Source(source)
	}
	if question.Many {
		f.readMany(question, fields, &answer)
	} else {
		f.readOne(question, fields, &answer)
	}
	return answer
}

// readOne reads the option of an answer with more to say, or why there is none.
func (f *File) readOne(question *questionnaire.Question, fields yamltree.Fields, answer *Answer) {
	option, out := fields.Node("option"), fields.Node("not_applicable")
	switch {
	case option != nil && out != nil:
		f.reader.Errorf(out.Pos, out.Length(), "two-answers", "keep one of the two",
			"%s: an answer has an option or is not applicable, not both", question.ID)
	case out != nil:
		answer.Reason = reasonIn(fields)
		f.leaveOut(question, out, answer)
	case option != nil && option.Kind == yamltree.Scalar:
		f.readChoice(question, option, answer)
	case option != nil:
		fields.Text("option")
	}
}

// readMany does the same where several options may apply. A single one may stand under "option" too.
func (f *File) readMany(question *questionnaire.Question, fields yamltree.Fields, answer *Answer) {
	chosen, unknown, out := f.optionsOf(question, fields), fields.Node("unknown"), fields.Node("not_applicable")
	leavesAll := out != nil && out.Kind != yamltree.Mapping
	switch {
	case leavesAll && isAbsent(chosen) && isAbsent(unknown):
		answer.Reason = reasonIn(fields)
		f.leaveOut(question, out, answer)
	case leavesAll && !isAbsent(out):
		f.reader.Errorf(out.Pos, out.Length(), "two-answers", "write {not_applicable: {OPTION: reason}} for single options",
			"%s: an answer has options or is not applicable, not both", question.ID)
	case !isAbsent(unknown) || !isAbsent(out) || !isAbsent(chosen) && chosen.Kind != yamltree.Scalar:
		answer.Status, answer.List = Answered, f.readLists(question, fields, chosen)
	case !isAbsent(chosen):
		f.readChoice(question, chosen, answer)
	}
}

func (f *File) optionsOf(question *questionnaire.Question, fields yamltree.Fields) *yamltree.Node {
	options, option := fields.Node("options"), fields.Node("option")
	switch {
	case option == nil:
		return options
	case options != nil:
		f.reader.Errorf(option.Pos, option.Length(), "two-answers", "keep one of the two",
			"%s: the options stand in one list", question.ID)
	}
	return option
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
	if question.Many {
		answer.Status, answer.List = Answered, f.readList(question, node)
		return
	}
	option := question.Option(node.Text)
	if option == nil {
		option = f.renamedOption(question, node)
	}
	if option != nil {
		answer.Status, answer.Option = Answered, option.ID
	}
}

// renamedOption finds an option under an id that it had before; nil for one that there never was.
func (f *File) renamedOption(question *questionnaire.Question, node *yamltree.Node) *questionnaire.Option {
	option := question.Renamed(node.Text)
	if option == nil {
		f.unknownOption(question, node)
		return nil
	}
	f.reader.Notef(node.Pos, node.Length(), "renamed", "look at the answer again: the words may have changed",
		"%s: %s is read as %s, %s", question.ID, diag.Quote(node.Text), diag.Quote(option.ID), diag.Quote(option.Text))
	return option
}

func (f *File) leaveOut(question *questionnaire.Question, node *yamltree.Node, answer *Answer) {
	answer.Status = NotApplicable
	if !question.AllowNA {
		f.reader.Errorf(node.Pos, node.Length(), "not-applicable", "choose an option, or dont_know",
			"%s always applies and cannot be answered not_applicable", question.ID)
		return
	}
	if strings.TrimSpace(answer.Reason) == "" && !f.mayLackReason(question, node.Pos, node.Length(), question.ID) {
		answer.Status = ""
	}
}

// mayLackReason reports what is not applicable without a reason, and whether it is so all the same: in a checklist nobody passes
// over a critical point like that.
func (f *File) mayLackReason(question *questionnaire.Question, pos diag.Pos, length int, what string) bool {
	const hint = `say why: {not_applicable: "the reason"}`
	if f.verdict == questionnaire.ReadinessState && question.Critical {
		f.reader.Errorf(pos, length, "no-reason", hint, "%s is critical, and not applicable without a reason", what)
		return false
	}
	f.reader.Warnf(pos, length, "no-reason", hint, "%s is not applicable without a reason", what)
	return true
}

func (f *File) unknownOption(question *questionnaire.Question, node *yamltree.Node) {
	hint := ""
	// What is beyond the number of findings that are shown needs no hint: looking for near names takes time.
	if f.unknown++; f.unknown <= diag.MaxPerFile {
		hint = nearOption(question, node.Text)
	}
	if id := switchedWord(question, node); id != "" {
		hint = "a tool that follows YAML 1.1 may have written it for the option " + diag.Quote(id)
	}
	f.reader.Errorf(node.Pos, node.Length(), "unknown-option", hint,
		"%s has no option %s", question.ID, diag.Quote(node.Text))
}

// switchedWord is the option that a tool which follows YAML 1.1 writes as true, false or null; empty where there is none.
func switchedWord(question *questionnaire.Question, node *yamltree.Node) string {
	if node.Quoted {
		return ""
	}
	words := map[string][]string{"true": {"yes", "on", "y"}, "false": {"no", "off", "n"}, "null": {"null", "~"}}
	for _, id := range words[node.Text] {
		if question.Option(id) != nil || question.Renamed(id) != nil {
			return id
		}
	}
	return ""
}
