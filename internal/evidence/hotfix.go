package evidence

import "slices"

// hotfixFigures counts the forward x.y.0 releases of the window that a patch of the same x.y followed within 7 and 14 days.
// Those that are younger than that are left out: their patch may be to come.
func (t *timeline) hotfixFigures() Hotfix {
	minors, week, fortnight := 0, 0, 0
	counted := t.counted()
	for i, r := range counted {
		if !r.isMinor() || r.at > t.window.asOf-14*day {
			continue
		}
		minors++
		switch wait := patchAfter(r, counted[i+1:]); {
		case wait <= 7*day:
			week++
			fortnight++
		case wait <= 14*day:
			fortnight++
		}
	}
	return Hotfix{MinorReleases: new(minors), Within7d: new(week), Within14d: new(fortnight)}
}

// patchAfter returns the time until the first later release that patches a minor version of this one; a long time for none.
func patchAfter(r *release, later []*release) int64 {
	const never = 1 << 60
	for _, next := range later {
		if next.at-r.at > 14*day {
			break
		}
		if slices.ContainsFunc(next.tags, func(patch releaseTag) bool { return r.isPatchedBy(patch) }) {
			return next.at - r.at
		}
	}
	return never
}

func (r *release) isPatchedBy(patch releaseTag) bool {
	return slices.ContainsFunc(r.tags, func(t releaseTag) bool {
		return t.forward && t.class == stableTag && patch.class == stableTag && isMinor(t.version) && t.series == patch.series &&
			sameMinor(t.version, patch.version) && compareVersions(patch.version, t.version) > 0
	})
}

func sameMinor(a, b []int) bool { return a[0] == b[0] && a[1] == b[1] }
