package verdict_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// checklist is a result on one axis with a floor, whose points are unmet as far as unmet says, and three that are met.
func checklist(state score.State, floor float64, unmet ...report.Unmet) *report.Document {
	verdict := &report.ReadinessVerdict{State: report.Text(state)}
	doc := &report.Document{Checked: []report.ReadinessAxis{{ID: "a", Title: "A", Floor: &floor}}}
	add := func(question string) {
		doc.Answers = append(doc.Answers, report.Answer{Question: question, Title: question, Axis: "a", Measures: "readiness", Status: "answered"})
	}
	for _, u := range unmet {
		u.Axis, u.Floor = "a", floor
		add(u.Question)
		verdict.Readiness.Unmet = append(verdict.Readiness.Unmet, u)
		switch because := &verdict.Because; {
		case u.Critical && u.Level == nil:
			because.CriticalUnknown = append(because.CriticalUnknown, u.Question)
		case u.Critical:
			because.CriticalUnmet = append(because.CriticalUnmet, u.Question)
		case u.Level != nil && floor-*u.Level >= 2:
			because.FarBelow = append(because.FarBelow, u.Question)
		}
	}
	for _, met := range []string{"met1", "met2", "met3"} {
		add(met)
	}
	doc.Verdict.Readiness = verdict
	return doc
}

// TestStates tells each state with its reason first, and each kind of reason apart.
func TestStates(t *testing.T) {
	t.Parallel()
	critical := func(question string, level float64) report.Unmet {
		return report.Unmet{Question: question, Level: &level, Critical: true}
	}
	point := func(question string, level float64) report.Unmet {
		return report.Unmet{Question: question, Level: &level}
	}
	open := checklist("", 3)
	open.Verdict.Readiness.TierUnknown = []string{"Tier"}
	openToo := checklist(score.Gaps, 3, point("A", 2))
	openToo.Verdict.Readiness.TierUnknown = []string{"Tier", "Reach"}
	for name, test := range map[string]struct {
		doc  *report.Document
		want string
	}{
		"ready":   {checklist(score.Ready, 3), "Ready: all 3 answers that have a minimum reach it."},
		"at zero": {checklist(score.Ready, 0), "Ready: no answer has a minimum above 0."},
		"gaps": {
			checklist(score.Gaps, 3, report.Unmet{Question: "A"}, point("B", 2)),
			`Gaps: 2 of 5 answers are below their minimum or unknown. The largest gap is "<B>": 2 out of 4, needs 3.`,
		},
		"gaps that round up": {
			checklist(score.Gaps, 3, point("A", 2.97)),
			`Gaps: one of 4 answers is below its minimum. "<A>" has 2.9 out of 4 and needs 3.`,
		},
		"only unknown": {
			checklist(score.Gaps, 3, report.Unmet{Question: "A"}, report.Unmet{Question: "B"}),
			`Gaps: 2 of 5 answers are unknown. Find out first: "<A>" and "<B>".`,
		},
		"one critical": {
			checklist(score.NotReady, 3, critical("A", 1), point("B", 2)),
			`Not ready: "<A>" is critical, has 1 out of 4 and needs 3. / One more answer is below its minimum or unknown.`,
		},
		"every reason": {
			checklist(score.NotReady, 3, critical("A", 1), critical("B", 2), report.Unmet{Question: "C", Critical: true}, point("D", 0), point("E", 2), point("F", 2)),
			`Not ready: two critical points are unmet: "<A>" and "<B>". / "<C>" is critical and unknown. / ` +
				`"<D>" has 0 out of 4 and needs 3. / 2 more answers are below their minimum or unknown.`,
		},
		"far below": {checklist(score.NotReady, 3, point("A", 1), point("B", 1)), `Not ready: two points are two levels or more below their minimum: "<A>" and "<B>".`},
		"no floor":  {checklist("", 0), "No state: no minimum is set for these questions."},
		"no tier":   {open, `No state yet: "<Tier>" decides how much is asked, and is open.`},
		"a tier is open": {
			openToo, `Gaps: one of 4 answers is below its minimum. "<A>" has 2 out of 4 and needs 3. / ` +
				`"<Tier>" and "<Reach>" decide how much is asked and are open: more could be asked.`,
		},
		"reasons lost": {checklist(score.NotReady, 3), "Not ready."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			told := load(t).Tell(test.doc, quotedText, nil)
			if got := strings.Join(append([]string{told.Headline}, told.Reasons...), " / "); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}
