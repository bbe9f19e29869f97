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
	"github.com/opsfit/opsfit/internal/report"
)

// topic is a question with the reasons to discuss it.
type topic struct {
	Question

	// disagreement is 1 - consensus if agreement is measured, else the distance between the answers, 0..1.
	disagreement float64
	// uncounted: people chose different options, some of which have no value to measure a distance with.
	uncounted bool
	// unsure: some know and others do not, or some say that it does not apply.
	unsure bool
	// fact reports that people name different limits: one of them is right, and can be looked up.
	fact bool
	// rolesApart: the means of two shown roles are at least a step apart.
	rolesApart bool
}

// findTopics returns the questions to discuss first. Limits on which people differ come first, since looking one up
// settles it and the strictest holds until then; then the largest disagreement, then questions that only some can
// answer. Questions with identical answers are left out, however little the people know.
func (b *builder) findTopics(questions []Question) []Topic {
	var list []topic
	for _, question := range questions {
		if found := b.newTopic(question); b.isPressing(found) {
			list = append(list, found)
		}
	}
	slices.SortStableFunc(list, func(a, b topic) int { return compareTopics(&a, &b) })
	topics := []Topic{}
	for _, found := range list {
		topics = append(topics, Topic{Question: found.ID, Why: b.describeTopic(found)})
	}
	return topics
}

func compareTopics(a, b *topic) int {
	switch {
	case a.fact && !b.fact:
		return -1
	case b.fact && !a.fact:
		return 1
	}
	return cmp.Or(cmp.Compare(b.disagreement, a.disagreement), cmp.Compare(a.ID, b.ID))
}

func (b *builder) newTopic(question Question) topic {
	asked := b.Questionnaire.Question(question.ID)
	found := topic{
		Question: question, rolesApart: b.areRolesApart(asked), uncounted: b.differUncounted(asked),
		fact: b.isFact(asked) && len(chosenOptions(b.Sheets, asked)) > 1,
	}
	switch {
	case question.Consensus != nil:
		found.disagreement = 1 - *question.Consensus
	default:
		found.disagreement = b.answerDistance(question.ID)
	}
	statuses := 0
	for _, status := range []answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable} {
		if b.countSheets(saysStatus(asked.ID, status)) > 0 {
			statuses++
		}
	}
	found.unsure = statuses > 1
	return found
}

// differUncounted reports whether people differ in a way that no value measures: the number of teams is not a position.
func (b *builder) differUncounted(question *questionnaire.Question) bool {
	chosen := chosenOptions(b.Sheets, question)
	if question.Many {
		answered := b.countSheets(func(sheet *answers.Sheet) bool { return sheet.Get(question.ID).List != nil })
		return slices.ContainsFunc(chosen, func(option *questionnaire.Option) bool {
			return b.countSheets(choseOption(question, option)) < answered
		})
	}
	return len(chosen) > 1 && slices.ContainsFunc(chosen, func(option *questionnaire.Option) bool { return valueOf(option) == nil })
}

// isFact reports a question whose answer can be looked up, and of which the strictest holds until then: a limit or, where readiness
// alone is asked for, what says how much is asked.
func (b *builder) isFact(question *questionnaire.Question) bool {
	setsFloors := slices.ContainsFunc(question.Options, func(o questionnaire.Option) bool { return o.Floors != nil })
	return question.IsLimit() || b.measured() == questionnaire.Readiness && setsFloors
}

// areRolesApart compares the gap of the roles with the span of the options, so that it means the same on the line,
// which is 2 wide, and for readiness levels.
func (b *builder) areRolesApart(question *questionnaire.Question) bool {
	_, possible := b.givenAndPossible(question)
	gap := b.roleGap(question)
	if gap == nil || spanOf(possible).Sign() == 0 {
		return false
	}
	line := big.NewRat(2, 1)
	onLine := gap.Quo(gap.Mul(gap, line), spanOf(possible))
	return onLine.Cmp(Judged().RoleGap) >= 0
}

// answerDistance is the distance between the answers to a question, 0..1 of the span of its options.
func (b *builder) answerDistance(id string) float64 {
	question := b.Questionnaire.Question(id)
	given, possible := b.givenAndPossible(question)
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

// describeTopic says in one sentence what the answers to a question show.
func (b *builder) describeTopic(found topic) string {
	var parts []string
	switch {
	case found.fact:
		parts = append(parts, "the answers differ about a fact")
	case found.Agreement == "low":
		parts = append(parts, "the answers are far apart (consensus "+report.Consensus(found.Consensus)+")")
	case found.Agreement == "moderate":
		parts = append(parts, "the answers differ (consensus "+report.Consensus(found.Consensus)+")")
	case found.disagreement > 0 || found.uncounted:
		parts = append(parts, "the answers differ")
	}
	if found.rolesApart {
		parts = append(parts, "the roles see it differently ("+report.Distance(found.RoleGap)+" apart)")
	}
	if found.unsure {
		parts = append(parts, b.describeUnsure(found.ID))
	}
	sentence := english.Capital(strings.Join(parts, "; ")) + "."
	if found.fact {
		sentence += " Look it up; until then, the strictest answer holds."
	}
	return sentence
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
		n := b.countSheets(saysStatus(id, s.status))
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

// agreedQuestions returns the questions with a strong consensus, in questionnaire order, without those to be discussed:
// if one person does not know, or two roles differ, the group does not agree.
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
