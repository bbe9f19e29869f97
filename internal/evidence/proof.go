package evidence

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/gitrepo"
)

// Proof is something in the repository that a conclusion is based on.
type Proof struct {
	Kind ProofKind `json:"kind"`
	// Name is the hash of a commit, the name of a tag, or a path, as the repository has it: untrusted text.
	Name string `json:"name"`
	// Text says what it shows; "" when the name says it.
	Text string `json:"text"`
}

// ProofKind says what a Proof names.
type ProofKind string

// What a proof may be.
const (
	CommitProof ProofKind = "commit"
	TagProof    ProofKind = "tag"
	PathProof   ProofKind = "path"
)

// ProofsShown is the maximum number of proofs of a conclusion: enough to check it, not the whole list.
const ProofsShown = 5

// sample is a commit with a value.
type sample struct {
	place int32
	// index orders samples in time; days is the value.
	index int
	days  float64
	// say says what it shows; of many samples few are shown.
	say func() string
}

// addProofs adds to each conclusion what it is based on: the newest releases and reverts, and the changes nearest to a
// median, which show the usual case.
func (t *timeline) addProofs(scan *Scan, list []Conclusion) {
	proofs := map[string][]Proof{
		"release_cadence": newestTags(t.releasesInWindow(), (*release).dateText),
		"minor_cadence":   newestTags(filterSlice(t.releasesInWindow(), (*release).isMinor), (*release).dateText),
		"hotfix":          newestTags(filterSlice(t.releasesInWindow(), (*release).isMinor), (*release).dateText),
		"batch_size":      t.batchProof(scan.botsPrevail()),
		"taggers":         t.taggerProof(),
	}
	branches, _ := t.measuredBranches()
	samples := map[string][]sample{
		"lead_time":   nearestSamples(t.leadSamples(scan.botsPrevail()), scan.LeadingWait().Median),
		"branch_life": nearestSamples(branches, scan.Integration.BranchLife.Median),
		"reverts":     t.newestReverts(),
		"review":      t.newestReviewed(),
		"deployments": t.newestOf(scan.Deployments.places),
	}
	hashes := t.hashesOf(samples)
	for id, found := range samples {
		for _, s := range found {
			proofs[id] = append(proofs[id], Proof{CommitProof, hashes[s.place].String(), s.say()})
		}
	}
	for i := range list {
		if list[i].Trust != None {
			list[i].Proof = append(list[i].Proof, proofs[list[i].ID]...)
		}
	}
}

// hashesOf looks up the names of the samples, all in one pass.
func (t *timeline) hashesOf(samples map[string][]sample) map[int32]gitrepo.Hash {
	hashes := map[int32]gitrepo.Hash{}
	for _, list := range samples {
		for _, s := range list {
			hashes[s.place] = gitrepo.Hash{}
		}
	}
	for hash, place := range t.places {
		if _, wanted := hashes[place]; wanted {
			hashes[place] = hash
		}
	}
	return hashes
}

func newestTags(releases []*release, say func(*release) string) []Proof {
	var list []Proof
	for _, r := range slices.Backward(releases) {
		if len(list) == ProofsShown {
			break
		}
		list = append(list, Proof{TagProof, r.leadTag().name, say(r)})
	}
	return list
}

func (r *release) dateText() string { return dateText(r.at) }

func (c *commit) dateText() string { return dateText(c.committed) }

func dateText(seconds int64) string { return time.Unix(seconds, 0).UTC().Format(time.DateOnly) }

// batchProof lists the newest releases with the number of commits of each.
func (t *timeline) batchProof(peopleOnly bool) []Proof {
	sizes := map[*release]int{}
	t.eachReleased(func(_ int32, c *commit, r *release) {
		if !c.isMerge() && (!peopleOnly || !t.identities.isBot(c.author)) {
			sizes[r]++
		}
	})
	releases := t.releasesInWindow()
	if len(releases) == len(t.releases) && len(releases) > 0 {
		releases = releases[1:]
	}
	return newestTags(releases, func(r *release) string { return formatCount(sizes[r], "commit") })
}

// taggerProof lists the newest annotated tags, and says of each whether a person made it, not who.
func (t *timeline) taggerProof() []Proof {
	var list []Proof
	for _, r := range slices.Backward(t.releasesInWindow()) {
		for _, tag := range r.tags {
			if tag.tagger == none || len(list) == ProofsShown {
				continue
			}
			by := "by a person"
			if t.identities.program[tag.tagger] {
				by = "by a program"
			}
			list = append(list, Proof{TagProof, tag.name, by})
		}
	}
	return list
}

// leadSamples returns the changes of the main line with the time that each waited for its release.
func (t *timeline) leadSamples(peopleOnly bool) []sample {
	var list []sample
	for _, a := range t.releasedArrivals() {
		if !t.byPeople[a.place] && peopleOnly {
			continue
		}
		list = append(list, sample{place: a.place, index: a.index, days: toDays(max(0, a.wait)), say: a.waitText})
	}
	return list
}

func (a *arrival) waitText() string {
	text := "waited " + english.Days(toDays(max(0, a.wait))) + " for " + a.release.leadTag().name
	if a.picked {
		text += ", which holds a copy"
	}
	return text
}

// nearestSamples returns the samples nearest to a median, newest first on a tie, in order of time.
func nearestSamples(list []sample, median *float64) []sample {
	if median == nil {
		return nil
	}
	slices.SortFunc(list, func(a, b sample) int {
		return cmp.Or(cmp.Compare(math.Abs(a.days-*median), math.Abs(b.days-*median)), b.index-a.index)
	})
	list = list[:min(len(list), ProofsShown)]
	slices.SortFunc(list, func(a, b sample) int { return a.index - b.index })
	return list
}

func (t *timeline) newestReverts() []sample {
	var list []sample
	t.eachOnMain(func(place int32, c *commit) {
		if t.notes[c.note].revert == strictRevert {
			list = append(list, sample{place: place, say: c.dateText})
		}
	})
	slices.SortFunc(list, func(a, b sample) int {
		return cmp.Or(cmp.Compare(t.commits[b.place].committed, t.commits[a.place].committed), cmp.Compare(a.place, b.place))
	})
	return list[:min(len(list), ProofsShown)]
}

// newestOf returns the last commits of some on the main line, newest first.
func (t *timeline) newestOf(places []int32) []sample {
	var list []sample
	for _, at := range slices.Backward(places) {
		if len(list) < ProofsShown {
			list = append(list, sample{place: at, say: t.commits[at].dateText})
		}
	}
	return list
}

func (t *timeline) newestReviewed() []sample {
	return t.newestOf(filterSlice(t.arrivedCommits(), func(at int32) bool {
		c := &t.commits[at]
		return c.isMerge() || t.notes[c.note].reviewed
	}))
}
