package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page/markdown"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/plan"
)

// writePlan says in a path what became of commitments, and writes it, or texts for a tracker where only these were asked for.
func (p *planOptions) writePlan(
	ctx context.Context, settings config.Config, out output[*plan.Document], in answered, doc *plan.Document,
) error {
	if settings.Commitments != "" {
		if err := p.judge(ctx, settings, in, doc); err != nil {
			return err
		}
	}
	if p.issues == "" {
		return out.write(ctx, doc)
	}
	if err := p.writeIssues(ctx, doc); err != nil || !p.asksReport {
		return err
	}
	return out.write(ctx, doc)
}

func (p *planOptions) judge(ctx context.Context, settings config.Config, in answered, doc *plan.Document) error {
	file, err := p.run.readCommitments(ctx, settings.Commitments)
	if err != nil {
		return err
	}
	if err := p.run.checkCommitments(file, in.questionnaire, in.sheet, settings.Strict); err != nil {
		return err
	}
	day, err := p.run.dayOfRun()
	if err != nil {
		return err
	}
	doc.Commitments = commitments.Judge(in.questionnaire, in.sheet, day, file.Entries())
	if p.outputs.noNames {
		doc.Commitments.RemoveNames()
	}
	return nil
}

// writeIssues writes each text for a tracker to a file of its own, in place of an earlier one. All are made before the first is written.
func (p *planOptions) writeIssues(ctx context.Context, doc *plan.Document) error {
	issues := pages.Issues(doc)
	texts := make([][]byte, len(issues))
	for i, issue := range issues {
		var text bytes.Buffer
		if err := markdown.Write(&text, issue.Page); err != nil {
			return fmt.Errorf("render an issue: %w", err)
		}
		texts[i] = text.Bytes()
	}
	for i, issue := range issues {
		name := filepath.Join(p.issues, issue.Item+".md")
		if err := p.run.checkDevice(name); err != nil {
			return err
		}
		if err := p.run.refuseInputs(name, texts[i]); err != nil {
			return err
		}
		if err := p.run.writeOutput(ctx, name, texts[i]); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(p.run.Streams.Err, "wrote %s to %s\n", english.Count(len(issues), "text"), diag.Visible(p.issues))
	return err
}
