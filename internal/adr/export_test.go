package adr

// AmendFacts is Amend for what a later record would rest on, without its document.
func AmendFacts(record *Facts, later Facts) *Amendment {
	return compared{was: record, now: &later}.amendment()
}
