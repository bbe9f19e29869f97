package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// spring are the answers of a team that releases by hand; autumn is the same team half a year later.
const spring = `
questionnaire: quick
subject: payments-api
team: checkout
date: 2026-03-01
respondent: {name: Ines, role: developer}
answers:
  release_trigger: planned_release
  batch_size: few_weeks
  approval: {option: owner, note: "the product owner signs"}
  change_initiative: dont_know
  release_execution: scripts
  release_protection: by_risk
  backout: improvise
  detection: machines
  release_pressure: weekly
  outage_cost: serious
`

const autumn = `
questionnaire: quick
subject: payments-api
team: checkout
date: 2026-09-01
respondent: {name: Ines, role: developer}
answers:
  release_trigger: {option: team_decides, note: "since July, | every team"}
  batch_size: feature
  approval: {option: owner, note: "the product owner still signs"}
  change_initiative: trends
  release_execution: dev_started
  release_protection: gradual
  backout: tried
  detection: dont_know
  release_pressure: weekly
  outage_cost: noticeable
`

// revised is the quick questionnaire in a later version: an option that counts otherwise, a question with other words, one
// fewer and one more.
func revised(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	change := strings.NewReplacer(
		`{id: owner,  position: -0.5,`, `{id: owner,  position: 0,`,
		"New features aside, what mostly starts a change to the running system?", "What mostly starts a change to the running system?")
	find := func(from, reference string) (questionnaire.Source, error) {
		source, err := questionnairetest.Find(from, reference)
		source.Bytes = []byte(change.Replace(string(source.Bytes)))
		return source, err
	}
	text, err := questionnairetest.Find("", "quick")
	if err != nil {
		t.Fatal(err)
	}
	later := strings.NewReplacer("version: 1.0.0", "version: 1.1.0", "  - release_pressure", "  - audit\n  - release_pressure", "  - detection\n", "").Replace(string(text.Bytes))
	q, found := questionnaire.Load(questionnaire.Source{Name: "quick.yaml", Bytes: []byte(later)}, find)
	if q == nil {
		t.Fatal(found)
	}
	return q
}

type namedComparison struct {
	name string
	c    *comparison.Comparison
}

// pairs are comparisons of each kind.
func pairs(t testing.TB) []namedComparison {
	t.Helper()
	quick, dora := questionnairetest.Shipped(t, "quick"), questionnairetest.Shipped(t, "dora")
	was, now := reporttest.Answers(t, quick, spring), reporttest.Answers(t, quick, autumn)
	outcome := func(date, answers string) *report.Document {
		return reporttest.Answers(t, dora, fmt.Sprintf("questionnaire: dora\nsubject: payments-api\ndate: %s\nanswers: {%s}\n", date, answers))
	}
	bare := func() *report.Document {
		doc, found := report.Decode("bare.json", []byte(`{"schema": "opsfit.assessment/v1", "verdict": {"kind": "leaning"}, "axes": [{}]}`))
		if doc == nil {
			t.Fatal(found)
		}
		return doc
	}
	told := reporttest.Answers(t, revised(t), strings.NewReplacer("  detection: dont_know\n", "  audit: duties\n").Replace(autumn))
	return []namedComparison{
		{"moved", comparison.Compare(was, now)},
		{"same", comparison.Compare(now, now)},
		{"version", comparison.Compare(was, told)},
		{"other", comparison.Compare(now, reporttest.File(t, "../../testdata/answers/hospital.yaml"))},
		{"quadrant", comparison.Compare(
			outcome("2026-03-01", "lead_time: m1_m6, deploy_frequency: m1_m6, recovery_time: under_1d, change_fail_rate: p16_32, rework_rate: dont_know"),
			outcome("2026-09-01", "lead_time: under_1d, deploy_frequency: d1_w1, recovery_time: under_1d, change_fail_rate: p4_8, rework_rate: p2_4"))},
		{"bare", comparison.Compare(bare(), reporttest.Answers(t, quick, autumn))},
		{"hostile", hostilePair(t)},
	}
}

// hostilePair has the attack in one place of each kind, so that its golden file can still be read.
func hostilePair(t testing.TB) *comparison.Comparison {
	t.Helper()
	was, now := reporttest.Answers(t, questionnairetest.Shipped(t, "quick"), spring), reporttest.Answers(t, questionnairetest.Shipped(t, "quick"), autumn)
	now.Subject, was.Team, now.Respondent.Name, was.Questionnaire.Version = attack, attack, attack, attack
	now.Axes[0].Title, now.Answers[0].Prompt, now.Answers[0].Note, now.Answers[1].Text = attack, attack, attack, attack
	was.Recommendations[0].Title, now.Recommendations[0].Title, was.Warnings[0].Text = attack, attack, attack
	return comparison.Compare(was, now)
}

type namedTrend struct {
	name  string
	trend *comparison.Trend
}

// histories are trends of each kind.
func histories(t testing.TB) []namedTrend {
	t.Helper()
	quick, later := questionnairetest.Shipped(t, "quick"), revised(t)
	at := func(q *questionnaire.Questionnaire, text, date string) *report.Document {
		return reporttest.Answers(t, q, strings.NewReplacer("2026-03-01", date, "2026-09-01", date).Replace(text))
	}
	open := strings.NewReplacer("release_trigger: planned_release", "release_trigger: dont_know", "batch_size: few_weeks", "batch_size: dont_know").Replace(spring)
	told := strings.NewReplacer("  detection: dont_know\n", "  audit: duties\n").Replace(autumn)
	short := []*report.Document{
		at(quick, autumn, "2026-09-01"), at(quick, spring, "2026-03-01"), at(quick, open, "2025-12-01"), at(later, told, "2026-11-01"),
	}
	var long []*report.Document
	for i := range 60 {
		text := spring
		if i%7 > 3 || i > 40 {
			text = autumn
		}
		long = append(long, at(quick, text, fmt.Sprintf("20%02d-%02d-01", 20+i/12, 1+i%12)))
	}
	var outcomes []*report.Document
	for i, lead := range []string{"over_6m", "m1_m6", "dont_know", "under_1h"} {
		outcomes = append(outcomes, reporttest.Answers(t, questionnairetest.Shipped(t, "dora"),
			fmt.Sprintf("questionnaire: dora\ndate: 2026-0%d-01\nanswers: {lead_time: %s, change_fail_rate: p4_8}\n", i+1, lead)))
	}
	hostile := []*report.Document{at(quick, spring, "2026-03-01"), at(quick, autumn, "2026-09-01")}
	for _, doc := range hostile {
		doc.Axes[0].Title, doc.Subject, doc.Respondent.Name = attack, attack, attack
	}
	hostile[0].Date, hostile[1].Questionnaire.Version, hostile[1].Questionnaire.Digest = attack, attack, "other"
	return []namedTrend{
		{"short", comparison.Follow(short)},
		{"long", comparison.Follow(long)},
		{"outcomes", comparison.Follow(outcomes)},
		{"hostile", comparison.Follow(hostile)},
	}
}
