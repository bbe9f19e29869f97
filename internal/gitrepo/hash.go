package gitrepo

import "encoding/hex"

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

// Start returns the first three bytes, six digits of the name.
func (h Hash) Start() [3]byte { return [3]byte(h.bytes[:3]) }
