package cli

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// challengeOf challenges a sheet that answers everything in some way.
func challengeOf(t *rapid.T, q *questionnaire.Questionnaire) *challenge.Document {
	sheet := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		if question := &q.Questions[i]; !question.Many {
			chosen := rapid.IntRange(0, len(question.Options)-1).Draw(t, question.ID)
			sheet.Answers[question.ID] = answers.Answer{
				Status: answers.Answered, Option: question.Options[chosen].ID, Note: "seen by Ada", Evidence: "file 4711",
			}
		}
	}
	sheet = sheet.LeaveUnasked(q)
	sheet.Respondent.Name, sheet.Subject, sheet.Date = rapid.SampledFrom([]string{"Ada", "Ines"}).Draw(t, "name"), "shop", "2026-11-22"
	return challenge.Build(challenge.Run{Questionnaire: q, Sheet: sheet, Result: reporttest.Sheet(q, sheet), Most: challenge.UsualMost})
}

func filesToFillIn(t rapid.TB, doc *challenge.Document) (sheet, page []byte) {
	t.Helper()
	var yaml, html bytes.Buffer
	if err := writeBlindSheet(&yaml, doc, text.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := writeBlindForm(&html, doc); err != nil {
		t.Fatal(err)
	}
	return yaml.Bytes(), html.Bytes()
}

// TestFilesForOthersAreBlind holds that what others fill in is the same, byte by byte, whatever was answered to the same questions.
func TestFilesForOthersAreBlind(t *testing.T) {
	t.Parallel()
	for _, q := range []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.FrozenLaunch(t)} {
		rapid.Check(t, func(t *rapid.T) {
			one, other := challengeOf(t, q), challengeOf(t, q)
			// The other respondent would have been asked for these questions, in any order, and with what was answered there.
			var same []challenge.DecidingAnswer
			for _, answer := range one.Deciding {
				given := other.Result.AnswerTo(answer.Question)
				same = append(same, challenge.DecidingAnswer{
					Question: answer.Question, Option: given.Option, Text: given.Text, Note: given.Note, Why: "one_warning",
				})
			}
			slices.Reverse(same)
			other.Deciding = same
			sheet, page := filesToFillIn(t, one)
			otherSheet, otherPage := filesToFillIn(t, other)
			if !bytes.Equal(sheet, otherSheet) || !bytes.Equal(page, otherPage) {
				t.Fatal("the files tell what was answered")
			}
			for _, hint := range []string{"Ada", "Ines", "4711", "2026-11-22", "position", "readiness:", "weight"} {
				if strings.Contains(string(sheet), hint) {
					t.Fatalf("the sheet has %q:\n%s", hint, sheet)
				}
			}
		})
	}
}

// TestWhatTheFormSavesIsRead holds that the sheet in the form, which the script fills in, is one of the whole questionnaire.
func TestWhatTheFormSavesIsRead(t *testing.T) {
	t.Parallel()
	for _, q := range []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.FrozenLaunch(t)} {
		rapid.Check(t, func(t *rapid.T) {
			doc := challengeOf(t, q)
			if len(doc.Deciding) == 0 {
				t.Skip("nothing decides alone")
			}
			_, page := filesToFillIn(t, doc)
			_, rest, found := bytes.Cut(page, []byte(`id="data">`))
			data, _, closed := bytes.Cut(rest, []byte("</script>"))
			var held struct{ Blank, Subject string }
			if err := json.Unmarshal(data, &held); !found || !closed || err != nil {
				t.Fatalf("the form has no data: %v", err)
			}
			filled := held.Blank
			for _, answer := range doc.Deciding {
				if question := q.Question(answer.Question); !question.Many {
					filled = strings.Replace(filled, "\n  "+question.ID+":\n", "\n  "+question.ID+": "+question.Options[0].ID+"\n", 1)
				}
			}
			file, _ := answers.Parse("saved.yaml", []byte(filled))
			var ids []string
			for _, answer := range doc.Deciding {
				ids = append(ids, answer.Question)
			}
			sheet, faults := file.Check(challenge.Asked(q, ids))
			if sheet == nil || len(faults) > 0 || held.Subject != "shop" {
				t.Fatal(faults)
			}
			for _, answer := range doc.Deciding {
				if question := q.Question(answer.Question); !question.Many && sheet.Get(question.ID).Option != question.Options[0].ID {
					t.Fatalf("%s is not read", question.ID)
				}
			}
		})
	}
}
