package cli

import (
	"cmp"
	"context"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/gitrepo"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// earlierAnswers returns the file that a session starts from; "" for none. A draft that the person did not name is told in
// the notices.
func (r *runner) earlierAnswers(ctx context.Context, req request, opening *interview.Opening) (string, error) {
	if req.interview.resume != newestDraft {
		return cmp.Or(string(req.interview.resume), req.answers), nil
	}
	loader := r.newLoader(ctx, req.settings)
	id := ""
	if req.required {
		q, _, err := loader.openQuestionnaire(req.settings.Questionnaire)
		if err != nil {
			return "", err
		}
		if q != nil {
			id = q.ID
		}
	}
	subject := req.interview.given.Subject
	for _, draft := range listDrafts(r.draftFolder()) {
		if draft.file == nil || id != "" && draft.file.Questionnaire != id || subject != "" && !draft.isAbout(subject) {
			continue
		}
		about := draft.file.About()
		opening.Notices = []string{"Continuing the latest draft: " + cmp.Or(about.Subject, "a service without a name") +
			draft.saved.Format(", saved on 2 January 2006 at 15:04.")}
		return draft.path, nil
	}
	if subject != "" {
		return "", usagef("there is no draft about %s; opsfit answers drafts lists the drafts", diag.Quote(subject))
	}
	return "", usagef("there is no draft to continue; opsfit assess starts an interview, and --resume FILE continues one saved elsewhere")
}

// offerUnfinished offers to continue drafts with open questions. Where the questionnaire was chosen, or gates depend on it,
// only drafts of that one.
func (r *runner) offerUnfinished(ctx context.Context, req request, opening *interview.Opening, store *drafts) error {
	stored := listDrafts(store.folder)
	if len(stored) == 0 {
		return nil
	}
	q, err := opening.Questionnaire()
	if err != nil {
		return err
	}
	known := knownQuestionnaires{loader: r.newLoader(ctx, req.settings), loaded: q}
	known.alone = req.settings.Questionnaire != "" || !req.gates.IsEmpty()
	var offered []checkedDraft
	for _, draft := range stored {
		checked, ok := known.checkDraft(draft)
		if !ok || !checked.unfinished || req.settings.Strict && len(checked.found) > 0 {
			continue
		}
		offered = append(offered, checked)
		opening.Unfinished = append(opening.Unfinished, interview.Unfinished{
			Subject: checked.sheet.Subject, Questionnaire: checked.q.Title,
			Answered: checked.progress.Answered, Total: checked.progress.Total, Saved: draft.saved,
		})
	}
	opening.Resume = func(i int) {
		chosen := offered[i]
		startFrom(opening, chosen.q, chosen.sheet, chosen.found)
		opening.Sheet.Date = r.today()
		store.q = chosen.q
		store.resumeDraft(chosen.path, chosen.text, chosen.sheet)
	}
	return nil
}

// knownQuestionnaires finds the questionnaires of drafts, without saying anything about their faults.
type knownQuestionnaires struct {
	loader loader
	// loaded is one that need not be loaded again; nil for none. alone: no other counts.
	loaded *questionnaire.Questionnaire
	alone  bool
}

// find returns a questionnaire by its id; nil when there is none that can be used.
func (k *knownQuestionnaires) find(id string) *questionnaire.Questionnaire {
	switch {
	case k.loaded != nil && k.loaded.ID == id:
		return k.loaded
	case k.alone || !k.loader.isKnown(id):
		return nil
	}
	q, _, _ := k.loader.openQuestionnaire(id) // one with faults is nil as well
	return q
}

// checkedDraft is a draft whose answers were read with their questionnaire.
type checkedDraft struct {
	storedDraft

	q     *questionnaire.Questionnaire
	sheet *answers.Sheet
	// found says which answers no longer fit.
	found    diag.List
	progress interview.Progress
	// unfinished: there are questions that the person has not come to.
	unfinished bool
}

// checkDraft reads the answers of a draft; false when its questionnaire is not known, or the file is no draft.
func (k *knownQuestionnaires) checkDraft(draft storedDraft) (checkedDraft, bool) {
	if draft.file == nil {
		return checkedDraft{}, false
	}
	q := k.find(draft.file.Questionnaire)
	if q == nil {
		return checkedDraft{}, false
	}
	sheet, found := draft.file.Keep(q)
	if sheet == nil {
		return checkedDraft{}, false
	}
	session := interview.New(q, sheet)
	return checkedDraft{
		storedDraft: draft, q: q, sheet: sheet, found: found, progress: session.Progress(), unfinished: !session.InReview(),
	}, true
}

// fillHead fills team and respondent of a new sheet from the latest draft.
func (d *drafts) fillHead(sheet *answers.Sheet) {
	for _, draft := range listDrafts(d.folder) {
		if draft.file != nil {
			about := draft.file.About()
			sheet.Team, sheet.Respondent = about.Team, about.Respondent
			return
		}
	}
}

// serviceName suggests a name for the service: that of the repository that the working directory is in, else of the
// directory; "" where that says nothing, as in the home folder.
func (r *runner) serviceName(ctx context.Context) string {
	if _, inside := config.Repository(r.Dir); inside {
		if repository, err := gitrepo.Open(ctx, gitrepo.Options{Folder: r.Dir, Env: r.Env}); err == nil {
			return repository.State().Name
		}
	}
	name := filepath.Base(r.Dir)
	if r.Dir == r.Env("HOME") || filepath.Dir(r.Dir) == r.Dir || name == "." {
		return ""
	}
	return name
}
