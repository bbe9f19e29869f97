package team

import (
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the format of a team result.
const Schema = "opsfit.team/v2"

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
	// Verdict follows from the role-balanced answers within the strictest limits that anyone names; its advice is null while
	// Withheld is set. Confidence, borderline and robustness are always null: steps of a mean are no steps of anybody.
	Verdict  report.Verdict `json:"verdict"`
	Withheld *Withheld      `json:"withheld,omitempty"`
	// Verdicts counts the advice, or the state, that each respondent's own answers lead to; "not_scored" holds those without one.
	Verdicts map[string]int `json:"verdicts"`
	// Names lists each respondent's own advice; nil unless names were asked for.
	Names []OwnVerdict `json:"names,omitempty"`
	Axes  []Axis       `json:"axes"`
	// Checked are the axes of a questionnaire about readiness alone, written as its axes; nil for any other.
	Checked      []CheckedAxis `json:"-"`
	Questions    []Question    `json:"questions"`
	DiscussFirst []Topic       `json:"discuss_first"`
	// Agreed are the ids of the questions on which the group agrees strongly and which are none of DiscussFirst, in
	// questionnaire order.
	Agreed []string `json:"agreed"`
	// Warnings and Recommendations are judged for each respondent alone, and are there where anyone's answers lead to them.
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
	// State is that of a questionnaire about readiness alone; left out for any other.
	State report.Text `json:"state,omitempty"`
}

// CheckedAxis is Axis for a questionnaire about readiness alone: agreement is about its points, and role means are levels, 0..4.
type CheckedAxis struct {
	report.ReadinessAxis

	Consensus *float64            `json:"consensus"`
	Agreement report.Text         `json:"agreement"`
	RoleMeans map[string]*float64 `json:"role_means"`
	RoleGap   *float64            `json:"role_gap"`
}

// MarshalJSON writes the axes of a questionnaire about readiness alone as the axes.
func (d Document) MarshalJSON() ([]byte, error) {
	type plain Document // without this method
	if d.Checked == nil {
		return report.Marshal(plain(d))
	}
	return report.Marshal(struct {
		plain
		Axes []CheckedAxis `json:"axes"`
	}{plain(d), d.Checked})
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
	Title    string      `json:"title"`
	Axis     report.Text `json:"axis"`
	Measures string      `json:"measures"`
	// Kind is that of a question about the situation: need, limit or profile.
	Kind string `json:"kind,omitempty"`
	// Critical marks a question about readiness that has to be known.
	Critical bool `json:"critical,omitempty"`
	// Many marks a question of which several options may apply: each option then counts all who chose it, among others perhaps.
	Many   bool   `json:"many,omitempty"`
	Prompt string `json:"prompt"`
	// Weights is how much an answer counts on each axis, by its id.
	Weights map[string]float64 `json:"weights"`
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
	// NotAsked tells that the question does not apply because of other answers of these people.
	NotAsked bool   `json:"not_asked,omitempty"`
	Text     string `json:"text"`
	Count    int    `json:"count"`
}

// Topic is a question to talk about, most pressing first.
type Topic struct {
	Question string `json:"question"`
	Why      string `json:"why"`
}

// Combined returns the combined result as the result of one respondent. Its answers have no option: the group chose
// none.
func (d *Document) Combined() *report.Document {
	doc := &report.Document{
		Schema: report.Schema, Tool: d.Tool, Questionnaire: d.Questionnaire, Subject: d.Subject, Team: d.Team,
		Verdict: d.Verdict, Warnings: d.Warnings, Recommendations: d.Recommendations, Notes: d.Notes,
	}
	for i := range d.Axes {
		doc.Axes = append(doc.Axes, d.Axes[i].Axis)
	}
	for i := range d.Checked {
		if doc.Checked == nil {
			doc.Checked = []report.ReadinessAxis{}
		}
		doc.Checked = append(doc.Checked, d.Checked[i].ReadinessAxis)
	}
	for i := range d.Questions {
		doc.Answers = append(doc.Answers, d.combinedAnswer(&d.Questions[i]))
	}
	return doc
}

// combinedAnswer has words only where the answer is a limit in force: then they are those of the options that set it.
func (d *Document) combinedAnswer(question *Question) report.Answer {
	answer := report.Answer{
		Question: question.ID, Title: question.Title, Axis: question.Axis, Measures: question.Measures, Kind: question.Kind,
		Critical: question.Critical, Prompt: question.Prompt, Weights: question.Weights,
		Status: question.combinedStatus(), Source: string(answers.Person),
	}
	holding := d.optionsHolding(question.ID)
	var texts []string
	for i := range question.Distribution {
		if given := &question.Distribution[i]; slices.Contains(holding, string(given.Option)) {
			texts = append(texts, given.Text)
		}
	}
	answer.Text = report.Text(strings.Join(texts, " / "))
	return answer
}

// combinedStatus is the strongest status of anybody.
func (q *Question) combinedStatus() string {
	for _, status := range []answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable} {
		if slices.ContainsFunc(q.Distribution, func(a AnswerCount) bool { return a.Count > 0 && a.Status == string(status) && !a.NotAsked }) {
			return string(status)
		}
	}
	if !slices.ContainsFunc(q.Distribution, func(a AnswerCount) bool { return a.Count > 0 && !a.NotAsked }) {
		return string(answers.NotApplicable) // It is asked of nobody.
	}
	return string(answers.Skipped)
}

// optionsHolding are the options of a limit that keep the situation from what is wanted on any axis.
func (d *Document) optionsHolding(question string) []string {
	var options []string
	for i := range d.Axes {
		for _, limit := range d.Axes[i].Situation.HeldBy {
			if limit.Question == question && !slices.Contains(options, limit.Option) {
				options = append(options, limit.Option)
			}
		}
	}
	return options
}

// RoleMean is practice, or readiness, as one role sees it.
type RoleMean struct {
	Role string
	// Mean is -1..1, or a level 0..4.
	Mean float64
}

// ShownRoles returns the roles that may be shown, by name.
func (a *Axis) ShownRoles() []RoleMean { return shownRoles(a.RoleMeans) }

// ShownRoles returns the roles that may be shown, by name.
func (a *CheckedAxis) ShownRoles() []RoleMean { return shownRoles(a.RoleMeans) }

func shownRoles(means map[string]*float64) []RoleMean {
	var roles []RoleMean
	for _, role := range slices.Sorted(maps.Keys(means)) {
		if mean := means[role]; mean != nil {
			roles = append(roles, RoleMean{Role: role, Mean: *mean})
		}
	}
	return roles
}
