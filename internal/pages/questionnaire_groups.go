package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// questionGroup holds the questions that belong under one heading.
type questionGroup struct {
	title     string
	facts     []page.Fact
	questions []*questionnaire.Question
}

// groupsOf groups the questions: by axis, then what the situation calls for, which a checklist asks first, then metrics by group.
// Groups and the questions in them keep the order of the file.
func groupsOf(q *questionnaire.Questionnaire) []questionGroup {
	var groups []questionGroup
	if isChecklist(q) {
		groups = append(groups, questionGroup{title: titleStake, questions: measuring(q, questionnaire.Context)})
	}
	for i := range q.Axes {
		groups = append(groups, axisGroup(q, &q.Axes[i]))
	}
	if !isChecklist(q) {
		groups = append(groups, questionGroup{title: "The situation", questions: measuring(q, questionnaire.Context)})
	}
	if q.Outcomes != nil {
		groups = append(groups,
			metricGroupOf(q, "Throughput", "throughput", q.Outcomes.Throughput),
			metricGroupOf(q, "Stability", "stability", q.Outcomes.Stability),
			questionGroup{title: "Metrics of no group", questions: ungrouped(q)})
	}
	return slices.DeleteFunc(groups, func(s questionGroup) bool { return len(s.questions) == 0 })
}

func axisGroup(q *questionnaire.Questionnaire, axis *questionnaire.Axis) questionGroup {
	group := questionGroup{title: said(axis.Title)}
	if axis.Low != "" {
		group.facts = append(group.facts, page.Fact{Label: "SysOps", Value: said(axis.Low)})
	}
	if axis.High != "" {
		group.facts = append(group.facts, page.Fact{Label: "DevOps", Value: said(axis.High)})
	}
	for i := range q.Questions {
		if q.Questions[i].Axis == axis.ID {
			group.questions = append(group.questions, &q.Questions[i])
		}
	}
	return group
}

func measuring(q *questionnaire.Questionnaire, measure questionnaire.Measure) []*questionnaire.Question {
	var found []*questionnaire.Question
	for i := range q.Questions {
		if q.Questions[i].Measures == measure {
			found = append(found, &q.Questions[i])
		}
	}
	return found
}

func metricGroupOf(q *questionnaire.Questionnaire, title, id string, metrics []string) questionGroup {
	group := questionGroup{title: title}
	if words := describeBenchmark(q.Outcomes, id); words != "" {
		group.facts = []page.Fact{{Label: "Published", Value: words}}
	}
	for _, metric := range metrics {
		if question := q.Question(metric); question != nil {
			group.questions = append(group.questions, question)
		}
	}
	return group
}

func ungrouped(q *questionnaire.Questionnaire) []*questionnaire.Question {
	return slices.DeleteFunc(measuring(q, questionnaire.Outcome), func(question *questionnaire.Question) bool {
		return metricGroup(q, question) != ""
	})
}

// metricGroup names the group of a metric; empty for a question that is none.
func metricGroup(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
	switch {
	case q.Outcomes == nil:
		return ""
	case slices.Contains(q.Outcomes.Throughput, question.ID):
		return "throughput"
	case slices.Contains(q.Outcomes.Stability, question.ID):
		return "stability"
	}
	return ""
}

func describeBenchmark(outcomes *questionnaire.Outcomes, id string) string {
	if outcomes == nil {
		return ""
	}
	published, found := outcomes.Benchmarks[id]
	if !found || published.Mean == nil || published.SD == nil {
		return ""
	}
	return fmt.Sprintf("mean %s, standard deviation %s (%d; a scale from 0 to 10, higher is better)",
		english.Exact(published.Mean), english.Exact(published.SD), outcomes.Year)
}
