package evidence

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// policiesRead is the maximum number of release documents that are read.
const policiesRead = 20

// isReleasePolicy reports whether a file name is that of a document about making releases.
func isReleasePolicy(name string) bool {
	base, ending := path.Base(name), strings.ToLower(path.Ext(name))
	word := strings.ReplaceAll(strings.ToLower(strings.TrimSuffix(base, path.Ext(base))), "_", "-")
	return slices.Contains([]string{".md", ".rst", ".txt", ".adoc", ".markdown"}, ending) && slices.Contains([]string{
		"release", "releases", "releasing", "release-process", "release-procedure", "release-schedule", "release-cycle", "release-policy",
		"release-cadence", "release-management", "release-plan", "release-train", "release-calendar",
	}, word)
}

// documentedClaims returns the claims of a repository about its releases: documents before schedules, and those nearest
// to the root first.
func (f *files) documentedClaims() []Documented {
	list := append([]Documented{}, f.claims...)
	slices.SortFunc(list, func(a, b Documented) int {
		depth := func(d Documented) int { return strings.Count(d.Path, "/") }
		return cmp.Or(strings.Compare(string(a.Kind), string(b.Kind)), cmp.Compare(depth(a), depth(b)), strings.Compare(a.Path, b.Path))
	})
	return list
}

// addClaim adds what a document or a pipeline says about how often something is released.
func (f *files) addClaim(file string, content []byte) {
	const longest = 200
	if isReleasePolicy(file) {
		if f.rhythms == nil {
			f.rhythms = newRhythms()
		}
		if sentence, days, found := f.rhythms.findClaim(string(content)); found {
			runes := []rune(strings.ToValidUTF8(sentence, "\ufffd"))
			f.claims = append(f.claims, Documented{Kind: InDocument, Path: file, Text: string(runes[:min(len(runes), longest)]), Days: days})
		}
		return
	}
	if schedule, days, found := releaseSchedule(file, content); found {
		f.claims = append(f.claims, Documented{Kind: InSchedule, Path: file, Text: schedule, Days: days})
	}
}
