package gitrepo

import (
	"bytes"
	"encoding/hex"
	"strings"
)

// Hash is the name of an object, SHA-1 or SHA-256. It is comparable; the zero value names nothing.
type Hash struct {
	size  uint8
	bytes [32]byte
}

// ParseHash parses 40 or 64 hexadecimal digits.
func ParseHash(text []byte) (Hash, bool) {
	var h Hash
	if len(text) != 40 && len(text) != 64 {
		return Hash{}, false
	}
	n, err := hex.Decode(h.bytes[:], text)
	if err != nil {
		return Hash{}, false
	}
	h.size = uint8(n)
	return h, true
}

// IsZero reports whether the hash names nothing.
func (h Hash) IsZero() bool { return h.size == 0 }

// String returns the hexadecimal name, empty for the zero hash.
func (h Hash) String() string { return hex.EncodeToString(h.bytes[:h.size]) }

// Compare orders hashes as their names are ordered.
func (h Hash) Compare(other Hash) int { return bytes.Compare(h.bytes[:], other.bytes[:]) }

// LeastHash returns what stands, in the order of Compare, before all hashes whose names begin with these hexadecimal digits, and
// behind the others that are smaller. ok is false for a text that no name begins with.
func LeastHash(digits string) (least Hash, ok bool) {
	if len(digits) > 2*len(least.bytes) {
		return Hash{}, false
	}
	_, err := hex.Decode(least.bytes[:], []byte(digits+strings.Repeat("0", len(digits)%2)))
	return least, err == nil
}

// Start returns the first three bytes, six digits of the name.
func (h Hash) Start() [3]byte { return [3]byte(h.bytes[:3]) }
