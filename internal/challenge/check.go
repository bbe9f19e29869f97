package challenge

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Voice is the sheet of somebody who was asked, and the name of its file.
type Voice struct {
	File  string
	Sheet *answers.Sheet
}

// Refuse reports a questionnaire whose verdict cannot be challenged; nil for any other.
func Refuse(q *questionnaire.Questionnaire, file string) diag.List {
	if HasVerdict(q) {
		return nil
	}
	return diag.List{{
		Severity: diag.Error, Code: "no-verdict", File: file, Hint: "challenge answers to a questionnaire with a verdict, such as full",
		Message: q.ID + " counts delivery figures and gives no advice, so there is nothing to challenge",
	}}
}

// Check reports sheets that cannot be heard, such as answers about another service or a second sheet of one person, and warns of those
// that confirm nothing: the respondent's own, one without a name, and one without an answer to any of the questions.
func Check(given *answers.Sheet, questions []string, voices []Voice) diag.List {
	var found diag.List
	for i, voice := range voices {
		found = append(found, checkSubject(given, voice)...)
		found = append(found, checkRepeated(voices[:i], voice)...)
		found = append(found, checkPerson(given, voice)...)
		found = append(found, checkAnswers(questions, voice)...)
	}
	return found
}

func checkSubject(given *answers.Sheet, voice Voice) diag.List {
	of, about := given.Subject, voice.Sheet.Subject
	if of == "" || about == "" || english.SameName(of, about) {
		return nil
	}
	return diag.List{{
		Severity: diag.Error, Code: "other-subject", File: voice.File, Hint: "hear answers about the same service, or correct the subject",
		Message: fmt.Sprintf("these answers are about %s, those that are challenged about %s", diag.Quote(about), diag.Quote(of)),
	}}
}

func checkRepeated(earlier []Voice, voice Voice) diag.List {
	name := voice.Sheet.Respondent.Name
	at := slices.IndexFunc(earlier, func(other Voice) bool { return english.SameName(other.Sheet.Respondent.Name, name) })
	if english.NameKey(name) == "" || at < 0 {
		return nil
	}
	return diag.List{{
		Severity: diag.Error, Code: "same-respondent", File: voice.File, Hint: "keep one of the two, or give them names of their own",
		Message: fmt.Sprintf("%s answered in %s, too", diag.Quote(name), diag.Visible(earlier[at].File)),
	}}
}

func checkPerson(given *answers.Sheet, voice Voice) diag.List {
	switch {
	case english.NameKey(voice.Sheet.Respondent.Name) == "":
		return diag.List{{
			Severity: diag.Warning, Code: "no-name", File: voice.File, Hint: "write the name below respondent",
			Message: "these answers have no name, so they confirm nothing: people confirm by name",
		}}
	case isOwn(given, voice.Sheet):
		return diag.List{{
			Severity: diag.Warning, Code: "own-voice", File: voice.File, Hint: "ask somebody else",
			Message: diag.Quote(voice.Sheet.Respondent.Name) + " gave the answers that are challenged, so these confirm nothing",
		}}
	}
	return nil
}

func checkAnswers(questions []string, voice Voice) diag.List {
	if len(questions) == 0 || slices.ContainsFunc(questions, func(id string) bool { return isAnswer(saidBy(voice.Sheet, id)) }) {
		return nil
	}
	return diag.List{{
		Severity: diag.Warning, Code: "nothing-said", File: voice.File, Hint: "ask with opsfit challenge -a FILE -o challenge.html",
		Message: fmt.Sprintf("these answers say nothing to the %s on which the verdict hangs", english.Count(len(questions), "question")),
	}}
}

// Asked is the questionnaire with which heard sheets are read: these questions are asked of everybody, whatever else they answered.
func Asked(q *questionnaire.Questionnaire, ids []string) *questionnaire.Questionnaire {
	asked := *q
	asked.Questions = slices.Clone(q.Questions)
	for i := range asked.Questions {
		if slices.Contains(ids, asked.Questions[i].ID) {
			asked.Questions[i].AskIf = nil
		}
	}
	return &asked
}
