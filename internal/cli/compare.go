package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

func newCompare(run *runner) *cobra.Command {
	s := &seriesOptions{run: run}
	cmd := &cobra.Command{
		Use:               "compare",
		Short:             "Say what changed between two assessments, and why",
		Args:              checkArguments(2, 2, "BEFORE and AFTER, each a saved result (JSON) or an answers file"),
		ValidArgsFunction: completeFileNames("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s.files = args
			return s.runCompare(cmd)
		},
	}
	s.addFlags(cmd, comparisonFormats().formatNames())
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit compare BEFORE AFTER [FLAGS]", Note: "- is standard input"}},
		examples: page.Commands{
			{Line: "opsfit compare spring.yaml autumn.yaml"},
			{Line: "opsfit compare before.json after.json -o changes.html"},
			{Line: "git show HEAD~1:answers.yaml | opsfit compare - answers.yaml"},
		},
		about: []string{
			"Shows which answers changed, how far practice, situation, fit and readiness moved and which answers moved them, and which " +
				"recommendations and warnings came or went. Each file is a saved result or an answers file, which is scored first.",
			"It tells what the team changed from what another version of the questionnaire changed, and says where the two cannot be told " +
				"apart. The answers of a result of schema opsfit.assessment/v1 are scored again. " + outputPlace,
		},
		topics: []string{"formats"},
	})
}

func (s *seriesOptions) runCompare(cmd *cobra.Command) error {
	return runSeries(s, cmd, comparisonFormats(), func(docs []*report.Document) *comparison.Comparison {
		compared := comparison.Compare(docs[0], docs[1])
		compared.Tool = s.run.reportTool()
		if s.outputs.noNames {
			compared.RemoveNames()
		}
		return compared
	})
}
