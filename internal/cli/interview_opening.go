package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// newOpening collects what a session starts from: the questionnaire, earlier answers, and where its drafts are.
func (r *runner) newOpening(ctx context.Context, req request) (*interview.Opening, *drafts, error) {
	f := req.interview
	store := &drafts{run: r, save: f.save}
	opening := &interview.Opening{Sheet: &answers.Sheet{}, Given: f.given, Fresh: f.fresh, Edit: f.edit, Drafts: store}
	file, err := r.earlierAnswers(ctx, req, opening)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case req.from != "":
		err = r.openFrom(ctx, req, opening, store)
	case file != "":
		err = r.openEarlier(ctx, req, file, opening, store)
	default:
		opening.Questionnaire, err = r.questionnaireToAsk(ctx, req.settings, store)
	}
	if err != nil {
		return nil, nil, err
	}
	if req.required && config.IsPath(req.settings.Questionnaire) {
		store.named = req.settings.Questionnaire
	}
	if err := store.findFolder(); err != nil {
		return nil, nil, err
	}
	if !opening.Settled {
		if err := r.prepareStart(ctx, req, opening, store); err != nil {
			return nil, nil, err
		}
	}
	if opening.Settled && english.SameName(opening.Given.Subject, opening.Sheet.Subject) {
		opening.Given.Subject = opening.Sheet.Subject // in the spelling that the draft has
	}
	opening.FillGiven()
	opening.Sheet.Date = r.today()
	return opening, store, nil
}

// prepareStart prepares what a person is asked, or offered, before the first question.
func (r *runner) prepareStart(ctx context.Context, req request, opening *interview.Opening, store *drafts) error {
	if req.from == "" {
		store.fillHead(opening.Sheet)
	}
	if req.interview.given.Subject != "" {
		return nil
	}
	opening.SuggestedSubject = r.serviceName(ctx)
	if req.interview.fresh || req.interview.save != "" || req.from != "" {
		return nil
	}
	return r.offerUnfinished(ctx, req, opening, store)
}

// questionnaireToAsk loads the questionnaire of an interview. A shipped one has no faults, so it is loaded while the
// person answers the first prompts. The faults of any other are shown before anything is asked.
func (r *runner) questionnaireToAsk(
	ctx context.Context, settings config.Config, store *drafts,
) (func() (*questionnaire.Questionnaire, error), error) {
	name := questionnaireFor(settings)
	load := sync.OnceValues(func() (*questionnaire.Questionnaire, error) {
		q, err := r.newLoader(ctx, settings).loadQuestionnaire(name, settings.Strict)
		store.q = q
		return q, err
	})
	if slices.Contains(shippedIDs(), name) {
		go load() //nolint:errcheck // Whoever needs the questionnaire calls again, and gets the error.
		return load, nil
	}
	_, err := load()
	return load, err
}

// questionnaireFor returns the full questionnaire unless another was chosen.
func questionnaireFor(settings config.Config) string {
	if settings.Questionnaire == "" {
		return "full"
	}
	return settings.Questionnaire
}

// openEarlier starts from a file of answers, to resume or change them. Answers that no longer fit are left out with a
// notice.
func (r *runner) openEarlier(
	ctx context.Context, req request, name string, opening *interview.Opening, store *drafts,
) error {
	if err := r.refuseWaiting(name); err != nil {
		return err
	}
	shown, text, err := r.readInput(ctx, name, yamltree.MaxBytes)
	if err != nil {
		return err
	}
	file, found := answers.Parse(shown, text)
	if file == nil {
		return found
	}
	q, err := req.answersSource(ctx).findQuestionnaire(file)
	if err != nil {
		return err
	}
	sheet, found := file.Keep(q)
	if sheet == nil {
		return found
	}
	if req.settings.Strict {
		if err := found.Strict().Err(); err != nil {
			return err
		}
	}
	startFrom(opening, q, sheet, found)
	if !req.interview.edit && store.save == "" {
		store.save = name
		if checkDraftName(name) != nil {
			store.save = strings.TrimSuffix(name, filepath.Ext(name)) + ".yaml"
			opening.Notices = append(opening.Notices, name+" stays as it is; the answers are saved as YAML, in "+store.save+".")
		}
	}
	store.q = q
	if store.save != "" && r.absolutePath(store.save) == r.absolutePath(name) {
		store.resumeDraft(name, text, sheet)
	}
	return nil
}

// startFrom settles an opening: its session starts from earlier answers.
func startFrom(opening *interview.Opening, q *questionnaire.Questionnaire, sheet *answers.Sheet, found diag.List) {
	opening.Questionnaire = func() (*questionnaire.Questionnaire, error) { return q, nil }
	opening.Sheet, opening.Settled = sheet, true
	opening.Notices = append(opening.Notices, noticesOf(found)...)
}

func noticesOf(found diag.List) []string {
	var notices []string
	for _, d := range found.Sorted().Capped() {
		switch {
		case d.Severity != diag.Note:
			notices = append(notices, "Left out: "+d.Message)
		case d.Hint != "":
			notices = append(notices, d.Message+"; "+d.Hint)
		default:
			notices = append(notices, d.Message)
		}
	}
	return notices
}
