package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/challenge"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
)

// challengeOptions are the inputs of a challenge run.
type challengeOptions struct {
	run *runner
	// answers is a file, "-" for standard input, or "" for what is piped in.
	answers string
	// heard are the sheets of those who were asked, and folders of them; none before anybody was.
	heard []string
	// most is the largest number of answers to challenge.
	most int
	// required is how many people of another role have to confirm each answer; 0 for no gate.
	required int
	outputs  outputOptions
	// evidence is a folder in a git repository; "" for none.
	evidence   string
	repository evidenceFlags
}

func newChallenge(run *runner) *cobra.Command {
	c := &challengeOptions{run: run, most: challenge.UsualMost}
	cmd := &cobra.Command{
		Use:               "challenge",
		Short:             "Have others confirm the few answers that decide the advice, and defend it",
		Args:              c.takeArguments,
		ValidArgsFunction: completeFileNames("yaml", "yml", "json"),
		RunE:              func(cmd *cobra.Command, _ []string) error { return c.runChallenge(cmd) },
	}
	answersFlags(cmd, run, &c.answers, namedByAnswers)
	flags := cmd.Flags()
	flags.IntVar(&c.most, "most", c.most, fmt.Sprintf("challenge at most `N` answers, 1 to %d", challenge.MostAnswers))
	flags.StringArrayVar(&c.heard, "heard", nil, "the answers of somebody who was asked, `FILE` or a folder; repeatable, and more may follow")
	completeFiles(cmd, "heard", "yaml", "yml", "json")
	groupFlags(flags, inputGroup)
	flags.StringVar(&c.evidence, "evidence", "", evidenceUsage)
	groupFlags(flags, evidenceGroup)
	c.repository.addFlags(cmd, evidenceGroup)
	completeFolders(cmd, "evidence")
	c.outputs.addFlags(cmd, challengeFormatNames())
	c.outputs.addNamesFlag(cmd)
	c.outputs.addFullFlag(cmd)
	flags.IntVar(&c.required, "require-challenged", 0, "fail unless `N` people of another role confirm each answer")
	groupFlags(flags, gatesGroup)
	return run.addHelp(cmd, help{
		usage: page.Commands{
			{Line: "opsfit challenge -a FILE [-o challenge.html] [FLAGS]", Note: "what to ask others"},
			{Line: "opsfit challenge -a FILE --heard FILE... [FLAGS]", Note: "the defence, with their answers"},
		},
		examples: page.Commands{
			{Line: "opsfit challenge -a answers.yaml", Note: "the answers that decide"},
			{Line: "opsfit challenge -a answers.yaml -o challenge.html", Note: "a form to send"},
			{Line: "opsfit challenge -a answers.yaml --heard ops.yaml --heard auditor.yaml -o defence.md"},
			{Line: "opsfit challenge -a answers.yaml --heard heard/ --require-challenged 2", Note: "in a pipeline"},
		},
		about: []string{
			"Finds the answers on which the advice hangs: those that one step would turn, then any single answer that would, then those " +
				"that alone switch a critical or high warning. Files in .yaml and .html are for others to fill in: they ask the same " +
				"questions without the answers that were given. All other formats show these answers, and are for whoever asks.",
			"With --heard it writes the defence: whether the advice is confirmed, open or overturned and by whom, what each of them " +
				"would be advised, the strongest case for the other side, and what would settle it, the cheapest first. People whose " +
				"answers are given to --heard confirm by name: the rule for small groups does not apply to them.",
			outputPlace,
		},
		exits:  gateExits(),
		topics: []string{"defence", "answers", "evidence", "formats"},
	})
}

// takeArguments takes the further files that a shell makes of a pattern behind --heard.
func (c *challengeOptions) takeArguments(cmd *cobra.Command, args []string) error {
	if !cmd.Flags().Changed("heard") {
		return answersByFlag(c.run)(cmd, args)
	}
	c.heard = append(c.heard, args...)
	return nil
}

// challengeFormatNames are those of both ways to use the command.
func challengeFormatNames() []string {
	names := challengeFormats(false).formatNames()
	for _, name := range challengeFormats(true).formatNames() {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func (c *challengeOptions) runChallenge(cmd *cobra.Command) error {
	req, out, err := c.prepare(cmd)
	if err != nil {
		return err
	}
	doc, err := c.build(cmd.Context(), req)
	if err != nil {
		return err
	}
	if err := refuseEmptyForm(out, doc); err != nil {
		return err
	}
	if c.outputs.noNames {
		doc.RemoveNames()
	}
	if err := out.write(cmd.Context(), doc); err != nil {
		return err
	}
	return challengeGateError(doc)
}

// prepare validates the command line, as far as that is possible before any work.
func (c *challengeOptions) prepare(cmd *cobra.Command) (request, output[*challenge.Document], error) {
	req := request{assessFlags: assessFlags{
		run: c.run, command: "challenge", answers: c.answers, evidence: c.evidence, repository: c.repository,
	}}
	var out output[*challenge.Document]
	var err error
	if req.settings, err = c.run.readSettings(cmd); err != nil {
		return req, out, err
	}
	if err := c.checkNumbers(cmd); err != nil {
		return req, out, err
	}
	if err := c.checkFormats(cmd); err != nil {
		return req, out, err
	}
	if out, err = parseOutputs(c.run, cmd, req.settings, challengeFormats(len(c.heard) > 0), c.outputs); err != nil {
		return req, out, err
	}
	if req.required, err = namesQuestionnaire(cmd, req.settings); err != nil {
		return req, out, err
	}
	if c.answers == "" && c.run.Streams.InIsTerminal {
		return req, out, c.run.noAnswers("challenge")
	}
	return req, out, req.checkEvidence(cmd)
}

func (c *challengeOptions) checkNumbers(cmd *cobra.Command) error {
	switch {
	case c.most < 1 || c.most > challenge.MostAnswers:
		return usagef("--most must be from 1 to %d, not %d", challenge.MostAnswers, c.most)
	case cmd.Flags().Changed("require-challenged") && c.required < 1:
		return usagef("--require-challenged must be 1 or more, not %d", c.required)
	case cmd.Flags().Changed("heard") && slices.Contains(c.heard, ""):
		return usagef("--heard names no file; name the answers of somebody who was asked")
	}
	return nil
}

// checkFormats says which way of using the command writes a format that the other one does not have.
func (c *challengeOptions) checkFormats(cmd *cobra.Command) error {
	heard := len(c.heard) > 0
	own, other := challengeFormats(heard), challengeFormats(!heard)
	if format := cmd.Flags().Lookup("format"); format.Changed && !own.has(format.Value.String()) && other.has(format.Value.String()) {
		if heard {
			return usagef("-f %s is for others to fill in, before anybody is heard; leave out --heard", format.Value)
		}
		return usagef("-f %s takes in what others say; name their answers with --heard", format.Value)
	}
	for _, file := range c.outputs.files {
		if _, err := parseOutput(own, file); err == nil {
			continue
		}
		if _, err := parseOutput(other, file); err == nil && heard {
			return usagef("--output %s is for others to fill in, before anybody is heard; leave out --heard, or name a file in .md or .html", file)
		} else if err == nil {
			return usagef("--output %s takes in what others say; name their answers with --heard", file)
		}
	}
	return nil
}

// build reads the answers and those of everybody who was asked.
func (c *challengeOptions) build(ctx context.Context, req request) (*challenge.Document, error) {
	in, err := c.run.readAnswers(ctx, req.answersSource(ctx))
	if err != nil {
		return nil, err
	}
	if found := challenge.Refuse(in.questionnaire, in.file); len(found) > 0 {
		return nil, found
	}
	made := inputs{answered: in}
	if made.day, err = dayFor(c.run, in.sheet.Exemptions, gate.Set{}); err != nil {
		return nil, err
	}
	if c.evidence != "" {
		if made.scan, err = c.run.scanRepository(ctx, c.evidence, req.reading); err != nil {
			return nil, err
		}
		c.run.tellUnusable(made.scan)
	}
	voices, err := c.readHeard(ctx, req, in)
	if err != nil {
		return nil, err
	}
	run := challenge.Run{
		Questionnaire: in.questionnaire, Sheet: in.sheet, Result: made.buildDocument(c.run.reportTool()), Most: c.most, Required: c.required,
	}
	for _, voice := range voices {
		run.Voices = append(run.Voices, voice.Sheet)
	}
	return challenge.Build(run), nil
}

// challengeGateError returns an error for a gate that is not met, else nil.
func challengeGateError(doc *challenge.Document) error {
	if !slices.ContainsFunc(doc.Gates, func(g report.Gate) bool { return !g.Met }) {
		return nil
	}
	return gatesError{english.Lower(strings.TrimSuffix(page.Plain(pages.ChallengeGates(doc)), "."))}
}

// refuseEmptyForm refuses files to fill in that would ask nothing.
func refuseEmptyForm(out output[*challenge.Document], doc *challenge.Document) error {
	if len(doc.Deciding) > 0 {
		return nil
	}
	reason := "no single answer decides the verdict"
	if doc.Assessment.Advice == "" {
		reason = "there is no verdict yet: too few questions are answered"
	}
	for _, t := range out.targets {
		if t.format.name == blindSheetFormat || t.format.name == blindFormFormat {
			return fmt.Errorf("%s, so there is nothing to ask others; %s was not written", reason, diag.Visible(cmp.Or(t.file, "the file")))
		}
	}
	return nil
}
