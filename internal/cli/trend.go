package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

func newTrend(run *runner) *cobra.Command {
	s := &seriesOptions{run: run}
	cmd := &cobra.Command{
		Use:               "trend",
		Short:             "Follow a service through a series of assessments",
		Args:              checkArguments(2, many, "two FILEs or more, each a saved result (JSON) or an answers file"),
		ValidArgsFunction: completeFileNames("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s.files, s.ofOneService = args, true
			return s.runTrend(cmd)
		},
	}
	s.addFlags(cmd, trendFormats().formatNames())
	acrossFlag(cmd, &s.across)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit trend FILE FILE... [FLAGS]", Note: "- is standard input"}},
		examples: page.Commands{
			{Line: "opsfit trend spring.yaml summer.yaml autumn.yaml"},
			{Line: "opsfit trend results/*.json -o trend.html"},
		},
		about: []string{
			"Puts assessments of one service in the order of their dates and draws how practice, situation, fit, readiness and coverage " +
				"went, as a whole and on each axis. Results of several services are refused without " +
				"--across. Each file is a saved result or an answers file, which is scored first.",
			"Where the questionnaire counts differently from one result to the next, the line is marked as broken. The answers of a result " +
				"of schema opsfit.assessment/v1 are scored again. " + outputPlace,
		},
		topics: []string{"formats"},
	})
}

func (s *seriesOptions) runTrend(cmd *cobra.Command) error {
	return runSeries(s, cmd, trendFormats(), func(docs []*report.Document) *comparison.Trend {
		trend := comparison.BuildTrend(docs)
		trend.Tool = s.run.reportTool()
		if s.outputs.noNames {
			trend.RemoveNames()
		}
		return trend
	})
}
