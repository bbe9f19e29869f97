package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// registerFrom lets an assessment start with answers to another questionnaire.
func (f *assessFlags) registerFrom(cmd *cobra.Command) {
	cmd.Flags().Var((*singleFile)(&f.from), "from", "start with the answers in `FILE` to what this questionnaire asks too")
	groupFlags(cmd.Flags(), answersGroup)
	completeFiles(cmd, "from", "yaml", "yml", "json")
}

// checkFrom refuses flags that name other answers to start with, and a run that does not say what to ask.
func (req *request) checkFrom() error {
	f := &req.interview
	switch {
	case req.from == "":
		return nil
	case req.settings.Questionnaire == "":
		return usagef("--from takes answers over into another questionnaire; name that one: opsfit assess -q launch --from %s",
			req.run.shell().quote(req.from))
	case req.answers != "" || f.resume != "" || req.whatIf != nil:
		return usagef("--from starts a new assessment; leave out --answers, --resume and --what-if")
	case req.from == "-" && (f.plain || req.run.Streams.InIsTerminal):
		return usagef("--from needs a file, since standard input is for what is typed")
	}
	return nil
}

// takeOver reads the answers of --from that the questionnaire asks for too, and returns the name of the file for messages.
func (r *runner) takeOver(ctx context.Context, file string, q *questionnaire.Questionnaire) (*answers.Sheet, string, diag.List, error) {
	if err := r.refuseWaiting(file); err != nil {
		return nil, "", nil, err
	}
	name, text, err := r.readInput(ctx, file, yamltree.MaxBytes)
	if err != nil {
		return nil, "", nil, err
	}
	read, found := answers.Parse(name, text)
	if read == nil {
		return nil, "", nil, found
	}
	sheet, found := read.TakeOver(q)
	if sheet == nil {
		return nil, "", nil, found
	}
	return sheet, name, found, nil
}

// describeTakenOver names the answers that were taken over, or counts them where they are many; "" for none.
func describeTakenOver(q *questionnaire.Questionnaire, sheet *answers.Sheet) string {
	const mostNamed = 5
	given := suggestedIn(q, sheet)
	if len(given) > mostNamed {
		return english.Count(len(given), "answer")
	}
	return english.List(given)
}

// takenNote says on standard error what was taken over. That nothing was is worth a warning: the file was named for it.
func takenNote(name string, q *questionnaire.Questionnaire, sheet *answers.Sheet) diag.Diagnostic {
	note := diag.Diagnostic{Severity: diag.Note, Code: "taken-over", File: name, Message: "taken over: " + describeTakenOver(q, sheet)}
	if len(sheet.Answers) == 0 {
		note.Severity, note.Message = diag.Warning, "no answer here is to a question of "+diag.Quote(q.ID)
	}
	return note
}

// readTakenOver is readAnswers for the answers of --from, without asking for the rest.
func (r *runner) readTakenOver(ctx context.Context, req request) (answered, error) {
	q, err := r.newLoader(ctx, req.settings).loadQuestionnaire(req.settings.Questionnaire, req.settings.Strict)
	if err != nil {
		return answered{}, err
	}
	sheet, name, found, err := r.takeOver(ctx, req.from, q)
	if err != nil {
		return answered{}, err
	}
	return answered{q, sheet, name}, r.showWarnings(append(found, takenNote(name, q, sheet)), req.settings.Strict)
}

// openFrom starts an interview with the answers of --from: they are not asked again, and can be changed like any other.
func (r *runner) openFrom(ctx context.Context, req request, opening *interview.Opening, store *drafts) error {
	q, err := r.newLoader(ctx, req.settings).loadQuestionnaire(req.settings.Questionnaire, req.settings.Strict)
	if err != nil {
		return err
	}
	sheet, name, found, err := r.takeOver(ctx, req.from, q)
	if err != nil {
		return err
	}
	note := takenNote(name, q, sheet)
	if req.settings.Strict {
		if err := append(found, note).Strict().Err(); err != nil {
			return err
		}
	}
	store.q = q
	startFrom(opening, q, sheet, found)
	opening.Fresh, opening.Settled = true, sheet.Subject != "" || req.interview.given.Subject != ""
	if len(sheet.Answers) > 0 {
		opening.Notices = append(opening.Notices, "Taken over from "+name+": "+describeTakenOver(q, sheet))
	} else {
		opening.Notices = append(opening.Notices, name+": "+note.Message)
	}
	return nil
}
