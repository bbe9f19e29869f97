package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func at(value float64, band report.Text) report.Practice {
	return report.Practice{Value: &value, Band: band, Scored: true}
}

func calls(value float64, band report.Text) report.Situation {
	return report.Situation{Value: &value, Band: band}
}

func leaning(verdict report.Leaning, axes ...report.Axis) *report.Document {
	return &report.Document{Verdict: report.Verdict{Leaning: &verdict}, Axes: axes}
}

func TestHeadlines(t *testing.T) {
	t.Parallel()
	given := func(advice, practice, situation report.Text) report.Leaning {
		return report.Leaning{Advice: advice, Practice: at(0, practice), Situation: calls(0, situation)}
	}
	combine := func(because ...string) report.Leaning {
		verdict := given("combine", "hybrid", "leaning_devops")
		verdict.CombineBecause = because
		return verdict
	}
	tests := []struct {
		name string
		doc  *report.Document
		want string
	}{
		{
			"stay SysOps", leaning(given("stay_sysops", "strong_sysops", "leaning_sysops")),
			"You run this the SysOps way, and that is what its situation calls for: stay with it, and do it well.",
		},
		{
			"stay DevOps", leaning(given("stay_devops", "strong_devops", "leaning_devops")),
			"You run this the DevOps way, and that is what its situation calls for: stay with it, and do it well.",
		},
		{
			"stay hybrid", leaning(given("stay_hybrid", "hybrid", "hybrid")),
			"You mix both models, and the situation calls for neither pole: stay with the mix, on purpose.",
		},
		{
			"shift to DevOps", leaning(given("shift_devops", "strong_sysops", "leaning_devops")),
			"You work firmly the SysOps way, and the situation calls rather for the DevOps way: move towards DevOps, one step at a time.",
		},
		{
			"shift to SysOps", leaning(given("shift_sysops", "leaning_devops", "strong_sysops")),
			"You work mostly the DevOps way, and the situation calls clearly for the SysOps way: move towards SysOps, one step at a time.",
		},
		{
			"shift from the mix", leaning(given("shift_devops", "hybrid", "strong_devops")),
			"You work in a mix of both ways, and the situation calls clearly for the DevOps way: move towards DevOps, one step at a time.",
		},
		{
			"shift to the mix", leaning(given("shift_sysops", "strong_devops", "hybrid")),
			"You work firmly the DevOps way, and the situation calls for a mix of both ways: move towards SysOps, one step at a time.",
		},
		{
			"combine for speed and caution", leaning(combine("opposed_needs", "speed_and_caution", "both_ways")),
			"The situation asks for speed and for caution at once: combine both models rather than choose one or the middle.",
		},
		{
			"combine because axes move both ways", leaning(combine("opposed_needs", "both_ways")),
			"Some parts of how you work should move towards DevOps and others towards SysOps: combine both models.",
		},
		{
			"combine for tension", leaning(combine("opposed_needs")),
			"The situation pulls towards both poles at once: combine both models rather than choose one or the middle.",
		},
		{
			"nothing known", leaning(report.Leaning{}),
			"Too few questions are answered to say how you work or what the situation calls for.",
		},
		{
			"practice unknown", leaning(report.Leaning{Situation: calls(-0.3, "leaning_sysops")}),
			"The situation calls rather for the SysOps way; too few questions are answered to say how you work today.",
		},
		{
			"situation unknown", leaning(report.Leaning{Practice: at(0.3, "leaning_devops")}),
			"You work mostly the DevOps way; no answer tells what the situation calls for, so there is nothing to compare it with.",
		},
		{
			"no gap", leaning(given("", "leaning_devops", "hybrid")),
			"You work mostly the DevOps way and the situation calls for a mix of both ways, but the axes do not say which way to move.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := report.Tell(test.doc).Headline; got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestWhy(t *testing.T) {
	t.Parallel()
	const line = "On a line from -1 (SysOps) to +1 (DevOps), how you work is not scored and what the situation calls for is unknown."
	axis := func(practice, situation, direction report.Text, gap float64) report.Axis {
		return report.Axis{
			Title: "Pace", Practice: at(0, practice), Situation: calls(0, situation), Direction: direction, Gap: &gap,
		}
	}
	fit := report.Leaning{Fit: report.Fit{Value: new(60.0), Word: "strained"}}
	ready := report.Leaning{Readiness: report.Readiness{Value: new(2.0), LowerBound: new(1.5)}}
	short := report.Axis{
		Title: "Pace", Readiness: report.Readiness{Value: new(1.0)}, Floor: new(3.0), Shortfall: report.Shortfall{Value: new(2.0)},
	}
	less := axis("strong_devops", "leaning_devops", "less_pronounced", -0.4)
	tests := []struct {
		name string
		doc  *report.Document
		want string
	}{
		{"no axis has a gap", leaning(fit), "The fit of the two is 60 of 100 (strained)."},
		{"all aligned", leaning(fit, axis("hybrid", "hybrid", "aligned", 0.1)), "The fit of the two is 60 of 100 (strained)."},
		{"less", leaning(fit, less), "the widest gap is on Pace: the situation asks for the DevOps way too, but less pronounced."},
		{
			"more", leaning(fit, axis("leaning_sysops", "strong_sysops", "more_pronounced", -0.4)),
			"the situation asks for the SysOps way too, and more pronounced.",
		},
		{
			"to another pole", leaning(fit, axis("leaning_sysops", "leaning_devops", "towards_devops", 0.9)),
			"the situation asks for more of the DevOps way.",
		},
		{
			"to the middle", leaning(fit, axis("strong_devops", "hybrid", "towards_sysops", -0.9)),
			"the situation asks for less of the DevOps way.",
		},
		{
			"within the middle", leaning(fit, axis("hybrid", "hybrid", "less_pronounced", 0.3)),
			"the situation asks for a little more of the DevOps way.",
		},
		{"the widest wins", leaning(fit, less, report.Axis{Title: "Wide", Direction: "towards_sysops", Gap: new(-0.5)}), "the widest gap is on Wide:"},
		{
			"ready, floors unknown", leaning(ready),
			"Readiness, which counts under either model, is 2 of 4 (1.5 if what is unknown counts as nothing); how much is called for is not known.",
		},
		{
			"ready", leaning(ready, report.Axis{Floor: new(1.0)}),
			"Readiness, which counts under either model, is 2 of 4 (1.5 if what is unknown counts as nothing), and no axis is below what is called for.",
		},
		{"short", leaning(ready, short), "; on Pace it is 1 where at least 3 is called for."},
		{
			"confidence",
			leaning(report.Leaning{
				Confidence: "low", Coverage: new(0.625),
				Practice:   report.Practice{LowBand: "hybrid", HighBand: "leaning_devops"},
				Robustness: &report.Robustness{Side: report.Flip{Steps: new(1)}},
			}),
			"Confidence in the verdict is low: 63 % of the style questions that apply are answered, " +
				"the open ones could move you to another side, and it would take 1 small step to move you to another side.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := report.Tell(test.doc).Why
			if len(got) != 2 || got[0] != line || !strings.Contains(got[1], test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}

// question is an answer of one measure and status.
func question(id, measures, status string) report.Answer {
	return report.Answer{Question: id, Measures: measures, Status: status}
}

func TestSituationFromFewAnswers(t *testing.T) {
	t.Parallel()
	known, open, out := question("a", "context", "answered"), question("b", "context", "skipped"), question("c", "context", "not_applicable")
	tests := []struct {
		answers []report.Answer
		want    string
	}{
		{[]report.Answer{known}, "hybrid (0.00)."},
		{[]report.Answer{known, open}, "hybrid (0.00)."},
		{[]report.Answer{known, open, open}, "hybrid (0.00), from only 1 of 3 questions about it."},
		{[]report.Answer{known, open, out, out}, "hybrid (0.00)."},
		{[]report.Answer{known, open, question("d", "lean", "skipped")}, "hybrid (0.00)."},
	}
	for _, test := range tests {
		doc := leaning(report.Leaning{Situation: calls(0, "hybrid")})
		doc.Answers = test.answers
		if got := report.Tell(doc).Why[0]; !strings.HasSuffix(got, "calls for is "+test.want) {
			t.Errorf("%d answers: got %s, want %s", len(test.answers), got, test.want)
		}
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()
	open := func(low, high float64, lowBand, highBand report.Text, scored bool) report.Leaning {
		return report.Leaning{Practice: report.Practice{
			Low: &low, High: &high, LowBand: lowBand, HighBand: highBand, Scored: scored,
		}}
	}
	style := []report.Answer{question("pace", "lean", "dont_know"), question("size", "lean", "answered")}
	const styleOpen = `1 question is open, answered "don't know": pace.`
	tests := []struct {
		name    string
		verdict report.Leaning
		answers []report.Answer
		want    []string
	}{
		{"nothing open", report.Leaning{}, style[1:], []string{"No question is open."}},
		{
			"left out",
			report.Leaning{},
			[]report.Answer{question("a", "lean", "not_applicable")},
			[]string{"No question is open; 1 question left out as not applicable."},
		},
		{
			"another side", open(-0.1, 0.3, "hybrid", "leaning_devops", true), style,
			[]string{
				styleOpen,
				"The open style questions could move how you work from -0.10 (hybrid) to +0.30 (leaning DevOps): another side, so answer them first.",
			},
		},
		{
			"another word", open(0.3, 0.7, "leaning_devops", "strong_devops", true), style,
			[]string{
				styleOpen,
				"The open style questions could move how you work from +0.30 (leaning DevOps) to +0.70 (strong DevOps): another word, the same side.",
			},
		},
		{
			"the same word", open(0.3, 0.4, "leaning_devops", "leaning_devops", true), style,
			[]string{styleOpen, "Whatever the open style questions hide, how you work stays leaning DevOps (+0.30 to +0.40)."},
		},
		{
			"not scored", open(-1, 1, "strong_sysops", "strong_devops", false), style,
			[]string{
				styleOpen,
				"With every open style question at one end or the other, how you work could be anywhere from " +
					"-1.00 (strong SysOps) to +1.00 (strong DevOps).",
			},
		},
		{
			"readiness and situation",
			report.Leaning{Readiness: report.Readiness{Value: new(2.0), LowerBound: new(1.0)}},
			[]report.Answer{question("net", "readiness", "skipped"), question("cost", "context", "dont_know")},
			[]string{
				`2 questions are open, answered "don't know": cost; skipped: net.`,
				"Open readiness questions count as unproven in the lower bound: readiness is 2 of 4 on what is known and 1 if they hide nothing.",
				"Open questions about the situation leave it without their say; each answer could move it.",
			},
		},
		{
			"readiness that stays",
			report.Leaning{Readiness: report.Readiness{Value: new(0.0), LowerBound: new(0.0)}},
			[]report.Answer{question("net", "readiness", "skipped")},
			[]string{"1 question is open, skipped: net.", "Open readiness questions count as unproven in the lower bound: readiness stays at 0 of 4."},
		},
		{
			"no readiness",
			report.Leaning{},
			[]report.Answer{question("net", "readiness", "skipped")},
			[]string{
				"1 question is open, skipped: net.",
				"Open readiness questions count as unproven in the lower bound: none is answered, so readiness is not scored.",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc := leaning(test.verdict)
			doc.Answers = test.answers
			if diff := cmp.Diff(test.want, report.Tell(doc).Unknown); diff != "" {
				t.Errorf("unknown (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLongListsAreCut(t *testing.T) {
	t.Parallel()
	doc := leaning(report.Leaning{})
	for id := range strings.SplitSeq("abcdefgh", "") {
		doc.Answers = append(doc.Answers, question(id, "outcome", "skipped"))
	}
	if got, want := report.Tell(doc).Unknown[0], "8 questions are open, skipped: a, b, c, d, e and 3 more."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestQuadrantStory(t *testing.T) {
	t.Parallel()
	group := func(value float64, average, thin bool) report.Group {
		return report.Group{Value: &value, Benchmark: &report.Benchmark{Mean: new(6.0)}, AboutAverage: average, Thin: thin}
	}
	tests := []struct {
		group report.Group
		want  string
	}{
		{report.Group{}, "Throughput is not scored: none of its metrics is answered."},
		{report.Group{Value: new(8.0), Thin: true}, "Throughput is 8 of 10, from only some of its metrics."},
		{group(8, false, false), "Throughput is 8 of 10; the published mean of 2025 is 6, so this is above it."},
		{group(4, false, true), "Throughput is 4 of 10, from only some of its metrics; the published mean of 2025 is 6, so this is below it."},
		{group(6, true, false), "Throughput is 6 of 10; the published mean of 2025 is 6, so this is at it."},
		{group(5.6, true, false), "Throughput is 5.6 of 10; the published mean of 2025 is 6, so this is slightly below it, near enough to lie on its other side."},
		{group(6.5, true, false), "Throughput is 6.5 of 10; the published mean of 2025 is 6, so this is slightly above it, near enough to lie on its other side."},
	}
	for _, test := range tests {
		doc := &report.Document{Verdict: report.Verdict{Quadrant: &report.Quadrant{Throughput: test.group, BenchmarkYear: 2025}}}
		if got := report.Tell(doc).Why[0]; got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
	missing := &report.Document{Verdict: report.Verdict{Quadrant: &report.Quadrant{Quadrant: "slow_stable", Missing: []string{"a", "b"}}}}
	story := report.Tell(missing)
	if story.Headline != "Delivery is slow but stable." || !strings.HasPrefix(story.Tips[1], "Answering a and b could change it;") {
		t.Errorf("headline %q, tips %q", story.Headline, story.Tips)
	}
}

func TestReasonStandsBesideTheNote(t *testing.T) {
	t.Parallel()
	tests := []struct{ given, reason, note, beside string }{
		{`{not_applicable: "the supplier does it"}`, "the supplier does it", "the supplier does it", ""},
		{`{not_applicable: "the supplier does it", note: "by mail"}`, "the supplier does it", "by mail", "the supplier does it"},
		{`{option: project, note: "on Wednesdays"}`, "", "on Wednesdays", ""},
	}
	for _, test := range tests {
		doc := reporttest.Sheet(reporttest.Parse(t, "a.yaml", "questionnaire: frozen\nanswers:\n  batch_size: "+test.given))
		for i := range doc.Answers {
			answer := &doc.Answers[i]
			if answer.Question != "batch_size" {
				continue
			}
			if string(answer.Reason) != test.reason || string(answer.Note) != test.note || report.ReasonBeside(answer) != test.beside {
				t.Errorf("%s: reason %q, note %q, beside %q", test.given, answer.Reason, answer.Note, report.ReasonBeside(answer))
			}
		}
	}
}
