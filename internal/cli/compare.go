package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

func newCompare(run *runner) *cobra.Command {
	s := &seriesOptions{run: run}
	cmd := &cobra.Command{
		Use:               "compare BEFORE AFTER [-q ID|FILE] [-f FORMAT] [-o FILE]... [--strict]",
		Short:             "Say what changed between two assessments, and why",
		Args:              checkArguments(2, 2, "BEFORE and AFTER, each a saved result (JSON) or an answers file"),
		ValidArgsFunction: completeFileNames("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s.files = args
			return s.runCompare(cmd)
		},
	}
	s.addFlags(cmd, comparisonFormats().formatNames())
	return addHelpTo(cmd, help{
		long: "Lays two assessments beside each other: the answers that changed, how far practice, situation, fit and readiness\n" +
			"moved and which answers moved them, and which recommendations and warnings came or went. Each file is a saved\n" +
			"result or an answers file, which is scored first; - is standard input. It tells what the team changed from what\n" +
			"another version of the questionnaire changed, and says so where the two cannot be told apart. The answers of a result\n" +
			"that an earlier opsfit wrote (opsfit.assessment/v1) are scored again.",
		examples: []string{
			"opsfit compare spring.yaml autumn.yaml",
			"opsfit compare before.json after.json -o changes.md",
			"git show HEAD~1:answers.yaml | opsfit compare - answers.yaml",
		},
		files: reportFiles,
	})
}

func (s *seriesOptions) runCompare(cmd *cobra.Command) error {
	return runSeries(s, cmd, comparisonFormats(), func(docs []*report.Document) *comparison.Comparison {
		compared := comparison.Compare(docs[0], docs[1])
		compared.Tool = s.run.reportTool()
		return compared
	})
}
