package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// lintOptions are the inputs of a lint run.
type lintOptions struct {
	run *runner
	// linter is nil until the command starts, because reading the rules takes time.
	linter  *lint.Linter
	outputs outputOptions
	// against is a questionnaire to compare with, explain a code; both may be "".
	against, explain string
	codes, rules     bool
}

func newLint(run *runner) *cobra.Command {
	l := &lintOptions{run: run}
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "Check what questionnaires and catalogues say and mean",
		Args:  func(cmd *cobra.Command, args []string) error { return l.checkArguments(cmd, args) },
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return run.completeIDs(cmd), cobra.ShellCompDirectiveDefault
		},
		RunE: func(cmd *cobra.Command, args []string) error { return l.runLint(cmd, args) },
	}
	flags := cmd.Flags()
	l.outputs.addFlags(cmd, lintFormats().formatNames())
	flags.Bool("strict", false, "treat every warning as an error")
	flags.StringVar(&l.against, "against", "", "also compare with the questionnaire `ID|FILE`, of which this is a translation or a copy")
	flags.StringVar(&l.explain, "explain", "", "explain the `CODE` of a finding, with examples")
	flags.BoolVar(&l.codes, "codes", false, "list every code")
	flags.BoolVar(&l.rules, "rules", false, "list how each warning and recommendation can appear, instead of findings")
	groupFlags(flags, inputGroup)
	completeQuestionnaires(cmd, run, "against")
	registerCompletion(cmd, "explain", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		linter, err := lint.New()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return ruleCodes(linter), cobra.ShellCompDirectiveNoFileComp
	})
	return run.addHelp(cmd, help{
		usage: page.Commands{
			{Line: "opsfit questionnaire lint ID|FILE... [FLAGS]"},
			{Line: "opsfit questionnaire lint --explain CODE"},
		},
		examples: page.Commands{
			{Line: "opsfit questionnaire lint ours.yaml"},
			{Line: "opsfit questionnaire lint --strict full quick launch dora"},
			{Line: "opsfit questionnaire lint full-de.yaml --against full"},
			{Line: "opsfit questionnaire lint --explain never-fires"},
		},
		about: []string{
			"Checks the form of each file and everything that it refers to, and then what it means: whether it asks fairly, whether each " +
				"answer moves something, whether each warning and recommendation can appear. What is said never to appear is proven for " +
				"all possible answers. A catalogue on its own is checked as far as that needs no questions.",
			"Errors end with exit code 3, warnings do so under --strict, notes never. A line for each sound file goes to standard output, " +
				"findings to standard error and, with -o, to files.",
		},
		topics: []string{"questionnaires"},
	})
}

func ruleCodes(linter *lint.Linter) []string {
	var list []string
	for _, rule := range linter.Rules() {
		list = append(list, rule.Code)
	}
	return list
}

func (l *lintOptions) checkArguments(cmd *cobra.Command, args []string) error {
	if l.explain == "" && !l.codes {
		return checkArguments(1, many, "one ID or FILE, or several")(cmd, args)
	}
	if len(args) > 0 || l.rules || l.against != "" || l.explain != "" && l.codes {
		return usagef("--explain and --codes stand alone; leave the rest out")
	}
	return nil
}

func (l *lintOptions) runLint(cmd *cobra.Command, args []string) error {
	settings, err := l.run.readSettings(cmd)
	if err != nil {
		return err
	}
	if l.linter, err = lint.New(); err != nil {
		return err
	}
	if l.codes || l.explain != "" || l.rules {
		return l.writePage(cmd, settings, args)
	}
	out, err := parseOutputs(l.run, cmd, settings, lintFormats(), l.outputs)
	if err != nil {
		return err
	}
	return l.lintFiles(cmd, settings, args, out)
}

// writePage writes a page instead of findings.
func (l *lintOptions) writePage(cmd *cobra.Command, settings config.Config, names []string) error {
	out, err := parseOutputs(l.run, cmd, settings, pageFormats(), l.outputs)
	if err != nil {
		return err
	}
	p, err := l.buildPage(cmd, settings, names)
	if err != nil {
		return err
	}
	return out.write(cmd.Context(), p)
}

func (l *lintOptions) buildPage(cmd *cobra.Command, settings config.Config, names []string) (page.Page, error) {
	switch {
	case l.codes:
		return pages.LintRules(l.linter.Rules()), nil
	case l.rules:
		return l.appearancePage(cmd, settings, names)
	}
	rule, found := l.linter.Rule(l.explain)
	if !found {
		hint := cmp.Or(diag.DidYouMean(l.explain, ruleCodes(l.linter)), "--codes lists them")
		return page.Page{}, usagef("there is no code %s; %s", diag.Quote(l.explain), hint)
	}
	return pages.LintRule(rule), nil
}

// appearancePage shows for each questionnaire how the rules of its catalogue can appear.
func (l *lintOptions) appearancePage(cmd *cobra.Command, settings config.Config, names []string) (page.Page, error) {
	loader := l.run.newLoader(cmd.Context(), settings)
	var all []pages.Advice
	for _, name := range names {
		q, err := loader.loadQuestionnaire(name, settings.Strict)
		if err != nil {
			return page.Page{}, err
		}
		list := lint.Appearances(q)
		if len(list) == 0 {
			return page.Page{}, usagef("%s gives no advice, so no rule of it can appear", diag.Visible(name))
		}
		all = append(all, pages.Advice{Questionnaire: name, Appearances: list})
	}
	return pages.Appearances(all), nil
}

// lintFiles checks each file, then writes and shows the findings.
func (l *lintOptions) lintFiles(cmd *cobra.Command, settings config.Config, names []string, out output[*lint.Report]) error {
	loader := l.run.newLoader(cmd.Context(), settings)
	var other *questionnaire.Questionnaire
	if l.against != "" {
		var err error
		if other, err = loader.loadQuestionnaire(l.against, false); err != nil {
			return err
		}
	}
	var all diag.List
	var lines strings.Builder
	for _, name := range names {
		found, err := l.checkFile(loader, name, other)
		if err != nil {
			return err
		}
		if settings.Strict {
			found = found.Strict()
		}
		if len(found) == 0 {
			lines.WriteString(diag.Visible(name) + ": no findings\n")
		}
		all = append(all, found...)
	}
	return l.run.writeLint(cmd.Context(), l.linter.Report(l.run.lintTool(), names, all, l.run.sourceOf), lines.String(), out)
}

// writeLint writes findings to the outputs, and returns them where there are errors. As text they always go to standard error, and
// standard output then gets the lines about sound files.
func (r *runner) writeLint(ctx context.Context, report *lint.Report, lines string, out output[*lint.Report]) error {
	report.Path = r.pathOf
	toScreen := func(t target[*lint.Report]) bool { return t.file == "" && t.format.name == textFormatName }
	if slices.ContainsFunc(out.targets, toScreen) {
		if err := r.writeOutput(ctx, "", []byte(lines)); err != nil {
			return err
		}
	}
	out.targets = slices.DeleteFunc(out.targets, toScreen)
	if err := out.write(ctx, report); err != nil {
		return err
	}
	if err := report.Diagnostics.Err(); err != nil {
		return err
	}
	r.showDiagnostics(report.Diagnostics)
	return nil
}

// checkFile returns every finding about a questionnaire or a catalogue. other, unless nil, is a questionnaire that it
// should score like.
func (l *lintOptions) checkFile(loader loader, name string, other *questionnaire.Questionnaire) (diag.List, error) {
	source, err := loader.findSource("", name)
	if err != nil {
		return nil, err
	}
	if questionnaire.IsCatalogue(source) {
		c, found := questionnaire.LoadCatalogue(source)
		if c == nil {
			return found, nil
		}
		return append(found, l.linter.CheckCatalogue(c)...).Sorted(), nil
	}
	q, found := questionnaire.Load(source, loader.findSource)
	if q == nil {
		return found, nil
	}
	found = append(found, l.linter.Check(q)...)
	if other != nil {
		found = append(found, l.linter.Compare(q, other)...)
	}
	return found.Sorted(), nil
}
