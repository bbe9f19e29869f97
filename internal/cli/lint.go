package cli

import (
	"cmp"
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

// linting is what one lint run is asked for.
type linting struct {
	run *runner
	// linter is nil until the command starts, for reading the rules takes a moment.
	linter  *lint.Linter
	outputs []string
	// against names a questionnaire to compare with; explain a code. Both may be empty.
	against, explain string
	codes, rules     bool
}

func newLint(run *runner) *cobra.Command {
	l := &linting{run: run}
	cmd := &cobra.Command{
		Use:   "lint ID|FILE... [-f FORMAT] [-o FILE]... [--against ID|FILE] [--strict] | lint --explain CODE",
		Short: "Check what questionnaires and catalogues say and mean",
		Args:  func(cmd *cobra.Command, args []string) error { return l.checkArguments(cmd, args) },
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return run.knownIDs(cmd), cobra.ShellCompDirectiveDefault
		},
		RunE: func(cmd *cobra.Command, args []string) error { return l.start(cmd, args) },
	}
	flags := cmd.Flags()
	outputFlags(cmd, lintFormats().names(), &l.outputs)
	flags.Bool("strict", false, "treat every warning as an error")
	flags.StringVar(&l.against, "against", "", "also compare with the questionnaire `ID|FILE`, of which this is a translation or a copy")
	flags.StringVar(&l.explain, "explain", "", "explain the `CODE` of a finding, with examples")
	flags.BoolVar(&l.codes, "codes", false, "list every code")
	flags.BoolVar(&l.rules, "rules", false, "list how each warning and recommendation can appear, instead of findings")
	completeQuestionnaires(cmd, run, "against")
	register(cmd, "explain", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		linter, err := lint.New()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return codes(linter), cobra.ShellCompDirectiveNoFileComp
	})
	return document(cmd, help{
		long: "Checks the form of each file and everything that it refers to, and then what it means: whether it asks fairly,\n" +
			"whether each answer moves something, whether each warning and recommendation can appear. What is said never to\n" +
			"appear is proven for all possible answers. A catalogue on its own is checked as far as that needs no questions.\n" +
			"Errors end with exit code 3, warnings do so under --strict, notes never.",
		examples: []string{
			"opsfit questionnaire lint ours.yaml",
			"opsfit questionnaire lint --strict full quick dora",
			"opsfit questionnaire lint ours.yaml -f json -o findings.sarif",
			"opsfit questionnaire lint full-de.yaml --against full",
			"opsfit questionnaire lint --rules quick",
			"opsfit questionnaire lint --explain never-fires",
		},
		files: "A line for each sound file, or all findings in another format, goes to standard output; with --output, the findings\n" +
			"go to the files named there. They are always shown on standard error as well.",
	})
}

func codes(linter *lint.Linter) []string {
	var list []string
	for _, rule := range linter.Rules() {
		list = append(list, rule.Code)
	}
	return list
}

func (l *linting) checkArguments(cmd *cobra.Command, args []string) error {
	if l.explain == "" && !l.codes {
		return arguments(1, many, "one ID or FILE, or several")(cmd, args)
	}
	if len(args) > 0 || l.rules || l.against != "" || l.explain != "" && l.codes {
		return usagef("--explain and --codes stand alone; leave the rest out")
	}
	return nil
}

func (l *linting) start(cmd *cobra.Command, args []string) error {
	settings, err := l.run.settings(cmd)
	if err != nil {
		return err
	}
	if l.linter, err = lint.New(); err != nil {
		return err
	}
	if l.codes || l.explain != "" || l.rules {
		return l.writePage(cmd, settings, args)
	}
	list, err := destinations(l.run, cmd, settings, lintFormats(), l.outputs)
	if err != nil {
		return err
	}
	return l.lint(cmd, settings, args, list)
}

// writePage writes what is asked for instead of findings.
func (l *linting) writePage(cmd *cobra.Command, settings config.Config, names []string) error {
	list, err := destinations(l.run, cmd, settings, pageFormats(), l.outputs)
	if err != nil {
		return err
	}
	p, err := l.page(cmd, settings, names)
	if err != nil {
		return err
	}
	return deliver(cmd.Context(), l.run, p, list)
}

func (l *linting) page(cmd *cobra.Command, settings config.Config, names []string) (page.Page, error) {
	switch {
	case l.codes:
		return pages.LintRules(l.linter.Rules()), nil
	case l.rules:
		return l.appearances(cmd, settings, names)
	}
	rule, found := l.linter.Rule(l.explain)
	if !found {
		hint := cmp.Or(diag.DidYouMean(l.explain, codes(l.linter)), "--codes lists them")
		return page.Page{}, usagef("there is no code %s; %s", diag.Quote(l.explain), hint)
	}
	return pages.LintRule(rule), nil
}

// appearances tells of each questionnaire how the rules of its catalogue can appear.
func (l *linting) appearances(cmd *cobra.Command, settings config.Config, names []string) (page.Page, error) {
	books := l.run.library(cmd.Context(), settings)
	var all []pages.Advice
	for _, name := range names {
		q, err := books.load(name, settings.Strict)
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

// lint checks each file, and then writes and shows what was found.
func (l *linting) lint(cmd *cobra.Command, settings config.Config, names []string, list []target[*lint.Report]) error {
	books := l.run.library(cmd.Context(), settings)
	var other *questionnaire.Questionnaire
	if l.against != "" {
		var err error
		if other, err = books.load(l.against, false); err != nil {
			return err
		}
	}
	var all diag.List
	var lines strings.Builder
	for _, name := range names {
		found, err := l.check(books, name, other)
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
	if err := l.deliver(cmd, l.report(names, all), lines.String(), list); err != nil {
		return err
	}
	if all.HasErrors() {
		return all
	}
	l.run.showDiagnostics(all)
	return nil
}

func (l *linting) report(names []string, found diag.List) *lint.Report {
	tool := lint.Tool{Name: l.run.tool().Name, Version: l.run.tool().Version}
	return l.linter.Report(tool, names, found, func(file string) []byte { return l.run.sources[file] })
}

// deliver writes the findings to where they were asked for. As text they go to standard error in any case, so that standard
// output then gets the lines about sound files.
func (l *linting) deliver(cmd *cobra.Command, report *lint.Report, lines string, list []target[*lint.Report]) error {
	toScreen := func(t target[*lint.Report]) bool { return t.file == "" && t.format.name == "text" }
	if slices.ContainsFunc(list, toScreen) {
		if err := l.run.put(cmd.Context(), "", []byte(lines)); err != nil {
			return err
		}
	}
	return deliver(cmd.Context(), l.run, report, slices.DeleteFunc(list, toScreen))
}

// check returns every finding about a questionnaire or a catalogue. The other questionnaire, if any, is one that it should
// score like.
func (l *linting) check(books library, name string, other *questionnaire.Questionnaire) (diag.List, error) {
	source, err := books.find("", name)
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
	q, found := questionnaire.Load(source, books.find)
	if q == nil {
		return found, nil
	}
	found = append(found, l.linter.Check(q)...)
	if other != nil {
		found = append(found, l.linter.Compare(q, other)...)
	}
	return found.Sorted(), nil
}
