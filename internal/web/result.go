package web

import (
	"bytes"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/html"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/team"
)

// Result is a report as the program writes it.
type Result struct {
	// HTML are the bytes of opsfit assess -f html, or of opsfit team -f html.
	HTML string `json:"html"`
	// Title is what the report is about: the service, or "" where the answers do not say.
	Title string `json:"title"`
	// Source names the questionnaire of one sheet, and Sheet are its answers as the program writes them; both "" for a team.
	Source string `json:"source"`
	Sheet  string `json:"sheet"`
}

// answered is a sheet and the questionnaire that it is for.
type answered struct {
	questionnaire *questionnaire.Questionnaire
	sheet         *answers.Sheet
}

// assess makes the report of the answers in one file.
func (e *Engine) assess(r Request) (Reply, error) {
	file := r.Files[0]
	one, found := e.read(r, file)
	if one.sheet == nil {
		return Reply{Findings: e.findings(found, r.Files)}, nil
	}
	q, sheet := one.questionnaire, one.sheet
	result := score.Score(q, sheet)
	run := report.Run{
		Tool: e.tool, Questionnaire: q, Sheet: sheet, Score: result, Advice: advice.Advise(q, sheet, result),
		Tips: score.Tips(q, sheet, result), Places: report.PlacesOf(file.Name, sheet),
	}
	if len(sheet.Exemptions) > 0 {
		run.Today = r.Day
	}
	doc := report.Build(run)
	written, err := write(pages.Assessment(doc))
	if err != nil {
		return Reply{}, err
	}
	return Reply{Findings: e.findings(found, r.Files), Result: &Result{
		HTML: written, Title: diag.Visible(sheet.Subject), Source: e.sourceOf(q), Sheet: string(answers.Write(q, sheet)),
	}}, nil
}

// combine makes the report of the answers of several people.
func (e *Engine) combine(r Request) (Reply, error) {
	var q *questionnaire.Questionnaire
	var members []team.Member
	var found diag.List
	for _, file := range r.Files {
		one, faults := e.read(r, file)
		found = append(found, faults...)
		if one.sheet == nil {
			continue
		}
		if q == nil {
			q = one.questionnaire
		}
		found = append(found, team.CheckQuestions(q, one.questionnaire, r.Files[0].Name, file.Name)...)
		members = append(members, team.Member{File: file.Name, Sheet: one.sheet})
	}
	if !found.HasErrors() {
		found = append(found, team.Check(q, members)...)
	}
	if found.HasErrors() {
		return Reply{Findings: e.findings(found, r.Files)}, nil
	}
	in := team.Input{Tool: e.tool, Questionnaire: q}
	for _, member := range members {
		in.Sheets = append(in.Sheets, member.Sheet)
	}
	doc := team.Build(in)
	written, err := write(pages.Team(doc))
	if err != nil {
		return Reply{}, err
	}
	return Reply{Findings: e.findings(found, r.Files), Result: &Result{HTML: written, Title: diag.Visible(string(doc.Subject))}}, nil
}

// read reads and checks answers; the sheet is nil where the findings hold an error.
func (e *Engine) read(r Request, file File) (answered, diag.List) {
	parsed, found := answers.Parse(file.Name, file.Bytes)
	if parsed == nil {
		return answered{}, found
	}
	q, found := e.questionnaireOf(r, parsed)
	if q == nil {
		return answered{}, found
	}
	sheet, faults := parsed.Check(q)
	found = append(found, faults...)
	if sheet == nil {
		return answered{}, found
	}
	if late := sheet.CheckExemptions(file.Name, r.Day); late.HasErrors() {
		return answered{}, append(found, late...)
	}
	return answered{q, sheet}, found
}

// questionnaireOf finds the questionnaire that the request names, or else the answers.
func (e *Engine) questionnaireOf(r Request, parsed *answers.File) (*questionnaire.Questionnaire, diag.List) {
	switch {
	case r.Questionnaire != "":
		return e.load(r.Questionnaire)
	case parsed.Questionnaire == "":
		return nil, parsed.MissingQuestionnaire()
	}
	q, found := e.named(parsed.Questionnaire)
	if q == nil && len(found) == 0 {
		return nil, parsed.UnknownQuestionnaire(e.hintFor(parsed.Questionnaire))
	}
	return q, found
}

// sourceOf is what names a questionnaire in requests.
func (e *Engine) sourceOf(q *questionnaire.Questionnaire) string {
	for source, known := range e.known {
		if known == q {
			return source
		}
	}
	return q.ID
}

func write(p page.Page) (string, error) {
	var b bytes.Buffer
	if err := html.Write(&b, p); err != nil {
		return "", err
	}
	return b.String(), nil
}
