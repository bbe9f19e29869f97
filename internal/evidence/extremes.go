package evidence

// extremes is a queue that knows its minimum and maximum; each step takes amortised constant time. The zero value is
// empty.
type extremes struct {
	values           []int64
	first            int
	lowest, greatest []int // places of values that may become the least or the greatest, the present one first
}

func (e *extremes) push(value int64) {
	at := len(e.values)
	e.values = append(e.values, value)
	for len(e.lowest) > 0 && e.values[e.lowest[len(e.lowest)-1]] >= value {
		e.lowest = e.lowest[:len(e.lowest)-1]
	}
	for len(e.greatest) > 0 && e.values[e.greatest[len(e.greatest)-1]] <= value {
		e.greatest = e.greatest[:len(e.greatest)-1]
	}
	e.lowest, e.greatest = append(e.lowest, at), append(e.greatest, at)
}

// pop removes the oldest value.
func (e *extremes) pop() {
	if len(e.lowest) > 0 && e.lowest[0] == e.first {
		e.lowest = e.lowest[1:]
	}
	if len(e.greatest) > 0 && e.greatest[0] == e.first {
		e.greatest = e.greatest[1:]
	}
	e.first++
}

// distance is maximum minus minimum; 0 for an empty queue.
func (e *extremes) distance() int64 {
	if len(e.lowest) == 0 {
		return 0
	}
	return e.values[e.greatest[0]] - e.values[e.lowest[0]]
}
