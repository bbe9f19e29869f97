package pages_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestQuestionnaireGolden(t *testing.T) {
	t.Parallel()
	frozen, outcomes := questionnairetest.Frozen(t), questionnairetest.FrozenOutcomes(t)
	goldenPage(t, "questionnaire/frozen", pages.Questionnaire(frozen))
	goldenPage(t, "questionnaire/release_trigger", pages.Question(frozen, frozen.Question("release_trigger")))
	launch := questionnairetest.FrozenLaunch(t)
	goldenPage(t, "questionnaire/launch", pages.Questionnaire(launch))
	for name, p := range map[string]page.Page{
		"alerts":       pages.Question(launch, launch.Question("alerts")),
		"moved_data":   pages.Question(launch, launch.Question("moved_data")),
		"outcomes":     pages.Questionnaire(outcomes),
		"restore_test": pages.Question(frozen, frozen.Question("restore_test")),
		"outage_cost":  pages.Question(frozen, frozen.Question("outage_cost")),
		"metric":       pages.Question(outcomes, &outcomes.Questions[0]),
		"list":         questionnaireListPage(),
	} {
		golden(t, "questionnaire/"+name+".txt", textOf(t, p))
	}
}

func questionnaireListPage() page.Page {
	return pages.QuestionnaireList([]pages.QuestionnaireInfo{
		{"full", "1.0.0", "DevOps or SysOps: full assessment", 30, 10, "shipped"},
		{"quick", "1.0.0", "DevOps or SysOps: quick look", 10, 3, "shipped"},
		{"bakery", "2.1.0", "How the bakery's\x1b[31m shop system is run", 4, 2, "questionnaires/bakery.yaml"},
		{"one", "1", "One question", 1, 1, "questionnaires/one.yaml"},
	})
}

// TestTextsOfQuestionnairesAreSaid fills every text of a questionnaire that its author may choose.
func TestTextsOfQuestionnairesAreSaid(t *testing.T) {
	t.Parallel()
	const said = "שלום"
	for _, load := range []func(testing.TB) *questionnaire.Questionnaire{
		questionnairetest.Frozen, questionnairetest.FrozenOutcomes, questionnairetest.FrozenLaunch,
	} {
		for _, keepsIDs := range []bool{true, false} {
			q := load(t)
			reporttest.EachText(reflect.ValueOf(q), func(path string, text reflect.Value) {
				isID := strings.HasSuffix(path, "ID") || strings.HasSuffix(path, "Axis")
				isOurs := strings.Contains(path, "Measure") || strings.Contains(path, "Signals")
				if !isOurs && path != ".Verdict" && (!isID || !keepsIDs) {
					text.SetString(said)
				}
			})
			checkSetApart(t, pages.Questionnaire(q))
			for i := range q.Questions {
				checkSetApart(t, pages.Question(q, &q.Questions[i]))
			}
		}
	}
}
