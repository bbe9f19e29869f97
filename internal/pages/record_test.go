package pages_test

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// recordOf drafts the record of a result.
func recordOf(t rapid.TB, doc *report.Document) page.Page {
	t.Helper()
	record, err := pages.Record(doc)
	if err != nil {
		t.Fatal(err)
	}
	return record
}

// sectionOf is a page with one section of a page, or with none.
func sectionOf(p page.Page, id string) page.Page {
	for _, section := range p.Sections {
		if section.ID == id {
			return page.Page{Sections: []page.Section{section}}
		}
	}
	return page.Page{}
}

func leaningOf(verdict report.Leaning) *report.Document {
	return &report.Document{Verdict: report.Verdict{Leaning: &verdict}}
}

func TestRecord(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"notes", "outcomes"} {
		record := recordOf(t, reporttest.Frozen(t, name))
		checkPage(t, record)
		golden(t, "record/"+name+".md", markdownOf(t, record))
	}
	doc := reporttest.Frozen(t, "notes")
	sayEverywhere(doc, "\u05d0\u05d1")
	doc.Verdict.Leaning.Between = nil // words of ours
	checkSetApart(t, recordOf(t, doc))
}

func TestProposals(t *testing.T) {
	t.Parallel()
	given := func(advice, practice, situation report.Text) report.Leaning {
		return report.Leaning{
			Advice: advice, Practice: report.Practice{Value: new(0.0), Band: practice, Scored: true}, Situation: report.OverallSituation{Situation: report.Situation{Value: new(0.0), Band: situation}},
		}
	}
	combine := given("combine", "hybrid", "leaning_devops")
	combine.CombineBecause = []string{"both_ways"}
	tests := []struct {
		verdict         report.Leaning
		title, proposal string
	}{
		{
			given("stay_sysops", "strong_sysops", "leaning_sysops"), "Keep running ledger the SysOps way",
			`Proposed option: "The SysOps way". Stay with SysOps: you work very much the SysOps way, and the situation leans towards SysOps. People decide:`,
		},
		{
			given("stay_devops", "strong_devops", "leaning_devops"), "Keep running ledger the DevOps way",
			`Proposed option: "The DevOps way". Stay with DevOps: you work very much the DevOps way, and the situation leans towards DevOps. People decide:`,
		},
		{
			given("stay_hybrid", "hybrid", "hybrid"), "Keep combining DevOps and SysOps for ledger",
			`Proposed option: "Both ways combined". Keep the mix: you work in a mix of both ways, and the situation calls for one. People decide:`,
		},
		{
			given("shift_devops", "strong_sysops", "leaning_devops"), "Move ledger towards DevOps",
			`Proposed option: "The DevOps way". Move towards DevOps, one step at a time: you work very much the SysOps way, and the situation leans towards DevOps. People decide:`,
		},
		{
			given("shift_sysops", "leaning_devops", "hybrid"), "Move ledger towards SysOps",
			`Proposed option: "Both ways combined". Move towards SysOps, one step at a time: you work mostly the DevOps way, and the situation calls for a mix of both. People decide:`,
		},
		{
			combine, "Combine DevOps and SysOps for ledger",
			`Proposed option: "Both ways combined". Combine both models. People decide:`,
		},
		{
			report.Leaning{},
			"How to run ledger: not decided yet",
			"No option is proposed. No advice yet: too few questions are answered about how you work and about what the service needs.",
		},
	}
	for _, test := range tests {
		doc := leaningOf(test.verdict)
		doc.Subject = "ledger"
		record := recordOf(t, doc)
		if words := sentences(record); page.Plain(record.Title) != test.title || !strings.Contains(words, "\n"+test.proposal) {
			t.Errorf("%s: want %q and\n%s\nin\n%s", test.verdict.Advice, test.title, test.proposal, words)
		}
	}
}

// TestDriversStandOnce holds that no answer about the situation is lost or told twice.
func TestDriversStandOnce(t *testing.T) {
	t.Parallel()
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		words := sentences(sectionOf(recordOf(t, doc), "drivers"))
		for i := range doc.Answers {
			answer := &doc.Answers[i]
			got, want := strings.Count("\n"+words, "\n"+page.Plain(page.Said(answer.Title).String())+": "), 0
			if answer.IsAnswered() && answer.Measures != "lean" && answer.Measures != "readiness" {
				want = 1
			}
			if got != want {
				t.Errorf("%s: %s is told %d times, want %d", sample, answer.Question, got, want)
			}
		}
	}
}

// TestEveryNeedIsWeighed holds that each answer with a position is an argument for or against each pole.
func TestEveryNeedIsWeighed(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "notes")
	options, isCards := sectionOf(recordOf(t, doc), "arguments").Sections[0].Blocks[0].(page.Cards)
	if !isCards || len(options.Items) != 3 {
		t.Fatalf("%d options", len(options.Items))
	}
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Measures != "context" || answer.Value == nil {
			continue
		}
		weights := map[string]string{}
		for _, option := range options.Items[:2] {
			arguments, isList := option.Blocks[len(option.Blocks)-1].(page.List)
			for _, argument := range arguments {
				weight, text, _ := strings.Cut(page.Plain(argument), ", because ")
				if isList && strings.HasPrefix(text, answer.Title+" (") {
					weights[option.Title] = weight
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
		want, got := recordTexts(t, doc), recordTexts(t, turned(t, doc))
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
	turnSituation(&v.Situation.Situation)
	turnNumber(v.Gap)
	v.Advice = turnedBand(v.Advice)
	turnBetween(v.Between)
	turnBetween(v.Situation.Between)
	if v.Held != nil {
		v.Held.Advice = turnedBand(v.Held.Advice)
		turnLimits(v.Held.By)
	}
	if v.Robustness != nil {
		for i := range v.Robustness.Advice.OneStep {
			turn := &v.Robustness.Advice.OneStep[i]
			turn.Advice = turnedBand(turn.Advice)
		}
	}
	for i := range made.Axes {
		axis := &made.Axes[i]
		axis.Low, axis.High = axis.High, axis.Low
		turnPractice(&axis.Practice)
		turnSituation(&axis.Situation.Situation)
		turnNumber(axis.Situation.Wanted.Value)
		turnLimits(axis.Situation.HeldBy)
		if axis.BeyondLimit != nil {
			turnLimits(axis.BeyondLimit.By)
		}
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

// turnBetween mirrors the labels on both sides of an edge.
func turnBetween(labels []string) {
	slices.Reverse(labels)
	for i := range labels {
		labels[i] = string(turnedBand(report.Text(labels[i])))
	}
}

// turnLimits mirrors bounds: the most becomes the least.
func turnLimits(limits []report.Limit) {
	for i := range limits {
		limit := &limits[i]
		turnNumber(limit.AtMost)
		turnNumber(limit.AtLeast)
		limit.AtMost, limit.AtLeast = limit.AtLeast, limit.AtMost
	}
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
	const line = "From -1 (SysOps) to +1 (DevOps)"
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

// recordTexts are all texts of a record but the titles of its options, whose order means nothing.
func recordTexts(t rapid.TB, doc *report.Document) []string {
	t.Helper()
	record := recordOf(t, doc)
	record.Sections = slices.DeleteFunc(record.Sections, func(section page.Section) bool { return section.ID == "options" })
	return slices.DeleteFunc(strings.Split(sentences(record), "\n"), func(line string) bool {
		return slices.ContainsFunc(adr.Options(), func(option adr.Option) bool { return strings.TrimSpace(line) == option.Title() })
	})
}

func TestAging(t *testing.T) {
	t.Parallel()
	tests := []struct{ date, want, kept string }{
		{"2026-02-28", "The answers are of 2026-02-28 and describe the year before. Assess again by 2027-02-28 at the latest.", "2026-02-28"},
		{"2028-02-29", "Assess again by 2029-03-01 at the latest.", "2028-02-29"},
		{"", "The answers carry no date", `"(the day of the decision)"`},
		{"status: accepted", "The answers carry no date", `"(the day of the decision)"`},
	}
	for _, test := range tests {
		doc := leaningOf(report.Leaning{})
		doc.Date = report.Text(test.date)
		words := sentences(sectionOf(recordOf(t, doc), "revisit"))
		front, err := adr.FrontMatter(doc)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(words, test.want) || !strings.Contains(front, "\ndate: "+test.kept+"\n") {
			t.Errorf("%q: got %q and %q, want %q and %q", test.date, words, front, test.want, test.kept)
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
	words := sentences(recordOf(t, doc))
	for _, want := range []string{
		"A warning stands (critical; exempted until 2027-01-31, owner Ines: a test is planned): Restore never proven",
		"What if: Combine DevOps and SysOps for Bürgerportal", "A what-if that changes no answer.", "dated in the future: Outside rules.",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("the record does not say %q", want)
		}
	}
}

// amendmentOf holds frozen answers of a later day against the record of others.
func amendmentOf(t testing.TB, recorded, later string) page.Page {
	t.Helper()
	facts, doc := adr.FactsOf(reporttest.Frozen(t, recorded)), reporttest.Frozen(t, later)
	doc.Date = "2027-03-01"
	p, err := pages.Amendment(adr.Amend(&facts, doc))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestAmendment adds what a later result no longer supports to the record that it was held against, as a shell does: the facts
// that are read then are the latest ones.
func TestAmendment(t *testing.T) {
	t.Parallel()
	amended := amendmentOf(t, "notes", "typical")
	section := written(t, func(w io.Writer) error { return markdown.WritePart(w, amended) })
	golden(t, "amendment/later.md", section)
	golden(t, "amendment/later.txt", textOf(t, amended))
	record := reporttest.Frozen(t, "notes")
	joined := append(markdownOf(t, recordOf(t, record)), section...)
	got, found := adr.Read("r.md", joined)
	if got == nil || got.Date != "2027-03-01" {
		t.Errorf("the facts are %+v, %v", got, found)
	}
	if same := sentences(amendmentOf(t, "notes", "notes")); !strings.Contains(same, "Nothing in the record has to change.") {
		t.Error(same)
	}
}
