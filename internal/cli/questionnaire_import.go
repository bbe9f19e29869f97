package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/checklist"
	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// importOptions say what is imported as what, and where to.
type importOptions struct {
	run *runner
	// as is the form of the source; "" where its name tells.
	as string
	// outputs has the file or folder to write to; empty for standard output.
	outputs []string
	force   bool
}

func newImport(run *runner) *cobra.Command {
	o := &importOptions{run: run}
	cmd := &cobra.Command{
		Use:               "import",
		Short:             "Make a questionnaire about readiness out of your own checklist",
		Args:              checkArguments(1, 1, "the FILE of the checklist, or - for standard input"),
		ValidArgsFunction: completeFileNames("md", "markdown", "csv", "tsv", "json"),
		RunE:              func(cmd *cobra.Command, args []string) error { return o.importFile(cmd.Context(), args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.as, "as", "", "`FORM` of the checklist: lens, markdown or csv (default: by the ending of its name)")
	groupFlags(flags, inputGroup)
	flags.StringArrayVarP(&o.outputs, "output", "o", nil, "write the questionnaire to `FILE`; in a folder it gets the name of the checklist")
	flags.BoolVar(&o.force, "force", false, "replace a file that exists")
	groupFlags(flags, outputGroup)
	completeWords(cmd, "as", importForms()...)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit questionnaire import FILE [-o FILE|FOLDER]"}},
		examples: page.Commands{
			{Line: "opsfit questionnaire import review.md > ours.yaml"},
			{Line: "opsfit questionnaire import lens.json -o lens.yaml", Note: "advice goes to lens-recommendations.yaml"},
		},
		about: []string{
			"Reads a checklist in Markdown (headings, boxes, lists in lists), a table in CSV (columns such as section, question, options, " +
				"level, worth, critical), or a custom lens of the AWS Well-Architected Tool in JSON. It asks the points by section, and first " +
				"what is at stake, since the answer decides how much of the list is required.",
			"Everything that a questionnaire cannot express is named on standard error with its line, and stays in the file as a comment. " +
				"The texts are those of the checklist: whoever owns it still does, and its licence holds for the questionnaire too.",
			"It writes to standard output without -o, with the advice below the questions. A file that exists is kept unless --force is given.",
		},
		exits:  plainExits(),
		topics: []string{"questionnaires"},
	})
}

func importForms() []string { return []string{"lens", "markdown", "csv"} }

func (o *importOptions) importFile(ctx context.Context, file string) error {
	form, err := o.formOf(file)
	if err != nil {
		return err
	}
	if len(o.outputs) > 1 {
		return usagef("one --output at a time; a checklist becomes one questionnaire")
	}
	name, text, err := o.run.readInput(ctx, file, yamltree.MaxBytes)
	if err != nil {
		return err
	}
	list, found := readChecklist(form, name, text)
	if list == nil {
		return found
	}
	o.run.showDiagnostics(found)
	return o.write(ctx, list, name)
}

// formOf returns the form that a file has by its name, unless the command line says it.
func (o *importOptions) formOf(file string) (string, error) {
	if o.as != "" {
		return o.as, checkChoice("as", o.as, importForms())
	}
	switch strings.ToLower(filepath.Ext(file)) {
	case ".json":
		return "lens", nil
	case ".md", ".markdown", ".txt":
		return "markdown", nil
	case ".csv", ".tsv":
		return "csv", nil
	case ".yaml", ".yml":
		return "", usagef("%s is YAML; a questionnaire needs no import: opsfit questionnaire lint %[1]s", file)
	}
	return "", usagef("the name of %s does not tell its form; give --as lens, --as markdown or --as csv", shownName(file))
}

func readChecklist(form, name string, text []byte) (*checklist.Checklist, diag.List) {
	switch form {
	case "lens":
		return checklist.ReadLens(name, text)
	case "csv":
		return checklist.ReadCSV(name, text)
	}
	return checklist.ReadMarkdown(name, text)
}

// write writes the catalogue before the questionnaire that names it, after a look at both.
func (o *importOptions) write(ctx context.Context, list *checklist.Checklist, source string) error {
	target, id := o.target(list)
	if target == "" {
		text, _ := list.Write(id, "")
		if err := checkSize(source, text); err != nil {
			return err
		}
		if err := o.run.writeOutput(ctx, "", text); err != nil {
			return err
		}
		o.report(list, source, "")
		return nil
	}
	if !config.IsPath(filepath.Base(target)) || strings.EqualFold(filepath.Ext(target), ".json") {
		return usagef("%s: a questionnaire with comments is YAML; end its name in .yaml", target)
	}
	catalogue := strings.TrimSuffix(target, filepath.Ext(target)) + checklist.CatalogueEnd + ".yaml"
	questions, advice := list.Write(id, filepath.Base(catalogue))
	outputs := []imported{{catalogue, advice}, {target, questions}}
	if advice == nil {
		outputs = outputs[1:]
	}
	for _, out := range outputs {
		err := checkSize(source, out.text)
		if err == nil {
			err = o.checkOutput(out)
		}
		if err != nil {
			return err
		}
	}
	for _, out := range outputs {
		if err := o.run.writeOutput(ctx, out.file, out.text); err != nil {
			return err
		}
	}
	o.report(list, source, target)
	return nil
}

// target returns the file to write, "" for standard output, and the id of the questionnaire.
func (o *importOptions) target(list *checklist.Checklist) (file, id string) {
	id = list.ID()
	if slices.Contains(shippedIDs(), id) {
		id += "-checklist"
	}
	if len(o.outputs) == 0 || o.outputs[0] == "-" {
		return "", id
	}
	file = o.outputs[0]
	if info, err := os.Stat(o.run.absolutePath(file)); err == nil && info.IsDir() || strings.HasSuffix(file, "/") {
		return files.Join(strings.TrimSuffix(file, "/"), id+".yaml"), id
	}
	id = idFor(file)
	if slices.Contains(shippedIDs(), id) {
		id += "-checklist"
	}
	return file, id
}

// checkSize refuses what would be too large to be read again.
func checkSize(source string, text []byte) error {
	if len(text) <= yamltree.MaxBytes {
		return nil
	}
	return diag.List{{
		Severity: diag.Error, Code: "too-large", File: source,
		Message: "the questionnaire would be larger than 1 MiB", Hint: "split the checklist",
	}}
}

// imported is a file that an import writes.
type imported struct {
	file string
	text []byte
}

// checkOutput refuses to replace a file that exists, or one that was read.
func (o *importOptions) checkOutput(out imported) error {
	if err := o.run.refuseInputs(out.file, out.text); err != nil {
		return err
	}
	if _, err := os.Lstat(o.run.absolutePath(out.file)); err == nil && !o.force {
		return fmt.Errorf("write %s: it exists; give --force to replace it", out.file)
	}
	return nil
}

// report says what could not be imported, item by item, and what became of the rest.
func (o *importOptions) report(list *checklist.Checklist, source, target string) {
	left := list.Leftovers()
	const most = diag.MaxPerFile
	for _, l := range left[:min(len(left), most)] {
		text := ""
		if l.Text != "" {
			text = ": " + diag.Quote(l.Text)
		}
		o.run.notify("%s:%d: not imported, %s%s", source, l.Pos.Line, l.Reason, text)
	}
	if len(left) > most {
		o.run.notify("%s: %s more; all of them are comments in the questionnaire", source, english.Count(len(left)-most, "thing"))
	}
	summary := english.Count(list.Points(), "point") + " in " + english.Count(len(list.Sections), "section")
	if n := list.Remedies(); n > 0 {
		summary += ", " + english.Count(n, "item") + " of advice"
	}
	if target == "" {
		o.run.notify("%s: %s", source, summary)
		return
	}
	o.run.notify("wrote %s: %s; check it with: opsfit questionnaire lint %s", target, summary, o.run.shell().quote(target))
}
