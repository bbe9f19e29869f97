package report

import (
	"encoding/json"
	"fmt"
)

// Value is a number or a word; the zero value is neither, and null in JSON.
type Value struct {
	Number *float64
	// Word is empty where there is a number.
	Word string
}

// Number is the value of a number; it is null for nil.
func Number(number *float64) Value { return Value{Number: number} }

// Word is the value of a word; it is null for the empty one.
func Word(word string) Value { return Value{Word: word} }

// IsNull reports that there is no value.
func (v Value) IsNull() bool { return v.Number == nil && v.Word == "" }

// MarshalJSON writes the number or the word.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.Number != nil {
		return Marshal(*v.Number)
	}
	return Text(v.Word).MarshalJSON()
}

// UnmarshalJSON reads a number, a text or null.
func (v *Value) UnmarshalJSON(data []byte) error {
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	*v = Value{}
	switch value := value.(type) {
	case nil:
	case float64:
		v.Number = &value
	case string:
		v.Word = value
	default:
		return fmt.Errorf("%s is neither a number nor a text", data)
	}
	return nil
}
