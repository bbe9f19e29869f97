package form

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// data is what the script has to know: how a sheet is written and read, and which questions are asked. No value of an option is in it.
type data struct {
	// Key names the draft in the browser.
	Key     string `json:"key"`
	ID      string `json:"id"`
	Version string `json:"version"`
	// Blank is the sheet without answers, comments included: the script fills it in, so that no second program writes comments.
	Blank     string         `json:"blank"`
	Subject   string         `json:"subject,omitempty"`
	Team      string         `json:"team,omitempty"`
	Role      string         `json:"role,omitempty"`
	Questions []questionData `json:"questions"`
	// NotAsked are questions that this questionnaire leaves out.
	NotAsked []string `json:"notAsked,omitempty"`
	// Warnings are those that a sheet may exempt.
	Warnings []string          `json:"warnings,omitempty"`
	Words    map[string]string `json:"words"`
}

// questionData is one question. Its options are in file order, in which a list is saved.
type questionData struct {
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Was     []string     `json:"was,omitempty"`
	Options []optionData `json:"options"`
	Many    bool         `json:"many,omitempty"`
	AllowNA bool         `json:"allowNA,omitempty"`
	// NeedsReason: it is never left out without a reason.
	NeedsReason bool  `json:"needsReason,omitempty"`
	AskIf       *test `json:"askIf,omitempty"`
}

type optionData struct {
	ID   string   `json:"id"`
	Was  []string `json:"was,omitempty"`
	None bool     `json:"none,omitempty"`
}

// test is a condition for asking a question; one of its members is set.
type test struct {
	All     []test   `json:"all,omitempty"`
	Any     []test   `json:"any,omitempty"`
	None    []test   `json:"none,omitempty"`
	Answer  string   `json:"answer,omitempty"`
	In      []string `json:"in,omitempty"`
	Unknown string   `json:"unknown,omitempty"`
}

func dataOf(q *questionnaire.Questionnaire, filled Prefilled, w *words) data {
	d := data{
		ID: q.ID, Version: q.Version, Blank: string(answers.Write(q, &answers.Sheet{})),
		Subject: filled.Subject, Team: filled.Team, Role: filled.Role, NotAsked: q.NotAsked, Words: w.Script,
	}
	for i := range q.Questions {
		d.Questions = append(d.Questions, questionDataOf(q, &q.Questions[i]))
	}
	if q.Catalogue != nil {
		for i := range q.Catalogue.Warnings {
			d.Warnings = append(d.Warnings, q.Catalogue.Warnings[i].ID)
		}
	}
	return d
}

func questionDataOf(q *questionnaire.Questionnaire, question *questionnaire.Question) questionData {
	d := questionData{
		ID: question.ID, Title: visible(question.Title), Was: question.Was, Many: question.Many, AllowNA: question.AllowNA,
		NeedsReason: q.Verdict == questionnaire.ReadinessState && question.Critical,
	}
	for i := range question.Options {
		option := &question.Options[i]
		d.Options = append(d.Options, optionData{option.ID, option.Was, option.None})
	}
	if question.AskIf != nil {
		asked := testOf(question.AskIf)
		d.AskIf = &asked
	}
	return d
}

// testOf writes a condition for asking, which looks at answers alone: the questionnaire was checked for that.
func testOf(c *condition.Condition) test {
	parts := make([]test, len(c.Of))
	for i := range c.Of {
		parts[i] = testOf(&c.Of[i])
	}
	switch c.Kind {
	case condition.Any:
		return test{Any: parts}
	case condition.None:
		return test{None: parts}
	case condition.AnswerTest:
		return test{Answer: c.Question, In: c.Options}
	case condition.UnknownTest:
		return test{Unknown: c.Question}
	default:
		return test{All: parts}
	}
}
