package verdict

import (
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Said makes text of a person or a file part of a sentence, such as a title or an option; formats that have no marks for it
// return it as it is.
type Said func(string) string

// Title makes the title of a question part of a sentence, such as one that leads to its answer.
type Title func(question, title string) string

// Telling is a result in sentences, each of them complete. Empty texts and lists say nothing.
type Telling struct {
	// Headline is the advice, or why there is none.
	Headline string
	// First is what to deal with before the advice: the critical and high warnings.
	First string
	// Limits are what the limits change, where they contradict each other, and where practice passes them.
	Limits []string
	// Apart names single axes that differ where the advice is to stay.
	Apart string
	// Scale, Fit and Readiness are the figures in words. Where readiness is short on an axis, the first sentence says so.
	Scale, Fit string
	Readiness  []string
	// Confidence says how sure the advice is and the deciding reason, More the other reasons, and Next what to do about them.
	Confidence, More string
	Next             []string
	// Borderline says which labels one step would change, Tipping how far another side is.
	Borderline []string
	Tipping    string
	// Range says what could still be, where there is not a kind of advice.
	Range string
	// Reasons are why a service is not ready beside what the headline says, each kind apart, and what else could be asked of it.
	Reasons []string
	// Outcomes are the sentences of delivery metrics.
	Outcomes []string
}

// teller tells one document.
type teller struct {
	*Sentences

	doc  *report.Document
	v    *report.Leaning
	said Said
	// title is nil for what said makes of titles.
	title Title
}

// Tell chooses the sentences of a result. Without title, titles are what said makes of them.
func (s *Sentences) Tell(doc *report.Document, said Said, title Title) Telling {
	t := &teller{Sentences: s, doc: doc, v: doc.Verdict.Leaning, said: said, title: title}
	switch {
	case doc.Verdict.Readiness != nil:
		return t.state()
	case t.v == nil:
		return Telling{Headline: t.quadrantHeadline(), Outcomes: t.outcomes()}
	}
	told := Telling{
		Headline: t.headline(), First: t.first(), Limits: t.limits(), Apart: t.apart(),
		Scale: t.scale(), Fit: t.fit(), Readiness: t.readiness(),
		Borderline: t.borderline(), Tipping: t.tipping(),
	}
	told.Confidence, told.More, told.Next = t.confidence()
	if t.v.Advice == "" {
		told.Range = t.rangeLeft()
	}
	return told
}

// titles joins the short titles of questions in quotation marks; three at most, then how many more.
func (t *teller) titles(questions []string) string {
	const most = 3
	return listed(questions, most, t.quoted)
}

// listed joins texts; where there are more than most, it says how many.
func listed(items []string, most int, word func(string) string) string {
	var words []string
	for _, item := range items[:min(len(items), most)] {
		words = append(words, word(item))
	}
	if left := len(items) - most; left > 0 {
		words = append(words, strconv.Itoa(left)+" more")
	}
	return english.List(words)
}

func (t *teller) answerTo(question string) *report.Answer {
	at := slices.IndexFunc(t.doc.Answers, func(a report.Answer) bool { return a.Question == question })
	if at < 0 {
		return &report.Answer{Question: question, Title: question}
	}
	return &t.doc.Answers[at]
}

// quoted is the title of a question in quotation marks.
func (t *teller) quoted(question string) string {
	title := t.answerTo(question).Title
	if t.title != nil {
		return english.Quote(t.title(question, title))
	}
	return english.Quote(t.said(title))
}

// axisTitles joins the titles of the axes that are wanted.
func (t *teller) axisTitles(wanted func(*report.Axis) bool) string {
	var titles []string
	for i := range t.doc.Axes {
		if wanted(&t.doc.Axes[i]) {
			titles = append(titles, t.said(t.doc.Axes[i].Title))
		}
	}
	return english.List(titles)
}

// count is the form of a sentence for a number: one or many.
func count(n int) string {
	if n == 1 {
		return "one"
	}
	return "many"
}

// compact leaves empty texts out.
func compact(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}
