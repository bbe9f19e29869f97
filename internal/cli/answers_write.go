package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/schema"
)

// schemaLine begins the line by which an editor finds the schema of a file.
const schemaLine = "# yaml-language-server: $schema="

// schemaName is the file beside answers that editors read. It begins with a dot, as the configuration does, so that no command
// takes it for answers.
func schemaName(q *questionnaire.Questionnaire) string { return ".opsfit-" + q.ID + ".schema.json" }

// createAnswers writes an answers file to fill in and, beside it, the schema that its first line names. Standard output and devices
// have no folder that an editor knows: the text alone goes there, without that line.
func (r *runner) createAnswers(cmd *cobra.Command, file string, force bool) error {
	settings, err := r.readSettings(cmd)
	if err != nil {
		return err
	}
	q, err := r.newLoader(cmd.Context(), settings).loadQuestionnaire(questionnaireFor(settings), settings.Strict)
	if err != nil {
		return err
	}
	text := answers.Write(q, &answers.Sheet{})
	if file == "-" || r.isDevice(file) {
		return r.createFile(cmd, file, text, force)
	}
	name := schemaName(q)
	beside := filepath.Join(filepath.Dir(file), name)
	if err := r.checkSchema(beside); err != nil {
		return err
	}
	if err := r.createFile(cmd, file, append([]byte(schemaLine+name+"\n"), text...), force); err != nil {
		return err
	}
	return r.writeSchema(cmd, beside, q)
}

// checkSchema refuses a link, a pipe or a folder in the place of a schema: nobody named the file, and it may come with a cloned repository.
func (r *runner) checkSchema(file string) error {
	info, err := os.Lstat(r.absolutePath(file))
	if err != nil || info.Mode().IsRegular() {
		return nil // If there is more to it, writing says so.
	}
	return fmt.Errorf("write %s: it is not a regular file, and editors read the schema of the answers from there; move it away", file)
}

// writeSchema writes the schema of answers to a questionnaire, in place of an earlier one.
func (r *runner) writeSchema(cmd *cobra.Command, file string, q *questionnaire.Questionnaire) error {
	text, err := schema.OfAnswers(q)
	if err != nil {
		return err
	}
	if earlier, err := files.ReadRegular(r.absolutePath(file), len(text)); err == nil && bytes.Equal(earlier, text) {
		return nil
	}
	if err := r.writeOutput(cmd.Context(), file, text); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Streams.Err, "wrote "+diag.Visible(file)+", from which editors complete the answers")
	return err
}

// isDevice reports that a name stands for something other than a file.
func (r *runner) isDevice(file string) bool {
	info, err := os.Stat(r.absolutePath(file))
	return err == nil && !info.Mode().IsRegular()
}

func (r *runner) createFile(cmd *cobra.Command, file string, text []byte, force bool) error {
	if file == "-" {
		return r.writeOutput(cmd.Context(), "", text)
	}
	if strings.EqualFold(filepath.Ext(file), ".json") {
		return usagef("%s: a file with comments is YAML; end its name in .yaml", file)
	}
	if err := r.checkDevice(file); err != nil {
		return err
	}
	if _, err := os.Lstat(r.absolutePath(file)); err == nil && !force {
		return fmt.Errorf("write %s: it exists; give --force to replace it", file)
	}
	if err := r.writeOutput(cmd.Context(), file, text); err != nil {
		return err
	}
	_, err := fmt.Fprintln(r.Streams.Err, "wrote "+diag.Visible(file))
	return err
}
