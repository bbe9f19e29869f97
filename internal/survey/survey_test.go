package survey_test

import (
	"encoding/binary"
	"encoding/csv"
	"flag"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/survey"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var update = flag.Bool("update", false, "rewrite the expected output")

// read reads an export and, where columns are given, what they hold.
func read(q *questionnaire.Questionnaire, name string, text, columns []byte) ([]survey.Response, diag.List) {
	table, found := survey.Open(name, text)
	if table == nil {
		return nil, found
	}
	given := survey.Given{}
	if columns != nil {
		if given.Columns, found = survey.ReadColumns("columns.yaml", columns, q); given.Columns == nil {
			return nil, found
		}
	}
	return table.Read(q, given)
}

// TestExports holds what becomes of exports that are shaped like those of survey tools, and what is said of them: NAME.csv, with
// NAME.yaml for its columns, gives NAME.csv.out.
func TestExports(t *testing.T) {
	t.Parallel()
	archive := testarchive.Open(t, "testdata/exports.txtar", *update)
	q := questionnairetest.FrozenLaunch(t)
	names, err := fs.Glob(archive, "*.csv")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := fs.ReadFile(archive, name)
			if err != nil {
				t.Fatal(err)
			}
			columns, err := fs.ReadFile(archive, strings.TrimSuffix(name, ".csv")+".yaml")
			if err != nil {
				columns = nil
			}
			responses, found := read(q, name, text, columns)
			archive.Check(t, name+".out", outcome(q, responses, found))
		})
	}
}

// outcome shows findings and sheets, of which comments and what is left empty are left out.
func outcome(q *questionnaire.Questionnaire, responses []survey.Response, found diag.List) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintln(&b, d)
	}
	if found.HasErrors() {
		return b.String()
	}
	idle := regexp.MustCompile(`^\s*(#.*)?$|^\s*\w+:$|^questionnaire`)
	for _, response := range responses {
		fmt.Fprintf(&b, "response %d, line %d\n", response.Number, response.Line)
		for line := range strings.Lines(string(answers.Write(q, response.Sheet))) {
			if !idle.MatchString(strings.TrimRight(line, "\n")) {
				b.WriteString(line)
			}
		}
	}
	return b.String()
}

// shape is how a tool writes what people answered.
type shape struct {
	delimiter rune
	between   string
	crlf      bool
	encode    func(string) []byte
	// byOption: one column for each option of a question of which several may apply.
	byOption bool
	header   func(q *questionnaire.Question, number int) string
	choice   func(option *questionnaire.Option) string
}

func drawShape(t *rapid.T) shape {
	plain := func(text string) []byte { return []byte(text) }
	return shape{
		delimiter: rapid.SampledFrom([]rune{',', ';', '\t'}).Draw(t, "delimiter"),
		between:   rapid.SampledFrom([]string{", ", ";", "|", "\n"}).Draw(t, "between"),
		crlf:      rapid.Bool().Draw(t, "crlf"),
		byOption:  rapid.Bool().Draw(t, "by option"),
		encode: rapid.SampledFrom([]func(string) []byte{
			plain, func(text string) []byte { return []byte("\ufeff" + text) },
			func(text string) []byte { return utf16Bytes("\ufeff"+text, binary.LittleEndian) },
			func(text string) []byte { return utf16Bytes("\ufeff"+text, binary.BigEndian) },
			func(text string) []byte { return utf16Bytes(text, binary.LittleEndian) },
		}).Draw(t, "encoding"),
		header: rapid.SampledFrom([]func(*questionnaire.Question, int) string{
			func(q *questionnaire.Question, _ int) string { return q.Text },
			func(q *questionnaire.Question, _ int) string { return q.Title },
			func(q *questionnaire.Question, _ int) string { return q.ID },
			func(q *questionnaire.Question, _ int) string { return strings.ReplaceAll(q.ID, "_", "") },
			func(q *questionnaire.Question, n int) string { return fmt.Sprintf("%d. %s *", n, q.Text) },
			func(q *questionnaire.Question, n int) string {
				return fmt.Sprintf("Q%d: %s", n, strings.ToUpper(q.Text))
			},
			func(q *questionnaire.Question, _ int) string {
				return "<p>" + strings.ReplaceAll(q.Text, " ", "\u00a0") + "</p>"
			},
			func(q *questionnaire.Question, _ int) string { return q.ID + ". " + q.Text },
		}).Draw(t, "header"),
		choice: rapid.SampledFrom([]func(*questionnaire.Option) string{
			func(o *questionnaire.Option) string { return o.Text },
			func(o *questionnaire.Option) string { return o.ID },
			func(o *questionnaire.Option) string { return strings.ToUpper(o.Text) },
			func(o *questionnaire.Option) string { return " " + o.Text + " (" + o.ID + ")" },
		}).Draw(t, "choice"),
	}
}

func utf16Bytes(text string, order binary.AppendByteOrder) []byte {
	var bytes []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		bytes = order.AppendUint16(bytes, unit)
	}
	return bytes
}

// write writes sheets as a tool of that shape does.
func (s shape) write(q *questionnaire.Questionnaire, sheets []*answers.Sheet) []byte {
	rows := make([][]string, len(sheets)+1)
	add := func(header string, cell func(*answers.Sheet) string) {
		rows[0] = append(rows[0], header)
		for i, sheet := range sheets {
			rows[i+1] = append(rows[i+1], cell(sheet))
		}
	}
	add("Completion time", func(sheet *answers.Sheet) string { return sheet.Date + " 10:03:07" })
	add("Your role", func(sheet *answers.Sheet) string { return sheet.Respondent.Role })
	add("Name", func(sheet *answers.Sheet) string { return sheet.Respondent.Name })
	add("Service", func(sheet *answers.Sheet) string { return sheet.Subject })
	add("Team", func(sheet *answers.Sheet) string { return sheet.Team })
	for i := range q.Questions {
		question := &q.Questions[i]
		header := s.header(question, i+1)
		given := func(sheet *answers.Sheet) answers.Answer { answer, _ := sheet.Given(question.ID); return answer }
		if question.Many && s.byOption {
			for j := range question.Options {
				option := &question.Options[j]
				add(header+" ["+option.Text+"]", func(sheet *answers.Sheet) string { return tickOf(given(sheet), option) })
			}
		} else {
			add(header, func(sheet *answers.Sheet) string { return s.cell(question, given(sheet)) })
		}
		add(header+" [Comment]", func(sheet *answers.Sheet) string { return given(sheet).Note })
		add("Evidence: "+question.Title, func(sheet *answers.Sheet) string { return given(sheet).Evidence })
		add(question.ID+"_reason", func(sheet *answers.Sheet) string { return given(sheet).Reason })
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = s.delimiter, s.crlf
	_ = w.WriteAll(rows)
	return s.encode(b.String())
}

func (s shape) cell(question *questionnaire.Question, answer answers.Answer) string {
	switch answer.Status {
	case answers.DontKnow:
		return "I don't know"
	case answers.NotApplicable:
		return "N/A"
	case answers.Answered:
	default:
		return ""
	}
	if answer.List == nil {
		return s.choice(question.Option(answer.Option))
	}
	var chosen []string
	for _, id := range answer.List.Options {
		chosen = append(chosen, s.choice(question.Option(id)))
	}
	return strings.Join(chosen, s.between)
}

func tickOf(answer answers.Answer, option *questionnaire.Option) string {
	switch list := answer.List; {
	case answer.Status == answers.DontKnow:
		return "" // Nobody can say so of the whole question.
	case list == nil:
		return ""
	case slices.Contains(list.Options, option.ID):
		return "Yes"
	case slices.Contains(list.Unknown, option.ID):
		return "Not sure"
	case list.LeavesOut(option.ID):
		i := slices.IndexFunc(list.NotApplicable, func(out answers.LeftOut) bool { return out.Option == option.ID })
		return "N/A: " + list.NotApplicable[i].Reason
	}
	return "No"
}

// drawSheet draws answers that a tool of that shape can hold.
func drawSheet(t *rapid.T, q *questionnaire.Questionnaire, s shape) *answers.Sheet {
	text := rapid.SampledFrom([]string{"", "", "ask Bo", "=1+1", "a;b,c|d", "\"quoted\"\n\nand two lines", "ö 漢字 😀", "007", "<b>bold</b> & more", "\x1b[31mred\u202e"})
	sheet := &answers.Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: q.Version, Date: "2026-11-22", Answers: map[string]answers.Answer{},
		Subject:    rapid.SampledFrom([]string{"", "payments-api"}).Draw(t, "subject"),
		Team:       rapid.SampledFrom([]string{"", "Pay & Ments"}).Draw(t, "team"),
		Respondent: answers.Respondent{Name: rapid.SampledFrom([]string{"", "Ada", "Bo L."}).Draw(t, "name"), Role: rapid.SampledFrom([]string{"", "ops"}).Draw(t, "role")},
	}
	for i := range q.Questions {
		if answer := drawAnswer(t, &q.Questions[i], s, text); answer.Status != "" {
			sheet.Answers[q.Questions[i].ID] = answer
		}
	}
	return sheet.LeaveUnasked(q)
}

func drawAnswer(t *rapid.T, question *questionnaire.Question, s shape, text *rapid.Generator[string]) answers.Answer {
	answer := answers.Answer{Source: answers.Person, Note: text.Draw(t, "note"), Evidence: text.Draw(t, "evidence")}
	statuses := []answers.Status{answers.Answered, answers.Skipped}
	if !question.Many || !s.byOption {
		statuses = append(statuses, answers.DontKnow)
		if question.AllowNA {
			statuses = append(statuses, answers.NotApplicable)
		}
	}
	answer.Status = rapid.SampledFrom(statuses).Draw(t, "status")
	switch {
	case answer.Status == answers.NotApplicable:
		answer.Reason = text.Filter(func(s string) bool { return s != "" }).Draw(t, "reason")
	case answer.Status == answers.Skipped && answer.Note+answer.Evidence == "":
		answer.Status = ""
	case answer.Status == answers.Answered && question.Many:
		answer.List = drawList(t, question, s)
	case answer.Status == answers.Answered:
		answer.Option = rapid.SampledFrom(question.Options).Draw(t, "option").ID
	}
	return answer
}

func drawList(t *rapid.T, question *questionnaire.Question, s shape) *answers.List {
	list := &answers.List{}
	if none := question.NoneOption(); none != nil && rapid.IntRange(0, 5).Draw(t, "none") == 0 {
		list.Options = []string{none.ID}
		return list
	}
	first := true
	for _, option := range question.Options {
		if option.None {
			continue
		}
		where := rapid.IntRange(0, 3).Draw(t, "where")
		switch {
		case where == 0, first: // Where nothing is chosen a cell is empty, and says nothing.
			list.Options = append(list.Options, option.ID)
		case where == 1 && s.byOption:
			list.Unknown = append(list.Unknown, option.ID)
		case where == 2 && s.byOption:
			list.NotApplicable = append(list.NotApplicable, answers.LeftOut{Option: option.ID, Reason: "bought"})
		}
		first = false
	}
	return list
}

// What people answered in a survey is what is read, whatever the tool, for every question of every questionnaire.
func TestWhatWasAnsweredIsRead(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"full", "quick", "dora", "launch", "frozen", "frozen_launch"} {
		q := questionnairetest.Named(t, id)
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) {
				s := drawShape(t)
				var want []*answers.Sheet
				for range rapid.IntRange(1, 3).Draw(t, "people") {
					sheet := drawSheet(t, q, s)
					sheet.Answers[q.Questions[0].ID] = answers.Answer{Status: answers.Answered, Option: q.Questions[0].Options[0].ID, Source: answers.Person}
					want = append(want, (&answers.Sheet{
						Questionnaire: sheet.Questionnaire, QuestionnaireVersion: sheet.QuestionnaireVersion, Subject: sheet.Subject, Team: sheet.Team,
						Date: sheet.Date, Respondent: sheet.Respondent, Answers: allGiven(q, sheet),
					}).LeaveUnasked(q))
				}
				responses, found := read(q, "survey.csv", s.write(q, want), nil)
				for _, d := range found {
					if d.Code != "not-asked" && d.Code != "same-respondent" {
						t.Fatalf("found %s\n%s", d, s.write(q, want))
					}
				}
				var got []*answers.Sheet
				for _, response := range responses {
					got = append(got, response.Sheet)
				}
				if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
					t.Fatalf("-answered +read:\n%s\n%s", diff, s.write(q, want))
				}
			})
		})
	}
}

// allGiven are the answers of a sheet before some were left out.
func allGiven(q *questionnaire.Questionnaire, sheet *answers.Sheet) map[string]answers.Answer {
	all := map[string]answers.Answer{}
	for i := range q.Questions {
		if answer, ok := sheet.Given(q.Questions[i].ID); ok {
			all[q.Questions[i].ID] = answer
		}
	}
	return all
}

// FuzzRead: no export takes the reader down; every finding is at a place of the file, and every sheet is a valid answers file.
func FuzzRead(f *testing.F) {
	q := questionnairetest.FrozenLaunch(f)
	f.Add([]byte("Your role,Cost of failure,alerts\nops,minor,\"errors, late\"\n"), []byte("dates: dmy\n"))
	f.Add([]byte("sep=;\na;alerts [errors];note\n1;N/A: x;y\n"), []byte("columns: {a: outage_cost}\noptions: {outage_cost: {\"1\": minor}}\n"))
	f.Add([]byte("\xff\xfea\x00\n\x00"), []byte("columns: {a: {note: alerts}}"))
	f.Add([]byte("outage_cost\tbackups_none\r\n\"a\"\"b\"\tdon't know\r\n"), []byte("columns: {column B: ignore}"))
	f.Fuzz(func(t *testing.T, text, columns []byte) {
		responses, found := read(q, "survey.csv", text, nil)
		checkOutcome(t, q, responses, found)
		responses, found = read(q, "survey.csv", text, columns)
		checkOutcome(t, q, responses, found)
	})
}

func checkOutcome(t *testing.T, q *questionnaire.Questionnaire, responses []survey.Response, found diag.List) {
	t.Helper()
	for _, d := range found {
		if d.File == "" || d.Pos.Line < 0 || d.Pos.Column < 0 || d.Message == "" {
			t.Errorf("a finding without a place: %+v", d)
		}
	}
	if len(responses) == 0 && !found.HasErrors() {
		t.Error("nothing was read, and nothing is said of it")
	}
	for _, response := range responses {
		text := answers.Write(q, response.Sheet)
		file, faults := answers.Parse("a.yaml", text)
		if file == nil {
			t.Fatalf("%v\n%s", faults, text)
		}
		again, faults := file.Check(q)
		if again == nil {
			t.Fatalf("%v\n%s", faults, text)
		}
		if diff := cmp.Diff(response.Sheet, again, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
			t.Errorf("-read +written and read again:\n%s", diff)
		}
	}
}
