package yamltree

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Texts is Fields.Texts for a value that has no key of its own.
func (r *Reader) Texts(n *Node, what string) []string {
	return r.readTexts(n, label{what: what})
}

// Items is Fields.Items for a value that has no key of its own.
func (r *Reader) Items(n *Node, what string) []*Node {
	return r.readItems(n, label{what: what})
}

// label names a value in messages. It is formatted only when there is something to report.
type label struct {
	what string
	// key is empty for a value without one; part is what comes after it.
	key, part string
}

func (l label) itemLabel() label {
	l.part = " item"
	return l
}

// String returns for example `question: "sources" item`.
func (l label) String() string {
	if l.key == "" {
		return l.what + l.part
	}
	return l.what + ": " + diag.Quote(l.key) + l.part
}

func isAbsent(n *Node) bool {
	return n == nil || n.Kind == Null
}

func (r *Reader) readText(n *Node, name label) string {
	if isAbsent(n) {
		return ""
	}
	if n.Kind != Scalar {
		r.wrongType(n, name, "a text", "")
		return ""
	}
	return n.Text
}

func (r *Reader) readID(n *Node, name label) string {
	text := r.readText(n, name)
	if isAbsent(n) || n.Kind != Scalar || IsID(text) {
		return text
	}
	r.Errorf(n.Pos, n.Length(), "bad-id", `use 1 to 64 letters, digits, "_", "." or "-", with a letter or digit first`,
		"%s cannot be %s", name, diag.Quote(text))
	return ""
}

// IsID reports whether a text can be an id: 1 to 64 letters, digits, "_", "." or "-", with a letter or digit first.
func IsID(s string) bool {
	if s == "" || len(s) > 64 || strings.ContainsRune("_.-", rune(s[0])) {
		return false
	}
	return !strings.ContainsFunc(s, func(c rune) bool {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		digit := c >= '0' && c <= '9'
		return !letter && !digit && !strings.ContainsRune("_.-", c)
	})
}

func (r *Reader) readBool(n *Node, name label) bool {
	if isAbsent(n) {
		return false
	}
	if n.Kind == Scalar && !n.Quoted && (n.Text == "true" || n.Text == "false") {
		return n.Text == "true"
	}
	r.wrongType(n, name, "true or false", "write true or false, without quotes")
	return false
}

// Decimal parses a number like Fields.Number, for texts outside a file; ok is false for anything else.
func Decimal(text string) (value *big.Rat, ok bool) {
	if !isDecimal(text) {
		return nil, false
	}
	value = boundedDecimal(text)
	return value, value != nil
}

func (r *Reader) readNumber(n *Node, name label) *big.Rat {
	if isAbsent(n) {
		return nil
	}
	if n.Kind != Scalar || n.Quoted || !isDecimal(n.Text) {
		r.wrongType(n, name, "a number", "write a plain decimal number such as 0.5, without quotes")
		return nil
	}
	value := boundedDecimal(n.Text)
	if value == nil {
		r.Errorf(n.Pos, n.Length(), "bad-value", "use at most 20 digits, and a value between -1e15 and 1e15",
			"%s cannot be %s", name, diag.Quote(n.Text))
	}
	return value
}

// isDecimal reports whether a text is a number of YAML or JSON in decimal: an optional sign, digits with a point
// anywhere among them, an optional exponent.
func isDecimal(s string) bool {
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(s), "e")
	whole, fraction, pointed := strings.Cut(withoutSign(mantissa), ".")
	if whole+fraction == "" || !isDigits("0"+whole) || pointed && !isDigits("0"+fraction) {
		return false
	}
	return !scientific || isDigits(withoutSign(exponent))
}

func withoutSign(s string) string {
	if strings.HasPrefix(s, "+") {
		return s[1:]
	}
	return strings.TrimPrefix(s, "-")
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// boundedDecimal returns nil for a decimal beyond the limits, which include every float64 that a person would mean. It
// measures the parts before big.Rat sees them, because the work of big.Rat grows faster than the number of digits and
// with the exponent.
func boundedDecimal(s string) *big.Rat {
	const digits, limit = 20, 1_000_000_000_000_000
	mantissa, exponent, _ := strings.Cut(strings.ToLower(s), "e")
	significant := strings.TrimLeft(strings.Replace(withoutSign(mantissa), ".", "", 1), "0")
	if len(significant) > digits || len(mantissa) > 2*digits || len(strings.TrimLeft(withoutSign(exponent), "0")) > 2 {
		return nil
	}
	value, ok := new(big.Rat).SetString(s)
	if !ok || value.Cmp(big.NewRat(limit, 1)) > 0 || value.Cmp(big.NewRat(-limit, 1)) < 0 {
		return nil
	}
	return value
}

func (r *Reader) readTexts(n *Node, name label) []string {
	if isAbsent(n) {
		return nil
	}
	if n.Kind == Scalar {
		return []string{n.Text}
	}
	var texts []string
	for _, item := range r.readItems(n, name) {
		if item.Kind != Scalar {
			r.wrongType(item, name.itemLabel(), "a text", "")
			continue
		}
		texts = append(texts, item.Text)
	}
	return texts
}

func (r *Reader) readChoice(n *Node, name label, allowed []string) string {
	text := r.readText(n, name)
	if isAbsent(n) || n.Kind != Scalar || slices.Contains(allowed, text) {
		return text
	}
	r.Errorf(n.Pos, n.Length(), "bad-value", nearestKey(text, allowed), "%s cannot be %s", name, diag.Quote(text))
	return ""
}

func (r *Reader) readItems(n *Node, name label) []*Node {
	if isAbsent(n) {
		return nil
	}
	if n.Kind != Sequence {
		r.wrongType(n, name, "a list", "")
		return nil
	}
	return n.Items
}

func (r *Reader) wrongType(n *Node, name label, want, hint string) {
	r.Errorf(n.Pos, n.Length(), "wrong-type", hint, "%s must be %s, not %s", name, want, describeNode(n))
}

// describeNode names a value in a message: the kind, and for a scalar what was written.
func describeNode(n *Node) string {
	if n.Kind == Scalar {
		return "the text " + diag.Quote(n.Text)
	}
	return n.Kind.String()
}
