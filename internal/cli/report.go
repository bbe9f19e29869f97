package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// outputPlace says in the help of a command where its output goes.
const outputPlace = "The result goes to standard output, or with -o to files, each written whole or not at all."

func newReport(run *runner) *cobra.Command {
	flags := &assessFlags{run: run, command: "report"}
	cmd := &cobra.Command{
		Use:               "report",
		Short:             "Show a saved result or an answers file again, in any format",
		Args:              checkArguments(1, 1, "FILE, a saved result (JSON) or an answers file"),
		ValidArgsFunction: completeFileNames("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			flags.answers = args[0]
			req, err := flags.prepareRequest(cmd)
			if err == nil {
				err = run.renderReport(cmd, req)
			}
			return flags.writeFaults(cmd, err)
		},
	}
	questionnaireFlag(cmd, run, namedByAnswers)
	strictFlag(cmd)
	flags.registerWhatIf(cmd)
	flags.outputs.addFlags(cmd, assessmentFormats().formatNames())
	flags.outputs.addNamesFlag(cmd)
	flags.outputs.addFullFlag(cmd)
	gateFlags(cmd)
	acrossFlag(cmd, &flags.across)
	commitmentsFlag(cmd)
	flags.registerEvidence(cmd)
	flags.registerAmend(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit report FILE [FLAGS]", Note: "a saved result (JSON), or answers"}},
		examples: page.Commands{
			{Line: "opsfit report result.json -o report.html"},
			{Line: "opsfit report answers.yaml -f markdown"},
			{Line: "opsfit report answers.yaml -o adr=0007.md", Note: "a decision record"},
			{Line: "opsfit report newer.yaml --amend 0007.md", Note: "what in it no longer holds"},
		},
		about: []string{
			"A saved result is what opsfit assess --format json wrote; showing it again gives the same bytes and the same exit code. Gates " +
				"on the command line take the place of those that it holds; gates of the configuration do not. A result whose figures do not " +
				"follow from its answers is refused. An answers file is scored first, as by opsfit assess. A result of schema " +
				"opsfit.assessment/v1 is refused: assess its answers again.",
			"The format adr drafts a decision record for people to edit and commit. Later, --amend compares new answers with that record: as " +
				"text, or with -f adr as a section to add to it. A record that exists is never replaced. " + outputPlace,
		},
		exits:  gateExits(),
		topics: []string{"formats", "gates"},
	})
}

// renderReport renders a saved result again, or assesses answers.
func (r *runner) renderReport(cmd *cobra.Command, req request) error {
	ctx := cmd.Context()
	doc, text, err := r.readSaved(ctx, savedSource{
		file: req.answers, loader: r.newLoader(ctx, req.settings), answersAreEnough: req.amends,
		judgesWarnings: fromFlags(req.settings.Gates).FailOn.IsGiven(),
	})
	switch {
	case err != nil:
		return err
	case doc == nil:
		if err := req.checkEvidence(cmd); err != nil {
			return err
		}
		req.text = &text
		return r.assess(ctx, req)
	}
	if err := req.readEvidenceOptions(cmd); err != nil {
		return err
	}
	if err := req.checkSaved(); err != nil {
		return err
	}
	if cmd.Flags().Changed("commitments") {
		if err := r.judgeCommitments(ctx, req.settings, r.newLoader(ctx, req.settings), doc); err != nil {
			return err
		}
	}
	if req.outputs.noNames {
		doc.RemoveNames()
	}
	doc.Places = &report.Places{File: req.answersPath()}
	if !req.amends {
		if err := r.judgeSaved(ctx, req, doc); err != nil {
			return err
		}
	}
	if err := req.write(ctx, doc, nil); err != nil {
		return err
	}
	return gateError(doc)
}

// checkSaved refuses flags that need answers.
func (req *request) checkSaved() error {
	switch {
	case req.required:
		return usagef("--questionnaire needs an answers file; a saved result keeps the questions that it was scored with")
	case req.whatIf != nil:
		return usagef("--what-if needs an answers file; a saved result does not hold what it would be with other answers")
	case req.evidence != "":
		return usagef("--evidence needs an answers file; a saved result keeps the evidence that it was written with")
	}
	return nil
}

// judgeSaved evaluates the gates of the command line on a saved result; without gates it stays as it was written.
func (r *runner) judgeSaved(ctx context.Context, req request, doc *report.Document) (err error) {
	req.settings.Gates = fromFlags(req.settings.Gates)
	if req.gates, err = r.readGates(req.settings.Gates); err != nil || req.gates.IsEmpty() {
		return err
	}
	c := gate.Case{Document: doc}
	if c.Day, err = dayFor(r, doc.Exemptions, req.gates); err != nil {
		return err
	}
	baseline, err := r.loadBaseline(ctx, req, gate.ScopeOfResult(doc), nil)
	if err != nil {
		return err
	}
	if baseline != nil {
		c.Comparison = gate.OfLike(doc, baseline, req.across, func() gate.Comparison { return gate.CompareSaved(doc, baseline) })
	}
	report.JudgeExemptions(doc, c.Day)
	req.gates.Judge(c)
	if !req.across {
		return nil
	}
	return r.showWarnings(otherSubject(baseline, req.settings.Gates.Baseline.Text, doc), req.settings.Strict)
}
