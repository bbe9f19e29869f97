package answers

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// File is an answers file that was read but not yet held against a questionnaire, because it may itself name the
// questionnaire to use.
type File struct {
	// Questionnaire is the id the file names; empty when it names none.
	Questionnaire string
	// form are the findings about the form of the file.
	form   diag.List
	reader *yamltree.Reader
	fields yamltree.Fields
	// verdict is that of the questionnaire that is answered.
	verdict questionnaire.Verdict
	// unknown counts the names of questions and options that there are not.
	unknown int
	// sheet holds what does not depend on the questionnaire.
	sheet Sheet
}

// Parse reads the form of an answers file, YAML or JSON. When nothing can be read from it the file is nil and the
// diagnostics say why; otherwise Check and the other methods report what is wrong, the form included.
func Parse(name string, source []byte) (*File, diag.List) {
	if IsResult(source) {
		return nil, savedResult(name)
	}
	root, found := yamltree.Salvage(name, source)
	if root == nil {
		return nil, found
	}
	if root.Get("answers") == nil && (root.Get("questions") != nil || root.Get("extends") != nil) {
		return nil, append(found, diag.Diagnostic{
			Severity: diag.Error, Code: "not-answers", File: name, Pos: root.Pos, Length: 1,
			Message: "this is a questionnaire, not an answers file", Hint: "name it with -q, and the answers with -a",
		})
	}
	file := &File{form: found, reader: yamltree.NewReader(name)}
	file.fields = file.reader.Fields(root, "answers file",
		"questionnaire", "questionnaire_version", "subject", "team", "depends_on", "date", "respondent", "exempt", "answers")
	file.fields.Require("answers")
	file.readHead()
	return file, nil
}

// findings are all findings so far.
func (f *File) findings() diag.List {
	return slices.Concat(f.form, f.reader.Diagnostics())
}

func (f *File) readHead() {
	f.Questionnaire = f.fields.Text("questionnaire")
	f.sheet = Sheet{
		Questionnaire:        f.Questionnaire,
		QuestionnaireVersion: f.fields.Text("questionnaire_version"),
		Subject:              f.fields.Text("subject"),
		Team:                 f.fields.Text("team"),
		DependsOn:            f.fields.Texts("depends_on"),
		Date:                 f.readDate(f.fields, "date"),
		Respondent:           f.readRespondent(),
	}
}

// Check holds the file against the questionnaire in use and returns the sheet, or every fault of the file. The
// sheet is nil when the diagnostics hold an error; warnings may come beside a sheet.
func (f *File) Check(q *questionnaire.Questionnaire) (*Sheet, diag.List) {
	sheet := f.sheet
	sheet.Answers = make(map[string]Answer, len(q.Questions))
	if !f.isFor(q) {
		return nil, f.findings()
	}
	if list := f.fields.Node("answers"); list != nil && list.Kind != yamltree.Null {
		f.readAnswers(q, list, &sheet)
	}
	sheet.Exemptions = f.readExemptions(q)
	f.checkVersion(q, &sheet)
	if found := f.findings(); found.HasErrors() {
		return nil, found
	}
	settled := sheet.LeaveUnasked(q)
	f.noteUnasked(q, settled)
	return settled, f.findings()
}

// noteUnasked tells of answers to questions that are not asked, which count nowhere: once for each reason, at the first of them.
func (f *File) noteUnasked(q *questionnaire.Questionnaire, sheet *Sheet) {
	var reasons []string
	for i := range q.Questions {
		reason := sheet.Answers[q.Questions[i].ID].Reason
		if given, ok := sheet.Unasked[q.Questions[i].ID]; ok && given.Status != Skipped && !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
			f.noteLeftOut(q, sheet, reason)
		}
	}
}

func (f *File) noteLeftOut(q *questionnaire.Questionnaire, sheet *Sheet, reason string) {
	const mostNamed = 3
	var names []string
	first := diag.Pos{}
	for i := range q.Questions {
		id := q.Questions[i].ID
		given, ok := sheet.Unasked[id]
		if !ok || given.Status == Skipped || sheet.Answers[id].Reason != reason {
			continue
		}
		names = append(names, diag.Quote(id))
		if first.Line == 0 || given.Pos.Line < first.Line {
			first = given.Pos
		}
	}
	verb := "are"
	if len(names) == 1 {
		verb = "is"
	}
	if more := len(names) - mostNamed; more > 0 {
		names = append(names[:mostNamed], strconv.Itoa(more)+" more")
	}
	f.reader.Notef(first, 1, "not-asked", "", "%s %s left out; %s", english.List(names), verb, reason)
}

// MissingQuestionnaire reports a file that names no questionnaire, for runs that name none either.
func (f *File) MissingQuestionnaire() diag.List {
	if node := f.fields.Node("questionnaire"); node == nil || node.Kind == yamltree.Null {
		f.reader.Errorf(f.fields.Pos(), 1, "missing", "write for example questionnaire: full, or name one with -q",
			"answers file: %s is missing", diag.Quote("questionnaire"))
	}
	return f.findings()
}

// UnknownQuestionnaire reports that nobody knows the questionnaire the file names.
func (f *File) UnknownQuestionnaire(hint string) diag.List {
	node := f.fields.Node("questionnaire")
	f.reader.Errorf(node.Pos, node.Length(), "unknown-questionnaire", hint,
		"no questionnaire has the id %s", diag.Quote(f.Questionnaire))
	return f.findings()
}

// isFor reports whether the file answers the questionnaire, or names none. Answers to another one are not looked at: what is
// wrong with them here says nothing of them.
func (f *File) isFor(q *questionnaire.Questionnaire) bool {
	if f.Questionnaire == "" || f.Questionnaire == q.ID {
		return true
	}
	node := f.fields.Node("questionnaire")
	f.reader.Errorf(node.Pos, node.Length(), "other-questionnaire", "leave out -q, or answer the other one",
		"the answers are for questionnaire %s, the one in use is %s", diag.Quote(f.Questionnaire), diag.Quote(q.ID))
	return false
}

// checkVersion warns of answers written for another version and says which questions they leave open, since
// those are the ones that a newer version may have added.
func (f *File) checkVersion(q *questionnaire.Questionnaire, sheet *Sheet) {
	if sheet.QuestionnaireVersion == "" || sheet.QuestionnaireVersion == q.Version {
		return
	}
	var missing []string
	for i := range q.Questions {
		if _, ok := sheet.Answers[q.Questions[i].ID]; !ok {
			missing = append(missing, q.Questions[i].ID)
		}
	}
	changed, hint := "every question has an answer", ""
	if len(missing) > 0 {
		changed = "without an answer, perhaps new: " + strings.Join(missing, ", ")
		hint = "opsfit assess --edit -a FILE asks what is open"
	}
	node := f.fields.Node("questionnaire_version")
	f.reader.Warnf(node.Pos, node.Length(), "other-version", hint,
		"the answers were written for version %s of %s, this is version %s; %s",
		diag.Quote(sheet.QuestionnaireVersion), q.ID, diag.Quote(q.Version), changed)
}

func (f *File) readRespondent() Respondent {
	node := f.fields.Node("respondent")
	if node == nil || node.Kind == yamltree.Null {
		return Respondent{}
	}
	if node.Kind == yamltree.Scalar {
		f.reader.Errorf(node.Pos, node.Length(), "wrong-type", "write for example respondent: {name: Ada, role: operations}",
			"respondent must have a name, a role or both, not the text %s", diag.Quote(node.Text))
		return Respondent{}
	}
	fields := f.reader.Fields(node, "respondent", "name", "role")
	return Respondent{Name: fields.Text("name"), Role: fields.Text("role")}
}

func (f *File) readDate(fields yamltree.Fields, key string) string {
	text := fields.Text(key)
	if text == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		node := fields.Node(key)
		f.reader.Errorf(node.Pos, node.Length(), "bad-date", "write it as year-month-day, for example 2026-11-22",
			"%s: %s is not a date", key, diag.Quote(text))
		return ""
	}
	return text
}
