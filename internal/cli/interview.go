package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/interview/ui"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/terminal"
)

// interviewFlags are the flags of the interview.
type interviewFlags struct {
	plain, fresh, edit bool
	// save is a file name; "" when not given.
	save   string
	resume resumeFlag
	// given is what the flags say of the service and the respondent; the rest is asked.
	given interview.Head
}

func (f *interviewFlags) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	addHeadFlags(cmd, &f.given.Subject, &f.given.Team, &f.given.Role)
	flags.StringVar(&f.save, "save", "", "save every answer at once in `FILE`")
	flags.Var(&f.resume, "resume", "continue with the answers in `FILE`; alone, with the latest draft")
	flags.Lookup("resume").NoOptDefVal = string(newestDraft)
	flags.BoolVar(&f.fresh, "fresh", false, "start over; the earlier draft is kept")
	flags.BoolVar(&f.edit, "edit", false, "review and change the answers of --answers")
	groupFlags(flags, interviewGroup)
	completeFiles(cmd, "save", "yaml", "yml")
	completeFiles(cmd, "resume", "yaml", "yml", "json")
}

// addHeadFlags adds flags for what a sheet says besides its answers; there is nothing to complete them with.
func addHeadFlags(cmd *cobra.Command, subject, team, role *string) {
	flags := cmd.Flags()
	flags.StringVar(subject, "service", "", "the `SERVICE` that the answers are about")
	flags.StringVar(team, "team", "", "the `TEAM` behind the service")
	flags.StringVar(role, "role", "", "the `ROLE` of the person who answers")
	for _, name := range []string{"service", "team", "role"} {
		completeWords(cmd, name)
	}
}

// resumeFlag is the value of --resume: a file, newestDraft, or "" when it was not given.
type resumeFlag string

// newestDraft stands for the latest draft; a file of that name is ./newest.
const newestDraft resumeFlag = "newest"

func (f *resumeFlag) String() string { return string(*f) }

// Type returns what help calls the value.
func (f *resumeFlag) Type() string { return "file" }

func (f *resumeFlag) Set(name string) error {
	*f = resumeFlag(name)
	return nil
}

// takeFile takes the one argument of a command line as the file of --resume: its value is optional, so pflag leaves a file
// that follows after a space among the arguments.
func (f *resumeFlag) takeFile(args []string) []string {
	if *f == newestDraft && len(args) == 1 {
		*f = resumeFlag(args[0])
		return nil
	}
	return args
}

// firstSet returns the first flag that only an interview has; "" for none.
func (f *interviewFlags) firstSet() string {
	switch {
	case f.edit:
		return "--edit"
	case f.resume != "":
		return "--resume"
	case f.save != "":
		return "--save"
	case f.fresh:
		return "--fresh"
	case f.given.Subject != "":
		return "--service"
	case f.given.Team != "":
		return "--team"
	case f.given.Role != "":
		return "--role"
	}
	return ""
}

// checkInterview decides whether to interview a person, and refuses contradictory flags.
func (req *request) checkInterview() (asks bool, err error) {
	f, terminal := &req.interview, req.run.Streams.InIsTerminal
	if err := req.checkInterviewFlags(); err != nil {
		return false, err
	}
	switch {
	case req.isCheck() && req.answers == "" && terminal:
		return false, req.run.noAnswers(req.command)
	case req.isCheck() || req.answers != "" && !f.edit:
		return false, nil
	case terminal || f.plain:
		return true, nil
	case f.firstSet() != "":
		return false, usagef("%s is for the interview, which needs a terminal; with a pipe add --plain", f.firstSet())
	}
	return false, nil
}

func (req *request) checkInterviewFlags() error {
	f := &req.interview
	switch {
	case f.edit && (req.answers == "" || req.answers == "-"):
		return usagef("--edit needs a file with the answers to change: opsfit assess --edit -a answers.yaml")
	case f.resume == "-":
		return usagef("--resume needs a file, since standard input is for what is typed; with answers in a pipe leave it out")
	case f.resume != "" && (req.answers != "" || f.fresh):
		return usagef("--resume continues with the answers of its file; leave out --answers and --fresh")
	case f.save != "" && checkDraftName(f.save) != nil:
		return usagef("--save %s: %w", f.save, checkDraftName(f.save))
	case req.answers != "" && !f.edit && f.firstSet() != "":
		return usagef("%s is for the interview; leave out --answers, or add --edit to change them", f.firstSet())
	}
	return nil
}

// finishedInterview is what remains to be said after the report on an interview.
type finishedInterview struct {
	drafts *drafts
	// moved says that the answers moved to another file; "" when they did not.
	moved string
	page  *interviewPage
}

// runInterview asks a person for the answers, while a repository is read in the background.
func (r *runner) runInterview(ctx context.Context, req request) (inputs, error) {
	opening, drafts, err := r.newOpening(ctx, req)
	if err != nil {
		return inputs{}, err
	}
	baseline, err := r.baselineOfInterview(ctx, req, opening)
	if err != nil {
		return inputs{}, err
	}
	reading, err := r.scanInBackground(ctx, req.evidence, req.reading)
	if err != nil {
		return inputs{}, err
	}
	if reading != nil {
		opening.RepositoryEvidence = reading
	}
	page := &interviewPage{run: r, req: &req, drafts: drafts}
	opening.WritePage = page.write
	session, err := r.chooseInterface(req)(ctx, opening, r.interviewTerminal())
	r.Streams.Measure()
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		drafts.saveApart(session)
		return inputs{}, drafts.endInterview(req, err)
	}
	in, err := r.takeAnswers(req, drafts, session.Sheet())
	if err != nil {
		return inputs{}, err
	}
	in.baseline, in.interview.page = baseline, page
	if in.scan, err = reading.waitForScan(ctx); err != nil {
		return inputs{}, fmt.Errorf("%w\n%s", err, drafts.howToContinue(req))
	}
	r.tellUnusable(in.scan)
	return in, nil
}

// baselineOfInterview checks the gates before the first question. Without gates nothing waits for the questionnaire.
func (r *runner) baselineOfInterview(ctx context.Context, req request, opening *interview.Opening) (*report.Document, error) {
	if req.gates.IsEmpty() {
		return nil, nil
	}
	q, err := opening.Questionnaire()
	if err != nil {
		return nil, err
	}
	return r.loadBaseline(ctx, req, gate.ScopeOf(q), q)
}

// takeAnswers saves the answers of a finished interview a last time and checks them like those of a file: earlier
// answers may have faults of their own.
func (r *runner) takeAnswers(req request, drafts *drafts, sheet *answers.Sheet) (inputs, error) {
	moved, unsaved := drafts.Save(sheet)
	name, text := drafts.AnswersPlace(sheet.Subject), answers.Write(drafts.q, sheet)
	r.sources[name] = text
	file, found := answers.Parse(name, text)
	if file != nil {
		_, found = file.Check(drafts.q)
		// The review said what is not asked.
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code == "not-asked" })
	}
	if err := r.showWarnings(found, req.settings.Strict); err != nil {
		r.notify("The answers are in %s", drafts.written)
		return inputs{}, err
	}
	if unsaved == nil {
		r.inputs = append(r.inputs, r.absolutePath(drafts.written))
	}
	return inputs{
		answered:  answered{questionnaire: drafts.q, sheet: sheet},
		interview: &finishedInterview{drafts: drafts, moved: moved},
	}, nil
}

// answersFile returns the file that the answers were saved in; "" without an interview, or where saving failed.
func (f *finishedInterview) answersFile() string {
	if f == nil || f.drafts.unsaved != nil {
		return ""
	}
	return f.drafts.written
}

// updatePage brings the page that was asked for in the interview up to the result.
func (f *finishedInterview) updatePage(doc *report.Document) error {
	if f == nil {
		return nil
	}
	return f.page.update(doc)
}

// closeInterview says where the answers are, or how to continue when there is no report. Without an
// interview it returns the error unchanged.
func (r *runner) closeInterview(req request, done *finishedInterview, err error) error {
	if done == nil {
		return err
	}
	if _, isGate := errors.AsType[gatesError](err); err != nil && !isGate {
		return fmt.Errorf("%w\n%s", err, done.drafts.howToContinue(req))
	}
	if done.moved != "" {
		r.notify("%s", done.moved)
	}
	if done.page.file != "" {
		r.notify("The page to send is %s", done.page.file)
	}
	// A screen ends with a command that names the file.
	if done.drafts.unsaved == nil && !req.showsScreen {
		r.notify("The answers are in %s", done.drafts.written)
		if !r.Streams.OutIsTerminal { // there the report ends with what to type next
			r.notify("The same report again: opsfit assess %s%s-a %s",
				done.drafts.questionnaireOption(), req.evidenceOption(), r.shell().quotePath(done.drafts.written))
		}
	}
	return cmp.Or(done.drafts.unsaved, err)
}

// interviewFunc runs an interview on a terminal.
type interviewFunc func(context.Context, *interview.Opening, ui.Terminal) (*interview.Session, error)

// chooseInterface chooses the full screen if it can be drawn and nobody asked for lines.
func (r *runner) chooseInterface(req request) interviewFunc {
	isScreen := r.Streams.InIsTerminal && r.Streams.ErrIsTerminal && !terminal.IsDumb(r.Env)
	if req.interview.plain || terminal.Spoken(isScreen, r.Env) || !isScreen {
		return ui.RunPlain
	}
	return ui.RunFullScreen
}

// interviewTerminal uses standard error: standard output is for the report.
func (r *runner) interviewTerminal() ui.Terminal {
	options := r.errOptions()
	return ui.Terminal{
		In: r.Streams.In, Out: r.Streams.Err,
		Columns: options.Width, Rows: r.Streams.Rows, Color: options.Color, Hues: options.Hues, ASCII: options.ASCII,
		Continued: r.Continued, Echo: !r.Streams.InIsTerminal, Env: r.Env,
	}
}

// questionnaireOption repeats the questionnaire of the command line if the id in the answers would not find it.
func (d *drafts) questionnaireOption() string {
	if d.named == "" {
		return ""
	}
	return "-q " + d.run.shell().quote(d.named) + " "
}

// notify prints a message for the person on standard error.
func (r *runner) notify(format string, args ...any) {
	_, _ = fmt.Fprintln(r.Streams.Err, r.wrapMessage(diag.Visible(fmt.Sprintf(format, args...))))
}
