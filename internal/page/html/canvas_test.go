package html

import (
	"math"
	"slices"
	"strings"
	"testing"
	"text/template/parse"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
)

// TestScaleKeepsOrderAndEnds holds for every scale what a reader takes for granted: the ends are at the ends, more is further,
// and nothing lies outside.
func TestScaleKeepsOrderAndEnds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-100, 100).Draw(t, "low")
		s := scale{low: low, high: low + rapid.Float64Range(0.1, 100).Draw(t, "extent"), from: 10, to: 210}
		a, b := rapid.Float64().Draw(t, "a"), rapid.Float64().Draw(t, "b")
		if a > b {
			a, b = b, a
		}
		if s.place(s.low) != 10 || s.place(s.high) != 210 {
			t.Fatalf("the ends are at %v and %v", s.place(s.low), s.place(s.high))
		}
		if s.place(a) > s.place(b) || s.place(a) < 10 || s.place(b) > 210 {
			t.Fatalf("%v is at %v and %v at %v", a, s.place(a), b, s.place(b))
		}
	})
}

func TestScale(t *testing.T) {
	t.Parallel()
	line := fluid(-1, 1)
	for _, test := range []struct {
		got, want string
	}{
		{line.at(0), "50%"},
		{line.at(-1), "0%"},
		{line.at(1.0 / 3), "66.67%"},
		{line.at(17), "100%"},
		{line.at(math.NaN()), "0%"},
		{line.span(-0.5, 0.5), "50%"},
		{scale{low: 0, high: 4, from: 100, to: 20}.at(1), "80"},
		{number(-0.001), "0"},
		{number(100), "100"},
	} {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
}

// TestEveryMarkIsDrawnWithinItsScale draws every mark on every scale with values that no builder gives.
func TestEveryMarkIsDrawnWithinItsScale(t *testing.T) {
	t.Parallel()
	kinds := []page.MarkKind{
		page.Practice, page.Situation, page.Floor, page.Before, page.After, page.Goal, page.Mean, page.Value, page.Role, page.Wanted, page.Limit,
		page.Range, page.Deviation, page.Sure, page.Likely, page.Shortfall, page.Bar, page.Own, page.Absent,
	}
	scales := []page.Scale{
		{Kind: page.Line, Low: -1, High: 1, Edges: []float64{-0.5, 0.5}},
		{Kind: page.Line, Low: -1, High: 1},
		{Kind: page.Level, High: 4},
		{Kind: page.Score, High: 10},
		{Kind: page.Share, High: 6},
		{Kind: page.Pull},
		{Kind: page.Index, High: 1},
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(scales).Draw(t, "scale")
		var marks []page.Mark
		for _, kind := range kinds {
			value := rapid.OneOf(rapid.SampledFrom([]float64{-1e300, math.NaN(), math.Inf(1)}), rapid.Float64Range(-3, 3))
			marks = append(marks, page.Mark{Kind: kind, At: value.Draw(t, "at"), To: value.Draw(t, "to")})
		}
		drawn := string(rowPicture(&s, &page.Row{Name: "a", Marks: marks}, nil))
		for _, broken := range []string{`width="-`, `height="-`, "NaN", "Inf"} {
			if strings.Contains(drawn, broken) {
				t.Errorf("%s in %s", broken, drawn)
			}
		}
	})
}

// TestPicturesEscape holds that a name cannot leave the title of its picture.
func TestPicturesEscape(t *testing.T) {
	t.Parallel()
	got := string(rowPicture(&page.Scale{}, &page.Row{Name: "</title><script>\u202e\x1b", Spoken: "unknown"}, nil))
	if want := `<title>&lt;/title&gt;&lt;script&gt;\u202e\x1b: unknown</title>`; !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
	if got := heard(strings.Repeat("long ", 1e5)); len([]rune(got)) != mostHeard {
		t.Errorf("got %q", got)
	}
}

// TestTextsFitTheirPlace holds for pictures, whose fonts are not known, that no line is wider than its place and that nothing is
// lost where there is room.
func TestTextsFitTheirPlace(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.StringOfN(rapid.RuneFrom([]rune("iW漢a…é")), 1, 30, -1)).Draw(t, "words"), " ")
		const width, size = 120, 15
		lines := wrap(text, width, size, 2)
		for _, line := range lines {
			if got := widthOf(line, size); got > width+1e-9 {
				t.Fatalf("%q is %v wide", line, got)
			}
		}
		if len(lines) > 2 {
			t.Fatalf("%d lines", len(lines))
		}
		if widthOf(text, size) <= width && lines[0] != text {
			t.Fatalf("%q became %q", text, lines)
		}
	})
	for _, test := range []struct {
		text string
		want []string
	}{
		{"\u2068how often is\u2069 it used every week", []string{"\u2068how often\u2069", "\u2068is\u2069 it used…"}},
		{"\u2068漢漢漢漢漢漢漢漢\u2069 a", []string{"\u2068漢漢漢漢漢\u2069", "\u2068漢漢漢\u2069 a"}},
		{"WWWWWWWWWWWWWWWW", []string{"WWWWW", "WWWW…"}},
		{"", []string{""}},
	} {
		if got := wrap(test.text, 95, 15, 2); !slices.Equal(got, test.want) {
			t.Errorf("%q became %q, want %q", test.text, got, test.want)
		}
	}
}

// TestTemplatesEscapeByConstruction holds that no template writes a text that did not go through text, plain or lines, besides
// markup of this package, numbers, and addresses, which html/template checks.
func TestTemplatesEscapeByConstruction(t *testing.T) {
	t.Parallel()
	templates, err := new(writer).templates()
	if err != nil {
		t.Fatal(err)
	}
	functions := []string{"text", "anchor", "plain", "lines", "explainedBy", "len"}
	values := []string{
		// Constants of builders and of this package.
		".ID", ".Class", ".Layout", ".Weight", ".From", ".Number", ".StyleHash", ".Style", ".Icon",
		// Made by a canvas, or by text for speed.
		".Scale", "$.Ground", ".Picture", ".Mark", ".Left", ".Right", ".HTML", ".Name.HTML", ".Circle", ".Field", ".Hue", ".Name", "$name", ".Count", ".",
		".Address",
	}
	for _, one := range templates.Templates() {
		for _, written := range actions(one.Tree) {
			word, _, _ := strings.Cut(written, " ")
			if !slices.Contains(functions, word) && !slices.Contains(values, written) {
				t.Errorf("template %s writes {{%s}}", one.Name(), written)
			}
		}
	}
}

// actions are the pipelines that a template writes, without what html/template adds.
func actions(tree *parse.Tree) []string {
	var found []string
	var visit func(node parse.Node)
	visit = func(node parse.Node) {
		switch node := node.(type) {
		case *parse.ListNode:
			if node != nil {
				for _, inner := range node.Nodes {
					visit(inner)
				}
			}
		case *parse.ActionNode:
			found = append(found, node.Pipe.Cmds[0].String())
		case *parse.IfNode:
			visit(node.List)
			visit(node.ElseList)
		case *parse.WithNode:
			visit(node.List)
			visit(node.ElseList)
		case *parse.RangeNode:
			visit(node.List)
		}
	}
	if tree != nil {
		visit(tree.Root)
	}
	return found
}
