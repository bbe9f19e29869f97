package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// Head says what was assessed, by whom and when. Documents of other packages that start from an assessment share it.
type Head struct {
	Questionnaire QuestionnaireRef `json:"questionnaire"`
	Subject       Text             `json:"subject"`
	Team          Text             `json:"team"`
	Date          Text             `json:"date"`
	Respondent    Respondent       `json:"respondent"`
	// Answered is how many of the Questions that are asked have an answer.
	Answered  int `json:"answered"`
	Questions int `json:"questions"`
}

// Head returns what was assessed.
func (d *Document) Head() Head {
	return Head{
		Questionnaire: d.Questionnaire, Subject: d.Subject, Team: d.Team, Date: d.Date, Respondent: d.Respondent,
		Answered: countAnswered(d.Answers), Questions: countAsked(d.Answers),
	}
}

func countAnswered(list []Answer) int {
	n := 0
	for i := range list {
		if list[i].IsAnswered() {
			n++
		}
	}
	return n
}

// countAsked leaves out the questions that other answers leave out.
func countAsked(list []Answer) int {
	n := 0
	for i := range list {
		if !list[i].NotAsked {
			n++
		}
	}
	return n
}

// Title names the subject, or the questionnaire when there is none.
func (h Head) Title() string {
	if h.Subject != "" {
		return string(h.Subject)
	}
	return h.Questionnaire.Title
}

// Facts say what was assessed, by whom and when; the last one is about the answers.
func (h Head) Facts(said func(string) string) []Fact {
	var facts []Fact
	team := said(string(h.Team))
	if h.Subject != "" {
		facts = append(facts, Fact{"Service", withBracket(said(string(h.Subject)), "team ", team)})
	} else if team != "" {
		facts = append(facts, Fact{"Team", team})
	}
	q := h.Questionnaire
	answered := append(h.ByWhom(said), fmt.Sprintf("%d of %s", h.Answered, english.Count(h.Questions, "question")))
	return append(facts,
		Fact{"Questions", fmt.Sprintf("%s (%s %s)", said(q.Title), said(q.ID), said(q.Version))},
		Fact{"Answered", strings.Join(answered, ", ")})
}

func withBracket(text, prefix, extra string) string {
	if extra == "" {
		return text
	}
	return text + " (" + prefix + extra + ")"
}

// ByWhom says who answered and when, each where it is told: "by Ada (operations)", "on 2026-10-14".
func (h Head) ByWhom(said func(string) string) []string {
	var parts []string
	switch role := said(string(h.Respondent.Role)); {
	case h.Respondent.Name != "":
		parts = append(parts, "by "+withBracket(said(string(h.Respondent.Name)), "", role))
	case role != "":
		parts = append(parts, "by one person ("+role+")")
	}
	if h.Date != "" {
		parts = append(parts, "on "+said(string(h.Date)))
	}
	return parts
}
