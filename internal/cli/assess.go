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
			req, err := flags.request(cmd)
			switch {
			case err != nil:
				return err
			case req.prefill:
				return run.prefill(cmd.Context(), req)
			}
			return run.assess(cmd.Context(), req)
		},
	}
	flags.register(cmd, assessmentFormats().names(), namedByAnswers+"; to be asked, full")
	flags.registerWhatIf(cmd)
	flags.interview.register(cmd)
	flags.registerPrefill(cmd)
	flags.registerAmend(cmd)
	return document(cmd, help{
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

// assess is the main job: load, score, advise, build, judge, write. The gates decide how it ends.
func (r *runner) assess(ctx context.Context, req request) (err error) {
	in, err := r.load(ctx, req)
	if err != nil {
		return err
	}
	defer func() { err = r.closeInterview(req, in.interview, err) }()
	result := score.Score(in.questionnaire, in.sheet)
	advised := advice.Advise(in.questionnaire, in.sheet, result)
	doc := report.Build(in.run(r.tool(), result, advised))
	if in.given != nil {
		doc.Suppose(in.withGiven().build(r.tool()), in.changed)
	}
	req.gates.Judge(in.gateCase(doc, result))
	if err := r.warn(in.remarks(doc), req.settings.Strict); err != nil {
		return err
	}
	if err := req.write(ctx, doc); err != nil {
		return err
	}
	return gateError(doc)
}

// build scores answers without judging them, for what other answers are held against.
func (in inputs) build(tool report.Tool) *report.Document {
	result := score.Score(in.questionnaire, in.sheet)
	return report.Build(in.run(tool, result, advice.Advise(in.questionnaire, in.sheet, result)))
}

// gateCase is what gates are judged on.
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
