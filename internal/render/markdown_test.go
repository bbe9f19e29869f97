package render

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// attack is short enough to read in a golden file and tries something in each of the ways to break out.
const attack = "# <b onclick=x>&amp;</b> | `code` *a* _b_ [x](javascript:x) ![y](http://e.com) @ops #12 www.e.com\n- \x1b[31m\u202e\n```"

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// fill puts one text into every text of a document but those that decide which of several things is shown.
func fill(doc *report.Document, with string) {
	reporttest.EachText(reflect.ValueOf(doc), func(path string, text reflect.Value) {
		for _, kept := range []string{".Axis", ".Measures", ".Status"} {
			if strings.HasSuffix(path, kept) {
				return
			}
		}
		text.SetString(with)
	})
}

// shape is what a Markdown text turns out to be.
type shape struct {
	// nodes are the kinds of all nodes but text, line breaks and links, with the depth of each.
	nodes []string
	// html are the raw pieces of HTML, without repetition and in the order of their first occurrence.
	html  []string
	links []string
}

func outlineOf(t rapid.TB, source []byte) shape {
	t.Helper()
	var found shape
	depth := 0
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		found.enter(n, depth, source)
		depth++
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func (s *shape) enter(n ast.Node, depth int, source []byte) {
	switch n := n.(type) {
	case *ast.Text, *ast.String:
	case *ast.Link:
		s.links = append(s.links, string(n.Destination))
	case *ast.RawHTML:
		s.addHTML(string(n.Segments.Value(source)))
	case *ast.HTMLBlock:
		s.addHTML(string(n.Lines().Value(source)))
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind()))
	case *ast.Heading:
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind(), n.Level))
	default:
		s.nodes = append(s.nodes, fmt.Sprint(depth, n.Kind()))
	}
}

func (s *shape) addHTML(piece string) {
	if !slices.Contains(s.html, piece) {
		s.html = append(s.html, piece)
	}
}

func (s *shape) count(node string) int {
	count := 0
	for _, n := range s.nodes {
		if strings.TrimLeft(n, "0123456789 ") == node {
			count++
		}
	}
	return count
}
