package portfolio

import (
	"strings"

	"github.com/opsfit/opsfit/internal/english"
)

// textNumber is the number of a text; noText is the empty one.
type textNumber uint32

const noText textNumber = 0

// texts stores each text once, copied so that the larger text it is part of can be freed. The zero value is empty.
type texts struct {
	numbers map[string]textNumber
	list    []string
}

func (t *texts) numberOf(text string) textNumber {
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

func (t *texts) textOf(number textNumber) string {
	if number == noText {
		return ""
	}
	return t.list[number-1]
}

// countTexts returns how many numbers there are, including that of the empty text.
func (t *texts) countTexts() int { return len(t.list) + 1 }

// sameNames returns for each number that of the name it stands for: of names that differ only by case and blanks the first in the
// alphabet, so that the order of files changes nothing.
func (t *texts) sameNames() []textNumber {
	same, first := make([]textNumber, t.countTexts()), map[string]textNumber{}
	for i, text := range t.list {
		key, number := english.NameKey(text), textNumber(i+1) //nolint:gosec // memory ends long before
		if known, found := first[key]; !found || text < t.textOf(known) {
			first[key] = number
		}
	}
	for i, text := range t.list {
		same[i+1] = first[english.NameKey(text)]
	}
	return same
}
