package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/report"
)

// target is an output for a document of type D, with its format.
type target[D any] struct {
	format format[D]
	// file is "" for standard output.
	file string
}

// parseTargets parses --format and --output. Without outputs the report goes to standard output; with outputs standard
// output gets a report only if a format is given explicitly. A format from the settings that this kind of document does
// not have is replaced by the default.
func parseTargets[D any](formats formats[D], format string, explicit bool, outputs []string) ([]target[D], error) {
	var list []target[D]
	if explicit || len(outputs) == 0 {
		if !explicit && !slices.Contains(formats.formatNames(), format) {
			format = formats[0].name
		}
		chosen, err := formats.findFormat(format)
		if err != nil {
			return nil, usageErr(err)
		}
		list = append(list, target[D]{format: chosen})
	}
	for _, output := range outputs {
		named, err := parseOutput(formats, output)
		if err != nil {
			return nil, usageErr(err)
		}
		list = append(list, named)
	}
	return list, nil
}

// parseOutputs parses where the reports of a command go, before any other work.
func parseOutputs[D any](
	r *runner, cmd *cobra.Command, settings config.Config, formats formats[D], outputs []string,
) ([]target[D], error) {
	list, err := parseTargets(formats, settings.Format, cmd.Flags().Changed("format"), outputs)
	if err != nil {
		return nil, err
	}
	return list, noTwice(r, list)
}

// parseOutput parses FILE, whose extension names the format, or FORMAT=FILE.
func parseOutput[D any](formats formats[D], output string) (target[D], error) {
	name, file, found := strings.Cut(output, "=")
	if found && file == "" {
		return target[D]{}, fmt.Errorf("--output %s names no file; write FORMAT=FILE", output)
	}
	if output == "-" || found && file == "-" {
		return target[D]{}, fmt.Errorf("--output %s: a report for standard output is named by its format alone, with --format", output)
	}
	if found && !strings.ContainsAny(name, `./\`) {
		format, err := formats.findFormat(name)
		return target[D]{format: format, file: file}, err
	}
	if output == "" {
		return target[D]{}, errors.New("--output needs a file name")
	}
	format, err := formats.ofFile(output)
	return target[D]{format: format, file: output}, err
}

// filesOf returns the files among targets, as they were named.
func filesOf[D any](list []target[D]) []string {
	var files []string
	for _, t := range list {
		if t.file != "" {
			files = append(files, t.file)
		}
	}
	return files
}

// noTwice refuses two reports for one file, even through a link, and folders.
func noTwice[D any](r *runner, list []target[D]) error {
	seen := map[string]bool{}
	for _, t := range list {
		if t.file == "" {
			continue
		}
		if strings.HasSuffix(t.file, "/") {
			return usagef("--output %s names a folder; name a file in it", t.file)
		}
		path := filepath.Clean(targetOf(r.absolutePath(t.file)))
		if seen[path] {
			return usagef("--output names %s twice; each report needs a file of its own", t.file)
		}
		seen[path] = true
	}
	return nil
}

// writeTargets renders every report before it writes the first one, so that a failure leaves nothing half done.
func writeTargets[D any](ctx context.Context, r *runner, doc D, list []target[D]) error {
	rendered := make([]bytes.Buffer, len(list))
	for i, t := range list {
		options := r.outOptions()
		if t.file != "" {
			options = r.fileOptions()
		}
		if err := t.format.write(&rendered[i], doc, options); err != nil {
			return fmt.Errorf("render %s: %w", t.format.name, err)
		}
	}
	for i, t := range list {
		err := r.refuseInputs(t.file, rendered[i].Bytes())
		if err == nil {
			err = r.refuseReplacing(t.format.edited, t.file, rendered[i].Bytes())
		}
		if err != nil {
			return err
		}
	}
	for i, t := range list {
		if err := r.writeOutput(ctx, t.file, rendered[i].Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// refuseInputs refuses to overwrite a file that was read, even through a link: a report over its own answers would
// destroy what people wrote, and one over its baseline what later runs are compared with.
func (r *runner) refuseInputs(file string, data []byte) error {
	there, err := os.Stat(r.absolutePath(file))
	if file == "" || err != nil || !there.Mode().IsRegular() {
		return nil
	}
	for _, input := range r.inputs {
		info, err := os.Stat(input)
		if err != nil || !os.SameFile(there, info) {
			continue
		}
		if text, err := os.ReadFile(input); err != nil || !bytes.Equal(text, data) {
			return usagef("--output %s would replace a file that was read; name another one", file)
		}
	}
	return nil
}

// refuseReplacing refuses to overwrite a different text that people may have edited.
func (r *runner) refuseReplacing(edited bool, file string, data []byte) error {
	if !edited || file == "" {
		return nil
	}
	path := r.absolutePath(file)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil
	}
	if there, err := os.ReadFile(path); err == nil && bytes.Equal(there, data) {
		return nil
	}
	return usagef("%[1]s exists, and people may have edited it; see what to amend with --amend %[1]s, or name another file", file)
}

// writeOutput writes to the file, or to standard output for "".
func (r *runner) writeOutput(ctx context.Context, file string, data []byte) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if file == "" {
		return r.printBytes(data)
	}
	if err := writeFile(r.absolutePath(file), data); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}

// printText writes to standard output.
func (r *runner) printText(text string) error { return r.printBytes([]byte(text)) }

func (r *runner) printBytes(data []byte) error {
	if _, err := r.Streams.Out.Write(data); err != nil {
		return fmt.Errorf("write to standard output: %w", causeOf(err))
	}
	return nil
}

// publishReport writes a judged document to all its targets.
func (r *runner) publishReport(ctx context.Context, doc *report.Document, list []target[*report.Document]) error {
	if err := writeTargets(ctx, r, doc, list); err != nil {
		return err
	}
	return r.stepSummary(doc, list)
}
