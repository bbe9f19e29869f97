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
	words := words(question)
	forms := []object{words, {{"type", "null"}}}
	details := object{{"option", words}}
	if question.Many {
		list := listOf(question)
		forms = append(forms, list)
		details = append(details, object{{"options", list}, {"unknown", list}, {"not_applicable", leftOut(question)}}...)
	} else {
		details = append(details, object{{"options", false}, {"unknown", false}, {"not_applicable", reason(question)}}...)
	}
	forms = append(forms, object{{"allOf", []object{{{"$ref", "#/definitions/details"}}}}, {"properties", details}})
	return object{{"title", title}, {"description", text}, {"anyOf", forms}}
}

// reason is what may stand behind not_applicable for a whole question.
func reason(question *questionnaire.Question) any {
	if question.AllowNA {
		return object{{"$ref", "#/definitions/text"}}
	}
	return false
}

// leftOut is the same where single options may be left out too.
func leftOut(question *questionnaire.Question) any {
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
	return object{{"type", "array"}, {"items", object{{"anyOf", options(question)}}}, {"uniqueItems", true}}
}

// options are the ids of a question's options, earlier ones included.
func options(question *questionnaire.Question) []object {
	var all []object
	for _, option := range question.Shown() {
		all = append(all, word(option.ID, option.Text)...)
		for _, earlier := range option.Was {
			all = append(all, word(earlier, option.Text+" (earlier id; now "+option.ID+")")...)
		}
	}
	return all
}

// words are all words that may answer a question.
func words(question *questionnaire.Question) object {
	all := options(question)
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
