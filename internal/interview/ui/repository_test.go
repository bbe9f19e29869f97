package ui

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// bystander is a repository that shows something about every answer "planned_release".
type bystander struct {
	ready chan struct{}
	fault error
	asked []string
}

func (b *bystander) Ready() <-chan struct{} { return b.ready }
func (b *bystander) Err() error             { return b.fault }

func (b *bystander) Difference(question *questionnaire.Question, answer answers.Answer) string {
	b.asked = append(b.asked, question.ID)
	if answer.Option == "planned_release" && answer.Source == answers.Person {
		return "releases come every 7 days\x1b[31m; n = 51."
	}
	return ""
}

// onScreen is what a person sees, without the colours.
func onScreen(f *fullScreen) string {
	text, _ := f.drawScreen()
	return text
}

// TestRepositoryOnScreen: nothing of the repository is seen while the questions are answered; behind the last of them it is
// listed as soon as it has been read; from there one goes to the question, sees it again, and keeps or changes the answer.
func TestRepositoryOnScreen(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	repository := &bystander{ready: make(chan struct{})}
	f.opening.RepositoryEvidence = repository
	const shows = "The repository shows: releases come every 7 days\\x1b[31m; n = 51."
	typeKeys(f, drafts, begun+" 2 b")
	if text := onScreen(f); strings.Contains(text, "repository") {
		t.Fatalf("the repository is seen at a question:\n%s", text)
	}
	typeKeys(f, drafts, strings.Repeat("right ", 13))
	if text := onScreen(f); !strings.Contains(text, "still being read") || len(repository.asked) > 0 {
		t.Fatalf("before it was read, asked %v:\n%s", repository.asked, text)
	}
	close(repository.ready)
	f.repositoryRead()
	typeKeys(f, drafts, "down")
	if text := onScreen(f); !strings.Contains(text, shows) || !strings.Contains(text, "Keep the answer or change it") {
		t.Fatalf("after it was read:\n%s", text)
	}
	typeKeys(f, drafts, "enter")
	if text := onScreen(f); !strings.Contains(text, "What usually makes a change go to production?") || !strings.Contains(text, shows) {
		t.Fatalf("at the question:\n%s", text)
	}
	typeKeys(f, drafts, "enter")
	if got := drafts.answers()["release_trigger"].Option; got != "planned_release" || !f.session.InReview() {
		t.Fatalf("kept %q, reviewing %t", got, f.session.InReview())
	}
	typeKeys(f, drafts, "down enter 3")
	if text := onScreen(f); strings.Contains(text, "The repository shows") || !strings.Contains(text, "differs from none of these answers") || drafts.answers()["release_trigger"].Option != "regular_slot" {
		t.Errorf("after the change:\n%s", text)
	}
}

func TestRepositoryThatCannotBeRead(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	ready := make(chan struct{})
	close(ready)
	f.opening.RepositoryEvidence = &bystander{ready: ready, fault: errors.New("it is\x1b[2J damaged")}
	typeKeys(f, drafts, begun+" 2 "+strings.Repeat("right ", 13))
	if text := onScreen(f); !strings.Contains(text, "The repository could not be read: it is\\x1b[2J damaged.") {
		t.Error(text)
	}
}

// unconfirmedSheet has the first answer from a repository.
func unconfirmedSheet() *answers.Sheet {
	return &answers.Sheet{Date: "2026-11-22", Answers: map[string]answers.Answer{
		"release_trigger": {Status: answers.Answered, Option: "regular_slot", Source: answers.Repository, Note: "The repository shows: 7 days"},
	}}
}

// TestConfirmOnScreen: a suggested answer is said to be one until the person confirms it with enter or chooses another.
func TestConfirmOnScreen(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]answers.Answer{
		"enter": {Status: answers.Answered, Option: "regular_slot", Source: answers.Person, Note: "The repository shows: 7 days"},
		"1":     {Status: answers.Answered, Option: "when_required", Source: answers.Person, Note: "The repository shows: 7 days"},
		"right": {Status: answers.Answered, Option: "regular_slot", Source: answers.Repository, Note: "The repository shows: 7 days"},
	} {
		f, drafts := faced(t, 80, 24)
		f.opening.Sheet, f.opening.Settled = unconfirmedSheet(), true
		f.showReady()
		f.layOutPage()
		typeKeys(f, drafts, "enter")
		if text := onScreen(f); !strings.Contains(text, "suggested by the repository, not confirmed: enter confirms it") {
			t.Fatal(text)
		}
		typeKeys(f, drafts, keys)
		if diff := cmp.Diff(want, f.session.Answer(0)); diff != "" {
			t.Errorf("%s: %s", keys, diff)
		}
		f.session.GoToReview()
		f.showCurrent()
		f.layOutPage()
		if text := onScreen(f); strings.Contains(text, "for you to confirm") != (keys == "right") {
			t.Errorf("%s: the review:\n%s", keys, text)
		}
	}
}

// plainWith is a conversation line by line about the whole questionnaire, of which only the first question is answered.
func plainWith(t *testing.T, sheet *answers.Sheet, repository interview.RepositoryEvidence, typed string) (*interview.Session, string) {
	t.Helper()
	var out bytes.Buffer
	session, err := RunPlain(t.Context(), &interview.Opening{
		Questionnaire: loaded(questionnairetest.Frozen(t)), Sheet: sheet, Settled: true, Drafts: &memory{}, RepositoryEvidence: repository,
	}, Terminal{In: strings.NewReader(typed), Out: &out, Columns: 80, Echo: true, Env: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	return session, strings.Join(strings.Fields(out.String()), " ")
}

func TestRepositoryInLines(t *testing.T) {
	t.Parallel()
	ready := make(chan struct{})
	close(ready)
	const beside = "The repository shows: releases come every 7 days\\x1b[31m; n = 51."
	typed := "2\n" + strings.Repeat("s\n", 12) + "1\n3\n\n"
	session, said := plainWith(t, &answers.Sheet{Date: "2026-11-22"}, &bystander{ready: ready}, typed)
	before, after, _ := strings.Cut(said, "That was the last question.")
	if strings.Contains(before, "repository") {
		t.Errorf("the repository is heard of before the end:\n%s", before)
	}
	if _, changed, _ := strings.Cut(after, "Answer ("); !strings.Contains(changed, "The repository differs from none of these answers") {
		t.Errorf("not told that nothing differs any more:\n%s", after)
	}
	if strings.Count(after, beside) != 2 || session.Answer(0).Option != "regular_slot" {
		t.Errorf("chosen %q after:\n%s", session.Answer(0).Option, after)
	}
}

func TestConfirmInLines(t *testing.T) {
	t.Parallel()
	session, said := plainWith(t, unconfirmedSheet(), nil, "b\n\n"+strings.Repeat("s\n", 12)+"\n")
	if !strings.Contains(said, "So far: 3. A regular slot, weekly to monthly | suggested by") {
		t.Error(said)
	}
	if got := session.Answer(0); got.Source != answers.Person || got.Option != "regular_slot" {
		t.Errorf("%+v", got)
	}
	_, said = plainWith(t, unconfirmedSheet(), nil, strings.Repeat("s\n", 13)+"\n")
	if strings.Contains(said, "for you to confirm") {
		t.Errorf("a skipped answer is still to be confirmed:\n%s", said)
	}
}
