package report

import (
	"cmp"
	"fmt"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/score"
)

// consequences say what the proposed option makes easier and harder, and what has to move for it.
func consequences(doc *Document) []Argument {
	proposed := suggested(doc.Verdict.Leaning)
	if proposed == noOption {
		return nil
	}
	return append(served(doc, proposed), moves(doc)...)
}

// regardless says what is missing and dangerous under any option.
func regardless(doc *Document) []string {
	list := missing(doc)
	for _, warning := range doc.Warnings {
		remark := warning.Severity
		if exemption := ExemptionOf(doc, warning.ID); exemption != nil {
			remark += "; exempted " + ExemptedWords(exemption)
		}
		list = append(list, fmt.Sprintf("A warning stands (%s): %s", remark, warning.Text))
	}
	if len(list) == 0 && Advises(doc) {
		list = append(list, "No warning stands, and no axis is below the readiness that is called for.")
	}
	return list
}

// otherSteps name the recommendations behind the first ones.
func otherSteps(story Story) []string {
	var sentences []string
	for _, rest := range []struct {
		lead  string
		steps []Recommendation
	}{{"Also worth doing now: ", story.Then}, {"For later, once other things are done: ", story.Later}} {
		var titles []string
		for _, step := range rest.steps {
			titles = append(titles, phrase(step.Title))
		}
		if len(titles) > 0 {
			sentences = append(sentences, rest.lead+Listed(titles)+".")
		}
	}
	return sentences
}

// served says which needs an option meets by itself and which have to be met on purpose.
func served(doc *Document, o option) []Argument {
	devOps, sysOps := onSide(doc, score.DevOps), onSide(doc, score.SysOps)
	easy, hard := devOps, sysOps
	switch o {
	case sysOpsOption:
		easy, hard = sysOps, devOps
	case bothOption:
		easy, hard = append(devOps, sysOps...), nil
	case devOpsOption, noOption:
	}
	var list []Argument
	if len(easy) > 0 {
		list = append(list, Argument{Good, "it makes easier what these answers ask for: " + questionNames(easy)})
	}
	if len(hard) > 0 {
		list = append(list, Argument{Bad, "it makes harder what these answers ask for, which then has to be met on purpose: " +
			questionNames(hard)})
	}
	if o == bothOption {
		list = append(list, Argument{Bad, "it has to be settled, and settled again, which way serves which part"})
	}
	return list
}

// moves say on which axes the way of working can stay, and where the situation asks for another.
func moves(doc *Document) []Argument {
	var stay, asked []string
	asking := map[string][]string{}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		switch score.Direction(axis.Direction) {
		case score.Aligned, score.LessPronounced, score.MorePronounced:
			stay = append(stay, axis.Title)
		case score.TowardsDevOps, score.TowardsSysOps:
			words := asks(axis)
			if asking[words] == nil {
				asked = append(asked, words)
			}
			asking[words] = append(asking[words], axis.Title)
		}
	}
	var list []Argument
	if len(stay) > 0 {
		list = append(list, Argument{Good, "the way of working can stay on the side where it is on " + Listed(stay)})
	}
	for _, words := range asked {
		list = append(list, Argument{Neutral, "on " + Listed(asking[words]) + " " + words})
	}
	return list
}

// missing says where readiness is below what is called for.
func missing(doc *Document) []string {
	var list []string
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		if isShort(axis.Shortfall.Value) {
			list = append(list, fmt.Sprintf("Readiness on %s is %s of 4 where at least %s is called for.",
				axis.Title, Plain(axis.Readiness.Value, 1), Plain(axis.Floor, 1)))
		}
	}
	return list
}

// dissent gathers what is not known, what contradicts itself, and what one respondent cannot see.
func dissent(doc *Document, story Story) []string {
	sentences := append(unknownInFull(doc), leftOut(doc)...)
	for _, c := range contradictions(doc) {
		sentences = append(sentences, fmt.Sprintf("On %s the needs contradict each other: %s for the DevOps way, %s for the SysOps way.",
			c.axis.Title, questionNames(c.devOps), questionNames(c.sysOps)))
	}
	sentences = append(sentences, story.Notes...)
	return append(sentences, dissentPlaceholder)
}

// unknownInFull names every open question and says how far what is open could move the verdict.
func unknownInFull(doc *Document) []string {
	var sentences []string
	for _, open := range []struct {
		status answers.Status
		lead   string
	}{{answers.DontKnow, `Answered "don't know": `}, {answers.Skipped, "Skipped: "}} {
		var ids []string
		for i := range doc.Answers {
			if doc.Answers[i].Status == string(open.status) {
				ids = append(ids, doc.Answers[i].Question)
			}
		}
		if len(ids) > 0 {
			sentences = append(sentences, open.lead+Listed(ids)+".")
		}
	}
	if len(sentences) == 0 {
		return []string{"No question is open."}
	}
	if v := doc.Verdict.Leaning; v != nil {
		sentences = append(sentences, moved(v, doc.Answers)...)
	}
	return sentences
}

// leftOut says why questions do not apply, for those who doubt it.
func leftOut(doc *Document) []string {
	var sentences []string
	for i := range doc.Answers {
		answer := &doc.Answers[i]
		if answer.Status != string(answers.NotApplicable) {
			continue
		}
		why := "no reason was given"
		if given := cmp.Or(answer.Reason, answer.Note); given != "" {
			why = phrase(string(given))
		}
		sentences = append(sentences, answer.Question+" is left out as not applicable: "+why+".")
	}
	return sentences
}

// dissentPlaceholder stands where people have to write.
const dissentPlaceholder = "(Write down here who sees it differently, and why.)"
