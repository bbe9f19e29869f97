// Package yamltree parses untrusted YAML or JSON into a tree in which every value knows its position, or into
// diagnostics. It is the only package that knows a YAML library, and nothing of that library leaves it.
//
// It knows no questionnaire and no answers: the packages that read the tree decide what keys mean. It opens no files
// and imports nothing of ours but diag.
package yamltree

import (
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// Kind is the kind of a value. The zero value is invalid.
type Kind int

const (
	// Null is an empty value, or one written ~ or null.
	Null Kind = iota + 1
	// Scalar is any single text; its reader decides what it stands for (number, yes or no).
	Scalar
	// Mapping holds keys with values, in file order.
	Mapping
	// Sequence holds values, in file order.
	Sequence
)

// String returns the word used for this kind in messages, with its article: "a text", "a list".
func (k Kind) String() string {
	switch k {
	case Null:
		return "an empty value"
	case Scalar:
		return "a text"
	case Mapping:
		return "a mapping"
	case Sequence:
		return "a list"
	}
	return "invalid"
}

// Node is a value of a file. Trees are read-only once parsed.
type Node struct {
	Kind Kind
	// Pos is the position of the first character. For an empty value it is where the value would start.
	Pos diag.Pos
	// Text is the content of a Scalar as written: "8.20", "no" and "2024-01" stay text. For a Null it is the
	// form used: "", "~" or "null".
	Text string
	// Quoted: the Scalar was in quotes or was a block scalar, so it can only be text.
	Quoted bool
	// Entries are the keys and values of a Mapping, without duplicates.
	Entries []Entry
	// Items are the values of a Sequence.
	Items []*Node

	length int
}

// Entry is one key of a mapping with its value. Value is never nil.
type Entry struct {
	Key    string
	KeyPos diag.Pos
	Value  *Node

	keyLength int
}

// Get returns the value of a key, or nil when n is nil, is no mapping or has no such key.
func (n *Node) Get(key string) *Node {
	if entry := n.entryOf(key); entry != nil {
		return entry.Value
	}
	return nil
}

// Length returns how many code points to underline from Pos: the part of a scalar that is on its first line, and
// 1 for everything else.
func (n *Node) Length() int {
	if n == nil || n.length == 0 {
		return 1
	}
	return n.length
}

// KeyLength returns how many code points the key takes as written, quotes included.
func (e Entry) KeyLength() int {
	if e.keyLength == 0 {
		return max(1, utf8.RuneCountInString(e.Key))
	}
	return e.keyLength
}

func (n *Node) entryOf(key string) *Entry {
	if n == nil {
		return nil
	}
	for i := range n.Entries {
		if n.Entries[i].Key == key {
			return &n.Entries[i]
		}
	}
	return nil
}
