package web_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestStructure(t *testing.T) {
	t.Parallel()
	for name, page := range everyPage(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := parsed(t, page)
			checkIDs(t, root)
			checkHeadings(t, root)
			if pictures := checkPictures(t, root); pictures == 0 && !isBare(name) {
				t.Error("no picture")
			}
			checkNothingRunsOrLoads(t, root)
			checkLandmarks(t, root)
			for _, head := range elements(root, "th") {
				if scope := attribute(head, "scope"); scope != "row" && scope != "col" {
					t.Errorf("the head %q names no row or column", textOf(head))
				}
			}
		})
	}
}

// isBare names the pages that have nothing to draw.
func isBare(name string) bool {
	return slices.Contains([]string{"portfolio empty", "plan dora-web-shop"}, name) || strings.HasPrefix(name, "methodology ")
}

func parsed(t testing.TB, page []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// all returns the nodes below root that match, in the order of the page.
func all(root *html.Node, match func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for node := range root.Descendants() {
		if match(node) {
			found = append(found, node)
		}
	}
	return found
}

func elements(root *html.Node, names ...string) []*html.Node {
	return all(root, func(n *html.Node) bool { return n.Type == html.ElementNode && slices.Contains(names, n.Data) })
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is what a node says, with white space folded.
func textOf(root *html.Node) string {
	var b strings.Builder
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			b.WriteString(node.Data + " ")
		}
	}
	return folded(b.String())
}

func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

func elementsAndComments(root *html.Node) []*html.Node {
	return all(root, func(n *html.Node) bool { return n.Type == html.ElementNode || n.Type == html.CommentNode })
}

func checkIDs(t *testing.T, root *html.Node) {
	t.Helper()
	ids := map[string]bool{}
	for _, node := range all(root, func(n *html.Node) bool { return attribute(n, "id") != "" }) {
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

func checkHeadings(t *testing.T, root *html.Node) {
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

// checkPictures holds that every picture has a title to be heard, or is said to be decoration. It returns how many are none.
func checkPictures(t *testing.T, root *html.Node) (pictures int) {
	t.Helper()
	for _, svg := range elements(root, "svg") {
		if svg.Parent.Data == "svg" || attribute(svg, "aria-hidden") == "true" {
			continue
		}
		pictures++
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
	return pictures
}

func checkNothingRunsOrLoads(t *testing.T, root *html.Node) {
	t.Helper()
	allowed := strings.Fields(`html head meta title link style body a header p span h1 h2 h3 dl div dt dd main section ul ol li nav
		figure figcaption svg desc rect line circle path text details summary table caption thead tbody tr th td footer code`)
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

func checkAttribute(t *testing.T, node *html.Node, a html.Attribute) {
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

func checkLandmarks(t *testing.T, root *html.Node) {
	t.Helper()
	for _, name := range []string{"header", "main", "footer", "title"} {
		if n := len(all(root, func(n *html.Node) bool {
			return n.Data == name && n.Type == html.ElementNode && n.Namespace == ""
		})); n != 1 {
			t.Errorf("%d elements %s", n, name)
		}
	}
	for _, node := range append(elements(root, "nav", "section"), all(root, func(n *html.Node) bool { return attribute(n, "role") == "region" })...) {
		if attribute(node, "aria-label")+attribute(node, "aria-labelledby") == "" {
			t.Errorf("a %s without a name", node.Data)
		}
	}
	first := elements(root, "a", "summary")[0]
	if attribute(first, "href") != "#"+attribute(elements(root, "main")[0], "id") {
		t.Errorf("the first stop of the keyboard is %q and not the way to the content", textOf(first))
	}
	for _, details := range elements(root, "details") {
		if summary := elements(details, "summary"); len(summary) == 0 || textOf(summary[0]) == "" {
			t.Error("details without a summary")
		}
	}
	if attribute(elements(root, "html")[0], "lang") != "en" {
		t.Error("the language is not named")
	}
}
