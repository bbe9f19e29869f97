package comparison

import (
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the format of a comparison; its number changes with every incompatible change.
const Schema = "opsfit.comparison/v1"

// Comparison is two results side by side, with everything that any renderer shows. As in a result, numbers are nil
// (null) when not scored, texts empty (null) when not given, and lists never nil.
type Comparison struct {
	Schema string `json:"schema"`
	// Tool is the program that compared; each Side has the one that wrote the result.
	Tool    report.Tool `json:"tool"`
	Before  Side        `json:"before"`
	After   Side        `json:"after"`
	Basis   Basis       `json:"basis"`
	Verdict Verdict     `json:"verdict"`
	// Titles are the short titles of the questions of both results, by their ids.
	Titles map[string]string `json:"titles"`
	// Axes is nil between quadrants, Metrics between leanings. They are in the order of the later result; what only the
	// earlier one has comes last.
	Axes []Axis `json:"axes,omitzero"`
	// Checked are the axes between questionnaires about readiness alone, written as the axes; nil between any other.
	Checked []ReadinessAxis `json:"-"`
	Metrics []Metric        `json:"metrics,omitzero"`
	Answers Answers         `json:"answers"`
	// Warnings and Recommendations are empty where Basis.Advised is false.
	Warnings        Warnings `json:"warnings"`
	Recommendations Steps    `json:"recommendations"`
	// Commitments are those of the later result; nil, and left out, where no file with commitments was named.
	Commitments *report.Commitments `json:"commitments,omitempty"`
	// Notes say how far the two can be compared.
	Notes []string `json:"notes"`
}

// Side describes one of the results.
type Side struct {
	Tool          report.Tool             `json:"tool"`
	Questionnaire report.QuestionnaireRef `json:"questionnaire"`
	Subject       report.Text             `json:"subject"`
	Team          report.Text             `json:"team"`
	Date          report.Text             `json:"date"`
	Respondent    report.Respondent       `json:"respondent"`
	// Supposed is true for a what-if, whose answers were not all given.
	Supposed bool `json:"supposed"`
	// Answered is how many of the questions Asked have an option chosen.
	Answered int `json:"answered"`
	Asked    int `json:"asked"`
}

// Verdict has exactly one member set, or none if the two results are of different kinds; Kind in JSON tells which.
type Verdict struct {
	Leaning   *Leaning
	Quadrant  *Quadrant
	Readiness *ReadinessVerdict
}

// Kind is what the verdicts are about; empty where they are of different kinds.
func (v *Verdict) Kind() string {
	switch {
	case v.Leaning != nil:
		return string(questionnaire.Leaning)
	case v.Quadrant != nil:
		return string(questionnaire.Quadrant)
	case v.Readiness != nil:
		return string(questionnaire.ReadinessState)
	}
	return ""
}

// Leaning is two verdicts of leaning questionnaires.
type Leaning struct {
	Kind      string    `json:"kind"`
	Practice  Practice  `json:"practice"`
	Situation Situation `json:"situation"`
	Gap       Figure    `json:"gap"`
	Fit       Fit       `json:"fit"`
	Advice    Words     `json:"advice"`
	Tension   Figure    `json:"tension"`
	Readiness Readiness `json:"readiness"`
	// Coverage is 0..1.
	Coverage   Figure `json:"coverage"`
	Confidence Words  `json:"confidence"`
}

// Practice is how the team worked before and works after.
type Practice struct {
	Before report.Practice `json:"before"`
	After  report.Practice `json:"after"`
	Move
}

// Situation is what the service called for before and calls for after.
type Situation struct {
	Before report.Situation `json:"before"`
	After  report.Situation `json:"after"`
	Move
}

// Readiness is the mean level before and after; Move is about its value.
type Readiness struct {
	Before report.Readiness `json:"before"`
	After  report.Readiness `json:"after"`
	Move
}

// Fit is 0..100 before and after, with its words.
type Fit struct {
	Figure
	Word Words `json:"word"`
}

// Axis is one axis before and after.
type Axis struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Low and High are the poles in words.
	Low  string `json:"low"`
	High string `json:"high"`
	// In says which results have the axis: both, before or after.
	In        string    `json:"in"`
	Weight    Figure    `json:"weight"`
	Practice  Practice  `json:"practice"`
	Situation Situation `json:"situation"`
	Gap       Figure    `json:"gap"`
	Direction Words     `json:"direction"`
	Fit       Figure    `json:"fit"`
	Tension   Figure    `json:"tension"`
	Coverage  Figure    `json:"coverage"`
	Readiness Readiness `json:"readiness"`
	Floor     Figure    `json:"floor"`
	Shortfall Figure    `json:"shortfall"`
}

// The values of In.
const (
	InBoth   = "both"
	InBefore = "before"
	InAfter  = "after"
)

// Quadrant is two verdicts of outcome questionnaires. Values are 0..10, higher is better.
type Quadrant struct {
	Kind       string `json:"kind"`
	Throughput Group  `json:"throughput"`
	Stability  Group  `json:"stability"`
	Overall    Figure `json:"overall"`
	Quadrant   Words  `json:"quadrant"`
	// BenchmarkYear is the year of the published means of the later result; 0 when there are none.
	BenchmarkYear report.Year `json:"benchmark_year"`
}

// Group is the mean of one group of metrics before and after.
type Group struct {
	Figure
	// Benchmark is the published mean of the later result.
	Benchmark *float64 `json:"benchmark"`
}

// Metric is one outcome metric before and after, 0..10.
type Metric struct {
	ID    string `json:"id"`
	Title string `json:"-"`
	In    string `json:"in"`
	Figure
	// Benchmark is the published mean of the later result.
	Benchmark *float64 `json:"benchmark"`
}
