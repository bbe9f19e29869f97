package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
)

// talked has one finding of each kind in another order than that of the story.
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

func TestTalk(t *testing.T) {
	t.Parallel()
	talk := report.Tell(talked()).Talk
	want := &report.Talk{
		Intro: talk.Intro,
		Points: []report.TalkPoint{
			{Question: "pace", Prompt: "How often?", Verdict: report.Contradicts, Facts: []report.Fact{
				{Label: "Answer", Value: "Every day"},
				{Label: "Repository", Value: "Every 28 days; n = 9."},
				{Label: "See", Value: "commit 66f669292971, commit not a hash at all, v1 (2026-01-01)"},
			}},
			{Question: "net", Prompt: "How safe?", Verdict: report.Differs, Facts: []report.Fact{
				{Label: "Answer", Value: "Low"},
				{Label: "Repository", Value: "There are files."},
				{Label: "Limit", Value: "Éclairs prove little."},
			}},
		},
		Rest: []string{"The repository agrees with 1 answer: who.", "Nothing is said about gone and more: it is shallow."},
	}
	if diff := cmp.Diff(want, talk); diff != "" {
		t.Error(diff)
	}
	if !strings.HasPrefix(talk.Intro, "A git repository was set beside the answers (commit 66f669292971 of 2026-10-12, back to 2024-10-12).") ||
		!strings.Contains(talk.Intro, "changes no figure") {
		t.Error(talk.Intro)
	}
}

// TestNoTalk: without a repository a report has no place for one; with one that says nothing it has.
func TestNoTalk(t *testing.T) {
	t.Parallel()
	doc := talked()
	doc.Evidence = nil
	if talk := report.Tell(doc).Talk; talk != nil {
		t.Errorf("%+v", talk)
	}
	doc.Evidence, doc.Repository = []report.Finding{}, nil
	want := []string{"No question of this questionnaire is one that a repository can speak to."}
	if diff := cmp.Diff(want, report.Tell(doc).Talk.Rest); diff != "" {
		t.Error(diff)
	}
}

func TestUnconfirmedAnswersAreUnknown(t *testing.T) {
	t.Parallel()
	unknown := report.Tell(talked()).Unknown
	want := "Suggested by the repository, not confirmed: net. A person confirms or changes each with opsfit assess --resume."
	if unknown[len(unknown)-1] != want {
		t.Errorf("%q", unknown)
	}
}
