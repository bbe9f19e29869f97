package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/english"
)

// TalkPoint is a finding that is worth talking about, in words.
type TalkPoint struct {
	Question string
	// Prompt is the question in words.
	Prompt  string
	Verdict FindingVerdict
	// Facts are what was said, what the repository shows, why that goes no further, and what it rests on.
	Facts []Fact
}

// Word names the verdict of a point where it stands before the question.
func (t TalkPoint) Word() string { return strings.ToUpper(string(t.Verdict)) }

// Talk is what a report says about a repository that was set beside the answers.
type Talk struct {
	// Intro says what was looked at, and what differences mean.
	Intro string
	// Points are the contradictions, then the differences, each in the order of the questionnaire.
	Points []TalkPoint
	// Rest are sentences about what agrees and about what nothing can be said.
	Rest []string
}

// talk is nil where no repository was looked at.
func talk(doc *Document) *Talk {
	if doc.Evidence == nil {
		return nil
	}
	t := &Talk{Intro: talkIntro(doc.Repository)}
	for _, verdict := range []FindingVerdict{Contradicts, Differs} {
		for i := range doc.Evidence {
			if f := &doc.Evidence[i]; f.Verdict == verdict {
				t.Points = append(t.Points, talkPoint(doc, f))
			}
		}
	}
	t.Rest = rest(doc.Evidence)
	return t
}

func talkIntro(source *Source) string {
	text := "A git repository was set beside the answers"
	if source != nil && source.Head != "" {
		text += fmt.Sprintf(" (commit %s of %s, back to %s)", ShortHash(string(source.Head)), DayIn(source.AsOf), DayIn(source.WindowFrom))
	}
	return text + ". It changes no figure of this report. Where it shows something else, that is a reason to talk, and no verdict on " +
		"anybody's honesty: much of a team's work leaves no trace in a repository."
}

// DayIn is the date in a time as RFC 3339 has it; what is none stays as it is.
func DayIn(time Text) string {
	day, _, _ := strings.Cut(string(time), "T")
	return day
}

// ShortHash is as much of a hash as tells commits apart.
func ShortHash(hash string) string {
	const length = 12
	if len(hash) <= length || strings.Trim(hash, "0123456789abcdef") != "" {
		return hash
	}
	return hash[:length]
}

func talkPoint(doc *Document, f *Finding) TalkPoint {
	t := TalkPoint{Question: f.Question, Prompt: f.Question, Verdict: f.Verdict}
	answer := string(f.Answer)
	for i := range doc.Answers {
		if a := &doc.Answers[i]; a.Question == f.Question {
			t.Prompt = a.Prompt
			if a.Option == f.Answer && a.Text != "" {
				answer = string(a.Text)
			}
		}
	}
	for _, fact := range []Fact{
		{"Answer", answer}, {"Repository", f.Shows()}, {"Limit", sentence(string(f.Reason))}, {"See", proofs(f.Proof)},
	} {
		if fact.Value != "" {
			t.Facts = append(t.Facts, fact)
		}
	}
	return t
}

// Shows is what the repository shows, with how many things that was taken from.
func (f *Finding) Shows() string {
	if f.Text == "" || f.N == nil || f.Value == nil {
		return string(f.Text)
	}
	return fmt.Sprintf("%s; n = %d.", strings.TrimSuffix(string(f.Text), "."), *f.N)
}

func proofs(list []Proof) string {
	var parts []string
	for _, p := range list {
		name := p.Name
		if p.Kind == "commit" {
			name = "commit " + ShortHash(name)
		}
		if p.Text != "" {
			name += " (" + string(p.Text) + ")"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

// rest names what agrees, and groups what nothing can be said about by the reason.
func rest(findings []Finding) []string {
	var agree []string
	var reasons []string
	silent := map[string][]string{}
	for i := range findings {
		f := &findings[i]
		switch f.Verdict {
		case Agrees:
			agree = append(agree, f.Question)
		case Silent:
			reason := string(f.Reason)
			if silent[reason] == nil {
				reasons = append(reasons, reason)
			}
			silent[reason] = append(silent[reason], f.Question)
		case Differs, Contradicts:
		}
	}
	var sentences []string
	if len(agree) > 0 {
		sentences = append(sentences, fmt.Sprintf("The repository agrees with %s: %s.", english.Count(len(agree), "answer"), english.List(agree)))
	}
	for _, reason := range reasons {
		sentences = append(sentences, fmt.Sprintf("Nothing is said about %s: %s.", english.List(silent[reason]), strings.TrimSuffix(reason, ".")))
	}
	if len(findings) == 0 {
		sentences = append(sentences, "No question of this questionnaire is one that a repository can speak to.")
	}
	return sentences
}

// sentence makes one of a reason; the empty text stays empty.
func sentence(reason string) string {
	first, size := utf8.DecodeRuneInString(reason)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(reason[size:], ".") + "."
}

// unconfirmed names the answers that a repository suggested and nobody has confirmed; empty without any.
func unconfirmed(list []Answer) string {
	var names []string
	for i := range list {
		if list[i].IsSuggested() {
			names = append(names, list[i].Question)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("Suggested by the repository, not confirmed: %s. A person confirms or changes each with opsfit assess --resume.",
		english.List(names))
}
