package cli

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// portfolioOutputs are the outputs of one run. Standard output is written immediately; files appear as a whole, after
// commitFiles.
type portfolioOutputs []*portfolioOutput

// portfolioOutput is one of them.
type portfolioOutput struct {
	target[*portfolio.Document]

	// reports are all the outputs of the run.
	reports output[*portfolio.Document]
	// made is the file being written; nil for standard output.
	made *files.Replacement
	to   *bufio.Writer
	// services is nil for a format that shows the portfolio as a whole.
	services export.ServiceWriter
}

// serviceFormat returns the writer of a format that is written service by service, else nil.
func serviceFormat(name string) func(io.Writer, portfolio.Header) export.ServiceWriter {
	switch name {
	case "json":
		return export.PortfolioJSON
	case "jsonl":
		return export.PortfolioJSONL
	case "csv":
		return export.PortfolioCSV
	case "csv-bom":
		return export.PortfolioMarkedCSV
	}
	return nil
}

// showsWhole reports whether a format shows more than the services one after the other: counts, clashes, unusable
// files.
func showsWhole(t target[*portfolio.Document]) bool {
	return !slices.Contains([]string{"jsonl", "csv", "csv-bom"}, t.format.name)
}

// openOutputs opens all outputs. The caller has to call abandonFiles at the end.
func (o *portfolioOptions) openOutputs(reports output[*portfolio.Document], header portfolio.Header) (portfolioOutputs, error) {
	var outputs portfolioOutputs
	for _, t := range reports.targets {
		output := &portfolioOutput{target: t, reports: reports, to: bufio.NewWriter(o.run.Streams.Out)}
		if t.file != "" {
			file, err := files.Replace(o.run.absolutePath(t.file), 0o666)
			if err != nil {
				outputs.abandonFiles()
				return nil, fmt.Errorf("write %s: %w", t.file, err)
			}
			output.made, output.to = file, bufio.NewWriter(file)
		}
		if begin := serviceFormat(t.format.name); begin != nil && o.isWrittenAtOnce(t) {
			output.services = begin(output.to, header)
		}
		outputs = append(outputs, output)
	}
	return outputs, nil
}

// isWrittenAtOnce reports whether services can be written while files are read: they come in the order of the files,
// and what precedes them, such as how many are left out, is known.
func (o *portfolioOptions) isWrittenAtOnce(t target[*portfolio.Document]) bool {
	return o.Sort == pathOrder && (len(o.Where) == 0 || !showsWhole(t))
}

func (p portfolioOutputs) writeService(service *portfolio.Service) error {
	for _, output := range p {
		if output.services == nil {
			continue
		}
		err := output.services.Write(service)
		if err == nil && output.made == nil {
			err = output.to.Flush()
		}
		if err != nil {
			return output.failedError(err)
		}
	}
	return nil
}

// areShown reports whether services appear on standard output as they are read.
func (p portfolioOutputs) areShown() bool {
	return slices.ContainsFunc(p, func(output *portfolioOutput) bool { return output.made == nil && output.services != nil })
}

// finishOutputs writes what is not written yet; files are still to be committed.
func (p portfolioOutputs) finishOutputs(ctx context.Context, doc *portfolio.Document) error {
	for _, output := range p {
		if err := output.finishOutput(ctx, doc); err != nil {
			return output.failedError(err)
		}
	}
	return nil
}

func (p *portfolioOutput) finishOutput(ctx context.Context, doc *portfolio.Document) error {
	var err error
	switch {
	case p.services != nil:
		err = p.services.End(&doc.Totals)
	case p.made != nil || p.isForPrograms():
		err = p.reports.writeReport(p.to, p.target, doc)
	default:
		var shown bytes.Buffer
		if err = p.reports.writeReport(&shown, p.target, doc); err == nil {
			return p.reports.writeTarget(ctx, p.target, shown.Bytes())
		}
	}
	if err != nil {
		return err
	}
	return p.to.Flush()
}

// isForPrograms reports whether no person reads a format on a screen; then it can be written without holding all of it.
func (p *portfolioOutput) isForPrograms() bool { return p.format.name == "prom" }

func (p portfolioOutputs) commitFiles(ctx context.Context) error {
	for _, output := range p {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if output.made == nil {
			continue
		}
		if err := output.made.Commit(); err != nil {
			return fmt.Errorf("write %s: %w", output.file, err)
		}
		output.reports.run.sayWritten(output.file)
	}
	return nil
}

// abandonFiles removes every file that was not committed.
func (p portfolioOutputs) abandonFiles() {
	for _, output := range p {
		if output.made != nil {
			output.made.Abandon()
		}
	}
}

func (p *portfolioOutput) failedError(err error) error {
	if p.made == nil {
		return fmt.Errorf("write to standard output: %w", files.Cause(err))
	}
	return fmt.Errorf("write %s: %w", p.file, p.made.Failed(err))
}
