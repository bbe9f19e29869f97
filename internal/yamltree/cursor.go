package yamltree

import (
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// cursor moves forward through a text and finds what is written at a position. All moves together take one pass over
// the text.
type cursor struct {
	text   []byte
	offset int
	// pos is the position of offset.
	pos diag.Pos
}

func newCursor(text []byte) *cursor {
	return &cursor{text: text, pos: diag.Pos{Line: 1, Column: 1}}
}

// textFrom returns the text from pos on, or nil when pos lies before the cursor or outside the text.
func (c *cursor) textFrom(pos diag.Pos) []byte {
	for c.pos.Line < pos.Line && c.offset < len(c.text) {
		c.nextRune()
	}
	for c.pos.Line == pos.Line && c.pos.Column < pos.Column && c.offset < len(c.text) {
		c.nextRune()
	}
	if c.pos != pos {
		return nil
	}
	return c.text[c.offset:]
}

func (c *cursor) atEnd() bool {
	return c.offset == len(c.text)
}

// moveTo moves to a byte offset at or after the cursor, and returns its position.
func (c *cursor) moveTo(offset int) diag.Pos {
	for c.offset < offset {
		c.nextRune()
	}
	return c.pos
}

func (c *cursor) nextRune() {
	switch b := c.text[c.offset]; {
	case b == '\n' || b == '\r':
		c.offset += breakSize(c.text[c.offset:])
		c.pos = diag.Pos{Line: c.pos.Line + 1, Column: 1}
	case b < utf8.RuneSelf:
		c.offset++
		c.pos.Column++
	default:
		_, size := utf8.DecodeRune(c.text[c.offset:])
		c.offset += size
		c.pos.Column++
	}
}
