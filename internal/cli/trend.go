package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

func newTrend(run *runner) *cobra.Command {
	s := &seriesOptions{run: run}
	cmd := &cobra.Command{
		Use:               "trend FILE FILE... [-q ID|FILE] [-f FORMAT] [-o FILE]... [--strict]",
		Short:             "Follow a service through a series of assessments",
		Args:              checkArguments(2, many, "two FILEs or more, each a saved result (JSON) or an answers file"),
		ValidArgsFunction: completeFileNames("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s.files = args
			return s.runTrend(cmd)
		},
	}
	s.addFlags(cmd, trendFormats().formatNames())
	return addHelpTo(cmd, help{
		long: "Puts assessments in order of their dates and draws how practice, situation, fit, readiness and coverage went, as\n" +
			"a whole and on each axis. Each file is a saved result or an answers file, which is scored first; - is standard\n" +
			"input. Where the questionnaire counts otherwise from one result to the next, the line is marked as broken. The\n" +
			"answers of a result that an earlier opsfit wrote (opsfit.assessment/v1) are scored again.",
		examples: []string{
			"opsfit trend spring.yaml summer.yaml autumn.yaml",
			"opsfit trend results/*.json -o trend.md -o trend.json",
		},
		files: reportFiles,
	})
}

func (s *seriesOptions) runTrend(cmd *cobra.Command) error {
	return runSeries(s, cmd, trendFormats(), func(docs []*report.Document) *comparison.Trend {
		trend := comparison.BuildTrend(docs)
		trend.Tool = s.run.reportTool()
		return trend
	})
}
