package cli

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/panel"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/report"
)

// inventory are the inputs of one portfolio run.
type inventory struct {
	run     *runner
	where   []string
	outputs []string
	panel.Arrangement
	// conditions are what where says; a service has to meet all of them.
	conditions []questionnaire.Condition
	// axes are the ids of all axes that were met, which is how a condition on one that nobody has is told from one that
	// nobody meets.
	axes map[string]bool
}

func newPortfolio(run *runner) *cobra.Command {
	i := &inventory{run: run, axes: map[string]bool{}}
	cmd := &cobra.Command{
		Use:   "portfolio PATH... [--where 'METRIC[.AXIS] OP NUMBER']... [--by KEY] [--sort KEY] [-f FORMAT] [-o FILE]... [--strict]",
		Short: "Show many services side by side: files, folders, or patterns",
		Args:  arguments(1, many, "PATH..., files or folders with answers files or saved results"),
		RunE:  i.start,
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&i.where, "where", nil, "only services that meet `CONDITION`, such as 'fit < 70'; repeatable, all must hold")
	flags.StringVar(&i.By, "by", "", "group by `KEY`: "+strings.Join(panel.GroupKeys(), ", "))
	flags.StringVar(&i.Sort, "sort", "path",
		"sort by `KEY`, with a minus before it for the reverse order: "+strings.Join(panel.SortKeys(), ", "))
	flags.Bool("strict", false, "fail (exit code 3) when a file cannot be used, and treat warnings about a file as errors")
	outputFlags(cmd, render.Portfolios().Names(), &i.outputs)
	complete(cmd, "by", panel.GroupKeys()...)
	complete(cmd, "sort", panel.SortKeys()...)
	return document(cmd, help{
		long: "Folders are read with all folders in them, for .yaml, .yml and .json files that name a questionnaire or a schema.\n" +
			"Every file is one entry. A file that cannot be used is listed and does not stop the others. No mean over services is\n" +
			"shown: the ones to look at first are named, and all are listed. jsonl and csv are for databases and notebooks.",
		examples: []string{
			"opsfit portfolio assessments/",
			"opsfit portfolio assessments/ --where 'fit < 70' --by team -o portfolio.md",
			"opsfit portfolio assessments/ -f csv > services.csv",
		},
		files: reportFiles,
	})
}

func (i *inventory) start(cmd *cobra.Command, paths []string) error {
	settings, err := i.run.settings(cmd)
	if err != nil {
		return err
	}
	list, err := destinations(i.run, cmd, settings, render.Portfolios(), i.outputs)
	if err == nil {
		err = i.understand()
	}
	if err != nil {
		return err
	}
	portfolio, err := i.gather(cmd.Context(), settings, paths)
	if err != nil {
		return err
	}
	if err := deliver(cmd.Context(), i.run, portfolio, list); err != nil {
		return err
	}
	return i.verdict(portfolio, settings.Strict)
}

// understand reads what the flags say before any file is opened.
func (i *inventory) understand() error {
	for _, text := range i.where {
		condition, found := questionnaire.ParseTest(text)
		if len(found) > 0 {
			return usagef("--where %s: %s", diag.Quote(text), found[0].String())
		}
		i.conditions = append(i.conditions, condition)
	}
	if i.By != "" {
		if err := checkChoice("by", i.By, panel.GroupKeys()); err != nil {
			return err
		}
	}
	return checkChoice("sort", strings.TrimPrefix(i.Sort, "-"), panel.SortKeys())
}

// gather reads every file and keeps of each one only the figures that a portfolio shows.
func (i *inventory) gather(ctx context.Context, settings config.Config, paths []string) (*report.Portfolio, error) {
	found, err := i.run.sheetFiles(paths)
	if err != nil {
		return nil, err
	}
	left := 0
	services, unusable, tally := []report.Service{}, []report.Unreadable{}, panel.NewTally()
	reader := &entries{run: i.run, settings: settings, books: i.run.library(ctx, settings)}
	progress := i.run.progress("files", len(found))
	for entry := range reader.read(ctx, found) {
		progress.step()
		switch {
		case entry.unusable != nil:
			unusable = append(unusable, *entry.unusable)
		case entry.doc != nil:
			if !i.meets(entry.doc) {
				left++
				continue
			}
			service := panel.ServiceOf(entry.path, entry.doc)
			tally.Add(service)
			services = append(services, service)
		}
	}
	progress.done()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err := i.knownAxes(); err != nil {
		return nil, err
	}
	portfolio := panel.Portfolio(i.run.tool(), services, unusable, tally, i.Arrangement)
	portfolio.Filter = i.filter(left)
	return portfolio, nil
}

// filter is what a report says about the services that it leaves out.
func (i *inventory) filter(left int) *report.Filter {
	if len(i.conditions) == 0 {
		return nil
	}
	filter := &report.Filter{LeftOut: left}
	for _, condition := range i.conditions {
		filter.Conditions = append(filter.Conditions, questionnaire.FormatTest(condition))
	}
	return filter
}

// knownAxes refuses a condition on an axis that no file has: it would leave every service out and look like good news. Which
// axes there are is not known before, as each file may be about another questionnaire.
func (i *inventory) knownAxes() error {
	known := slices.Sorted(maps.Keys(i.axes))
	for n, condition := range i.conditions {
		if len(known) == 0 || condition.Axis == questionnaire.Overall || i.axes[condition.Axis] {
			continue
		}
		hint := diag.DidYouMean(condition.Axis, known)
		if hint == "" {
			hint = "known: " + strings.Join(known, ", ")
		}
		return usagef("--where %s: no file has an axis %s; %s", diag.Quote(i.where[n]), diag.Quote(condition.Axis), hint)
	}
	return nil
}

func (i *inventory) meets(doc *report.Document) bool {
	for n := range doc.Axes {
		i.axes[doc.Axes[n].ID] = true
	}
	figures := report.Measured(doc)
	return !slices.ContainsFunc(i.conditions, func(c questionnaire.Condition) bool { return !advice.Meets(figures, &c) })
}

// verdict says on standard error that files could not be used; under strict that fails the run.
func (i *inventory) verdict(portfolio *report.Portfolio, strict bool) error {
	if len(portfolio.Errors)+len(portfolio.Services) == 0 && portfolio.Filter == nil {
		i.run.say("opsfit: no answers file and no saved result was found; they are .yaml, .yml or .json files")
	}
	if len(portfolio.Errors) == 0 {
		return nil
	}
	message := report.Counted(len(portfolio.Errors), "file") + " could not be used; the report lists why"
	if strict {
		return diag.List{{Severity: diag.Error, Code: "unusable-files", Message: message}}
	}
	i.run.say("opsfit: %s", message)
	return nil
}
