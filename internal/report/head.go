package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// Head says what was assessed, by whom and when. Documents of other rooms that start from an assessment share it.
type Head struct {
	Questionnaire QuestionnaireRef `json:"questionnaire"`
	Subject       Text             `json:"subject"`
	Team          Text             `json:"team"`
	Date          Text             `json:"date"`
	Respondent    Respondent       `json:"respondent"`
	// Answered is how many of the Questions have an answer.
	Answered  int `json:"answered"`
	Questions int `json:"questions"`
}

// Head returns what was assessed.
func (d *Document) Head() Head {
	return Head{
		Questionnaire: d.Questionnaire, Subject: d.Subject, Team: d.Team, Date: d.Date, Respondent: d.Respondent,
		Answered: count(d.Answers).answered, Questions: len(d.Answers),
	}
}

// Title names the subject, or the questionnaire when there is none.
func (h Head) Title() string {
	if h.Subject != "" {
		return string(h.Subject)
	}
	return h.Questionnaire.Title
}

// Facts tells the head in words.
func (h Head) Facts() []Fact {
	var facts []Fact
	if h.Subject != "" {
		facts = append(facts, Fact{"Service", withBracket(string(h.Subject), h.Team, "team ")})
	} else if h.Team != "" {
		facts = append(facts, Fact{"Team", string(h.Team)})
	}
	facts = append(facts, Fact{"Questions", fmt.Sprintf("%s (%s %s)", h.Questionnaire.Title, h.Questionnaire.ID, h.Questionnaire.Version)})
	return append(facts, Fact{"Answered", h.answeredBy()})
}

func withBracket(text string, extra Text, prefix string) string {
	if extra == "" {
		return text
	}
	return text + " (" + prefix + string(extra) + ")"
}

func (h Head) answeredBy() string {
	return strings.Join(append(h.ByWhom(), fmt.Sprintf("%d of %s", h.Answered, english.Count(h.Questions, "question"))), ", ")
}

// ByWhom says who answered and when, each where it is told: "by Ada (operations)", "on 2026-10-14".
func (h Head) ByWhom() []string {
	var parts []string
	switch {
	case h.Respondent.Name != "":
		parts = append(parts, "by "+withBracket(string(h.Respondent.Name), h.Respondent.Role, ""))
	case h.Respondent.Role != "":
		parts = append(parts, "by one person ("+string(h.Respondent.Role)+")")
	}
	if h.Date != "" {
		parts = append(parts, "on "+string(h.Date))
	}
	return parts
}
