package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	xhtml "golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
)

// rightToLeft is a name in letters from right to left, with some in the other direction.
const rightToLeft = "צוות התשלומים, v2"

// attack tries something in each of the ways to break out.
const attack = "</title></style></svg><script>alert(1)</script>\" onload='x' & é 漢 \x1b[31m\u202e\x00\r\n]]>--> \u2069\ufffe\xff"

func TestStructure(t *testing.T) {
	t.Parallel()
	for _, said := range []string{"payments team", rightToLeft, attack} {
		for name, p := range pagesOf(said) {
			t.Run(name+" "+said[:4], func(t *testing.T) {
				t.Parallel()
				root := parsed(t, pageOf(t, p))
				checkIDs(t, root)
				checkHeadings(t, root)
				checkPictures(t, root)
				checkNothingRunsOrLoads(t, root)
				checkLandmarks(t, root)
				for _, head := range elements(root, "th") {
					if scope := attribute(head, "scope"); scope != "row" && scope != "col" {
						t.Errorf("the head %q names no row or column", textOf(head))
					}
				}
				checkXML(t, name, pictureOf(t, p))
			})
		}
	}
}

// TestStyleIsTheOneThatIsPermitted holds that a browser applies the style: its hash is what the policy names.
func TestStyleIsTheOneThatIsPermitted(t *testing.T) {
	t.Parallel()
	root := parsed(t, pageOf(t, page.Page{Kind: "Plan"}))
	styles := elements(root, "style")
	if len(styles) != 1 {
		t.Fatalf("%d styles", len(styles))
	}
	sum := sha256.Sum256([]byte(styles[0].FirstChild.Data))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
	for _, meta := range elements(root, "meta") {
		if attribute(meta, "http-equiv") == "Content-Security-Policy" {
			if got := attribute(meta, "content"); got != want {
				t.Errorf("the policy is %s, want %s", got, want)
			}
			return
		}
	}
	t.Error("no policy")
}

// TestLinksLeadToWebAddressesAlone holds that no address runs a program, even where a builder let it through.
func TestLinksLeadToWebAddressesAlone(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"javascript:alert(1)", "data:text/html,<script>alert(1)</script>", " JavaScript:alert(1)"} {
		got := pageOf(t, page.Page{Kind: "Links", Sections: []page.Section{{ID: "a", Title: "A", Blocks: []page.Block{
			page.Entries{{Prompt: "?", Remarks: []page.Remark{{Text: "evidence", Address: address}}}},
		}}}})
		if bytes.Contains(got, []byte("alert")) {
			t.Errorf("%s is in the page", address)
		}
	}
}

// TestHostileTextChangesNoShape holds that, whatever somebody said, a page has the same elements as with an ordinary word in
// every place, and that nothing hidden is in it.
func TestHostileTextChangesNoShape(t *testing.T) {
	t.Parallel()
	shapes := map[string][]string{}
	for name, p := range pagesOf("word") {
		shapes[name] = shapeOf(parsed(t, pageOf(t, p)))
	}
	rapid.Check(t, func(r *rapid.T) {
		pieces := []string{attack, "<", ">", "&", `"`, "'", "`", "{{.}}", "\u2028", "\ufeff", "\ufffe", "\xff", "😀", "\u202e", " ", "漢", "a\nb", "\u2068", "\u2069"}
		bad := "x" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 5).Draw(r, "pieces"), "")
		for name, p := range pagesOf(bad) {
			written, picture := pageOf(t, p), pictureOf(t, p)
			if shape := shapeOf(parsed(t, written)); !slices.Equal(shape, shapes[name]) {
				r.Fatalf("the shape of %s differs (-word +hostile):\n%s", name, cmp.Diff(shapes[name], shape))
			}
			for _, text := range [][]byte{written, picture} {
				if at := bytes.IndexFunc(text, func(c rune) bool { return c != '\n' && c != '\t' && diag.Hidden(c) }); at >= 0 {
					r.Fatalf("a hidden character is in %q", text[max(0, at-20):at+10])
				}
			}
			checkXML(r, name, picture)
		}
	})
}

func parsed(t testing.TB, page []byte) *xhtml.Node {
	t.Helper()
	root, err := xhtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// all returns the nodes below root that match, in the order of the page.
func all(root *xhtml.Node, match func(*xhtml.Node) bool) []*xhtml.Node {
	var found []*xhtml.Node
	for node := range root.Descendants() {
		if match(node) {
			found = append(found, node)
		}
	}
	return found
}

func elements(root *xhtml.Node, names ...string) []*xhtml.Node {
	return all(root, func(n *xhtml.Node) bool { return n.Type == xhtml.ElementNode && slices.Contains(names, n.Data) })
}

func attribute(node *xhtml.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is what a node says, with white space folded.
func textOf(root *xhtml.Node) string {
	var b strings.Builder
	for node := range root.Descendants() {
		if node.Type == xhtml.TextNode {
			b.WriteString(node.Data + " ")
		}
	}
	return folded(b.String())
}

func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

// shapeOf lists the elements with their depth, attributes and what these hold where it is no text.
func shapeOf(root *xhtml.Node) []string {
	var shape []string
	for _, node := range elementsAndComments(root) {
		line := fmt.Sprint(depth(node), " ", node.Data)
		for _, a := range node.Attr {
			if a.Key == "class" && a.Val == "whole" {
				continue // A name of one word.
			}
			line += " " + a.Key
			if a.Key == "class" || a.Key == "id" {
				line += "=" + a.Val
			}
		}
		shape = append(shape, line)
	}
	return shape
}

func elementsAndComments(root *xhtml.Node) []*xhtml.Node {
	return all(root, func(n *xhtml.Node) bool { return n.Type == xhtml.ElementNode || n.Type == xhtml.CommentNode })
}

func depth(node *xhtml.Node) int {
	depth := 0
	for range node.Ancestors() {
		depth++
	}
	return depth
}

func checkIDs(t *testing.T, root *xhtml.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, node := range all(root, func(n *xhtml.Node) bool { return attribute(n, "id") != "" }) {
		if id := attribute(node, "id"); ids[id] {
			t.Errorf("the id %s is there twice", id)
		} else {
			ids[id] = true
		}
	}
	for node := range root.Descendants() {
		for id := range strings.FieldsSeq(attribute(node, "aria-labelledby")) {
			if !ids[id] {
				t.Errorf("%s is labelled by %s, which is not there", node.Data, id)
			}
		}
		if id, inside := strings.CutPrefix(attribute(node, "href"), "#"); inside && !ids[id] {
			t.Errorf("a link leads to %s, which is not there", id)
		}
	}
}

func checkHeadings(t *testing.T, root *xhtml.Node) {
	t.Helper()
	last := 0
	for i, heading := range elements(root, "h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(heading.Data[1] - '0')
		if level > last+1 || (level == 1) != (i == 0) {
			t.Errorf("h%d %q follows h%d", level, textOf(heading), last)
		}
		if textOf(heading) == "" {
			t.Errorf("an empty h%d", level)
		}
		last = level
	}
}

// checkPictures holds that every picture has a title to be heard, or is said to be decoration.
func checkPictures(t *testing.T, root *xhtml.Node) {
	t.Helper()
	for _, svg := range elements(root, "svg") {
		if svg.Parent.Data == "svg" || attribute(svg, "aria-hidden") == "true" {
			continue
		}
		title := svg.FirstChild
		if attribute(svg, "role") != "img" || title == nil || title.Data != "title" || textOf(title) == "" {
			t.Errorf("a picture without role and title in %q", textOf(svg.Parent))
		}
	}
	for _, figure := range elements(root, "figure") {
		if len(elements(figure, "figcaption")) != 1 {
			t.Errorf("a figure without a caption: %q", textOf(figure))
		}
	}
}

func checkNothingRunsOrLoads(t *testing.T, root *xhtml.Node) {
	t.Helper()
	allowed := strings.Fields(`html head meta title link style body a header p span h1 h2 h3 dl div dt dd main section ul ol li nav
		figure figcaption svg desc rect line circle path text details summary table caption thead tbody tr th td footer code pre bdi
		fieldset legend label input`)
	for _, node := range elementsAndComments(root) {
		if !slices.Contains(allowed, node.Data) {
			t.Errorf("an element %s", node.Data)
		}
		for _, a := range node.Attr {
			checkAttribute(t, node, a)
		}
	}
	for _, style := range elements(root, "style") {
		for _, loads := range []string{"url(", "@import", "http"} {
			if strings.Contains(textOf(style), loads) {
				t.Errorf("the style has %s", loads)
			}
		}
	}
}

func checkAttribute(t *testing.T, node *xhtml.Node, a xhtml.Attribute) {
	t.Helper()
	if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" || strings.Contains(a.Val, "url(") {
		t.Errorf("%s has %s=%q", node.Data, a.Key, a.Val)
	}
	if a.Key != "href" || strings.HasPrefix(a.Val, "#") {
		return
	}
	isIcon := node.Data == "link" && attribute(node, "rel") == "icon" && strings.HasPrefix(a.Val, "data:image/svg+xml;base64,")
	isLink := node.Data == "a" && attribute(node, "rel") == "noopener noreferrer" && strings.HasPrefix(strings.ToLower(a.Val), "http")
	if !isIcon && !isLink {
		t.Errorf("%s leads to %s", node.Data, a.Val)
	}
}

func checkLandmarks(t *testing.T, root *xhtml.Node) {
	t.Helper()
	for _, name := range []string{"header", "main", "footer", "title"} {
		if n := len(all(root, func(n *xhtml.Node) bool {
			return n.Data == name && n.Type == xhtml.ElementNode && n.Namespace == ""
		})); n != 1 {
			t.Errorf("%d elements %s", n, name)
		}
	}
	named := map[string]bool{}
	for _, node := range append(elements(root, "nav", "section"), all(root, func(n *xhtml.Node) bool { return attribute(n, "role") == "region" })...) {
		name := attribute(node, "aria-label") + attribute(node, "aria-labelledby")
		if name == "" || named[name] {
			t.Errorf("a %s without a name, or with one that is there twice: %q", node.Data, name)
		}
		named[name] = true
	}
	first := elements(root, "a", "summary")[0]
	if attribute(first, "href") != "#"+attribute(elements(root, "main")[0], "id") {
		t.Errorf("the first stop of the keyboard is %q and not the way to the content", textOf(first))
	}
	for _, details := range elements(root, "details") {
		summary := elements(details, "summary")
		if len(summary) == 0 || textOf(summary[0]) == "" || named[textOf(summary[0])] {
			t.Errorf("details without a summary of their own: %q", textOf(details))
			continue
		}
		named[textOf(summary[0])] = true
	}
	if attribute(elements(root, "html")[0], "lang") != "en" {
		t.Error("the language is not named")
	}
}

// checkXML holds that a picture is well-formed, has its title and description first, and runs and loads nothing.
func checkXML(t interface{ Errorf(string, ...any) }, name string, picture []byte) {
	var order []string
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		start, isStart := token.(xml.StartElement)
		if !isStart {
			continue
		}
		order = append(order, start.Name.Local)
		for _, a := range start.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "url(") {
				t.Errorf("%s: %s has %s=%q", name, start.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
	for _, element := range order {
		if !slices.Contains(strings.Fields("svg title desc style rect line circle path text g"), element) {
			t.Errorf("%s: an element %s", name, element)
		}
	}
	if diff := cmp.Diff([]string{"svg", "title", "desc", "style", "rect"}, order[:min(5, len(order))]); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}
