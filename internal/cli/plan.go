package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/render"
)

func newPlan(run *runner) *cobra.Command {
	a := &assessment{run: run, unasked: "plan"}
	steps := plan.UsualSteps
	cmd := &cobra.Command{
		Use:   "plan [-q ID|FILE] [-a FILE|-] [-f FORMAT] [-o FILE]... [--steps N] [--strict]",
		Short: "Put the recommendations in order, with the verdict after each step",
		Args:  answersByFlag(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.path(cmd, steps) },
	}
	a.answersFlags(cmd, namedByAnswers)
	cmd.Flags().IntVar(&steps, "steps", steps, fmt.Sprintf("take at most `N` steps, 1 to %d", plan.MostSteps))
	outputFlags(cmd, render.Plans().Names(), &a.outputs)
	return document(cmd, help{
		long: "A path of what to do in which order: what must come first, then what is recommended most. For each step it says\n" +
			"which answers the step is assumed to change and what the report would say then; the recommendations are ranked\n" +
			"anew after each. Where no single answer follows from a step, nothing is assumed and the figures stay as they are.",
		examples: []string{
			"opsfit plan -a answers.yaml",
			"opsfit plan -a answers.yaml --steps 5 -o path.md -o path.json",
			"opsfit plan --format json < answers.yaml",
		},
		files: reportFiles,
	})
}

func (a *assessment) path(cmd *cobra.Command, steps int) error {
	settings, err := a.run.settings(cmd)
	if err != nil {
		return err
	}
	if steps < 1 || steps > plan.MostSteps {
		return usagef("--steps must be from 1 to %d, not %d", plan.MostSteps, steps)
	}
	list, err := destinations(a.run, cmd, settings, render.Plans(), a.outputs)
	if err == nil {
		a.named, err = namesQuestionnaire(cmd, settings)
	}
	if err != nil {
		return err
	}
	if a.answers == "" && a.run.Streams.InIsTerminal {
		return a.noAnswers()
	}
	q, sheet, err := a.collect(cmd.Context(), settings)
	if err != nil {
		return err
	}
	doc := plan.Build(plan.Run{Tool: a.run.tool(), Questionnaire: q, Sheet: sheet, Steps: steps})
	return deliver(cmd.Context(), a.run, doc, list)
}
