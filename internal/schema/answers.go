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
		all = append(all, member{question.ID, answerTo(question, question.Title)})
		for _, earlier := range question.Was {
			all = append(all, member{earlier, answerTo(question, question.Title+" (earlier id; now "+question.ID+")")})
		}
	}
	return all
}

// answerTo describes the answer to a question: an option, alone or with a note.
func answerTo(question *questionnaire.Question, title string) object {
	text := question.Text
	if question.Why != "" {
		text += "\n\n" + question.Why
	}
	options := options(question)
	details := object{{"option", options}}
	if !question.AllowNA {
		details = append(details, member{"not_applicable", false})
	}
	return object{
		{"title", title},
		{"description", text},
		{"anyOf", []object{
			options,
			{{"type", "null"}},
			{{"allOf", []object{{{"$ref", "#/definitions/details"}}}}, {"properties", details}},
		}},
	}
}

// options are all words that may answer a question.
func options(question *questionnaire.Question) object {
	var all []object
	for _, option := range question.Shown() {
		all = append(all, word(option.ID, option.Text)...)
		for _, earlier := range option.Was {
			all = append(all, word(earlier, option.Text+" (earlier id; now "+option.ID+")")...)
		}
	}
	all = append(all, word("dont_know", "You do not know.")...)
	all = append(all, word("skipped", "No answer for now.")...)
	if question.AllowNA {
		all = append(all, word("not_applicable", "The question does not apply; better with a reason: {not_applicable: \"why\"}.")...)
	}
	return object{{"anyOf", all}}
}

// word is a text as an answer. An editor that takes it for a number or a truth value has to accept that as well: opsfit reads it
// as it is written.
func word(text, about string) []object {
	words := []object{{{"const", text}, {"description", about}}}
	if json.Valid([]byte(text)) && !strings.HasPrefix(text, `"`) {
		words = append(words, object{{"const", json.RawMessage(text)}, {"description", about}})
	}
	return words
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
