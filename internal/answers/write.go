package answers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Write returns the sheet as a YAML file with every question and its options as comments, in the order in which
// the questionnaire asks them. Reading it gives the same sheet, its version included; an empty sheet gives a file to fill in by hand.
// Options stand in their display order, without values: a number beside an option would bend the answer.
func Write(q *questionnaire.Questionnaire, sheet *Sheet) []byte {
	w := writer{q: q, sheet: sheet}
	w.writeHead()
	for i := range q.Questions {
		w.writeSection(i)
		w.writeQuestion(&q.Questions[i])
	}
	return []byte(w.String())
}

type writer struct {
	strings.Builder
	q     *questionnaire.Questionnaire
	sheet *Sheet
}

func (w *writer) writeHead() {
	w.writeComment("# ", fmt.Sprintf("Answers to: %s (%s %s)", w.q.Title, w.q.ID, w.q.Version))
	for paragraph := range strings.SplitSeq(w.q.ScopeHint, "\n") {
		if paragraph != "" {
			w.writeComment("# ", paragraph)
		}
	}
	w.writeComment("# ", "Write the id of one option behind each question, or dont_know. A line left empty is skipped. "+
		"Where a question says so, not_applicable is an answer too. With more to say, write for example:")
	w.WriteString("#     question: {option: id, note: \"what to remember\", evidence: \"https://…\", reviewed: 2026-10-01}\n")
	w.WriteString("#     question: {not_applicable: \"the reason\"}\n")
	if slices.ContainsFunc(w.q.Questions, func(question questionnaire.Question) bool { return question.Many }) {
		w.writeComment("# ", "Where all that apply are asked for, write a list, [] for none of them, or for example:")
		w.WriteString("#     question: {options: [id, second], unknown: [third], not_applicable: {fourth: \"the reason\"}}\n")
	}
	w.writeField("questionnaire", w.q.ID)
	w.writeField("questionnaire_version", cmp.Or(w.sheet.QuestionnaireVersion, w.q.Version))
	w.writeField("subject", w.sheet.Subject)
	w.writeField("team", w.sheet.Team)
	w.writeDependencies()
	w.writeField("date", w.sheet.Date)
	w.WriteString("respondent:\n")
	w.writeField("  name", w.sheet.Respondent.Name)
	w.writeField("  role", w.sheet.Respondent.Role)
	w.writeExemptions()
	w.WriteString("answers:\n")
}

// writeDependencies writes the services that this one depends on; a file without any does not mention them.
func (w *writer) writeDependencies() {
	if len(w.sheet.DependsOn) == 0 {
		return
	}
	w.WriteString("depends_on:\n")
	for _, name := range w.sheet.DependsOn {
		w.WriteString("  - " + yamltree.Quote(name) + "\n")
	}
}

// writeExemptions writes one line for each; a file without any does not mention them.
func (w *writer) writeExemptions() {
	if len(w.sheet.Exemptions) == 0 {
		return
	}
	w.WriteString("exempt:\n")
	for _, e := range w.sheet.Exemptions {
		var f flowMap
		f.add("warning", e.Warning)
		f.add("reason", e.Reason)
		f.add("until", e.Until)
		f.add("owner", e.Owner)
		f.add("approved_by", e.ApprovedBy)
		w.WriteString("  - " + f.String() + "\n")
	}
}

func (w *writer) writeField(key, value string) {
	w.WriteString(key + ":")
	if value != "" {
		w.WriteString(" " + yamltree.Quote(value))
	}
	w.WriteString("\n")
}

// writeSection writes a heading where a new axis or the questions about the situation begin.
func (w *writer) writeSection(i int) {
	heading := w.q.Section(&w.q.Questions[i])
	if i > 0 && heading == w.q.Section(&w.q.Questions[i-1]) {
		return
	}
	w.WriteString("\n")
	w.writeComment("  # ", "==== "+heading+" ====")
}

func (w *writer) writeQuestion(question *questionnaire.Question) {
	w.WriteString("\n")
	w.writeComment("  # ", question.Text)
	if question.Why != "" {
		w.writeComment("  # ", "Why: "+question.Why)
	}
	longest := 0
	for i := range question.Options {
		longest = max(longest, len(question.Options[i].ID))
	}
	for _, option := range question.Shown() {
		w.writeComment(fmt.Sprintf("  #   %-*s  ", longest, option.ID), option.Text)
	}
	if question.Many {
		w.writeComment("  #   ", "(a list of all that apply)")
	}
	if decides := w.titlesOf(question.DependsOn()); len(decides) > 0 {
		w.writeComment("  #   ", "(asked only for some answers to: "+strings.Join(decides, ", ")+")")
	}
	if question.AllowNA {
		w.writeComment("  #   ", "(not_applicable, with a reason, is possible)")
	}
	w.WriteString("  " + question.ID + ":")
	if answer, ok := w.sheet.Given(question.ID); ok {
		w.WriteString(" " + inlineAnswer(answer))
	}
	w.WriteString("\n")
}

// titlesOf are the titles of questions.
func (w *writer) titlesOf(ids []string) []string {
	var titles []string
	for _, id := range ids {
		if question := w.q.Question(id); question != nil {
			titles = append(titles, question.Title)
		}
	}
	return titles
}

// inlineAnswer writes an answer in its shortest form.
func inlineAnswer(answer Answer) string {
	var f flowMap
	word := yamltree.Quote(answer.Word())
	switch {
	case answer.Status == NotApplicable && answer.Reason != "":
		f.add("not_applicable", answer.Reason)
	case answer.Status == Answered && answer.List != nil:
		word = flowList(answer.List.Options)
		f.addList(answer.List)
	default:
		f.add("option", answer.Word())
	}
	f.add("note", answer.Note)
	f.add("evidence", answer.Evidence)
	f.add("reviewed", answer.Reviewed)
	if answer.Source == Repository {
		f.add("source", string(answer.Source))
	}
	if len(f) == 1 && answer.Reason == "" {
		return word
	}
	return f.String()
}

// flowList writes ids as a list on one line.
func flowList(ids []string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = yamltree.Quote(id)
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// addList adds the parts of a list; the chosen options always stand there.
func (f *flowMap) addList(list *List) {
	*f = append(*f, "options: "+flowList(list.Options))
	if len(list.Unknown) > 0 {
		*f = append(*f, "unknown: "+flowList(list.Unknown))
	}
	if len(list.NotApplicable) == 0 {
		return
	}
	var left flowMap
	for _, out := range list.NotApplicable {
		left = append(left, yamltree.Quote(out.Option)+": "+yamltree.Quote(out.Reason))
	}
	*f = append(*f, "not_applicable: "+left.String())
}

// flowMap is a mapping on one line; what is empty is left out.
type flowMap []string

func (f *flowMap) add(key, value string) {
	if value != "" {
		*f = append(*f, key+": "+yamltree.Quote(value))
	}
}

func (f *flowMap) String() string { return "{" + strings.Join(*f, ", ") + "}" }

// writeComment writes text behind a lead as comment lines of at most about 100 columns; further lines are indented to
// the end of the lead.
func (w *writer) writeComment(lead, text string) {
	const width = 100
	indent := lead[:strings.Index(lead, "#")+1]
	next := indent + strings.Repeat(" ", len(lead)-len(indent))
	line := lead
	for i, word := range strings.Fields(diag.Visible(text)) {
		if i > 0 && len([]rune(line+word)) >= width {
			w.WriteString(line + "\n")
			line = next
		} else if i > 0 {
			line += " "
		}
		line += word
	}
	w.WriteString(line + "\n")
}
