package gate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Wanted holds the gates as text. What was not given is the zero Placed.
type Wanted struct {
	// Conditions are METRIC[.AXIS] OP NUMBER; see condition.ParseTest.
	Conditions []diag.Placed
	// FailOn is critical, high or medium, and Confidence medium or high.
	FailOn, Confidence diag.Placed
	// Ready is true or false: true requires that the state of readiness is ready.
	Ready diag.Placed
	// NoRegression are METRIC[.AXIS], or state; a single true stands for condition.KeptMetrics and, in a questionnaire that has one, the
	// state; a single false for none.
	NoRegression []diag.Placed
	// Contradiction is true or false: true fails the run when a repository contradicts an answer.
	Contradiction diag.Placed
	// NoOverdue is true or false: true requires that no commitment is overdue.
	NoOverdue diag.Placed
	// MaxAge is a number of days, months or years: 180d, 6m, 1y.
	MaxAge diag.Placed
}

// NeedsBaseline reports whether a gate compares with an earlier result, even if that is not possible.
func (w Wanted) NeedsBaseline() bool { return len(expandSwitch(w.NoRegression)) > 0 }

// maxConditions limits how many gates a run has: nobody reads a longer list.
const maxConditions = 100

// Read parses gates, and returns all that is wrong with them. Two equal gates become one.
func Read(wanted Wanted) (Set, diag.List) {
	r := reader{seen: map[string]bool{}}
	if len(wanted.Conditions) > maxConditions {
		return Set{}, wanted.Conditions[maxConditions].Errorf("too-many-gates", "keep those that decide something",
			"there are %d conditions, more than %d", len(wanted.Conditions), maxConditions)
	}
	for _, text := range wanted.Conditions {
		r.readCondition(text)
	}
	for _, text := range expandSwitch(wanted.NoRegression) {
		r.readKept(text, isTrue(wanted.NoRegression))
	}
	if isTrue(wanted.NoRegression) {
		r.set.keepsState = true
	}
	r.set.failOn = readChoice(&r, "severity", wanted.FailOn, questionnaire.Critical, questionnaire.High, questionnaire.Medium)
	r.set.confidence = readChoice(&r, "confidence", wanted.Confidence, score.MediumConfidence, score.HighConfidence)
	r.set.failOnContradiction, r.set.ready = r.readFlag(wanted.Contradiction), r.readFlag(wanted.Ready)
	r.set.noOverdue = r.readFlag(wanted.NoOverdue)
	if wanted.MaxAge.IsGiven() {
		r.set.maxAge = r.readAge(wanted.MaxAge)
	}
	if len(r.found) > 0 {
		return Set{}, r.found
	}
	r.set.sortByNeed(wanted)
	return r.set, nil
}

// sortByNeed keeps the gates, as written, that some kinds of questionnaires have nothing for.
func (s *Set) sortByNeed(wanted Wanted) {
	s.scored = slices.Clone(wanted.Conditions)
	if s.NeedsBaseline() {
		s.scored = append(s.scored, wanted.NoRegression[0])
	}
	if wanted.FailOn.IsGiven() {
		s.scored = append(s.scored, wanted.FailOn)
	}
	if wanted.Confidence.IsGiven() {
		s.needLeaning = append(s.needLeaning, wanted.Confidence)
	}
	if s.ready {
		s.needState = append(s.needState, wanted.Ready)
	}
	for _, text := range wanted.NoRegression {
		if text.Text == stateSubject {
			s.needState = append(s.needState, text)
		}
	}
}

// stateSubject stands among metrics for the state of readiness.
const stateSubject = "state"

func isTrue(list []diag.Placed) bool { return len(list) == 1 && list[0].Text == "true" }

// reader fills a set and collects diagnostics.
type reader struct {
	set   Set
	found diag.List
	// seen holds the gates of the set as written.
	seen map[string]bool
}

func (r *reader) addFault(found diag.List) { r.found = append(r.found, found...) }

// expandSwitch replaces a single true or false by the figures that it stands for.
func expandSwitch(list []diag.Placed) []diag.Placed {
	if len(list) != 1 {
		return list
	}
	switch list[0].Text {
	case "false":
		return nil
	case "true":
		var all []diag.Placed
		for _, metric := range condition.KeptMetrics() {
			all = append(all, diag.Placed{Text: metric.String(), File: list[0].File, Pos: list[0].Pos})
		}
		return all
	}
	return list
}

func (r *reader) readCondition(text diag.Placed) {
	asked, found := condition.ParseTest(text.Text, condition.GateMetrics())
	// Further faults after a metric without a gate do not matter.
	if r.rejectMetric(asked, text) {
		return
	}
	if found != nil {
		r.addFault(text.Within(found))
		return
	}
	if r.isNew(asked.String()) {
		r.set.tests = append(r.set.tests, test{condition: asked, at: text})
	}
}

// isNew reports whether the gate is not in the set yet. No two kinds of gate are written alike.
func (r *reader) isNew(line string) bool {
	if r.seen[line] {
		return false
	}
	r.seen[line] = true
	return true
}

func (r *reader) readKept(text diag.Placed, implied bool) {
	if text.Text == stateSubject {
		r.set.keepsState = true
		return
	}
	subject, found := condition.ParseSubject(text.Text, condition.GateMetrics())
	if found != nil {
		if found[0].Code == "missing" && found[0].Pos.Column == 1 {
			found[0].Hint = "write for example fit,coverage"
		}
		if isSwitch(text.Text) {
			found[0].Hint = "write true or false alone, or name figures: " + gateMetrics()
		}
		r.addFault(text.Within(found))
		return
	}
	wanted := test{subject, text, implied}
	if !r.rejectMetric(subject, text) && r.isNew(wanted.subjectText()) {
		r.set.kept = append(r.set.kept, wanted)
	}
}

// isSwitch reports whether other tools would read a word as true or false. Here every text is read literally.
func isSwitch(text string) bool {
	return slices.Contains([]string{"yes", "no", "on", "off", "true", "false"}, strings.ToLower(text))
}

func gateMetrics() string { return strings.Join(condition.Names(condition.GateMetrics()), ", ") }

// rejectMetric reports a metric of the condition language that has no gate, and returns true for one.
func (r *reader) rejectMetric(asked condition.Condition, text diag.Placed) bool {
	metric := asked.Metric.Definition()
	if metric.Name == "" || metric.Gate {
		return false
	}
	message := "there is no gate on " + metric.Name
	if metric.Better == condition.Neither {
		message += ": DevOps and SysOps have names, not ranks, so that neither is more than the other"
	}
	r.addFault(text.Within(diag.List{{
		Severity: diag.Error, Code: "no-such-gate", Pos: asked.Pos, Length: len(metric.Name), Message: message,
		Hint: "known: " + gateMetrics(),
	}}))
	return true
}

// readFlag parses true or false.
func (r *reader) readFlag(text diag.Placed) bool {
	return readChoice(r, "value", text, "true", "false") == "true"
}

// readChoice parses one of a few words; "" when it was not given.
func readChoice[W ~string](r *reader, noun string, text diag.Placed, words ...W) W {
	var known []string
	for _, word := range words {
		if text.Text == string(word) {
			return word
		}
		known = append(known, string(word))
	}
	if text.IsGiven() {
		hint := cmp.Or(diag.DidYouMean(text.Text, known), "choose one of "+strings.Join(known, ", "))
		r.addFault(text.Errorf("bad-value", hint, "the %s cannot be %s", noun, diag.Quote(text.Text)))
	}
	return ""
}
