package record_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/record"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestProposals(t *testing.T) {
	t.Parallel()
	given := func(advice, practice, situation report.Text) report.Leaning {
		return report.Leaning{Advice: advice, Practice: scored(0, practice), Situation: calls(0, situation)}
	}
	combine := given("combine", "hybrid", "leaning_devops")
	combine.CombineBecause = []string{"both_ways"}
	tests := []struct {
		verdict         report.Leaning
		title, proposal string
	}{
		{
			given("stay_sysops", "strong_sysops", "leaning_sysops"), "Keep running ledger the SysOps way",
			`Proposed option: "The SysOps way", because it is run that way, and that is what its situation calls for.`,
		},
		{
			given("stay_devops", "strong_devops", "leaning_devops"), "Keep running ledger the DevOps way",
			`Proposed option: "The DevOps way", because it is run that way, and that is what its situation calls for.`,
		},
		{
			given("stay_hybrid", "hybrid", "hybrid"), "Keep combining DevOps and SysOps for ledger",
			`Proposed option: "Both ways combined", because it is run in a mix of both ways, and the situation calls for neither end.`,
		},
		{
			given("shift_devops", "strong_sysops", "leaning_devops"), "Move ledger towards DevOps",
			`Proposed option: "The DevOps way", because it is run firmly the SysOps way, and the situation calls rather for the DevOps way; that means moving towards DevOps.`,
		},
		{
			given("shift_sysops", "leaning_devops", "hybrid"), "Move ledger towards SysOps",
			`Proposed option: "Both ways combined", because it is run mostly the DevOps way, and the situation calls for a mix of both ways; that means moving towards SysOps.`,
		},
		{
			combine, "Combine DevOps and SysOps for ledger",
			`Proposed option: "Both ways combined", because some parts of it should move towards DevOps and others towards SysOps.`,
		},
		{
			report.Leaning{},
			"How to run ledger: not decided yet",
			"No option is proposed: too few questions are answered to say how you work or what the situation calls for.",
		},
	}
	for _, test := range tests {
		doc := leaning(test.verdict)
		doc.Subject = "ledger"
		drafted := record.Draft(doc)
		if drafted.Title != test.title || !strings.HasPrefix(drafted.Outcome[0], test.proposal) {
			t.Errorf("%s: got %q and\n%s\nwant %q and\n%s", test.verdict.Advice, drafted.Title, drafted.Outcome[0], test.title, test.proposal)
		}
	}
}

// TestDriversStandOnce holds that no answer about the situation is lost or told twice.
func TestDriversStandOnce(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		told := map[string]int{}
		for _, group := range record.Draft(doc).Drivers {
			for _, driver := range group.Drivers {
				told[driver.Prompt]++
			}
		}
		for i := range doc.Answers {
			answer := &doc.Answers[i]
			want := 0
			if answer.IsAnswered() && answer.Measures != "lean" && answer.Measures != "readiness" {
				want = 1
			}
			if told[answer.Prompt] != want {
				t.Errorf("%s: %s is told %d times, want %d", sample, answer.Question, told[answer.Prompt], want)
			}
		}
	}
}

// TestEveryNeedIsWeighed holds that each answer with a position is an argument for or against each pole.
func TestEveryNeedIsWeighed(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "notes")
	options := record.Draft(doc).Options
	if len(options) != 3 {
		t.Fatalf("%d options", len(options))
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Measures != "context" || answer.Value == nil {
			continue
		}
		weights := map[string]string{}
		for _, option := range options[:2] {
			for _, argument := range option.Arguments {
				if strings.HasPrefix(argument.Text, answer.Question+" (") {
					weights[option.Title] = argument.Weight
				}
			}
		}
		want := map[string]string{"The DevOps way": "Neutral", "The SysOps way": "Neutral"}
		switch {
		case *answer.Value > 0:
			want = map[string]string{"The DevOps way": "Good", "The SysOps way": "Bad"}
		case *answer.Value < 0:
			want = map[string]string{"The DevOps way": "Bad", "The SysOps way": "Good"}
		}
		if diff := cmp.Diff(want, weights); diff != "" {
			t.Errorf("%s (-want +got):\n%s", answer.Question, diff)
		}
	}
}

// TestRecordsFavourNoPole turns a result round and expects the record turned round, word for word: whatever is said of one
// pole would be said of the other.
func TestRecordsFavourNoPole(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		if doc.Verdict.Leaning == nil || doc.Verdict.Leaning.Advice == "combine" {
			continue // Speed and caution are no mirror images, nor are metrics.
		}
		// What the questionnaire and its catalogue say is theirs to balance.
		doc.Warnings, doc.Recommendations, doc.Tips = nil, nil, nil
		want, got := allTexts(record.Draft(doc)), allTexts(record.Draft(turned(t, doc)))
		if len(want) != len(got) {
			t.Fatalf("%s: %d texts, turned %d", sample, len(want), len(got))
		}
		for i := range got {
			got[i], want[i] = sortedWords(turnedWords(got[i])), sortedWords(want[i])
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-record +record of the turned result, turned back; the words of each text are sorted):\n%s", sample, diff)
		}
	}
}

// turned mirrors a result: SysOps and DevOps change places everywhere.
func turned(t *testing.T, doc *report.Document) *report.Document {
	t.Helper()
	made := reporttest.Reread(t, doc)
	v := made.Verdict.Leaning
	turnPractice(&v.Practice)
	turnSituation(&v.Situation)
	turnNumber(v.Gap)
	v.Advice = turnedBand(v.Advice)
	slices.Reverse(v.Between)
	for i := range v.Between {
		v.Between[i] = string(turnedBand(report.Text(v.Between[i])))
	}
	for i := range made.Axes {
		axis := &made.Axes[i]
		axis.Low, axis.High = axis.High, axis.Low
		turnPractice(&axis.Practice)
		turnSituation(&axis.Situation)
		turnNumber(axis.Gap)
		axis.Direction = turnedBand(axis.Direction)
	}
	for i := range made.Answers {
		if made.Answers[i].Measures == "context" {
			turnNumber(made.Answers[i].Value)
		}
	}
	return made
}

func turnPractice(p *report.Practice) {
	turnNumber(p.Value)
	turnNumber(p.Low)
	turnNumber(p.High)
	p.Low, p.High, p.LowBand, p.HighBand = p.High, p.Low, turnedBand(p.HighBand), turnedBand(p.LowBand)
	p.Band = turnedBand(p.Band)
}

func turnSituation(s *report.Situation) {
	turnNumber(s.Value)
	s.Band = turnedBand(s.Band)
}

func turnNumber(value *float64) {
	if value != nil {
		*value = -*value
	}
}

func turnedBand(band report.Text) report.Text {
	return report.Text(strings.NewReplacer("sysops", "devops", "devops", "sysops").Replace(string(band)))
}

// turnedWords mirrors a sentence: the names of the poles, and the signs of figures but those that name the ends of the line.
func turnedWords(text string) string {
	const line = "On a line from -1 (SysOps) to +1 (DevOps)"
	rest, isAboutLine := strings.CutPrefix(text, line)
	rest = strings.NewReplacer("SysOps", "DevOps", "DevOps", "SysOps").Replace(rest)
	rest = regexp.MustCompile(`[+-]\d\.\d\d`).ReplaceAllStringFunc(rest, func(figure string) string {
		return strings.NewReplacer("+", "-", "-", "+").Replace(figure)
	})
	if isAboutLine {
		return line + rest
	}
	return rest
}

// sortedWords forgets the order of what a sentence names: lists, pairs and ranges begin at one end of the line.
func sortedWords(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(` ,:;()"`, r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

// allTexts are all texts of a record but the titles of its options, whose order means nothing, and its facts.
func allTexts(drafted record.Record) []string {
	drafted.Facts = record.Facts{}
	var texts []string
	var visit func(reflect.Value)
	visit = func(value reflect.Value) {
		switch value.Kind() {
		case reflect.Struct:
			for _, field := range value.Fields() {
				visit(field)
			}
		case reflect.Slice:
			for i := range value.Len() {
				visit(value.Index(i))
			}
		case reflect.String:
			texts = append(texts, value.String())
		default:
		}
	}
	visit(reflect.ValueOf(drafted))
	return texts
}

func TestAging(t *testing.T) {
	t.Parallel()
	tests := []struct{ date, want, kept string }{
		{"2026-02-28", "The answers are of 2026-02-28 and describe the year before. Assess again by 2027-02-28 at the latest.", "2026-02-28"},
		{"2028-02-29", "Assess again by 2029-03-01 at the latest.", "2028-02-29"},
		{"", "The answers carry no date", ""},
		{"status: accepted", "The answers carry no date", ""},
	}
	for _, test := range tests {
		doc := leaning(report.Leaning{})
		doc.Date = report.Text(test.date)
		drafted := record.Draft(doc)
		if got := drafted.Revisit[len(drafted.Revisit)-1]; !strings.Contains(got, test.want) || drafted.Date != test.kept {
			t.Errorf("%q: got %q and %q, want %q and %q", test.date, got, drafted.Date, test.want, test.kept)
		}
	}
}

// TestRecordsKeepWhatReportsSetApart holds that a record hides neither an exemption nor that answers are supposed or old.
func TestRecordsKeepWhatReportsSetApart(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "notes")
	doc.Exemptions = []report.Exemption{{
		Warning: "unproven_restore", Status: report.ExemptionInForce, Until: "2027-01-31", Owner: "Ines", Reason: "a test is planned",
	}}
	doc.AsOf, doc.Freshness = "2026-11-20", &report.Freshness{MaxAge: "1y", Since: "2025-11-20", Undated: []string{"audit"}}
	doc.Suppose(reporttest.Frozen(t, "notes"), []string{"release_pressure"})
	drafted := record.Draft(doc)
	for _, want := range []string{
		"A warning stands (critical; exempted until 2027-01-31, owner Ines: a test is planned): An outage here would hurt",
		"What if: Combine DevOps and SysOps for Bürgerportal", "A what-if that changes no answer.", "dated in the future: audit.",
	} {
		if !slices.ContainsFunc(allTexts(drafted), func(text string) bool { return strings.Contains(text, want) }) {
			t.Errorf("the record does not say %q", want)
		}
	}
}
