package questionnaire

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// readQuestions returns the questions that this file adds.
func (f *file) readQuestions() []Question {
	var questions []Question
	for i, item := range f.top.items("questions", "questions", MaxQuestions, len(f.questions.ids)) {
		questions = append(questions, f.question(item, labelOf("question", item, i)))
	}
	f.checkEarlierIDs(questions)
	f.checkAskIf(questions)
	return questions
}

func (f *file) question(n *yamltree.Node, label string) Question {
	p := newPart(f.Reader, n, label,
		"id", "was", "title", "axis", "measures", "weight", "text", "why", "allow_na", "display", "critical", "affects", "kind",
		"choose", "ask_if", "heading", "sources", "evidence", "options")
	p.requireText("id", "text")
	p.Require("measures", "options")
	q := Question{
		ID:       f.questions.enter(p, f.reservedQuestions()...),
		Measures: f.measures(p),
		Weight:   p.weight("weight"),
		Text:     p.Text("text"),
		Why:      p.Text("why"),
		AllowNA:  p.Bool("allow_na"),
		Reverse:  p.Choice("display", "reverse") != "",
		Critical: p.Bool("critical"),
		Heading:  p.Text("heading"),
		Sources:  p.Texts("sources"),
		File:     f.name(),
		Pos:      n.Pos,
	}
	q.Title, q.Was = cmp.Or(p.Text("title"), q.ID), p.textsOf("was")
	p.refuseOthers(q.Measures)
	q.Axis = f.questionAxis(p, q.Measures)
	f.axisValues(p, "affects", part.positive, func(axis string, weight *big.Rat) {
		q.Affects = append(q.Affects, Affect{Axis: axis, Weight: weight})
	})
	q.Many = p.many(q.Measures)
	q.AskIf = f.askIf(p, q.ID)
	q.Options = f.options(p, &q)
	q.Kind = f.kind(p, &q)
	q.Evidence = f.evidence(p, q.Options)
	return q
}

// reservedQuestions are the names that stand beside metric ids in the published figures.
func (f *file) reservedQuestions() []string {
	if f.verdict == Quadrant {
		return []string{"throughput", "stability"}
	}
	return nil
}

// measures returns "" when the word is missing or unknown; then nothing is held against it.
func (f *file) measures(p part) Measure {
	m := Measure(p.Choice("measures", string(Lean), string(Readiness), string(Context), string(Outcome)))
	switch {
	case m == Lean && f.verdict == ReadinessState:
		p.fault("measures", "wrong-measure", `write "measures: readiness", or leave out "verdict: readiness"`,
			"a style of working has no place in a questionnaire about readiness")
	case m == "" || f.verdict == "" || (m == Outcome) == (f.verdict == Quadrant):
	case m == Outcome:
		p.fault("measures", "wrong-measure", `ask for outcomes in a questionnaire with "verdict: quadrant"`,
			"an outcome has no place in a questionnaire about %s", f.verdict)
	default:
		p.fault("measures", "wrong-measure", `write "measures: outcome", or ask this in a questionnaire about leaning`,
			"with the verdict quadrant every question measures an outcome, not %s", m)
	}
	return m
}

// many reports whether several options may be the answer. Only a level of readiness can be summed up from them.
func (p part) many(m Measure) bool {
	if p.Choice("choose", "one", "many") != "many" {
		return false
	}
	if m != Readiness && m != "" {
		p.fault("choose", "misplaced-key", `write "choose: one", or ask for each in a question of its own`,
			"%s is for questions that measure readiness, this one measures %s", diag.Quote("choose: many"), m)
	}
	return m == Readiness
}

func (f *file) questionAxis(p part, m Measure) string {
	if m != Lean && m != Readiness {
		return ""
	}
	p.requireText("axis")
	axis, node := p.Text("axis"), p.Node("axis")
	if strings.TrimSpace(axis) != "" {
		f.axes.check(node.Pos, node.Length(), p.label, axis)
	}
	return axis
}

// refuseOthers reports the keys that only questions with another measure have. Style, readiness and need are kept apart
// question by question: what mixes them cannot be told apart in a result.
func (p part) refuseOthers(m Measure) {
	if m == "" || p.node.Kind != yamltree.Mapping {
		return
	}
	for _, entry := range p.node.Entries {
		users := usersOf(entry.Key)
		if users == nil || slices.Contains(users, m) {
			continue
		}
		if entry.Key == "readiness" && m == Lean || entry.Key == "position" && m == Readiness {
			p.reader.Warnf(entry.KeyPos, entry.KeyLength(), "mixed-option", "ask for style and readiness in two questions",
				"%s: %s does not count in a question that measures %s", p.label, diag.Quote(entry.Key), m)
			continue
		}
		p.reader.Errorf(entry.KeyPos, entry.KeyLength(), "misplaced-key", "remove it",
			"%s: %s is for questions that measure %s, this one measures %s",
			p.label, diag.Quote(entry.Key), wordList(users), m)
	}
}

// usersOf returns the measures that a key of a question or an option is for, and nil when it is for all of them.
func usersOf(key string) []Measure {
	switch key {
	case "axis":
		return []Measure{Lean, Readiness}
	case "weight":
		return []Measure{Lean, Readiness, Context}
	case "position":
		return []Measure{Lean, Context}
	case "readiness", "critical", "worth", "none":
		return []Measure{Readiness}
	case "affects", "kind", "floor", "allows":
		return []Measure{Context}
	case "class", "percent":
		return []Measure{Outcome}
	}
	if yearOf("share_", key) > 0 {
		return []Measure{Outcome}
	}
	return nil
}

func wordList(measures []Measure) string {
	words := make([]string, len(measures))
	for i, m := range measures {
		words[i] = string(m)
	}
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
