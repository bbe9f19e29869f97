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
	// commit is an index in the history, at the time of the release.
	commit int32
	at     int64
	tag    *namedTag
	// tagger is who made an annotated tag, none for others.
	tagger int32
	// forward: the version is above every earlier one of its series.
	forward bool
	scheme  scheme
}

// release is a commit with release tags on it.
type release struct {
	commit int32
	// at is the time of its first tag.
	at   int64
	tags []releaseTag
}

func (r *release) isForward() bool {
	return slices.ContainsFunc(r.tags, func(t releaseTag) bool { return t.forward })
}

// isMinor reports whether it is a forward x.y.0.
func (r *release) isMinor() bool {
	return slices.ContainsFunc(r.tags, func(t releaseTag) bool { return t.isForwardMinor() })
}

func (t *releaseTag) isForwardMinor() bool {
	return t.forward && t.class == stableTag && t.isMinor()
}

// leadTag returns the tag that names the release: the highest version of the main series if there is one.
func (r *release) leadTag() *releaseTag {
	first := slices.MaxFunc(r.tags, func(a, b releaseTag) int {
		return cmp.Or(-strings.Compare(a.series, b.series), compareVersions(a.version, b.version), -strings.Compare(a.name, b.name))
	})
	return &first
}

// importSpan is how close together imported tags are made, importCommits how far apart their commits must be, and
// importTags how many there must be.
const (
	importSpan    = 60 * 60
	importCommits = 30 * day
	importTags    = 5
)

// releaseTags reads the tags and sets the time of each that makes a release: when it was made, or when its commit was
// made if that is later or the tag was imported.
func (h *history) releaseTags(tags []namedTag) (list []releaseTag, imported int) {
	for i := range tags {
		t := &tags[i]
		place := h.findCommit(t.Commit)
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

// dateImports finds at least importTags annotated tags made within importSpan over commits that span more than
// importCommits: they were imported. Each of them gets the time of its commit.
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
		if end-start >= importTags && commits.distance() > importCommits {
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

// groupReleases groups tags into releases, earliest first. A tag whose version another commit had before is dropped.
func (h *history) groupReleases(tags []releaseTag) []*release {
	slices.SortFunc(tags, func(a, b releaseTag) int {
		return cmp.Or(
			cmp.Compare(a.at, b.at), strings.Compare(a.series, b.series), compareVersions(a.version, b.version), strings.Compare(a.name, b.name),
		)
	})
	schemes := schemesOf(tags)
	owner := map[string]int32{}
	byCommit := map[int32]*release{}
	var list []*release
	for _, t := range tags {
		version := t.versionKey()
		if other, taken := owner[version]; taken && other != t.commit {
			continue
		}
		owner[version] = t.commit
		t.scheme = schemes[t.series]
		r := byCommit[t.commit]
		if r == nil {
			r = &release{commit: t.commit, at: t.at}
			byCommit[t.commit] = r
			list = append(list, r)
		}
		r.tags = append(r.tags, t)
	}
	h.sortReleases(list)
	markForward(list)
	return list
}

// sortReleases sorts releases by time, ties by order in history.
func (h *history) sortReleases(list []*release) {
	var depth []int32
	slices.SortStableFunc(list, func(a, b *release) int {
		if a.at != b.at {
			return cmp.Compare(a.at, b.at)
		}
		if depth == nil {
			depth = h.commitDepths()
		}
		return cmp.Compare(depth[a.commit], depth[b.commit])
	})
}

// markForward compares versions within their series. A series that moved from dates to numbers, or back, has a highest
// version of each kind: 30.0.0 after 2015.1.0 is no backport.
func markForward(list []*release) {
	type kind struct {
		series string
		dates  bool
	}
	highest := map[kind][]int64{}
	for _, r := range list {
		slices.SortStableFunc(r.tags, func(a, b releaseTag) int { return compareVersions(a.version, b.version) })
		for i := range r.tags {
			t := &r.tags[i]
			key := kind{t.series, isCalendar(t.version)}
			before, known := highest[key]
			if len(t.version) == 0 || !known || compareVersions(t.version, before) > 0 {
				t.forward = true
			}
			if t.forward && len(t.version) > 0 {
				highest[key] = t.version
			}
		}
	}
}

// versionKey is equal for the same version of the same series; a tag without a version has a key of its own.
func (t *releaseTag) versionKey() string {
	if len(t.version) == 0 {
		return "\x00" + t.name
	}
	var key strings.Builder
	key.WriteString(t.series)
	for _, n := range trimZeros(t.version) {
		key.WriteByte(0)
		key.WriteString(strconv.FormatInt(n, 10))
	}
	return key.String()
}
