package render

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// The documents here are made by hand so that each shows one kind of result; the numbers are plausible, not computed.

// answerRows reads one answer a line: axis | measures | question | prompt | option or status | value | text | note.
func answerRows(t testing.TB, table string) []report.Answer {
	t.Helper()
	var rows []report.Answer
	for line := range strings.SplitSeq(strings.TrimSpace(table), "\n") {
		parts := strings.Split(line, "|")
		if len(parts) != 8 {
			t.Fatalf("%d columns in %q", len(parts), line)
		}
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		row := report.Answer{
			Axis: report.Text(parts[0]), Measures: parts[1], Question: parts[2], Prompt: parts[3], Status: "answered",
			Option: report.Text(parts[4]), Text: report.Text(parts[6]), Note: report.Text(parts[7]), Source: "person",
		}
		switch parts[4] {
		case "dont_know", "skipped", "not_applicable":
			row.Status, row.Option = parts[4], ""
		}
		if value, err := strconv.ParseFloat(parts[5], 64); err == nil {
			row.Value = &value
		}
		rows = append(rows, row)
	}
	return rows
}

const shopAnswers = `
delivery | lean | release_trigger | What usually makes a change go to production? | team_decides | 0.5 | The team decides for each change, several times a week | nine releases last week, no Fridays
delivery | lean | integration | How long does new code usually stay separate before it is merged into the shared main branch? | daily | 1 | A day at most |
delivery | lean | batch_size | How much goes into a typical production release? | feature | 0.5 | One feature or a handful of fixes |
delivery | readiness | test_net | Before a release goes live, how would you find out that it breaks a core function? | planned | 2 | A written test plan is followed for most releases | card payments are covered well, refunds are tried by hand
change | lean | approval | Who approves an ordinary change (not an emergency) before it reaches production? | peer | 0.5 | A colleague who reviews it, with or without automatic checks |
change | lean | change_initiative | New features aside, what mostly starts a change to the running system? | dont_know | | |
change | lean | urgent_request | On Tuesday the business asks for an important but not dangerous change. When can users have it? | today | 1 | Today or tomorrow, by the normal route |
change | readiness | change_record | Something broke at 14:00. Can you tell what was changed before that? | usually | 2 | Usually, from tickets or notes | scripts run by hand leave no trace
automation | lean | release_execution | How is a release carried out? | dev_started | 0.5 | A pipeline does it; developers start it |
automation | lean | infra_change | How do servers, networks and settings get changed? | pipeline | 0.5 | From reviewed definitions in version control, applied by a pipeline |
automation | readiness | repeatability | The person who usually releases is ill. What happens? | trained | 3 | Any trained colleague gets the same result from a tested runbook or the pipeline |
stability | lean | release_protection | What protects users most when something new goes live? | gradual | 0.5 | A gradual start and a quick way back |
stability | readiness | restore_test | What shows that lost data can be brought back? | untested | 1 | Backups run, but nobody has restored one | nightly snapshots by the cloud provider; nobody has tried one
stability | readiness | detection | Who or what usually notices a production problem first? | machines | 2 | Technical alerts on servers or processes, often only in working hours |
stability | readiness | backout | A release goes wrong. How do you get back to a working state? | improvise | 1 | We would work it out then | database changes cannot be undone
collaboration | lean | who_runs | Who acts first when production misbehaves? | dev_first | 0.5 | Developers first; specialists support them |
collaboration | readiness | learning | What happens after a serious disruption? | skipped | | |
 | context | release_pressure | How often do users or the market really need something new from this system? | weekly | 0.5 | About every week |
 | context | outage_cost | What would an unplanned hour of downtime at a busy time mean? | serious | -0.5 | Large loss, a legal breach or bad press | about a tenth of a day's sales per hour in December
 | context | audit | Leaving your own policy aside, what do laws, regulators, auditors or contracts demand for changes? | duties | 0 | Author and approver must be different people, with proof; how is up to us | card scheme rules
 | context | teams | How many teams release onto the same infrastructure? | few | | Two to four |
`

func practiceAt(value, low, high float64, band, lowBand, highBand string) report.Practice {
	return report.Practice{
		Value: new(value), Band: report.Text(band), Low: new(low), High: new(high),
		LowBand: report.Text(lowBand), HighBand: report.Text(highBand), Scored: true,
	}
}

func situationAt(value float64, band string) report.Situation {
	return report.Situation{Value: new(value), Band: report.Text(band)}
}

// shop is a fast team whose way back has not kept up: two poles at once, two questions open.
func shop(t testing.TB) *report.Document {
	t.Helper()
	doc := &report.Document{
		Schema: report.Schema, Tool: report.Tool{Name: "opsfit", Version: "1.0.0"},
		Questionnaire: report.QuestionnaireRef{
			ID: "full", Version: "1.0.0", Title: "DevOps or SysOps: full assessment", Advice: true,
			Digest: "sha256:" + strings.Repeat("0123456789abcdef", 4),
		},
		Subject: "payments-api", Team: "checkout", Date: "2026-10-14",
		Respondent: report.Respondent{Name: "Ines", Role: "developer"},
		Verdict: report.Verdict{Leaning: &report.Leaning{
			Kind:      "leaning",
			Practice:  practiceAt(0.56, 0.43, 0.63, "leaning_devops", "leaning_devops", "strong_devops"),
			Situation: situationAt(0.12, "hybrid"), Gap: new(-0.44), Fit: report.Fit{Value: new(76.4), Word: "workable"},
			Advice: "combine", CombineBecause: []string{"opposed_needs", "speed_and_caution"}, Tension: new(0.34), Readiness: report.Readiness{Value: new(1.96), LowerBound: new(1.67)},
			Coverage: new(0.9), Confidence: "medium", Borderline: new(false),
			Robustness: &report.Robustness{
				Band: report.Flip{Answers: new(1), Steps: new(1), Questions: []string{"urgent_request"}},
				Side: report.Flip{Answers: new(3), Steps: new(8), Questions: []string{"integration", "urgent_request", "who_runs"}},
			},
		}},
		Axes: shopAxes(), Warnings: shopWarnings(), Recommendations: shopRecommendations(),
		Tips: []report.Tip{{
			Question: "outage_cost", From: "serious", To: "noticeable", Text: "Annoyed users and a loss we can absorb",
			Steps: 1, Advice: "stay_devops", Practice: "leaning_devops", Situation: "leaning_devops",
		}},
		Answers: answerRows(t, shopAnswers), Gates: []report.Gate{}, Notes: []string{
			"Self-reported: one person's view, not measured and not compared with a repository.",
			"A single style question stands for the axis: Stability and Collaboration.",
		},
	}
	doc.Answers[0].Evidence = "https://git.example.com/shop/payments-api/tags"
	doc.Answers[12].Reviewed = "2026-10-01"
	return doc
}

func shopAxes() []report.Axis {
	return []report.Axis{
		{
			ID: "delivery", Title: "Delivery", Low: "planned, batched releases", High: "small, frequent releases", Weight: 1,
			Practice:  practiceAt(2.0/3, 2.0/3, 2.0/3, "strong_devops", "strong_devops", "strong_devops"),
			Situation: situationAt(0.3, "leaning_devops"), Gap: new(-0.37), Direction: "less_pronounced",
			Fit: new(81.7), Tension: new(0.31), Coverage: new(1.0),
			Readiness: report.Readiness{Value: new(2.0), LowerBound: new(2.0)}, Floor: new(2.0), Shortfall: report.Shortfall{Value: new(0.0), Worst: new(0.0)},
			Contributions: []report.Contribution{
				{Question: "release_trigger", Option: "team_decides", Position: 0.5, Weight: 1, Effect: new(0.033)},
				{Question: "integration", Option: "daily", Position: 1, Weight: 1, Effect: new(0.067)},
				{Question: "batch_size", Option: "feature", Position: 0.5, Weight: 1, Effect: new(0.033)},
			},
		},
		{
			ID: "change", Title: "Change reaction", Low: "controlled, on demand", High: "anticipated, continuous", Weight: 1,
			Practice:  practiceAt(0.75, 1.0/6, 5.0/6, "strong_devops", "hybrid", "strong_devops"),
			Situation: situationAt(0.15, "hybrid"), Gap: new(-0.6), Direction: "towards_sysops",
			Fit: new(70.0), Tension: new(0.2), Coverage: new(2.0 / 3),
			Readiness: report.Readiness{Value: new(2.0), LowerBound: new(2.0)}, Floor: new(3.0), Shortfall: report.Shortfall{Value: new(1.0), Worst: new(1.0)},
			Contributions: []report.Contribution{
				{Question: "approval", Option: "peer", Position: 0.5, Weight: 1, Effect: new(0.05)},
				{Question: "urgent_request", Option: "today", Position: 1, Weight: 1, Effect: new(0.1)},
			},
		},
		{
			ID: "automation", Title: "Automation", Low: "operator-run procedures and tools", High: "end-to-end pipeline and self-service", Weight: 1,
			Practice:  practiceAt(0.5, 0.5, 0.5, "leaning_devops", "leaning_devops", "leaning_devops"),
			Situation: situationAt(0.5, "leaning_devops"), Gap: new(0.0), Direction: "aligned",
			Fit: new(100.0), Tension: new(0.0), Coverage: new(1.0),
			Readiness: report.Readiness{Value: new(3.0), LowerBound: new(3.0)},
			Contributions: []report.Contribution{
				{Question: "release_execution", Option: "dev_started", Position: 0.5, Weight: 1, Effect: new(0.05)},
				{Question: "infra_change", Option: "pipeline", Position: 0.5, Weight: 1, Effect: new(0.05)},
			},
		},
		{
			ID: "stability", Title: "Stability", Low: "prevent: prove before going live", High: "contain: limit exposure, recover fast", Weight: 1,
			Practice:  practiceAt(0.5, 0.5, 0.5, "leaning_devops", "leaning_devops", "leaning_devops"),
			Situation: situationAt(-0.4, "leaning_sysops"), Gap: new(-0.9), Direction: "towards_sysops",
			Fit: new(55.0), Tension: new(0.4), Coverage: new(1.0),
			Readiness: report.Readiness{Value: new(4.0 / 3), LowerBound: new(4.0 / 3)}, Floor: new(3.0),
			Shortfall: report.Shortfall{Value: new(5.0 / 3), Worst: new(5.0 / 3)},
			Contributions: []report.Contribution{
				{Question: "release_protection", Option: "gradual", Position: 0.5, Weight: 1, Effect: new(0.1)},
			},
		},
		{
			ID: "collaboration", Title: "Collaboration", Low: "specialised groups with a hand-over", High: "one team builds and runs", Weight: 1,
			Practice:  practiceAt(0.5, 0.5, 0.5, "leaning_devops", "leaning_devops", "leaning_devops"),
			Situation: situationAt(0.05, "hybrid"), Gap: new(-0.45), Direction: "towards_sysops",
			Fit: new(77.5), Tension: new(0.5), Coverage: new(1.0),
			Readiness:     report.Readiness{LowerBound: new(0.0)},
			Contributions: []report.Contribution{{Question: "who_runs", Option: "dev_first", Position: 0.5, Weight: 1, Effect: new(0.1)}},
		},
	}
}

func shopWarnings() []report.Warning {
	return []report.Warning{
		{
			ID: "speed_without_net", Severity: "critical",
			Text: "Your way of delivering leans to speed, but recovery and detection are weaker than it and your users call for.",
			Why: "Going fast with less time for testing \"could result in instability\", as the founding article puts it; pace needs a net. " +
				"Sources: DevOps vs. SysOps (founding article): Performance; DORA 2025 (throughput can rise while instability stays).",
			Because: []report.Cause{
				{Question: "restore_test", Option: "untested", Text: "Backups run, but nobody has restored one"},
				{Question: "detection", Option: "machines", Text: "Technical alerts on servers or processes, often only in working hours"},
				{Question: "backout", Option: "improvise", Text: "We would work it out then"},
				{Question: "outage_cost", Option: "serious", Text: "Large loss, a legal breach or bad press"},
				{Question: "learning", Text: "skipped"},
			},
		},
		{
			ID: "opposing_needs", Severity: "medium", Text: "Your needs pull in opposite directions; their average hides that.",
			Why: "A middle course serves neither. Decide part by part.",
			Because: []report.Cause{
				{Question: "release_pressure", Option: "weekly", Text: "About every week"},
				{Question: "outage_cost", Option: "serious", Text: "Large loss, a legal breach or bad press"},
			},
		},
	}
}

func shopRecommendations() []report.Recommendation {
	cause := func(question, option, text string) []report.Cause {
		return []report.Cause{{Question: question, Option: report.Text(option), Text: text}}
	}
	return []report.Recommendation{
		{
			Rank: 1, ID: "prove_restore", Title: "Prove that data can be restored", Direction: "either", Tier: "safety", Axis: "stability",
			Score: 125, Effort: 1, Impact: 5,
			FirstStep: "This week, restore last night's backup on a separate machine, note the time it took and what was missing.",
			Then:      "Agree a time and a loss that the business accepts, and repeat the test every quarter.",
			Why:       "A backup that nobody has restored is a hope. Source: AWS Well-Architected REL09-BP04.",
			Effect:    "A known time to recover, and a shorter worst day.", AntiPattern: "A green tick from the backup tool taken as proof.",
			Because: cause("restore_test", "untested", "Backups run, but nobody has restored one"), Status: "now", BlockedBy: []string{}, After: []string{},
		},
		{
			Rank: 2, ID: "tried_way_back", Title: "Prepare and try a way back for every release", Direction: "either", Tier: "safety", Axis: "stability",
			Score: 110, Effort: 2, Impact: 5,
			FirstStep: "For the next release, write the way back before you start, try it once on a copy, and set a time by which you decide.",
			Then:      "Make database changes in two steps, so that the old version still works after the first.",
			Why:       "Small releases help only if leaving them is quick.", Effect: "Shorter disruptions.",
			AntiPattern: "A plan that assumes that data never changes.",
			Because:     cause("backout", "improvise", "We would work it out then"), Status: "now", BlockedBy: []string{}, After: []string{},
		},
		{
			Rank: 3, ID: "change_log", Title: "Keep one trustworthy record of changes", Direction: "either", Tier: "foundation", Axis: "change",
			Score: 90, Effort: 1, Impact: 4,
			FirstStep: "From Monday, write one line for every production change: what, who, when and the way back. One place, no exceptions.",
			Then:      "Let tools write it from merges and deployments.", Why: "The first question in an incident is what was changed.",
			Effect: "Faster diagnosis.", AntiPattern: "A form that is filled in afterwards to please the auditor.",
			Because: cause("change_record", "usually", "Usually, from tickets or notes"), Status: "now", BlockedBy: []string{}, After: []string{},
		},
		{
			Rank: 4, ID: "user_alerts", Title: "Let users' experience raise the alarm", Direction: "either", Tier: "foundation", Axis: "stability",
			Score: 70, Effort: 2, Impact: 4,
			FirstStep: "Pick the one thing users come for, measure it from outside every minute, and let it wake somebody.",
			Then:      "Retire alerts that nobody acts on.", Why: "Technical alerts miss what users feel.", Effect: "You hear it first.",
			AntiPattern: "More alerts instead of better ones.",
			Because:     cause("detection", "machines", "Technical alerts on servers or processes, often only in working hours"),
			Status:      "now", BlockedBy: []string{}, After: []string{},
		},
		{
			Rank: 5, ID: "auto_stop", Title: "Let a release stop by itself when signals turn bad", Direction: "devops", Tier: "direction", Axis: "stability",
			Score: 60, Effort: 3, Impact: 4, FirstStep: "Name the two signals that would make you stop a release by hand today.",
			Because: cause("release_protection", "gradual", "A gradual start and a quick way back"), Status: "later",
			BlockedBy: []string{"backout"},
			After: []string{
				`backout has to reach "Most releases have a prepared way back" (today: "We would work it out then"); ` +
					`this is what "Prepare and try a way back for every release" does`,
			},
		},
	}
}

const ledgerAnswers = `
delivery | lean | release_trigger | What usually makes a change go to production? | planned_release | -0.75 | A planned release; releases are more than a month apart | four dates a year, outside quarter-end
change | lean | approval | Who approves an ordinary change (not an emergency) before it reaches production? | board | -0.6 | A board or manager outside the team, at fixed times | change advisory board, Wednesdays
automation | lean | release_execution | How is a release carried out? | scripts | -0.75 | A person runs prepared scripts or scheduled jobs |
stability | lean | release_protection | What protects users most when something new goes live? | rehearsal | -0.65 | A full rehearsal, then an announced maintenance window |
stability | readiness | restore_test | What shows that lost data can be brought back? | yearly | 3 | A full restore was tested in the past year and met the agreed time |
collaboration | lean | who_runs | Who acts first when production misbehaves? | ops_first | -0.5 | Operations first; developers can be called |
 | context | release_pressure | How often do users or the market really need something new from this system? | quarterly | -0.5 | About every quarter |
`

// ledger is a service run the SysOps way in a situation that calls for it; nothing is open and nothing advised.
func ledger(t testing.TB) *report.Document {
	t.Helper()
	doc := shop(t)
	doc.Subject, doc.Team, doc.Respondent.Name, doc.Respondent.Role = "general-ledger", "core-banking", "Henrike", "manager"
	v := doc.Verdict.Leaning
	v.Practice = practiceAt(-0.65, -0.65, -0.65, "strong_sysops", "strong_sysops", "strong_sysops")
	v.Situation, v.Gap, v.Fit = situationAt(-0.7, "strong_sysops"), new(-0.05), report.Fit{Value: new(95.5), Word: "good"}
	v.CombineBecause = nil
	v.Advice, v.Tension, v.Coverage, v.Confidence = "stay_sysops", new(0.0), new(1.0), "high"
	v.Readiness = report.Readiness{Value: new(3.2), LowerBound: new(3.2)}
	for i, practice := range []float64{-0.75, -0.6, -0.75, -0.65, -0.5} {
		axis, gap := &doc.Axes[i], -0.7-practice
		axis.Practice = practiceAt(practice, practice, practice, "strong_sysops", "strong_sysops", "strong_sysops")
		axis.Situation, axis.Gap, axis.Direction = situationAt(-0.7, "strong_sysops"), &gap, "aligned"
		axis.Contributions = []report.Contribution{{Position: practice, Weight: 1, Effect: new(practice / 5)}}
		axis.Fit = new(100 * (1 - math.Abs(gap)/2))
		axis.Readiness, axis.Floor, axis.Shortfall = report.Readiness{Value: new(3.0), LowerBound: new(3.0)}, new(3.0), report.Shortfall{Value: new(0.0), Worst: new(0.0)}
		axis.Coverage, axis.Tension = new(1.0), new(0.0)
	}
	doc.Axes[4].Practice = practiceAt(-0.5, -0.5, -0.5, "leaning_sysops", "leaning_sysops", "leaning_sysops")
	doc.Answers = answerRows(t, ledgerAnswers)
	for i, at := range []int{0, 1, 2, 3, 5} {
		doc.Axes[i].Contributions[0].Question, doc.Axes[i].Contributions[0].Option = doc.Answers[at].Question, string(doc.Answers[at].Option)
	}
	v.Robustness.Band.Questions, v.Robustness.Side.Questions = []string{"who_runs"}, []string{"approval", "release_protection", "who_runs"}
	doc.Warnings, doc.Recommendations, doc.Tips = []report.Warning{}, []report.Recommendation{}, []report.Tip{}
	return doc
}

// murky has so few answers that practice is not scored; one axis has no style question that applies.
func murky(t testing.TB) *report.Document {
	t.Helper()
	doc := shop(t)
	doc.Subject, doc.Team, doc.Date, doc.Respondent = "", "night shift", "", report.Respondent{Role: "operations"}
	v := doc.Verdict.Leaning
	open := report.Practice{Low: new(-0.7), High: new(0.8), LowBand: "strong_sysops", HighBand: "strong_devops"}
	v.Practice, v.Gap, v.Fit, v.Advice, v.Confidence, v.Borderline, v.Robustness = open, nil, report.Fit{}, "", "", nil, nil
	v.Coverage, v.Tension = new(0.21), nil
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		axis.Gap, axis.Direction, axis.Fit, axis.Tension = nil, "", nil, nil
		axis.Practice, axis.Coverage, axis.Contributions = open, new(0.25), axis.Contributions[:1]
		axis.Contributions[0].Effect = nil
	}
	doc.Axes[0].Practice, doc.Axes[0].Coverage = practiceAt(0.5, -0.2, 0.7, "leaning_devops", "hybrid", "strong_devops"), new(0.67)
	doc.Axes[1].Situation = report.Situation{}
	doc.Axes[4].Practice, doc.Axes[4].Coverage, doc.Axes[4].Contributions = report.Practice{}, nil, []report.Contribution{}
	doc.Axes[4].Situation = report.Situation{}
	for i := range doc.Answers {
		if i%4 != 0 {
			doc.Answers[i].Status, doc.Answers[i].Option, doc.Answers[i].Text, doc.Answers[i].Value = "dont_know", "", "", nil
		}
	}
	doc.Answers[1].Status, doc.Answers[1].Note = "not_applicable", "the supplier ships it\nand keeps its own branches"
	doc.Recommendations, doc.Warnings, doc.Tips = doc.Recommendations[:1], []report.Warning{}, []report.Tip{}
	return doc
}

// edge lies just beside the edge of two bands.
func edge(t testing.TB) *report.Document {
	t.Helper()
	doc := shop(t)
	v := doc.Verdict.Leaning
	v.Practice = practiceAt(0.19, 0.1, 0.4, "hybrid", "hybrid", "leaning_devops")
	v.Situation, v.Advice, v.Borderline, v.Between = situationAt(0.18, "hybrid"), "stay_hybrid", new(true), []string{"hybrid", "leaning_devops"}
	doc.Gates = gates()
	doc.AsOf = "2026-11-22"
	doc.Exemptions = []report.Exemption{
		{Warning: "one_person_system", Severity: "high", Reason: "A successor starts in January.", Until: "2027-03-31", Owner: "Ada", Status: report.ExemptionInForce},
		{Warning: "speed_without_net", Reason: "the test net is on order", Until: "2026-11-01", Status: report.ExemptionExpired},
		{Warning: "uncontrolled_access", Reason: "the vendor does it", Status: report.ExemptionNotNeeded},
	}
	doc.Warnings = append(doc.Warnings, report.Warning{
		ID: "one_person_system", Severity: "high", Text: "The service depends on one person", Exempted: true,
		Because: []report.Cause{{Question: "knowledge", Option: "one", Text: "One person"}},
	})
	doc.Freshness = &report.Freshness{
		MaxAge: "180d", Since: "2026-05-26", Undated: []string{"backout"},
		Stale: []report.Aged{
			{Question: "test_net", Date: "2025-11-22", Days: 365},
			{Question: "rollback", Date: "2026-05-25", Days: 181},
			{Question: "integration", Date: "2026-05-25", Days: 181},
		},
	}
	return doc
}

// gates has one of each kind, and one as the first version of a result held it.
func gates() []report.Gate {
	return []report.Gate{
		{Gate: "fit >= 70", Met: true, Actual: report.Number(new(76.4))},
		{Gate: "fit >= 76.4", Kind: report.MetricGate, Op: "gte", Required: report.Number(new(76.4)), Actual: report.Number(new(76.3996))},
		{Gate: "readiness.delivery >= 3", Kind: report.MetricGate, Op: "gte", Required: report.Number(new(3.0)), Reason: "No readiness question on delivery is answered."},
		{Gate: "fail-on high", Kind: report.WarningGate, Op: "lt", Required: report.Word("high"), Actual: report.Word("critical"), Reason: "1 warning is high or above: unproven_restore. Exempted: one_person_system."},
		{Gate: "require-confidence medium", Kind: report.ConfidenceGate, Met: true, Op: "gte", Required: report.Word("medium"), Actual: report.Word("high")},
		{Gate: "no-regression shortfall", Kind: report.RegressionGate, Met: true, Op: "lte", Required: report.Number(new(5.0 / 3)), Actual: report.Number(new(5.0 / 3))},
		{Gate: "max-age 180d", Kind: report.AgeGate, Op: "lte", Required: report.Number(new(180.0)), Actual: report.Number(new(365.0)), Reason: "3 answers are older and 1 has no date."},
		{Gate: "exemption speed_without_net", Kind: report.ExemptionGate, Op: "lte", Required: report.Word("2026-11-01"), Actual: report.Word("2026-11-22")},
	}
}

const outcomeAnswers = `
 | outcome | lead_time | How long does it usually take from code commit to running in production? | under_1d | 8 | Less than a day |
 | outcome | deploy_frequency | How often do you deploy to production or release to users? | on_demand | 10 | On demand, several times a day |
 | outcome | recovery_time | When a deployment goes wrong and needs action, how long until service is back? | under_1d | 8 | Less than a day |
 | outcome | change_fail_rate | What share of deployments harms service and needs a hotfix, rollback or patch? | p16_32 | 7.6 | 16 to 32 percent | counted from the incident channel
 | outcome | rework_rate | What share of deployments in the last six months was unplanned, to repair a fault users saw? | p8_16 | 8.8 | 8 to 16 percent |
`

// outcomes is a complete quadrant document.
func outcomes(t testing.TB) *report.Document {
	t.Helper()
	doc := shop(t)
	published := func(mean, sd float64) *report.Benchmark { return &report.Benchmark{Mean: new(mean), SD: new(sd)} }
	doc.Questionnaire = report.QuestionnaireRef{
		ID: "dora", Version: "1.0.0", Title: "Software delivery performance (dora.dev metrics, not the EU act)", Digest: "sha256:feed",
	}
	doc.Verdict = report.Verdict{Quadrant: &report.Quadrant{
		Kind:       "quadrant",
		Throughput: report.Group{Value: new(26.0 / 3), Benchmark: published(6, 2.1)},
		Stability:  report.Group{Value: new(8.2), Benchmark: published(7.9, 2), AboutAverage: true},
		Overall:    new(8.48), Quadrant: "fast_stable", BenchmarkYear: 2025, Missing: []string{},
		Sentence: "Fast and stable. Both promises of the article are kept; keep watching both.",
	}}
	doc.Axes = nil
	doc.Metrics = []report.Metric{
		{ID: "lead_time", Value: new(8.0), Class: new(5), Benchmark: published(5.5, 2.4), Share: new(15.0), ShareYear: 2025},
		{ID: "deploy_frequency", Value: new(10.0), Class: new(6), Benchmark: published(4.8, 2.8), Share: new(16.2), ShareYear: 2025},
		{ID: "recovery_time", Value: new(8.0), Class: new(5), Benchmark: published(7.4, 2.1), Share: new(35.3), ShareYear: 2025},
		{ID: "change_fail_rate", Value: new(7.6), Benchmark: published(8.1, 2.1), Share: new(19.5), ShareYear: 2025},
		{ID: "rework_rate", Value: new(8.8), Benchmark: published(7.8, 2.2)},
	}
	doc.Warnings, doc.Recommendations, doc.Tips = []report.Warning{}, []report.Recommendation{}, []report.Tip{}
	doc.Answers = answerRows(t, outcomeAnswers)
	doc.Notes = []string{
		"Self-reported: one person's view, not measured and not compared with a repository.",
		"The metrics are those of dora.dev, the research programme; they have nothing to do with the EU Digital Operational Resilience Act.",
	}
	return doc
}

// partOutcomes misses two metrics, and with them a whole group.
func partOutcomes(t testing.TB) *report.Document {
	t.Helper()
	doc := outcomes(t)
	v := doc.Verdict.Quadrant
	v.Stability.Value, v.Stability.AboutAverage, v.Overall, v.Quadrant, v.Sentence = nil, false, nil, "", ""
	v.Missing = []string{"change_fail_rate", "rework_rate"}
	for i := 3; i < 5; i++ {
		doc.Metrics[i].Value, doc.Metrics[i].Share, doc.Metrics[i].ShareYear = nil, nil, 0
		doc.Answers[i].Status, doc.Answers[i].Option, doc.Answers[i].Text, doc.Answers[i].Value = "dont_know", "", "", nil
	}
	return doc
}

type namedDocument struct {
	name string
	doc  *report.Document
}

func textDocuments(t testing.TB) []namedDocument {
	t.Helper()
	return []namedDocument{
		{"shop", shop(t)},
		{"ledger", ledger(t)},
		{"murky", murky(t)},
		{"edge", edge(t)},
		{"outcomes", outcomes(t)},
		{"part_outcomes", partOutcomes(t)},
		{"talk", talkedShop(t)},
		{"what_if", supposedShop(t)},
		{"what_if_outcomes", supposedOutcomes(t)},
	}
}

// talkedShop is the shop beside its repository: one finding of each kind, and an answer that nobody has confirmed.
func talkedShop(t testing.TB) *report.Document {
	t.Helper()
	doc := shop(t)
	doc.Repository = &report.Source{
		Head: "66f669292971d0b1f4bd32ac3e9cb8b1cd0c1f7a", AsOf: "2026-10-12T09:30:00Z", WindowFrom: "2024-10-12T09:30:00Z", Ref: "refs/heads/main",
	}
	doc.Evidence = []report.Finding{
		{
			Question: "release_trigger", Verdict: report.Contradicts, Answer: "team_decides", Measure: "releases.gap_days.median", Value: new(28.0),
			N: new(25), Trust: "usable", Text: "Releases come every 28 days (median of 25 gaps, half of them between 21 and 35 days).",
			Suggests: "regular_slot", Proof: []report.Proof{
				{Kind: "tag", Name: "v4.2.0", Text: "2026-10-05"}, {Kind: "tag", Name: "v4.1.0", Text: "2026-09-07"},
			},
		},
		{
			Question: "integration", Verdict: report.Differs, Answer: "daily", Measure: "integration.branch_life_days.median", Value: new(4.0),
			N: new(7), Trust: "few", Text: "Work stays on a branch for 4 days before it is merged (median of 7 merges).",
			Reason: "there are only 7 merges of a branch; 20 would be enough", Proof: []report.Proof{
				{Kind: "commit", Name: "0f9d3c1f2b7a88e3d1c4b5a69788c0d1e2f3a4b5", Text: "merged after 4 days"},
			},
		},
		{
			Question: "batch_size", Verdict: report.Silent, Answer: "feature", Measure: "batch.median", Trust: "none",
			Reason: "there are only 2 releases; it takes 3 at least", Proof: []report.Proof{},
		},
		{
			Question: "infra_change", Verdict: report.Agrees, Answer: "pipeline", Measure: "iac.terraform", N: new(3), Trust: "few",
			Text:   "There are files for this: Terraform or OpenTofu (3 files).",
			Reason: "a file shows that something is there, and not how much it is used", Proof: []report.Proof{{Kind: "path", Name: "infra/main.tf"}},
		},
	}
	doc.Answers[9].Source = "evidence"
	return doc
}

// supposedShop is the shop with its restores proven and with a change that changes nothing.
func supposedShop(t testing.TB) *report.Document {
	t.Helper()
	before, after := shop(t), shop(t)
	before.Verdict.Leaning.Readiness.Value, before.Verdict.Leaning.Confidence = new(1.63), "low"
	before.Warnings = append(before.Warnings, report.Warning{ID: "unproven_restore", Severity: "critical", Text: "Nobody has shown that data comes back."})
	before.Warnings[0].Severity = "high"
	after.Warnings = append(after.Warnings, report.Warning{ID: "late", Severity: "info", Text: "A new danger."})
	restore := &after.Answers[12]
	restore.Option, restore.Text, restore.Value, restore.Note, restore.Reviewed, restore.Source =
		"yearly", "A full restore was tested in the past year and met the agreed time", new(3.0), "", "", "what_if"
	after.Answers[2].Status, after.Answers[2].Option, after.Answers[2].Text, after.Answers[2].Value = "dont_know", "", "", nil
	after.Answers[2].Source = "what_if"
	after.Suppose(before, []string{"batch_size", "approval", "restore_test"})
	return after
}

func supposedOutcomes(t testing.TB) *report.Document {
	t.Helper()
	before, after := partOutcomes(t), outcomes(t)
	before.Answers = append([]report.Answer{}, after.Answers...)
	before.Answers[0].Status, before.Answers[0].Text = "skipped", ""
	after.Answers[0].Source = "what_if"
	after.Suppose(before, []string{after.Answers[0].Question})
	return after
}
