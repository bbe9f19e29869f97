package cli

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidencecheck"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (f *assessFlags) registerPrefill(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.prefill, "prefill", false,
		"write the answers that the repository of --evidence suggests into the new file of --save, for a person to confirm")
	groupFlags(cmd.Flags(), evidenceGroup)
}

// checkPrefill refuses flags that contradict --prefill, which asks and reports nothing.
func (req *request) checkPrefill(cmd *cobra.Command) error {
	switch {
	case req.evidence == "":
		return usagef("--prefill needs --evidence DIR: the answers come from a repository")
	case req.interview.save == "":
		return usagef("--prefill needs --save FILE: the suggested answers go into a new file")
	case checkDraftName(req.interview.save) != nil:
		return usagef("--save %s: %w", req.interview.save, checkDraftName(req.interview.save))
	}
	others := []string{"answers", "from", "resume", "edit", "fresh", "plain", "what-if", "amend", "format", "output"}
	for _, flag := range append(others, gateFlagNames()...) {
		if cmd.Flags().Changed(flag) {
			return usagef("--prefill only writes suggested answers; leave --%s out", flag)
		}
	}
	return nil
}

// writePrefilled writes a draft with the answers that a repository suggests. It never replaces a file.
func (r *runner) writePrefilled(ctx context.Context, req request) error {
	file := req.interview.save
	if _, err := os.Lstat(r.absolutePath(file)); err == nil {
		return fmt.Errorf("write %s: it exists; name a new file, because the draft starts over", file)
	}
	q, err := r.newLoader(ctx, req.settings).loadQuestionnaire(questionnaireFor(req.settings), req.settings.Strict)
	if err != nil {
		return err
	}
	scan, err := r.scanRepository(ctx, req.evidence, req.reading)
	if err != nil {
		return err
	}
	r.tellUnusable(scan)
	sheet := evidencecheck.SuggestAnswers(q, scan)
	if err := r.writeOutput(ctx, file, answers.Write(q, sheet)); err != nil {
		return err
	}
	r.notify("%s", describeSuggestions(q, sheet, scan.Delivery != nil))
	named := ""
	if config.IsPath(req.settings.Questionnaire) {
		named = "-q " + req.run.shell().quote(req.settings.Questionnaire) + " "
	}
	r.notify("The questions are in %s, for a person to answer or confirm: opsfit assess %s%s--resume %s",
		file, named, req.evidenceOption(), req.run.shell().quotePath(file))
	return nil
}

// describeSuggestions says what a repository suggests, with exports where there are some, or why nothing is suggested.
func describeSuggestions(q *questionnaire.Questionnaire, sheet *answers.Sheet, exports bool) string {
	given, asked := suggestedIn(q, sheet), english.Count(len(q.Questions), "question")
	sources, of := "The repository suggests", "it"
	if exports {
		sources, of = "The repository and the exports suggest", "them"
	}
	if len(given) == 0 {
		return fmt.Sprintf("%s no answer to the %s: no figure of %s both rests on enough and agrees with one option; "+
			"opsfit scan shows what there is", sources, asked, of)
	}
	return fmt.Sprintf("%s %s to the %s, marked as such: %s", sources, english.Count(len(given), "answer"), asked, english.List(given))
}

// suggestedIn returns the titles of the questions with an answer, in the order of the questionnaire.
func suggestedIn(q *questionnaire.Questionnaire, sheet *answers.Sheet) []string {
	var names []string
	for i := range q.Questions {
		if _, ok := sheet.Answers[q.Questions[i].ID]; ok {
			names = append(names, q.Questions[i].Title)
		}
	}
	return names
}
