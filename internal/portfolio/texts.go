package portfolio

import "strings"

// textNumber stands for a text; noText for the empty one.
type textNumber uint32

const noText textNumber = 0

// texts keeps each text once, and nothing of what it is a part of. The zero value has none.
type texts struct {
	numbers map[string]textNumber
	list    []string
}

func (t *texts) number(text string) textNumber {
	if text == "" {
		return noText
	}
	if number, known := t.numbers[text]; known {
		return number
	}
	if t.numbers == nil {
		t.numbers = map[string]textNumber{}
	}
	text = strings.Clone(text)
	t.list = append(t.list, text)
	number := textNumber(len(t.list)) //nolint:gosec // memory ends long before
	t.numbers[text] = number
	return number
}

func (t *texts) text(number textNumber) string {
	if number == noText {
		return ""
	}
	return t.list[number-1]
}

// count returns how many numbers there are, with that of the empty text.
func (t *texts) count() int { return len(t.list) + 1 }
