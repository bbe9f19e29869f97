package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// These tests hold the rules of the house: which room may know which, and what the repository holds at all. .golangci.yml says
// which room may use which library.

const (
	module = "github.com/opsfit/opsfit"
	root   = "../.." // of the repository, seen from this folder
)

// arrows lists for every room (a folder with Go code) the rooms of ours that it may import. Some rooms are reserved for work to
// come. A folder that is not listed is a fault: a new room starts with a row here.
func arrows() map[string][]string {
	return map[string][]string{
		"questionnaires":         {},
		"internal/diag":          {},
		"internal/syntax":        {"internal/diag"},
		"internal/questionnaire": {"internal/diag", "internal/syntax"},
		// For tests only, so no row names it.
		"internal/questionnaire/questionnairetest": {"questionnaires", "internal/questionnaire"},
		"internal/answers":                         {"internal/diag", "internal/syntax", "internal/questionnaire"},
		"internal/score":                           {"internal/diag", "internal/questionnaire", "internal/answers"},
		"internal/advice":                          {"internal/diag", "internal/questionnaire", "internal/answers", "internal/score"},
		"internal/report":                          {"internal/diag", "internal/questionnaire", "internal/answers", "internal/score", "internal/advice"},
		// For tests only, so no row names it.
		"internal/report/reporttest": {
			"internal/questionnaire", "internal/questionnaire/questionnairetest", "internal/answers", "internal/score", "internal/advice",
			"internal/report",
		},
		// A decision record, drafted from a document and held against a later one.
		"internal/record": {"internal/diag", "internal/questionnaire", "internal/answers", "internal/score", "internal/report"},
		"internal/gate": {
			"internal/diag", "internal/questionnaire", "internal/answers", "internal/score", "internal/advice", "internal/report",
		},
		// Which conditions can ever hold; lint is told, and never scores a sheet itself.
		"internal/reach": {"internal/questionnaire", "internal/answers", "internal/score", "internal/advice"},
		"internal/lint":  {"internal/diag", "internal/questionnaire", "internal/reach"},
		"internal/plan": {
			"internal/diag", "internal/questionnaire", "internal/answers", "internal/score", "internal/advice", "internal/report",
		},
		"internal/comparison": {"internal/diag", "internal/questionnaire", "internal/report"},
		"internal/methodology": {
			"internal/diag", "internal/questionnaire", "internal/answers", "internal/score", "internal/advice", "internal/report",
			"internal/panel", "internal/agreement", "internal/record",
		},
		"internal/panel": {
			"internal/diag", "internal/questionnaire", "internal/answers", "internal/score", "internal/advice", "internal/report",
		},
		// For tests only, so no row names it.
		"internal/panel/paneltest": {
			"internal/questionnaire/questionnairetest", "internal/answers", "internal/score", "internal/report",
			"internal/report/reporttest", "internal/panel",
		},
		// What is rendered: the documents, and questionnaires themselves.
		"internal/render": {
			"internal/diag", "internal/questionnaire", "internal/report", "internal/comparison", "internal/plan",
			"internal/methodology", "internal/panel", "internal/record", "internal/evidence", "internal/lint", "internal/render/web",
			"internal/render/wire",
		},
		"internal/render/web": {
			"internal/diag", "internal/questionnaire", "internal/report", "internal/comparison", "internal/plan",
			"internal/methodology", "internal/panel", "internal/evidence",
		},
		"internal/render/wire": {
			"internal/diag", "internal/questionnaire", "internal/report", "internal/panel", "internal/evidence", "internal/lint",
		},
		"internal/config":    {"internal/diag", "internal/syntax"},
		"internal/terminal":  {"internal/diag"},
		"internal/interview": {"internal/diag", "internal/questionnaire", "internal/answers"},
		"internal/screen":    {"internal/diag", "internal/questionnaire", "internal/answers", "internal/interview"},
		"internal/gitrepo":   {"internal/diag"},
		"internal/evidence":  {"internal/diag", "internal/questionnaire", "internal/answers", "internal/gitrepo"},
		// What a scan shows, beside what people answered.
		"internal/agreement": {
			"internal/diag", "internal/questionnaire", "internal/answers", "internal/advice", "internal/report", "internal/evidence",
		},
		"internal/cli": {
			"questionnaires", "internal/diag", "internal/syntax", "internal/questionnaire", "internal/answers", "internal/score",
			"internal/advice", "internal/report", "internal/panel", "internal/render", "internal/config", "internal/terminal",
			"internal/interview", "internal/screen", "internal/gitrepo", "internal/evidence", "internal/gate", "internal/lint",
			"internal/plan", "internal/comparison", "internal/methodology", "internal/agreement", "internal/record",
		},
		"cmd/opsfit": {"internal/cli", "internal/terminal"},
	}
}

// stage lists the rooms that any test may use to build its input: the shipped questionnaires and the pure path to a report.
func stage() []string {
	return []string{
		"questionnaires", "internal/diag", "internal/syntax", "internal/questionnaire", "internal/questionnaire/questionnairetest",
		"internal/panel/paneltest",
		"internal/answers", "internal/score", "internal/advice", "internal/report", "internal/report/reporttest",
	}
}

func TestImportsPointOneWay(t *testing.T) {
	t.Parallel()
	allowed := arrows()
	for _, f := range sources(t) {
		row, listed := allowed[f.room]
		if !listed {
			t.Errorf("%s: %s is a room without a row in arrows(): say there what it may import", f.name, f.room)
			continue
		}
		if f.test {
			row = slices.Concat(row, stage(), []string{f.room})
		}
		for _, imported := range ourImports(t, f) {
			if !slices.Contains(row, imported) {
				t.Errorf("%s imports %s, which %s may not know: see arrows() in cmd/opsfit/house_test.go", f.name, imported, f.room)
			}
		}
	}
}

// TestArrowsHaveNoCycle keeps the table itself honest: a row that closed a ring would allow what the house forbids.
func TestArrowsHaveNoCycle(t *testing.T) {
	t.Parallel()
	allowed := arrows()
	done := map[string]bool{}
	var visit func(room string, path []string)
	visit = func(room string, path []string) {
		if slices.Contains(path, room) {
			t.Fatalf("arrows() has a ring: %s", strings.Join(append(path, room), " -> "))
		}
		if done[room] {
			return
		}
		for _, next := range allowed[room] {
			if _, listed := allowed[next]; !listed {
				t.Errorf("%s may import %s, which has no row of its own", room, next)
			}
			visit(next, append(slices.Clone(path), room))
		}
		done[room] = true
	}
	for room := range allowed {
		visit(room, nil)
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
			if isOSExit(n) && f.name != "cmd/opsfit/main.go" {
				t.Errorf("%s: os.Exit skips deferred clean-up; return an exit code, cmd/opsfit/main.go ends the process", f.at(n))
			}
			return true
		})
	}
}

func TestRoomsAreNouns(t *testing.T) {
	t.Parallel()
	for _, f := range sources(t) {
		switch path.Base(f.room) {
		case "util", "utils", "common", "helper", "helpers", "shared", "misc", "base", "lib":
			t.Errorf("%s: %q says nothing about what is inside; name the room after the thing it holds", f.name, f.room)
		}
	}
}

func TestEveryRoomSaysWhatItIs(t *testing.T) {
	t.Parallel()
	said := map[string]bool{}
	for _, f := range sources(t) {
		if !f.test {
			said[f.room] = said[f.room] || strings.TrimSpace(f.ast.Doc.Text()) != ""
		}
	}
	for room, ok := range said {
		if !ok {
			t.Errorf("%s has no package comment: say what the room may do and what it may not", room)
		}
	}
}

func TestTopLevelIsFixed(t *testing.T) {
	t.Parallel()
	allowed := []string{
		"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "cmd", "go.mod", "go.sum", "internal",
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
	room string // folder of name
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
		room: path.Dir(slashed),
		test: strings.HasSuffix(slashed, "_test.go"),
		ast:  tree,
		fset: fset,
	}, nil
}

// ourImports lists the rooms that f imports, as folders below the root.
func ourImports(t *testing.T, f source) []string {
	t.Helper()
	var rooms []string
	for _, spec := range f.ast.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", f.at(spec), err)
		}
		if room, ours := strings.CutPrefix(imported, module+"/"); ours {
			rooms = append(rooms, room)
		}
	}
	return rooms
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
