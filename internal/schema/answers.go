package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// OfAnswers returns the schema of answers to one questionnaire: it knows the ids, so that an editor completes them, and shows the
// titles and texts beside them.
func OfAnswers(q *questionnaire.Questionnaire) ([]byte, error) {
	text, err := questionnaire.Schema("answers")
	if err != nil {
		return nil, err
	}
	id := object{{"title", "Questionnaire"}, {"description", q.Title}, {"const", q.ID}}
	for _, change := range []struct {
		at   []string
		into any
	}{
		{[]string{"title"}, "opsfit answers to " + q.ID},
		{[]string{"properties", "questionnaire"}, id},
		{[]string{"properties", "exempt", "items", "properties", "warning"}, warnings(q.Catalogue)},
		{[]string{"properties", "answers", "properties"}, questions(q)},
		{[]string{"properties", "answers", "additionalProperties"}, false},
	} {
		if text, err = replaced(text, change.at, change.into); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		return nil, fmt.Errorf("lay out the schema of answers: %w", err)
	}
	return diag.VisibleJSON(append(out.Bytes(), '\n')), nil
}

// replaced sets a member below an object, adding it where it is not there.
func replaced(text json.RawMessage, at []string, into any) (json.RawMessage, error) {
	if len(at) == 0 {
		return plainJSON(into)
	}
	members, err := membersOf(text)
	if err != nil {
		return nil, err
	}
	for i := range members {
		if members[i].key == at[0] {
			if members[i].value, err = replaced(members[i].value.(json.RawMessage), at[1:], into); err != nil {
				return nil, err
			}
			return plainJSON(members)
		}
	}
	return plainJSON(append(members, member{at[0], into}))
}

// membersOf takes an object apart, in its order.
func membersOf(text json.RawMessage) (object, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	if _, err := decoder.Token(); err != nil {
		return nil, fmt.Errorf("read a schema: %w", err)
	}
	var members object
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil, fmt.Errorf("read a schema: %w", err)
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, fmt.Errorf("read a schema: %w", err)
		}
		members = append(members, member{fmt.Sprint(key), value})
	}
	return members, nil
}

func questions(q *questionnaire.Questionnaire) object {
	var all object
	for i := range q.Questions {
		question := &q.Questions[i]
		about := aboutQuestion(q, question)
		all = append(all, member{question.ID, answerTo(question, question.Title, about)})
		for _, earlier := range question.Was {
			all = append(all, member{earlier, answerTo(question, question.Title+" (earlier id; now "+question.ID+")", about)})
		}
	}
	return all
}

// aboutQuestion is what an editor shows about a question: what the comments of an answers file say.
func aboutQuestion(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
	parts := []string{question.Text}
	if question.Why != "" {
		parts = append(parts, question.Why)
	}
	if question.Many {
		parts = append(parts, "The answer is a list of all that apply.")
	}
	var decides []string
	for _, id := range question.DependsOn() {
		if other := q.Question(id); other != nil {
			decides = append(decides, other.Title)
		}
	}
	if len(decides) > 0 {
		parts = append(parts, "Asked only for some answers to: "+strings.Join(decides, ", ")+".")
	}
	return strings.Join(parts, "\n\n")
}

// answerTo describes the answer to a question: an option, alone or with a note.
func answerTo(question *questionnaire.Question, title, about string) object {
	alone := words(question)
	details := object{{"option", withText("One option, dont_know or skipped.", alone.schema())}}
	alone.values, alone.texts = append(alone.values, nil), append(alone.texts, "No answer for now.")
	forms := []object{alone.schema()}
	if question.Many {
		list := listOf(question)
		forms = append(forms, list)
		details = append(details, object{
			{"options", withText("All options that apply; an empty list: none of them.", list)},
			{"unknown", withText("The options of which nobody knows.", list)},
			{"not_applicable", withText("The options that cannot apply, each with the reason.", leftOut(question))},
		}...)
	} else if question.AllowNA {
		details = append(details, member{"not_applicable", ofDetails("not_applicable")})
	}
	for _, key := range []string{"note", "evidence", "reviewed", "source"} {
		details = append(details, member{key, ofDetails(key)})
	}
	forms = append(forms, object{
		{"type", "object"},
		{"properties", details},
		{"not", object{{"required", []string{"option", "not_applicable"}}}},
		{"additionalProperties", false},
	})
	return object{{"title", title}, {"description", about}, {"anyOf", forms}}
}

// ofDetails is what answers to any questionnaire have under a key. An editor offers only the keys that a question knows, so each
// lists its own.
func ofDetails(key string) object { return object{{"$ref", "#/definitions/details/properties/" + key}} }

// withText puts a text before the rest of a description.
func withText(about string, value object) object {
	return append(object{{"description", about}}, value...)
}

// leftOut are the options of a list that may be left out, each with the reason.
func leftOut(question *questionnaire.Question) object {
	var each object
	for i := range question.Options {
		if option := &question.Options[i]; !option.None {
			each = append(each, member{option.ID, object{{"allOf", []object{{{"$ref", "#/definitions/text"}}}}, {"description", option.Text}}})
		}
	}
	single := object{{"type", "object"}, {"properties", each}, {"additionalProperties", false}}
	if question.AllowNA {
		return object{{"anyOf", []object{{{"$ref", "#/definitions/text"}}, single}}}
	}
	return single
}

// listOf is a list of the options of a question.
func listOf(question *questionnaire.Question) object {
	return object{{"type", "array"}, {"items", options(question).schema()}, {"uniqueItems", true}}
}

// choice are values to choose from, each with its text.
type choice struct {
	values []any
	texts  []string
}

// add adds a word. An editor that takes it for a number or a truth value has to accept that as well: opsfit reads it as it is
// written.
func (c *choice) add(word, text string) {
	c.values, c.texts = append(c.values, word), append(c.texts, text)
	if json.Valid([]byte(word)) && !strings.HasPrefix(word, `"`) {
		c.values, c.texts = append(c.values, json.RawMessage(word)), append(c.texts, text)
	}
}

// schema writes the texts where editors look for them. With a description for each value in their place, an editor would show the
// text of the answer instead of the question.
func (c *choice) schema() object { return object{{"enum", c.values}, {"enumDescriptions", c.texts}} }

// options are the ids of a question's options, earlier ones included.
func options(question *questionnaire.Question) *choice {
	all := new(choice)
	for _, option := range question.Shown() {
		all.add(option.ID, option.Text)
		for _, earlier := range option.Was {
			all.add(earlier, option.Text+" (earlier id; now "+option.ID+")")
		}
	}
	return all
}

// words are all words that may answer a question.
func words(question *questionnaire.Question) *choice {
	all := options(question)
	all.add("dont_know", "You do not know.")
	all.add("skipped", "No answer for now.")
	if question.AllowNA {
		all.add("not_applicable", "The question does not apply; better with a reason: {not_applicable: \"why\"}.")
	}
	return all
}

// warnings are the ids that an exemption may name; others are no fault of form.
func warnings(catalogue *questionnaire.Catalogue) object {
	var all []object
	if catalogue != nil {
		for i := range catalogue.Warnings {
			warning := &catalogue.Warnings[i]
			all = append(all, object{{"const", warning.ID}, {"title", warning.Title}, {"description", warning.Text}})
		}
	}
	return object{
		{"title", "Warning"},
		{"description", "The id of the warning, as in the reports."},
		{"anyOf", append(all, object{{"type", "string"}})},
	}
}
