package cli

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/page"
)

// methodologyOptions are the inputs of a methodology run.
type methodologyOptions struct {
	run *runner
	// sections are the ids of the sections to write; none means all.
	sections []string
	outputs  outputOptions
}

func newMethodology(run *runner) *cobra.Command {
	e := &methodologyOptions{run: run}
	cmd := &cobra.Command{
		Use:   "methodology",
		Short: "Explain every number, with a worked example",
		Args:  checkArguments(0, many, "the ids of sections, or none for the whole page"),
		RunE: func(cmd *cobra.Command, args []string) error {
			e.sections = args
			return e.runMethodology(cmd)
		},
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return run.sectionIDs(cmd), cobra.ShellCompDirectiveNoFileComp
		},
	}
	e.outputs.addFlags(cmd, methodologyFormats().formatNames())
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit methodology [SECTION]... [FLAGS]"}},
		examples: page.Commands{
			{Line: "opsfit methodology fit confidence", Note: "two sections"},
			{Line: "opsfit methodology -o methodology.html", Note: "the whole page"},
		},
		about: []string{
			"States how each number of a report is computed, which values in it are judgements of the authors and why, and what opsfit does " +
				"not claim. The tables are those that the program uses, and the worked example is computed by the program. Reports name " +
				"the SECTION that explains a number. " + outputPlace,
		},
		topics: []string{"formats"},
	})
}

func (e *methodologyOptions) runMethodology(cmd *cobra.Command) error {
	settings, err := e.run.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(e.run, cmd, settings, methodologyFormats(), e.outputs)
	if err != nil {
		return err
	}
	page, err := e.run.buildMethodology(cmd.Context())
	if err != nil {
		return err
	}
	for _, id := range e.sections {
		if !slices.Contains(page.IDs(), id) {
			return unknownSection(id, page.IDs())
		}
	}
	if len(e.sections) > 0 {
		page = page.Only(e.sections)
	}
	return out.write(cmd.Context(), page)
}

// buildMethodology builds the document from what comes with the program, ignoring the settings.
func (r *runner) buildMethodology(ctx context.Context) (*methodology.Document, error) {
	loader := r.newLoader(ctx, config.Config{})
	full, err := loader.loadQuestionnaire("full", false)
	if err != nil {
		return nil, err
	}
	metrics, err := loader.loadQuestionnaire("dora", false)
	if err != nil {
		return nil, err
	}
	return methodology.Build(r.reportTool(), methodology.Shipped{Full: full, Metrics: metrics})
}

func (r *runner) sectionIDs(cmd *cobra.Command) []string {
	page, err := r.buildMethodology(cmd.Context())
	if err != nil {
		return nil
	}
	return page.IDs()
}

func unknownSection(id string, known []string) error {
	return usagef("the methodology has no section %s; %s", diag.Quote(id), cmp.Or(diag.DidYouMean(id, known), anyOf(known)))
}
