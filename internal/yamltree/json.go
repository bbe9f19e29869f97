package yamltree

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// parseJSON returns nil when the text is not valid JSON or the tree lacks a part of it.
func parseJSON(faults *Reader, text []byte) *Node {
	if len(bytes.TrimSpace(text)) == 0 {
		reportEmpty(faults)
		return nil
	}
	var whole json.RawMessage
	var fault *json.SyntaxError
	err := json.Unmarshal(text, &whole)
	if errors.As(err, &fault) && !strings.Contains(fault.Error(), "exceeded max depth") {
		reportJSON(faults, text, fault)
		return nil
	}
	tree := &tokenReader{faults: faults, text: text, cursor: newCursor(text), decoder: json.NewDecoder(bytes.NewReader(text))}
	tree.decoder.UseNumber()
	root := tree.readValue(1)
	if tree.holed {
		return nil
	}
	return root
}

// tokenReader builds a tree from the tokens of valid JSON, which may still be nested too deep.
type tokenReader struct {
	faults  *Reader
	text    []byte
	cursor  *cursor
	decoder *json.Decoder
	// holed: a value was nested too deep; nothing is read after it.
	holed bool
}

// nextToken returns the position and the offset of the next token.
func (t *tokenReader) nextToken() (diag.Pos, int) {
	offset := int(t.decoder.InputOffset())
	for offset < len(t.text) && strings.IndexByte(" \t\r\n,:", t.text[offset]) >= 0 {
		offset++
	}
	return t.cursor.moveTo(offset), offset
}

func (t *tokenReader) readValue(depth int) *Node {
	pos, start := t.nextToken()
	n := &Node{Kind: Scalar, Pos: pos}
	token, err := t.decoder.Token()
	if _, opens := token.(json.Delim); err != nil || opens && depth > MaxDepth {
		reportTooDeep(t.faults, n.Pos)
		t.holed = true
		return n
	}
	n.length = utf8.RuneCount(t.text[start:t.decoder.InputOffset()])
	switch token := token.(type) {
	case json.Delim:
		n.length = 0
		t.readCollection(n, token, depth)
	case string:
		n.Text, n.Quoted = token, true
	default:
		n.Text = string(t.text[start:t.decoder.InputOffset()])
		if token == nil {
			n.Kind = Null
		}
	}
	return n
}

func (t *tokenReader) readCollection(n *Node, opening json.Delim, depth int) {
	if opening == '[' {
		n.Kind = Sequence
		for t.hasMore() {
			n.Items = append(n.Items, t.readValue(depth+1))
		}
	} else {
		n.Kind = Mapping
		keys := entries{faults: t.faults, mapping: n}
		for t.hasMore() {
			key := t.readValue(depth)
			keys.add(Entry{Key: key.Text, KeyPos: key.Pos, Value: t.readValue(depth + 1), keyLength: key.length})
		}
	}
	if !t.holed {
		_, err := t.decoder.Token()
		t.holed = err != nil
	}
}

func (t *tokenReader) hasMore() bool {
	return !t.holed && t.decoder.More()
}
