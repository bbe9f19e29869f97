package render

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// outlineSection holds the questions that belong under one heading.
type outlineSection struct {
	title     string
	facts     []report.Fact
	questions []*questionnaire.Question
}

// outline groups the questions: by axis, then what the situation calls for, then metrics by group. Sections and the
// questions in them keep the order of the file.
func outline(q *questionnaire.Questionnaire) []outlineSection {
	var sections []outlineSection
	for i := range q.Axes {
		sections = append(sections, axisSection(q, &q.Axes[i]))
	}
	sections = append(sections, outlineSection{title: "The situation", questions: measuring(q, questionnaire.Context)})
	if q.Outcomes != nil {
		sections = append(sections,
			metricSection(q, "Throughput", "throughput", q.Outcomes.Throughput),
			metricSection(q, "Stability", "stability", q.Outcomes.Stability),
			outlineSection{title: "Metrics of no group", questions: ungrouped(q)})
	}
	return slices.DeleteFunc(sections, func(s outlineSection) bool { return len(s.questions) == 0 })
}

func axisSection(q *questionnaire.Questionnaire, axis *questionnaire.Axis) outlineSection {
	section := outlineSection{title: axis.Title}
	if axis.Low != "" {
		section.facts = append(section.facts, report.Fact{Label: "SysOps", Value: axis.Low})
	}
	if axis.High != "" {
		section.facts = append(section.facts, report.Fact{Label: "DevOps", Value: axis.High})
	}
	for i := range q.Questions {
		if q.Questions[i].Axis == axis.ID {
			section.questions = append(section.questions, &q.Questions[i])
		}
	}
	return section
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

func metricSection(q *questionnaire.Questionnaire, title, id string, metrics []string) outlineSection {
	section := outlineSection{title: title}
	if words := benchmarkWords(q.Outcomes, id); words != "" {
		section.facts = []report.Fact{{Label: "Published", Value: words}}
	}
	for _, metric := range metrics {
		if question := q.Question(metric); question != nil {
			section.questions = append(section.questions, question)
		}
	}
	return section
}

func ungrouped(q *questionnaire.Questionnaire) []*questionnaire.Question {
	return slices.DeleteFunc(measuring(q, questionnaire.Outcome), func(question *questionnaire.Question) bool {
		return groupOf(q, question) != ""
	})
}

// groupOf names the group of a metric; empty for a question that is none.
func groupOf(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
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

func publishedWords(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
	if q.Outcomes == nil {
		return ""
	}
	return benchmarkWords(q.Outcomes, question.ID)
}

func benchmarkWords(outcomes *questionnaire.Outcomes, id string) string {
	published, found := outcomes.Benchmarks[id]
	if !found || published.Mean == nil || published.SD == nil {
		return ""
	}
	return fmt.Sprintf("mean %s, standard deviation %s (%d; a scale from 0 to 10, higher is better)",
		decimal(published.Mean), decimal(published.SD), outcomes.Year)
}
