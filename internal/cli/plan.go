package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/plan"
)

// planOptions are the inputs of a plan run.
type planOptions struct {
	run *runner
	// answers is a file, "-" for standard input, or "" for what is piped in.
	answers string
	outputs []string
	// steps is the maximum number of steps.
	steps int
}

func newPlan(run *runner) *cobra.Command {
	p := &planOptions{run: run, steps: plan.UsualSteps}
	cmd := &cobra.Command{
		Use:   "plan [-q ID|FILE] [-a FILE|-] [-f FORMAT] [-o FILE]... [--steps N] [--strict]",
		Short: "Put the recommendations in order, with the verdict after each step",
		Args:  answersByFlag(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return p.runPlan(cmd) },
	}
	answersFlags(cmd, run, &p.answers, namedByAnswers)
	cmd.Flags().IntVar(&p.steps, "steps", p.steps, fmt.Sprintf("take at most `N` steps, 1 to %d", plan.MostSteps))
	outputFlags(cmd, planFormats().formatNames(), &p.outputs)
	return addHelpTo(cmd, help{
		long: "A path of what to do in which order: what must come first, then what is recommended most. For each step it says\n" +
			"which answers the step is assumed to change and what the report would say then; the recommendations are ranked\n" +
			"again after each. Where no single answer follows from a step, nothing is assumed and the figures stay as they are.",
		examples: []string{
			"opsfit plan -a answers.yaml",
			"opsfit plan -a answers.yaml --steps 5 -o path.md -o path.json",
			"opsfit plan --format json < answers.yaml",
		},
		files: reportFiles,
	})
}

func (p *planOptions) runPlan(cmd *cobra.Command) error {
	settings, err := p.run.readSettings(cmd)
	if err != nil {
		return err
	}
	if p.steps < 1 || p.steps > plan.MostSteps {
		return usagef("--steps must be from 1 to %d, not %d", plan.MostSteps, p.steps)
	}
	list, err := parseOutputs(p.run, cmd, settings, planFormats(), p.outputs)
	if err != nil {
		return err
	}
	required, err := namesQuestionnaire(cmd, settings)
	if err != nil {
		return err
	}
	if p.answers == "" && p.run.Streams.InIsTerminal {
		return noAnswers("plan")
	}
	source := p.run.answersFrom(cmd.Context(), settings, p.answers, required)
	source.command = "plan"
	in, err := p.run.readAnswers(cmd.Context(), source)
	if err != nil {
		return err
	}
	doc := plan.Build(plan.Run{Tool: p.run.reportTool(), Questionnaire: in.questionnaire, Sheet: in.sheet, Steps: p.steps})
	return writeTargets(cmd.Context(), p.run, doc, list)
}
