package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
)

// object is a JSON object whose members keep their order. The methods that add a member leave out what is not given,
// because the form that is read takes an absent key for that.
type object []member

type member struct {
	key   string
	value any
}

func (o *object) add(key string, value any) {
	*o = append(*o, member{key, value})
}

func (o *object) text(key, text string) {
	if text != "" {
		o.add(key, text)
	}
}

// title leaves out a title that is only the id, which is meant when there is none.
func (o *object) title(title, id string) {
	if title != id {
		o.text("title", title)
	}
}

func (o *object) texts(key string, texts []string) {
	if len(texts) > 0 {
		o.add(key, texts)
	}
}

func (o *object) flag(key string, set bool) {
	if set {
		o.add(key, true)
	}
}

func (o *object) number(key string, number *big.Rat) {
	if number != nil {
		o.add(key, exactly(number))
	}
}

// weight leaves out the weight 1, which is meant when there is none.
func (o *object) weight(key string, weight *big.Rat) {
	if weight != nil && weight.Cmp(big.NewRat(1, 1)) != 0 {
		o.number(key, weight)
	}
}

func (o *object) members(key string, members object) {
	if len(members) > 0 {
		o.add(key, members)
	}
}

func (o *object) addAll(key string, all []object) {
	if len(all) > 0 {
		o.add(key, all)
	}
}

func objects[T any](items []T, build func(*T) object) []object {
	all := make([]object, 0, len(items))
	for i := range items {
		all = append(all, build(&items[i]))
	}
	return all
}

// exactly writes a number in all its decimals: a number from a file has finitely many.
func exactly(number *big.Rat) json.Number {
	digits, _ := number.FloatPrec()
	return json.Number(number.FloatString(digits))
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	before := "{"
	for _, m := range o {
		b.WriteString(before)
		if err := encoder.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
		before = ","
	}
	if len(o) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// writeTo writes the object indented, with a final line feed. What a terminal would act on is escaped, also beyond what
// JSON demands.
func (o object) writeTo(w io.Writer) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(o); err != nil {
		return fmt.Errorf("encode questionnaire: %w", err)
	}
	_, err := w.Write(diag.VisibleJSON(b.Bytes()))
	return err
}
