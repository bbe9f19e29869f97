package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/render"
)

// pathOrder is the order in which files are read.
const pathOrder = "path"

// inventory are the inputs of one portfolio run.
type inventory struct {
	run     *runner
	where   []string
	outputs []string
	portfolio.Options
	// conditions are what where says; a service has to meet all of them.
	conditions []condition.Condition
}

func newPortfolio(run *runner) *cobra.Command {
	i := &inventory{run: run}
	cmd := &cobra.Command{
		Use:   "portfolio PATH... [--where 'METRIC[.AXIS] OP NUMBER']... [--by KEY] [--sort KEY] [-f FORMAT] [-o FILE]... [--strict]",
		Short: "Show many services side by side: files, folders, or patterns",
		Args:  arguments(1, many, "PATH..., files or folders with answers files or saved results"),
		RunE:  i.start,
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&i.where, "where", nil, "only services that meet `CONDITION`, such as 'fit < 70'; repeatable, all must hold")
	flags.StringVar(&i.By, "by", "", "group by `KEY`: "+strings.Join(portfolio.GroupKeys(), ", "))
	flags.StringVar(&i.Sort, "sort", pathOrder,
		"sort by `KEY`, with a minus before it for the reverse order: "+strings.Join(portfolio.SortKeys(), ", "))
	flags.Bool("strict", false, "fail (exit code 3) when a file cannot be used, and treat warnings about a file as errors")
	outputFlags(cmd, render.Portfolios().Names(), &i.outputs)
	complete(cmd, "by", portfolio.GroupKeys()...)
	complete(cmd, "sort", portfolio.SortKeys()...)
	return document(cmd, help{
		long: "Folders are read with all folders in them, for .yaml, .yml and .json files that name a questionnaire or a schema.\n" +
			"Every file is one entry. A file that cannot be used is listed and does not stop the others. No mean over services is\n" +
			"shown: the ones to look at first are named. jsonl and csv, for databases and notebooks, json and html list all; text and\n" +
			"markdown the first ones in the order asked for. The rows of jsonl and csv appear while the files are still read,\n" +
			"unless --sort asks for an order other than that of the paths.",
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
	return i.show(cmd.Context(), settings, paths, list)
}

// show reads every file once. Tables get their rows meanwhile, the other reports are written in the end.
func (i *inventory) show(ctx context.Context, settings config.Config, paths []string, list []target[*portfolio.Document]) error {
	found, err := i.run.sheetFiles(paths)
	if err == nil {
		err = i.run.spareSheets(list, found)
	}
	if err != nil {
		return err
	}
	rows, whole := i.divide(list)
	tables, err := i.run.begin(rows)
	if err != nil {
		return err
	}
	defer tables.abandon()
	survey := i.survey(tables, whole)
	if err := survey.gather(ctx, settings, found); err != nil {
		return err
	}
	if len(whole) > 0 {
		if err := deliver(ctx, i.run, survey.portfolio(), whole); err != nil {
			return err
		}
	}
	if err := tables.commit(ctx); err != nil {
		return err
	}
	return survey.verdict(settings.Strict)
}

// understand reads what the flags say before any file is opened.
func (i *inventory) understand() error {
	for _, text := range i.where {
		asked, found := condition.ParseTest(text, condition.Metrics())
		if len(found) > 0 {
			return usagef("--where %s: %s", diag.Quote(text), found[0].String())
		}
		i.conditions = append(i.conditions, asked)
	}
	if i.By != "" {
		if err := checkChoice("by", i.By, portfolio.GroupKeys()); err != nil {
			return err
		}
	}
	return checkChoice("sort", strings.TrimPrefix(i.Sort, "-"), portfolio.SortKeys())
}
