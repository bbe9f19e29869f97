package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/report"
)

// series are the inputs of the commands that lay several results beside each other.
type series struct {
	run *runner
	// questionnaire is for answers files; saved results have one already.
	questionnaire string
	files         []string
	format        string
	outputs       []string
}

// flags are those that the commands share.
func (s *series) flags(cmd *cobra.Command, formats []string) {
	flags := cmd.Flags()
	flags.StringVarP(&s.questionnaire, "questionnaire", "q", "",
		"questionnaire `ID|FILE` for answers files (default: the one the answers name)")
	flags.Bool("strict", false, "treat every warning about the input as an error")
	outputFlags(cmd, formats, &s.format, &s.outputs)
	completeQuestionnaires(cmd, s.run, "questionnaire")
}

// prepareSeries reads what can be wrong on the command line before any work is done.
func prepareSeries[D any](s *series, cmd *cobra.Command, formats render.Formats[D]) (config.Config, []target[D], error) {
	settings, err := s.run.settings(cmd)
	if err != nil {
		return config.Config{}, nil, err
	}
	if cmd.Flags().Changed("questionnaire") && settings.Questionnaire == "" {
		return config.Config{}, nil, usagef("--questionnaire is empty; name an id or a file, or leave it out")
	}
	stdin := 0
	for _, file := range s.files {
		if file == "-" {
			stdin++
		}
	}
	if stdin > 1 {
		return config.Config{}, nil, usagef("- stands for standard input, which can be read once; name files for the others")
	}
	list, err := targets(formats, settings.Format, cmd.Flags().Changed("format"), s.outputs)
	if err == nil {
		err = noTwice(s.run, list)
	}
	return settings, list, err
}

// documents reads every file, a saved result or answers, and checks that all can stand beside the first.
func (s *series) documents(ctx context.Context, cmd *cobra.Command, settings config.Config) ([]*report.Document, error) {
	books := s.run.library(ctx, settings)
	var docs []*report.Document
	for _, file := range s.files {
		a := &assessment{
			run: s.run, questionnaire: s.questionnaire, named: cmd.Flags().Changed("questionnaire"), answers: file, books: &books,
		}
		doc, err := a.result(ctx, settings)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
		if err := comparison.Comparable(docs[0], doc); err != nil {
			return nil, s.apart(file, err)
		}
	}
	return docs, nil
}

// result reads a saved result, or scores answers.
func (a *assessment) result(ctx context.Context, settings config.Config) (*report.Document, error) {
	doc, in, err := a.run.saved(ctx, a.answers)
	if err != nil || doc != nil {
		return doc, err
	}
	a.input = &in
	q, sheet, err := a.collect(ctx, settings)
	if err != nil {
		return nil, err
	}
	return a.build(q, sheet)
}

// apart is a fault of two files together, told of the later one.
func (s *series) apart(file string, reason error) error {
	return diag.List{{
		Severity: diag.Error, Code: "not-comparable", File: shownName(file),
		Message: fmt.Sprintf("cannot be laid beside %s: %s", shownName(s.files[0]), reason),
		Hint:    "name results of one questionnaire",
	}}
}

// shownName is what messages call an input.
func shownName(file string) string {
	if file == "-" {
		return stdinName
	}
	return diag.Visible(file)
}
