package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/survey"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// surveySource says where the export of a survey tool and its questionnaire come from.
type surveySource struct {
	file   string
	loader loader
	// questionnaire is an id or a path; "" to find it by the columns.
	questionnaire string
	// columns is the name of a file that says what columns hold; "" for none.
	columns string
	// service and team are those of every sheet where the export says none.
	service, team string
	strict        bool
}

// surveyed holds the sheets of an export and the questionnaire that they are for.
type surveyed struct {
	questionnaire *questionnaire.Questionnaire
	responses     []survey.Response
	// file is the name that messages use for the export.
	file string
}

// columnsFlag adds the flag of every command that reads the export of a survey tool.
func columnsFlag(cmd *cobra.Command, columns *string) {
	cmd.Flags().Var((*singleFile)(columns), "columns", "`FILE` that says what the columns of a survey hold; see opsfit help survey")
	groupFlags(cmd.Flags(), answersGroup)
	completeFiles(cmd, "columns", "yaml", "yml")
}

// isSurveyName reports a name that the export of a survey tool may have, or a spreadsheet that one can be made from.
func isSurveyName(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".xlsx", ".xls", ".ods"}, strings.ToLower(filepath.Ext(name)))
}

// readSurvey reads the export of a survey tool and loads the questionnaire that it is for.
func (r *runner) readSurvey(ctx context.Context, from surveySource) (surveyed, error) {
	if err := r.refuseWaiting(from.file); err != nil {
		return surveyed{}, err
	}
	name, text, err := r.readInput(ctx, from.file, survey.MaxBytes)
	if err != nil {
		return surveyed{}, err
	}
	table, found := survey.Open(name, text)
	if table == nil {
		return surveyed{}, found
	}
	r.sources[name] = table.Source()
	q, err := from.findQuestionnaire(table)
	if err != nil {
		return surveyed{}, err
	}
	given := survey.Given{Service: from.service, Team: from.team}
	if given.Columns, err = r.readColumns(ctx, from, q); err != nil {
		return surveyed{}, err
	}
	responses, found := table.Read(q, given)
	if err := found.Err(); err != nil {
		return surveyed{}, err
	}
	return surveyed{q, responses, name}, r.showWarnings(found, from.strict)
}

func (r *runner) readColumns(ctx context.Context, from surveySource, q *questionnaire.Questionnaire) (*survey.Columns, error) {
	if from.columns == "" {
		return nil, nil
	}
	if err := r.refuseWaiting(from.columns); err != nil {
		return nil, err
	}
	name, text, err := r.readInput(ctx, from.columns, yamltree.MaxBytes)
	if err != nil {
		return nil, err
	}
	columns, found := survey.ReadColumns(name, text, q)
	if columns == nil {
		return nil, found
	}
	return columns, r.showWarnings(found, from.strict)
}

// findQuestionnaire takes the one that was named or, of those that can be named by id, the one with the most questions among the
// columns; of several, the one with the fewest others. It says which it found.
func (s surveySource) findQuestionnaire(table *survey.Table) (*questionnaire.Questionnaire, error) {
	if s.questionnaire != "" {
		return s.loader.loadQuestionnaire(s.questionnaire, s.strict)
	}
	best, most := "", 0
	for _, id := range s.loader.knownIDs() {
		q, _, err := s.loader.openQuestionnaire(id)
		if err != nil {
			return nil, err
		}
		if q == nil {
			continue
		}
		asked := table.CountQuestions(q, nil)
		if asked > most || asked == most && asked > 0 && len(q.Questions) < len(s.loader.opened[best].q.Questions) {
			best, most = id, asked
		}
	}
	if best == "" {
		return nil, diag.List{{
			Severity: diag.Error, Code: "no-questions", File: shownName(s.file), Pos: diag.Pos{Line: 1, Column: 1},
			Message: "no column is a question of a known questionnaire",
			Hint:    "name the questionnaire with -q, and say with --columns what the columns hold",
		}}
	}
	q, err := s.loader.loadQuestionnaire(best, s.strict)
	if err == nil {
		s.loader.run.notify("%s holds %d of the %s of %s; -q names another questionnaire",
			shownName(s.file), most, english.Count(len(q.Questions), "question"), best)
	}
	return q, err
}

// refuseSurvey says what to do with a survey where the answers of one person belong.
func (r *runner) refuseSurvey(file string) error {
	return diag.List{{
		Severity: diag.Error, Code: "survey", File: file, Message: "this holds the answers of a survey, not those of one person",
		Hint: "make a file of each: opsfit answers import " + r.shell().quote(file) + " --to answers",
	}}
}
