package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/report"
)

const reportFiles = "The report goes to standard output, or to the files named by --output; each is written whole or not at all.\n" +
	"Everything else goes to standard error."

// assessmentFiles is reportFiles for the commands that have a format for workflows.
const assessmentFiles = reportFiles + " In a workflow of GitHub the format github also\n" +
	"appends the report as markdown to the summary of the step, which the variable GITHUB_STEP_SUMMARY names."

func newReport(run *runner) *cobra.Command {
	a := &assessment{intake: intake{run: run}}
	cmd := &cobra.Command{
		Use: "report FILE [-q ID|FILE] [-f FORMAT] [-o FILE]... [--strict] [--what-if QUESTION=OPTION,...]... " +
			"[--amend RECORD | gates]",
		Short:             "Render a saved result or an answers file again, in any format",
		Args:              arguments(1, 1, "FILE, a saved result (JSON) or an answers file"),
		ValidArgsFunction: files("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			a.answers = args[0]
			return a.rerender(cmd)
		},
	}
	questionnaireFlag(cmd, run, namedByAnswers)
	strictFlag(cmd)
	a.whatIfFlag(cmd)
	outputFlags(cmd, render.Assessments().Names(), &a.outputs)
	gateFlags(cmd)
	a.witness.register(cmd)
	a.amend.register(cmd)
	return document(cmd, help{
		long: "A saved result is what opsfit assess --format json wrote; rendering it gives the same bytes and the same exit\n" +
			"code as the run that wrote it. Gates on the command line take the place of those that it holds; gates of the\n" +
			"configuration do not. An answers file is scored first, as by opsfit assess.\n\n" +
			"The format adr drafts a decision record for people to edit and commit. Later, --amend holds new answers against\n" +
			"that record and lists what no longer holds: as text, or with -f adr as a section to be added to it. A record that\n" +
			"exists is never replaced.\n\n" + gatesHelp(),
		examples: []string{
			"opsfit report result.json -f markdown", "opsfit report answers.yaml -o report.md",
			"opsfit report answers.yaml -o adr=docs/decisions/0007-operating-model.md",
			"opsfit report answers.yaml --amend docs/decisions/0007-operating-model.md",
			"opsfit report answers.yaml -f adr --amend 0007.md >> 0007.md",
		},
		files: assessmentFiles,
	})
}

func (a *assessment) rerender(cmd *cobra.Command) error {
	settings, list, err := a.prepare(cmd)
	if err == nil {
		a.named, err = namesQuestionnaire(cmd, settings)
	}
	if err != nil {
		return err
	}
	doc, in, err := a.run.saved(cmd.Context(), a.answers)
	if err != nil {
		return err
	}
	if doc == nil {
		if err := a.witness.check(cmd, a); err != nil {
			return err
		}
		a.input = &in
		return a.assess(cmd.Context(), settings, list)
	}
	if err := a.askedOfSaved(); err != nil {
		return err
	}
	doc.Places = &report.Places{File: a.file()}
	if a.amend.facts == nil {
		if err := a.judgeSaved(cmd.Context(), settings, doc); err != nil {
			return err
		}
	}
	return a.deliver(cmd.Context(), doc, list)
}

// askedOfSaved refuses what only answers can be asked.
func (a *assessment) askedOfSaved() error {
	if a.named {
		return usagef("--questionnaire needs an answers file; a saved result keeps the questions that it was scored with")
	}
	if a.whatIf != nil {
		return usagef("--what-if needs an answers file; a saved result does not hold what it would be with other answers")
	}
	if a.witness.dir != "" {
		return usagef("--evidence needs an answers file; a saved result keeps the evidence that it was written with")
	}
	return nil
}
