package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func newAssess(run *runner) *cobra.Command {
	flags := &assessFlags{run: run, command: "assess"}
	cmd := &cobra.Command{
		Use:   "assess",
		Short: "Find out which model fits a service, and what to do first",
		Args: func(cmd *cobra.Command, args []string) error {
			return answersByFlag(run)(cmd, flags.interview.resume.takeFile(args))
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			req, err := flags.newRequest(cmd)
			switch {
			case err != nil:
			case req.prefill:
				err = run.writePrefilled(cmd.Context(), req)
			default:
				err = run.assess(cmd.Context(), req)
			}
			return flags.writeFaults(cmd, err)
		},
	}
	flags.addFlags(cmd, assessmentFormats().formatNames(), namedByAnswers+"; in an interview, full")
	flags.outputs.addFullFlag(cmd)
	flags.registerWhatIf(cmd)
	flags.registerFrom(cmd)
	flags.interview.addFlags(cmd)
	flags.registerPrefill(cmd)
	flags.registerAmend(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{
			{Line: "opsfit assess [FLAGS]", Note: "ask the questions here"},
			{Line: "opsfit assess -a FILE [FLAGS]", Note: "score the answers in FILE, or - for a pipe"},
		},
		examples: page.Commands{
			{Line: "opsfit assess", Note: "asks, then shows the report"},
			{Line: "opsfit assess -q quick --save answers.yaml", Note: "fewer questions"},
			{Line: "opsfit assess --resume", Note: "continues the latest draft"},
			{Line: "opsfit assess -a answers.yaml -o report.html", Note: "a page to send"},
			{Line: "opsfit assess -a answers.yaml --evidence .", Note: "compared with a repository"},
			{Line: "opsfit assess -a answers.yaml --what-if restore_test=yearly"},
			{Line: "opsfit assess -q launch --from answers.yaml", Note: "before a launch"},
		},
		about: []string{
			"Says whether a service is run the way it calls for, DevOps, SysOps or a mix of both, what to do first, what is " +
				"unknown and what would change the verdict. It rests on answers that people give; nothing is measured and nothing " +
				"is sent anywhere.",
			"At a terminal it asks the questions one by one. Every answer is saved at once: in the file of --save or --resume, else in " +
				"a draft that only you can read. Otherwise it reads answers from a file or a pipe. " + outputPlace,
			"With gates it ends with exit code 1 when one is not met, after everything has been written.",
		},
		exits:  gateExits(),
		topics: []string{"answers", "formats", "gates", "evidence"},
	})
}

// assess is the main job: load, score, advise, build, judge, write. The gates decide the exit code.
func (r *runner) assess(ctx context.Context, req request) (err error) {
	in, err := r.loadInputs(ctx, req)
	if err != nil {
		return err
	}
	defer func() { err = r.closeInterview(req, in.interview, err) }()
	result := score.Score(in.questionnaire, in.sheet)
	advised := advice.Advise(in.questionnaire, in.sheet, result)
	doc := report.Build(in.reportRun(r.reportTool(), result, advised))
	if in.given != nil {
		doc.Suppose(in.withGiven().buildDocument(r.reportTool()), in.changed)
	}
	if in.promised != nil {
		doc.Commitments = commitments.Judge(in.questionnaire, in.sheet, in.day, in.promised.Entries())
	}
	if req.outputs.noNames {
		doc.RemoveNames()
	}
	req.gates.Judge(in.gateCase(doc, result))
	if err := r.showWarnings(in.inputRemarks(doc), req.settings.Strict); err != nil {
		return err
	}
	if err := cmp.Or(in.interview.updatePage(doc), req.write(ctx, doc, in.interview)); err != nil {
		return err
	}
	return gateError(doc)
}

// buildDocument scores answers without gates, for comparison with other answers.
func (in inputs) buildDocument(tool report.Tool) *report.Document {
	result := score.Score(in.questionnaire, in.sheet)
	return report.Build(in.reportRun(tool, result, advice.Advise(in.questionnaire, in.sheet, result)))
}

// gateCase returns what gates are evaluated on.
func (in inputs) gateCase(doc *report.Document, result score.Result) gate.Case {
	c := gate.Case{Document: doc, Day: in.day}
	if result.Quadrant == nil {
		c.Figures = advice.NewFacts(in.questionnaire, in.sheet, result).Figures()
	}
	if in.baseline != nil {
		c.Comparison = gate.OfLike(doc, in.baseline, in.across, func() gate.Comparison {
			return gate.Compare(in.questionnaire, in.sheet, doc, in.baseline)
		})
	}
	return c
}
