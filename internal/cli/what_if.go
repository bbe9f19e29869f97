package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// whatIfFlag lets a command score answers other than those given.
func (f *assessFlags) registerWhatIf(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.whatIf, "what-if", nil,
		"score as if answers were others: `QUESTION=OPTION`, with commas between several; repeatable. All that apply are written A+B")
	groupFlags(cmd.Flags(), answersGroup)
	registerCompletion(cmd, "what-if", f.completeChange)
}

// completeChange completes the questions of the questionnaire and, after the equals sign, their options.
func (f *assessFlags) completeChange(
	cmd *cobra.Command, args []string, toComplete string,
) ([]cobra.Completion, cobra.ShellCompDirective) {
	q := f.meantQuestionnaire(cmd, args)
	if q == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	before, change := "", toComplete
	if comma := strings.LastIndexByte(toComplete, ','); comma >= 0 {
		before, change = toComplete[:comma+1], toComplete[comma+1:]
	}
	var found []cobra.Completion
	if name, list, chosen := strings.Cut(change, "="); chosen {
		before += name + "=" + list[:strings.LastIndexByte(list, '+')+1]
		for _, answer := range completeAnswers(q.Question(name), strings.Split(list, "+")) {
			found = append(found, before+answer)
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
	return completeQuestions(q, before, "="), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeAnswers returns the answers that a question takes, with the texts of its options; none for nil. Behind a plus, where
// several options apply, they are the other options; typed are the parts so far, the last perhaps unfinished.
func completeAnswers(question *questionnaire.Question, typed []string) []cobra.Completion {
	if question == nil {
		return nil
	}
	earlier := typed[:len(typed)-1]
	var words []cobra.Completion
	for i := range question.Options {
		option := &question.Options[i]
		if len(earlier) == 0 || question.Many && !option.None && !slices.Contains(earlier, option.ID) {
			words = append(words, described(option.ID, option.Text))
		}
	}
	if len(earlier) > 0 {
		return words
	}
	words = append(words, string(answers.DontKnow))
	if question.AllowNA {
		words = append(words, string(answers.NotApplicable))
	}
	return words
}

// meantQuestionnaire returns the questionnaire that the command line typed so far is about; nil if unknown.
func (f *assessFlags) meantQuestionnaire(cmd *cobra.Command, args []string) *questionnaire.Questionnaire {
	settings, err := f.run.loadSettings(cmd)
	if err != nil {
		return nil
	}
	name, from := settings.Questionnaire, f.answers
	if len(args) > 0 {
		from = args[0]
	}
	if from != "" && from != "-" && !cmd.Flags().Changed("questionnaire") {
		text, err := f.run.readFile(from, yamltree.MaxBytes)
		if err != nil {
			return nil
		}
		if file, _ := answers.Parse(from, text); file != nil {
			name = file.Questionnaire
		}
	}
	q, _, err := f.run.newLoader(cmd.Context(), settings).openQuestionnaire(name)
	if err != nil {
		return nil
	}
	return q
}
