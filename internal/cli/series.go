package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// seriesOptions are the inputs of the commands that compare several results.
type seriesOptions struct {
	run   *runner
	files []string
	// named: the command line names a questionnaire, which is for answers files; saved results have one already.
	named bool
	// ofOneService refuses results of several services, unless across allows them.
	ofOneService, across bool
	outputs              outputOptions
}

// addFlags adds the flags that these commands share.
func (s *seriesOptions) addFlags(cmd *cobra.Command, formats []string) {
	questionnaireFlag(cmd, s.run, namedByAnswers)
	strictFlag(cmd)
	s.outputs.addFlags(cmd, formats)
	commitmentsFlag(cmd)
	s.outputs.addNamesFlag(cmd)
	s.outputs.addFullFlag(cmd)
}

// runSeries reads the files, combines them, and writes the resulting document.
func runSeries[D any](s *seriesOptions, cmd *cobra.Command, formats formats[D], together func([]*report.Document) D) error {
	settings, err := s.run.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(s.run, cmd, settings, formats, s.outputs)
	if err == nil {
		s.named, err = namesQuestionnaire(cmd, settings)
	}
	if err == nil {
		err = s.readOnce()
	}
	if err != nil {
		return err
	}
	loader := s.run.newLoader(cmd.Context(), settings)
	docs, err := s.readDocuments(cmd.Context(), settings, loader)
	if err != nil {
		return err
	}
	latest := docs[len(docs)-1]
	if s.ofOneService {
		latest = comparison.Latest(docs)
	}
	if err := s.run.judgeCommitments(cmd.Context(), settings, loader, latest); err != nil {
		return err
	}
	return out.write(cmd.Context(), together(docs))
}

// readOnce refuses standard input given twice.
func (s *seriesOptions) readOnce() error {
	if first := slices.Index(s.files, "-"); first >= 0 && slices.Contains(s.files[first+1:], "-") {
		return usagef("- stands for standard input, which can be read once; name files for the others")
	}
	return nil
}

// readDocuments reads every file, a saved result or answers, and checks that all can be compared with the first.
func (s *seriesOptions) readDocuments(ctx context.Context, settings config.Config, loader loader) ([]*report.Document, error) {
	var docs []*report.Document
	for _, file := range s.files {
		source := s.run.answersFrom(ctx, settings, file, s.named)
		source.loader = loader
		doc, err := s.run.loadResult(ctx, source)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
		if err := comparison.CheckComparable(docs[0], doc); err != nil {
			return nil, s.pairError(file, err)
		}
		if err := s.checkService(docs); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

// checkService refuses the last of the results if it is about another service than an earlier one, where a series is that of one.
func (s *seriesOptions) checkService(docs []*report.Document) error {
	last := len(docs) - 1
	subject := docs[last].Subject
	if !s.ofOneService || s.across || subject == "" {
		return nil
	}
	for i, doc := range docs[:last] {
		if doc.Subject != "" && !english.SameName(doc.Subject, subject) {
			return diag.List{{
				Severity: diag.Error, Code: "other-subject", File: shownName(s.files[last]),
				Message: fmt.Sprintf("is about %s, and %s about %s", diag.Quote(string(subject)), diag.Visible(shownName(s.files[i])),
					diag.Quote(string(doc.Subject))),
				Hint: "follow one service, or allow several with --across",
			}}
		}
	}
	return nil
}

// pairError is an error about two files together, attributed to the later one.
func (s *seriesOptions) pairError(file string, reason error) error {
	return diag.List{{
		Severity: diag.Error, Code: "not-comparable", File: shownName(file),
		Message: fmt.Sprintf("cannot be compared with %s: %s", diag.Visible(shownName(s.files[0])), reason),
		Hint:    "name results of one questionnaire",
	}}
}
