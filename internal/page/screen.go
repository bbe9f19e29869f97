package page

// Screen is a page in as much as a reader of a terminal sees at once. Other formats, and whoever asks for all, get the sections.
type Screen struct {
	// Parts stand below each other, in this order.
	Parts []ScreenPart
	// Shrink lists IDs of parts that give way where the screen is too small, in this order: each entry takes one form of its part.
	// IDs of no part are passed over.
	Shrink []string
}

// ScreenPart is one thing that a screen says.
type ScreenPart struct {
	ID string
	// Close keeps the part right below the one before it where room is scarce.
	Close bool
	// Forms say it from the longest to the shortest; one without blocks leaves the part out.
	Forms [][]Block
}

// NextPart is the ID of the part that says what to type next. It names files, so whoever knows them adds it.
const NextPart = "next"

// Add adds a part. Without a form that says something it is left out.
func (s *Screen) Add(part ScreenPart) {
	for _, form := range part.Forms {
		if len(form) > 0 {
			s.Parts = append(s.Parts, part)
			return
		}
	}
}
