package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/files"
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

// output is where the reports of a run go, and what a person is told about them.
type output[D any] struct {
	run     *runner
	formats formats[D]
	targets []target[D]
	// open: show the page in a browser.
	open bool
	// page is a page that the interview has written; "" for none.
	page string
	// oneScreen: standard output is a terminal that shows one screen of the report.
	oneScreen bool
	// full: a person asked for all of the report.
	full bool
	// command repeats the run.
	command commandLine
}

// parseOutputs parses where the reports of a command go, before any other work.
func parseOutputs[D any](
	r *runner, cmd *cobra.Command, settings config.Config, formats formats[D], asked outputOptions,
) (output[D], error) {
	out := output[D]{
		run: r, formats: formats, open: asked.open, command: commandLineOf(cmd, r.shell()),
		full:      asked.full,
		oneScreen: asked.hasScreen && !asked.full && r.Streams.OutIsTerminal,
	}
	err := out.refuseDocuments(asked.files, settings.Format)
	if err != nil {
		return out, err
	}
	if out.targets, err = parseTargets(formats, settings.Format, cmd.Flags().Changed("format"), asked.files); err != nil {
		return out, err
	}
	if asked.open {
		err = r.checkOpen(formats.has(pageFormatName))
	}
	if err == nil {
		err = noTwice(r, out.targets)
	}
	return out, err
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

// noTwice refuses two reports for one file, even through a link, and what is no file: folders and devices.
func noTwice[D any](r *runner, list []target[D]) error {
	var seen []string
	for _, t := range list {
		if t.file == "" {
			continue
		}
		if strings.HasSuffix(t.file, "/") {
			return usagef("--output %s names a folder; name a file in it", t.file)
		}
		if err := r.checkDevice(t.file); err != nil {
			return err
		}
		path := r.absolutePath(t.file)
		if slices.ContainsFunc(seen, func(other string) bool { return files.Same(path, other) }) {
			return usagef("--output names %s twice; each report needs a file of its own", t.file)
		}
		seen = append(seen, path)
	}
	return nil
}

// refuseInputs refuses to overwrite a file that was read, even through a link: a report over its own answers would
// destroy what people wrote, and one over its baseline what later runs are compared with.
func (r *runner) refuseInputs(file string, data []byte) error {
	if file == "" {
		return nil
	}
	path := r.absolutePath(file)
	there, err := os.Stat(path)
	switch {
	case files.IsMissing(err) || err == nil && !there.Mode().IsRegular():
		return nil
	case err != nil:
		return fmt.Errorf("write %s: %w", file, files.Cause(err))
	case !r.isInput(there):
		return nil
	}
	if text, err := os.ReadFile(path); err != nil || !bytes.Equal(text, data) {
		return usagef("--output %s would replace a file that was read; name another one", file)
	}
	return nil
}

// isInput reports whether a file is one that was read, or that standard input comes from.
func (r *runner) isInput(there fs.FileInfo) bool {
	if in, ok := r.Streams.In.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := in.Stat(); err == nil && os.SameFile(there, info) {
			return true
		}
	}
	return slices.ContainsFunc(r.inputs, func(input string) bool {
		info, err := os.Stat(input)
		return err == nil && os.SameFile(there, info)
	})
}

// refuseReplacing refuses to overwrite a different text that people may have edited.
func (r *runner) refuseReplacing(format string, edited bool, file string, data []byte) error {
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
	if format == recordFormatName {
		return usagef("%[1]s exists, and people may have edited it; see what to amend with --amend %[1]s, or name another file", file)
	}
	return usagef("%s exists, and people may have edited it; name another file", file)
}
