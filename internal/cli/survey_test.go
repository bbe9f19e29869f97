package cli

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/survey"
	"github.com/opsfit/opsfit/internal/topics"
)

// askedQuestion is what somebody copies into a survey tool.
type askedQuestion struct {
	text, note string
	choices    []string
	// asInFile: the choices stand in the order of the file, and not in that of the interview.
	asInFile bool
}

// questionsInCSV reads what questionnaire show -f csv prints.
func questionsInCSV(t *testing.T, text string) []askedQuestion {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var asked []askedQuestion
	for _, row := range rows[1:] {
		kind, question, choice := row[2], row[3], row[4]
		switch last := len(asked) - 1; {
		case kind == "short text":
		case kind == "long text":
			asked[last].note = question
		case last < 0 || asked[last].text != question:
			asked = append(asked, askedQuestion{text: question, choices: []string{choice}})
		default:
			asked[last].choices = append(asked[last].choices, choice)
		}
	}
	return asked
}

// questionsInMarkdown reads what questionnaire show -f markdown prints: a heading for each question, and a list of its options.
func questionsInMarkdown(text string) []askedQuestion {
	heading := regexp.MustCompile(`^### (.*)`)
	item := regexp.MustCompile(`^- \*\*.*?:\*\* (.* \([a-z0-9_]+\))`)
	var asked []askedQuestion
	for line := range strings.Lines(text) {
		line = strings.ReplaceAll(strings.TrimSpace(line), `\`, "")
		if found := heading.FindStringSubmatch(line); found != nil {
			asked = append(asked, askedQuestion{text: found[1], asInFile: true})
		}
		if found := item.FindStringSubmatch(line); found != nil && len(asked) > 0 {
			last := &asked[len(asked)-1]
			last.choices = append(last.choices, found[1])
		}
	}
	var questions []askedQuestion
	for _, question := range asked {
		if len(question.choices) > 1 {
			questions = append(questions, question)
		}
	}
	return questions
}

// What questionnaire show prints can be copied into a survey tool, and what people choose there is what is read.
func TestShownQuestionsComeBack(t *testing.T) {
	t.Parallel()
	for _, id := range shippedIDs() {
		q := questionnairetest.Shipped(t, id)
		for format, asked := range map[string][]askedQuestion{
			"csv":      questionsInCSV(t, inFolder(t, t.TempDir(), "questionnaire", "show", id, "-f", "csv")),
			"markdown": questionsInMarkdown(inFolder(t, t.TempDir(), "questionnaire", "show", id, "-f", "markdown")),
		} {
			t.Run(id+" "+format, func(t *testing.T) {
				t.Parallel()
				if len(asked) != len(q.Questions) {
					t.Fatalf("%d questions are shown of %d", len(asked), len(q.Questions))
				}
				rapid.Check(t, func(t *rapid.T) { checkComesBack(t, q, asked) })
			})
		}
	}
}

func checkComesBack(t *rapid.T, q *questionnaire.Questionnaire, asked []askedQuestion) {
	var header, row []string
	given := map[string]answers.Answer{}
	for i, shown := range asked {
		cell, answer := chooseShown(t, &q.Questions[i], shown)
		header, row = append(header, fmt.Sprintf("%d. %s", i+1, shown.text)), append(row, cell)
		if shown.note != "" {
			note := rapid.SampledFrom([]string{"", "ask Bo, or Ada"}).Draw(t, "note")
			header, row = append(header, shown.note), append(row, note)
			answer = withNote(answer, note)
		}
		if answer.Status != "" {
			given[q.Questions[i].ID] = answer
		}
	}
	var text strings.Builder
	if err := csv.NewWriter(&text).WriteAll([][]string{header, row}); err != nil {
		t.Fatal(err)
	}
	table, found := survey.Open("survey.csv", []byte(text.String()))
	if table == nil {
		t.Fatal(found)
	}
	responses, found := table.Read(q, survey.Given{})
	if len(given) == 0 && len(responses) == 0 {
		return
	}
	for _, d := range found {
		if d.Severity != diag.Note {
			t.Fatal(d)
		}
	}
	want := (&answers.Sheet{Answers: given}).LeaveUnasked(q)
	if diff := cmp.Diff([]any{want.Answers, want.Unasked}, []any{responses[0].Sheet.Answers, responses[0].Sheet.Unasked},
		cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Fatalf("-chosen +read:\n%s\n%s", diff, text.String())
	}
}

// chooseShown chooses among what is shown of a question, and returns the cell that a tool makes of it and the answer that is meant.
func chooseShown(t *rapid.T, question *questionnaire.Question, shown askedQuestion) (string, answers.Answer) {
	answer := answers.Answer{Source: answers.Person}
	options, choices := question.Shown(), shown.choices
	if shown.asInFile {
		options = question.Options
	}
	at := rapid.IntRange(-1, len(choices)-1).Draw(t, "choice")
	switch {
	case at < 0:
		return "", answer
	case at == len(options):
		answer.Status = answers.DontKnow
		return choices[at], answer
	case at > len(options):
		answer.Status, answer.Reason = answers.NotApplicable, "bought"
		return choices[at] + ": bought", answer
	}
	answer.Status = answers.Answered
	if !question.Many {
		answer.Option = options[at].ID
		return choices[at], answer
	}
	answer.List = &answers.List{}
	var chosen []string
	for i, option := range options {
		if i == at || !option.None && !options[at].None && rapid.Bool().Draw(t, "also") {
			answer.List.Options = append(answer.List.Options, option.ID)
			chosen = append(chosen, choices[i])
		}
	}
	return strings.Join(chosen, ", "), answer
}

// withNote adds a note; one without an answer is kept, too.
func withNote(answer answers.Answer, note string) answers.Answer {
	answer.Note = note
	if answer.Status == "" && note != "" {
		answer.Status = answers.Skipped
	}
	return answer
}

// TestSixPeople runs the commands of the topic one after the other, with a survey in which six people gave the answers of the sample
// team, and holds that they come to the same as the files that an interview saves.
func TestSixPeople(t *testing.T) {
	t.Parallel()
	samples, err := filepath.Abs(filepath.Join("..", "..", "testdata", "team"))
	if err != nil {
		t.Fatal(err)
	}
	here := filepath.Join(exampleFolder(t), "here")
	if err := os.RemoveAll(filepath.Join(here, "answers")); err != nil {
		t.Fatal(err)
	}
	saveText(t, filepath.Join(here, "survey.csv"), surveyOf(t, samples))
	for _, line := range topicLines(t, "colleagues") {
		if code, output := runExample(t, here, line); code != ExitDone {
			t.Fatalf("%s ends with %d:\n%s", line, code, output)
		}
	}
	for _, file := range []string{"form.html", "questions.csv", "team.html", "agenda.md", "report.html"} {
		if _, err := os.Stat(filepath.Join(here, file)); err != nil {
			t.Error(err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(here, "answers"))
	if err != nil || len(entries) != 6 {
		t.Fatal(entries, err)
	}
	want := inFolder(t, here, "team", samples, "-f", "json")
	for _, path := range []string{"answers", "survey.csv"} {
		if got := inFolder(t, here, "team", path, "-f", "json"); got != want {
			t.Errorf("team %s (-sheets +survey):\n%s", path, cmp.Diff(want, got))
		}
	}
}

// topicLines returns the commands that a help topic shows, in order.
func topicLines(t *testing.T, name string) []string {
	t.Helper()
	topic, _ := topics.Find(name)
	p, err := topic.Page()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for block := range p.Blocks() {
		if list, ok := block.(page.Commands); ok {
			lines = append(lines, commandLines(list)...)
		}
	}
	if len(lines) < 4 {
		t.Fatal("the topic shows too few commands:", lines)
	}
	return lines
}

// surveyOf writes the sheets of a folder as a survey tool exports them.
func surveyOf(t *testing.T, folder string) string {
	t.Helper()
	q := questionnairetest.Shipped(t, "full")
	header := []string{"ID", "Completion time", "Email", "Your name", "Your role", "Service", "Team"}
	for i := range q.Questions {
		header = append(header, q.Questions[i].Text, "Note on "+q.Questions[i].Title)
	}
	rows := [][]string{header}
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil || len(files) != 6 {
		t.Fatal(files, err)
	}
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read, found := answers.Parse(file, text)
		if read == nil {
			t.Fatal(found)
		}
		sheet, found := read.Check(q)
		if sheet == nil {
			t.Fatal(found)
		}
		row := []string{
			strconv.Itoa(i + 1), sheet.Date, fmt.Sprintf("p%d@example.org", i), sheet.Respondent.Name, sheet.Respondent.Role, sheet.Subject, sheet.Team,
		}
		for j := range q.Questions {
			row = append(row, cellsOf(&q.Questions[j], sheet.Get(q.Questions[j].ID))...)
		}
		rows = append(rows, row)
	}
	var text strings.Builder
	if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// cellsOf are the answer to a question and the note on it.
func cellsOf(question *questionnaire.Question, answer answers.Answer) []string {
	switch answer.Status {
	case answers.Answered:
		return []string{question.Option(answer.Option).Text, answer.Note}
	case answers.DontKnow:
		return []string{"Don't know", answer.Note}
	case answers.NotApplicable:
		return []string{"Not applicable: " + answer.Reason, answer.Note}
	default:
		return []string{"", answer.Note}
	}
}
