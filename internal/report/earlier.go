package report

import (
	"bytes"
	"encoding/json"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
)

// EarlierSchema is the form of results before a limit was told from a need. Their figures cannot stand beside those of today, but
// their answers can be scored again.
const EarlierSchema = "opsfit.assessment/v1"

// earlierResult is what an earlier result keeps of the answers that it was made from.
type earlierResult struct {
	Questionnaire struct {
		ID      string `json:"id"`
		Version string `json:"version"`
	} `json:"questionnaire"`
	Subject    string   `json:"subject"`
	Team       string   `json:"team"`
	DependsOn  []string `json:"depends_on"`
	Date       string   `json:"date"`
	Respondent struct {
		Name string `json:"name"`
		Role string `json:"role"`
	} `json:"respondent"`
	Answers []earlierAnswer `json:"answers"`
	WhatIf  json.RawMessage `json:"what_if"`
}

type earlierAnswer struct {
	Question string `json:"question"`
	Status   string `json:"status"`
	Option   string `json:"option"`
	Reason   string `json:"reason"`
	Note     string `json:"note"`
	Evidence string `json:"evidence"`
	Reviewed string `json:"reviewed"`
	Source   string `json:"source"`
}

// EarlierAnswers returns the answers that an earlier result stores, as an answers file. It fails for a what-if, whose answers
// nobody gave, and for a file that is no such result.
func EarlierAnswers(name string, data []byte) ([]byte, diag.List) {
	var result earlierResult
	decoder := json.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&result); err != nil {
		after, message := JSONFault(decoder, err)
		return nil, fault(name, data, after, "not-a-result", message)
	}
	if len(result.WhatIf) > 0 && string(result.WhatIf) != "null" {
		return nil, fault(name, data, 0, "what-if", "this result of an earlier opsfit is a what-if, so its answers are not those that were given")
	}
	text, err := json.Marshal(result.answersFile())
	if err != nil {
		return nil, fault(name, data, 0, "not-a-result", err.Error())
	}
	return text, nil
}

// answersFile has the keys of an answers file. What is empty is left out, and so are exemptions: they excused warnings of an
// earlier catalogue.
func (result *earlierResult) answersFile() map[string]any {
	given := map[string]any{}
	for _, answer := range result.Answers {
		if answer.Status != string(answers.Skipped) {
			given[answer.Question] = answer.entry()
		}
	}
	file := filled(map[string]string{
		"questionnaire": result.Questionnaire.ID, "questionnaire_version": result.Questionnaire.Version,
		"subject": result.Subject, "team": result.Team, "date": result.Date,
	})
	file["answers"] = given
	if who := filled(map[string]string{"name": result.Respondent.Name, "role": result.Respondent.Role}); len(who) > 0 {
		file["respondent"] = who
	}
	if len(result.DependsOn) > 0 {
		file["depends_on"] = result.DependsOn
	}
	return file
}

// entry is one answer as an answers file has it.
func (a *earlierAnswer) entry() map[string]any {
	entry := filled(map[string]string{"note": a.Note, "evidence": a.Evidence, "reviewed": a.Reviewed, "source": a.Source})
	switch answers.Status(a.Status) {
	case answers.NotApplicable:
		delete(entry, "note") // it repeats the reason
		entry["not_applicable"] = true
		if a.Reason != "" {
			entry["not_applicable"] = a.Reason
		}
	case answers.DontKnow:
		entry["option"] = a.Status
	default:
		entry["option"] = a.Option
	}
	return entry
}

// filled leaves out what is empty.
func filled(texts map[string]string) map[string]any {
	kept := map[string]any{}
	for key, text := range texts {
		if text != "" {
			kept[key] = text
		}
	}
	return kept
}
