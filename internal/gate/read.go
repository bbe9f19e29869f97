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

// Wanted are the gates as somebody wrote them. What was not given is the zero Placed.
type Wanted struct {
	// Conditions are METRIC[.AXIS] OP NUMBER; see condition.ParseTest.
	Conditions []diag.Placed
	// FailOn is critical, high or medium, and Confidence medium or high.
	FailOn, Confidence diag.Placed
	// NoRegression are METRIC[.AXIS]; a single true stands for condition.KeptMetrics, a single false for none.
	NoRegression []diag.Placed
	// Contradiction is true or false: whether a repository may contradict no answer.
	Contradiction diag.Placed
	// MaxAge is a number of days, months or years: 180d, 6m, 1y.
	MaxAge diag.Placed
}

// NeedsBaseline reports that something is to be compared with an earlier result, whether it can be or not.
func (w Wanted) NeedsBaseline() bool { return len(named(w.NoRegression)) > 0 }

// mostConditions bounds what a run judges and lists: a list of gates that nobody can read decides nothing.
const mostConditions = 100

// Read makes a set of what was written, or says all that is wrong with it. Two gates that ask for the same are one.
func Read(wanted Wanted) (Set, diag.List) {
	r := reader{seen: map[string]bool{}}
	if len(wanted.Conditions) > mostConditions {
		return Set{}, wanted.Conditions[mostConditions].Errorf("too-many-gates", "keep those that decide something",
			"there are %d conditions, more than %d", len(wanted.Conditions), mostConditions)
	}
	for _, text := range wanted.Conditions {
		r.condition(text)
	}
	for _, text := range named(wanted.NoRegression) {
		r.kept(text)
	}
	r.set.failOn = choice(&r, "severity", wanted.FailOn, questionnaire.Critical, questionnaire.High, questionnaire.Medium)
	r.set.confidence = choice(&r, "confidence", wanted.Confidence, score.MediumConfidence, score.HighConfidence)
	r.set.failOnContradiction = r.flag(wanted.Contradiction)
	if wanted.MaxAge.IsGiven() {
		r.set.maxAge = r.age(wanted.MaxAge)
	}
	if len(r.found) > 0 {
		return Set{}, r.found
	}
	r.set.leanings = slices.Concat(wanted.Conditions, wanted.NoRegression[:min(len(r.set.kept), 1)])
	for _, text := range []diag.Placed{wanted.FailOn, wanted.Confidence} {
		if text.IsGiven() {
			r.set.leanings = append(r.set.leanings, text)
		}
	}
	return r.set, nil
}

// reader fills a set and collects what is wrong.
type reader struct {
	set   Set
	found diag.List
	// seen are the gates of the set as they are written.
	seen map[string]bool
}

func (r *reader) fault(found diag.List) { r.found = append(r.found, found...) }

// named puts the figures in place of a bare yes or no.
func named(list []diag.Placed) []diag.Placed {
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

func (r *reader) condition(text diag.Placed) {
	asked, found := condition.ParseTest(text.Text, condition.GateMetrics())
	// What is wrong behind a metric that no gate is about does not matter.
	if r.refuses(asked, text) {
		return
	}
	if found != nil {
		r.fault(text.Within(found))
		return
	}
	if r.isNew(asked.String()) {
		r.set.tests = append(r.set.tests, test{asked, text})
	}
}

// isNew reports that nothing has asked for the same before. No two kinds of gate are written alike.
func (r *reader) isNew(line string) bool {
	if r.seen[line] {
		return false
	}
	r.seen[line] = true
	return true
}

func (r *reader) kept(text diag.Placed) {
	subject, found := condition.ParseSubject(text.Text, condition.GateMetrics())
	if found != nil {
		if found[0].Code == "missing" && found[0].Pos.Column == 1 {
			found[0].Hint = "write for example fit,coverage"
		}
		if isSwitch(text.Text) {
			found[0].Hint = "write true or false alone, or name figures: " + gateMetrics()
		}
		r.fault(text.Within(found))
		return
	}
	wanted := test{subject, text}
	if !r.refuses(subject, text) && r.isNew(wanted.subject()) {
		r.set.kept = append(r.set.kept, wanted)
	}
}

// isSwitch reports a word that other tools read as true, or as false. Here every text is read as it is written.
func isSwitch(text string) bool {
	return slices.Contains([]string{"yes", "no", "on", "off", "true", "false"}, strings.ToLower(text))
}

func gateMetrics() string { return strings.Join(condition.Names(condition.GateMetrics()), ", ") }

// refuses reports a metric of the condition language that no gate is about.
func (r *reader) refuses(asked condition.Condition, text diag.Placed) bool {
	metric := asked.Metric.Definition()
	if metric.Name == "" || metric.Gate {
		return false
	}
	message := "there is no gate on " + metric.Name
	if metric.Better == condition.Neither {
		message += ": DevOps and SysOps have names, not ranks, so that neither is more than the other"
	}
	r.fault(text.Within(diag.List{{
		Severity: diag.Error, Code: "no-such-gate", Pos: asked.Pos, Length: len(metric.Name), Message: message,
		Hint: "known: " + gateMetrics(),
	}}))
	return true
}

// flag reads true or false.
func (r *reader) flag(text diag.Placed) bool {
	return choice(r, "value", text, "true", "false") == "true"
}

// choice reads one of a few words; empty when it was not given.
func choice[W ~string](r *reader, noun string, text diag.Placed, words ...W) W {
	var known []string
	for _, word := range words {
		if text.Text == string(word) {
			return word
		}
		known = append(known, string(word))
	}
	if text.IsGiven() {
		hint := cmp.Or(diag.DidYouMean(text.Text, known), "choose one of "+strings.Join(known, ", "))
		r.fault(text.Errorf("bad-value", hint, "the %s cannot be %s", noun, diag.Quote(text.Text)))
	}
	return ""
}
