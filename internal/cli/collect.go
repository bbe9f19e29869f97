package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/syntax"
)

// intake is where answers and their questionnaire come from.
type intake struct {
	run *runner
	// unasked names a command that never asks the questions itself.
	unasked string
	// named reports that the command line names the questionnaire of the settings, so that another one in the answers file is an
	// error.
	named bool
	// answers is a file name, "-" for standard input, or empty to choose by what standard input is.
	answers string
	// input is what was read already; nil to read it.
	input *input
	// source is the name that messages use for the answers; empty when they come from no file.
	source string
	// books are the questionnaires to choose from; nil to look for them.
	books *library
	// current is the questionnaire of the run that these answers are a baseline for, which they may name by its id; nil for other
	// answers.
	current *questionnaire.Questionnaire
}

// input is a text that was read and the name that messages use for it.
type input struct {
	name string
	text []byte
}

// answersFlags are the flags of a command that scores answers from a file or a pipe.
func (i *intake) answersFlags(cmd *cobra.Command, questionnaire string) {
	questionnaireFlag(cmd, i.run, questionnaire)
	cmd.Flags().VarP((*onlyFile)(&i.answers), "answers", "a", "answers `FILE`, or - for standard input")
	strictFlag(cmd)
	completeFiles(cmd, "answers", "yaml", "yml", "json")
}

// collect reads the answers and loads the questionnaire they are for.
func (i *intake) collect(ctx context.Context, settings config.Config) (*questionnaire.Questionnaire, *answers.Sheet, error) {
	in, err := i.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	i.source = in.name
	file, found := parseAnswers(in.name, in.text)
	if file == nil {
		return nil, nil, found
	}
	books := i.run.library(ctx, settings)
	if i.books != nil {
		books = *i.books
	}
	q, err := i.load(books, settings, file)
	if err != nil {
		return nil, nil, err
	}
	sheet, found := file.Check(q)
	if sheet == nil {
		return nil, nil, found
	}
	return q, sheet, i.run.warn(found, settings.Strict)
}

// read returns the text of the answers: a named file, or what is piped in.
func (i *intake) read(ctx context.Context) (input, error) {
	switch {
	case i.input != nil:
		return *i.input, nil
	case i.answers != "":
		name, text, err := i.run.readInput(ctx, i.answers, syntax.MaxBytes)
		return input{name, text}, err
	}
	name, text, err := i.run.readInput(ctx, "-", syntax.MaxBytes)
	if err == nil && len(text) == 0 {
		return input{}, i.noAnswers()
	}
	return input{name, text}, err
}

// file names the file of answers for formats that point into it; empty where there is none, or where it has changed since.
func (a *assessment) file() string {
	if a.answers == "" || a.answers == "-" || a.session.edit {
		return ""
	}
	return a.run.fromRoot(a.answers)
}

func (i *intake) noAnswers() error {
	if i.unasked != "" {
		return usagef("no answers; name a file (opsfit %[1]s -a answers.yaml) or pipe one in (opsfit %[1]s < answers.yaml)", i.unasked)
	}
	return usagef("no answers to assess; name a file (opsfit assess -a answers.yaml) or pipe one in " +
		"(opsfit assess < answers.yaml); at a terminal, opsfit assess asks the questions")
}

// load finds the questionnaire: the command line names it, else the answers do, else the configuration.
func (i *intake) load(
	books library, settings config.Config, file *answers.File,
) (*questionnaire.Questionnaire, error) {
	wanted := settings.Questionnaire
	if file.Questionnaire != "" && !i.named {
		return i.loadNamed(books, settings, file)
	}
	if wanted == "" {
		return nil, file.MissingQuestionnaire()
	}
	return books.load(wanted, settings.Strict)
}

// loadNamed loads the questionnaire that the answers name; an id nobody knows is a fault of the answers file.
func (i *intake) loadNamed(
	books library, settings config.Config, file *answers.File,
) (*questionnaire.Questionnaire, error) {
	if i.current != nil && i.current.ID == file.Questionnaire {
		return i.current, nil
	}
	if err := books.admits(file); err != nil {
		return nil, err
	}
	return books.load(file.Questionnaire, settings.Strict)
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
