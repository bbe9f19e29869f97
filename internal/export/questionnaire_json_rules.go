package export

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
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
	o.title(warning.Title, warning.ID)
	o.add("severity", severity(warning.Grades))
	o.condition("when", warning.When)
	o.text("text", warning.Text)
	o.text("why", warning.Why)
	if warning.AnsweredByLifts {
		o.text("answered_by", "lifts")
	}
	return o
}

// severity is one word, or an object from words to conditions.
func severity(grades []questionnaire.Grade) any {
	if len(grades) == 1 && grades[0].When.Kind == condition.Always {
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
	o.texts("lifts", item.Lifts)
	o.texts("moves", item.Moves)
	o.texts("answers_warnings", item.AnswersWarnings)
	o.text("anti_pattern", item.AntiPattern)
	return o
}

// condition adds a condition; one that always holds is written by leaving it out.
func (o *object) condition(key string, c condition.Condition) {
	o.members(key, conditionObject(&c))
}

func conditionObject(c *condition.Condition) object {
	var o object
	for _, entry := range c.Entries() {
		switch value := entry.Value.(type) {
		case *big.Rat:
			o.number(entry.Key, value)
		case []condition.Condition:
			o.add(entry.Key, append([]object{}, objects(value, conditionObject)...))
		default:
			o.add(entry.Key, value)
		}
	}
	return o
}
