package render

import (
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// addCatalogue writes the advice beside the questions, where it needs no second file.
func (o *object) addCatalogue(catalogue *questionnaire.Catalogue) {
	if catalogue == nil {
		return
	}
	o.add("warnings", objects(catalogue.Warnings, warningObject))
	o.add("recommendations", objects(catalogue.Recommendations, recommendationObject))
}

func warningObject(warning *questionnaire.Warning) object {
	var o object
	o.text("id", warning.ID)
	o.add("severity", severity(warning.Grades))
	o.condition("when", warning.When)
	o.text("text", warning.Text)
	o.text("why", warning.Why)
	return o
}

// severity is one word, or an object from words to conditions.
func severity(grades []questionnaire.Grade) any {
	if len(grades) == 1 && grades[0].When.Kind == questionnaire.Always {
		return string(grades[0].Severity)
	}
	var o object
	for _, grade := range grades {
		o.condition(string(grade.Severity), grade.When)
	}
	return o
}

func recommendationObject(item *questionnaire.Recommendation) object {
	var o object
	o.text("id", item.ID)
	o.text("title", item.Title)
	o.text("direction", item.Direction)
	o.text("tier", item.Tier)
	o.text("axis", item.Axis)
	o.add("effort", item.Effort)
	o.add("impact", item.Impact)
	o.number("urgency", item.Urgency)
	o.condition("when", item.When)
	o.condition("requires", item.Requires)
	o.text("first_step", item.FirstStep)
	o.text("then", item.Then)
	o.text("why", item.Why)
	o.text("effect", item.Effect)
	o.texts("answers_warnings", item.AnswersWarnings)
	o.text("anti_pattern", item.AntiPattern)
	return o
}

// condition adds a condition; one that always holds is written by leaving it out.
func (o *object) condition(key string, condition questionnaire.Condition) {
	if condition.Kind != questionnaire.Always {
		o.add(key, conditionObject(condition))
	}
}

func conditionObject(condition questionnaire.Condition) object {
	var o object
	switch condition.Kind {
	case questionnaire.All:
		o.parts("all", condition.Of)
	case questionnaire.Any:
		o.parts("any", condition.Of)
	case questionnaire.None:
		o.parts("none", condition.Of)
	case questionnaire.MetricTest:
		o.text("metric", condition.Metric)
		o.text("axis", condition.Axis)
	case questionnaire.AnswerTest:
		o.text("answer", condition.Question)
		o.texts("in", condition.Options)
	case questionnaire.LevelTest:
		o.text("level", condition.Question)
	case questionnaire.UnknownTest:
		o.text("unknown", condition.Question)
	case questionnaire.ShiftTest:
		o.text("shift", condition.Axis)
	case questionnaire.NotShiftTest:
		o.text("not_shift", condition.Axis)
	case questionnaire.Always:
	}
	o.text("towards", condition.Towards)
	for _, bound := range condition.Bounds {
		o.number(string(bound.Op), bound.Value)
	}
	return o
}

func (o *object) parts(key string, conditions []questionnaire.Condition) {
	parts := []object{}
	for _, condition := range conditions {
		parts = append(parts, conditionObject(condition))
	}
	o.add(key, parts)
}
