package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func newAssess(run *runner) *cobra.Command {
	flags := &assessFlags{run: run, command: "assess"}
	cmd := &cobra.Command{
		Use: "assess [-q ID|FILE] [-a FILE|-] [-f FORMAT] [-o FILE]... [--strict] [--what-if QUESTION=OPTION,...]... " +
			"[--amend RECORD | gates]",
		Short: "Score answers and say how practice and situation fit, and what to do first",
		Args:  answersByFlag(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			req, err := flags.newRequest(cmd)
			switch {
			case err != nil:
				return err
			case req.prefill:
				return run.writePrefilled(cmd.Context(), req)
			}
			return run.assess(cmd.Context(), req)
		},
	}
	flags.addFlags(cmd, assessmentFormats().formatNames(), namedByAnswers+"; to be asked, full")
	flags.registerWhatIf(cmd)
	flags.interview.addFlags(cmd)
	flags.registerPrefill(cmd)
	flags.registerAmend(cmd)
	return addHelpTo(cmd, help{
		long: "At a terminal, asks the questions one by one. Otherwise reads answers from a file or a pipe. Either way it\n" +
			"scores them and reports the verdict, what to do first, what is unknown and what would tip it. Answers are\n" +
			"self-reported; nothing is measured and nothing is sent anywhere.\n\n" + gatesHelp(),
		examples: []string{
			"opsfit assess",
			"opsfit assess -q quick --save answers.yaml",
			"opsfit assess -a answers.yaml",
			"opsfit assess -a answers.yaml -o report.md -o result.json",
			"opsfit assess -a answers.yaml --what-if restore_test=yearly,approval=peer",
			"opsfit assess --evidence . --prefill --save answers.yaml",
			"opsfit assess --format json < answers.yaml",
			"opsfit assess -a answers.yaml --gate 'fit >= 70' --fail-on high",
			"opsfit assess -a answers.yaml --evidence . --fail-on-contradiction",
		},
		files: assessmentFiles + "\n\nEvery answer of an interview is saved at once: in the file named by --save or --resume, else in a draft\n" +
			"that only you can read, below XDG_STATE_HOME or where your system keeps such files.",
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
	req.gates.Judge(in.gateCase(doc, result))
	if err := r.showWarnings(in.inputRemarks(doc), req.settings.Strict); err != nil {
		return err
	}
	if err := req.write(ctx, doc); err != nil {
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
	if result.Leaning != nil {
		c.Figures = advice.NewFacts(in.questionnaire, in.sheet, result.Leaning).Figures()
	}
	if in.baseline != nil {
		c.Comparison = gate.Compare(in.questionnaire, in.sheet, doc, in.baseline)
	}
	return c
}
