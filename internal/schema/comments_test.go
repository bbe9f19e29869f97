package schema

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// comments are what the sources of the documents say, by "package.Type" and "package.Type.Field", and the constants of each
// named type.
type comments struct {
	texts  map[string]string
	values map[string][]any
}

// commentsOf reads the packages beside this one.
func commentsOf(t *testing.T) comments {
	t.Helper()
	c := comments{map[string]string{}, map[string][]any{}}
	files, err := filepath.Glob(filepath.Join("..", "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("the sources beside this package: %v, %v", files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, declared := range file.Decls {
			if list, ok := declared.(*ast.GenDecl); ok {
				c.read(file.Name.Name, list)
			}
		}
	}
	return c
}

func (c comments) read(in string, list *ast.GenDecl) {
	for _, spec := range list.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			c.texts[in+"."+spec.Name.Name] = list.Doc.Text()
			if of, ok := spec.Type.(*ast.StructType); ok {
				for _, field := range of.Fields.List {
					for _, name := range field.Names {
						c.texts[in+"."+spec.Name.Name+"."+name.Name] = field.Doc.Text()
					}
				}
			}
		case *ast.ValueSpec:
			c.readConstant(in, spec)
		}
	}
}

func (c comments) readConstant(in string, spec *ast.ValueSpec) {
	of, isNamed := spec.Type.(*ast.Ident)
	if !isNamed {
		return
	}
	for _, value := range spec.Values {
		if literal, ok := value.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			text, err := strconv.Unquote(literal.Value)
			if err == nil {
				c.values[in+"."+of.Name] = append(c.values[in+"."+of.Name], text)
			}
		}
	}
}

// of is what is said about a type, or about one of its fields, in the words of JSON.
func (c comments) of(of reflect.Type, field string) string {
	about := of.String()
	if field != "" {
		about += "." + field
	}
	text := strings.Join(strings.Fields(c.texts[about]), " ")
	text = strings.NewReplacer("nil (null)", "null", " is nil", " is null", "; nil", "; null", " nil ", " null ").Replace(text)
	for described := range of.Fields() {
		name := described.Name
		inJSON, _, _ := strings.Cut(described.Tag.Get("json"), ",")
		if inJSON == "" || inJSON == "-" {
			continue
		}
		if strings.HasPrefix(text, name+" ") {
			text = inJSON + strings.TrimPrefix(text, name)
		}
		if strings.Contains(inJSON, "_") {
			text = regexp.MustCompile(`\b`+name+`\b`).ReplaceAllString(text, inJSON)
		}
	}
	return text
}

// constants are the values of a named type, in the order of the source; nil for one without.
func (c comments) constants(of reflect.Type) []any { return c.values[of.String()] }
