package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/commitments"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/evidencecheck"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// inputs are what an assessment is made from.
type inputs struct {
	answered
	// given are the answers before a what-if changed some of them, nil without one; changed are the questions that it
	// names.
	given   *answers.Sheet
	changed []string
	// path is the answers file for formats that point into it; "" for none.
	path string
	// scan is what a repository shows; nil for none.
	scan *evidence.Scan
	// baseline is the earlier result that gates compare with, and baselineFile its name; nil for none.
	baseline     *report.Document
	baselineFile string
	// promised is a file with commitments that was checked against the answers; nil for none.
	promised *commitments.File
	// across allows a baseline that is not alike.
	across bool
	// day is the day that exemptions and the age of answers are judged on; "" when none is needed.
	day string
	// interview is set when a person has just answered.
	interview *finishedInterview
}

// loadInputs reads everything that an assessment is made from, or asks for it.
func (r *runner) loadInputs(ctx context.Context, req request) (inputs, error) {
	collect := r.loadFiles
	if req.asks {
		collect = r.runInterview
	}
	in, err := collect(ctx, req)
	if err != nil {
		return inputs{}, err
	}
	in.path, in.baselineFile, in.across = req.answersPath(), req.settings.Gates.Baseline.Text, req.across
	if in.day, err = dayFor(r, in.sheet.Exemptions, req.gates); err != nil {
		return inputs{}, err
	}
	if err := r.loadCommitments(ctx, req, &in); err != nil {
		return inputs{}, err
	}
	return in.withChanges(req.whatIf)
}

// loadFiles reads the answers, the baseline and the repository.
func (r *runner) loadFiles(ctx context.Context, req request) (in inputs, err error) {
	if req.from != "" {
		in.answered, err = r.readTakenOver(ctx, req)
	} else {
		in.answered, err = r.readAnswers(ctx, req.answersSource(ctx))
	}
	if err != nil {
		return inputs{}, err
	}
	if in.baseline, err = r.loadBaseline(ctx, req, gate.ScopeOf(in.questionnaire), in.questionnaire); err != nil {
		return inputs{}, err
	}
	if req.evidence != "" {
		in.scan, err = r.scanRepository(ctx, req.evidence, req.reading)
		r.tellUnusable(in.scan)
	}
	return in, err
}

// loadBaseline checks that the gates fit their scope, and reads the earlier result before any other work. q is nil for
// a saved result; the returned result is nil when there is nothing to compare.
func (r *runner) loadBaseline(
	ctx context.Context, req request, scope gate.Scope, q *questionnaire.Questionnaire,
) (*report.Document, error) {
	asked := req.settings.Gates
	if err := r.gateFaults(asked, req.gates.Check(scope)); err != nil || !req.gates.NeedsBaseline() {
		return nil, err
	}
	source := r.answersFrom(ctx, req.settings, asked.Baseline.Text, false)
	source.known = q
	doc, err := r.loadResult(ctx, source)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("the baseline: %w; write the first one with %s",
			err, req.onAnswers("--no-regression=false -o "+r.shell().quote(source.file)))
	case err != nil:
		return nil, fmt.Errorf("the baseline: %w", err)
	}
	return doc, nil
}

// loadResult reads a saved result, or scores answers.
func (r *runner) loadResult(ctx context.Context, from answerSource) (*report.Document, error) {
	doc, text, err := r.readSaved(ctx, savedSource{file: from.file, loader: from.loader, known: from.known, answersAreEnough: true})
	if err != nil || doc != nil {
		return doc, err
	}
	from.text = &text
	in := inputs{}
	if in.answered, err = r.readAnswers(ctx, from); err != nil {
		return nil, err
	}
	if in.day, err = dayFor(r, in.sheet.Exemptions, gate.Set{}); err != nil {
		return nil, err
	}
	return in.buildDocument(r.reportTool()), nil
}

// withChanges applies the changes of a what-if and keeps the original answers.
func (in inputs) withChanges(changes []string) (inputs, error) {
	if changes == nil {
		return in, nil
	}
	supposed, changed, err := in.sheet.Suppose(in.questionnaire, changes...)
	if err != nil {
		return inputs{}, usageErr(fmt.Errorf("--what-if: %w", err))
	}
	in.given, in.sheet, in.changed = in.sheet, supposed, changed
	return in, nil
}

// withGiven returns the inputs without the what-if.
func (in inputs) withGiven() inputs {
	in.sheet, in.given = in.given, nil
	return in
}

// reportRun returns what a document is built from.
func (in inputs) reportRun(tool report.Tool, result score.Result, advised advice.Result) report.Run {
	run := report.Run{
		Tool: tool, Questionnaire: in.questionnaire, Sheet: in.sheet, Score: result, Advice: advised,
		Tips: score.Tips(in.questionnaire, in.sheet, result), Today: in.day,
	}
	if in.scan != nil {
		run.Repository, run.Evidence = evidencecheck.SourceOf(in.scan), evidencecheck.Compare(in.questionnaire, in.sheet, in.scan)
	}
	if in.path != "" || in.interview == nil {
		run.Places = report.PlacesOf(in.path, in.sheet)
	}
	return run
}

// inputRemarks returns what a reader has to know beside the document: that a baseline that was allowed is about another service, and
// which exemptions match no warning. Exemptions are not checked after an interview or a what-if.
func (in inputs) inputRemarks(doc *report.Document) diag.List {
	var found diag.List
	if in.across {
		found = otherSubject(in.baseline, in.baselineFile, doc)
	}
	if in.file == "" || in.given != nil {
		return found
	}
	for _, e := range in.sheet.Exemptions {
		if slices.ContainsFunc(doc.Exemptions, func(d report.Exemption) bool {
			return d.Warning == e.Warning && d.Status == report.ExemptionNotNeeded
		}) {
			found = append(found, diag.Diagnostic{
				Severity: diag.Note, Code: "unneeded-exemption", File: in.file, Pos: e.Pos, Hint: "remove it",
				Message: "the warning " + diag.Quote(e.Warning) + " does not apply, so there is nothing to exempt",
			})
		}
	}
	return found
}

// otherSubject reports whether a baseline is about another service.
func otherSubject(baseline *report.Document, file string, doc *report.Document) diag.List {
	if baseline == nil || baseline.Subject == "" || doc.Subject == "" || english.SameName(baseline.Subject, doc.Subject) {
		return nil
	}
	return diag.List{{
		Severity: diag.Warning, Code: "other-subject", File: file,
		Message: fmt.Sprintf("the baseline is about %s, this result about %s",
			diag.Quote(string(baseline.Subject)), diag.Quote(string(doc.Subject))),
	}}
}
