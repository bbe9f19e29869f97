package render

// journey is a line with where one value was and is, and the way between. Nil members are not drawn.
type journey struct {
	track
	before, after *float64
	// afterTone is the tone of where it is.
	afterTone tone
	// goal is what the value is held against, drawn as goalSymbol.
	goal       *float64
	goalSymbol string
	goalTone   tone
}

// draw returns the journey on that many cells. Where marks meet, the later value stands, and a sign of its own says what it
// meets.
func (j journey) draw(s symbols, cells int) []glyph {
	a := axle{low: j.low, high: j.high, cells: cells}
	glyphs := j.ground(s, a)
	if j.before != nil && j.after != nil {
		from, to := a.cell(*j.before), a.cell(*j.after)
		j.stretch(s, glyphs, min(from, to), max(from, to))
	}
	if j.goal != nil {
		glyphs[a.cell(*j.goal)] = glyph{j.goalSymbol, j.goalTone}
	}
	if j.before != nil {
		glyphs[a.cell(*j.before)] = glyph{s.before, strongTone}
	}
	if j.after != nil {
		glyphs[a.cell(*j.after)] = glyph{j.arrived(s, a), j.afterTone}
	}
	return glyphs
}

// arrived is the sign for where the value is.
func (j journey) arrived(s symbols, a axle) string {
	switch {
	case j.goal != nil && j.goalSymbol == s.situation && a.cell(*j.goal) == a.cell(*j.after):
		return s.both
	case j.before != nil && a.cell(*j.before) == a.cell(*j.after):
		return s.unmoved
	}
	return s.after
}
