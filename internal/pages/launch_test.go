package pages_test

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/team"
)

// readied is what the team of the frozen launch did in two weeks; its users are fewer now, and one point got worse.
const readied = "rollback=tried restore_proof=full core_checks=all real_trial=real launch_kind=new audience=staff on_call=mailbox " +
	"alerts=[core_task,late,errors]"

// launchOn scores the frozen launch that is not ready on a date, with changes written "rollback=tried".
func launchOn(t testing.TB, date, changes string) *report.Document {
	t.Helper()
	return reporttest.Sheet(launchSheet(t, date, changes))
}

func launchSheet(t testing.TB, date, changes string) (*questionnaire.Questionnaire, *answers.Sheet) {
	t.Helper()
	given := strings.Replace(questionnairetest.Launch(t, "not_ready"), "2026-11-22", date, 1)
	for field := range strings.FieldsSeq(changes) {
		question, answer, _ := strings.Cut(field, "=")
		given = regexp.MustCompile("(?m)^  "+question+": .*").ReplaceAllString(given, "  "+question+": "+answer)
	}
	return reporttest.Parse(t, "launch.yaml", given)
}

// launchPlan makes a path of ten steps from frozen answers to the frozen launch.
func launchPlan(t testing.TB, name string) *plan.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, name+".yaml", questionnairetest.Launch(t, name))
	return plan.Build(plan.Run{Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Steps: 10})
}

func TestLaunchesOverTime(t *testing.T) {
	t.Parallel()
	compared, course := pages.Comparison(pairs(t)["launch"]), pages.Trend(histories(t)["launch"])
	goldenPage(t, "comparison/launch", compared)
	goldenScreens(t, "comparison/launch", compared)
	goldenPage(t, "trend/launch", course)
	goldenScreens(t, "trend/launch", course)
	goldenPage(t, "plan/launch", pages.Plan(launchPlan(t, "not_ready")))
	goldenScreens(t, "plan/launch", pages.Plan(launchPlan(t, "not_ready")))
	golden(t, "plan/launch-hostile.md", markdownOf(t, pages.Plan(launchPlan(t, "hostile"))))
}

func TestLaunchesSideBySide(t *testing.T) {
	t.Parallel()
	launches, mixed := pages.Portfolio(portfoliotest.Launches(t)), pages.Portfolio(portfoliotest.Mixed(t))
	goldenPage(t, "portfolio/launches", launches)
	goldenScreens(t, "portfolio/launches", launches)
	golden(t, "portfolio/mixed.txt", textOf(t, mixed))
	goldenScreens(t, "portfolio/mixed", mixed)
	checkPage(t, mixed)
}

func TestRecordsOfLaunches(t *testing.T) {
	t.Parallel()
	for _, name := range questionnairetest.Launches(t) {
		golden(t, "record/launch-"+name+".md", markdownOf(t, recordOf(t, reporttest.FrozenLaunch(t, name))))
	}
	amended := launchAmendment(t)
	golden(t, "amendment/launch.txt", textOf(t, amended))
	facts, doc := adr.FactsOf(reporttest.FrozenLaunch(t, "not_ready")), reporttest.FrozenLaunch(t, "not_ready")
	if !adr.Amend(&facts, doc).Holds {
		t.Error("a record does not hold for its own answers")
	}
}

// launchAmendment holds what the team did in two weeks against the record of before.
func launchAmendment(t testing.TB) page.Page {
	t.Helper()
	facts := adr.FactsOf(reporttest.FrozenLaunch(t, "not_ready"))
	p, err := pages.Amendment(adr.Amend(&facts, launchOn(t, "2026-12-06", readied)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// launchGroup combines the answers of several people on the frozen launch, each written "ROLE: CHANGES".
func launchGroup(t testing.TB, voices ...string) *team.Document {
	t.Helper()
	q := questionnairetest.FrozenLaunch(t)
	var sheets []*answers.Sheet
	for i, voice := range voices {
		role, changes, _ := strings.Cut(voice, ": ")
		_, sheet := launchSheet(t, "2026-11-22", changes)
		sheet.Respondent = answers.Respondent{Name: string(rune('A' + i)), Role: role}
		sheets = append(sheets, sheet)
	}
	return team.Build(team.Input{Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheets: sheets})
}

func launchTeams(t testing.TB) map[string]*team.Document {
	t.Helper()
	return map[string]*team.Document{
		"group": launchGroup(t,
			"developer: rollback=tried alerts=[core_task,errors,late,partner]", "developer: rollback=tried core_checks=all", "developer: outage_cost=noticeable",
			"operations: alerts=[none]", "operations: "+readied, "operations: on_call=dont_know"),
		"two": launchGroup(t, "developer: "+readied, "operations: "), "one": launchGroup(t, "developer: "+readied),
	}
}

func TestLaunchesSeenByGroups(t *testing.T) {
	t.Parallel()
	for name, doc := range launchTeams(t) {
		goldenPage(t, "team/launch-"+name, pages.Team(doc))
		goldenScreens(t, "team/launch-"+name, pages.Team(doc))
	}
	golden(t, "team/launch-agenda.md", markdownOf(t, pages.TeamAgenda(launchTeams(t)["group"])))
}

// TestLaunchesOverTimeNameNoPole writes the pages about launches that are not about one alone.
func TestLaunchesOverTimeNameNoPole(t *testing.T) {
	if testing.Short() {
		t.Skip("writes every page in every format, one after the other")
	}
	t.Parallel()
	all := map[string]page.Page{}
	for name, c := range pairs(t) {
		if c.Verdict.Readiness != nil {
			all["comparison "+name] = pages.Comparison(c)
		}
	}
	for name, trend := range histories(t) {
		if trend.States != nil {
			all["trend "+name] = pages.Trend(trend)
		}
	}
	for _, name := range questionnairetest.Launches(t) {
		all["plan "+name] = pages.Plan(launchPlan(t, name))
		all["record "+name] = recordOf(t, reporttest.FrozenLaunch(t, name))
	}
	for name, doc := range launchTeams(t) {
		all["team "+name], all["agenda "+name] = pages.Team(doc), pages.TeamAgenda(doc)
	}
	all["amendment"] = launchAmendment(t)
	all["portfolio"] = pages.Portfolio(portfoliotest.Launches(t))
	for name, p := range all {
		checkPage(t, p)
		for _, format := range formats() {
			reporttest.CheckNoPole(t, name+" as "+format.name, string(written(t, func(w io.Writer) error { return format.write(w, p) })))
		}
		reporttest.CheckNoPole(t, name+" on a screen", string(screenOf(t, p, text.Options{Width: 80, Rows: 24})))
	}
}
