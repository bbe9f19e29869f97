package export

import (
	"io"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/report"
)

// LintJUnit writes what was found in files as test results: each finding is a case, an error for what makes a file unusable and
// skipped for what does not, and each file without a finding is a case that passes.
func LintJUnit(w io.Writer, found *lint.Report) error {
	suites, suite := junitSuites{Name: found.Tool.Name}, junitSuite{Name: "input"}
	for _, name := range found.Checked {
		if !slices.ContainsFunc(found.Diagnostics, func(d diag.Diagnostic) bool { return d.File == name }) {
			suite.Cases = append(suite.Cases, inputCase(found, diag.Diagnostic{File: name, Message: "the file can be used"}))
		}
	}
	for _, d := range found.Diagnostics {
		test := inputCase(found, d)
		remark := &junitRemark{Type: diag.Visible(d.Code), Message: diag.Visible(toldOf(d)), Text: diag.VisibleLines(d.String())}
		if d.Severity == diag.Error {
			test.Error = remark
		} else {
			remark.Type = ""
			test.Skipped = remark
		}
		suite.Cases = append(suite.Cases, test)
	}
	suites.add(suite)
	return suites.write(w)
}

// inputCase is named without the place, which moves: its name is what readers know a case again by.
func inputCase(found *lint.Report, d diag.Diagnostic) junitCase {
	test := junitCase{Class: diag.Visible("opsfit.input." + fileOf(found, d)), Name: diag.Visible(d.Message)}
	test.at(report.Place{File: found.PathOf(d.File), Pos: d.Pos})
	return test
}
