package text

import (
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/page"
)

// people draws one sign a person, side by side around a place; a group that has no room beside its neighbours as one sign behind
// its number. At an end of the scale a group grows inwards.
func (t *track) people(mark page.Mark) {
	// So many cells lie between five answers, which most questions have.
	signs, number := mark.Count, ""
	if room := max((len(t.cells)-1)/4-1, 1); signs > room || t.meetsPeople(mark.At, signs) {
		number, signs = strconv.Itoa(signs), 1
	}
	size := len(number) + signs
	from := t.firstOf(mark.At, size)
	for i := range size {
		symbol := t.of(page.Person)
		if i < len(number) {
			symbol = number[i : i+1]
		}
		t.cells[from+i] = cell{symbol: symbol, style: strong, kinds: []page.MarkKind{page.Person}, isPoint: true}
	}
}

// firstOf is the first of so many cells around a place.
func (t *track) firstOf(at float64, size int) int {
	return min(max(t.cell(at)-size/2, 0), max(len(t.cells)-size, 0))
}

// meetsPeople reports that so many signs would stand right at those of another answer.
func (t *track) meetsPeople(at float64, signs int) bool {
	if signs > len(t.cells) {
		return true
	}
	from := t.firstOf(at, signs)
	near := t.cells[max(from-1, 0):min(from+signs+1, len(t.cells))]
	return slices.ContainsFunc(near, func(c cell) bool { return c.isPoint })
}
