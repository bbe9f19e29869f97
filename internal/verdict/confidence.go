package verdict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// decisive orders the reasons from the one that a reader must know first: what could turn the advice round, then what is not
// known, then what would change it.
func decisive() []score.ConfidenceReason {
	return []score.ConfidenceReason{
		score.ByReversal, score.ByCoverage, score.ByNeedCoverage, score.BySteps, score.ByCriticalUnknown, score.ByRange,
		score.BySituationRange, score.ByOneStep, score.ByTwoNeeds, score.ByThinAxis,
	}
}

// confidence says how sure the advice is, the other reasons, and what to do about each.
func (t *teller) confidence() (sentence, more string, next []string) {
	if t.v.Confidence == "" {
		return "", "", nil
	}
	var reasons []string
	for _, reason := range decisive() {
		if !slices.Contains(t.v.ConfidenceBecause, string(reason)) {
			continue
		}
		if text, step := t.reason(reason); text != "" {
			reasons, next = append(reasons, text), append(next, compact(step)...)
		}
	}
	if len(reasons) == 0 {
		return fill(t.text("confidence", string(t.v.Confidence)), nil), "", nil
	}
	sentence = fill(t.text("confidence", string(t.v.Confidence)), values{"reason": reasons[0]})
	more = fill(t.text("confidence", "more"), values{"more_reasons": strings.Join(reasons[1:], "; ")})
	return sentence, more, slices.Compact(next)
}

// reason is one reason in words, and what to do about it.
func (t *teller) reason(reason score.ConfidenceReason) (text, next string) {
	form, with := t.reasonValues(reason)
	at := []string{"confidence", "reasons", string(reason)}
	return fill(t.text(append(slices.Clone(at), form)...), with), fill(t.text(append(at, "next")...), with)
}

// reasonValues are the key of the sentence for a reason and what its placeholders stand for.
func (t *teller) reasonValues(reason score.ConfidenceReason) (form string, with values) {
	switch reason {
	case score.ByCoverage:
		return "text", values{"percent": english.Percent(t.v.Coverage), "questions": t.open(questionnaire.Lean)}
	case score.ByNeedCoverage:
		return "text", values{"percent": english.Percent(t.v.Situation.Coverage), "questions": t.open(questionnaire.Context)}
	case score.ByRange:
		return "text", values{"questions": t.open(questionnaire.Lean), "off": t.off(t.v.Practice.Band)}
	case score.BySituationRange:
		return "text", values{"questions": t.open(questionnaire.Context), "situation_off": t.off(t.v.Situation.Band)}
	case score.BySteps:
		return t.stepsValues()
	case score.ByThinAxis:
		return t.thinValues()
	case score.ByCriticalUnknown:
		unknown := t.unknownReadiness()
		return count(len(unknown)), values{"question": t.titles(unknown), "questions": t.titles(unknown)}
	case score.ByOneStep:
		return t.turnValues(t.robustness().Advice.OneStep)
	case score.ByReversal:
		return t.turnValues(t.reversing())
	case score.ByTwoNeeds:
		var questions []string
		for _, turn := range t.robustness().Advice.TwoNeeds {
			questions = append(questions, turn.Question)
		}
		return "one", values{"questions": t.titles(questions)}
	}
	return "", nil
}

// robustness is empty where there is none: a result of another program may give reasons without it.
func (t *teller) robustness() report.Robustness {
	if t.v.Robustness == nil {
		return report.Robustness{}
	}
	return *t.v.Robustness
}

// off says which side is left behind from a band; empty for no band.
func (t *teller) off(band report.Text) string {
	if band == "" {
		return ""
	}
	return t.text("words", "off", string(report.SideOf(band)))
}

func (t *teller) stepsValues() (form string, with values) {
	side := t.robustness().Side
	with = values{
		"question": t.titles(side.Questions[:min(1, len(side.Questions))]), "questions": t.titles(side.Questions),
		"off": t.off(t.v.Practice.Band),
	}
	switch {
	case side.Steps != nil && *side.Steps == 1:
		return "one_step", with
	case side.Answers != nil && *side.Answers == 1:
		return "one_answer", with
	case side.Steps != nil:
		with["steps"] = strconv.Itoa(*side.Steps)
	}
	return "few_steps", with
}

// quick is the shipped questionnaire that another shipped one asks more fully; only its readers can be sent to that.
const quick = "quick"

func (t *teller) thinValues() (form string, with values) {
	n := 0
	titles := t.axisTitles(func(axis *report.Axis) bool {
		isThin := axis.Practice.Scored && len(axis.Contributions) < 2
		if isThin {
			n++
		}
		return isThin
	})
	with = values{"axis": titles, "axes": titles}
	if t.doc.Questionnaire.ID == quick {
		with["new_file"] = "answers-full.yaml"
	}
	return count(n), with
}

// turnValues are those of answers that, moved by one step, change the advice.
func (t *teller) turnValues(turns []report.Turn) (form string, with values) {
	if len(turns) == 0 {
		return "", nil
	}
	var questions []string
	for _, turn := range turns {
		if !slices.Contains(questions, turn.Question) {
			questions = append(questions, turn.Question)
		}
	}
	return count(len(questions)), values{
		"question": t.titles(questions[:1]), "questions": t.titles(questions), "count": strconv.Itoa(len(questions)),
		"other_advice": t.text("words", "advice", string(turns[0].Advice)),
	}
}

// reversing are the single steps that turn the advice to the other pole.
func (t *teller) reversing() []report.Turn {
	return slices.DeleteFunc(slices.Clone(t.robustness().Advice.OneStep), func(turn report.Turn) bool {
		return !score.AreOpposite(score.Advice(t.v.Advice), score.Advice(turn.Advice))
	})
}

// open are the titles of the questions of a measure without an answer.
func (t *teller) open(measure questionnaire.Measure) string {
	var questions []string
	for i := range t.doc.Answers {
		answer := &t.doc.Answers[i]
		if answer.Measures == string(measure) && answer.Applies() && !answer.IsAnswered() && !t.isProfile(answer) {
			questions = append(questions, answer.Question)
		}
	}
	return t.titles(questions)
}

// isProfile reports a question about the situation that moves no figure.
func (t *teller) isProfile(answer *report.Answer) bool {
	return answer.Kind == string(questionnaire.Profile)
}

// unknownReadiness are the critical questions about readiness that nobody can answer.
func (t *teller) unknownReadiness() []string {
	var questions []string
	for i := range t.doc.Answers {
		answer := &t.doc.Answers[i]
		if answer.Critical && answer.Applies() && !answer.IsAnswered() {
			questions = append(questions, answer.Question)
		}
	}
	return questions
}

// borderline says which labels one answer moved by one step would change.
func (t *teller) borderline() []string {
	practice, situation := t.v.Between, t.v.Situation.Between
	if len(practice) == 2 && slices.Equal(practice, situation) {
		return compact(t.edge("both", practice))
	}
	return compact(t.edge("practice", practice), t.edge("situation", situation))
}

func (t *teller) edge(form string, between []string) string {
	if len(between) != 2 {
		return ""
	}
	return fill(t.text("borderline", form), values{
		"label_a": t.text("words", "label", between[0]), "label_b": t.text("words", "label", between[1]),
		"practice": report.Signed(t.v.Practice.Value), "situation": report.Signed(t.v.Situation.Value),
	})
}

// tipping says how far another side is.
func (t *teller) tipping() string {
	if t.v.Robustness == nil {
		return ""
	}
	side, with := t.v.Robustness.Side, values{"off": t.off(t.v.Practice.Band)}
	switch {
	case side.Steps == nil:
		return fill(t.text("tipping", "none"), with)
	case *side.Steps == 1:
		with["question"] = t.titles(side.Questions)
		return fill(t.text("tipping", "one_step"), with)
	}
	with["steps"] = strconv.Itoa(*side.Steps)
	return fill(t.text("tipping", "steps"), with)
}
