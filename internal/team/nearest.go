package team

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// nearestOption is the option that stands for what a group answered to one question: conditions ask for options, and a
// mean is none. Where most chose options without a value, it is the one that most of those chose; else the option
// whose value is nearest to the mean, of two equally near the more cautious one: the lower readiness, the position
// nearer to the middle. What is still tied goes by id, so that no order of respondents or options decides.
func nearestOption(question *questionnaire.Question, mean *questionnaire.Option, sheets []*answers.Sheet) string {
	valueless := mostChoseWithoutValue(question, sheets)
	candidates := slices.DeleteFunc(slices.Clone(question.Options), func(o questionnaire.Option) bool {
		return hasValue(&o) == valueless
	})
	best := slices.MinFunc(candidates, func(a, b questionnaire.Option) int {
		return compareOptions(question, mean, sheets, &a, &b)
	})
	return best.ID
}

// mostChoseWithoutValue considers only those who chose an option; exactly half is not most.
func mostChoseWithoutValue(question *questionnaire.Question, sheets []*answers.Sheet) bool {
	without := balancedMean(sheets, func(sheet *answers.Sheet) *big.Rat {
		return valueIn(question, sheet, func(option *questionnaire.Option) *big.Rat {
			if hasValue(option) {
				return new(big.Rat)
			}
			return big.NewRat(1, 1)
		})
	})
	return without != nil && without.Cmp(big.NewRat(1, 2)) > 0
}

func hasValue(option *questionnaire.Option) bool {
	return option.Position != nil || option.Readiness != nil
}

// compareOptions orders two options by how well they represent the group, the better one first.
func compareOptions(
	question *questionnaire.Question, mean *questionnaire.Option, sheets []*answers.Sheet, a, b *questionnaire.Option,
) int {
	if hasValue(a) {
		return cmp.Or(
			compareDistance(mean.Readiness, a.Readiness, b.Readiness),
			compareDistance(new(big.Rat), a.Readiness, b.Readiness),
			compareDistance(mean.Position, a.Position, b.Position),
			compareDistance(new(big.Rat), a.Position, b.Position),
			cmp.Compare(a.ID, b.ID),
		)
	}
	shareA, shareB := balancedShare(sheets, choseOption(question, a)), balancedShare(sheets, choseOption(question, b))
	return cmp.Or(shareB.Cmp(shareA), cmp.Compare(a.ID, b.ID))
}

func choseOption(question *questionnaire.Question, option *questionnaire.Option) func(*answers.Sheet) bool {
	return func(sheet *answers.Sheet) bool {
		answer := sheet.Get(question.ID)
		return answer.Status == answers.Answered && answer.Option == option.ID
	}
}

// compareDistance orders the value nearer to the middle first; without a middle or values they are equal.
func compareDistance(middle, a, b *big.Rat) int {
	if middle == nil || a == nil || b == nil {
		return 0
	}
	return distanceBetween(middle, a).Cmp(distanceBetween(middle, b))
}

func distanceBetween(a, b *big.Rat) *big.Rat {
	distance := new(big.Rat).Sub(a, b)
	return distance.Abs(distance)
}

// standInNotes says that an answer named as a cause may be nobody's, if it stands for people who chose different
// options.
func (b *builder) standInNotes(doc *report.Document) []string {
	var causes []report.Cause
	for i := range doc.Warnings {
		causes = append(causes, doc.Warnings[i].Because...)
	}
	for i := range doc.Recommendations {
		causes = append(causes, doc.Recommendations[i].Because...)
	}
	if !slices.ContainsFunc(causes, b.isStandIn) {
		return nil
	}
	return []string{"Where people differ, warnings and steps name the option nearest to the mean of the group, even if nobody chose it."}
}

func (b *builder) isStandIn(cause report.Cause) bool {
	question := b.Questionnaire.Question(cause.Question)
	return question != nil && b.countChosen(question) > 1
}

// countChosen is how many options of a question were chosen by at least one person.
func (b *builder) countChosen(question *questionnaire.Question) int {
	chosen := 0
	for i := range question.Options {
		if b.countSheets(choseOption(question, &question.Options[i])) > 0 {
			chosen++
		}
	}
	return chosen
}
