package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/form"
	"github.com/opsfit/opsfit/internal/page"
)

// formOptions say what a form is filled in with beforehand, and where it goes.
type formOptions struct {
	run     *runner
	filled  form.Prefilled
	outputs []string
}

func newForm(run *runner) *cobra.Command {
	o := &formOptions{run: run}
	cmd := &cobra.Command{
		Use:   "form",
		Short: "Write a questionnaire as a page, for people to answer in a browser",
		Args:  checkArguments(1, 1, "the ID or FILE of the questionnaire"),
		RunE:  o.writeForm,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return run.completeIDs(cmd), cobra.ShellCompDirectiveDefault
		},
	}
	flags := cmd.Flags()
	addHeadFlags(cmd, &o.filled.Subject, &o.filled.Team, &o.filled.Role)
	groupFlags(flags, answersGroup)
	flags.StringArrayVarP(&o.outputs, "output", "o", nil, "write the form to `FILE`, for example form.html")
	groupFlags(flags, outputGroup)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit questionnaire form ID|FILE [--service S] [--team T] [--role R] [-o FILE]"}},
		examples: page.Commands{
			{Line: "opsfit questionnaire form full --service payments-api -o form.html"},
			{Line: "opsfit questionnaire form ours.yaml --role operations > form.html"},
		},
		about: []string{
			"Writes one HTML file to send or to put on a share. Colleagues open it in any current browser, also without a network: it " +
				"makes no request. It keeps a draft in their browser, and saves a file such as payments-api-operations.yaml: the same answers " +
				"file that the interview writes. It can also continue such a file, and print the questions on paper.",
			"--service, --team and --role fill in these fields; people can still change them. Collect the files in a folder and give it to " +
				"opsfit team; give a single one to opsfit assess -a.",
			"It writes to standard output without -o.",
		},
		exits:  plainExits(),
		topics: []string{"answers", "team"},
	})
}

func (o *formOptions) writeForm(cmd *cobra.Command, args []string) error {
	if len(o.outputs) > 1 {
		return usagef("one --output at a time; the form is one page")
	}
	settings, err := o.run.readSettings(cmd)
	if err != nil {
		return err
	}
	q, err := o.run.newLoader(cmd.Context(), settings).loadQuestionnaire(args[0], settings.Strict)
	if err != nil {
		return err
	}
	text, err := form.Write(q, o.filled)
	if err != nil {
		return err
	}
	return o.write(cmd.Context(), text)
}

func (o *formOptions) write(ctx context.Context, text []byte) error {
	file := ""
	if len(o.outputs) > 0 && o.outputs[0] != "-" {
		file = o.outputs[0]
	}
	if err := o.run.refuseInputs(file, text); err != nil {
		return err
	}
	return o.run.writeOutput(ctx, file, text)
}
