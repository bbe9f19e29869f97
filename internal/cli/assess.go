package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// assessment are the inputs of one assess run: answers, and what is asked of them.
type assessment struct {
	intake
	// whatIf are changes of answers to suppose; nil for the answers as they are.
	whatIf  []string
	outputs []string
	session sessionFlags
	// checks is set for opsfit check, which never asks questions and shows one screen.
	checks bool
	gates  gate.Set
	// before is the earlier result that gates compare with; nil when there is nothing to compare.
	before *report.Document
	amend  amending
	// witness is a repository that is set beside the answers.
	witness witness
}

func newAssess(run *runner) *cobra.Command {
	a := &assessment{intake: intake{run: run}}
	cmd := &cobra.Command{
		Use: "assess [-q ID|FILE] [-a FILE|-] [-f FORMAT] [-o FILE]... [--strict] [--what-if QUESTION=OPTION,...]... " +
			"[--amend RECORD | gates]",
		Short: "Score answers and say how practice and situation fit, and what to do first",
		Args:  answersByFlag(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.start(cmd) },
	}
	a.register(cmd, render.Assessments().Names(), namedByAnswers+"; to be asked, full")
	a.whatIfFlag(cmd)
	a.session.register(cmd)
	a.witness.registerPrefill(cmd)
	a.amend.register(cmd)
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

// register gives a command the flags for what is assessed, how it is shown and what it is held against.
func (a *assessment) register(cmd *cobra.Command, formats []string, questionnaire string) {
	a.answersFlags(cmd, questionnaire)
	outputFlags(cmd, formats, &a.outputs)
	gateFlags(cmd)
	a.witness.register(cmd)
}

func (a *assessment) start(cmd *cobra.Command) error {
	settings, list, err := a.prepare(cmd)
	if err == nil {
		a.named, err = namesQuestionnaire(cmd, settings)
	}
	if err != nil {
		return err
	}
	if err := a.witness.check(cmd, a); err != nil {
		return err
	}
	if a.witness.prefill {
		return a.prefill(cmd.Context(), settings)
	}
	asked, err := a.interviewed()
	if err != nil {
		return err
	}
	if asked && a.whatIf != nil {
		return usagef("--what-if changes answers that were given; name their file with --answers, or pipe them in")
	}
	if a.checks && settings.Strict && a.gates.IsEmpty() {
		return usagef("no gate is set, so nothing would be checked; add gates: to .opsfit.yaml, or name one with --gate")
	}
	if asked {
		return a.interview(cmd.Context(), settings, list)
	}
	return a.assess(cmd.Context(), settings, list)
}

// prepare reads what can be wrong on the command line before any work is done.
func (a *assessment) prepare(cmd *cobra.Command) (config.Config, []target[*report.Document], error) {
	settings, err := a.run.settings(cmd)
	if err != nil {
		return config.Config{}, nil, err
	}
	if a.amend.wanted(cmd) {
		return settings, nil, a.amend.prepare(cmd, a.run, settings, a.outputs)
	}
	formats := render.Assessments()
	if a.checks {
		formats = render.Checks(a.whereabouts(cmd, settings))
		if !cmd.Flags().Changed("format") {
			settings.Format = formats[0].Name // What the configuration names is for reports.
		}
	}
	list, err := destinations(a.run, cmd, settings, formats, a.outputs)
	if err == nil {
		a.gates, err = a.run.gates(settings.Gates)
		a.gates.FailOnExpired = a.checks
	}
	return settings, list, err
}

// assess is the main job: load and collect, then conclude.
func (a *assessment) assess(ctx context.Context, settings config.Config, list []target[*report.Document]) error {
	q, sheet, err := a.collect(ctx, settings)
	if err != nil {
		return err
	}
	if err := a.convene(ctx, settings, gate.ScopeOf(q), q); err != nil {
		return err
	}
	if err := a.witness.read(ctx, a.run); err != nil {
		return err
	}
	return a.conclude(ctx, settings, q, sheet, list)
}

// conclude is the rest of the main job: score, advise, build, render, and the gates, whose code comes last.
func (a *assessment) conclude(
	ctx context.Context, settings config.Config, q *questionnaire.Questionnaire, sheet *answers.Sheet, list []target[*report.Document],
) error {
	doc, err := a.document(q, sheet)
	if err != nil {
		return err
	}
	if err := a.warnOfOther(doc, settings); err != nil {
		return err
	}
	a.noteUnneeded(sheet, doc)
	return a.deliver(ctx, doc, list)
}

// document scores the answers; with a what-if it scores them as if some were others, and says so.
func (a *assessment) document(q *questionnaire.Questionnaire, sheet *answers.Sheet) (*report.Document, error) {
	given, err := a.build(q, sheet)
	if err != nil || a.whatIf == nil {
		return given, err
	}
	supposed, changed, err := sheet.Suppose(q, a.whatIf...)
	if err != nil {
		return nil, usage(fmt.Errorf("--what-if: %w", err))
	}
	doc, err := a.build(q, supposed)
	if err != nil {
		return nil, err
	}
	doc.Suppose(given, changed)
	return doc, nil
}

// build is the middle of the main job: score, advise, build, and judge by the gates.
func (a *assessment) build(q *questionnaire.Questionnaire, sheet *answers.Sheet) (*report.Document, error) {
	day, err := a.day(len(sheet.Exemptions))
	if err != nil {
		return nil, err
	}
	result := score.Score(q, sheet)
	tips := score.Tips(q, sheet, result)
	advised := advice.Advise(q, sheet, result)
	source, findings := a.witness.beside(q, sheet)
	doc := report.Build(report.Run{
		Tool: a.run.tool(), Questionnaire: q, Sheet: sheet, Score: result, Tips: tips, Advice: advised,
		Repository: source, Evidence: findings, Today: day,
	})
	if file := a.file(); file != "" {
		doc.Places = report.PlacesOf(file, sheet)
	}
	a.judge(q, sheet, result, doc, day)
	return doc, nil
}

// deliver reports a result and ends with the code of its gates, or holds it against an earlier record.
func (a *assessment) deliver(ctx context.Context, doc *report.Document, list []target[*report.Document]) error {
	if a.amend.facts != nil {
		return a.amend.deliver(ctx, a.run, doc)
	}
	return a.run.publish(ctx, doc, list)
}
