package evidence

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// releaseTag is a tag that makes a release.
type releaseTag struct {
	tagName
	name string
	// commit is a place in the history, at the time of the release.
	commit int32
	at     int64
	tag    *namedTag
	// tagger is who made an annotated tag, none for others.
	tagger int32
	// forward versions are above every earlier one of their series.
	forward bool
}

// release is one commit with the release tags on it.
type release struct {
	commit int32
	// at is when the first of its tags was made.
	at   int64
	tags []releaseTag
}

func (r *release) isForward() bool {
	return slices.ContainsFunc(r.tags, func(t releaseTag) bool { return t.forward })
}

// isMinor reports a forward x.y.0.
func (r *release) isMinor() bool {
	return slices.ContainsFunc(r.tags, func(t releaseTag) bool { return t.isForwardMinor() })
}

func (t *releaseTag) isForwardMinor() bool {
	return t.forward && t.class == stableTag && isMinor(t.version)
}

// lead returns the tag that names the release: that of the main series where there is one, and the highest version of it.
func (r *release) lead() *releaseTag {
	first := slices.MaxFunc(r.tags, func(a, b releaseTag) int {
		return cmp.Or(-strings.Compare(a.series, b.series), compareVersions(a.version, b.version), -strings.Compare(a.name, b.name))
	})
	return &first
}

// importSpan is how close together imported tags are made, importCommits how far apart their commits are at least, and
// importTags how many there are at least.
const (
	importSpan    = 60 * 60
	importCommits = 30 * day
	importTags    = 5
)

// releaseTags reads the tags and gives each that makes a release its time: when it was made, or when its commit was made
// where that is later, or where the tag was imported.
func (h *history) releaseTags(tags []namedTag) (list []releaseTag, imported int) {
	for i := range tags {
		t := &tags[i]
		place := h.find(t.Commit)
		if !t.isRelease() || place == none {
			continue
		}
		at := h.commits[place].committed
		if t.Annotated {
			at = max(at, t.Time)
		}
		list = append(list, releaseTag{tagName: t.tagName, name: t.Name, commit: place, at: at, tag: t, tagger: t.tagger})
	}
	return list, h.dateImports(list)
}

// dateImports finds at least importTags annotated tags made within importSpan over commits that span more than importCommits:
// somebody brought them from elsewhere. Each of them gets the time of its commit.
func (h *history) dateImports(list []releaseTag) int {
	var made []*releaseTag
	for i := range list {
		if list[i].tag.Annotated {
			made = append(made, &list[i])
		}
	}
	slices.SortFunc(made, func(a, b *releaseTag) int {
		return cmp.Or(cmp.Compare(a.tag.Time, b.tag.Time), strings.Compare(a.name, b.name))
	})
	var commits extremes
	count, marked, end := 0, 0, 0
	for start := range made {
		for end < len(made) && made[end].tag.Time-made[start].tag.Time <= importSpan {
			commits.push(h.commits[made[end].commit].committed)
			end++
		}
		if end-start >= importTags && commits.reach() > importCommits {
			for _, t := range made[max(start, marked):end] {
				t.at = h.commits[t.commit].committed
				count++
			}
			marked = end
		}
		commits.pop()
	}
	return count
}

// releases puts tags together to releases, the earliest first. A tag whose version another commit had before is dropped.
func (h *history) releases(tags []releaseTag) []*release {
	slices.SortFunc(tags, func(a, b releaseTag) int {
		return cmp.Or(
			cmp.Compare(a.at, b.at), strings.Compare(a.series, b.series), compareVersions(a.version, b.version), strings.Compare(a.name, b.name),
		)
	})
	owner := map[string]int32{}
	byCommit := map[int32]*release{}
	var list []*release
	for _, t := range tags {
		version := t.key()
		if other, taken := owner[version]; taken && other != t.commit {
			continue
		}
		owner[version] = t.commit
		r := byCommit[t.commit]
		if r == nil {
			r = &release{commit: t.commit, at: t.at}
			byCommit[t.commit] = r
			list = append(list, r)
		}
		r.tags = append(r.tags, t)
	}
	h.order(list)
	markForward(list)
	return list
}

// order sorts releases by time. Of two at the same time, the one whose commit comes first in history is the earlier.
func (h *history) order(list []*release) {
	var depth []int32
	slices.SortStableFunc(list, func(a, b *release) int {
		if a.at != b.at {
			return cmp.Compare(a.at, b.at)
		}
		if depth == nil {
			depth = h.depths()
		}
		return cmp.Compare(depth[a.commit], depth[b.commit])
	})
}

func markForward(list []*release) {
	highest := map[string][]int{}
	for _, r := range list {
		slices.SortStableFunc(r.tags, func(a, b releaseTag) int { return compareVersions(a.version, b.version) })
		for i := range r.tags {
			t := &r.tags[i]
			before, known := highest[t.series]
			if len(t.version) == 0 || !known || compareVersions(t.version, before) > 0 {
				t.forward = true
			}
			if t.forward && len(t.version) > 0 {
				highest[t.series] = t.version
			}
		}
	}
}

// key is the same for the same version of the same series; a tag without a version has a key of its own.
func (t *releaseTag) key() string {
	if len(t.version) == 0 {
		return "\x00" + t.name
	}
	var key strings.Builder
	key.WriteString(t.series)
	for _, n := range significant(t.version) {
		key.WriteByte(0)
		key.WriteString(strconv.Itoa(n))
	}
	return key.String()
}
