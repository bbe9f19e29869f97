package cli

import (
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
			return run.completeSections(cmd), cobra.ShellCompDirectiveNoFileComp
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
			return e.run.unknownSection(cmd.Context(), id, page)
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
	launch, err := loader.loadQuestionnaire("launch", false)
	if err != nil {
		return nil, err
	}
	return methodology.Build(r.reportTool(), methodology.Shipped{Full: full, Metrics: metrics, Launch: launch})
}

func (r *runner) completeSections(cmd *cobra.Command) []cobra.Completion {
	page, err := r.buildMethodology(cmd.Context())
	if err != nil {
		return nil
	}
	var list []cobra.Completion
	for i := range page.Sections {
		list = append(list, described(page.Sections[i].ID, page.Sections[i].Title))
	}
	return list
}

// unknownSection says which section a name probably means, by its id or its title, or which command explains a question.
func (r *runner) unknownSection(ctx context.Context, name string, page *methodology.Document) error {
	hint := anyOf(page.IDs())
	if of := r.newLoader(ctx, config.Config{}).questionnaireOf(name); of != "" {
		hint = "opsfit questionnaire show " + of + " " + name + " explains that question"
	}
	var titles []string
	for i := range page.Sections {
		titles = append(titles, page.Sections[i].Title)
	}
	near := diag.Nearest(name, page.IDs())
	if at := slices.Index(titles, diag.Nearest(name, titles)); near == "" && at >= 0 {
		near = page.Sections[at].ID
	}
	if near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	return usagef("the methodology has no section %s; %s", diag.Quote(name), hint)
}
