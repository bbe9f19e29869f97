package cli

import (
	"bytes"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/export"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func newList(run *runner) *cobra.Command {
	var outputs outputOptions
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the questionnaires that can be named by id",
		Args:  noArguments(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return run.listQuestionnaires(cmd, outputs) },
	}
	outputs.addFlags(cmd, pageFormats().formatNames())
	cmd.Flags().Bool("strict", false, "fail when a file of the folder cannot be used")
	groupFlags(cmd.Flags(), inputGroup)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit questionnaire list [FLAGS]"}},
		examples: page.Commands{
			{Line: "opsfit questionnaire list"},
			{Line: "OPSFIT_QUESTIONNAIRES=ours opsfit questionnaire list"},
		},
		about: []string{
			"Lists the questionnaires that come with the program and those of the configured folder. " + outputPlace,
		},
		topics: []string{"questionnaires", "configuration"},
	})
}

func (r *runner) listQuestionnaires(cmd *cobra.Command, outputs outputOptions) error {
	settings, err := r.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(r, cmd, settings, pageFormats(), outputs)
	if err != nil {
		return err
	}
	loader := r.newLoader(cmd.Context(), settings)
	var infos []pages.QuestionnaireInfo
	var findings diag.List
	for _, id := range loader.knownIDs() {
		q, found, err := loader.openQuestionnaire(id)
		if err != nil {
			return err
		}
		findings = append(findings, found...)
		if q == nil {
			continue
		}
		infos = append(infos, pages.QuestionnaireInfo{
			ID: q.ID, Version: q.Version, Title: q.Title, Questions: len(q.Questions), Minutes: q.MinutesToAnswer(), From: originOf(q),
		})
	}
	if err := out.write(cmd.Context(), pages.QuestionnaireList(infos)); err != nil {
		return err
	}
	// One faulty file does not hide the others: it is reported, and fails the run only under strict.
	for i := range findings {
		findings[i].Severity = diag.Warning
	}
	return r.showWarnings(append(findings, loader.folder.problems...), settings.Strict)
}

func originOf(q *questionnaire.Questionnaire) string {
	if strings.HasPrefix(q.File, shippedPrefix) {
		return "shipped"
	}
	return q.File
}

func newShow(run *runner) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "show",
		Short: "Show a questionnaire, or explain one of its questions",
		Args:  checkArguments(1, 2, "an ID or FILE, and a QUESTION to explain just that one"),
		RunE:  func(cmd *cobra.Command, args []string) error { return run.showQuestionnaire(cmd, args, format) },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return run.completeShow(cmd, args)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`FORMAT` on standard output: "+strings.Join(showFormats(), ", "))
	groupFlags(cmd.Flags(), outputGroup)
	completeWords(cmd, "format", showFormats()...)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit questionnaire show ID|FILE [QUESTION]"}},
		examples: page.Commands{
			{Line: "opsfit questionnaire show quick"},
			{Line: "opsfit questionnaire show full restore_test"},
			{Line: "opsfit questionnaire show full -f yaml > ours.yaml"},
			{Line: "opsfit questionnaire show quick -f csv > questions.csv", Note: "for a survey tool"},
			{Line: "opsfit questionnaire show recommendations -f yaml"},
		},
		about: []string{
			"Shows all questions or, with a QUESTION, why it is asked, what each option means and how it counts, its sources, and what in " +
				"a repository would support an answer. It goes to standard output.",
			"The format csv lists the questions and their answers to copy into a survey tool, csv-bom the same for Excel (opsfit help survey). " +
				"The format yaml prints the file itself, to copy or translate it; the catalogue of advice that full and quick name is printed " +
				"as recommendations.",
		},
		topics: []string{"questionnaires"},
	})
}

func showFormats() []string {
	return []string{"text", "markdown", "json", "html", "csv", "csv-bom", "yaml"}
}

func (r *runner) completeShow(cmd *cobra.Command, args []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return r.completeIDs(cmd), cobra.ShellCompDirectiveDefault
	}
	settings, err := r.readSettings(cmd)
	if err != nil || len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	q, _, err := r.newLoader(cmd.Context(), settings).openQuestionnaire(args[0])
	if err != nil || q == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeQuestions(q, "", ""), cobra.ShellCompDirectiveNoFileComp
}

func (r *runner) showQuestionnaire(cmd *cobra.Command, args []string, format string) error {
	if err := checkChoice("format", format, showFormats()); err != nil {
		return err
	}
	settings, err := r.readSettings(cmd)
	if err != nil {
		return err
	}
	loader := r.newLoader(cmd.Context(), settings)
	if format == "yaml" && len(args) == 1 {
		return r.showFile(loader, args[0], settings.Strict)
	}
	if err := loader.refuseQuestion(args[0]); err != nil {
		return err
	}
	q, err := loader.loadQuestionnaire(args[0], settings.Strict)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if len(args) == 2 {
		err = r.showQuestion(&out, q, args[1], format)
	} else {
		err = r.showAll(&out, q, format)
	}
	if err != nil {
		return err
	}
	return r.printText(out.String())
}

// refuseQuestion refuses the id of a question where one of a questionnaire belongs.
func (l loader) refuseQuestion(name string) error {
	if config.IsPath(name) || l.isKnown(name) {
		return nil
	}
	if of := l.questionnaireOf(name); of != "" {
		return usagef("%[1]s is a question of %[2]s; did you mean: opsfit questionnaire show %[2]s %[1]s", name, of)
	}
	return nil
}

// questionnaireOf returns the first shipped questionnaire that has a question of that id; "" for none.
func (l loader) questionnaireOf(question string) string {
	for _, id := range shippedIDs() {
		if q, _, err := l.openQuestionnaire(id); err == nil && q != nil && q.Question(question) != nil {
			return id
		}
	}
	return ""
}

// showFile prints the file itself, or that of a catalogue, which a copy of a questionnaire needs beside it. It reads it
// once, because it may be a pipe.
func (r *runner) showFile(loader loader, name string, strict bool) error {
	source, err := loader.findSource("", name)
	if err != nil {
		return err
	}
	var found diag.List
	if questionnaire.IsCatalogue(source) {
		_, found = questionnaire.LoadCatalogue(source)
	} else {
		_, found = questionnaire.Load(source, loader.findSource)
	}
	if found.HasErrors() {
		return found
	}
	if err := r.showWarnings(found, strict); err != nil {
		return err
	}
	return r.printBytes(source.Bytes)
}

func (r *runner) showAll(out io.Writer, q *questionnaire.Questionnaire, format string) error {
	switch format {
	case "json":
		return export.QuestionnaireJSON(out, q)
	case "csv":
		return export.QuestionnaireCSV(out, q)
	case "csv-bom":
		return export.QuestionnaireMarkedCSV(out, q)
	}
	return r.showPage(out, pages.Questionnaire(q), format)
}

func (r *runner) showQuestion(out io.Writer, q *questionnaire.Questionnaire, id, format string) error {
	question := q.Question(id)
	if question == nil {
		hint := "leave it out to list the questions"
		if near := q.Nearest(id); near != "" {
			hint = "did you mean " + diag.Quote(near) + "?"
		}
		return usagef("%s has no question %s; %s", q.ID, diag.Quote(id), hint)
	}
	switch format {
	case "json":
		return export.QuestionJSON(out, question)
	case "csv":
		return export.QuestionCSV(out, question)
	case "csv-bom":
		return export.QuestionMarkedCSV(out, question)
	case "yaml":
		return usagef("a single question is shown as text, markdown, html or json; --format yaml prints the whole file")
	}
	return r.showPage(out, pages.Question(q, question), format)
}

func (r *runner) showPage(out io.Writer, p page.Page, format string) error {
	chosen, err := pageFormats().findFormat(format)
	if err != nil {
		return usageErr(err)
	}
	return chosen.write(out, p, r.outOptions())
}
