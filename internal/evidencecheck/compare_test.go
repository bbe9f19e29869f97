package evidencecheck

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// measured is a scan in which everything was measured and can be trusted, with one release and one merge every seven days.
func measured() *evidence.Scan {
	spread := func(median float64, n int) evidence.Spread { return evidence.Spread{N: &n, Median: &median} }
	lead := func(median float64) evidence.Lead { return evidence.Lead{Spread: spread(median, 90)} }
	scan := &evidence.Scan{
		Tags:     evidence.Tags{Stable: new(30)},
		Releases: evidence.Releases{Events: new(30), GapDays: spread(7, 29), Minor: evidence.Cadence{GapDays: spread(28, 8)}},
		LeadTime: evidence.LeadTime{Mainline: lead(3), People: lead(4)},
		Batch:    evidence.Batch{Median: new(9.0)},
		Reverts:  evidence.Reverts{Commits: new(400), Share: new(0.01)},
		Hotfix:   evidence.Hotfix{MinorReleases: new(8), Within14d: new(2)},
		Integration: evidence.Integration{
			Commits: new(100), Plain: new(5), BranchLife: evidence.BranchLife{N: new(60), Median: new(2.0)},
		},
		People: evidence.People{
			BotShare: new(0.1), Taggers: evidence.Taggers{Tags: new(30), ByBots: new(0), People: new(2), TopShare: new(0.95)},
		},
	}
	for _, id := range []string{
		"release_cadence", "minor_cadence", "lead_time", "batch_size", "hotfix", "reverts", "branch_life", "review", "taggers",
	} {
		scan.Conclusions = append(scan.Conclusions, evidence.Conclusion{
			ID: id, Text: "About " + id + ".", Trust: evidence.Usable, Proof: []evidence.Proof{{Kind: evidence.TagProof, Name: "v1"}},
		})
	}
	return scan
}

func trusted(scan *evidence.Scan, id string, trust evidence.Trust, reason string) {
	for i := range scan.Conclusions {
		if c := &scan.Conclusions[i]; c.ID == id {
			c.Trust, c.Reason = trust, &reason
		}
	}
}

func found(scan *evidence.Scan, signals ...string) {
	for _, id := range signals {
		id, weak := strings.CutSuffix(id, " weak")
		scan.Signals = append(scan.Signals, evidence.Signal{ID: id, Weak: weak, Title: "T", Paths: []string{"a/" + id}, Files: 1})
	}
}

func gap(days float64) func(*evidence.Scan) {
	return func(s *evidence.Scan) { s.Releases.GapDays.Median = &days }
}

func life(days float64) func(*evidence.Scan) {
	return func(s *evidence.Scan) { s.Integration.BranchLife.Median = &days }
}

func wait(days float64) func(*evidence.Scan) {
	return func(s *evidence.Scan) { s.LeadTime.Mainline.Median = &days }
}

func files(signals ...string) func(*evidence.Scan) {
	return func(s *evidence.Scan) { found(s, signals...) }
}

func trust(id string, trust evidence.Trust, reason string) func(*evidence.Scan) {
	return func(s *evidence.Scan) { trusted(s, id, trust, reason) }
}

// TestVerdicts sets measured values beside an answer. Each bound is met from both sides. The expectations come from the words
// of the options and from the ratios 1.5 and 3 (2 for a wait), by hand.
func TestVerdicts(t *testing.T) {
	t.Parallel()
	type changes = []func(*evidence.Scan)
	tags := files("cd.release_workflow")
	for _, test := range []struct {
		name, questionnaire, answer string
		changes                     changes
		want                        report.FindingVerdict
		reason                      string
	}{
		{"inside", "full", "release_rhythm weeks", changes{gap(7)}, report.Agrees, ""},
		{"on the edge", "full", "release_rhythm weeks", changes{gap(32)}, report.Agrees, ""},
		{"half as long again", "full", "release_rhythm weeks", changes{gap(48), tags}, report.Agrees, ""},
		{"a little longer", "full", "release_rhythm weeks", changes{gap(48.1), tags}, report.Differs, ""},
		{"three times", "full", "release_rhythm weeks", changes{gap(96), tags}, report.Differs, ""},
		{"over three times", "full", "release_rhythm weeks", changes{gap(96.1), tags}, report.Contradicts, ""},
		{"where nothing makes releases", "full", "release_rhythm weeks", changes{gap(96.1)}, report.Differs, "need not have a tag"},
		{
			"where something deploys", "full", "release_rhythm weeks",
			changes{gap(96.1), tags, files("cd.paas")},
			report.Differs, "need not have a tag",
		},
		{
			"where only examples deploy", "full", "release_rhythm weeks",
			changes{gap(96.1), tags, files("cd.paas weak")},
			report.Contradicts, "",
		},
		{"a third as long", "full", "release_rhythm months", changes{gap(10.67)}, report.Differs, ""},
		{"less than a third", "full", "release_rhythm months", changes{gap(10.6)}, report.Contradicts, ""},
		{
			"less than a third, of few", "full", "release_rhythm months",
			changes{gap(10.6), trust("release_cadence", evidence.Few, "only 4")},
			report.Differs, "only 4",
		},
		{
			"nothing concluded", "full", "release_rhythm months",
			changes{gap(10.6), trust("release_cadence", evidence.None, "it is shallow")},
			report.Silent, "it is shallow",
		},
		{"no gap at all", "full", "release_rhythm weeks", changes{gap(0)}, report.Contradicts, ""},

		{"branches of two days", "full", "integration days", changes{life(2)}, report.Agrees, ""},
		{"branches of a month", "full", "integration days", changes{life(31)}, report.Contradicts, ""},
		{"branches of an hour", "full", "integration weeks", changes{life(0.04)}, report.Differs, "part of the question only"},

		{"the first that names the option", "full", "release_execution scripts", changes{files("man.deploy_script")}, report.Agrees, "not how much it is used"},
		{"commits for small releases", "full", "batch_size single", nil, report.Differs, ""},
		{"many commits", "full", "batch_size single", changes{func(s *evidence.Scan) { s.Batch.Median = new(9.1) }}, report.Contradicts, ""},
		{"many commits in few changes", "full", "batch_size single", changes{func(s *evidence.Scan) {
			s.Batch.Median, s.Batch.People.Changes = new(9.1), new(1.0)
		}}, report.Differs, "counted as changes by people"},
		{"many commits from one feature release to the next", "full", "batch_size to_100", changes{func(s *evidence.Scan) {
			s.Batch.Median, s.Batch.Minor.Median = new(4.0), new(130.0)
		}}, report.Agrees, "from one minor version to the next, it is more"},
		{"fewer than that", "full", "batch_size over_100", changes{func(s *evidence.Scan) {
			s.Batch.Median, s.Batch.Minor.Median = new(4.0), new(30.0)
		}}, report.Differs, "part of the question only"},
		{"few commits", "full", "batch_size to_10", changes{func(s *evidence.Scan) { s.Batch.Median = new(0.5) }}, report.Differs, "part of the question only"},

		{"a short wait", "dora", "lead_time m1_m6", changes{wait(1)}, report.Silent, "only a part of the time"},
		{"twice the wait", "dora", "lead_time d1_w1", changes{wait(14)}, report.Differs, ""},
		{"over twice the wait", "dora", "lead_time d1_w1", changes{wait(14.1)}, report.Contradicts, ""},
		{
			"a wait of people where bots prevail", "dora", "lead_time d1_w1",
			changes{wait(99), func(s *evidence.Scan) { s.People.BotShare = new(0.6) }},
			report.Agrees, "",
		},
		{"an urgent change", "full", "urgent_request today", changes{wait(40)}, report.Differs, "part of the question only"},
		{"an urgent change that may wait", "full", "urgent_request next_release", changes{wait(1)}, report.Silent, "supports or contradicts"},

		{"one in ten", "full", "approval peer", changes{func(s *evidence.Scan) { s.Integration.Plain = new(30) }}, report.Agrees, ""},
		{"more than that", "full", "approval peer", changes{func(s *evidence.Scan) { s.Integration.Plain = new(31) }}, report.Differs, ""},
		{"files come first", "full", "approval checks", changes{files("chg.cab")}, report.Differs, "not how much it is used"},
		{"files for another answer", "full", "approval peer", changes{files("chg.cab")}, report.Agrees, ""},
		{"files that are not there", "full", "approval board", nil, report.Silent, "proves little"},
		{"files of examples", "full", "infra_change direct", changes{files("iac.terraform weak")}, report.Silent, "proves little"},
		{"files against", "full", "infra_change direct", changes{files("iac.puppet")}, report.Differs, "not how much it is used"},
		{"one person", "full", "repeatability practised", nil, report.Differs, ""},
	} {
		scan := measured()
		for _, change := range test.changes {
			change(scan)
		}
		id, option, _ := strings.Cut(test.answer, " ")
		question := questionnairetest.Shipped(t, test.questionnaire).Question(id)
		got, _ := CompareAnswer(question, given(option), scan)
		if got.Verdict != test.want || !strings.Contains(string(got.Reason), test.reason) || (test.reason == "") != (got.Reason == "") {
			t.Errorf("%s: %s, %q; want %s, %q", test.name, got.Verdict, got.Reason, test.want, test.reason)
		}
	}
}

func given(option string) answers.Answer {
	return answers.Answer{Status: answers.Answered, Option: option, Source: answers.Person}
}

// TestUnsaid says what a repository would suggest where there is no answer of a person to hold it against.
func TestUnsaid(t *testing.T) {
	t.Parallel()
	question := questionnairetest.Frozen(t).Question("release_trigger")
	for _, test := range []struct {
		answer answers.Answer
		reason string
	}{
		{answers.Answer{Status: answers.DontKnow}, `the answer is "don't know"`},
		{answers.Answer{Status: answers.NotApplicable}, "the question was answered as not applicable"},
		{answers.Answer{Status: answers.Skipped}, "the question was not answered"},
		{
			answers.Answer{Status: answers.Answered, Option: "every_change", Source: answers.Repository},
			"the answer was suggested by a repository, and nobody has confirmed it yet",
		},
		{answers.Answer{Status: answers.Answered, Option: "every_change", Source: answers.Supposed}, "the answer is only supposed"},
	} {
		got, ok := CompareAnswer(question, test.answer, measured())
		want := report.Finding{
			Question: "release_trigger", Verdict: report.Silent, Answer: report.Text(test.answer.Option),
			Measure: "releases.gap_days.median", Value: new(7.0), N: new(29), Trust: "usable", Text: "About release_cadence.",
			Reason: report.Text(test.reason), Suggests: "regular_slot", Proof: []report.Proof{{Kind: "tag", Name: "v1"}},
		}
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Error(diff)
		}
	}
}

// TestNoMappingNoFinding: a repository cannot speak to most questions.
func TestNoMappingNoFinding(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	var asked []string
	for _, f := range Compare(q, &answers.Sheet{}, measured()) {
		asked = append(asked, f.Question)
	}
	want := "release_trigger batch_size release_protection"
	if got := strings.Join(asked, " "); got != want {
		t.Errorf("findings about %s, want %s", got, want)
	}
}

// TestEmptyScan: of a repository that shows nothing, nothing is said.
func TestEmptyScan(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	rapid.Check(t, func(t *rapid.T) {
		for _, f := range Compare(q, drawSheet(t, q), &evidence.Scan{}) {
			if f.Verdict != report.Silent || f.Reason == "" || f.Value != nil || f.Suggests != "" || f.Proof == nil {
				t.Fatalf("%+v", f)
			}
		}
	})
}

func drawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	sheet := &answers.Sheet{Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		n := rapid.IntRange(-1, len(question.Options)-1).Draw(t, question.ID)
		if n < 0 {
			sheet.Answers[question.ID] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
		} else {
			sheet.Answers[question.ID] = given(question.Options[n].ID)
		}
	}
	return sheet
}

// drawScan is a scan with any figures, trust and files.
func drawScan(t *rapid.T) *evidence.Scan {
	scan := measured()
	days := rapid.Float64Range(0, 400)
	gap(days.Draw(t, "gap"))(scan)
	life(days.Draw(t, "life"))(scan)
	wait(days.Draw(t, "wait"))(scan)
	scan.Batch.Median = new(days.Draw(t, "batch"))
	scan.Integration.Plain = new(rapid.IntRange(0, 100).Draw(t, "plain"))
	for i := range scan.Conclusions {
		scan.Conclusions[i].Trust = rapid.SampledFrom([]evidence.Trust{evidence.Usable, evidence.Few, evidence.None}).Draw(t, "trust")
	}
	found(scan, rapid.SliceOfNDistinct(rapid.SampledFrom(questionnaire.RepositorySignals()), 0, 8, rapid.ID).Draw(t, "signals")...)
	return scan
}

// TestProperties: a contradiction rests on a usable figure and never on files; a suggestion is an option that agrees; the
// order of options, ranges and signals changes nothing; the sheet stays as it was.
func TestProperties(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	rapid.Check(t, func(t *rapid.T) {
		scan, sheet := drawScan(t), drawSheet(t, q)
		before := answers.Write(q, sheet)
		findings := Compare(q, sheet, scan)
		if string(answers.Write(q, sheet)) != string(before) {
			t.Fatal("the answers were changed")
		}
		for _, f := range findings {
			if f.Verdict == report.Contradicts && (f.Trust != "usable" || f.Value == nil) {
				t.Fatalf("contradicts on %+v", f)
			}
			if f.Verdict != report.Agrees && f.Verdict != report.Contradicts && f.Reason == "" && f.Verdict == report.Silent {
				t.Fatalf("silent without a reason: %+v", f)
			}
		}
		for id, answer := range SuggestAnswers(q, scan).Answers {
			got, _ := CompareAnswer(q.Question(id), given(answer.Option), scan)
			if got.Verdict != report.Agrees || answer.Source != answers.Repository || answer.Note == "" {
				t.Fatalf("suggests %+v for %s, which %s", answer, id, got.Verdict)
			}
		}
		shuffled := shuffle(t, q)
		slices.Reverse(scan.Signals)
		slices.Reverse(scan.Conclusions)
		again := Compare(shuffled, sheet, scan)
		byQuestion := func(a, b report.Finding) int { return strings.Compare(string(a.Question), string(b.Question)) }
		slices.SortFunc(again, byQuestion)
		slices.SortFunc(findings, byQuestion)
		if diff := cmp.Diff(findings, again); diff != "" {
			t.Fatal(diff)
		}
	})
}

// shuffle is the questionnaire with its questions, options and ranges in another order.
func shuffle(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	other := *q
	other.Questions = rapid.Permutation(q.Questions).Draw(t, "questions")
	for i := range other.Questions {
		question := &other.Questions[i]
		question.Options = slices.Clone(question.Options)
		slices.Reverse(question.Options)
		question.Evidence.Mappings = slices.Clone(question.Evidence.Mappings)
		for j := range question.Evidence.Mappings {
			m := &question.Evidence.Mappings[j]
			m.Ranges = slices.Clone(m.Ranges)
			slices.Reverse(m.Ranges)
		}
	}
	return &other
}

// TestOneMoreDayNeverHelps: while a value moves away from an answer, the verdict never gets milder.
func TestOneMoreDayNeverHelps(t *testing.T) {
	t.Parallel()
	rank := map[report.FindingVerdict]int{report.Agrees: 0, report.Differs: 1, report.Contradicts: 2}
	question := questionnairetest.Frozen(t).Question("release_trigger")
	rapid.Check(t, func(t *rapid.T) {
		near := rapid.Float64Range(31, 500).Draw(t, "near")
		far := near + rapid.Float64Range(0, 500).Draw(t, "more")
		verdict := func(days float64) int {
			scan := measured()
			gap(days)(scan)
			found(scan, "cd.release_workflow")
			f, _ := CompareAnswer(question, given("regular_slot"), scan)
			return rank[f.Verdict]
		}
		if verdict(far) < verdict(near) {
			t.Fatalf("%g days are judged milder than %g", far, near)
		}
	})
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	var got []string
	sheet := SuggestAnswers(questionnairetest.Frozen(t), measured())
	for id, answer := range sheet.Answers {
		got = append(got, fmt.Sprintf("%s=%s (%s)", id, answer.Option, answer.Note))
	}
	slices.Sort(got)
	want := []string{
		// 7 days between releases and 9 commits in each.
		"batch_size=feature (The repository shows: About batch_size; n = 30.)",
		"release_trigger=regular_slot (The repository shows: About release_cadence; n = 29.)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// Of more than a month, two answers could be true: none is suggested.
	scan := measured()
	gap(40)(scan)
	if answer, ok := SuggestAnswers(questionnairetest.Frozen(t), scan).Answers["release_trigger"]; ok {
		t.Errorf("suggests %+v", answer)
	}
}
