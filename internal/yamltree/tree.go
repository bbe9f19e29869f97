package yamltree

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/opsfit/opsfit/internal/diag"
)

// treeBuilder copies the library's tree into ours and refuses what a hand-written file does not need.
type treeBuilder struct {
	faults *Reader
	cursor *cursor
	// holed is set when a part of the file is not in the tree.
	holed bool
}

// copyNode copies one value. Depth counts the mappings and lists around it, itself included.
func (t *treeBuilder) copyNode(y *yaml.Node, depth int) *Node {
	pos, written := t.placeOf(y)
	n := &Node{Kind: Null, Pos: pos}
	t.refuseProperties(y, pos, written)
	if y.Kind == yaml.ScalarNode {
		t.copyScalar(n, y, written)
		return n
	}
	if y.Kind == yaml.AliasNode {
		t.holed = true
		return n
	}
	if depth > MaxDepth {
		reportTooDeep(t.faults, n.Pos)
		t.holed = true
		return n
	}
	if y.Kind == yaml.MappingNode {
		t.copyMapping(n, y, depth)
	} else {
		t.copySequence(n, y, depth)
	}
	return n
}

func (t *treeBuilder) copyScalar(n *Node, y *yaml.Node, written []byte) {
	const styled = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	n.Text = y.Value
	n.Quoted = y.Style&styled != 0
	n.length = writtenLength(written, y.Value)
	if n.Quoted || n.Text != "" && n.Text != "~" && n.Text != "null" {
		n.Kind = Scalar
	}
}

func (t *treeBuilder) copySequence(n *Node, y *yaml.Node, depth int) {
	n.Kind = Sequence
	n.Items = make([]*Node, 0, len(y.Content))
	for _, item := range y.Content {
		n.Items = append(n.Items, t.copyNode(item, depth+1))
	}
}

func (t *treeBuilder) copyMapping(n *Node, y *yaml.Node, depth int) {
	n.Kind = Mapping
	n.Entries = make([]Entry, 0, len(y.Content)/2)
	keys := entries{faults: t.faults, mapping: n}
	for i := 0; i+1 < len(y.Content); i += 2 {
		if key := t.copyKey(y.Content[i]); key != nil {
			value := t.copyNode(y.Content[i+1], depth+1)
			keys.add(Entry{Key: key.Text, KeyPos: key.Pos, Value: value, keyLength: key.length})
		}
	}
}

// copyKey returns nil for an invalid key; its value is left out too.
func (t *treeBuilder) copyKey(y *yaml.Node) *Node {
	pos, written := t.placeOf(y)
	switch {
	case y.Kind == yaml.MappingNode || y.Kind == yaml.SequenceNode:
		t.faults.Errorf(pos, 1, "complex-key", "put quotes around a text that begins with { or [", "a key must be a single text")
	case y.Kind == yaml.AliasNode:
		t.refuseProperties(y, pos, written)
	case y.Tag == "!!merge":
		t.faults.Errorf(pos, utf8.RuneCountInString(y.Value), "merge-key", reuseHint, `the merge key "<<" is not supported`)
	default:
		n := &Node{Pos: pos}
		t.refuseProperties(y, pos, written)
		t.copyScalar(n, y, written)
		return n
	}
	t.holed = true
	return nil
}

const (
	reuseHint = "repeat the value; a questionnaire reuses questions with extends"
	quoteHint = `repeat the value, or put quotes around a text that begins with "&" or "*"`
)

// refuseProperties reports anchors, aliases and tags. The position of a value is that of its first property, so the
// text there reveals a lone "!", of which the library keeps no trace.
func (t *treeBuilder) refuseProperties(y *yaml.Node, pos diag.Pos, written []byte) {
	if y.Kind == yaml.AliasNode {
		t.faults.Errorf(pos, wordLength(written), "alias", quoteHint, "the alias %s is not supported", diag.Quote("*"+y.Value))
	}
	if y.Anchor != "" {
		t.faults.Errorf(pos, wordLength(written), "anchor", quoteHint, "the anchor %s is not supported", diag.Quote("&"+y.Anchor))
	}
	if y.Style&yaml.TaggedStyle != 0 || bytes.HasPrefix(written, []byte("!")) {
		tag := y.Tag
		if bytes.HasPrefix(written, []byte("!")) {
			tag = firstWord(written)
		}
		t.faults.Errorf(pos, wordLength(written), "tag", "remove the tag", "the tag %s is not supported", diag.Quote(tag))
	}
}

// placeOf returns where a value starts and the text from there on, nil when unknown.
func (t *treeBuilder) placeOf(y *yaml.Node) (diag.Pos, []byte) {
	pos := positionOf(y)
	written := t.cursor.textFrom(pos)
	if written == nil && t.cursor.atEnd() {
		// The library puts a value that is missing at the end of the file into a line of its own.
		pos = t.cursor.pos
	}
	return pos, written
}

func positionOf(y *yaml.Node) diag.Pos {
	return diag.Pos{Line: y.Line, Column: y.Column}
}
