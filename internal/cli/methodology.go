package cli

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/methodology"
)

// explanation are the inputs of one methodology run.
type explanation struct {
	run *runner
	// sections are the ids of the sections to write; none stands for all.
	sections []string
	outputs  []string
}

func newMethodology(run *runner) *cobra.Command {
	e := &explanation{run: run}
	cmd := &cobra.Command{
		Use:   "methodology [SECTION]... [-f FORMAT] [-o FILE]...",
		Short: "Explain every number: formulas, bands, floors and judged values, with a worked example",
		Args:  arguments(0, many, "the ids of sections, or none for the whole page"),
		RunE: func(cmd *cobra.Command, args []string) error {
			e.sections = args
			return e.explain(cmd)
		},
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return run.sectionIDs(cmd), cobra.ShellCompDirectiveNoFileComp
		},
	}
	outputFlags(cmd, methodologyFormats().names(), &e.outputs)
	return document(cmd, help{
		long: "States how each number of a report is computed, which values in it are judgements of the authors and why, and\n" +
			"what opsfit does not claim. The tables are those that the program uses, and the worked example is computed by\n" +
			"the program. A SECTION limits the page to that section; reports name the one that explains a number.",
		examples: []string{
			"opsfit methodology", "opsfit methodology fit confidence", "opsfit methodology -o methodology.md",
		},
		files: "The page goes to standard output, or to the files named by --output; each is written whole or not at all.\n" +
			"Everything else goes to standard error.",
	})
}

func (e *explanation) explain(cmd *cobra.Command) error {
	settings, err := e.run.settings(cmd)
	if err != nil {
		return err
	}
	list, err := destinations(e.run, cmd, settings, methodologyFormats(), e.outputs)
	if err != nil {
		return err
	}
	page, err := e.run.methodology(cmd.Context())
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
	return deliver(cmd.Context(), e.run, page, list)
}

// methodology makes the page from what comes with the program, whatever the settings say.
func (r *runner) methodology(ctx context.Context) (*methodology.Document, error) {
	books := r.library(ctx, config.Config{})
	full, err := books.load("full", false)
	if err != nil {
		return nil, err
	}
	metrics, err := books.load("dora", false)
	if err != nil {
		return nil, err
	}
	return methodology.Build(r.tool(), methodology.Shipped{Full: full, Metrics: metrics})
}

func (r *runner) sectionIDs(cmd *cobra.Command) []string {
	page, err := r.methodology(cmd.Context())
	if err != nil {
		return nil
	}
	return page.IDs()
}

func unknownSection(id string, known []string) error {
	return usagef("the methodology has no section %s; %s", diag.Quote(id), cmp.Or(diag.DidYouMean(id, known), anyOf(known)))
}
