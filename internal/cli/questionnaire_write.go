package cli

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// newOptions say what opsfit questionnaire new writes.
type newOptions struct {
	run *runner
	// answers is the answers file to write in place of a questionnaire; "" for none.
	answers string
	// checklist: the questionnaire is about readiness alone.
	checklist, force bool
}

func newNew(run *runner) *cobra.Command {
	o := &newOptions{run: run}
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Write a questionnaire to start from, or an answers file to fill in",
		Args:  checkArguments(0, 1, "one FILE"),
		RunE:  o.createFile,
	}
	flags := cmd.Flags()
	flags.StringVar(&o.answers, "answers", "", "write an answers `FILE` to fill in, with every option as a comment; - for standard output")
	flags.StringP("questionnaire", "q", "full", "`ID|FILE` of the questionnaire for --answers")
	flags.BoolVar(&o.checklist, "checklist", false, "write a checklist: a questionnaire about readiness alone")
	flags.BoolVar(&o.force, "force", false, "replace a file that exists")
	groupFlags(flags, outputGroup)
	completeQuestionnaires(cmd, run, "questionnaire")
	return run.addHelp(cmd, help{
		usage: page.Commands{
			{Line: "opsfit questionnaire new [--checklist] FILE"},
			{Line: "opsfit questionnaire new --answers FILE [-q ID|FILE]"},
		},
		examples: page.Commands{
			{Line: "opsfit questionnaire new ours.yaml"},
			{Line: "opsfit questionnaire new --checklist going-live.yaml"},
			{Line: "opsfit questionnaire new --answers answers.yaml"},
		},
		about: []string{
			"Writes a commented questionnaire that passes the lint. With --answers it writes an answers file instead: open it in an " +
				"editor, write an option behind each question, and give it to opsfit assess -a.",
			"It writes the named file and, with --answers, the schema beside it from which editors complete the options " +
				"(.opsfit-ID.schema.json). A file that exists is kept unless --force is given; a schema is brought up to date.",
		},
		topics: []string{"questionnaires", "answers"},
	})
}

func (o *newOptions) createFile(cmd *cobra.Command, args []string) error {
	starter := questionnaire.Starter
	switch {
	case o.answers != "" && len(args) > 0:
		return usagef("--answers already names the file to write; leave out %s", diag.Quote(args[0]))
	case o.answers != "" && o.checklist:
		return usagef("--checklist is for a new questionnaire; leave it out beside --answers")
	case o.answers != "":
		return o.run.createAnswers(cmd, o.answers, o.force)
	case len(args) == 0:
		return usagef("name the file to write: opsfit questionnaire new FILE, or --answers FILE")
	case cmd.Flags().Changed("questionnaire"):
		return usagef("-q goes with --answers; a new questionnaire starts from nothing")
	case o.checklist:
		starter = questionnaire.StarterChecklist
	}
	return o.run.createFile(cmd, args[0], starter(idFor(args[0])), o.force)
}

// idFor makes an id from a file name: its letters, digits and hyphens, in lower case.
func idFor(file string) string {
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	id := strings.Trim(strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-', c == '_':
			return c
		case c >= 'A' && c <= 'Z':
			return c + 'a' - 'A'
		}
		return '-'
	}, stem), "-_")
	if id == "" {
		return "questionnaire"
	}
	return id[:min(len(id), 64)]
}
