package report

import (
	"bytes"
	"encoding/json"
)

// Text is a text that may be missing: it is null in JSON when empty, so that "not given" is never mistaken for
// something a person wrote.
type Text string

// MarshalJSON writes null for the empty text.
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return Marshal(string(t))
}

// Marshal is json.Marshal without the escapes for HTML, for methods of which the result stands in a larger document.
func Marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// Year is a year that may be missing: it is null in JSON when 0.
type Year int

// MarshalJSON writes null for no year.
func (y Year) MarshalJSON() ([]byte, error) {
	if y == 0 {
		return []byte("null"), nil
	}
	return Marshal(int(y))
}

// UnmarshalJSON reads null as the empty text.
func (t *Text) UnmarshalJSON(data []byte) error {
	var s *string
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	*t = ""
	if s != nil {
		*t = Text(*s)
	}
	return nil
}
