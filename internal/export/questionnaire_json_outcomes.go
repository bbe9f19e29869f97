package export

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// addOutcomes writes the frame of a quadrant verdict; figures of metrics that are not asked are left out.
func (o *object) addOutcomes(q *questionnaire.Questionnaire) {
	if q.Outcomes == nil {
		return
	}
	o.add("groups", object{
		{"throughput", append([]string{}, q.Outcomes.Throughput...)}, {"stability", append([]string{}, q.Outcomes.Stability...)},
	})
	var benchmarks object
	for i := range q.Questions {
		benchmarks.addBenchmark(q.Outcomes, q.Questions[i].ID)
	}
	benchmarks.addBenchmark(q.Outcomes, "throughput")
	benchmarks.addBenchmark(q.Outcomes, "stability")
	o.members(fmt.Sprintf("benchmark_%d", q.Outcomes.Year), benchmarks)
	o.addIndustries(q.Outcomes)
	var limits object
	limits.members("fast", testsObject(q.Outcomes.FastTests))
	limits.members("stable", testsObject(q.Outcomes.StableTests))
	o.members("limits", limits)
	var said object
	for _, quadrant := range questionnaire.Quadrants() {
		said.text(quadrant, q.Outcomes.Quadrants[quadrant])
	}
	o.members("quadrants", said)
	o.addSentences(q.Outcomes)
}

func (o *object) addIndustries(outcomes *questionnaire.Outcomes) {
	var means object
	for _, industry := range outcomes.Industries {
		var figures object
		figures.number("throughput", industry.Throughput)
		figures.number("stability", industry.Stability)
		means.add(industry.ID, figures)
	}
	o.members(fmt.Sprintf("industry_%d", outcomes.IndustryYear), means)
}

func (o *object) addSentences(outcomes *questionnaire.Outcomes) {
	var sentences object
	for _, sentence := range outcomes.Sentences {
		var when object
		when.text("quadrant", sentence.Quadrant)
		when = append(when, testsObject(sentence.When)...)
		sentences.add(sentence.ID, object{{"when", when}, {"text", sentence.Text}})
	}
	o.members("sentences", sentences)
}

// testsObject maps metrics to what their answers must be.
func testsObject(tests []questionnaire.OutcomeTest) object {
	var o object
	for _, test := range tests {
		var limits object
		if test.ClassAtLeast > 0 {
			limits.add("class_at_least", test.ClassAtLeast)
		}
		if test.ClassAtMost > 0 {
			limits.add("class_at_most", test.ClassAtMost)
		}
		limits.number("percent_at_most", test.PercentAtMost)
		o.add(test.Metric, limits)
	}
	return o
}

func (o *object) addBenchmark(outcomes *questionnaire.Outcomes, id string) {
	published, found := outcomes.Benchmarks[id]
	if !found {
		return
	}
	var figures object
	figures.number("mean", published.Mean)
	figures.number("sd", published.SD)
	o.add(id, figures)
}
