package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// answerSource says where answers and their questionnaire come from.
type answerSource struct {
	// command is the command that needs them, for the message when there are none.
	command string
	// file is a file name, "-" for standard input, or "" for what is piped in.
	file string
	// text is the content of the file if it was read already, else nil.
	text *namedText
	// loader finds and loads the questionnaire.
	loader loader
	// questionnaire is an id or a path from the settings. required: the command line gave it, and answers to another
	// questionnaire are an error.
	questionnaire string
	required      bool
	// known is a questionnaire that answers may name by its id without loading it again; nil for none.
	known  *questionnaire.Questionnaire
	strict bool
}

// namedText is text with the name that messages use for it.
type namedText struct {
	name string
	text []byte
	// isEarlier is set for answers that were taken out of a result of an earlier form.
	isEarlier bool
}

// answered holds answers and the questionnaire that they are for.
type answered struct {
	questionnaire *questionnaire.Questionnaire
	sheet         *answers.Sheet
	// file is the name that messages use for the answers.
	file string
}

// answersFlags are the flags of a command that scores answers from a file or a pipe.
func answersFlags(cmd *cobra.Command, run *runner, file *string, questionnaire string) {
	questionnaireFlag(cmd, run, questionnaire)
	cmd.Flags().VarP((*singleFile)(file), "answers", "a", "`FILE` with the answers, or - for standard input")
	strictFlag(cmd)
	completeFiles(cmd, "answers", "yaml", "yml", "json")
}

// answersFrom returns a source of answers under the settings.
func (r *runner) answersFrom(ctx context.Context, settings config.Config, file string, required bool) answerSource {
	return answerSource{
		command: "assess", file: file, loader: r.newLoader(ctx, settings),
		questionnaire: settings.Questionnaire, required: required, strict: settings.Strict,
	}
}

// readAnswers reads and checks answers and loads the questionnaire they are for.
func (r *runner) readAnswers(ctx context.Context, from answerSource) (answered, error) {
	if from.text == nil && isSurveyName(from.file) {
		return answered{}, r.refuseSurvey(from.file)
	}
	in, err := r.readSource(ctx, from)
	if err != nil {
		return answered{}, err
	}
	file, found := answers.Parse(in.name, in.text)
	if file == nil {
		return answered{}, found
	}
	q, err := from.findQuestionnaire(file)
	if err != nil {
		return answered{}, err
	}
	sheet, found := in.check(file, q)
	if sheet == nil {
		return answered{}, found
	}
	late, err := r.checkExemptions(in.name, sheet)
	if err != nil {
		return answered{}, err
	}
	if late.HasErrors() {
		return answered{}, append(found, late...)
	}
	return answered{q, sheet, in.name}, r.showWarnings(found, from.strict)
}

// checkExemptions holds the ends of exemptions against the day of the run.
func (r *runner) checkExemptions(name string, sheet *answers.Sheet) (diag.List, error) {
	day, err := dayFor(r, sheet.Exemptions, gate.Set{})
	if err != nil || day == "" {
		return nil, err
	}
	return sheet.CheckExemptions(name, day), nil
}

// check holds answers against their questionnaire.
func (in namedText) check(file *answers.File, q *questionnaire.Questionnaire) (*answers.Sheet, diag.List) {
	sheet, found := file.Check(q)
	if in.isEarlier {
		found = scoredAgain(in.name, found)
	}
	return sheet, found
}

// scoredAgain says that a result is taken for its answers only. What is found about these has no place in the file.
func scoredAgain(name string, found diag.List) diag.List {
	again := diag.List{{
		Severity: diag.Note, Code: "scored-again", File: name,
		Message: "an earlier opsfit wrote this result; its answers are scored again",
	}}
	for _, d := range found {
		d.Pos, d.Length = diag.Pos{}, 0
		again = append(again, d)
	}
	return again
}

// readRegularAnswers is readAnswers for one of several files, which nobody may have named one by one: it opens regular files only.
func (r *runner) readRegularAnswers(ctx context.Context, from answerSource) (answered, error) {
	if err := r.refuseWaiting(from.file); err != nil {
		return answered{}, err
	}
	return r.readAnswers(ctx, from)
}

// readSource returns the text of the answers: a named file, or what is piped in.
func (r *runner) readSource(ctx context.Context, from answerSource) (namedText, error) {
	if from.text != nil {
		return *from.text, nil
	}
	file := from.file
	if file == "" {
		file = "-"
	}
	name, text, err := r.readInput(ctx, file, yamltree.MaxBytes)
	switch {
	case err == nil && from.file == "" && len(text) == 0:
		err = r.noAnswers(from.command)
	case files.IsMissing(err) && r.nearFile(file) == "":
		err = fmt.Errorf("%w; write one to fill in with: opsfit answers new %s", err, from.questionnaireToWrite(r.shell())+r.shell().quote(file))
	}
	return namedText{name: name, text: text}, err
}

// questionnaireToWrite is the flag for the questionnaire that the command line named; "" for none.
func (s answerSource) questionnaireToWrite(used shell) string {
	if !s.required {
		return ""
	}
	return "-q " + used.quote(s.questionnaire) + " "
}

// noAnswers lists the ways to give a command answers. A person who has just finished an interview does not know its file.
func (r *runner) noAnswers(command string) error {
	if drafts := listDrafts(r.draftFolder()); r.Streams.InIsTerminal && len(drafts) > 0 {
		return usagef("no answers; name a file with -a; those of the latest draft: opsfit %s -a %s", command, r.shell().quotePath(drafts[0].path))
	}
	ways := "name a file (opsfit " + command + " -a answers.yaml)"
	if r.shell().canRedirect() {
		ways += " or pipe one in (opsfit " + command + " < answers.yaml)"
	}
	if command == "assess" {
		return usagef("no answers to assess; %s; at a terminal, opsfit assess asks the questions", ways)
	}
	return usagef("no answers; %s", ways)
}

// findQuestionnaire finds the questionnaire: named on the command line, else by the answers, else by the configuration.
func (s answerSource) findQuestionnaire(file *answers.File) (*questionnaire.Questionnaire, error) {
	switch {
	case file.Questionnaire != "" && !s.required:
		return s.loadNamed(file)
	case s.questionnaire == "":
		return nil, file.MissingQuestionnaire()
	}
	return s.loader.loadQuestionnaire(s.questionnaire, s.strict)
}

// loadNamed loads the questionnaire that the answers name; an unknown id is an error in the answers file.
func (s answerSource) loadNamed(file *answers.File) (*questionnaire.Questionnaire, error) {
	if s.known != nil && s.known.ID == file.Questionnaire {
		return s.known, nil
	}
	if err := s.loader.checkReference(file); err != nil {
		return nil, err
	}
	return s.loader.loadQuestionnaire(file.Questionnaire, s.strict)
}
