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

// outputOptions say where the reports of a run go.
type outputOptions struct {
	// files are as they were named: FILE, or FORMAT=FILE.
	files []string
	// open: show the page in a browser.
	open bool
	// noNames: leave out who answered. It has no effect on documents that name nobody.
	noNames bool
	// hasScreen: a terminal shows one screen of the report; full: it shows all.
	hasScreen, full bool
	// plain: draw nothing.
	plain bool
}

// addFlags adds the flags of every command that writes a report. The format goes through the settings, since a variable
// and the configuration may name it as well.
func (o *outputOptions) addFlags(cmd *cobra.Command, formats []string) {
	flags := cmd.Flags()
	flags.StringP("format", "f", formats[0], "`FORMAT` on standard output: "+strings.Join(formats, ", "))
	flags.StringArrayVarP(&o.files, "output", "o", nil,
		"write a report to `FILE`; its ending names the format, or write FORMAT=FILE; repeatable")
	completeWords(cmd, "format", formats...)
	if slices.Contains(formats, pageFormatName) {
		flags.BoolVar(&o.open, "open", false, "open the page in a browser; without an HTML file in --output, one is named after the service")
	}
	flags.BoolVar(&o.plain, "plain", false, "for screen readers: sentences in place of charts, no lines drawn")
	groupFlags(flags, outputGroup)
}

// addNamesFlag adds the flag of every command that reads answers or results.
func (o *outputOptions) addNamesFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.noNames, "no-names", false,
		"leave out who answered, and who owns and approved exemptions, for a copy to pass on (roles, notes and file names stay)")
	groupFlags(cmd.Flags(), outputGroup)
}

// addFullFlag adds the flag of a command whose report is one screen at a terminal.
func (o *outputOptions) addFullFlag(cmd *cobra.Command) {
	o.hasScreen = true
	cmd.Flags().BoolVar(&o.full, "full", false, "all of the report at a terminal, not one screen; pipes and files always get all")
	groupFlags(cmd.Flags(), outputGroup)
}

// questionnaireFlag adds the flag of every command that scores answers; otherwise says which questionnaire is used
// without the flag. Its value goes through the settings.
func questionnaireFlag(cmd *cobra.Command, run *runner, otherwise string) {
	cmd.Flags().StringP("questionnaire", "q", "", "`ID|FILE` of the questionnaire (default: "+otherwise+")")
	groupFlags(cmd.Flags(), answersGroup)
	completeQuestionnaires(cmd, run, "questionnaire")
}

// singleFile is the value of a flag that names one file; a different second file is refused. The same name may be
// repeated, because for completions the shell has the flags parsed twice.
type singleFile string

func (f *singleFile) String() string { return string(*f) }

// Type returns what pflag calls a text.
func (f *singleFile) Type() string { return "string" }

func (f *singleFile) Set(name string) error {
	if name == "" {
		return errors.New("it names no file; write - for standard input")
	}
	if *f != "" && *f != singleFile(name) {
		return errors.New("one file at a time; opsfit team takes the answers of several people, opsfit portfolio those of several services")
	}
	*f = singleFile(name)
	return nil
}

// namedByAnswers describes the questionnaire of a command that does not ask the questions itself.
const namedByAnswers = "the one the answers name"

// namesQuestionnaire reports whether the command line names a questionnaire, so that another one in the answers is an
// error.
func namesQuestionnaire(cmd *cobra.Command, settings config.Config) (bool, error) {
	named := cmd.Flags().Changed("questionnaire")
	if named && settings.Questionnaire == "" {
		return false, usagef("--questionnaire is empty; name an id or a file, or leave it out")
	}
	return named, nil
}

// strictFlag adds the flag of every command that reads answers; its value goes through the settings.
func strictFlag(cmd *cobra.Command) {
	cmd.Flags().Bool("strict", false, "treat every warning about the input as an error")
	groupFlags(cmd.Flags(), answersGroup)
}

// checkChoice refuses a flag value that is not one of the known words.
func checkChoice(flag, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	return usagef("unknown value %s for --%s; %s", diag.Quote(value), flag, cmp.Or(diag.DidYouMean(value, known), anyOf(known)))
}

// anyOf is the hint when no known word is similar.
func anyOf(known []string) string { return "choose one of " + strings.Join(known, ", ") }
