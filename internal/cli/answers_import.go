package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/survey"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// surveyOptions say where the answers of a survey go.
type surveyOptions struct {
	run *runner
	// folder is where the answers files go.
	folder                 string
	columns, service, team string
	noNames, force         bool
}

func newAnswersImport(run *runner) *cobra.Command {
	o := &surveyOptions{run: run}
	cmd := &cobra.Command{
		Use:               "import",
		Short:             "Make answers files out of the export of a survey tool",
		Args:              checkArguments(1, 1, "the FILE that the survey tool exported, or - for standard input"),
		ValidArgsFunction: completeFileNames("csv", "tsv"),
		RunE:              o.importSurvey,
	}
	questionnaireFlag(cmd, run, "the one that most columns belong to")
	flags := cmd.Flags()
	columnsFlag(cmd, &o.columns)
	flags.StringVar(&o.service, "service", "", "`NAME` of the service, where the survey does not ask for it")
	flags.StringVar(&o.team, "team", "", "`NAME` of the team, where the survey does not ask for it")
	strictFlag(cmd)
	flags.StringVar(&o.folder, "to", "", "write one file a person into `FOLDER`")
	flags.BoolVar(&o.noNames, "no-names", false, "leave out who answered (roles and notes stay)")
	flags.BoolVar(&o.force, "force", false, "replace files that exist")
	groupFlags(flags, outputGroup)
	completeFolders(cmd, "to")
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit answers import SURVEY.csv --to FOLDER [-q ID|FILE]"}},
		examples: page.Commands{
			{Line: "opsfit answers import survey.csv --to answers"},
			{Line: "opsfit answers import survey.csv -q quick --service payments-api --to answers --strict"},
		},
		about: []string{
			"Reads the export of a survey tool, CSV with one row a person, and writes one answers file each. Columns are found by the text, " +
				"the title or the id of a question, answers by the text or the id of an option. Headers and cells that mean nothing are listed " +
				"with their place and left out; with --strict they are errors, and nothing is written.",
			"Files are called SERVICE-ROLE-NUMBER.yaml, the number counting the rows. Names of people stand in the files unless --no-names is " +
				"given, and never in their names; e-mail addresses stand in neither. A file that exists with other content is kept, and nothing is " +
				"written, unless --force is given. opsfit help survey says how to ask the questions in a survey tool.",
		},
		topics: []string{"survey", "team", "answers"},
	})
}

func (o *surveyOptions) importSurvey(cmd *cobra.Command, args []string) error {
	if o.folder == "" || o.folder == "-" {
		return usagef("name the folder for the answers files: %s", o.run.lineWith(args[0], args[0], "--to", "answers"))
	}
	settings, err := o.run.readSettings(cmd)
	if err == nil {
		_, err = namesQuestionnaire(cmd, settings)
	}
	if err != nil {
		return err
	}
	read, err := o.run.readSurvey(cmd.Context(), surveySource{
		file: args[0], loader: o.run.newLoader(cmd.Context(), settings), questionnaire: settings.Questionnaire, columns: o.columns,
		service: o.service, team: o.team, strict: settings.Strict,
	})
	if err != nil {
		return err
	}
	return o.write(cmd.Context(), read)
}

// write looks at all files before it writes the first one: one that exists with other content stops it.
func (o *surveyOptions) write(ctx context.Context, read surveyed) error {
	same := make([]bool, len(read.responses))
	for i := range read.responses {
		file, text, err := o.render(read, i)
		if err != nil {
			return err
		}
		if same[i], err = o.checkFile(file, text); err != nil {
			return err
		}
	}
	written := 0
	for i := range read.responses {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if same[i] {
			continue
		}
		file, text, err := o.render(read, i)
		if err != nil {
			return err
		}
		if err := writeFile(o.run.absolutePath(file), text); err != nil {
			return fmt.Errorf("write %s: %w", file, err)
		}
		written++
	}
	o.report(read, written)
	return nil
}

// render returns the name and the text of the answers file of one person.
func (o *surveyOptions) render(read surveyed, i int) (file string, text []byte, err error) {
	response := read.responses[i]
	sheet := *response.Sheet
	if o.noNames {
		sheet.Respondent.Name = ""
	}
	text = answers.Write(read.questionnaire, &sheet)
	if len(text) > yamltree.MaxBytes {
		return "", nil, diag.List{{
			Severity: diag.Error, Code: "too-large", File: read.file, Pos: diag.Pos{Line: response.Line, Column: 1},
			Message: "the answers of this row are larger than 1 MiB", Hint: "shorten the notes",
		}}
	}
	return files.Join(o.folder, surveyFile(response)), text, nil
}

// checkFile reports that a file is there with the same content, and refuses to replace another one.
func (o *surveyOptions) checkFile(file string, text []byte) (same bool, err error) {
	path := o.run.absolutePath(file)
	there, err := files.Exists(path)
	if err != nil {
		return false, fmt.Errorf("write %s: %w", file, files.Cause(err))
	}
	if !there {
		return false, nil
	}
	if err := o.run.refuseInputs(file, text); err != nil {
		return false, err
	}
	if earlier, err := files.ReadRegular(path, len(text)); err == nil && bytes.Equal(earlier, text) {
		return true, nil
	}
	if !o.force {
		return false, fmt.Errorf("write %s: it exists with other answers, so no file is written; give --force to replace it", file)
	}
	// Nobody named the file: a link may lead anywhere.
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return false, fmt.Errorf("write %s: it is not a regular file, so no file is written; move it away", file)
	}
	return false, nil
}

// report says what was written, and what of the people is in it.
func (o *surveyOptions) report(read surveyed, written int) {
	summary := "wrote " + english.Count(written, "file")
	if unchanged := len(read.responses) - written; unchanged > 0 {
		summary += fmt.Sprintf(" (%d unchanged)", unchanged)
	}
	names := "names are in them; --no-names leaves them out"
	if o.noNames || !namesAnyone(read.responses) {
		names = "no names are in them"
	}
	o.run.notify("%s to %s; e-mail addresses are left out, %s", summary, o.folder, names)
	if read.questionnaire.Verdict != questionnaire.Quadrant {
		o.run.notify("combine them with: opsfit team %s", o.run.shell().quote(o.folder))
	}
}

func namesAnyone(responses []survey.Response) bool {
	for _, response := range responses {
		if response.Sheet.Respondent.Name != "" {
			return true
		}
	}
	return false
}

// surveyFile is the name of the answers file of one person: service and role as far as they are known, and the number of the row,
// which makes it one of its kind and stays the same when the survey is exported again with more rows.
func surveyFile(response survey.Response) string {
	return fmt.Sprintf("%s-%03d.yaml",
		fileName(namePart(response.Sheet.Subject), "respondent", namePart(response.Sheet.Respondent.Role)), response.Number)
}

// namePart shortens a part of a file name, since a file system takes 255 bytes, and leaves out an address.
func namePart(text string) string {
	const longest = 80 // bytes
	if strings.Contains(text, "@") {
		return ""
	}
	return strings.TrimRight(firstBytes(text, longest), ".- ")
}
