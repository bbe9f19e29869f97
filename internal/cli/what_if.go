package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/syntax"
)

// whatIfFlag lets a command score answers other than those given.
func (f *assessFlags) registerWhatIf(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.whatIf, "what-if", nil,
		"score as if answers were others: `QUESTION=OPTION`, with commas between several; repeatable")
	register(cmd, "what-if", f.completeChange)
}

// completeChange offers the questions of the questionnaire that is meant and, behind the equals sign, their options.
func (f *assessFlags) completeChange(
	cmd *cobra.Command, args []string, toComplete string,
) ([]cobra.Completion, cobra.ShellCompDirective) {
	q := f.meant(cmd, args)
	if q == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	before, change := "", toComplete
	if comma := strings.LastIndexByte(toComplete, ','); comma >= 0 {
		before, change = toComplete[:comma+1], toComplete[comma+1:]
	}
	var found []cobra.Completion
	if name, _, chosen := strings.Cut(change, "="); chosen {
		for _, word := range words(q.Question(name)) {
			found = append(found, before+name+"="+word)
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
	for _, id := range questionIDs(q) {
		found = append(found, before+id+"=")
	}
	return found, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// words are the answers that a question takes; none for nil.
func words(question *questionnaire.Question) []string {
	if question == nil {
		return nil
	}
	var words []string
	for i := range question.Options {
		words = append(words, question.Options[i].ID)
	}
	words = append(words, string(answers.DontKnow))
	if question.AllowNA {
		words = append(words, string(answers.NotApplicable))
	}
	return words
}

// meant is the questionnaire that the command line typed so far is about; nil when it cannot be told.
func (f *assessFlags) meant(cmd *cobra.Command, args []string) *questionnaire.Questionnaire {
	settings, err := f.run.settings(cmd)
	if err != nil {
		return nil
	}
	name, from := settings.Questionnaire, f.answers
	if len(args) > 0 {
		from = args[0]
	}
	if from != "" && from != "-" && !cmd.Flags().Changed("questionnaire") {
		text, err := f.run.readFile(from, syntax.MaxBytes)
		if err != nil {
			return nil
		}
		if file, _ := answers.Parse(from, text); file != nil {
			name = file.Questionnaire
		}
	}
	q, _, err := f.run.library(cmd.Context(), settings).open(name)
	if err != nil {
		return nil
	}
	return q
}
