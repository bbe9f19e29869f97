package evidence

// scheme says what the numbers of the versions of a series mean.
type scheme int

const (
	// noScheme: no number tells new features from patches.
	noScheme scheme = iota
	// twoParts: N.0 brings features, N.1 and on are patches.
	twoParts
	// threeParts: x.y.0 brings features, x.y.1 and on are patches.
	threeParts
)

// schemesOf finds the scheme of each series. A third number must be in use for x.y.0 to mean anything; for N.0 to, a
// third of the versions must be one, and at least three: 1.0 among 0.8, 0.9, 1.1 and 1.2 is like its neighbours.
func schemesOf(tags []releaseTag) map[string]scheme {
	const fewest, part = 3, 3
	three, zeros, pairs := map[string]bool{}, map[string]int{}, map[string]int{}
	for _, t := range tags {
		if t.class != stableTag || isCalendar(t.version) {
			continue
		}
		switch len(t.version) {
		case 0, 1:
		case 2:
			pairs[t.series]++
			if t.version[1] == 0 {
				zeros[t.series]++
			}
		default:
			three[t.series] = true
		}
	}
	schemes := map[string]scheme{}
	for series, all := range pairs {
		if zeros[series] >= fewest && part*zeros[series] >= all && zeros[series] < all {
			schemes[series] = twoParts
		}
	}
	for series := range three {
		schemes[series] = threeParts
	}
	return schemes
}

// isMinor reports whether a version brings features, as its scheme says.
func (t *releaseTag) isMinor() bool {
	if isCalendar(t.version) {
		return false
	}
	switch t.scheme {
	case threeParts:
		return isMinor(t.version)
	case twoParts:
		return len(trimZeros(t.version)) <= 1
	case noScheme:
	}
	return false
}
