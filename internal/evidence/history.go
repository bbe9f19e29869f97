package evidence

import (
	"hash/fnv"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// none is the index of a missing commit.
const none = -1

// history is the graph of commits, which are known by index. It takes about a hundred bytes a commit; of messages it
// keeps only notes, and only for commits in the window.
type history struct {
	own     *ownVersions
	window  window
	places  map[gitrepo.Hash]int32
	commits []commit
	// parents of all commits, one after another.
	parents []int32
	notes   []note
	authors authors
	// standIns are commits in the place of others that carry a release tag but touch none of the paths that were asked for.
	standIns map[int32]bool
	// wider is the whole history where this one was narrowed to some paths, and stand the commit of this one that stands for each of
	// its commits; nil elsewhere.
	wider *history
	stand []int32
}

// commit is one commit; its parents are history.parents[first:first+count].
type commit struct {
	committed, authored int64
	first               uint32
	count               uint16
	// known is false for a parent that was named but not found.
	known  bool
	said   said
	author int32
	// note is the index of its note, none outside the window.
	note int32
}

// said is what is kept of the message of each commit, also of those before the window, up to its length.
type said uint8

const (
	// makesRelease: the subject is that of a commit that makes a release.
	makesRelease said = 1 << iota
	// takesBack: a strict revert.
	takesBack
)

// isMerge reports whether a commit has several parents.
func (c *commit) isMerge() bool { return c.count > 1 }

// note is what is kept of the message of a commit in the window.
type note struct {
	revert revert
	// target is the start of the hash that a revert names; sources are those of the commits that it was picked from.
	target  string
	sources []string
	// rollout is what a merge says that it deploys where; nil for others.
	rollout *rollout
	// merged is the branch that a merge names, if it lives on or collects work; "" for others.
	merged string
	// reviewed: the message has the mark of a review.
	reviewed bool
	// shape is equal for subjects that differ only in numbers and hashes.
	shape uint64
	// numbered: the subject is a sentence with a number in it.
	numbered bool
}

// newHistory returns an empty history. The tags tell which versions are its own.
func newHistory(w window, tags []namedTag) *history {
	return &history{window: w, own: &ownVersions{tags: tags}, places: map[gitrepo.Hash]int32{}, authors: authors{ids: map[string]int32{}}}
}

// addCommit adds a commit of the stream. Each commit comes once.
func (h *history) addCommit(c *gitrepo.Commit) {
	place := h.indexFor(c.Hash)
	first := len(h.parents)
	for _, parent := range c.Parents {
		h.parents = append(h.parents, h.indexFor(parent))
	}
	at := &h.commits[place]
	at.known = true
	at.committed, at.authored = c.CommitTime, c.AuthorTime
	at.first, at.count = uint32(first), uint16(min(len(c.Parents), 1<<16-1))
	at.author = h.authors.addAuthor(c.Name, c.Email)
	at.note = none
	switch {
	case h.window.containsTime(c.CommitTime):
		at.note = int32(len(h.notes))
		h.notes = append(h.notes, readMessage(c.Message))
		at.said = readSaid(c.Message, h.notes[at.note].revert, h.own)
	case h.window.previousWindow().containsTime(c.CommitTime):
		kind, _ := readRevert(splitSubject(c.Message))
		at.said = readSaid(c.Message, kind, h.own)
	}
}

// indexFor returns the index of a hash, and adds a new hash.
func (h *history) indexFor(hash gitrepo.Hash) int32 {
	if place, found := h.places[hash]; found {
		return place
	}
	place := int32(len(h.commits))
	h.places[hash] = place
	h.commits = append(h.commits, commit{note: none})
	return place
}

// findCommit returns the index of a commit that was read, or none.
func (h *history) findCommit(hash gitrepo.Hash) int32 {
	if place, found := h.places[hash]; found && h.commits[place].known {
		return place
	}
	return none
}

// wholeHistory is the history before it was narrowed to some paths.
func (h *history) wholeHistory() *history {
	if h.wider != nil {
		return h.wider
	}
	return h
}

// findDeployed is findCommit for a commit of the whole history: it returns what stands for it, which contains the same of what is
// kept.
func (h *history) findDeployed(hash gitrepo.Hash) int32 {
	at := h.wholeHistory().findCommit(hash)
	if at == none || h.wider == nil {
		return at
	}
	return h.stand[at]
}

// markCommits returns which of the commits are in a list.
func (h *history) markCommits(list []gitrepo.Hash) []bool {
	marked := make([]bool, len(h.commits))
	for _, hash := range list {
		if at := h.findCommit(hash); at != none {
			marked[at] = true
		}
	}
	return marked
}

func (h *history) parentsOf(place int32) []int32 {
	c := &h.commits[place]
	return h.parents[c.first : c.first+uint32(c.count)]
}

// authors are the identities that wrote commits.
type authors struct {
	ids  map[string]int32
	list []gitrepo.Identity
	// key is reused, so that a known identity costs no allocation.
	key []byte
}

func (a *authors) addAuthor(name, email []byte) int32 {
	a.key = append(append(append(a.key[:0], name...), 0), email...)
	if id, found := a.ids[string(a.key)]; found {
		return id
	}
	id := int32(len(a.list))
	a.ids[string(a.key)] = id
	a.list = append(a.list, gitrepo.Identity{Name: string(name), Email: string(email)})
	return id
}

// shapeOf returns the same number for subjects that differ only in numbers and hashes.
func shapeOf(subject []byte) uint64 {
	sum := fnv.New64a()
	for at := 0; at < len(subject); {
		end := at
		digits := 0
		for end < len(subject) && isHexDigit(subject[end]) {
			if isDigit(subject[end]) {
				digits++
			}
			end++
		}
		switch length := end - at; {
		case length >= shortestHash && digits > 0, length > 0 && digits == length:
			_, _ = sum.Write([]byte{0})
		default:
			end = max(end, at+1)
			_, _ = sum.Write(subject[at:end])
		}
		at = end
	}
	return sum.Sum64()
}

// shortestHash is the minimum length of an abbreviated hash in git.
const shortestHash = 7

func isHexDigit(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
