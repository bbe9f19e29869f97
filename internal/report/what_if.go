package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
)

// WhatIf says which answers of a document are supposed, and what the report said with those that were given.
type WhatIf struct {
	// Changes are in the order of the questionnaire. One that changes nothing is among them: somebody asked for it.
	Changes []Change `json:"changes"`
	Before  Before   `json:"before"`
}

// Change is another answer to one question. From and To are words of an answers file: an option id, dont_know,
// not_applicable or skipped. FromText and ToText say the same to a person.
type Change struct {
	Question string `json:"question"`
	Title    string `json:"title"`
	Prompt   string `json:"prompt"`
	From     string `json:"from"`
	FromText string `json:"from_text"`
	To       string `json:"to"`
	ToText   string `json:"to_text"`
}

// Before is what a report said with the answers that were given.
type Before struct {
	// Verdict is of the same kind as that of the document.
	Verdict  Verdict         `json:"verdict"`
	Warnings []ActiveWarning `json:"warnings"`
}

// Suppose marks a document as hypothetical: the answers to the questions are supposed, and before is the document with
// those that were given.
func (d *Document) Suppose(before *Document, questions []string) {
	d.WhatIf = &WhatIf{
		Changes: Changes(before.Answers, d.Answers, questions),
		Before:  Before{Verdict: before.Verdict, Warnings: ActiveWarnings(before)},
	}
	d.Notes = append([]string{d.WhatIf.Note()}, d.Notes...)
}

// Note is said where nothing else of a what-if may be shown.
func (w *WhatIf) Note() string {
	supposed := w.supposed()
	if len(supposed) == 0 {
		return "A what-if that changes no answer."
	}
	return fmt.Sprintf("A what-if: %s supposed, not given: %s.", isOrAre(len(supposed), "answer"), english.List(supposed))
}

// supposed are the titles of the questions whose answers are others than those given.
func (w *WhatIf) supposed() []string {
	var questions []string
	for _, change := range w.Changes {
		if !change.IsNone() {
			questions = append(questions, cmp.Or(change.Title, change.Question))
		}
	}
	return questions
}

// Changes tells the answers to the questions apart. Both lists have every question of one questionnaire, in its order.
func Changes(before, after []Answer, questions []string) []Change {
	found := []Change{}
	for i := range after {
		if slices.Contains(questions, after[i].Question) {
			found = append(found, changeOf(&before[i], &after[i]))
		}
	}
	return found
}

func changeOf(before, after *Answer) Change {
	return Change{
		Question: after.Question, Title: after.Title, Prompt: after.Prompt,
		From: before.word(), FromText: before.inWords(), To: after.word(), ToText: after.inWords(),
	}
}

// IsNone reports a change to the answer that was given already.
func (c Change) IsNone() bool { return c.From == c.To }

// word is the answer as an answers file writes it.
func (a *Answer) word() string {
	return answers.Answer{Status: answers.Status(a.Status), Option: string(a.Option), List: a.List()}.Word()
}

// inWords is the chosen option in words, or why there is none.
func (a *Answer) inWords() string {
	if a.IsAnswered() {
		return string(a.Text)
	}
	return StatusWord(a.Status)
}

// Intro says that a report is hypothetical, and of how many answers.
func (w *WhatIf) Intro() string {
	supposed := len(w.supposed())
	if supposed == 0 {
		return "This is a what-if, but it changes no answer."
	}
	return fmt.Sprintf("This is a what-if: %s supposed, not given. All that follows is what the report would say then.",
		isOrAre(supposed, "answer"))
}

// isOrAre counts things in front of what they are: "1 answer is", "2 answers are".
func isOrAre(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " is"
	}
	return english.Count(n, noun) + " are"
}
