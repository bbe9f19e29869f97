package pages_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// voice is somebody who answers as the respondent did, except to some questions; an option "" is "don't know".
type voice struct {
	name, role string
	except     map[string]string
}

// challengeOf challenges a frozen answers file before these people.
func challengeOf(t testing.TB, name string, voices ...voice) *challenge.Document {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	return challengeSheet(q, sheet, voices...)
}

// challengeLaunch is challengeOf for the frozen checklist.
func challengeLaunch(t testing.TB, name string, voices ...voice) *challenge.Document {
	t.Helper()
	q, sheet := reporttest.Parse(t, name, questionnairetest.Launch(t, name))
	return challengeSheet(q, sheet, voices...)
}

func challengeSheet(q *questionnaire.Questionnaire, sheet *answers.Sheet, voices ...voice) *challenge.Document {
	run := challenge.Run{
		Questionnaire: q, Sheet: sheet, Result: reporttest.Sheet(q, sheet), Most: challenge.UsualMost, Required: min(len(voices), 1),
	}
	for _, v := range voices {
		said := sheet
		for question, option := range v.except {
			answer := answers.Answer{Status: answers.Answered, Option: option, Note: "seen in " + question, Source: answers.Person}
			if option == "" {
				answer = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
			}
			said = said.With(q, question, answer)
		}
		own := *said
		own.Respondent = answers.Respondent{Name: v.name, Role: v.role}
		run.Voices = append(run.Voices, &own)
	}
	return challenge.Build(run)
}

func ben() voice { return voice{name: "Ben", role: "operations"} }

// challenges are documents of every outcome, by the name of their golden file.
func challenges(t testing.TB) map[string]*challenge.Document {
	t.Helper()
	shown := challengeOf(t, "typical", ben())
	shown.Repository = &report.Source{Head: "0123456789abcdef0123456789abcdef01234567", AsOf: "2026-10-01T00:00:00Z", WindowFrom: "2024-10-01T00:00:00Z"}
	shown.Deciding[4].Repository = &report.Finding{Question: "release_trigger", Verdict: report.Differs, Text: "12 of 12 releases were tagged by a schedule."}
	shown.Deciding[3].Repository = &report.Finding{Question: "release_protection", Verdict: report.Silent, Reason: "No such file was found."}
	return map[string]*challenge.Document{
		"asked":     challengeOf(t, "typical"),
		"confirmed": shown,
		"open": challengeOf(t, "typical", ben(), voice{"Wanda", "auditor", map[string]string{
			"who_runs": "joint", "release_trigger": "", "restore_test": "quarterly",
		}}),
		"overturned": challengeOf(t, "typical",
			voice{"Ben", "operations", map[string]string{"outage_cost": "minor", "release_pressure": "daily"}},
			voice{"Wanda", "auditor", map[string]string{"outage_cost": "minor", "release_pressure": "daily", "who_runs": "ops_first"}},
			voice{role: "auditor"},
		),
		"stays":      challengeOf(t, "fitting", voice{"Wanda", "auditor", map[string]string{"outage_cost": "minor"}}),
		"no-verdict": challengeOf(t, "unknown", ben()),
		"checklist":  challengeLaunch(t, "gaps", ben(), voice{"Wanda", "auditor", map[string]string{"rollback": "", "outage_cost": "minor"}}),
		"not-ready":  challengeLaunch(t, "not_ready", ben()),
		"ready":      challengeLaunch(t, "ready", ben()),
	}
}

func TestChallenge(t *testing.T) {
	t.Parallel()
	for name, doc := range challenges(t) {
		p := pages.Challenge(doc)
		checkPage(t, p)
		golden(t, "challenge/"+name+".txt", textOf(t, p))
		golden(t, "challenge/"+name+".md", markdownOf(t, p))
	}
	goldenPage(t, "challenge/whole", pages.Challenge(challenges(t)["open"]))
	goldenScreens(t, "challenge/asked", pages.Challenge(challenges(t)["asked"]))
	goldenScreens(t, "challenge/open", pages.Challenge(challenges(t)["open"]))
}

// The first sentence is the outcome, and by whom.
func TestChallengeHeadlines(t *testing.T) {
	t.Parallel()
	documents := challenges(t)
	for name, want := range map[string]string{
		"confirmed":  "Confirmed by Ben (operations): the advice is to move towards SysOps.",
		"open":       "Open: Wanda (auditor) differs on ",
		"overturned": "Overturned by the answers of Ben (operations) and Wanda (auditor): all together, ",
		"no-verdict": "There is no verdict to challenge yet: too few questions are answered.",
	} {
		section := pages.Challenge(documents[name]).Sections[0]
		if headline, ok := section.Blocks[0].(page.Headline); !ok || !strings.HasPrefix(page.Plain(string(headline)), want) {
			t.Errorf("%s begins with %q, want %q", name, section.Blocks[0], want)
		}
	}
}

func TestChallengeOfAChecklistKnowsNoPole(t *testing.T) {
	t.Parallel()
	for name, doc := range challenges(t) {
		if doc.Result.Verdict.Readiness != nil {
			reporttest.CheckNoPole(t, name, string(textOf(t, pages.Challenge(doc))))
			reporttest.CheckNoPole(t, name, string(markdownOf(t, pages.Challenge(doc))))
		}
	}
}

// TestChallengeRecord holds that a decision record says who was heard and what they said.
func TestChallengeRecord(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"open", "checklist"} {
		record, err := pages.ChallengeRecord(challenges(t)[name])
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "challenge/record-"+name+".md", markdownOf(t, record))
	}
}

// TestChallengeWithoutNames leaves no name of a person in any format.
func TestChallengeWithoutNames(t *testing.T) {
	t.Parallel()
	for name, doc := range challenges(t) {
		respondent := string(doc.Assessment.Respondent.Name)
		doc.RemoveNames()
		words := string(textOf(t, pages.Challenge(doc))) + string(markdownOf(t, pages.Challenge(doc)))
		for _, person := range []string{"Ben", "Wanda", respondent} {
			if person != "" && strings.Contains(words, person) {
				t.Errorf("%s names %s", name, person)
			}
		}
	}
}

// TestHostileChallenges fills every text with what strangers write.
func TestHostileChallenges(t *testing.T) {
	t.Parallel()
	names := []string{"asked", "confirmed", "open", "overturned", "checklist"}
	rapid.Check(t, func(r *rapid.T) {
		doc := challenges(t)[rapid.SampledFrom(names).Draw(r, "document")]
		keep := rapid.Bool().Draw(r, "keep words of ours")
		for _, part := range []any{&doc.Assessment, &doc.Deciding, &doc.AdviceByVoice, &doc.OtherSide, &doc.Settle} {
			reporttest.EachText(reflect.ValueOf(part), func(path string, text reflect.Value) {
				if keep && !strings.Contains(path, "Text") && !strings.Contains(path, "Note") && !strings.Contains(path, "Title") && !strings.Contains(path, "Name") {
					return
				}
				text.SetString(strangersText().Draw(r, path))
			})
		}
		checkEveryFormat(r, pages.Challenge(doc), rapid.IntRange(40, 200).Draw(r, "width"))
	})
}

// TestChallengeSetsApartWhatPeopleSay puts a text of another direction wherever people wrote.
func TestChallengeSetsApartWhatPeopleSay(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"asked", "open", "overturned", "checklist"} {
		doc := challenges(t)[name]
		const stranger = "שם"
		for _, part := range []any{&doc.Deciding, &doc.AdviceByVoice, &doc.OtherSide, &doc.Settle} {
			reporttest.EachText(reflect.ValueOf(part), func(path string, text reflect.Value) {
				if strings.HasSuffix(path, "Title") || strings.HasSuffix(path, "Text") || strings.HasSuffix(path, "Note") || strings.HasSuffix(path, "Name") {
					text.SetString(stranger)
				}
			})
		}
		checkSetApart(t, pages.Challenge(doc))
	}
}

func TestChallengeFitsANarrowTerminal(t *testing.T) {
	t.Parallel()
	for _, doc := range challenges(t) {
		for _, opt := range []text.Options{{Width: 40, Rows: 15, ASCII: true}, {Width: 80, Rows: 24}} {
			if lines := strings.Count(string(screenOf(t, pages.Challenge(doc), opt)), "\n"); lines >= opt.Rows {
				t.Errorf("%d lines on a screen of %d", lines, opt.Rows)
			}
		}
	}
}
