package evidence

import (
	"math"
	"slices"
	"strconv"
)

// hotfixFigures counts the forward minor releases of the window that were followed by a patch of the same x.y within 7
// and 14 days. Younger ones are left out: their patch may still come.
func (t *timeline) hotfixFigures() Hotfix {
	minors, week, fortnight := 0, 0, 0
	patches := nextPatches{}
	for _, r := range slices.Backward(t.releasesInWindow()) {
		if r.isMinor() && r.at <= t.window.asOf-14*day {
			minors++
			switch wait := patches.timeToPatch(r); {
			case wait <= 7*day:
				week++
				fortnight++
			case wait <= 14*day:
				fortnight++
			}
		}
		patches.addRelease(r)
	}
	return Hotfix{MinorReleases: new(minors), Within7d: new(week), Within14d: new(fortnight)}
}

// nextPatches holds the time of the next patch of each minor version, seen from a release. Add releases latest first.
type nextPatches map[string]int64

func (p nextPatches) addRelease(r *release) {
	for i := range r.tags {
		if tag := &r.tags[i]; tag.class == stableTag && tag.scheme != noScheme && len(tag.version) >= 2 && !tag.isMinor() {
			p[tag.minorVersion()] = r.at
		}
	}
}

// timeToPatch returns the time until the first patch of this minor version; a long time for none.
func (p nextPatches) timeToPatch(r *release) int64 {
	wait := int64(math.MaxInt64)
	for i := range r.tags {
		if tag := &r.tags[i]; tag.isForwardMinor() {
			if at, found := p[tag.minorVersion()]; found {
				wait = min(wait, at-r.at)
			}
		}
	}
	return wait
}

// minorVersion is equal for all patches of an x.y, or of an N where versions have two parts.
func (t *releaseTag) minorVersion() string {
	if t.scheme == twoParts {
		return t.series + "\x00" + strconv.FormatInt(t.version[0], 10)
	}
	return t.series + "\x00" + strconv.FormatInt(t.version[0], 10) + "." + strconv.FormatInt(t.version[1], 10)
}
