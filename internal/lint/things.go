package lint

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// thing is a part of a questionnaire with everything about it that can drift.
type thing struct {
	// key is equal in every questionnaire that has the thing; partOf is the key of its parent. label is its name in
	// messages, shortened for a long id.
	key, partOf, label string
	at                 place
	// facts are the same, in the same order, for all things of a kind.
	facts []fact
}

type fact struct {
	name, value string
}

func thingsOf(q *questionnaire.Questionnaire) []thing {
	var things []thing
	for i := range q.Axes {
		a := &q.Axes[i]
		things = append(things, thing{
			key: "axis " + a.ID, label: "axis " + diag.Quote(a.ID), at: place{a.File, a.Pos}, facts: []fact{{"weight", formatNumber(a.Weight)}},
		})
	}
	for i := range q.Questions {
		things = append(things, questionThings(&q.Questions[i])...)
	}
	if q.Catalogue != nil {
		things = append(things, ruleThings(q.Catalogue, q.File)...)
	}
	return things
}

func questionThings(q *questionnaire.Question) []thing {
	key, label := "question "+q.ID, "question "+diag.Quote(q.ID)
	var affects []string
	for _, affect := range q.Affects {
		affects = append(affects, affect.Axis+": "+exact.Text(affect.Weight))
	}
	order := "as written"
	if q.Reverse {
		order = "reverse"
	}
	things := []thing{{key: key, label: label, at: place{q.File, q.Pos}, facts: []fact{
		{"measures", string(q.Measures)},
		{"kind", string(q.Kind)},
		{"axis", q.Axis},
		{"weight", formatNumber(q.Weight)},
		{"affects", strings.Join(sortedCopy(affects), ", ")},
		{"allow_na", strconv.FormatBool(q.AllowNA)},
		{"critical", strconv.FormatBool(q.Critical)},
		{"choose", choiceOf(q)},
		{"ask_if", formatAsking(q)},
		{"display", order},
	}}}
	for i := range q.Options {
		option := optionThing(q, &q.Options[i])
		option.key, option.partOf = key+" option "+q.Options[i].ID, key
		option.label = label + ", option " + diag.Quote(q.Options[i].ID)
		things = append(things, option)
	}
	return things
}

func optionThing(q *questionnaire.Question, o *questionnaire.Option) thing {
	var floors, bounds []string
	for _, floor := range o.Floors {
		floors = append(floors, floor.Axis+": "+exact.Text(floor.Level))
	}
	for _, bound := range o.Allows {
		bounds = append(bounds, formatBound(bound))
	}
	return thing{at: place{q.File, o.Pos}, facts: []fact{
		{"position", formatNumber(o.Position)},
		{"readiness", formatNumber(o.Readiness)},
		{"worth", formatNumber(o.Worth)},
		{"none", strconv.FormatBool(o.None)},
		{"floor", strings.Join(sortedCopy(floors), ", ")},
		{"allows", strings.Join(sortedCopy(bounds), ", ")},
		{"class", strconv.Itoa(o.Class)},
		{"percent", formatNumber(o.Percent)},
	}}
}

func choiceOf(q *questionnaire.Question) string {
	if q.Many {
		return "many"
	}
	return "one"
}

func formatAsking(q *questionnaire.Question) string {
	if q.AskIf == nil {
		return "always"
	}
	return formatCondition(*q.AskIf)
}

func formatBound(bound questionnaire.Allowance) string {
	if bound.AtMost != nil {
		return bound.Axis + ": at most " + exact.Text(bound.AtMost)
	}
	return bound.Axis + ": at least " + exact.Text(bound.AtLeast)
}

func ruleThings(c *questionnaire.Catalogue, file string) []thing {
	var things []thing
	for _, e := range newRuleSet(c, file).rules {
		one := thing{key: "recommendation " + e.id, label: e.label, at: e.at}
		if w := e.warning; w != nil {
			one.key = "warning " + e.id
			one.facts = []fact{
				{"condition", formatCondition(w.When)},
				{"severity", formatGrades(w)},
				{"answered_by: lifts", strconv.FormatBool(w.AnsweredByLifts)},
			}
		} else {
			r := e.advice
			one.facts = []fact{
				{"condition", formatCondition(r.When)},
				{"requires", formatCondition(r.Requires)},
				{"direction", r.Direction},
				{"tier", r.Tier},
				{"axis", r.Axis},
				{"effort", strconv.Itoa(r.Effort)},
				{"impact", strconv.Itoa(r.Impact)},
				{"urgency", formatNumber(r.Urgency)},
				{"answers_warnings", strings.Join(sortedCopy(r.AnswersWarnings), ", ")},
				{"lifts", strings.Join(sortedCopy(r.Lifts), ", ")},
				{"moves", strings.Join(sortedCopy(r.Moves), ", ")},
			}
		}
		things = append(things, one)
	}
	return things
}

func formatGrades(w *questionnaire.Warning) string {
	var texts []string
	for _, grade := range w.Grades {
		texts = append(texts, string(grade.Severity)+": "+formatCondition(grade.When))
	}
	return strings.Join(texts, ", ")
}

// formatNumber formats a number, and "" for none.
func formatNumber(x *big.Rat) string {
	if x == nil {
		return ""
	}
	return exact.Text(x)
}
