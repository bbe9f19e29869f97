package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/report"
)

func (f *assessFlags) registerAmend(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.amend, "amend", "",
		"list what to amend in this decision `RECORD`, a file that -f adr wrote")
	groupFlags(cmd.Flags(), outputGroup)
	completeFiles(cmd, "amend", "md", "markdown")
}

// prepareAmendment reads a decision record before any other work, to compare the result with it.
func (req *request) prepareAmendment(cmd *cobra.Command) error {
	if req.amend == "" {
		return usagef("--amend is empty; name a decision record, or leave it out")
	}
	for _, flag := range append(gateFlagNames(), "evidence") {
		if cmd.Flags().Changed(flag) {
			return usagef("--amend lists what to amend and judges nothing; leave --%s out, or run it without --amend", flag)
		}
	}
	run := req.run
	out, err := parseOutputs(run, cmd, req.settings, amendmentFormats(), req.outputs)
	if err == nil {
		err = req.spareRecord(out.targets)
	}
	if err != nil {
		return err
	}
	if err := run.refuseWaiting(req.amend); err != nil {
		return err
	}
	name, text, err := run.readInput(cmd.Context(), req.amend, adr.MaxBytes)
	if err != nil {
		return err
	}
	facts, found := adr.Read(name, text)
	if facts == nil {
		return found
	}
	req.amends = true
	req.write = func(ctx context.Context, doc *report.Document, _ *finishedInterview) error {
		if reason := adr.Unlike(facts, adr.StatusOf(text), doc); reason != "" && !req.across {
			return unlikeRecord(name, reason)
		}
		return out.write(ctx, adr.Amend(facts, doc))
	}
	return nil
}

func unlikeRecord(name, reason string) error {
	return diag.List{{
		Severity: diag.Error, Code: "unlike-record", File: name, Message: reason, Hint: "name another record, or allow it with --across",
	}}
}

// spareRecord refuses an output that would replace the record.
func (req *request) spareRecord(targets []target[*adr.Amendment]) error {
	kept := req.run.absolutePath(req.amend)
	for _, t := range targets {
		if t.file != "" && files.Same(req.run.absolutePath(t.file), kept) {
			return usagef("--output %s would replace the record; add to it instead: leave --output out and write -f adr >> %s", t.file, req.amend)
		}
	}
	return nil
}
