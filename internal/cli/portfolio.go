package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// pathOrder is the order in which files are read.
const pathOrder = "path"

// portfolioOptions are the inputs of one portfolio run.
type portfolioOptions struct {
	run     *runner
	where   []string
	outputs []string
	portfolio.Options
	// listsUnreadable tells that a format lists the files that cannot be used; else standard error does.
	listsUnreadable bool
}

func newPortfolio(run *runner) *cobra.Command {
	o := &portfolioOptions{run: run}
	cmd := &cobra.Command{
		Use:   "portfolio PATH... [--where 'METRIC[.AXIS] OP NUMBER']... [--by KEY] [--sort KEY] [-f FORMAT] [-o FILE]... [--strict]",
		Short: "Show many services side by side: files, folders, or patterns",
		Args:  arguments(1, many, "PATH..., files or folders with answers files or saved results"),
		RunE:  o.start,
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.where, "where", nil, "only services that meet `CONDITION`, such as 'fit < 70'; repeatable, all must hold")
	flags.StringVar(&o.By, "by", "", "group by `KEY`: "+strings.Join(portfolio.GroupKeys(), ", "))
	flags.StringVar(&o.Sort, "sort", pathOrder,
		"sort by `KEY`, with a minus before it for the reverse order: "+strings.Join(portfolio.SortKeys(), ", "))
	flags.Bool("strict", false, "fail (exit code 3) when a file cannot be used, and treat warnings about a file as errors")
	outputFlags(cmd, portfolioFormats().names(), &o.outputs)
	complete(cmd, "by", portfolio.GroupKeys()...)
	complete(cmd, "sort", portfolio.SortKeys()...)
	return document(cmd, help{
		long: "Folders are read with all folders in them, for .yaml, .yml and .json files that name a questionnaire or a schema.\n" +
			"Every file is one entry. A file that cannot be used is listed and does not stop the others. No mean over services is\n" +
			"shown: the ones to look at first are named. jsonl and csv, for databases and notebooks, json and html list all; text,\n" +
			"markdown and asciidoc the first hundred in the order asked for. Services appear in json, jsonl and csv while the files\n" +
			"are still read, unless --sort asks for an order other than that of the paths or, in json, --where leaves some out.",
		examples: []string{
			"opsfit portfolio assessments/",
			"opsfit portfolio assessments/ --where 'fit < 70' --by team -o portfolio.md",
			"opsfit portfolio assessments/ -f csv > services.csv",
		},
		files: reportFiles,
	})
}

func (o *portfolioOptions) start(cmd *cobra.Command, paths []string) error {
	settings, err := o.run.settings(cmd)
	if err != nil {
		return err
	}
	targets, err := destinations(o.run, cmd, settings, portfolioFormats(), o.outputs)
	if err == nil {
		err = o.check()
	}
	if err != nil {
		return err
	}
	return o.write(cmd.Context(), settings, paths, targets)
}

// check reads what the flags say before any file is opened.
func (o *portfolioOptions) check() error {
	for _, text := range o.where {
		asked, found := condition.ParseTest(text, condition.Metrics())
		if len(found) > 0 {
			return usagef("--where %s: %s", diag.Quote(text), found[0].String())
		}
		o.Where = append(o.Where, asked)
	}
	if o.By != "" {
		if err := checkChoice("by", o.By, portfolio.GroupKeys()); err != nil {
			return err
		}
	}
	return checkChoice("sort", strings.TrimPrefix(o.Sort, "-"), portfolio.SortKeys())
}

// write reads every file once. Formats that are written service by service get them meanwhile, the others at the end.
func (o *portfolioOptions) write(
	ctx context.Context, settings config.Config, paths []string, targets []target[*portfolio.Document],
) error {
	files, err := o.run.listSheets(paths)
	if err == nil {
		err = o.run.refuseSheets(targets, files)
	}
	if err != nil {
		return err
	}
	o.Tool, o.listsUnreadable = o.run.tool(), slices.ContainsFunc(targets, showsWhole)
	o.CountOnly = !slices.ContainsFunc(targets, func(t target[*portfolio.Document]) bool { return showsWhole(t) || !o.isWrittenAtOnce(t) })
	builder := portfolio.NewBuilder(o.Options)
	outputs, err := o.openOutputs(targets, builder.Header())
	if err != nil {
		return err
	}
	defer outputs.abandon()
	if err := o.read(ctx, settings, files, builder, outputs); err != nil {
		return err
	}
	doc := builder.Document()
	if err := outputs.end(doc); err != nil {
		return err
	}
	if err := outputs.commit(ctx); err != nil {
		return err
	}
	return o.reportUnreadable(settings.Strict, doc)
}

// manyFiles is how many files make a run long and large enough to be sparing with memory.
const manyFiles = 2000

// bytesKept returns about what is kept of so many files: their names and, where it is shown at the end, their services.
func (o *portfolioOptions) bytesKept(files int) int64 {
	const name, service = 150, 350
	if o.CountOnly {
		return int64(files) * name
	}
	return int64(files) * (name + service)
}

// read adds every file to the builder and writes it where it is written at once.
func (o *portfolioOptions) read(
	ctx context.Context, settings config.Config, files []sheetFile, builder *portfolio.Builder, outputs portfolioOutputs,
) error {
	if len(files) > manyFiles && o.run.LimitMemory != nil {
		o.run.LimitMemory(o.bytesKept(len(files)))
	}
	reader := &sheetReader{run: o.run, settings: settings, books: o.run.library(ctx, settings)}
	progress := o.run.progress("files", len(files))
	if o.run.Streams.OutIsTerminal && outputs.areShown() {
		// The rows themselves say how far it is.
		progress.to = nil
	}
	for entry := range reader.readAll(ctx, files) {
		progress.step()
		switch {
		case entry.unreadable != nil:
			builder.AddUnreadable(entry.unreadable)
			if !o.listsUnreadable {
				progress.done()
				o.sayUnreadable(entry.unreadable)
			}
		case entry.doc == nil || !builder.Meets(entry.doc):
		default:
			service := portfolio.ServiceOf(entry.path, entry.doc)
			builder.AddService(&service)
			if err := outputs.write(&service); err != nil {
				return err
			}
		}
	}
	progress.done()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return o.checkAxes(builder)
}

// sayUnreadable tells of a file on standard error, for formats that do not list such files.
func (o *portfolioOptions) sayUnreadable(file *portfolio.Unreadable) {
	for _, line := range file.Lines() {
		o.run.say("%s", line)
	}
}

// checkAxes refuses a condition on an axis that no file has.
func (o *portfolioOptions) checkAxes(builder *portfolio.Builder) error {
	place, known := builder.UnknownAxis()
	if place < 0 {
		return nil
	}
	axis := o.Where[place].Axis
	hint := diag.DidYouMean(axis, known)
	if hint == "" {
		hint = "known: " + strings.Join(known, ", ")
	}
	return usagef("--where %s: no file has an axis %s; %s", diag.Quote(o.where[place]), diag.Quote(axis), hint)
}

// reportUnreadable says on standard error that files could not be used; under strict that fails the run.
func (o *portfolioOptions) reportUnreadable(strict bool, doc *portfolio.Document) error {
	unreadable := len(doc.Errors)
	if unreadable == 0 {
		if doc.Summary.Services == 0 && (doc.Filter == nil || doc.Filter.LeftOut == 0) {
			o.run.say("opsfit: no answers file and no saved result was found; they are .yaml, .yml or .json files")
		}
		return nil
	}
	message := english.Count(unreadable, "file") + " could not be used; the report lists why"
	if !o.listsUnreadable {
		message = english.Count(unreadable, "file") + " could not be used; what is wrong is said above"
	}
	if strict {
		return diag.List{{Severity: diag.Error, Code: "unusable-files", Message: message}}
	}
	o.run.say("opsfit: %s", message)
	return nil
}
