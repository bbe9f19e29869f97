package export

import (
	"cmp"
	"io"
	"time"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// OpenMetrics writes the figures of a document for the textfile collector of a Prometheus node exporter. All are gauges
// without time stamps; what is null has no sample. The label axis is "overall" or the id of an axis. An error is one of the
// writer.
func OpenMetrics(w io.Writer, doc *report.Document) error {
	common := []metricLabel{
		{"subject", string(doc.Subject)}, {"team", string(doc.Team)}, {"questionnaire", doc.Questionnaire.ID},
	}
	if doc.WhatIf != nil {
		// Else supposed figures would continue the series of those that are real.
		common = append(common, metricLabel{"what_if", "1"})
	}
	m := newMetrics(w, common...)
	m.write(aboutAnswers(doc)...)
	m.write(stateFamilies(doc)...)
	m.write(outcomeFamilies(doc)...)
	m.write(figureFamilies(doc)...)
	m.write(warningFamily(doc))
	m.write(gateFamilies(doc)...)
	m.write(commitmentFamily(doc))
	m.write(evidenceFamily(doc))
	return m.end()
}

// aboutAnswers are the words of the result and the day of the answers.
func aboutAnswers(doc *report.Document) []family {
	info := infoFamily()
	labels := []metricLabel{
		{"questionnaire_version", doc.Questionnaire.Version}, {"opsfit_version", doc.Tool.Version}, {"date", string(doc.Date)},
	}
	switch v := doc.Verdict; {
	case v.Readiness != nil:
		labels = append(labels, metricLabel{"state", string(v.Readiness.State)})
	case v.Quadrant != nil:
		labels = append(labels, metricLabel{"quadrant", string(v.Quadrant.Quadrant)})
	default:
		v := v.Leaning
		labels = append(labels, metricLabel{"advice", string(v.Advice)}, metricLabel{"confidence", string(v.Confidence)},
			metricLabel{"advice_without_limits", string(wantedAdvice(v))},
			metricLabel{"practice_band", string(v.Practice.Band)}, metricLabel{"situation_band", string(v.Situation.Band)},
			metricLabel{"fit_word", string(v.Fit.Word)})
	}
	info.add(new(1.0), labels...)
	given := dayFamily()
	given.add(startOfDay(doc.Date))
	return []family{info, given}
}

func infoFamily() family {
	return family{name: "opsfit_assessment_info", help: "What was assessed, and the verdict in words; always 1."}
}

func dayFamily() family {
	return family{name: "opsfit_answers_timestamp_seconds", unit: "seconds", help: "Start of the day of the answers, in UTC."}
}

// startOfDay is nil for what is no day.
func startOfDay(date report.Text) *float64 {
	day, err := time.Parse(time.DateOnly, string(date))
	if err != nil {
		return nil
	}
	return new(float64(day.Unix()))
}

// wantedAdvice is what the advice would be without limits.
func wantedAdvice(v *report.Leaning) report.Text { return cmp.Or(v.HeldFrom(), v.Advice) }

func flagged(is bool) string {
	if is {
		return "1"
	}
	return "0"
}

// stateFamilies say which state a checklist leads to, with a 0 for each of the others so that alerts see it come, and how many points
// there are of each kind of reason for not being ready.
func stateFamilies(doc *report.Document) []family {
	v := doc.Verdict.Readiness
	if v == nil {
		return nil
	}
	state := stateFamily()
	for _, word := range report.States() {
		state.add(isState(v.State, word), metricLabel{"state", string(word)})
	}
	because := family{name: "opsfit_not_ready_because", help: "Points for which the service is not ready, by the kind of reason."}
	for _, reason := range stateReasons(v) {
		because.add(new(float64(len(reason.points))), metricLabel{"reason", reason.name})
	}
	return []family{state, because}
}

func stateFamily() family {
	return family{name: "opsfit_state", help: "Whether this is the state of the service: 1 or 0; without a state there is no sample."}
}

// isState is nil without a state.
func isState(state, word report.Text) *float64 {
	if state == "" {
		return nil
	}
	return zeroOrOne(state == word)
}

func figureFamilies(doc *report.Document) []family {
	var families []family
	for _, figure := range figuresOf(doc.Verdict) {
		f := figure.family()
		for _, s := range figure.samples(doc) {
			f.add(s.value, metricLabel{"axis", s.axis})
		}
		families = append(families, f)
	}
	return families
}

// family is that of a figure, without samples.
func (f *figure) family() family {
	made := family{name: "opsfit_" + f.name, unit: f.unit, help: f.help}
	if f.unit != "" {
		made.name += "_" + f.unit
	}
	return made
}

// outcomeFamilies are the figures of a quadrant, on the scale 0 to 10 on which higher is better.
func outcomeFamilies(doc *report.Document) []family {
	v := doc.Verdict.Quadrant
	if v == nil {
		return nil
	}
	group := groupFamily()
	benchmark := family{name: "opsfit_outcome_group_benchmark", help: "Published mean that the group is compared with, from 0 to 10."}
	for _, of := range []struct {
		name  string
		group report.Group
	}{{"throughput", v.Throughput}, {"stability", v.Stability}} {
		label := metricLabel{"group", of.name}
		group.add(of.group.Value, label)
		if of.group.Benchmark != nil {
			benchmark.add(of.group.Benchmark.Mean, label)
		}
	}
	metric := family{name: "opsfit_outcome_metric", help: "Score of one outcome metric, from 0 to 10; higher is better."}
	for _, m := range doc.Metrics {
		metric.add(m.Value, metricLabel{"metric", m.ID})
	}
	return []family{group, benchmark, metric}
}

func groupFamily() family {
	return family{name: "opsfit_outcome_group", help: "Mean of the answered metrics of a group, from 0 to 10; higher is better."}
}

// warningFamily counts the active warnings and those that are exempted; a severity without one is 0, so that alerts see it
// come. A questionnaire without advice has no such count.
func warningFamily(doc *report.Document) family {
	f := countFamily()
	if !report.Advises(doc) {
		return f
	}
	for _, severity := range questionnaire.Severities() {
		counts := map[bool]float64{}
		for _, warning := range doc.Warnings {
			if graded(warning.Severity) == severity {
				counts[warning.Exempted]++
			}
		}
		for _, exempted := range []bool{false, true} {
			f.add(new(counts[exempted]), metricLabel{"severity", string(severity)}, metricLabel{"exempted", flagged(exempted)})
		}
	}
	return f
}

func countFamily() family {
	return family{name: "opsfit_warnings", help: "Warnings by severity; an exemption in force is counted apart."}
}

// gateFamilies say how each gate came out. Only what is required and there as numbers has samples of its own.
func gateFamilies(doc *report.Document) []family {
	met := family{name: "opsfit_gate_met", help: "Whether a gate is met: 1 or 0."}
	required := family{name: "opsfit_gate_required", help: "What a gate asks for, where it is a number."}
	actual := family{name: "opsfit_gate_actual", help: "What a gate found, where it is a number."}
	for i := range doc.Gates {
		gate := &doc.Gates[i]
		labels := []metricLabel{{"gate", gate.Gate}, {"kind", string(gate.Kind)}}
		value := 0.0
		if gate.Met {
			value = 1
		}
		met.add(&value, labels...)
		required.add(gate.Required.Number, labels...)
		actual.add(gate.Actual.Number, labels...)
	}
	return []family{met, required, actual}
}

// commitmentFamily has no sample where no file with commitments was named; a status that none has is 0, so that alerts see it come.
func commitmentFamily(doc *report.Document) family {
	f := family{name: "opsfit_commitments", help: "Commitments by what became of them."}
	if doc.Commitments == nil {
		return f
	}
	counts := doc.Commitments.Summary
	for _, status := range []struct {
		name  report.CommitmentStatus
		count int
	}{
		{report.CommitmentDone, counts.Done},
		{report.CommitmentOpen, counts.Open},
		{report.CommitmentOverdue, counts.Overdue},
		{report.CommitmentWithdrawn, counts.Withdrawn},
	} {
		f.add(new(float64(status.count)), metricLabel{"status", string(status.name)})
	}
	return f
}

// evidenceFamily has no sample where no repository was looked at.
func evidenceFamily(doc *report.Document) family {
	f := family{name: "opsfit_evidence_answers", help: "Answers that a repository was set beside, by what it says of them."}
	if doc.Evidence == nil {
		return f
	}
	counts := map[report.FindingVerdict]float64{}
	for i := range doc.Evidence {
		counts[doc.Evidence[i].Verdict]++
	}
	for _, verdict := range []report.FindingVerdict{report.Agrees, report.Differs, report.Contradicts, report.Silent} {
		f.add(new(counts[verdict]), metricLabel{"verdict", string(verdict)})
	}
	return f
}
