package challenge_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

// drawSheet answers every question with some option, or leaves it unknown now and then.
func drawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	sheet := &answers.Sheet{
		Questionnaire: q.ID, Subject: "shop", Respondent: answers.Respondent{Name: "Ada", Role: "developer"}, Answers: map[string]answers.Answer{},
	}
	for i := range q.Questions {
		question := &q.Questions[i]
		if rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			sheet.Answers[question.ID] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
			continue
		}
		sheet.Answers[question.ID] = drawAnswer(t, question)
	}
	return sheet.LeaveUnasked(q)
}

func drawAnswer(t *rapid.T, question *questionnaire.Question) answers.Answer {
	chosen := rapid.IntRange(0, len(question.Options)-1).Draw(t, question.ID)
	answer := answers.Answer{Status: answers.Answered, Source: answers.Person}
	if !question.Many {
		answer.Option = question.Options[chosen].ID
		return answer
	}
	answer.List = &answers.List{}
	if option := &question.Options[chosen]; !option.None {
		answer.List.Options = []string{option.ID}
	}
	return answer
}

func eachKind(t *testing.T, check func(t *rapid.T, q *questionnaire.Questionnaire)) {
	t.Helper()
	for _, q := range []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.FrozenLaunch(t)} {
		t.Run(q.ID, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) { check(t, q) })
		})
	}
}

func idsOf(deciding []challenge.Deciding) []string {
	ids := []string{}
	for _, d := range deciding {
		ids = append(ids, d.Question.ID)
	}
	return ids
}

// An answer decides exactly if some other option of it changes the verdict, or of a readiness answer a critical or high warning.
func TestEveryDecidingAnswerDecides(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		sheet := drawSheet(t, q)
		now := challenge.VerdictOf(score.Score(q, sheet))
		turns := 0
		for i := range q.Questions {
			question := &q.Questions[i]
			given := sheet.Get(question.ID)
			if given.Status != answers.Answered || question.Many {
				continue
			}
			for j := range question.Options {
				other := sheet.With(q, question.ID, answers.Answer{Status: answers.Answered, Option: question.Options[j].ID})
				if challenge.VerdictOf(score.Score(q, other)) != now {
					turns++
					break
				}
			}
		}
		found := 0
		for _, d := range challenge.Find(q, sheet, challenge.MostAnswers*10) {
			decides := slices.ContainsFunc(d.Others, func(c challenge.Consequence) bool { return c.Verdict != now })
			switched := slices.ContainsFunc(d.Others, func(c challenge.Consequence) bool { return len(c.Appear)+len(c.Vanish) > 0 })
			if (d.Stage < challenge.OneDanger) != decides || !decides && !switched {
				t.Fatalf("%s is in stage %d: %+v", d.Question.ID, d.Stage, d.Others)
			}
			if decides && !d.Question.Many {
				found++
			}
		}
		if found != turns {
			t.Fatalf("%d answers turn the verdict, found %d", turns, found)
		}
	})
}

// What one step turns is what the report calls one step, and comes first.
func TestOneStepComesFirst(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheet := drawSheet(t, q)
		want := map[string]bool{}
		for _, turn := range score.Score(q, sheet).Leaning.OneStep {
			want[turn.Question] = true
		}
		got := map[string]bool{}
		last := challenge.OneStep
		for _, d := range challenge.Find(q, sheet, challenge.MostAnswers*10) {
			if d.Stage == challenge.OneStep {
				got[d.Question.ID] = true
			}
			if d.Stage < last {
				t.Fatalf("%s of stage %d stands behind stage %d", d.Question.ID, d.Stage, last)
			}
			last = d.Stage
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestOrderMovesNothing(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		sheet := drawSheet(t, q)
		mixed := *q
		mixed.Questions = slices.Clone(q.Questions)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)) //nolint:gosec // an order of tests, no secret.
		random.Shuffle(len(mixed.Questions), func(i, j int) {
			mixed.Questions[i], mixed.Questions[j] = mixed.Questions[j], mixed.Questions[i]
		})
		want := idsOf(challenge.Find(q, sheet, challenge.UsualMost))
		if diff := cmp.Diff(want, idsOf(challenge.Find(&mixed, sheet, challenge.UsualMost))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The file for others is the same whatever was answered, and its options stand in no order of the questionnaire.
func TestBlind(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		deciding := challenge.Find(q, drawSheet(t, q), challenge.UsualMost)
		ids := challenge.IDs(q, deciding)
		if len(ids) == 0 {
			t.Skip("nothing decides alone")
		}
		slices.Reverse(deciding)
		if diff := cmp.Diff(ids, challenge.IDs(q, deciding)); diff != "" {
			t.Fatal("the order of the questions tells their weight: ", diff)
		}
		blind := challenge.Blind(q, ids)
		if len(blind.Questions) != len(ids) {
			t.Fatalf("%d questions for %d answers", len(blind.Questions), len(ids))
		}
		file, found := answers.Parse("blind.yaml", answers.Write(blind, challenge.BlindSheet(q, "shop", "")))
		if file == nil {
			t.Fatal(found)
		}
		sheet, found := file.Check(q)
		if sheet == nil || len(found) > 0 {
			t.Fatal(found)
		}
		for id := range sheet.Answers {
			if status := sheet.Get(id).Status; status != answers.Skipped && !sheet.Get(id).NotAsked {
				t.Fatalf("%s is %s in the file for others", id, status)
			}
		}
	})
}

func TestOptionsStandInNoOrderOfTheQuestionnaire(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Named(t, "full")
	var ids []string
	for i := range q.Questions {
		ids = append(ids, q.Questions[i].ID)
	}
	blind := challenge.Blind(q, ids)
	ordered, first := 0, 0
	for i := range q.Questions {
		as, mixed := q.Questions[i].Options, blind.Questions[i].Options
		if slices.EqualFunc(as, mixed, func(a, b questionnaire.Option) bool { return a.ID == b.ID }) {
			ordered++
		}
		if as[0].ID == mixed[0].ID {
			first++
		}
	}
	if ordered > len(q.Questions)/8 || first > len(q.Questions)/2 {
		t.Errorf("of %d questions %d keep their order, and %d their first option", len(q.Questions), ordered, first)
	}
}

// hear is what one person says who answers as the respondent, except to some questions.
func hear(given *answers.Sheet, name, role string) *answers.Sheet {
	voice := *given
	voice.Respondent = answers.Respondent{Name: name, Role: role}
	return &voice
}

func TestHearingTheSameAnswersConfirms(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		sheet := drawSheet(t, q)
		deciding := challenge.Find(q, sheet, challenge.UsualMost)
		if len(deciding) == 0 {
			t.Skip("nothing decides alone")
		}
		hearing := challenge.Hear(q, sheet, deciding, []*answers.Sheet{hear(sheet, "Ben", "operations")})
		if hearing.Outcome != challenge.Confirmed || hearing.IfAll != hearing.Verdict || hearing.ByVoice[0] != hearing.Verdict {
			t.Fatalf("%s: %s by the voice, %s by all, %s before", hearing.Outcome, hearing.ByVoice[0], hearing.IfAll, hearing.Verdict)
		}
		for _, nobody := range [][]*answers.Sheet{nil, {sheet}} {
			if got := challenge.Hear(q, sheet, deciding, nobody).Outcome; got != challenge.Open {
				t.Fatalf("%s although nobody else was heard", got)
			}
		}
	})
}

// More voices never hide one that differs.
func TestOneWhoDiffersIsNeverOutvoted(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		sheet := drawSheet(t, q)
		deciding := challenge.Find(q, sheet, challenge.UsualMost)
		if len(deciding) == 0 {
			t.Skip("nothing decides alone")
		}
		at := rapid.IntRange(0, len(deciding)-1).Draw(t, "at")
		question := deciding[at].Question
		other := drawAnswer(t, question)
		if other.Word() == deciding[at].Given.Word() {
			t.Skip("the same answer")
		}
		voices := []*answers.Sheet{hear(sheet.With(q, question.ID, other), "Eve", "auditor")}
		for i := range rapid.IntRange(0, 9).Draw(t, "voices") {
			voices = append(voices, hear(sheet, fmt.Sprint("Ben ", i), "operations"))
		}
		hearing := challenge.Hear(q, sheet, deciding, voices)
		if hearing.Outcome == challenge.Confirmed || !hearing.Points[at].Differs() {
			t.Fatalf("%s although Eve differs", hearing.Outcome)
		}
	})
}

// written is a document as programs read it.
func written(t *rapid.T, doc *challenge.Document) string {
	var text bytes.Buffer
	if err := report.Encode(&text, doc); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// What a defence names as confirmed, differing or required is what was said.
func TestTheDocumentSaysWhatWasHeard(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		sheet := drawSheet(t, q)
		voices := []*answers.Sheet{hear(drawSheet(t, q), "Eve", "auditor"), hear(sheet, "Ben", "developer"), hear(sheet, "", "manager")}
		required := rapid.IntRange(1, 2).Draw(t, "required")
		run := challenge.Run{
			Questionnaire: q, Sheet: sheet, Result: reporttest.Sheet(q, sheet), Most: challenge.UsualMost, Voices: voices, Required: required,
		}
		doc := challenge.Build(run)
		if diff := cmp.Diff(written(t, doc), written(t, challenge.Build(run))); diff != "" {
			t.Fatal("two runs differ: ", diff)
		}
		met := doc.Assessment.Advice != ""
		for _, answer := range doc.Deciding {
			// What she answered counts although her other answers leave the question unasked: others are asked these questions alone.
			said, answered := voices[0].Given(answer.Question)
			agrees := answered && said.Word() == string(answer.Option)
			want := 0
			if agrees {
				want = 1
			}
			// Ben has the role of the respondent, and somebody without a name confirms nothing.
			if answer.Confirmed != want+1 || answer.ConfirmedByOtherRoles != want {
				t.Fatalf("%s is confirmed by %d, of another role %d; Eve agrees: %t", answer.Question, answer.Confirmed, answer.ConfirmedByOtherRoles, agrees)
			}
			met = met && want >= required
		}
		if doc.Gates[0].Met != met {
			t.Fatalf("the gate is met: %t, want %t", doc.Gates[0].Met, met)
		}
	})
}

// The respondent, heard again, changes nothing but a note.
func TestTheRespondentIsNobodyElse(t *testing.T) {
	t.Parallel()
	eachKind(t, func(t *rapid.T, q *questionnaire.Questionnaire) {
		sheet := drawSheet(t, q)
		run := challenge.Run{Questionnaire: q, Sheet: sheet, Result: reporttest.Sheet(q, sheet), Most: challenge.UsualMost}
		alone := challenge.Build(run)
		run.Voices = []*answers.Sheet{hear(drawSheet(t, q), " ADA ", "auditor")}
		again := challenge.Build(run)
		if len(again.Notes) != len(alone.Notes)+1 {
			t.Fatal("nobody is told: ", again.Notes)
		}
		again.Notes = alone.Notes
		if diff := cmp.Diff(written(t, alone), written(t, again)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A case is for another side than the verdict, and every argument in it is an answer that was given.
func TestTheCaseIsMadeOfWhatWasAnswered(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		sheet := drawSheet(t, q)
		doc := challenge.Build(challenge.Run{
			Questionnaire: q, Sheet: sheet, Result: reporttest.Sheet(q, sheet), Most: challenge.UsualMost,
			Voices: []*answers.Sheet{hear(drawSheet(t, q), "Eve", "auditor")},
		})
		c := doc.OtherSide
		if doc.Assessment.Advice == "" {
			return
		}
		if string(c.Direction) == string(score.Advice(doc.Assessment.Advice).Side()) {
			t.Fatalf("%s: the case is for %s", doc.Assessment.Advice, c.Direction)
		}
		for _, argument := range slices.Concat(c.Needs, c.Limits, c.Practice) {
			if sheet.Get(argument.Question).Option != string(argument.Option) {
				t.Fatalf("nobody said %s to %s", argument.Option, argument.Question)
			}
		}
		for _, turn := range c.Turns {
			other := sheet.With(q, turn.Question, answers.Answer{Status: answers.Answered, Option: turn.To})
			if got := challenge.VerdictOf(score.Score(q, other)); got != string(c.Advice) {
				t.Fatalf("%s=%s leads to %s, not %s", turn.Question, turn.To, got, c.Advice)
			}
		}
		if !slices.IsSortedFunc(doc.Settle, func(a, b challenge.Settling) int { return strings.Compare(cost(a), cost(b)) }) {
			t.Fatalf("not the cheapest first: %v", doc.Settle)
		}
	})
}

func cost(s challenge.Settling) string {
	return map[challenge.SettlingKind]string{
		challenge.ByRepository: "1", challenge.ByRecord: "2", challenge.ByExample: "3", challenge.ByTrial: "4",
	}[s.Kind]
}

func BenchmarkFind(b *testing.B) {
	q := questionnairetest.Named(b, "full")
	sheet := &answers.Sheet{Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		sheet.Answers[question.ID] = answers.Answer{Status: answers.Answered, Option: question.Options[len(question.Options)/2].ID}
	}
	for b.Loop() {
		challenge.Find(q, sheet, challenge.UsualMost)
	}
}
