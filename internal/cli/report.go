package cli

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/render"
	"github.com/opsfit/opsfit/internal/report"
)

const reportFiles = "The report goes to standard output, or to the files named by --output; each is written whole or not at all.\n" +
	"Everything else goes to standard error."

// assessmentFiles is reportFiles for the commands that have a format for workflows.
const assessmentFiles = reportFiles + " In a workflow of GitHub the format github also\n" +
	"appends the report as markdown to the summary of the step, which the variable GITHUB_STEP_SUMMARY names."

func newReport(run *runner) *cobra.Command {
	a := &assessment{run: run}
	cmd := &cobra.Command{
		Use:               "report FILE [-f FORMAT] [-o FILE]... [--strict] [--what-if QUESTION=OPTION,...]... [--amend RECORD | gates]",
		Short:             "Render a saved result or an answers file again, in any format",
		Args:              arguments(1, 1, "FILE, a saved result (JSON) or an answers file"),
		ValidArgsFunction: files("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, args []string) error {
			a.answers = args[0]
			return a.rerender(cmd)
		},
	}
	strictFlag(cmd)
	a.whatIfFlag(cmd)
	outputFlags(cmd, render.Assessments().Names(), &a.outputs)
	gateFlags(cmd)
	a.witness.register(cmd)
	a.amend.register(cmd)
	return document(cmd, help{
		long: "A saved result is what opsfit assess --format json wrote; rendering it gives the same bytes and the same exit\n" +
			"code as the run that wrote it. Gates on the command line take the place of those that it holds; gates of the\n" +
			"configuration do not. An answers file is scored first, as by opsfit assess.\n\n" +
			"The format adr drafts a decision record for people to edit and commit. Later, --amend holds new answers against\n" +
			"that record and lists what no longer holds: as text, or with -f adr as a section to be added to it. A record that\n" +
			"exists is never replaced.\n\n" + gatesHelp,
		examples: []string{
			"opsfit report result.json -f markdown", "opsfit report answers.yaml -o report.md",
			"opsfit report answers.yaml -o adr=docs/decisions/0007-operating-model.md",
			"opsfit report answers.yaml --amend docs/decisions/0007-operating-model.md",
			"opsfit report answers.yaml -f adr --amend 0007.md >> 0007.md",
		},
		files: assessmentFiles,
	})
}

func (a *assessment) rerender(cmd *cobra.Command) error {
	settings, list, err := a.prepare(cmd)
	if err != nil {
		return err
	}
	doc, in, err := a.run.saved(cmd.Context(), a.answers)
	if err != nil {
		return err
	}
	if doc == nil {
		if err := a.witness.check(cmd, a); err != nil {
			return err
		}
		a.input = &in
		return a.assess(cmd.Context(), settings, list)
	}
	if a.whatIf != nil {
		return usagef("--what-if needs an answers file; a saved result does not hold what it would be with other answers")
	}
	if a.witness.dir != "" {
		return usagef("--evidence needs an answers file; a saved result keeps the evidence that it was written with")
	}
	doc.Places = &report.Places{File: a.file()}
	if a.amend.facts == nil {
		if err := a.judgeSaved(cmd.Context(), settings, doc); err != nil {
			return err
		}
	}
	return a.deliver(cmd.Context(), doc, list)
}

// saved reads a file that is a saved result or answers. For answers the result is nil, and their text is returned.
func (r *runner) saved(ctx context.Context, file string) (*report.Document, input, error) {
	name, text, err := r.readInput(ctx, file, report.MaxBytes)
	if err != nil {
		return nil, input{}, err
	}
	if text = withoutMark(text); !isResult(text) {
		return nil, input{name: name, text: text}, nil
	}
	doc, found := report.Decode(name, text)
	if doc == nil {
		return nil, input{}, found
	}
	return doc, input{}, nil
}

// parseAnswers reads answers, and says so when a saved result is given in their place.
func parseAnswers(name string, text []byte) (*answers.File, diag.List) {
	if !isResult(withoutMark(text)) {
		return answers.Parse(name, text)
	}
	return nil, diag.List{{
		Severity: diag.Error, Code: "saved-result", File: name, Pos: diag.Pos{Line: 1, Column: 1},
		Message: "this is a saved result and no answers",
		Hint:    "name the answers it was made from, or show it and hold it against gates with opsfit report",
	}}
}

// withoutMark takes a byte order mark off, which some editors add: it is no part of a result.
func withoutMark(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\ufeff")) }

// isResult tells a saved result from answers: it is a JSON object that names a schema. What is no valid JSON is
// taken for a result when it begins like one, so that a cut-off file gets the right message.
func isResult(text []byte) bool {
	_, named := schemaOf(text)
	return named
}

// schemaOf returns the schema that a JSON object names, and whether it names one. It is empty where the object is cut off.
func schemaOf(text []byte) (schema string, named bool) {
	var head struct {
		Schema *string `json:"schema"`
	}
	if err := json.Unmarshal(text, &head); err == nil {
		if head.Schema == nil {
			return "", false
		}
		return *head.Schema, true
	}
	start := bytes.TrimSpace(text[:min(len(text), 200)])
	return "", bytes.HasPrefix(start, []byte("{")) && bytes.Contains(start, []byte(`"schema"`))
}
