package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/record"
	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/report"
)

// amending holds a result against an earlier decision record instead of reporting it.
type amending struct {
	// record is the file of the record; empty to report as usual.
	record string
	facts  *record.Facts
	list   []target[*record.Amendment]
}

func (m *amending) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&m.record, "amend", "",
		"list what to amend in this decision `RECORD`, a file that -f adr wrote")
	completeFiles(cmd, "amend", "md", "markdown")
}

// wanted reports that a record was named, an empty name included: it is a mistake and no omission.
func (m *amending) wanted(cmd *cobra.Command) bool { return cmd.Flags().Changed("amend") }

// prepare reads the record and where the amendment goes, before any other work.
func (m *amending) prepare(cmd *cobra.Command, r *runner, settings config.Config, outputs []string) error {
	if m.record == "" {
		return usagef("--amend is empty; name a decision record, or leave it out")
	}
	for _, flag := range append(gateFlagNames(), "evidence") {
		if cmd.Flags().Changed(flag) {
			return usagef("--amend lists what to amend and judges nothing; leave --%s out, or run it without --amend", flag)
		}
	}
	var err error
	m.list, err = destinations(r, cmd, settings, render.Amendments(), outputs)
	if err == nil {
		err = m.spareRecord(r)
	}
	if err != nil {
		return err
	}
	name, text, err := r.readInput(cmd.Context(), m.record, record.MaxBytes)
	if err != nil {
		return err
	}
	facts, found := record.Read(name, text)
	if facts == nil {
		return found
	}
	m.facts = facts
	return nil
}

// spareRecord refuses an output that would take the place of the record.
func (m *amending) spareRecord(r *runner) error {
	kept := filepath.Clean(targetOf(r.absolute(m.record)))
	for _, t := range m.list {
		if t.file != "" && filepath.Clean(targetOf(r.absolute(t.file))) == kept {
			return usagef("--output %s would replace the record; add to it instead: leave --output out and write -f adr >> %s", t.file, m.record)
		}
	}
	return nil
}

func (m *amending) deliver(ctx context.Context, r *runner, doc *report.Document) error {
	return deliver(ctx, r, record.Amend(m.facts, doc), m.list)
}
