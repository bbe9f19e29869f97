package team

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// topic is a question with what makes it worth talking about.
type topic struct {
	Question

	// disagreement is 1 - consensus where agreement is measured, else how far the answers are apart, 0..1.
	disagreement float64
	// uncounted reports that people chose different options of which one or more have no value to measure a distance by.
	uncounted bool
	// unsure reports that some know and others do not, or that some say it does not apply.
	unsure bool
	// rolesApart reports that the means of two shown roles are at least a step apart.
	rolesApart bool
}

// topics are the questions to talk about first: the widest disagreement leads, then those that only some can answer.
// Questions on which all say the same are none, however little they know.
func (b *builder) topics(questions []Question) []Topic {
	var list []topic
	for _, question := range questions {
		if found := b.topic(question); b.isPressing(found) {
			list = append(list, found)
		}
	}
	slices.SortStableFunc(list, func(a, b topic) int {
		return cmp.Or(cmp.Compare(b.disagreement, a.disagreement), cmp.Compare(a.ID, b.ID))
	})
	topics := []Topic{}
	for _, found := range list {
		topics = append(topics, Topic{Question: found.ID, Why: b.describe(found)})
	}
	return topics
}

func (b *builder) topic(question Question) topic {
	asked := b.Questionnaire.Question(question.ID)
	found := topic{Question: question, rolesApart: b.areRolesApart(asked), uncounted: b.differUncounted(asked)}
	switch {
	case question.Consensus != nil:
		found.disagreement = 1 - *question.Consensus
	default:
		found.disagreement = b.answerDistance(question.ID)
	}
	statuses := 0
	for _, status := range []answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable} {
		is := func(sheet *answers.Sheet) bool { return sheet.Get(asked.ID).Status == status }
		if b.count(is) > 0 {
			statuses++
		}
	}
	found.unsure = statuses > 1
	return found
}

// differUncounted reports that people differ in a way that no value measures: how many teams there are is no position.
func (b *builder) differUncounted(question *questionnaire.Question) bool {
	return b.countChosen(question) > 1 && slices.ContainsFunc(question.Options, func(option questionnaire.Option) bool {
		return !hasValue(&option) && b.count(chose(question, &option)) > 0
	})
}

// areRolesApart measures the gap of the roles on the span of the options, so that it means the same on the line, which
// is 2 wide, and for readiness levels.
func (b *builder) areRolesApart(question *questionnaire.Question) bool {
	_, possible := b.values(question)
	gap := b.gap(question)
	if gap == nil || spanOf(possible).Sign() == 0 {
		return false
	}
	line := big.NewRat(2, 1)
	onLine := gap.Quo(gap.Mul(gap, line), spanOf(possible))
	return onLine.Cmp(Judged().RoleGap) >= 0
}

// answerDistance is how far the answers to a question are apart, 0..1 of the span of its options.
func (b *builder) answerDistance(id string) float64 {
	question := b.Questionnaire.Question(id)
	given, possible := b.values(question)
	whole := spanOf(possible)
	if whole.Sign() == 0 {
		return 0
	}
	part, _ := new(big.Rat).Quo(spanOf(given), whole).Float64()
	return part
}

func (b *builder) isPressing(found topic) bool {
	return found.unsure || found.rolesApart || found.uncounted || found.disagreement > 1-Judged().Strong
}

// describe says in one sentence what the answers to a question show.
func (b *builder) describe(found topic) string {
	var parts []string
	switch {
	case found.Agreement == "low":
		parts = append(parts, "the answers are far apart (consensus "+english.Fixed(found.Consensus, 2)+")")
	case found.Agreement == "moderate":
		parts = append(parts, "the answers differ (consensus "+english.Fixed(found.Consensus, 2)+")")
	case found.disagreement > 0 || found.uncounted:
		parts = append(parts, "the answers differ")
	}
	if found.rolesApart {
		parts = append(parts, "the roles see it differently ("+english.Fixed(found.RoleGap, 2)+" apart)")
	}
	if found.unsure {
		parts = append(parts, b.describeUnsure(found.ID))
	}
	return english.Capital(strings.Join(parts, "; ")) + "."
}

func (b *builder) describeUnsure(id string) string {
	var parts []string
	for _, s := range []struct {
		status    answers.Status
		one, many string
	}{
		{answers.DontKnow, "does not know", "do not know"},
		{answers.NotApplicable, "says that it does not apply", "say that it does not apply"},
	} {
		n := b.count(func(sheet *answers.Sheet) bool { return sheet.Get(id).Status == s.status })
		switch n {
		case 0:
		case 1:
			parts = append(parts, fmt.Sprintf("1 of %d %s", len(b.Sheets), s.one))
		default:
			parts = append(parts, fmt.Sprintf("%d of %d %s", n, len(b.Sheets), s.many))
		}
	}
	return strings.Join(parts, " and ")
}

// agreedQuestions are the questions with a strong consensus, in questionnaire order. What is to be talked about is none of them: where
// one person does not know, or two roles differ, the others agree and the group does not.
func agreedQuestions(questions []Question, topics []Topic) []string {
	agreed := []string{}
	for _, question := range questions {
		isTopic := slices.ContainsFunc(topics, func(topic Topic) bool { return topic.Question == question.ID })
		if question.Agreement == "strong" && !isTopic {
			agreed = append(agreed, question.ID)
		}
	}
	return agreed
}
