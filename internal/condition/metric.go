package condition

import (
	"fmt"
	"math/big"
	"slices"
)

// Metric is a figure of an assessment. The zero value is none.
type Metric int

// The metrics in documentation order.
const (
	Practice Metric = iota + 1
	Situation
	Gap
	Fit
	Coverage
	NeedCoverage
	Readiness
	Weakest
	Unmet
	Shortfall
	Tension
	BeyondLimit
	Steps
	DontKnows
	// Floor is the readiness that is called for. Conditions cannot name it; shortfall rests on it.
	Floor

	metricCount
)

// Better says which way a metric improves.
type Better int

// The ways to improve. Neither is for what lies between the poles, which have names and no ranks.
const (
	Neither Better = iota
	Higher
	Lower
)

// Definition is everything about a metric but its values.
type Definition struct {
	// Name is empty for a metric that conditions cannot name.
	Name string
	// Low and High are the ends of its scale, both included.
	Low, High int64
	// OverallOnly marks a metric that no axis has.
	OverallOnly bool
	Better      Better
	// Gate tells that a gate may be about it, and Kept that a gate on a baseline is where none is named.
	Gate, Kept bool
	// Completeness marks a metric that says how much is known, where others leave out what is not.
	Completeness bool
	// LeaningOnly marks a metric that a result without the line between the poles does not have.
	LeaningOnly bool
	// Robustness marks a metric that is found by trying other answers, which takes most of the time of a score.
	Robustness bool
	// Subject is what it is called in front of "has to be".
	Subject string

	// rests are the measures of the questions that it is computed from.
	rests [3]string
	// absences say why it cannot be computed.
	absences [2]absence
}

// absence is one reason for a metric to be missing: that a part of it is, or, for Metric 0, anything else.
type absence struct {
	part Metric
	// overall and onAxis say so in words; %s is the title of the axis.
	overall, onAxis string
}

// The measures of questions, as questionnaires write them.
const (
	fromLean      = "lean"
	fromReadiness = "readiness"
	fromContext   = "context"
)

// There are at most so many questions, and steps between their options; a test of package questionnaire holds both.
const (
	mostQuestions = 500
	mostSteps     = mostQuestions * 50
)

// definitions is the table of metrics.
func definitions() [metricCount]Definition {
	return [metricCount]Definition{
		Practice: {
			Name: "practice", Low: -1, High: 1, LeaningOnly: true, rests: [3]string{fromLean},
			Subject: "how you work, from -1 (SysOps) to +1 (DevOps),",
		},
		Situation: {
			Name: "situation", Low: -1, High: 1, LeaningOnly: true, rests: [3]string{fromContext},
			Subject: "what the situation calls for, from -1 (SysOps) to +1 (DevOps),",
		},
		Gap: {
			Name: "gap", Low: -2, High: 2, LeaningOnly: true, rests: [3]string{fromLean, fromContext},
			Subject: "the gap between situation and practice",
		},
		Fit: {
			Name: "fit", Low: 0, High: 100, LeaningOnly: true, Better: Higher, Gate: true, Kept: true, rests: [3]string{fromLean, fromContext},
			Subject: "the fit",
			absences: [2]absence{{
				part:    Practice,
				overall: "On no axis are enough questions answered to say how you work.",
				onAxis:  "Too few questions are answered to say how you work on %s.",
			}, {
				overall: "On no axis is it known both how you work and what the situation calls for.",
				onAxis:  "No answer tells what the situation calls for on %s.",
			}},
		},
		Coverage: {
			Name: "coverage", Low: 0, High: 1, Better: Higher, Gate: true, Kept: true, Completeness: true, rests: [3]string{fromLean},
			Subject:  "the answered share of the style questions",
			absences: [2]absence{{onAxis: "No style question on %s applies."}},
		},
		NeedCoverage: {
			Name: "need_coverage", Low: 0, High: 1, LeaningOnly: true, Better: Higher, Gate: true, Completeness: true, rests: [3]string{fromContext},
			Subject: "the answered share of the questions about needs",
			absences: [2]absence{{
				overall: "No question about what the service needs applies.",
				onAxis:  "No question about what the service needs on %s applies.",
			}},
		},
		Readiness: {
			Name: "readiness", Low: 0, High: 4, Better: Higher, Gate: true, Kept: true, rests: [3]string{fromReadiness},
			Subject: "readiness",
			absences: [2]absence{{
				overall: "No question about readiness is answered.",
				onAxis:  "No question about readiness on %s is answered.",
			}},
		},
		Weakest: {
			Name: "weakest", Low: 0, High: 4, Better: Higher, Gate: true, rests: [3]string{fromReadiness},
			Subject: "the weakest answer about readiness",
			absences: [2]absence{{
				overall: "No question about readiness is answered.",
				onAxis:  "No question about readiness on %s is answered.",
			}},
		},
		Unmet: {
			Name: "unmet", Low: 0, High: 500, Better: Lower, Gate: true, rests: [3]string{fromReadiness, fromContext},
			Subject: "the number of readiness answers below their floor or unknown",
			absences: [2]absence{{
				part:    Floor,
				overall: "No answer says how much readiness is called for.",
				onAxis:  "No answer says how much readiness is called for on %s.",
			}, {
				overall: "No question about readiness applies where some of it is called for.",
				onAxis:  "No question about readiness on %s applies.",
			}},
		},
		Shortfall: {
			Name: "shortfall", Low: 0, High: 4, Better: Lower, Gate: true, Kept: true, rests: [3]string{fromReadiness, fromContext},
			Subject: "what readiness lacks",
			absences: [2]absence{{
				part:    Floor,
				overall: "No answer says how much readiness is called for.",
				onAxis:  "No answer says how much readiness is called for on %s.",
			}, {
				overall: "On no axis is readiness known where some of it is called for.",
				onAxis:  "No question about readiness on %s is answered.",
			}},
		},
		Tension: {
			Name: "tension", Low: 0, High: 1, LeaningOnly: true, Better: Lower, Gate: true, rests: [3]string{fromContext},
			Subject: "the tension between needs",
			absences: [2]absence{{
				overall: "No answer tells what the situation calls for.",
				onAxis:  "No answer tells what the situation calls for on %s.",
			}},
		},
		BeyondLimit: {
			Name: "beyond_limit", Low: 0, High: 2, LeaningOnly: true, Better: Lower, Gate: true, rests: [3]string{fromLean, fromContext},
			Subject: "how far practice lies beyond a limit",
			absences: [2]absence{{
				overall: "On no axis are enough questions answered to say how you work.",
				onAxis:  "Too few questions are answered to say how you work on %s.",
			}},
		},
		Steps: {
			// The fewest one-option steps that move practice to another side.
			Name: "steps_to_other_side", Low: 0, High: mostSteps, LeaningOnly: true, OverallOnly: true, Better: Higher, Gate: true, Robustness: true,
			rests: [3]string{fromLean}, Subject: "the number of one-step changes to another side",
			absences: [2]absence{{overall: "Too few questions are answered to say how you work."}},
		},
		DontKnows: {
			Name: "dont_know_count", Low: 0, High: mostQuestions, Better: Lower, Gate: true, Completeness: true,
			rests:   [3]string{fromLean, fromReadiness, fromContext},
			Subject: `the number of questions answered "don't know"`,
		},
		Floor: {Low: 0, High: 4, rests: [3]string{fromContext, fromLean}},
	}
}

// Metrics returns the metrics that a condition can name, in documentation order.
func Metrics() []Metric { return metricsWhere(func(*Definition) bool { return true }) }

// GateMetrics returns those that a gate may be about.
func GateMetrics() []Metric { return metricsWhere(func(d *Definition) bool { return d.Gate }) }

// KeptMetrics returns those that are compared with a baseline where none is named.
func KeptMetrics() []Metric { return metricsWhere(func(d *Definition) bool { return d.Kept }) }

func metricsWhere(wanted func(*Definition) bool) []Metric {
	var list []Metric
	for i, d := range definitions() {
		if d.Name != "" && wanted(&d) {
			list = append(list, Metric(i))
		}
	}
	return list
}

// Names returns the names of metrics.
func Names(list []Metric) []string {
	names := make([]string, 0, len(list))
	for _, m := range list {
		names = append(names, m.String())
	}
	return names
}

// MetricNamed returns the metric of a name; ok is false for a name that there is none of.
func MetricNamed(name string) (m Metric, ok bool) {
	for i, d := range definitions() {
		if d.Name == name && name != "" {
			return Metric(i), true
		}
	}
	return 0, false
}

// Definition returns the row of the table.
func (m Metric) Definition() Definition { return definitions()[m] }

// DefinitionOfPoints returns the row as it is in a questionnaire about readiness alone: there coverage is that of its points.
func (m Metric) DefinitionOfPoints() Definition {
	d := m.Definition()
	if m == Coverage {
		d.rests, d.Subject = [3]string{fromReadiness}, "the answered share of the points"
		d.absences = [2]absence{{overall: "No point applies.", onAxis: "No point on %s applies."}}
	}
	return d
}

// String returns the name of the metric.
func (m Metric) String() string { return definitions()[m].Name }

// RestsOn reports that the metric is computed from questions of a measure.
func (d *Definition) RestsOn(measure string) bool { return slices.Contains(d.rests[:], measure) }

// Holds reports a value on the scale of the metric.
func (d *Definition) Holds(value *big.Rat) bool {
	return value.Cmp(big.NewRat(d.Low, 1)) >= 0 && value.Cmp(big.NewRat(d.High, 1)) <= 0
}

func (d *Definition) scale() string {
	return fmt.Sprintf("%s lies between %d and %d", d.Name, d.Low, d.High)
}

// WhyMissing says in words why the metric could not be computed on an axis, whose figures and title are given; for the whole,
// they are those of all axes and no title.
func (d *Definition) WhyMissing(title string, on ...AxisFigures) string {
	for _, a := range d.absences {
		text := a.overall
		if title != "" && a.onAxis != "" {
			text = fmt.Sprintf(a.onAxis, title)
		}
		known := slices.ContainsFunc(on, func(f AxisFigures) bool { return f.Numbers[a.part].IsKnown() })
		if text != "" && !known {
			return text
		}
	}
	return "It is not known."
}
