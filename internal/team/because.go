package team

import (
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// warnings are those of anyone, with how many say them and because of which answers; built are the same without that.
func (b *builder) warnings(built []report.Warning, judged []advice.GroupWarning) []report.Warning {
	for i := range built {
		said := judged[i].SaidBy
		built[i].Because, built[i].SaidBy = b.because(judged[i].Because, said), b.saidBy(said)
		built[i].Disputed = len(said) < len(b.Sheets)
	}
	return built
}

// recommendations are like warnings.
func (b *builder) recommendations(built []report.Recommendation, judged []advice.GroupRecommendation) []report.Recommendation {
	for i := range built {
		said := judged[i].SaidBy
		built[i].Because, built[i].SaidBy = b.because(judged[i].Because, said), b.saidBy(said)
	}
	return built
}

// saidBy is nil where there is one respondent.
func (b *builder) saidBy(said []advice.Saying) *report.SaidBy {
	if len(b.Sheets) < 2 {
		return nil
	}
	return &report.SaidBy{Count: len(said), Of: len(b.Sheets)}
}

// because lists the answers that something follows from, by question and then by option, with how many of the group give each.
func (b *builder) because(questions []string, said []advice.Saying) []report.Cause {
	causes := []report.Cause{}
	for _, id := range questions {
		question := b.Questionnaire.Question(id)
		named := b.namedAnswers(id, said)
		if question.Many {
			causes = append(causes, b.listCauses(question, named)...)
		}
		for i := range question.Options {
			if option := &question.Options[i]; slices.Contains(named, given{answers.Answered, option.ID}) {
				causes = append(causes, b.cause(question, given{answers.Answered, option.ID}, option.Text))
			}
		}
		for _, status := range []answers.Status{answers.DontKnow, answers.NotApplicable, answers.Skipped} {
			if slices.Contains(named, given{status, ""}) {
				causes = append(causes, b.cause(question, given{status, ""}, report.StatusWord(string(status))))
			}
		}
	}
	return causes
}

// given is an answer by which people are counted; of a list, the option is what it lacks or has, in words.
type given struct {
	status answers.Status
	option string
}

func (b *builder) givenTo(question string, sheet *answers.Sheet) given {
	answer := sheet.Get(question)
	if answer.List != nil {
		return given{answer.Status, report.ListInShort(b.Questionnaire.Question(question), answer.List)}
	}
	return given{answer.Status, answer.Option}
}

// listCauses are the different lists that something follows from, each in words.
func (b *builder) listCauses(question *questionnaire.Question, named []given) []report.Cause {
	var texts []string
	for _, answer := range named {
		if answer.status == answers.Answered && !slices.Contains(texts, answer.option) {
			texts = append(texts, answer.option)
		}
	}
	slices.Sort(texts)
	var causes []report.Cause
	for _, text := range texts {
		cause := b.cause(question, given{answers.Answered, text}, text)
		cause.Option = ""
		causes = append(causes, cause)
	}
	return causes
}

// cause counts an answer in the whole group, as the list of all answers does, and not only among those who say what follows
// from it: that would tell which answers are of one person. In a group of fewer than three any count does.
func (b *builder) cause(question *questionnaire.Question, answer given, text string) report.Cause {
	cause := report.Cause{Question: question.ID, Title: question.Title, Option: report.Text(answer.option), Text: text}
	if len(b.Sheets) >= leastGroup || b.ShowSmallGroups && len(b.Sheets) > 1 {
		count := b.countSheets(func(sheet *answers.Sheet) bool { return b.givenTo(question.ID, sheet) == answer })
		cause.Count = &count
	}
	return cause
}

// namedAnswers are the answers to a question that something follows from. Where it is the answer itself that is looked at, those
// are the answers of the people who say it. Where the answer stands behind a figure beside many others, and fewer than three
// people say it, it is what anybody answered: the answers of one person side by side would be a portrait.
func (b *builder) namedAnswers(question string, said []advice.Saying) []given {
	var named []given
	for _, saying := range said {
		if !slices.Contains(saying.Because, question) {
			continue
		}
		named = append(named, b.givenTo(question, b.Sheets[saying.Voice]))
		if slices.Contains(saying.Direct, question) || len(said) >= leastGroup || b.ShowSmallGroups {
			continue
		}
		for _, sheet := range b.Sheets {
			if answer := b.givenTo(question, sheet); answer.status != answers.NotApplicable {
				named = append(named, answer)
			}
		}
	}
	return named
}
