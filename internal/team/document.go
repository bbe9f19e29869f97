package team

import (
	"maps"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the format of a team result.
const Schema = "opsfit.team/v1"

// Document is the combined result of several respondents on one service. It starts with what they should discuss: a
// combined verdict is worth as much as the agreement behind it. Conventions are those of report.Document.
type Document struct {
	Schema        string                  `json:"schema"`
	Tool          report.Tool             `json:"tool"`
	Questionnaire report.QuestionnaireRef `json:"questionnaire"`
	Subject       report.Text             `json:"subject"`
	Team          report.Text             `json:"team"`
	Respondents   int                     `json:"respondents"`
	// Roles counts the respondents by role; "unspecified" holds those who named none.
	Roles map[string]int `json:"roles"`
	// Verdict follows from the role-balanced answers; its advice and confidence are null while Withheld is set. Its
	// robustness is always null: steps of a mean are no steps of anybody.
	Verdict  report.Verdict `json:"verdict"`
	Withheld *Withheld      `json:"withheld,omitempty"`
	// Verdicts counts the advice that each respondent's own answers lead to; "not_scored" holds those without one.
	Verdicts map[string]int `json:"verdicts"`
	// Names lists each respondent's own advice; nil unless names were asked for.
	Names        []OwnVerdict `json:"names,omitempty"`
	Axes         []Axis       `json:"axes"`
	Questions    []Question   `json:"questions"`
	DiscussFirst []Topic      `json:"discuss_first"`
	// Agreed are the ids of the questions on which the group agrees strongly and which are none of DiscussFirst, in
	// questionnaire order.
	Agreed          []string                `json:"agreed"`
	Warnings        []report.Warning        `json:"warnings"`
	Recommendations []report.Recommendation `json:"recommendations"`
	Notes           []string                `json:"notes"`
}

// Withheld says why a group gets no verdict yet.
type Withheld struct {
	Reason string `json:"reason"`
}

// OwnVerdict is the verdict of one respondent's own answers.
type OwnVerdict struct {
	Name   report.Text `json:"name"`
	Role   report.Text `json:"role"`
	Advice report.Text `json:"advice"`
}

// Axis is the combined result on one axis and how far the group agrees on it.
type Axis struct {
	report.Axis

	// Consensus is the weighted mean of the consensus of the axis's style questions, 0..1; null below three answers.
	Consensus *float64 `json:"consensus"`
	// Agreement is the consensus in one word, strong, moderate or low; null without one.
	Agreement report.Text `json:"agreement"`
	// RoleMeans holds practice as each role sees it, for roles of enough people; null where too few of it answered, or
	// where the difference from the practice of all would tell what one or two others said.
	RoleMeans map[string]*float64 `json:"role_means"`
	// RoleGap is the widest distance between two roles of which enough people answered, 0..2; null with fewer than two.
	RoleGap *float64 `json:"role_gap"`
}

// Question is what a group answered to one question.
type Question struct {
	ID       string      `json:"question"`
	Axis     report.Text `json:"axis"`
	Measures string      `json:"measures"`
	Prompt   string      `json:"prompt"`
	// Consensus is that of Tastle and Wierman, 0 (split between the ends) to 1 (unanimous); null below three answers.
	Consensus *float64 `json:"consensus"`
	// Agreement is the consensus in one word, strong, moderate or low; null without one.
	Agreement report.Text `json:"agreement"`
	// RoleGap is the widest distance between the means of two roles of which enough people answered, in the unit of the
	// question.
	RoleGap *float64 `json:"role_gap"`
	// Mean is the mean of the role means: a position (-1..1) or a readiness level (0..4).
	Mean         *float64      `json:"mean"`
	Distribution []AnswerCount `json:"distribution"`
	// Notes are what the respondents added, in text order, so that the place in the list tells nobody's name.
	Notes []string `json:"notes"`
}

// AnswerCount is how many respondents gave one answer; every option of the question has one, in file order, then the
// statuses without an option that occur.
type AnswerCount struct {
	// Option is null for a status without an option.
	Option report.Text `json:"option"`
	Status string      `json:"status"`
	Text   string      `json:"text"`
	Count  int         `json:"count"`
}

// Topic is a question to talk about, most pressing first.
type Topic struct {
	Question string `json:"question"`
	Why      string `json:"why"`
}

// Combined returns the combined result as the result of one respondent, without answers.
func (d *Document) Combined() *report.Document {
	doc := &report.Document{
		Schema: report.Schema, Tool: d.Tool, Questionnaire: d.Questionnaire, Subject: d.Subject, Team: d.Team,
		Verdict: d.Verdict, Warnings: d.Warnings, Recommendations: d.Recommendations, Notes: d.Notes,
	}
	for i := range d.Axes {
		doc.Axes = append(doc.Axes, d.Axes[i].Axis)
	}
	return doc
}

// RoleMean is practice as one role sees it.
type RoleMean struct {
	Role string
	// Mean is -1..1.
	Mean float64
}

// ShownRoles returns the roles that may be shown, by name.
func (a *Axis) ShownRoles() []RoleMean {
	var roles []RoleMean
	for _, role := range slices.Sorted(maps.Keys(a.RoleMeans)) {
		if mean := a.RoleMeans[role]; mean != nil {
			roles = append(roles, RoleMean{Role: role, Mean: *mean})
		}
	}
	return roles
}
