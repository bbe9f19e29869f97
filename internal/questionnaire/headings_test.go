package questionnaire_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestEveryArticleHeadingIsAskedAbout holds the founding article against the questionnaire: each of its headings has a
// question, and each question names a heading that is mapped to axes.
func TestEveryArticleHeadingIsAskedAbout(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	want := []string{
		"Delivery Methodology", "Code Development", "Reaction to Change", "Implementation of Changes", "Value for Business",
		"Infrastructure Management", "Benefits", "Performance", "Which One to Pick", "How they Complement",
	}
	var mapped []string
	for _, heading := range q.Headings {
		mapped = append(mapped, heading.Title)
		checkHeading(t, q, heading)
	}
	if diff := cmp.Diff(want, mapped); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	for i := range q.Questions {
		if !slices.Contains(mapped, q.Questions[i].Heading) {
			t.Errorf("question %s: heading %q is not in article_headings", q.Questions[i].ID, q.Questions[i].Heading)
		}
	}
}

// checkHeading wants a question with the heading, and axes that exist.
func checkHeading(t *testing.T, q *questionnaire.Questionnaire, heading questionnaire.Heading) {
	t.Helper()
	asked := slices.ContainsFunc(q.Questions, func(question questionnaire.Question) bool {
		return question.Heading == heading.Title
	})
	if !asked {
		t.Errorf("no question has the heading %q", heading.Title)
	}
	if len(heading.Axes) == 0 {
		t.Errorf("heading %q is mapped to nothing", heading.Title)
	}
	for _, axis := range heading.Axes {
		if q.Axis(axis) == nil {
			t.Errorf("heading %q: there is no axis %q", heading.Title, axis)
		}
	}
}

func TestQuickAsksInTheSameWordsAsFull(t *testing.T) {
	t.Parallel()
	full, quick := questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "quick")
	for i := range quick.Questions {
		question := quick.Questions[i]
		original := full.Question(question.ID)
		if original == nil {
			t.Errorf("%s is not in full", question.ID)
			continue
		}
		// What refers to the axis that dropped out is the one difference.
		got, want := wording(&question), wording(original)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-full +quick):\n%s", question.ID, diff)
		}
	}
}

func wording(q *questionnaire.Question) []string {
	words := []string{q.Text, q.Why, q.Heading}
	for _, option := range q.Options {
		words = append(words, option.ID, option.Text)
	}
	return words
}
