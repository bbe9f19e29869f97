package record

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// DriverGroup are the answers about the situation that bear on one axis most.
type DriverGroup struct {
	Title string
	// Calls says what the situation calls for on the axis; empty for answers that bear on none.
	Calls   string
	Drivers []Driver
}

// Driver is one answer about the situation. Only Prompt and Answer are never empty.
type Driver struct {
	Prompt, Answer string
	// Calls says what the answer speaks for, Also what other axes it bears on; Note is what the respondent added.
	Calls, Also, Note string
}

// drivers lists each answered question about the situation once, under the axis on which it weighs most.
func drivers(doc *report.Document) []DriverGroup {
	var groups []DriverGroup
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		group := DriverGroup{Title: axis.Title, Calls: axisCalls(axis)}
		for _, answer := range situationAnswers(doc) {
			if weightiest(doc, answer) == axis.ID {
				group.Drivers = append(group.Drivers, driver(doc, answer))
			}
		}
		groups = append(groups, group)
	}
	rest := DriverGroup{Title: "Besides"}
	for _, answer := range situationAnswers(doc) {
		if weightiest(doc, answer) == "" {
			rest.Drivers = append(rest.Drivers, driver(doc, answer))
		}
	}
	return slices.DeleteFunc(append(groups, rest), func(group DriverGroup) bool { return len(group.Drivers) == 0 })
}

func axisCalls(axis *report.Axis) string {
	if axis.Situation.Value == nil {
		return ""
	}
	return fmt.Sprintf("the situation calls %s (%s)", report.Calling(axis.Situation.Band), report.Signed(axis.Situation.Value))
}

// situationAnswers are the answered questions about the situation, in order.
func situationAnswers(doc *report.Document) []*report.Answer {
	var list []*report.Answer
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Measures == string(questionnaire.Context) && answer.IsAnswered() {
			list = append(list, answer)
		}
	}
	return list
}

// weightiest is the axis on which an answer about the situation counts most, the first of several; empty for none.
func weightiest(doc *report.Document, answer *report.Answer) string {
	most, found := 0.0, ""
	for i := range doc.Axes {
		if weight := answer.Weights[doc.Axes[i].ID]; weight > most {
			most, found = weight, doc.Axes[i].ID
		}
	}
	return found
}

func driver(doc *report.Document, answer *report.Answer) Driver {
	made := Driver{Prompt: answer.Prompt, Answer: string(answer.Text), Note: string(answer.Note)}
	first := weightiest(doc, answer)
	if first == "" {
		return made
	}
	made.Calls = needWords(answer.Value)
	var also []string
	for i := range doc.Axes {
		if axis := &doc.Axes[i]; axis.ID != first && answer.Weights[axis.ID] > 0 {
			also = append(also, axis.Title)
		}
	}
	made.Also = english.List(also)
	return made
}

// needWords say what a single answer speaks for; empty where it has no position.
func needWords(position *float64) string {
	if position == nil {
		return ""
	}
	if band := bandOf(*position); report.SideOf(band) != score.Middle {
		return "speaks " + report.Calling(band)
	}
	return "speaks for neither way"
}

// sideOfAnswer is the side that an answer about the situation speaks for; empty where it has no position.
func sideOfAnswer(answer *report.Answer) score.Side {
	if answer.Value == nil {
		return ""
	}
	return report.SideOf(bandOf(*answer.Value))
}

// bandOf reads a value as the decimal that it is written as, so that 0.6 in a file lies on the edge and not below it.
func bandOf(value float64) report.Text {
	exact, _ := new(big.Rat).SetString(strconv.FormatFloat(value, 'g', -1, 64))
	return report.Text(score.BandOf(exact))
}

// withAnswer names an answer by its question and what was said.
func withAnswer(answer *report.Answer) string {
	return answer.Question + " (" + english.Quote(string(answer.Text)) + ")"
}

// questionNames lists the ids of the questions of answers.
func questionNames(list []*report.Answer) string {
	var ids []string
	for _, answer := range list {
		ids = append(ids, answer.Question)
	}
	return english.List(ids)
}
