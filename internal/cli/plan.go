package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/plan"
)

// planOptions are the inputs of a plan run.
type planOptions struct {
	run *runner
	// answers is a file, "-" for standard input, or "" for what is piped in.
	answers string
	outputs outputOptions
	// commit is the file that gets the first steps as commitments; "" for none.
	commit string
	// issues is the folder that gets a text for a tracker each; "" for none.
	issues string
	// asksReport: a report was asked for beside what goes to the file or the folder.
	asksReport bool
	// steps is the maximum number of steps.
	steps int
}

func newPlan(run *runner) *cobra.Command {
	p := &planOptions{run: run, steps: plan.UsualSteps}
	cmd := &cobra.Command{
		Use:   "plan",
		Short: "Put the recommendations in order, with the verdict after each step",
		Args:  answersByFlag(run),
		RunE:  func(cmd *cobra.Command, _ []string) error { return p.runPlan(cmd) },
	}
	answersFlags(cmd, run, &p.answers, namedByAnswers)
	cmd.Flags().IntVar(&p.steps, "steps", p.steps, fmt.Sprintf("take at most `N` steps, 1 to %d", plan.MostSteps))
	commitmentsFlag(cmd)
	cmd.Flags().StringVar(&p.issues, "issues", "", "write one Markdown text for a tracker into `FOLDER` for each step, or each commitment")
	cmd.Flags().StringVar(&p.commit, "commit", "", "add the first steps to `FILE`, for people to complete and review")
	completeFiles(cmd, "commit", "yaml", "yml")
	groupFlags(cmd.Flags(), outputGroup)
	p.outputs.addFlags(cmd, planFormats().formatNames())
	p.outputs.addNamesFlag(cmd)
	p.outputs.addFullFlag(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit plan -a FILE [FLAGS]"}, {Line: "opsfit plan [FLAGS] < FILE"}},
		examples: page.Commands{
			{Line: "opsfit plan -a answers.yaml"},
			{Line: "opsfit plan -a answers.yaml --steps 5 -o path.html"},
			{Line: "opsfit plan -a answers.yaml --format json"},
			{Line: "opsfit plan -a answers.yaml --commit commitments.yaml", Note: "what to promise"},
			{Line: "opsfit plan -a answers.yaml --issues todo", Note: "a text each for a tracker"},
		},
		about: []string{
			"Puts the recommendations in an order: what has to come first, then what is recommended most. For each step it says which " +
				"answers the step is assumed to change, and what the report would say then; the rest is ranked again after each step. " +
				"Where no single answer follows from a step, nothing is assumed and the figures stay as they are.",
			"With --commit it adds the first steps to a file, each with the answer that it changes; people complete who does it and until " +
				"when, and review the file like code. Entries that are there stay as they are. It takes the first three steps, or " +
				"those of --steps. Then --commitments of assess, check, compare and trend says what was done.",
			"-f issues writes a text in Markdown for each step, or for each commitment of --commitments that is not done, one behind the " +
				"other with a comment in front that names the recommendation; --issues writes them to a folder, each named after it. " +
				"-f ics writes the last days for a calendar.",
			outputPlace,
		},
		topics: []string{"commitments", "answers", "formats"},
	})
}

func (p *planOptions) runPlan(cmd *cobra.Command) error {
	settings, err := p.run.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := p.checkFlags(cmd, settings)
	if err != nil {
		return err
	}
	required, err := namesQuestionnaire(cmd, settings)
	if err != nil {
		return err
	}
	if p.answers == "" && p.run.Streams.InIsTerminal {
		return p.run.noAnswers("plan")
	}
	source := p.run.answersFrom(cmd.Context(), settings, p.answers, required)
	source.command = "plan"
	in, err := p.run.readAnswers(cmd.Context(), source)
	if err != nil {
		return err
	}
	doc := plan.Build(plan.Run{Tool: p.run.reportTool(), Questionnaire: in.questionnaire, Sheet: in.sheet, Steps: p.steps})
	if p.outputs.noNames {
		doc.Respondent.Name = ""
	}
	if p.commit == "" || p.asksReport || p.issues != "" {
		if err := p.writePlan(cmd.Context(), settings, out, in, doc); err != nil || p.commit == "" {
			return err
		}
	}
	most := commitments.FirstSteps
	if cmd.Flags().Changed("steps") {
		most = p.steps
	}
	return p.writeCommitments(cmd.Context(), source, in, doc, most)
}

// checkFlags refuses what cannot be written, before any other work, and returns where the report goes.
func (p *planOptions) checkFlags(cmd *cobra.Command, settings config.Config) (output[*plan.Document], error) {
	if p.steps < 1 || p.steps > plan.MostSteps {
		return output[*plan.Document]{}, usagef("--steps must be from 1 to %d, not %d", plan.MostSteps, p.steps)
	}
	p.asksReport = cmd.Flags().Changed("format") || len(p.outputs.files) > 0
	out, err := parseOutputs(p.run, cmd, settings, planFormats(), p.outputs)
	if err != nil {
		return out, err
	}
	isCalendar := func(t target[*plan.Document]) bool { return t.format.name == calendarFormatName }
	if settings.Commitments == "" && slices.ContainsFunc(out.targets, isCalendar) {
		return out, usagef("a calendar has the last days of commitments; name their file with --commitments")
	}
	return out, p.checkCommit()
}
