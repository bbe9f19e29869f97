package report

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// betweenOptions joins the options of a list in words, which may have commas of their own.
const betweenOptions = "; "

// addList adds to an answer what was said of a question of which several options may apply.
func (a *Answer) addList(question *questionnaire.Question, list *answers.List) {
	a.Listed = listed(question, list, ListedStatus(a.Status))
	if list == nil {
		return
	}
	a.Options, a.Unknown, a.NotApplicable = notNil(list.Options), notNil(list.Unknown), map[string]string{}
	for _, left := range list.NotApplicable {
		a.NotApplicable[left.Option] = left.Reason
	}
	a.Text = Text(chosenText(question, list))
}

// listed are the options that have a worth. Without an answer, each is as open as the question.
func listed(question *questionnaire.Question, list *answers.List, status ListedStatus) []Listed {
	options := []Listed{}
	for i := range question.Options {
		option := &question.Options[i]
		if option.Worth == nil {
			continue
		}
		one := Listed{Option: option.ID, Text: option.Text, Worth: exact.Float(option.Worth), Status: Open}
		switch {
		case list != nil:
			one.Status, one.Reason = statusIn(list, option.ID)
		case status == LeftOut:
			one.Status = LeftOut
		}
		options = append(options, one)
	}
	return options
}

// statusIn is what a list says of an option, and why where it does not apply.
func statusIn(list *answers.List, option string) (ListedStatus, Text) {
	for _, left := range list.NotApplicable {
		if left.Option == option {
			return LeftOut, Text(left.Reason)
		}
	}
	switch {
	case slices.Contains(list.Options, option):
		return Present, ""
	case slices.Contains(list.Unknown, option):
		return Open, ""
	}
	return Missing, ""
}

// chosenText is what is chosen in words.
func chosenText(question *questionnaire.Question, list *answers.List) string {
	if len(list.Options) == 0 {
		return "none of them"
	}
	var texts []string
	for _, id := range list.Options {
		texts = append(texts, question.Option(id).Text)
	}
	return strings.Join(texts, betweenOptions)
}

// ListInShort is what is missing in a list, where something is, since that is what an advice is about; else what is chosen.
func ListInShort(question *questionnaire.Question, list *answers.List) string {
	var missing []string
	for _, option := range listed(question, list, "") {
		switch option.Status {
		case Missing:
			missing = append(missing, option.Text)
		case Open:
			missing = append(missing, option.Text+" (unknown)")
		case Present, LeftOut:
		}
	}
	switch {
	case len(missing) == 0:
		return chosenText(question, list)
	case len(list.Options) == 0 || question.Option(list.Options[0]).None:
		return chosenText(question, list)
	}
	return "missing: " + strings.Join(missing, betweenOptions)
}
