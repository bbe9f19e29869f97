package export

import (
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// QuestionnaireJSON writes a questionnaire with the keys of the YAML form, so that it loads again and scores the same. It
// stands on its own: what came from another questionnaire or from a catalogue file is written out. It fails only when w
// does.
func QuestionnaireJSON(w io.Writer, q *questionnaire.Questionnaire) error {
	var o object
	o.text("id", q.ID)
	o.text("version", q.Version)
	o.text("title", q.Title)
	o.number("minutes", q.Minutes)
	if q.Verdict != questionnaire.Leaning || q.ImpliedVerdict() != questionnaire.Leaning {
		o.text("verdict", string(q.Verdict))
	}
	o.text("scope_hint", q.ScopeHint)
	o.addOutcomes(q)
	// All but delivery metrics need the key, also where no question is left on any axis.
	if axes := objects(q.Axes, axisObject); q.Verdict != questionnaire.Quadrant || len(axes) > 0 {
		o.add("axes", axes)
	}
	o.addHeadings(q.Headings)
	o.addAll("questions", objects(q.Questions, questionObject))
	o.addCatalogue(q.Catalogue)
	return o.writeTo(w)
}

// QuestionJSON writes one question as QuestionnaireJSON does. It fails only when w does.
func QuestionJSON(w io.Writer, question *questionnaire.Question) error {
	o := questionObject(question)
	return o.writeTo(w)
}

func axisObject(axis *questionnaire.Axis) object {
	var o object
	o.text("id", axis.ID)
	o.text("title", axis.Title)
	o.text("low", axis.Low)
	o.text("high", axis.High)
	o.text("card_axis", axis.CardAxis)
	o.weight("weight", axis.Weight)
	return o
}

func (o *object) addHeadings(headings []questionnaire.Heading) {
	var covered object
	for _, heading := range headings {
		covered.add(heading.Title, append([]string{}, heading.Axes...))
	}
	o.members("article_headings", covered)
}

func questionObject(question *questionnaire.Question) object {
	var o object
	o.text("id", question.ID)
	o.texts("was", question.Was)
	o.title(question.Title, question.ID)
	o.text("axis", question.Axis)
	o.text("measures", string(question.Measures))
	o.text("kind", string(question.Kind))
	o.weight("weight", question.Weight)
	o.flag("allow_na", question.AllowNA)
	o.flag("critical", question.Critical)
	if question.Reverse {
		o.text("display", "reverse")
	}
	if question.Many {
		o.text("choose", "many")
	}
	if question.AskIf != nil {
		o.condition("ask_if", *question.AskIf)
	}
	var affects object
	for _, affect := range question.Affects {
		affects.number(affect.Axis, affect.Weight)
	}
	o.members("affects", affects)
	o.text("heading", question.Heading)
	o.text("text", question.Text)
	o.text("why", question.Why)
	o.addAll("options", objects(question.Options, optionObject))
	o.texts("sources", question.Sources)
	o.addEvidence(question.Evidence)
	return o
}

// addEvidence writes a note that stands alone as a text.
func (o *object) addEvidence(evidence questionnaire.Evidence) {
	var shown object
	shown.texts("supports_high", evidence.High)
	shown.texts("supports_low", evidence.Low)
	shown.addAll("measures", objects(evidence.Mappings, mappingObject))
	if len(shown) == 0 {
		o.text("evidence", evidence.Note)
		return
	}
	var all object
	all.text("note", evidence.Note)
	o.members("evidence", append(all, shown...))
}

func mappingObject(m *questionnaire.Mapping) object {
	var o object
	if m.Measure == "" {
		o.texts("signal", m.Signals)
		o.texts("agrees", m.Agrees)
		o.texts("differs", m.Differs)
		return o
	}
	o.text("measure", m.Measure)
	if m.Contradicts != questionnaire.Never {
		o.text("contradicts", string(m.Contradicts))
	}
	ranges := object{}
	for _, r := range m.Ranges {
		var bounds object
		bounds.number("from", r.From)
		bounds.number("to", r.To)
		ranges.add(r.Option, bounds)
	}
	o.add("ranges", ranges)
	return o
}

func optionObject(option *questionnaire.Option) object {
	var o object
	o.text("id", option.ID)
	o.texts("was", option.Was)
	o.number("position", option.Position)
	o.number("readiness", option.Readiness)
	if option.Worth != nil {
		o.weight("worth", option.Worth)
	}
	o.flag("none", option.None)
	if option.Class > 0 {
		o.add("class", option.Class)
	}
	o.number("percent", option.Percent)
	var floors object
	for _, floor := range option.Floors {
		floors.number(floor.Axis, floor.Level)
	}
	o.members("floor", floors)
	var allows object
	for _, bound := range option.Allows {
		allows.add(bound.Axis, boundObject(bound))
	}
	o.members("allows", allows)
	o.number(fmt.Sprintf("share_%d", option.ShareYear), option.Share)
	o.text("text", option.Text)
	return o
}

func boundObject(bound questionnaire.Allowance) object {
	var o object
	o.number("at_most", bound.AtMost)
	o.number("at_least", bound.AtLeast)
	return o
}
