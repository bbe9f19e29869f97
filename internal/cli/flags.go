package cli

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
)

// outputFlags are the flags of every command that writes a report. The settings hold the format, which a variable and the
// configuration may name as well.
func outputFlags(cmd *cobra.Command, formats []string, outputs *[]string) {
	flags := cmd.Flags()
	flags.StringP("format", "f", formats[0], "`FORMAT` on standard output: "+strings.Join(formats, ", "))
	flags.StringArrayVarP(outputs, "output", "o", nil,
		"write a report to `FILE`; its ending names the format, or write FORMAT=FILE; repeatable")
	complete(cmd, "format", formats...)
}

// questionnaireFlag is that of every command that scores answers; otherwise says which questionnaire it is without the flag.
// The settings hold its value.
func questionnaireFlag(cmd *cobra.Command, run *runner, otherwise string) {
	cmd.Flags().StringP("questionnaire", "q", "", "questionnaire `ID|FILE` (default: "+otherwise+")")
	completeQuestionnaires(cmd, run, "questionnaire")
}

// onlyFile is the value of a flag that names one file. Another file would take its place without a word; the same name may come
// again, since a shell that asks for completions has the flags parsed twice.
type onlyFile string

func (f *onlyFile) String() string { return string(*f) }

// Type is what pflag calls a text.
func (f *onlyFile) Type() string { return "string" }

func (f *onlyFile) Set(name string) error {
	if *f != "" && *f != onlyFile(name) {
		return errors.New("one file at a time; opsfit team takes the answers of several people, opsfit portfolio those of several services")
	}
	*f = onlyFile(name)
	return nil
}

// namedByAnswers is the questionnaire of a command that does not ask the questions itself.
const namedByAnswers = "the one the answers name"

// namesQuestionnaire reports that the command line names a questionnaire, so that another one in the answers is an error.
func namesQuestionnaire(cmd *cobra.Command, settings config.Config) (bool, error) {
	named := cmd.Flags().Changed("questionnaire")
	if named && settings.Questionnaire == "" {
		return false, usagef("--questionnaire is empty; name an id or a file, or leave it out")
	}
	return named, nil
}

// strictFlag is that of every command that reads answers; the settings hold its value.
func strictFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("strict", false, "treat every warning about the input as an error")
}

// checkChoice refuses a flag value that is none of the known words.
func checkChoice(flag, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	return usagef("unknown value %s for --%s; %s", diag.Quote(value), flag, cmp.Or(diag.DidYouMean(value, known), anyOf(known)))
}

// anyOf is the hint where no known word is near.
func anyOf(known []string) string { return "choose one of " + strings.Join(known, ", ") }
