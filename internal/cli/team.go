package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/team"
)

// teamOptions are the inputs of a team run.
type teamOptions struct {
	run *runner
	// required: the command line names the questionnaire, so answers to another one are an error.
	required bool
	// columns is the file that says what the columns of a survey hold; "" for none.
	columns            string
	outputs            outputOptions
	names, smallGroups bool
}

func newTeam(run *runner) *cobra.Command {
	m := &teamOptions{run: run}
	cmd := &cobra.Command{
		Use:               "team",
		Short:             "Combine the answers of several people on one service",
		Args:              checkArguments(1, many, "PATH..., the answers of each person, folders with them, or a survey's CSV"),
		ValidArgsFunction: completeFileNames("yaml", "yml", "json", "csv", "tsv"),
		RunE:              m.runTeam,
	}
	questionnaireFlag(cmd, run, namedByAnswers)
	columnsFlag(cmd, &m.columns)
	flags := cmd.Flags()
	flags.BoolVar(&m.names, "names", false, "say who wrote which note and whose answers lead to which verdict")
	flags.BoolVar(&m.smallGroups, "show-small-groups", false, "show roles of fewer than three people alone, too")
	groupFlags(flags, outputGroup)
	strictFlag(cmd)
	m.outputs.addFlags(cmd, teamFormats().formatNames())
	m.outputs.addNamesFlag(cmd)
	m.outputs.addFullFlag(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit team PATH... [FLAGS]", Note: "the answers of each person"}},
		examples: page.Commands{
			{Line: "opsfit team answers/", Note: "all answers files in a folder"},
			{Line: "opsfit team answers/ -o team.html -o agenda=agenda.md"},
			{Line: "opsfit team survey.csv", Note: "the export of a survey tool, one row a person"},
		},
		about: []string{
			"Combines the answers of several people on one service and says what to talk about first. All roles have equal weight, however " +
				"many people hold it. Where people split on what decides the verdict there is none, and the report says why. Warnings and " +
				"steps are judged for each person, with how many say so.",
			"Nobody is named, and no role is shown alone where that tells what fewer than three people said, unless you ask for it. In a " +
				"small group the answers can still tell who said what: agree who reads the report. " + outputPlace,
		},
		topics: []string{"team", "formats"},
	})
}

func (m *teamOptions) runTeam(cmd *cobra.Command, sheets []string) error {
	settings, err := m.run.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(m.run, cmd, settings, teamFormats(), m.outputs)
	if err == nil {
		m.required, err = namesQuestionnaire(cmd, settings)
	}
	if err == nil && m.names && m.outputs.noNames {
		err = usagef("--names and --no-names exclude each other; a team report names nobody unless --names asks for it")
	}
	if err == nil {
		sheets, err = m.run.sheetsIn(sheets)
	}
	if err == nil {
		err = m.run.eachOnce(sheets)
	}
	if err != nil {
		return err
	}
	doc, err := m.combineSheets(cmd.Context(), settings, sheets)
	if err != nil {
		return err
	}
	return out.write(cmd.Context(), doc)
}

// combineSheets reads every sheet before it returns an error, so that the faults of all are shown at once.
func (m *teamOptions) combineSheets(ctx context.Context, settings config.Config, names []string) (*team.Document, error) {
	var q *questionnaire.Questionnaire
	var members []team.Member
	var found diag.List
	loader := m.run.newLoader(ctx, settings)
	for _, name := range names {
		from, read, err := m.readMembers(ctx, settings, loader, name)
		if faults, ok := errors.AsType[diag.List](err); ok {
			found = append(found, faults...)
			continue
		}
		if err != nil {
			return nil, err
		}
		if q == nil {
			q = from
		}
		found = append(found, team.CheckQuestions(q, from, shownName(names[0]), shownName(name))...)
		members = append(members, read...)
	}
	if len(found) > 0 {
		return nil, found
	}
	found = team.Check(q, members)
	if err := found.Err(); err != nil {
		return nil, err
	}
	if err := m.run.showWarnings(found, settings.Strict); err != nil {
		return nil, err
	}
	return team.Build(m.newInput(q, members)), nil
}

// readMembers reads the answers of one person from a file, or those of several from the export of a survey tool.
func (m *teamOptions) readMembers(
	ctx context.Context, settings config.Config, loader loader, name string,
) (*questionnaire.Questionnaire, []team.Member, error) {
	if !isSurveyName(name) {
		source := m.run.answersFrom(ctx, settings, name, m.required)
		source.loader = loader
		one, err := m.run.readRegularAnswers(ctx, source)
		return one.questionnaire, []team.Member{{File: shownName(name), Sheet: one.sheet}}, err
	}
	read, err := m.run.readSurvey(ctx, surveySource{
		file: name, loader: loader, questionnaire: settings.Questionnaire, columns: m.columns, strict: settings.Strict,
	})
	members := make([]team.Member, 0, len(read.responses))
	for _, response := range read.responses {
		members = append(members, team.Member{File: fmt.Sprintf("%s:%d", name, response.Line), Sheet: response.Sheet})
	}
	return read.questionnaire, members, err
}

func (m *teamOptions) newInput(q *questionnaire.Questionnaire, members []team.Member) team.Input {
	sheets := make([]*answers.Sheet, 0, len(members))
	for _, member := range members {
		sheets = append(sheets, member.Sheet)
	}
	return team.Input{
		Tool: m.run.reportTool(), Questionnaire: q, Sheets: sheets, ShowSmallGroups: m.smallGroups, Names: m.names,
	}
}

// eachOnce refuses a file that is named twice, even through a link: nobody counts twice.
func (r *runner) eachOnce(names []string) error {
	files := make([]os.FileInfo, len(names))
	for i, name := range names {
		if name != "-" {
			files[i], _ = os.Stat(r.absolutePath(name)) // a file that is not there is reported when it is read
		}
		for j, other := range names[:i] {
			switch {
			case filepath.Clean(r.absolutePath(other)) == filepath.Clean(r.absolutePath(name)):
				return usagef("%s is named twice; each respondent counts once", name)
			case files[i] != nil && files[j] != nil && os.SameFile(files[i], files[j]):
				return usagef("%s and %s are one file; each respondent counts once", other, name)
			}
		}
	}
	return nil
}
