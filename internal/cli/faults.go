package cli

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/pages"
)

// unreadableError is about a file that a run needs and cannot read.
type unreadableError struct {
	file string
	err  error
}

func (e unreadableError) Error() string { return e.err.Error() }
func (e unreadableError) Unwrap() error { return e.err }

// unusable returns why a run could not use its input; nil for any other end of it.
func unusable(err error) diag.List {
	if _, ok := errors.AsType[usageError](err); ok {
		return nil
	}
	if found, ok := errors.AsType[diag.List](err); ok {
		return found
	}
	if unreadable, ok := errors.AsType[unreadableError](err); ok {
		return diag.List{{Severity: diag.Error, Code: "unreadable", File: shownName(unreadable.file), Message: err.Error()}}
	}
	return nil
}

// writeFaults writes why input could not be used in those of the formats asked for that pipelines show, and returns the end of the run
// as it was. Formats for people are not written: what is there of an earlier run stays.
func (f *assessFlags) writeFaults(cmd *cobra.Command, end error) error {
	found := unusable(end)
	if found == nil {
		return end
	}
	targets := f.faultTargets(cmd)
	if len(targets) == 0 {
		return end
	}
	out := output[*lint.Report]{run: f.run, formats: lintFormats(), targets: targets}
	if err := f.run.writeUnusable(cmd.Context(), out, f.nameOfAnswers(), found); err != nil {
		f.run.printError(err)
	}
	return end
}

// nameOfAnswers is what messages call the answers.
func (f *assessFlags) nameOfAnswers() string { return shownName(cmp.Or(f.answers, "-")) }

// faultTargets are the outputs that the command line asks for, as far as they have a form of faults.
func (f *assessFlags) faultTargets(cmd *cobra.Command) []target[*lint.Report] {
	var list []target[*lint.Report]
	add := func(name, file string) {
		if slices.Contains([]string{"github", "sarif", "gitlab", "junit"}, name) {
			format, _ := lintFormats().findFormat(name)
			list = append(list, target[*lint.Report]{format: format, file: file})
		}
	}
	switch flag := cmd.Flags().Lookup("format"); {
	case flag.Changed:
		add(flag.Value.String(), "")
	case len(f.outputs.files) == 0 && f.command != "check":
		add(cmp.Or(f.format, f.run.Env("OPSFIT_FORMAT")), "")
	}
	for _, asked := range f.outputs.files {
		if named, err := parseOutput(assessmentFormats(), asked); err == nil {
			add(named.format.name, named.file)
		}
	}
	if noTwice(f.run, list) != nil {
		return nil
	}
	return list
}

// writeUnusable writes faults, of which about names the file that the run is about.
func (r *runner) writeUnusable(ctx context.Context, out output[*lint.Report], about string, found diag.List) error {
	linter, err := lint.New()
	if err != nil {
		return err
	}
	report := linter.InputReport(r.lintTool(), nil, found, r.sourceOf)
	report.About, report.Path = about, r.pathOf
	if err := out.write(ctx, report); err != nil {
		return err
	}
	return appendStepSummary(r, pages.Unusable(report), out.targets)
}

func (r *runner) lintTool() lint.Tool {
	tool := r.reportTool()
	return lint.Tool{Name: tool.Name, Version: tool.Version}
}

// sourceOf returns the text of a file that was read; nil for any other.
func (r *runner) sourceOf(file string) []byte { return r.sources[file] }

// pathOf returns the path of what messages name, for formats that point into files; "" for a pipe, a flag and a shipped file.
func (r *runner) pathOf(file string) string {
	if file == "" || file == stdinName || isFlag(file) || strings.HasPrefix(file, shippedPrefix) || r.isVariable(file) {
		return ""
	}
	return r.fromRoot(file)
}

// isVariable reports whether messages mean a variable of the environment.
func (r *runner) isVariable(name string) bool {
	return strings.HasPrefix(name, "OPSFIT_") && r.Env(name) != ""
}
