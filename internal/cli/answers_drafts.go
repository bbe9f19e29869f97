package cli

import (
	"time"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/page"
)

func newAnswersDrafts(run *runner) *cobra.Command {
	var outputs outputOptions
	cmd := &cobra.Command{
		Use:   "drafts",
		Short: "List the drafts of interviews: which service, when, how far",
		Args:  noArguments(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return run.showDrafts(cmd, outputs) },
	}
	questionnaireFlag(cmd, run, "all that have drafts")
	outputs.addFlags(cmd, draftFormats().formatNames())
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit answers drafts [-q ID|FILE]"}},
		examples: page.Commands{
			{Line: "opsfit answers drafts"},
			{Line: "opsfit answers drafts -f json", Note: "for programs"},
		},
		about: []string{
			"Lists the answers that interviews saved on this machine, the latest first. With -q, only those to that questionnaire.",
			"Each draft is an answers file that opsfit assess -a reads. " + outputPlace,
		},
		topics: []string{"answers"},
	})
}

func (r *runner) showDrafts(cmd *cobra.Command, outputs outputOptions) error {
	settings, err := r.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(r, cmd, settings, draftFormats(), outputs)
	if err != nil {
		return err
	}
	named, err := namesQuestionnaire(cmd, settings)
	if err != nil {
		return err
	}
	known := knownQuestionnaires{loader: r.newLoader(cmd.Context(), settings)}
	if named {
		known.alone = true
		if known.loaded, err = known.loader.loadQuestionnaire(settings.Questionnaire, settings.Strict); err != nil {
			return err
		}
	}
	return out.write(cmd.Context(), r.draftList(known))
}

// draftList lists the drafts; where one questionnaire was named, only its own.
func (r *runner) draftList(known knownQuestionnaires) *interview.DraftList {
	tool := r.reportTool()
	list := &interview.DraftList{
		Schema: interview.DraftsSchema, Tool: interview.Tool{Name: tool.Name, Version: tool.Version},
		Folder: r.draftFolder(), Drafts: []interview.StoredDraft{},
	}
	for _, stored := range listDrafts(list.Folder) {
		draft := interview.StoredDraft{Path: stored.path, Saved: stored.saved.Format(time.RFC3339)}
		if stored.file != nil {
			draft.Subject, draft.Questionnaire = stored.file.About().Subject, &stored.file.Questionnaire
		}
		checked, ok := known.checkDraft(stored)
		if ok {
			draft.Answered, draft.Total = &checked.progress.Answered, &checked.progress.Total
		}
		if ok || !known.alone {
			list.Drafts = append(list.Drafts, draft)
		}
	}
	return list
}
