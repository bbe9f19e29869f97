package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/agreement"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// witness sets a git repository beside the answers of a run.
type witness struct {
	// dir is a folder in the repository; empty for none.
	dir string
	// prefill writes suggested answers into a draft instead of assessing.
	prefill bool
	// scan is what the repository shows; nil until it was read.
	scan *evidence.Scan
	// attendance reads it during an interview; nil without one.
	attendance *attendance
}

func (w *witness) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&w.dir, "evidence", "",
		"set what the git repository in `DIR` shows beside the answers; it changes no score")
	completeFolders(cmd, "evidence")
}

// check finds what cannot be meant on the command line.
func (w *witness) check(cmd *cobra.Command, a *assessment) error {
	switch flags := cmd.Flags(); {
	case w.prefill:
		return w.checkPrefill(cmd, a)
	case flags.Changed("evidence") && w.dir == "":
		return usagef("--evidence is empty; name a folder in a git repository, or leave it out")
	case w.dir == "" && flags.Changed("fail-on-contradiction") && a.gates.NeedsEvidence():
		return usagef("--fail-on-contradiction needs --evidence DIR: without a repository nothing can contradict an answer")
	}
	return nil
}

// read reads the repository, if there is one to read.
func (w *witness) read(ctx context.Context, run *runner) (err error) {
	if w.dir != "" && w.scan == nil {
		w.scan, err = run.scan(ctx, w.dir, w.options(run))
	}
	return err
}

// options are those of a scan by default: everything is as of the newest commit, so that a run can be repeated.
func (w *witness) options(run *runner) evidence.Options {
	return evidence.Options{Tool: evidence.Tool(run.tool())}
}

// beside returns what the repository shows about the answers; nil without one.
func (w *witness) beside(q *questionnaire.Questionnaire, sheet *answers.Sheet) (*report.Source, []report.Finding) {
	if w.scan == nil {
		return nil, nil
	}
	return agreement.SourceOf(w.scan), agreement.Compare(q, sheet, w.scan)
}

// option repeats the repository for a command that is to give the same report.
func (w *witness) option() string {
	if w.dir == "" {
		return ""
	}
	return "--evidence " + quoted(w.dir) + " "
}
