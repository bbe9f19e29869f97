package team_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

// drawGroup draws the sheets of up to seven people in three roles or none.
func drawGroup(t *rapid.T, q *questionnaire.Questionnaire) []*answers.Sheet {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *answers.Sheet { return drawAnswers(t, q) }), 1, 7).Draw(t, "group")
}

// drawAnswers answers each question at random; most often with an option, so that most groups have a verdict.
func drawAnswers(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	sheet.Respondent.Role = rapid.SampledFrom([]string{"developer", "operations", "manager", ""}).Draw(t, "role")
	for i := range q.Questions {
		question := &q.Questions[i]
		statuses := []answers.Status{answers.Answered, answers.Answered, answers.Answered, answers.DontKnow, answers.Skipped}
		if question.AllowNA {
			statuses = append(statuses, answers.NotApplicable)
		}
		answer := answers.Answer{Status: rapid.SampledFrom(statuses).Draw(t, question.ID), Source: answers.Person}
		if answer.Status == answers.Answered {
			answer.Option = rapid.SampledFrom(question.Options).Draw(t, "option").ID
		}
		if answer.Status != answers.Skipped {
			sheet.Answers[question.ID] = answer
		}
	}
	return sheet
}

// assess is the result of one sheet alone.
func assess(q *questionnaire.Questionnaire, sheet *answers.Sheet) *report.Document {
	result := score.Score(q, sheet)
	return report.Build(report.Run{Questionnaire: q, Sheet: sheet, Score: result, Advice: advice.Advise(q, sheet, result)})
}

// TestPeopleWhoSayTheSameEqualOne: any number of people with the same sheet get the verdict, the axes, the warnings and the steps
// of that sheet, apart from what no group has.
func TestPeopleWhoSayTheSameEqualOne(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		one := drawAnswers(t, q)
		alone := assess(q, one)
		many := team.Build(team.Input{Questionnaire: q, Sheets: slices.Repeat(
			[]*answers.Sheet{one}, rapid.IntRange(1, 5).Draw(t, "people"))})
		if diff := cmp.Diff(asGroup(*alone.Verdict.Leaning), *many.Verdict.Leaning); diff != "" {
			t.Errorf("verdict (-one +group):\n%s", diff)
		}
		for i := range alone.Axes {
			want, got := alone.Axes[i], many.Axes[i].Axis
			want.Contributions, got.Contributions = nil, nil
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("axes (-one +group):\n%s", diff)
			}
		}
		for i := range many.Warnings {
			if many.Warnings[i].Disputed {
				t.Errorf("%s is disputed", many.Warnings[i].ID)
			}
		}
		if diff := cmp.Diff(alone.Warnings, unsaidWarnings(many.Warnings)); diff != "" {
			t.Errorf("warnings (-one +group):\n%s", diff)
		}
		if diff := cmp.Diff(alone.Recommendations, unsaidSteps(many.Recommendations)); diff != "" {
			t.Errorf("steps (-one +group):\n%s", diff)
		}
		if len(many.DiscussFirst) > 0 || many.Withheld != nil {
			t.Errorf("people who say the same should talk about %v, withheld %v", many.DiscussFirst, many.Withheld)
		}
		for _, question := range many.Questions {
			if question.Consensus != nil && *question.Consensus != 1 {
				t.Errorf("%s: consensus %v of equal answers", question.ID, *question.Consensus)
			}
		}
	})
}

// asGroup is a verdict without what a group has none of.
func asGroup(verdict report.Leaning) report.Leaning {
	verdict.Confidence, verdict.ConfidenceBecause, verdict.Robustness = "", []string{}, nil
	verdict.Borderline, verdict.Between, verdict.Situation.Borderline, verdict.Situation.Between = nil, nil, nil, nil
	return verdict
}

func unsaidWarnings(list []report.Warning) []report.Warning {
	list = slices.Clone(list)
	for i := range list {
		list[i].SaidBy, list[i].Because = nil, uncounted(list[i].Because)
	}
	return list
}

func unsaidSteps(list []report.Recommendation) []report.Recommendation {
	list = slices.Clone(list)
	for i := range list {
		list[i].SaidBy, list[i].Because = nil, uncounted(list[i].Because)
	}
	return list
}

func uncounted(causes []report.Cause) []report.Cause {
	causes = slices.Clone(causes)
	for i := range causes {
		causes[i].Count = nil
	}
	return causes
}

// TestGroupOrder compares every byte of the results of one group in two orders.
func TestGroupOrder(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		before := team.Build(team.Input{Questionnaire: q, Sheets: sheets})
		after := team.Build(team.Input{Questionnaire: q, Sheets: rapid.Permutation(sheets).Draw(t, "order")})
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestOneMoreDanger: who joins a group removes no warning from it, makes none milder, lowers no floor and widens no limit.
func TestOneMoreDanger(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheets := drawGroup(t, q)
		before := team.Build(team.Input{Questionnaire: q, Sheets: sheets})
		after := team.Build(team.Input{Questionnaire: q, Sheets: append(slices.Clone(sheets), drawAnswers(t, q))})
		severity := map[string]string{}
		for _, warning := range after.Warnings {
			severity[warning.ID] = warning.Severity
		}
		for _, warning := range before.Warnings {
			was, is := questionnaire.Severity(warning.Severity), questionnaire.Severity(severity[warning.ID])
			if is.Rank() < was.Rank() {
				t.Errorf("%s was %s and is %q", warning.ID, was, is)
			}
		}
		for i := range before.Axes {
			was, is := &before.Axes[i], &after.Axes[i]
			isWider := isBelow(is.Situation.Allowed.AtLeast, was.Situation.Allowed.AtLeast) ||
				isBelow(was.Situation.Allowed.AtMost, is.Situation.Allowed.AtMost) && was.Situation.Allowed.AtMost != nil
			// The pace of the group sets a floor on stability, too, and one more can slow it down.
			if isWider || was.ID != score.StabilityAxis && isBelow(is.Floor, was.Floor) {
				t.Errorf("%s allows %v and needs %s, before %v and %s", was.ID, is.Situation.Allowed, shown(is.Floor),
					was.Situation.Allowed, shown(was.Floor))
			}
		}
	})
}

// isBelow reports a figure that is lower than the other, or missing where that is there.
func isBelow(a, b *float64) bool { return b != nil && (a == nil || *a < *b) }

// few is the number of people from which a figure tells of nobody alone.
const few = 3

// TestNobodyIsTold holds what protects people in small groups, whoever answers what.
func TestNobodyIsTold(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		result := team.Build(team.Input{Questionnaire: q, Sheets: drawGroup(t, q)})
		for _, axis := range result.Axes {
			for role := range axis.RoleMeans {
				if result.Roles[role] < few {
					t.Errorf("%s shows what %d of the role %s see", axis.ID, result.Roles[role], role)
				}
			}
		}
		for _, warning := range result.Warnings {
			checkCauses(t, result, warning.ID, warning.Because)
			checkPortrait(t, result, warning.Because, warning.SaidBy, directOf(q, warning.ID))
		}
		for i := range result.Recommendations {
			step := &result.Recommendations[i]
			checkCauses(t, result, step.ID, step.Because)
			checkPortrait(t, result, step.Because, step.SaidBy, directOf(q, step.ID))
		}
	})
}

// checkCauses wants answers that somebody gave, counted in the whole group, and not at all in a small one.
func checkCauses(t *rapid.T, result *team.Document, id string, because []report.Cause) {
	given := distributions(result)
	for _, cause := range because {
		count, isGiven := given[cause.Question][answerOf(&cause)]
		switch {
		case !isGiven:
			t.Errorf("%s names the answer %s to %s, which nobody gave", id, cause.Text, cause.Question)
		case cause.Count != nil && result.Respondents < few:
			t.Errorf("%s counts the answer %s to %s in a group of %d", id, cause.Text, cause.Question, result.Respondents)
		case cause.Count != nil && *cause.Count != count:
			t.Errorf("%s: %d answer %s to %s, and not %d", id, count, cause.Text, cause.Question, *cause.Count)
		}
	}
}

// checkPortrait wants the answers of all where answers stand side by side behind a figure, and few people say what follows.
func checkPortrait(t *rapid.T, result *team.Document, because []report.Cause, said *report.SaidBy, direct map[string]bool) {
	if said == nil || said.Count >= few {
		return
	}
	named := map[string]map[string]int{}
	given := distributions(result)
	for _, cause := range because {
		if named[cause.Question] == nil {
			named[cause.Question] = map[string]int{}
		}
		named[cause.Question][answerOf(&cause)] = given[cause.Question][answerOf(&cause)]
	}
	for question, answers := range named {
		if !direct[question] && !maps.Equal(applicable(given[question]), applicable(answers)) {
			t.Errorf("%d say it, and %v to %s are named of %v", said.Count, answers, question, given[question])
		}
	}
}

func answerOf(cause *report.Cause) string { return string(cause.Option) + "/" + cause.Text }

// distributions are how many people gave each answer, by question.
func distributions(result *team.Document) map[string]map[string]int {
	given := map[string]map[string]int{}
	for i := range result.Questions {
		question := &result.Questions[i]
		given[question.ID] = map[string]int{}
		for _, answer := range question.Distribution {
			if answer.Count > 0 {
				given[question.ID][string(answer.Option)+"/"+answer.Text] = answer.Count
			}
		}
	}
	return given
}

// applicable leaves out that a question does not apply, which is behind no figure.
func applicable(answers map[string]int) map[string]int {
	answers = maps.Clone(answers)
	delete(answers, "/not applicable")
	return answers
}

// directOf are the questions whose answers a rule looks at by themselves.
func directOf(q *questionnaire.Questionnaire, rule string) map[string]bool {
	direct := map[string]bool{}
	for i := range q.Catalogue.Warnings {
		if warning := &q.Catalogue.Warnings[i]; warning.ID == rule {
			for _, test := range warning.When.Tests() {
				direct[test.Question] = true
			}
			for j := range warning.Grades {
				for _, test := range warning.Grades[j].When.Tests() {
					direct[test.Question] = true
				}
			}
		}
	}
	for i := range q.Catalogue.Recommendations {
		if step := &q.Catalogue.Recommendations[i]; step.ID == rule {
			for _, test := range step.When.Tests() {
				direct[test.Question] = true
			}
		}
	}
	return direct
}
