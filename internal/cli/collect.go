package cli

import (
	"context"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/syntax"
)

// collect reads the answers and loads the questionnaire they are for.
func (a *assessment) collect(ctx context.Context, settings config.Config) (*questionnaire.Questionnaire, *answers.Sheet, error) {
	in, err := a.read(ctx)
	if err != nil {
		return nil, nil, err
	}
	a.source = in.name
	file, found := parseAnswers(in.name, in.text)
	if file == nil {
		return nil, nil, found
	}
	books := a.run.library(ctx, settings)
	if a.books != nil {
		books = *a.books
	}
	q, err := a.load(books, settings, file)
	if err != nil {
		return nil, nil, err
	}
	sheet, found := file.Check(q)
	if sheet == nil {
		return nil, nil, found
	}
	return q, sheet, a.run.warn(found, settings.Strict)
}

// read returns the text of the answers: a named file, or what is piped in.
func (a *assessment) read(ctx context.Context) (input, error) {
	switch {
	case a.input != nil:
		return *a.input, nil
	case a.answers != "":
		name, text, err := a.run.readInput(ctx, a.answers, syntax.MaxBytes)
		return input{name, text}, err
	}
	name, text, err := a.run.readInput(ctx, "-", syntax.MaxBytes)
	if err == nil && len(text) == 0 {
		return input{}, a.noAnswers()
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

func (a *assessment) noAnswers() error {
	if a.unasked != "" {
		return usagef("no answers; name a file (opsfit %[1]s -a answers.yaml) or pipe one in (opsfit %[1]s < answers.yaml)", a.unasked)
	}
	return usagef("no answers to assess; name a file (opsfit assess -a answers.yaml) or pipe one in " +
		"(opsfit assess < answers.yaml); at a terminal, opsfit assess asks the questions")
}

// load finds the questionnaire: the command line names it, else the answers do, else the configuration.
func (a *assessment) load(
	books library, settings config.Config, file *answers.File,
) (*questionnaire.Questionnaire, error) {
	wanted := settings.Questionnaire
	if file.Questionnaire != "" && !a.named {
		return a.loadNamed(books, settings, file)
	}
	if wanted == "" {
		return nil, file.MissingQuestionnaire()
	}
	return books.load(wanted, settings.Strict)
}

// loadNamed loads the questionnaire that the answers name; an id nobody knows is a fault of the answers file.
func (a *assessment) loadNamed(
	books library, settings config.Config, file *answers.File,
) (*questionnaire.Questionnaire, error) {
	if a.current != nil && a.current.ID == file.Questionnaire {
		return a.current, nil
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
