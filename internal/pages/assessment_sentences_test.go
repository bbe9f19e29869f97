package pages_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// listOf returns the first list in a section of the page of a result.
func listOf(doc *report.Document, section string) []string {
	p := pages.Assessment(doc)
	for _, s := range p.Sections {
		alone := page.Page{Sections: []page.Section{s}}
		for block := range alone.Blocks() {
			if list, ok := block.(page.List); ok && s.ID == section {
				plain := make([]string, len(list))
				for i, text := range list {
					plain[i] = page.Plain(text)
				}
				return plain
			}
		}
	}
	return nil
}

func leaning(verdict report.Leaning, axes ...report.Axis) *report.Document {
	return &report.Document{Verdict: report.Verdict{Leaning: &verdict}, Axes: axes}
}

// question is an answer of one measure and status.
func question(id, measures, status string) report.Answer {
	return report.Answer{Question: id, Measures: measures, Status: status}
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
		{"nothing open", report.Leaning{}, style[1:], nil},
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
				"The open style questions could move how you work from -0.10 (a mix of both) to +0.30 (leaning DevOps): another side, so answer them first.",
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
			report.Leaning{Readiness: report.OverallReadiness{Readiness: report.Readiness{Value: new(2.0), LowerBound: new(1.0)}}},
			[]report.Answer{question("net", "readiness", "skipped"), question("cost", "context", "dont_know")},
			[]string{
				`2 questions are open, answered "don't know": cost; skipped: net.`,
				"Open readiness questions count as unproven in the lower bound: readiness is 2.0 out of 4 on what is known and 1.0 if they hide nothing.",
				"Open questions about the situation are not counted; each answer could move it.",
			},
		},
		{
			"readiness that stays",
			report.Leaning{Readiness: report.OverallReadiness{Readiness: report.Readiness{Value: new(0.0), LowerBound: new(0.0)}}},
			[]report.Answer{question("net", "readiness", "skipped")},
			[]string{"1 question is open, skipped: net.", "Open readiness questions count as unproven in the lower bound: readiness stays at 0.0 out of 4."},
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
			if diff := cmp.Diff(test.want, listOf(doc, "unknown")); diff != "" {
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
	if got, want := listOf(doc, "unknown")[0], "8 questions are open, skipped: a, b, c, d, e and 3 more."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTips(t *testing.T) {
	t.Parallel()
	flip := func(answers, steps int, questions ...string) report.Flip {
		return report.Flip{Answers: &answers, Steps: &steps, Questions: questions}
	}
	sysOps := report.Practice{Band: "leaning_sysops"}
	const noAdvice = "There is not a kind of advice yet, and another answer to a single answered question would not lead to one."
	tests := []struct {
		name    string
		verdict report.Leaning
		tips    []report.Tip
		want    []string
	}{
		{"no answers, no advice", report.Leaning{}, nil, []string{noAdvice}},
		{
			"an advice that stands firm",
			report.Leaning{Advice: "stay_sysops", Practice: sysOps, Robustness: &report.Robustness{Side: flip(2, 5, "a", "b")}},
			nil,
			[]string{
				"It needs 5 one-step changes in your answers together to take how you work off the SysOps side.",
				"No other answer to a single question would change the advice.",
			},
		},
		{
			"no way to another side",
			report.Leaning{Advice: "stay_sysops", Practice: sysOps, Robustness: &report.Robustness{}},
			nil,
			[]string{
				"No change in your answers would take how you work off the SysOps side.",
				"No other answer to a single question would change the advice.",
			},
		},
		{
			"borderline, and the advice tips",
			report.Leaning{
				Advice: "stay_hybrid", Borderline: new(true), Between: []string{"hybrid", "leaning_devops"}, Practice: report.Practice{Value: new(0.19)},
			},
			[]report.Tip{{Question: "a", Text: "More", Advice: "shift_devops"}, {Question: "b", Text: "Less"}},
			[]string{
				`How you work is close to the line between "mix of both" and "leaning DevOps" (+0.19). ` +
					"One answer moved by one step would change the label, though little real would differ.",
				`If "a" were "More", the advice would be: move towards DevOps.`,
				`If "b" were "Less", the advice would be: no advice.`,
			},
		},
		{
			"no advice, but words tip",
			report.Leaning{Practice: report.Practice{Band: "hybrid"}, Situation: report.OverallSituation{Situation: report.Situation{Band: "hybrid"}}},
			[]report.Tip{
				{Question: "a", Text: "More", Practice: "leaning_devops", Situation: "hybrid"},
				{Question: "b", Text: "Less", Practice: "hybrid", Situation: "leaning_sysops"},
			},
			[]string{`If "a" were "More", how you work would be leaning DevOps.`, `If "b" were "Less", the situation would be leaning SysOps.`},
		},
		{
			"three of four tips",
			report.Leaning{Advice: "combine"},
			slices.Repeat([]report.Tip{{Question: "a", Text: "More", Advice: "stay_hybrid"}}, 4),
			slices.Repeat([]string{`If "a" were "More", the advice would be: keep the mix.`}, 3),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc := &report.Document{Verdict: report.Verdict{Leaning: &test.verdict}, Tips: test.tips}
			if got := listOf(doc, "tips"); !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestExemptionSentences(t *testing.T) {
	t.Parallel()
	doc := leaning(report.Leaning{})
	doc.Warnings = []report.Warning{{ID: "a", Severity: "high"}, {ID: "b", Severity: "medium"}, {ID: "e", Severity: "info"}}
	doc.Exemptions = []report.Exemption{
		{Warning: "a", Reason: "a successor starts.", Until: "2026-11-22", Owner: "Ada"},
		{Warning: "b", Reason: "soon", Until: "2026-11-21"},
		{Warning: "c", Reason: "gone.", Until: "2026-11-22"},
		{Warning: "d", Reason: "long gone", Until: "2020-01-01", Owner: "Bo"},
		{Warning: "e", Reason: "for ever"},
	}
	report.JudgeExemptions(doc, "2026-11-22")
	want := []string{
		"a (high): exempted until 2026-11-22, owner Ada: a successor starts.",
		"b (medium): the exemption has expired, it was until 2026-11-21. It was given because: soon",
		"c: exempted until 2026-11-22: gone. The warning does not apply.",
		"d: the exemption has expired, it was until 2020-01-01, owner Bo. It was given because: long gone",
		"e (info): exempted without an end: for ever",
	}
	if diff := cmp.Diff(want, listOf(doc, "exemptions")); diff != "" {
		t.Error(diff)
	}
	for i, exempted := range []bool{true, false, true} {
		warning := doc.Warnings[i]
		if warning.Exempted != exempted || (report.ExemptionOf(doc, warning.ID) != nil) != exempted {
			t.Errorf("%s is exempted: %t", warning.ID, warning.Exempted)
		}
	}
	if doc.AsOf != "2026-11-22" {
		t.Errorf("judged as of %q", doc.AsOf)
	}
	// A day later one more has expired; the same document says so when it is judged again.
	report.JudgeExemptions(doc, "2026-11-23")
	if doc.Warnings[0].Exempted || doc.Exemptions[0].Status != report.ExemptionExpired || doc.AsOf != "2026-11-23" {
		t.Errorf("a day later: %+v", doc.Exemptions[0])
	}
}

func TestAgeSentences(t *testing.T) {
	t.Parallel()
	doc := leaning(report.Leaning{})
	if ages := listOf(doc, "ages"); ages != nil {
		t.Errorf("no limit was set, yet %q", ages)
	}
	doc.AsOf, doc.Freshness = "2026-11-22", &report.Freshness{MaxAge: "1y", Since: "2025-11-22"}
	lead := "On 2026-11-22 an answer may be 1 year old: given or reviewed on 2025-11-22 or later."
	tests := []struct {
		answers []report.Answer
		stale   []report.Aged
		undated []string
		want    []string
	}{
		{nil, nil, nil, []string{lead, "There is no answer that could be too old."}},
		{[]report.Answer{{Status: "answered"}}, nil, nil, []string{lead, "Every answer is recent enough."}},
		{
			nil,
			[]report.Aged{{Question: "a", Date: "2024-01-01", Days: 691}, {Question: "b", Date: "2025-11-21", Days: 366}, {Question: "c", Date: "2025-11-21", Days: 366}},
			[]string{"d", "e"},
			[]string{lead, "691 days old (2024-01-01): a.", "366 days old (2025-11-21): b, c.", "Without a date, or dated in the future: d, e."},
		},
	}
	for _, test := range tests {
		doc.Answers, doc.Freshness.Stale, doc.Freshness.Undated = test.answers, test.stale, test.undated
		if diff := cmp.Diff(test.want, listOf(doc, "ages")); diff != "" {
			t.Error(diff)
		}
	}
	for age, want := range map[string]string{"180d": "180 days", "1m": "1 month", "12m": "12 months", "soon": "soon"} {
		doc.Freshness.MaxAge = age
		if got := listOf(doc, "ages")[0]; !strings.Contains(got, "may be "+want+" old") {
			t.Errorf("%s is told as %s", age, got)
		}
	}
}

// talked has one finding of each kind in another order than that of the page.
func talked() *report.Document {
	return &report.Document{
		Verdict: report.Verdict{Leaning: &report.Leaning{Kind: "leaning"}},
		Answers: []report.Answer{
			{Question: "pace", Prompt: "How often?", Status: "answered", Option: "daily", Text: "Every day", Source: "person"},
			{Question: "net", Prompt: "How safe?", Status: "answered", Option: "low", Text: "Low", Source: "evidence"},
		},
		Repository: &report.Source{Head: "66f669292971d0b1f4bd32ac3e9cb8b1cd0c1f7a", AsOf: "2026-10-12T09:30:00Z", WindowFrom: "2024-10-12T09:30:00Z"},
		Evidence: []report.Finding{
			{Question: "gone", Verdict: report.Silent, Reason: "it is shallow"},
			{Question: "net", Verdict: report.Differs, Answer: "low", Text: "There are files.", N: new(3), Reason: "éclairs prove little"},
			{Question: "who", Verdict: report.Agrees},
			{
				Question: "pace", Verdict: report.Contradicts, Answer: "daily", Value: new(28.0), N: new(9), Text: "Every 28 days.",
				Proof: []report.Proof{{Kind: "commit", Name: "66f669292971d0b1f4bd"}, {Kind: "commit", Name: "not a hash at all"}, {Kind: "tag", Name: "v1", Text: "2026-01-01"}},
			},
			{Question: "more", Verdict: report.Silent, Reason: "it is shallow"},
		},
	}
}

func TestUnconfirmedAnswersAreUnknown(t *testing.T) {
	t.Parallel()
	unknown := listOf(talked(), "unknown")
	want := "Suggested by the repository, not confirmed: net. A person confirms or changes each with opsfit assess --resume."
	if unknown[len(unknown)-1] != want {
		t.Errorf("%q", unknown)
	}
}

func TestRepositoryTalk(t *testing.T) {
	t.Parallel()
	blocks := assessmentSection(t, talked(), "talk").Blocks
	if intro := blocks[0].(page.Text); !strings.Contains(page.Plain(string(intro)), "(commit 66f669292971 of 2026-10-12, back to 2024-10-12). It changes no figure") {
		t.Error(intro)
	}
	want := []string{
		"CONTRADICTS pace", "Answer: Every day", "Repository: Every 28 days; n = 9.",
		"See: commit 66f669292971, commit not a hash at all, v1 (2026-01-01)",
		"DIFFERS net", "Answer: Low", "Repository: There are files.", "Limit: Éclairs prove little.",
	}
	var got []string
	for _, card := range blocks[1].(page.Cards).Items {
		got = append(got, card.Tag+" "+page.Plain(card.Title))
		for _, fact := range card.Blocks[0].(page.Facts).Items {
			got = append(got, fact.Label+": "+page.Plain(fact.Value))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	rest := []string{"The repository agrees with 1 answer: who.", "Nothing is said about gone and more: it is shallow."}
	if diff := cmp.Diff(rest, listOf(talked(), "talk")); diff != "" {
		t.Error(diff)
	}
}

// TestNoTalk: without a repository a page has no place for one; with one that says nothing it has.
func TestNoTalk(t *testing.T) {
	t.Parallel()
	doc := talked()
	doc.Evidence = nil
	if blocks := assessmentSection(t, doc, "talk").Blocks; blocks != nil {
		t.Errorf("%+v", blocks)
	}
	doc.Evidence, doc.Repository = []report.Finding{}, nil
	want := []string{"No question of this questionnaire can be compared with a repository."}
	if diff := cmp.Diff(want, listOf(doc, "talk")); diff != "" {
		t.Error(diff)
	}
}

func assessmentSection(t *testing.T, doc *report.Document, id string) page.Section {
	t.Helper()
	for _, section := range pages.Assessment(doc).Sections {
		if section.ID == id {
			return section
		}
	}
	t.Fatalf("no section %s", id)
	return page.Section{}
}

// TestExplainedWhereNumbersAre holds that a section without numbers refers to nothing.
func TestExplainedWhereNumbersAre(t *testing.T) {
	t.Parallel()
	known, open, outcomes := reporttest.Frozen(t, "fitting"), reporttest.Frozen(t, "unknown"), reporttest.Frozen(t, "outcomes")
	for _, test := range []struct {
		doc     *report.Document
		section string
		want    string
	}{
		{known, "tips", "robustness"},
		{known, "axes", "coverage wanted allowed direction tension"},
		{open, "unknown", "range"},
		{known, "notes", ""},
		{outcomes, "tips", ""},
		{outcomes, "why", "quadrant"},
		{outcomes, "metrics", "quadrant"},
	} {
		if got := strings.Join(assessmentSection(t, test.doc, test.section).Explain, " "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.section, got, test.want)
		}
	}
}

// TestEveryAnswerIsListed also takes an axis without an id and an answer about an axis that does not exist, which a file may
// hold: neither may swallow an answer.
func TestEveryAnswerIsListed(t *testing.T) {
	t.Parallel()
	doc := &report.Document{
		Verdict: report.Verdict{Leaning: &report.Leaning{}},
		Axes:    []report.Axis{{ID: "change", Title: "Change"}, {Title: "Nameless"}, {ID: "empty", Title: "Empty"}},
		Answers: []report.Answer{
			{Question: "a"}, {Question: "b", Axis: "change"}, {Question: "c", Axis: "gone"}, {Question: "d", Axis: "change"},
		},
	}
	got := map[string][]string{}
	for _, card := range assessmentSection(t, doc, "answers").Blocks[1].(page.Cards).Items {
		for _, entry := range card.Blocks[0].(page.Entries) {
			got[page.Plain(card.Title)] = append(got[page.Plain(card.Title)], page.Plain(entry.ID))
		}
	}
	if diff := cmp.Diff(map[string][]string{"Change": {"b", "d"}, "The situation": {"a", "c"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAnswersCount(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		measures string
		value    *float64
		want     []string
	}{
		{"lean", new(0.5), []string{"+0.50"}},
		{"context", new(-1.0), []string{"-1.00"}},
		{"readiness", new(2.0), []string{"2"}},
		{"outcome", new(7.6), []string{"7.6"}},
		{"context", nil, nil},
		{"horoscope", new(1.0), nil},
	} {
		doc := leaning(report.Leaning{})
		doc.Answers = []report.Answer{{Measures: test.measures, Value: test.value}}
		entry := assessmentSection(t, doc, "answers").Blocks[1].(page.Cards).Items[0].Blocks[0].(page.Entries)[0]
		if diff := cmp.Diff(test.want, entry.Worth); diff != "" {
			t.Errorf("%s: %s", test.measures, diff)
		}
	}
}

// TestReadinessNamesBoundsWhereTheyDiffer holds that "at least" stands only where an unknown answer keeps it below the value.
func TestReadinessNamesBoundsWhereTheyDiffer(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		readiness report.Readiness
		want      string
	}{
		{report.Readiness{Value: new(2.15), LowerBound: new(2.15)}, "2.2 out of 4"},
		{report.Readiness{Value: new(2.15), LowerBound: new(1.5)}, "2.2 out of 4, at least 1.5"},
	} {
		p := pages.Assessment(leaning(report.Leaning{Readiness: report.OverallReadiness{Readiness: test.readiness}}))
		if got := sentences(p); !strings.Contains(got, "\nReadiness: "+test.want+"\n") {
			t.Errorf("%q is not in\n%s", test.want, got)
		}
	}
}

// TestAxesTellLimits holds that the table of axes has a column for limits where there are any.
func TestAxesTellLimits(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		situation report.AxisSituation
		want      string
	}{
		{report.AxisSituation{}, ""},
		{report.AxisSituation{Allowed: report.Allowed{AtMost: new(0.25)}}, "at most +0.25"},
		{report.AxisSituation{Allowed: report.Allowed{AtLeast: new(-0.5), AtMost: new(0.25)}}, "at least -0.50 and at most +0.25"},
		{
			report.AxisSituation{Allowed: report.Allowed{AtLeast: new(0.5), AtMost: new(-0.25)}, Clash: true},
			"at least +0.50 and at most -0.25, which contradict each other",
		},
	} {
		table := assessmentSection(t, leaning(report.Leaning{}, report.Axis{Situation: test.situation}), "axes").Blocks[0].(page.Table)
		at, got := slices.IndexFunc(table.Columns, func(c page.Column) bool { return c.Title == "Allowed" }), ""
		for row := range table.Rows {
			if at >= 0 {
				got = row[at]
			}
		}
		if got != test.want {
			t.Errorf("allowed: got %q, want %q", got, test.want)
		}
	}
}

func TestGatesInShort(t *testing.T) {
	t.Parallel()
	met, failed := report.Gate{Gate: "fit >= 1", Met: true}, report.Gate{Gate: "fit >= 70"}
	tests := []struct {
		gates []report.Gate
		want  string
	}{
		{nil, ""},
		{[]report.Gate{met}, "The gate is met."},
		{[]report.Gate{met, met}, "Both gates are met."},
		{[]report.Gate{met, met, met}, "All 3 gates are met."},
		{[]report.Gate{failed}, "The gate is not met: fit >= 70."},
		{[]report.Gate{met, failed}, "1 of 2 gates is not met: fit >= 70."},
		{[]report.Gate{failed, met, failed}, "2 of 3 gates are not met: fit >= 70 and fit >= 70."},
		{[]report.Gate{failed, failed, failed, failed, failed, failed, failed}, "7 of 7 gates are not met: fit >= 70, fit >= 70, fit >= 70, fit >= 70, fit >= 70 and 2 more."},
	}
	for _, test := range tests {
		if got := page.Plain(pages.GatesInShort(&report.Document{Gates: test.gates})); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

// TestWhatIfTellsBeforeAndAfter holds what a reader needs so as not to take a supposed result for a real one.
func TestWhatIfTellsBeforeAndAfter(t *testing.T) {
	t.Parallel()
	doc := leaning(report.Leaning{})
	doc.Questionnaire.Advice = true
	doc.Warnings = []report.Warning{{ID: "a", Severity: "critical", Text: "Text of a."}, {ID: "b", Severity: "info", Text: "Text of b."}}
	doc.WhatIf = &report.WhatIf{
		Changes: []report.Change{
			{Question: "pace", From: "daily", FromText: "Every day", To: "dont_know", ToText: "don't know"}, {Question: "net", From: "x", To: "x"},
		},
		Before: report.Before{
			Verdict:  report.Verdict{Leaning: &report.Leaning{Advice: "combine"}},
			Warnings: []report.ActiveWarning{{ID: "a", Severity: "high"}, {ID: "c", Severity: "medium", Text: "Text of c."}},
		},
	}
	if got := headlineOf(pages.Assessment(doc)); got != "What if: No advice yet: too few questions are answered about how you work and about what the service needs." {
		t.Errorf("headline %q", got)
	}
	want := []string{"Gone: MEDIUM Text of c.", "Now CRITICAL, no longer HIGH: Text of a.", "New: INFO Text of b."}
	if diff := cmp.Diff(want, listOf(doc, "what-if")); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	columns := assessmentSection(t, doc, "what-if").Blocks[1].(page.Columns)
	supposed, effects := columns[0][0].(page.Changes).Items, columns[1][0].(page.Changes).Items
	if pace := supposed[0]; page.Plain(pace.Before) != `"Every day"` || pace.After != "don't know" || supposed[1].Before != supposed[1].After {
		t.Errorf("supposed %+v", supposed)
	}
	if advice := effects[len(effects)-1]; advice.Before != "combine both models" || advice.After != "no advice" {
		t.Errorf("effects %+v", effects)
	}
	doc.Warnings, doc.WhatIf.Before.Warnings = nil, nil
	if got := listOf(doc, "what-if"); !slices.Equal(got, []string{"No warning comes or goes."}) {
		t.Errorf("%q", got)
	}
}
