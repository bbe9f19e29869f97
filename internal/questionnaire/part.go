package questionnaire

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// part is one mapping of a file: its values, and the label that names it in messages.
type part struct {
	yamltree.Fields
	reader *yamltree.Reader
	node   *yamltree.Node
	label  string
}

func newPart(r *yamltree.Reader, n *yamltree.Node, label string, known ...string) part {
	return part{Fields: r.Fields(n, label, known...), reader: r, node: n, label: label}
}

// labelOf names a mapping by its id, and by its place in the list when it has none: `question "backout"`, "question 3".
func labelOf(kind string, n *yamltree.Node, index int) string {
	if id := n.Get("id"); id != nil && id.Kind == yamltree.Scalar {
		return kind + " " + diag.Quote(id.Text)
	}
	return kind + " " + strconv.Itoa(index+1)
}

// isAbsent reports a key that is not there, or has no value.
func (p part) isAbsent(key string) bool {
	node := p.Node(key)
	return node == nil || node.Kind == yamltree.Null
}

// fault reports an error about the value of a key, or about the whole mapping when the key is absent.
func (p part) fault(key, code, hint, format string, args ...any) {
	at := p.Node(key)
	if at == nil {
		at = p.node
	}
	p.reader.Errorf(at.Pos, at.Length(), code, hint, "%s: %s", p.label, fmt.Sprintf(format, args...))
}

// requireText reports keys that are absent, have no value, or have nothing but blanks in it.
func (p part) requireText(keys ...string) {
	p.Require(keys...)
	p.refuseBlank(keys...)
}

func (p part) refuseBlank(keys ...string) {
	for _, key := range keys {
		if n := p.Node(key); n != nil && n.Kind == yamltree.Scalar && strings.TrimSpace(n.Text) == "" {
			p.fault(key, "missing", "", "%s has no text", diag.Quote(key))
		}
	}
}

// between returns a number from low to high, and nil for every other value, which is reported.
func (p part) between(key string, low, high int64) *big.Rat {
	value := p.Number(key)
	if value == nil || value.Cmp(big.NewRat(low, 1)) >= 0 && value.Cmp(big.NewRat(high, 1)) <= 0 {
		return value
	}
	p.fault(key, "out-of-range", "", "%s must be between %d and %d, not %s", diag.Quote(key), low, high, p.Node(key).Text)
	return nil
}

// positive returns a number above 0, and nil for every other value, which is reported.
func (p part) positive(key string) *big.Rat {
	value := p.Number(key)
	if value == nil || value.Sign() > 0 {
		return value
	}
	p.fault(key, "out-of-range", "", "%s must be above 0, not %s", diag.Quote(key), p.Node(key).Text)
	return nil
}

// weight returns a number above 0, and 1 for an absent one.
func (p part) weight(key string) *big.Rat {
	if value := p.positive(key); value != nil {
		return value
	}
	return big.NewRat(1, 1)
}

// whole returns a whole number from low to high, and 0 for every other value, which is reported.
func (p part) whole(key string, low, high int64) int {
	value := p.between(key, low, high)
	if value == nil {
		return 0
	}
	if !value.IsInt() {
		p.fault(key, "out-of-range", "", "%s must be a whole number from %d to %d, not %s",
			diag.Quote(key), low, high, p.Node(key).Text)
		return 0
	}
	return int(value.Num().Int64())
}

// items returns the values of a list. Together with those already taken elsewhere there may be at most limit of them; the
// first one beyond is reported, and the rest is left out.
func (p part) items(key, what string, limit, taken int) []*yamltree.Node {
	items := p.Items(key)
	room := max(0, limit-taken)
	if len(items) <= room {
		return items
	}
	first := items[room]
	p.reader.Errorf(first.Pos, first.Length(), "too-many-"+what, "", "%s: more than %d %s", p.label, limit, what)
	return items[:room]
}
