package cli

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/agreement"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (f *assessFlags) registerPrefill(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.prefill, "prefill", false,
		"write the answers that the repository of --evidence suggests into the new\nfile of --save, for a person to confirm")
}

// checkPrefill finds what cannot be meant beside --prefill, which asks and reports nothing.
func (req *request) checkPrefill(cmd *cobra.Command) error {
	switch {
	case req.evidence == "":
		return usagef("--prefill needs --evidence DIR: the answers come from a repository")
	case req.interview.save == "":
		return usagef("--prefill needs --save FILE: the suggested answers go into a new file")
	case savable(req.interview.save) != nil:
		return usagef("--save %s: %w", req.interview.save, savable(req.interview.save))
	}
	others := []string{"answers", "resume", "edit", "fresh", "plain", "what-if", "amend", "format", "output"}
	for _, flag := range append(others, gateFlagNames()...) {
		if cmd.Flags().Changed(flag) {
			return usagef("--prefill only writes suggested answers; leave --%s out", flag)
		}
	}
	return nil
}

// prefill writes a draft with the answers that a repository suggests. A file that exists is never replaced.
func (r *runner) prefill(ctx context.Context, req request) error {
	file := req.interview.save
	if _, err := os.Lstat(r.absolute(file)); err == nil {
		return fmt.Errorf("write %s: it exists; name a new file, for the draft begins afresh", file)
	}
	q, err := r.library(ctx, req.settings).load(questionnaireFor(req.settings), req.settings.Strict)
	if err != nil {
		return err
	}
	scan, err := r.scan(ctx, req.evidence, r.evidenceOptions())
	if err != nil {
		return err
	}
	sheet := agreement.SuggestAnswers(q, scan)
	if err := r.put(ctx, file, answers.Write(q, sheet)); err != nil {
		return err
	}
	r.say("%s", suggestion(q, sheet))
	named := ""
	if config.IsPath(req.settings.Questionnaire) {
		named = "-q " + quoted(req.settings.Questionnaire) + " "
	}
	r.say("The questions are in %s, for a person to answer or confirm: opsfit assess %s%s--resume %s",
		file, named, req.evidenceOption(), quoted(file))
	return nil
}

// suggestion says what a repository suggests, or why that is nothing.
func suggestion(q *questionnaire.Questionnaire, sheet *answers.Sheet) string {
	given, asked := suggestedIn(q, sheet), english.Count(len(q.Questions), "question")
	if len(given) == 0 {
		return fmt.Sprintf("The repository suggests no answer to the %s: no figure of it both rests on enough and agrees with one option; "+
			"opsfit scan shows what there is", asked)
	}
	return fmt.Sprintf("The repository suggests %s to the %s, marked as such: %s",
		english.Count(len(given), "answer"), asked, english.List(given))
}

// suggestedIn are the questions with an answer, in the order of the questionnaire.
func suggestedIn(q *questionnaire.Questionnaire, sheet *answers.Sheet) []string {
	var names []string
	for i := range q.Questions {
		if _, ok := sheet.Answers[q.Questions[i].ID]; ok {
			names = append(names, q.Questions[i].ID)
		}
	}
	return names
}
