package challenge

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Run is what a challenge is made from.
type Run struct {
	Questionnaire *questionnaire.Questionnaire
	Sheet         *answers.Sheet
	// Result is the assessment of the sheet, with what a repository shows if one was read.
	Result *report.Document
	// Most is the largest number of answers to challenge, 1 to MostAnswers.
	Most int
	// Voices are those who were heard, in the order of their files; none before anybody was.
	Voices []*answers.Sheet
	// Required is how many people of another role have to confirm each answer; 0 for no gate.
	Required int
}

// Build finds the answers on which the verdict hangs and holds what others said against them. It changes nothing in the run.
func Build(run Run) *Document {
	again := 0
	run.Voices = slices.DeleteFunc(slices.Clone(run.Voices), func(voice *answers.Sheet) bool {
		own := isOwn(run.Sheet, voice)
		if own {
			again++
		}
		return own
	})
	b := builder{Run: run}
	all := 0
	if VerdictOf(score.Figures(run.Questionnaire, run.Sheet)) != "" {
		b.deciding = Find(run.Questionnaire, run.Sheet, len(run.Questionnaire.Questions))
		all = len(b.deciding)
		b.deciding = b.deciding[:min(all, run.Most)]
	}
	b.hearing = Hear(run.Questionnaire, run.Sheet, b.deciding, run.Voices)
	doc := &Document{
		Schema: Schema, Tool: run.Result.Tool, Questionnaire: run.Result.Questionnaire, Assessment: b.assessment(),
		Deciding: []DecidingAnswer{}, AdviceByVoice: []VoiceAdvice{}, Settle: []Settling{}, Repository: run.Result.Repository,
		Gates: []report.Gate{}, Notes: []string{}, Result: run.Result, Asked: run.Questionnaire,
	}
	for i := range b.hearing.Points {
		doc.Deciding = append(doc.Deciding, b.answer(&b.hearing.Points[i]))
	}
	if len(doc.Deciding) > 0 {
		doc.Outcome = report.Text(b.hearing.Outcome)
	}
	if len(run.Voices) > 0 {
		b.addVoices(doc)
	}
	if left := all - len(doc.Deciding); left > 0 {
		doc.Notes = append(doc.Notes, leftOut(left))
	}
	if again > 0 {
		doc.Notes = append(doc.Notes, "The respondent was heard again, which confirms nothing: these answers are left out.")
	}
	if doc.IsHeard() && english.NameKey(run.Sheet.Respondent.Name) == "" {
		doc.Notes = append(doc.Notes, "The challenged answers have no name, so it is not certain that somebody else was heard.")
	}
	doc.addGate(run.Required)
	return doc
}

// leftOut tells of deciding answers that are not challenged.
func leftOut(count int) string {
	if count == 1 {
		return "One more answer decides alone and is not challenged here; --most takes in more."
	}
	return fmt.Sprintf("%d more answers each decide alone and are not challenged here; --most takes in more.", count)
}

type builder struct {
	Run

	deciding []Deciding
	hearing  Hearing
}

// addVoices adds what others lead to, and what is to be said once they were heard.
func (b *builder) addVoices(doc *Document) {
	for i, voice := range b.Voices {
		doc.AdviceByVoice = append(doc.AdviceByVoice, VoiceAdvice{
			Name: report.Text(voice.Respondent.Name), Role: report.Text(voice.Respondent.Role), Date: report.Text(voice.Date),
			Advice: report.Text(b.hearing.ByVoice[i]),
		})
	}
	doc.AdviceIfAll = report.Text(b.hearing.IfAll)
	if b.hearing.Verdict != "" {
		doc.OtherSide = b.otherSide()
	}
	doc.Settle = b.settle(doc)
}

func (b *builder) assessment() Assessment {
	r := b.Result
	return Assessment{
		Digest: digestOf(b.Questionnaire, b.Sheet), Subject: r.Subject, Team: r.Team, Date: r.Date, Respondent: r.Respondent,
		Advice: report.Text(b.hearing.Verdict),
	}
}

// digestOf is the hash of every answer in one word, in the order of the ids.
func digestOf(q *questionnaire.Questionnaire, sheet *answers.Sheet) string {
	var lines []string
	for i := range q.Questions {
		id := q.Questions[i].ID
		lines = append(lines, id+"="+sheet.Get(id).Word()+"\n")
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func (b *builder) answer(point *Point) DecidingAnswer {
	question := point.Question
	given := DecidingAnswer{
		Question: question.ID, Title: question.Title, Prompt: question.Text,
		Option: report.Text(point.Given.Word()), Text: textOf(question, point.Given), Why: point.Stage.String(),
		Evidence: report.Text(point.Given.Evidence), Note: report.Text(point.Given.Note), Reviewed: report.Text(point.Given.Reviewed),
		Decides: []Alternative{}, Heard: []Statement{},
		Confirmed:             point.Confirmations(b.Sheet, IsSomebodyElse),
		ConfirmedByOtherRoles: point.Confirmations(b.Sheet, IsOfAnotherRole),
	}
	for _, other := range point.Others {
		given.Decides = append(given.Decides, Alternative{
			Option: other.Answer, Text: string(textOf(question, other.Given)), Advice: report.Text(other.Verdict),
			Appear: switched(other.Appear), Vanish: switched(other.Vanish),
		})
	}
	for i := range b.Result.Evidence {
		if finding := &b.Result.Evidence[i]; finding.Question == question.ID {
			given.Repository = finding
		}
	}
	for i := range point.Heard {
		given.Heard = append(given.Heard, b.statement(point, &point.Heard[i]))
	}
	return given
}

// String is the stage in a word for programs.
func (s Stage) String() string { return []string{"one_step", "one_answer", "one_warning"}[s] }

// textOf is an answer in words; of a question of which several may apply, those chosen with a semicolon between them.
func textOf(question *questionnaire.Question, answer answers.Answer) report.Text {
	if answer.List == nil {
		if option := question.Option(answer.Option); option != nil {
			return report.Text(option.Text)
		}
		return report.Text(report.StatusWord(string(answer.Status)))
	}
	var texts []string
	for _, id := range answer.List.Options {
		if option := question.Option(id); option != nil {
			texts = append(texts, option.Text)
		}
	}
	if len(texts) == 0 {
		return "none of these"
	}
	return report.Text(strings.Join(texts, "; "))
}

func switched(dangers []Danger) []Switched {
	list := []Switched{}
	for _, d := range dangers {
		list = append(list, Switched{ID: d.Rule.ID, Title: d.Rule.Title, Severity: string(d.Severity)})
	}
	return list
}

func (b *builder) statement(point *Point, heard *Heard) Statement {
	voice := heard.Voice
	said := Statement{
		Name: report.Text(voice.Respondent.Name), Role: report.Text(voice.Respondent.Role), Agrees: heard.Agrees,
		Counts: IsSomebodyElse(b.Sheet, voice), Evidence: report.Text(heard.Answer.Evidence), Note: report.Text(heard.Answer.Note),
	}
	if heard.Agrees == nil {
		return said
	}
	said.Option, said.Text = report.Text(heard.Answer.Word()), textOf(point.Question, heard.Answer)
	if !*heard.Agrees {
		said.Advice = report.Text(verdictWith(b.Questionnaire, b.Sheet, point.Question.ID, heard.Answer))
	}
	return said
}
