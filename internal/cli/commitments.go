package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/saved"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// commitmentsFlag adds the flag of every command that says what became of commitments; its value goes through the settings.
func commitmentsFlag(cmd *cobra.Command) {
	cmd.Flags().String("commitments", "", "`FILE` with what was promised, which opsfit plan --commit writes")
	groupFlags(cmd.Flags(), inputGroup)
	completeFiles(cmd, "commitments", "yaml", "yml", "json")
}

// loadCommitments reads the commitments of a run and holds them against its answers.
func (r *runner) loadCommitments(ctx context.Context, req request, in *inputs) (err error) {
	name := req.settings.Commitments
	if name == "" || req.amends {
		return nil
	}
	if in.promised, err = r.readCommitments(ctx, name); err != nil {
		return err
	}
	if err := r.checkCommitments(in.promised, in.questionnaire, in.sheet, req.settings.Strict); err != nil || in.day != "" {
		return err
	}
	in.day, err = r.dayOfRun()
	return err
}

// readCommitments reads the form of a file with commitments.
func (r *runner) readCommitments(ctx context.Context, name string) (*commitments.File, error) {
	if err := r.refuseWaiting(name); err != nil {
		return nil, err
	}
	shown, text, err := r.readInput(ctx, name, yamltree.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("the commitments: %w", err)
	}
	file, found := commitments.Parse(shown, text)
	if file == nil {
		return nil, found
	}
	return file, nil
}

// checkCommitments holds commitments against a questionnaire and answers.
func (r *runner) checkCommitments(file *commitments.File, q *questionnaire.Questionnaire, sheet *answers.Sheet, strict bool) error {
	found := file.Check(q, sheet, false)
	if found.HasErrors() {
		return found
	}
	return r.showWarnings(found, strict)
}

// judgeCommitments says in a result what became of the commitments of the settings; without a file it stays as it is.
func (r *runner) judgeCommitments(ctx context.Context, settings config.Config, loader loader, doc *report.Document) error {
	if settings.Commitments == "" {
		return nil
	}
	file, err := r.readCommitments(ctx, settings.Commitments)
	if err != nil {
		return err
	}
	var sheet *answers.Sheet
	q := loader.scoredWith(doc)
	if q != nil {
		sheet = saved.SheetOf(q, doc)
	}
	if sheet == nil {
		return usagef("--commitments needs the questionnaire %s as the result was scored with it; name its answers, with -q where needed",
			diag.Quote(doc.Questionnaire.ID))
	}
	if err := r.checkCommitments(file, q, sheet, settings.Strict); err != nil {
		return err
	}
	day, err := r.dayOfRun()
	if err != nil {
		return err
	}
	doc.Commitments = commitments.Judge(q, sheet, day, file.Entries())
	return nil
}
