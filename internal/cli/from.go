package cli

import (
	"context"
	"fmt"

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
			quoteForShell(req.from))
	case req.answers != "" || f.resume != "" || req.whatIf != nil:
		return usagef("--from starts a new assessment; leave out --answers, --resume and --what-if")
	case req.from == "-" && (f.plain || req.run.Streams.InIsTerminal):
		return usagef("--from needs a file, since standard input is for what is typed")
	}
	return nil
}

// takeOver reads the answers of --from that the questionnaire asks for too. The diagnostics say which ones they are.
func (r *runner) takeOver(ctx context.Context, file string, q *questionnaire.Questionnaire) (*answers.Sheet, string, diag.List, error) {
	if err := r.refuseWaiting(file); err != nil {
		return nil, "", nil, err
	}
	name, text, err := r.readInput(ctx, file, yamltree.MaxBytes)
	if err != nil {
		return nil, "", nil, err
	}
	read, found := parseAnswers(name, text)
	if read == nil {
		return nil, "", nil, found
	}
	sheet, found := read.TakeOver(q)
	if sheet == nil {
		return nil, "", nil, found
	}
	taken := diag.Diagnostic{Severity: diag.Note, Code: "taken-over", File: name, Message: describeTakenOver(q, sheet)}
	if len(sheet.Answers) == 0 {
		taken.Severity = diag.Warning
	}
	return sheet, name, append(found, taken), nil
}

// describeTakenOver names the answers that were taken over, or counts them where they are many.
func describeTakenOver(q *questionnaire.Questionnaire, sheet *answers.Sheet) string {
	const mostNamed = 5
	switch given := suggestedIn(q, sheet); {
	case len(given) == 0:
		return fmt.Sprintf("no answer here is to a question of %s", diag.Quote(q.ID))
	case len(given) > mostNamed:
		return fmt.Sprintf("%s taken over", english.CountOf(len(given), "answer is", "answers are"))
	default:
		return "taken over: " + english.List(given)
	}
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
	return answered{q, sheet, name}, r.showWarnings(found, req.settings.Strict)
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
	if req.settings.Strict {
		if err := found.Strict().Err(); err != nil {
			return err
		}
	}
	store.q = q
	startFrom(opening, q, sheet, nil)
	opening.Fresh, opening.Settled = true, sheet.Subject != "" || req.interview.given.Subject != ""
	for _, notice := range noticesOf(found) {
		opening.Notices = append(opening.Notices, "From "+name+": "+notice)
	}
	return nil
}
