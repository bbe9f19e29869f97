package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// These tests check which package may import which, and which files the repository holds. .golangci.yml says which package may
// use which library.

const (
	module = "github.com/opsfit/opsfit"
	root   = "../.." // of the repository, seen from this folder
)

// allowedImports lists for every package of ours which others of ours it may import, besides ground(), which all may. A package
// without a row fails the test: a new one starts with a row here.
func allowedImports() map[string][]string {
	return map[string][]string{
		"questionnaires":         {},
		"internal/diag":          {},
		"internal/english":       {},
		"internal/exact":         {},
		"internal/condition":     {"internal/yamltree"},
		"internal/yamltree":      {},
		"internal/questionnaire": {"internal/yamltree", "internal/condition"},
		// Checklists of other tools, as questionnaires.
		"internal/outline":   {},
		"internal/checklist": {"internal/yamltree", "internal/condition", "internal/questionnaire", "internal/outline"},
		// JSON Schemas; its tests make those of results from the types of all documents.
		"internal/schema": {
			"internal/questionnaire", "internal/condition", "internal/score", "internal/report", "internal/comparison", "internal/plan",
			"internal/team", "internal/portfolio", "internal/methodology", "internal/adr", "internal/evidence", "internal/lint",
			"internal/interview", "internal/challenge",
		},
		// For tests only, so no row names it.
		"internal/questionnaire/questionnairetest": {"questionnaires", "internal/questionnaire"},
		// For tests only, so no row names it.
		"internal/testarchive": {},
		"internal/answers":     {"internal/yamltree", "internal/condition", "internal/questionnaire"},
		// Exports of survey tools, as answers.
		"internal/survey": {"internal/yamltree", "internal/questionnaire", "internal/answers"},
		"internal/score":  {"internal/questionnaire", "internal/answers"},
		"internal/advice": {"internal/questionnaire", "internal/condition", "internal/answers", "internal/score"},
		"internal/report": {"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice"},
		// For tests only, so no row names it.
		"internal/report/reporttest": {
			"internal/questionnaire", "internal/questionnaire/questionnairetest", "internal/answers", "internal/score", "internal/advice",
			"internal/report",
		},
		// The sentences of a result.
		"internal/verdict": {"questionnaires", "internal/yamltree", "internal/questionnaire", "internal/score", "internal/report"},
		// The answers on which a verdict hangs, and what others say to them.
		"internal/challenge": {
			"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice", "internal/report",
			"internal/team",
		},
		// What was promised, and what became of it.
		"internal/commitments": {
			"internal/yamltree", "internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice",
			"internal/report", "internal/plan",
		},
		// A decision record, drafted from a document and compared with a later one.
		"internal/adr": {"internal/questionnaire", "internal/answers", "internal/score", "internal/report"},
		"internal/gate": {
			"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice", "internal/report",
		},
		// Which conditions can ever hold, so that lint never scores a sheet itself.
		"internal/satisfy": {"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice"},
		"internal/lint":    {"internal/questionnaire", "internal/condition", "internal/satisfy", "internal/yamltree"},
		// Saved results, checked.
		"internal/saved": {
			"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice", "internal/report",
			"internal/gate", "internal/schema", "internal/commitments",
		},
		"internal/plan": {
			"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice", "internal/report",
		},
		"internal/comparison": {"internal/questionnaire", "internal/answers", "internal/report"},
		// For tests only, so no row names it.
		"internal/comparison/comparisontest": {"internal/questionnaire/questionnairetest", "internal/report", "internal/report/reporttest"},
		"internal/methodology": {
			"internal/questionnaire", "internal/condition", "internal/answers", "internal/score", "internal/advice", "internal/report",
			"internal/team", "internal/evidencecheck", "internal/adr", "internal/prose",
		},
		// Texts that come with the program.
		"internal/prose":     {},
		"internal/topics":    {"internal/page", "internal/prose"},
		"internal/team":      {"internal/questionnaire", "internal/answers", "internal/score", "internal/advice", "internal/report"},
		"internal/portfolio": {"internal/questionnaire", "internal/condition", "internal/score", "internal/report"},
		// For tests only, so no row names it.
		"internal/team/teamtest": {"internal/answers", "internal/report", "internal/report/reporttest", "internal/team"},
		// For tests only, so no row names it.
		"internal/portfolio/portfoliotest": {
			"internal/condition", "internal/questionnaire/questionnairetest", "internal/score", "internal/report",
			"internal/report/reporttest", "internal/portfolio",
		},
		"internal/export": {
			"internal/condition", "internal/questionnaire", "internal/report", "internal/verdict", "internal/portfolio",
			"internal/team", "internal/lint",
		},
		// A document for people, as data, its writers, and one builder for each kind of document.
		"internal/page":          {},
		"internal/page/text":     {"internal/page", "internal/terminal"},
		"internal/page/markdown": {"internal/page", "internal/page/text"},
		"internal/page/asciidoc": {"internal/page", "internal/page/text"},
		// For tests only, so no row names it.
		"internal/page/pagetest": {"internal/page"},
		"internal/page/html":     {"internal/page"},
		"internal/page/man":      {"internal/page"},
		"internal/pages": {
			"internal/page", "internal/questionnaire", "internal/condition", "internal/answers", "internal/score",
			"internal/report", "internal/verdict", "internal/comparison", "internal/plan", "internal/team", "internal/portfolio",
			"internal/methodology", "internal/adr", "internal/evidence", "internal/lint",
			"internal/interview", "internal/delivery", "internal/challenge",
		},
		"internal/concurrent": {},
		"internal/files":      {},
		"internal/config":     {"internal/yamltree", "internal/files", "internal/delivery"},
		"internal/terminal":   {},
		"internal/browser":    {},
		// For tests only, so no row names it.
		"internal/browser/browsertest": {},
		"internal/pager":               {},
		"internal/interview":           {"internal/questionnaire", "internal/answers"},
		"internal/interview/ui":        {"internal/questionnaire", "internal/answers", "internal/interview", "internal/terminal"},
		// A questionnaire as a page to answer; its tests compare what that saves with the interview.
		"internal/form": {"internal/questionnaire", "internal/condition", "internal/answers", "internal/page/html", "internal/interview"},
		// The program inside of opsfit.html: no files, no clock, no streams.
		"internal/web": {
			"questionnaires", "internal/questionnaire", "internal/answers", "internal/score", "internal/advice", "internal/report",
			"internal/team", "internal/page", "internal/page/html", "internal/pages", "internal/form",
		},
		"internal/web/onefile": {"internal/form", "internal/web"},
		"internal/gitrepo":     {"internal/files", "internal/concurrent"},
		// Exports of deployments and incidents, read row by row.
		"internal/delivery": {},
		"internal/evidence": {"internal/gitrepo", "internal/delivery", "internal/concurrent"},
		// What a scan shows, compared with what people answered.
		"internal/evidencecheck": {
			"internal/questionnaire", "internal/answers", "internal/report", "internal/evidence",
		},
		"internal/cli": {
			"questionnaires", "internal/yamltree", "internal/questionnaire", "internal/answers", "internal/score",
			"internal/advice", "internal/report", "internal/export", "internal/config", "internal/files", "internal/schema", "internal/terminal",
			"internal/interview", "internal/interview/ui", "internal/gitrepo", "internal/delivery", "internal/evidence", "internal/gate",
			"internal/lint",
			"internal/plan", "internal/comparison", "internal/methodology", "internal/evidencecheck", "internal/adr", "internal/commitments",
			"internal/condition", "internal/team", "internal/portfolio", "internal/saved", "internal/checklist", "internal/survey",
			"internal/page", "internal/page/text", "internal/page/markdown", "internal/page/asciidoc", "internal/page/html", "internal/page/man",
			"internal/pages", "internal/topics", "internal/form", "internal/challenge",
		},
		"cmd/opsfit":     {"internal/cli", "internal/terminal", "internal/browser", "internal/pager", "internal/schema"},
		"cmd/opsfit-web": {"internal/web", "internal/web/onefile"},
	}
}

// ground lists the packages that every other one may import.
func ground() []string { return []string{"internal/diag", "internal/english", "internal/exact"} }

// inTests lists the packages that any test may use to build its input: the shipped questionnaires and the pure path to a report.
func inTests() []string {
	return []string{
		"questionnaires", "internal/yamltree", "internal/condition", "internal/questionnaire", "internal/questionnaire/questionnairetest",
		"internal/team/teamtest",
		"internal/answers", "internal/score", "internal/advice", "internal/report", "internal/report/reporttest",
		"internal/portfolio", "internal/portfolio/portfoliotest", "internal/testarchive",
		"internal/page", "internal/page/text", "internal/page/markdown", "internal/page/html", "internal/page/asciidoc",
		"internal/page/pagetest", "internal/prose",
		"internal/comparison/comparisontest", "internal/browser/browsertest",
	}
}

func TestImportsPointOneWay(t *testing.T) {
	t.Parallel()
	allowed := allowedImports()
	for _, f := range sources(t) {
		row, listed := allowed[f.pkg]
		if !listed {
			t.Errorf("%s: %s is a package without a row in allowedImports(): say there what it may import", f.name, f.pkg)
			continue
		}
		row = slices.Concat(row, ground())
		if f.test {
			row = slices.Concat(row, inTests(), []string{f.pkg})
		}
		for _, imported := range ourImports(t, f) {
			if !slices.Contains(row, imported) {
				t.Errorf("%s imports %s, which %s may not know: see allowedImports() in cmd/opsfit/imports_test.go", f.name, imported, f.pkg)
			}
		}
	}
}

// TestArrowsHaveNoCycle keeps the table itself honest: a row that closed a circle would allow what it is to forbid.
func TestArrowsHaveNoCycle(t *testing.T) {
	t.Parallel()
	allowed := allowedImports()
	done := map[string]bool{}
	var visit func(pkg string, path []string)
	visit = func(pkg string, path []string) {
		if slices.Contains(path, pkg) {
			t.Fatalf("allowedImports() has a circle: %s", strings.Join(append(path, pkg), " -> "))
		}
		if done[pkg] {
			return
		}
		for _, next := range allowed[pkg] {
			if _, listed := allowed[next]; !listed {
				t.Errorf("%s may import %s, which has no row of its own", pkg, next)
			}
			visit(next, append(slices.Clone(path), pkg))
		}
		done[pkg] = true
	}
	for pkg := range allowed {
		visit(pkg, nil)
	}
}

// TestBinaryLeavesOut names libraries that cost every start, or belong in tests, and so never get into the program.
func TestBinaryLeavesOut(t *testing.T) {
	t.Parallel()
	forbidden := []string{
		"charm.land/fang", "charm.land/glamour", "charm.land/huh",
		"github.com/charmbracelet/bubbletea", // v1; v2 is charm.land/bubbletea/v2
		"github.com/charmbracelet/fang", "github.com/charmbracelet/glamour", "github.com/charmbracelet/huh",
		"github.com/go-git/go-git", "github.com/google/go-cmp", "github.com/joshdk/go-junit", "github.com/prometheus",
		"github.com/rogpeppe/go-internal",
		"github.com/santhosh-tekuri/jsonschema", "github.com/yuin/goldmark", "golang.org/x/net", "pgregory.net/rapid", "testing",
	}
	deps, err := output(t, "go", "list", "-deps", "./cmd/opsfit")
	if err != nil {
		t.Fatal(err)
	}
	for dep := range strings.Lines(deps) {
		dep = strings.TrimSpace(dep)
		for _, f := range forbidden {
			if dep == f || strings.HasPrefix(dep, f+"/") {
				t.Errorf("the binary links %s; `go mod why %s` tells which import brings it in", dep, dep)
			}
		}
	}
}

// TestPageLeavesOut holds that opsfit.html contains nothing that is for terminals and commands: it would only be heavier.
func TestPageLeavesOut(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "./cmd/opsfit-web")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	deps, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(deps), module+"/internal/web\n") {
		t.Fatalf("the page does not contain internal/web:\n%s", deps)
	}
	for dep := range strings.Lines(string(deps)) {
		for _, forbidden := range []string{
			"charm.land", "github.com/charmbracelet/lipgloss", "github.com/spf13", "net/http", "time/tzdata", module + "/internal/cli",
			module + "/internal/config", module + "/internal/terminal",
		} {
			if dep = strings.TrimSpace(dep); dep == forbidden || strings.HasPrefix(dep, forbidden+"/") {
				t.Errorf("the page contains %s; `GOOS=js GOARCH=wasm go mod why %s` tells which import brings it in", dep, dep)
			}
		}
	}
}

func TestNoInitAndOneExit(t *testing.T) {
	t.Parallel()
	for _, f := range sources(t) {
		if f.test {
			continue
		}
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s: func init runs in every command; make a function that its user calls", f.at(fn))
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if isOSExit(n) && path.Base(f.name) != "main.go" {
				t.Errorf("%s: os.Exit skips deferred clean-up; return an exit code, main.go of the command ends the process", f.at(n))
			}
			return true
		})
	}
}

func TestPackagesAreNouns(t *testing.T) {
	t.Parallel()
	for _, f := range sources(t) {
		switch path.Base(f.pkg) {
		case "util", "utils", "common", "helper", "helpers", "shared", "misc", "base", "lib":
			t.Errorf("%s: %q says nothing about what is inside; name the package after the thing it holds", f.name, f.pkg)
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	for _, f := range sources(t) {
		if !f.test {
			said[f.pkg] = said[f.pkg] || strings.TrimSpace(f.ast.Doc.Text()) != ""
		}
	}
	for pkg, ok := range said {
		if !ok {
			t.Errorf("%s has no package comment: say what the package may do and what it may not", pkg)
		}
	}
}

func TestTopLevelIsFixed(t *testing.T) {
	t.Parallel()
	allowed := []string{
		"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md", "cmd", "go.mod", "go.sum", "internal",
		"questionnaires", "testdata",
	}
	files, err := output(t, "git", "ls-files", "--cached", "--others", "--exclude-standard")
	if err != nil {
		t.Skipf("only git knows which files belong to the repository: %v", err)
	}
	for file := range strings.Lines(files) {
		top, _, _ := strings.Cut(strings.TrimSpace(file), "/")
		if !strings.HasPrefix(top, ".") && !slices.Contains(allowed, top) {
			t.Errorf("%s is new at the top level, which is fixed: %s", top, strings.Join(allowed, " "))
		}
	}
}

// source is one parsed Go file of ours.
type source struct {
	name string // path below the repository root, with slashes
	pkg  string // folder of name
	test bool
	ast  *ast.File
	fset *token.FileSet
}

func (f source) at(n ast.Node) string {
	return f.name + ":" + strconv.Itoa(f.fset.Position(n.Pos()).Line)
}

// sources parses every Go file of the module that the go tool sees with ./...
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && skipped(d.Name()):
			return fs.SkipDir
		case d.IsDir() || path.Ext(d.Name()) != ".go":
			return nil
		}
		f, err := parse(name)
		all = append(all, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("found no Go file: the tests of this file would hold nothing")
	}
	return all
}

func skipped(folder string) bool {
	return folder == "testdata" || folder == "bin" || strings.HasPrefix(folder, ".") || strings.HasPrefix(folder, "_")
}

func parse(name string) (source, error) {
	below, err := filepath.Rel(root, name)
	if err != nil {
		return source{}, err
	}
	fset := token.NewFileSet()
	tree, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return source{}, err
	}
	slashed := filepath.ToSlash(below)
	return source{
		name: slashed,
		pkg:  path.Dir(slashed),
		test: strings.HasSuffix(slashed, "_test.go"),
		ast:  tree,
		fset: fset,
	}, nil
}

// ourImports lists our packages that f imports, as folders below the root.
func ourImports(t *testing.T, f source) []string {
	t.Helper()
	var packages []string
	for _, spec := range f.ast.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", f.at(spec), err)
		}
		if pkg, ours := strings.CutPrefix(imported, module+"/"); ours {
			packages = append(packages, pkg)
		}
	}
	return packages
}

func isOSExit(n ast.Node) bool {
	sel, ok := n.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Exit" {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && pkg.Name == "os"
}

// output starts a program in the repository root and returns what it printed.
func output(t *testing.T, name string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = root
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, stderr.String())
	}
	return string(out), nil
}
