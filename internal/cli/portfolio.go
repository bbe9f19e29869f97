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
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// pathOrder is the order in which files are read.
const pathOrder = "path"

// portfolioOptions are the inputs of a portfolio run.
type portfolioOptions struct {
	run     *runner
	where   []string
	outputs outputOptions
	portfolio.Options
	// listsUnreadable: a format lists the files that cannot be used; otherwise they are reported on standard error.
	listsUnreadable bool
}

func newPortfolio(run *runner) *cobra.Command {
	o := &portfolioOptions{run: run}
	cmd := &cobra.Command{
		Use:   "portfolio",
		Short: "Show many services side by side",
		Args:  checkArguments(1, many, "PATH..., files or folders with answers files or saved results"),
		RunE:  o.runPortfolio,
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.where, "where", nil, "only services that meet `CONDITION`, such as \"fit < 70\"; repeatable, all must hold")
	flags.StringVar(&o.By, "by", "", "group by `KEY`: "+strings.Join(portfolio.GroupKeys(), ", "))
	flags.StringVar(&o.Sort, "sort", pathOrder,
		"sort by `KEY`, with a minus before it for the reverse order: "+strings.Join(portfolio.SortKeys(), ", "))
	flags.Bool("strict", false, "fail (exit code 3) when a file cannot be used, and treat warnings about a file as errors")
	groupFlags(flags, inputGroup)
	o.outputs.addFlags(cmd, portfolioFormats().formatNames())
	o.outputs.addNamesFlag(cmd)
	o.outputs.addFullFlag(cmd)
	completeWords(cmd, "by", portfolio.GroupKeys()...)
	completeWords(cmd, "sort", portfolio.SortKeys()...)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit portfolio PATH... [FLAGS]", Note: "files or folders"}},
		examples: page.Commands{
			{Line: "opsfit portfolio assessments/"},
			{Line: "opsfit portfolio assessments/ --by team -o portfolio.html"},
			{Line: "opsfit portfolio assessments/ --where 'fit < 70'"},
			{Line: "opsfit portfolio assessments/ -f csv > services.csv"},
		},
		about: []string{
			"Shows many services side by side and names those to look at first; it shows no mean over services. Folders are read with all " +
				"folders in them, for .yaml, .yml and .json files that name a questionnaire or a schema. A file that cannot be used is " +
				"listed and stops nothing.",
			"text, markdown and asciidoc list the first hundred services in the order of --sort, the other formats all. " + outputPlace,
		},
		topics: []string{"portfolio", "formats"},
	})
}

func (o *portfolioOptions) runPortfolio(cmd *cobra.Command, paths []string) error {
	settings, err := o.run.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(o.run, cmd, settings, portfolioFormats(), o.outputs)
	if err == nil {
		err = o.checkFlags()
	}
	if err != nil {
		return err
	}
	return o.writeAll(cmd.Context(), settings, paths, out)
}

// checkFlags parses the flags before any file is opened.
func (o *portfolioOptions) checkFlags() error {
	for _, text := range o.where {
		asked, found := condition.ParseTest(text, condition.Metrics())
		if len(found) > 0 {
			return usagef("--where %s: %s", diag.Quote(text), whereFault(&found[0]))
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

// writeAll reads every file once. Formats that are written service by service get them meanwhile, the others at the end.
func (o *portfolioOptions) writeAll(
	ctx context.Context, settings config.Config, paths []string, out output[*portfolio.Document],
) error {
	files, err := o.run.listSheets(paths)
	if err == nil {
		out, err = out.withPage(nil)
	}
	if err == nil {
		err = o.run.refuseSheets(out.targets, files)
	}
	if err != nil {
		return err
	}
	targets := out.targets
	o.Tool, o.listsUnreadable = o.run.reportTool(), slices.ContainsFunc(targets, showsWhole)
	o.CountOnly = !slices.ContainsFunc(targets, func(t target[*portfolio.Document]) bool { return showsWhole(t) || !o.isWrittenAtOnce(t) })
	builder := portfolio.NewBuilder(o.Options)
	outputs, err := o.openOutputs(out, builder.Header())
	if err != nil {
		return err
	}
	defer outputs.abandonFiles()
	if err := o.readFiles(ctx, settings, files, builder, outputs); err != nil {
		return err
	}
	doc := builder.Document()
	if err := outputs.finishOutputs(ctx, doc); err != nil {
		return err
	}
	if err := outputs.commitFiles(ctx); err != nil {
		return err
	}
	out.finish(ctx, doc)
	return o.reportUnreadable(settings.Strict, doc)
}

// manyFiles is the number of files from which on a run limits its memory.
const manyFiles = 2000

// bytesKept returns about what is kept of so many files: their names and, where it is shown at the end, their services.
func (o *portfolioOptions) bytesKept(files int) int64 {
	const name, service = 150, 350
	if o.CountOnly {
		return int64(files) * name
	}
	return int64(files) * (name + service)
}

// readFiles adds every file to the builder, and writes it at once where possible.
func (o *portfolioOptions) readFiles(
	ctx context.Context, settings config.Config, files []sheetFile, builder *portfolio.Builder, outputs portfolioOutputs,
) error {
	if len(files) > manyFiles && o.run.LimitMemory != nil {
		o.run.LimitMemory(o.bytesKept(len(files)))
	}
	reader := o.run.newSheetReader(ctx, settings)
	progress := o.run.newProgress("files", len(files))
	if o.run.Streams.OutIsTerminal && outputs.areShown() {
		// The rows already show the progress.
		progress.to = nil
	}
	passedOver := 0
	for entry := range reader.readAll(ctx, files) {
		progress.countOne()
		switch {
		case entry.unreadable != nil:
			builder.AddUnreadable(entry.unreadable)
			if !o.listsUnreadable {
				progress.clearLine()
				o.sayUnreadable(entry.unreadable)
			}
		case entry.doc == nil:
			passedOver++
		case !builder.Meets(entry.doc):
		default:
			service := portfolio.ServiceOf(entry.path, entry.doc)
			builder.AddService(&service)
			builder.AddTitles(entry.doc)
			if err := outputs.writeService(&service); err != nil {
				return err
			}
		}
	}
	progress.clearLine()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	switch {
	case passedOver == 1:
		o.run.notify("opsfit: 1 file in the folders holds neither answers nor a result and was passed over")
	case passedOver > 1:
		o.run.notify("opsfit: %d files in the folders hold neither answers nor results and were passed over", passedOver)
	}
	return o.checkAxes(builder)
}

// whereFault says what is wrong with a condition, and names the figures where it compares none.
func whereFault(found *diag.Diagnostic) string {
	fault := found.Message
	if found.Hint != "" {
		fault += "; " + found.Hint
	}
	if found.Code != "missing" {
		return fault
	}
	return fault + "; figures to compare: " + strings.Join(condition.Names(condition.Metrics()), ", ")
}

// sayUnreadable reports a file on standard error, for formats that do not list such files.
func (o *portfolioOptions) sayUnreadable(file *portfolio.Unreadable) {
	for _, line := range file.Lines() {
		o.run.notify("%s", line)
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

// reportUnreadable says on standard error that files could not be used, which is an error under strict, and when no file
// could be used.
func (o *portfolioOptions) reportUnreadable(strict bool, doc *portfolio.Document) error {
	unreadable := len(doc.Errors)
	isEmpty := doc.Summary.Services == 0 && (doc.Filter == nil || doc.Filter.LeftOut == 0)
	var message string
	switch {
	case unreadable == 0 && isEmpty:
		return diag.List{{
			Severity: diag.Error, Code: "no-files", Message: "no answers file and no saved result was found",
			Hint: "they are .yaml, .yml or .json files that name a questionnaire or a schema; answers come from opsfit assess --save FILE",
		}}
	case unreadable == 0:
		return nil
	case isEmpty:
		message = "none of the files could be used"
	default:
		message = english.Count(unreadable, "file") + " could not be used"
	}
	if o.listsUnreadable {
		message += "; the report lists why"
	} else {
		message += "; the lines above say why"
	}
	if strict || isEmpty {
		return diag.List{{Severity: diag.Error, Code: "unusable-files", Message: message}}
	}
	o.run.notify("opsfit: %s", message)
	return nil
}
