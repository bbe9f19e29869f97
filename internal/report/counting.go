package report

// Counting is an id, or a word for it, and how many services or people it applies to.
type Counting struct {
	ID    string
	Count int
}
