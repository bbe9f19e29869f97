package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// series are the inputs of the commands that lay several results beside each other.
type series struct {
	run   *runner
	files []string
	// named reports that the command line names a questionnaire, which is for answers files; saved results have one already.
	named   bool
	outputs []string
}

// flags are those that the commands share.
func (s *series) flags(cmd *cobra.Command, formats []string) {
	questionnaireFlag(cmd, s.run, namedByAnswers)
	strictFlag(cmd)
	outputFlags(cmd, formats, &s.outputs)
}

// lay reads the files of a series, lays them beside each other, and delivers what comes of it.
func lay[D any](s *series, cmd *cobra.Command, formats formats[D], together func([]*report.Document) D) error {
	settings, err := s.run.settings(cmd)
	if err != nil {
		return err
	}
	list, err := destinations(s.run, cmd, settings, formats, s.outputs)
	if err == nil {
		s.named, err = namesQuestionnaire(cmd, settings)
	}
	if err == nil {
		err = s.readOnce()
	}
	if err != nil {
		return err
	}
	docs, err := s.documents(cmd.Context(), settings)
	if err != nil {
		return err
	}
	return deliver(cmd.Context(), s.run, together(docs), list)
}

// readOnce refuses standard input in the place of several files.
func (s *series) readOnce() error {
	if first := slices.Index(s.files, "-"); first >= 0 && slices.Contains(s.files[first+1:], "-") {
		return usagef("- stands for standard input, which can be read once; name files for the others")
	}
	return nil
}

// documents reads every file, a saved result or answers, and checks that all can stand beside the first.
func (s *series) documents(ctx context.Context, settings config.Config) ([]*report.Document, error) {
	books := s.run.library(ctx, settings)
	var docs []*report.Document
	for _, file := range s.files {
		source := s.run.answersFrom(ctx, settings, file, s.named)
		source.library = books
		doc, err := s.run.result(ctx, source)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
		if err := comparison.CheckComparable(docs[0], doc); err != nil {
			return nil, s.apart(file, err)
		}
	}
	return docs, nil
}

// apart is a fault of two files together, told of the later one.
func (s *series) apart(file string, reason error) error {
	return diag.List{{
		Severity: diag.Error, Code: "not-comparable", File: shownName(file),
		Message: fmt.Sprintf("cannot be laid beside %s: %s", diag.Visible(shownName(s.files[0])), reason),
		Hint:    "name results of one questionnaire",
	}}
}
