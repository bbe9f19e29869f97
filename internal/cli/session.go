package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/screen"
)

// sessionFlags are the flags of the interview.
type sessionFlags struct {
	plain, fresh, edit bool
	// save and resume are file names; empty when not given.
	save, resume string
}

func (f *sessionFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.plain, "plain", false, "interview line by line, for screen readers, logs and pipes")
	flags.StringVar(&f.save, "save", "", "interview: save every answer at once in `FILE`")
	flags.StringVar(&f.resume, "resume", "", "interview: go on with the answers in `FILE`")
	flags.BoolVar(&f.fresh, "fresh", false, "interview: set an earlier draft aside and start anew")
	flags.BoolVar(&f.edit, "edit", false, "interview: review and change the answers of --answers")
	completeFiles(cmd, "save", "yaml", "yml")
	completeFiles(cmd, "resume", "yaml", "yml", "json")
}

// first names the first flag that only an interview has; empty for none.
func (f *sessionFlags) first() string {
	switch {
	case f.edit:
		return "--edit"
	case f.resume != "":
		return "--resume"
	case f.save != "":
		return "--save"
	case f.fresh:
		return "--fresh"
	case f.plain:
		return "--plain"
	}
	return ""
}

// interviewed decides whether a person is asked, and refuses flags that cannot be meant together.
func (a *assessment) interviewed() (bool, error) {
	if err := a.contradiction(); err != nil {
		return false, err
	}
	f := &a.session
	switch {
	case a.checks && a.answers == "" && a.run.Streams.InIsTerminal:
		return false, a.noAnswers()
	case a.checks || a.answers != "" && !f.edit:
		return false, nil
	case a.run.Streams.InIsTerminal || f.plain:
		return true, nil
	case f.first() != "":
		return false, usagef("%s is for the interview, which needs a terminal; with a pipe add --plain", f.first())
	}
	return false, nil
}

func (a *assessment) contradiction() error {
	f := &a.session
	switch {
	case f.edit && (a.answers == "" || a.answers == "-"):
		return usagef("--edit needs a file with the answers to change: opsfit assess --edit -a answers.yaml")
	case f.resume == "-":
		return usagef("--resume needs a file, since standard input is for what is typed; with answers in a pipe leave it out")
	case f.resume != "" && (a.answers != "" || f.fresh):
		return usagef("--resume goes on with the answers of its file; leave out --answers and --fresh")
	case f.save != "" && savable(f.save) != nil:
		return usagef("--save %s: %w", f.save, savable(f.save))
	case a.answers != "" && !f.edit && f.first() != "":
		return usagef("%s is for the interview; leave out --answers, or add --edit to change them", f.first())
	}
	return nil
}

// interview asks the questions, then does what assess does with answers from a file.
func (a *assessment) interview(ctx context.Context, settings config.Config, list []target[*report.Document]) error {
	opening, drafts, err := a.opening(ctx, settings)
	if err != nil {
		return err
	}
	if err := a.conveneFor(ctx, settings, opening); err != nil {
		return err
	}
	if err := a.witness.attend(ctx, a.run, opening); err != nil {
		return err
	}
	session, err := a.face()(ctx, opening, a.stage())
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		drafts.secure(session)
		return fmt.Errorf("%w\n%s", err, a.wayBack(drafts))
	}
	return a.concludeSession(ctx, settings, drafts, session.Sheet(), list)
}

// conveneFor looks at the gates before the first question. Without gates nothing waits for the questionnaire.
func (a *assessment) conveneFor(ctx context.Context, settings config.Config, opening *interview.Opening) error {
	if a.gates.IsEmpty() {
		return nil
	}
	q, err := opening.Questionnaire()
	if err != nil {
		return err
	}
	return a.convene(ctx, settings, gate.ScopeOf(q), q)
}

// concludeSession reports on the answers of a finished interview, then says where they are.
func (a *assessment) concludeSession(
	ctx context.Context, settings config.Config, drafts *drafts, sheet *answers.Sheet, list []target[*report.Document],
) error {
	moved, unsaved := drafts.Save(sheet)
	if err := a.checkGiven(settings, drafts, sheet); err != nil {
		a.run.say("The answers are in %s", drafts.written)
		return err
	}
	if unsaved == nil {
		a.run.inputs = append(a.run.inputs, a.run.absolute(drafts.written))
	}
	err := a.witness.wait(ctx)
	if err == nil {
		err = a.conclude(ctx, settings, drafts.q, sheet, list)
	}
	if _, told := errors.AsType[unmetError](err); err != nil && !told {
		return fmt.Errorf("%w\n%s", err, a.wayBack(drafts))
	}
	for _, t := range list {
		if t.file != "" {
			a.run.say("The report is in %s", t.file)
		}
	}
	if moved != "" {
		a.run.say("%s", moved)
	}
	if unsaved == nil {
		a.run.say("The answers are in %s", drafts.written)
		a.run.say("The same report again: opsfit assess %s%s-a %s", drafts.option(), a.witness.option(), quoted(drafts.written))
	}
	return cmp.Or(unsaved, err)
}

// checkGiven holds the answers to what they would be held to in a file: earlier ones may have findings of their own.
func (a *assessment) checkGiven(settings config.Config, drafts *drafts, sheet *answers.Sheet) error {
	name, text := drafts.Place(sheet.Subject), answers.Write(drafts.q, sheet)
	a.run.sources[name] = text
	file, found := answers.Parse(name, text)
	if file != nil {
		_, found = file.Check(drafts.q)
	}
	return a.run.warn(found, settings.Strict)
}

// face is how a person and the program talk.
type face func(context.Context, *interview.Opening, screen.Stage) (*interview.Session, error)

// face chooses the full screen only where it can be drawn and nobody asked for lines.
func (a *assessment) face() face {
	streams, env := a.run.Streams, a.run.Env
	accessible := env("ACCESSIBLE") != "" && env("ACCESSIBLE") != "0"
	dumb := env("TERM") == "dumb" || env("TERM") == "" && runtime.GOOS != "windows"
	if a.session.plain || accessible || dumb || !streams.InIsTerminal || !streams.ErrIsTerminal {
		return screen.Plain
	}
	return screen.Full
}

// stage is standard error: standard output is for the report.
func (a *assessment) stage() screen.Stage {
	options := a.run.errOptions()
	return screen.Stage{
		In: a.run.Streams.In, Out: a.run.Streams.Err,
		Columns: options.Width, Rows: a.run.Streams.Rows, Color: options.Color, ASCII: options.ASCII,
		Echo: !a.run.Streams.InIsTerminal, Env: a.run.Env,
	}
}

// wayBack says where the answers so far are, and how to go on with them beside the same repository.
func (a *assessment) wayBack(d *drafts) string {
	if d.written == "" {
		return "Nothing was saved."
	}
	return fmt.Sprintf("The answers so far are in %s\nTo go on: opsfit assess %s%s--resume %s",
		d.written, d.option(), a.witness.option(), quoted(d.written))
}

// option repeats the questionnaire of the command line where the id in the answers would not find it.
func (d *drafts) option() string {
	if d.named == "" {
		return ""
	}
	return "-q " + quoted(d.named) + " "
}

// quoted makes a name one word for a shell.
func quoted(name string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%~"
	if name != "" && strings.Trim(name, plain) == "" {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}

// say tells the person something on standard error.
func (r *runner) say(format string, args ...any) {
	_, _ = fmt.Fprintln(r.Streams.Err, diag.Visible(fmt.Sprintf(format, args...)))
}
