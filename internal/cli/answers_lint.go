package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/page"
)

func newAnswersLint(run *runner) *cobra.Command {
	outputs := outputOptions{}
	cmd := &cobra.Command{
		Use:               "lint",
		Short:             "Check answers files, and say nothing when they are fine",
		Args:              checkArguments(1, many, "one FILE or more, or - for standard input"),
		RunE:              func(cmd *cobra.Command, args []string) error { return run.lintAnswers(cmd, args, outputs) },
		ValidArgsFunction: completeFileNames("yaml", "yml", "json"),
	}
	questionnaireFlag(cmd, run, namedByAnswers)
	strictFlag(cmd)
	outputs.addFlags(cmd, lintFormats().formatNames())
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit answers lint FILE... [FLAGS]"}},
		examples: page.Commands{
			{Line: "opsfit answers lint answers.yaml"},
			{Line: "opsfit answers lint --strict services/*.yaml"},
			{Line: "opsfit answers lint answers.yaml -o lint.sarif", Note: "for code scanning"},
		},
		about: []string{
			"Checks answers as opsfit assess does before it scores them: unknown questions and options, missing reasons, dates. A file " +
				"without faults gives no output. What is found goes to standard error and, with -o, to files; the other formats hold it too.",
			"Errors end with exit code 3, warnings do so under --strict, notes never.",
		},
		topics: []string{"answers", "ci"},
	})
}

// lintAnswers checks every file before it fails for the faults of one.
func (r *runner) lintAnswers(cmd *cobra.Command, files []string, outputs outputOptions) error {
	settings, err := r.readSettings(cmd)
	if err != nil {
		return err
	}
	required, err := namesQuestionnaire(cmd, settings)
	if err != nil {
		return err
	}
	out, err := parseOutputs(r, cmd, settings, lintFormats(), outputs)
	if err != nil {
		return err
	}
	var (
		all   diag.List
		names []string
	)
	source := r.answersFrom(cmd.Context(), settings, "", required)
	for _, file := range files {
		source.file = file
		found, err := r.findFaults(cmd.Context(), source)
		if err != nil {
			return err
		}
		names, all = append(names, shownName(file)), append(all, found...)
	}
	linter, err := lint.New()
	if err != nil {
		return err
	}
	return r.writeLint(cmd.Context(), linter.InputReport(r.lintTool(), names, all, r.sourceOf), "", out)
}

// findFaults returns everything that is found in answers and in their questionnaire; under strict, warnings as errors. An error is
// about a file that cannot be read, or a questionnaire that the command line names wrongly.
func (r *runner) findFaults(ctx context.Context, from answerSource) (diag.List, error) {
	if err := r.refuseWaiting(from.file); err != nil {
		return nil, err
	}
	in, err := r.readSource(ctx, from)
	if err != nil {
		return nil, err
	}
	file, found := answers.Parse(in.name, in.text)
	if file != nil {
		q, err := from.findQuestionnaire(file)
		if faults, ok := errors.AsType[diag.List](err); ok {
			return faults, nil
		} else if err != nil {
			return nil, err
		}
		_, found = in.check(file, q)
	}
	if from.strict {
		found = found.Strict()
	}
	return found, nil
}
