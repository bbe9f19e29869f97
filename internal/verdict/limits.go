package verdict

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// limitTitles are the titles of the limits that hold the advice, each once.
func (t *teller) limitTitles() string {
	if t.v.Held == nil {
		return ""
	}
	return t.titles(questionsOf(t.v.Held.By))
}

// questionsOf are the questions of limits, each once.
func questionsOf(limits []report.Limit) []string {
	var questions []string
	for _, limit := range firstOfEach(limits) {
		questions = append(questions, limit.Question)
	}
	return questions
}

// firstOfEach leaves out every further limit of a question: a result names one for each axis, and a forged one any number, each
// of which would repeat the title.
func firstOfEach(limits []report.Limit) []report.Limit {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(limits), func(limit report.Limit) bool {
		isKnown := seen[limit.Question]
		seen[limit.Question] = true
		return isKnown
	})
}

// limits tells what each limit in force does, where limits contradict each other, and where practice passes them.
func (t *teller) limits() []string {
	var sentences []string
	for i := range t.doc.Axes {
		axis := &t.doc.Axes[i]
		switch {
		case axis.Situation.Clash:
			sentences = append(sentences, fill(t.text("clash"), values{
				"axis": t.said(axis.Title), "limits": t.titles(questionsOf(axis.Situation.ClashBy)),
			}))
		case t.v.Held != nil:
			sentences = append(sentences, t.held(axis)...)
		case len(axis.Situation.HeldBy) > 0 && t.v.Advice != "":
			sentences = append(sentences, fill(t.text("held", "axis_only"), values{
				"axis": t.said(axis.Title), "limits": t.titles(questionsOf(axis.Situation.HeldBy)),
			}))
		}
	}
	if t.v.Held != nil {
		sentences = append(sentences, fill(t.text("held", "next"), values{"limits": t.limitTitles()}))
	}
	for i := range t.doc.Axes {
		sentences = append(sentences, t.beyond(&t.doc.Axes[i]))
	}
	return compact(sentences...)
}

// held tells what is wanted on an axis beside what each limit in force allows.
func (t *teller) held(axis *report.Axis) []string {
	var sentences []string
	for _, limit := range firstOfEach(axis.Situation.HeldBy) {
		form, bound := bounded(limit)
		sentences = append(sentences, fill(t.text("held", form), values{
			"axis": t.said(axis.Title), "wanted": report.Signed(axis.Situation.Wanted.Value), "bound": report.Signed(bound),
			"limit":  t.quoted(limit.Question),
			"answer": english.Quote(t.said(string(t.answerTo(limit.Question).Text))),
		}))
	}
	return sentences
}

// bounded is the form of a sentence about a limit: above where practice or need would lie above it.
func bounded(limit report.Limit) (form string, bound *float64) {
	if limit.AtMost != nil {
		return "above", limit.AtMost
	}
	return "below", limit.AtLeast
}

// beyond tells that practice passes a limit, which is no accusation: the answer may be wrong.
func (t *teller) beyond(axis *report.Axis) string {
	if axis.BeyondLimit == nil || len(axis.BeyondLimit.By) == 0 || !axis.BeyondLimit.Forbidden {
		return ""
	}
	form, bound := bounded(axis.BeyondLimit.By[0])
	return fill(t.text("beyond_limit", form), values{
		"axis": t.said(axis.Title), "practice": report.Signed(axis.Practice.Value), "bound": report.Signed(bound),
		"limits": t.titles(questionsOf(axis.BeyondLimit.By)),
	})
}
