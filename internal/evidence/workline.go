package evidence

import (
	"bytes"
	"slices"
	"strings"
)

// workMerges is the minimum number of merges of a work branch in the window; fewer show no habit.
const workMerges = 3

// takesFromWorkBranch reports whether most commits of the first-parent line in the window are merges of a branch that
// collects the work (GitFlow), and returns the name of that branch; "" when it has none of the usual names or several.
// How changes arrive, and how long they wait, then has to be read on that branch.
func (t *timeline) takesFromWorkBranch() (name string, takes bool) {
	released := map[int32]bool{}
	for _, r := range t.releases {
		released[r.commit] = true
	}
	names := map[string]int{}
	commits, merges := 0, 0
	for i, at := range t.line {
		c := &t.commits[at]
		if !t.window.containsTime(c.committed) {
			continue
		}
		commits++
		merged := t.notes[c.note].merged
		if merged == importedWork {
			merged = ""
		}
		if c.isMerge() && (isWorkBranch(merged) || released[at] && merged == "" && t.collectsWork(i)) {
			merges++
			names[merged]++
		}
	}
	if merges < workMerges || 2*merges < commits {
		return "", false
	}
	name = byCount(names)[0]
	if 2*names[name] < merges || name == releaseBranch {
		name = ""
	}
	return name, true
}

// collectsWork reports whether the branch that a merge of the line brought was itself merged into, or took changes
// after a review: then it is no branch for one change.
func (t *timeline) collectsWork(index int) bool {
	for _, at := range t.broughtLine(index) {
		c := &t.commits[at]
		if c.isMerge() || c.note != none && t.notes[c.note].reviewed {
			return true
		}
	}
	return false
}

// broughtLine returns the first-parent line of the branch that a merge of the line brought, newest first, as far as it
// arrived by that merge.
func (t *timeline) broughtLine(index int) []int32 {
	merge := t.line[index]
	if !t.commits[merge].isMerge() {
		return nil
	}
	var list []int32
	for at := t.parentsOf(merge)[1]; at != none && t.commits[at].known && t.arrival[at] == merge; at = t.firstParent(at) {
		list = append(list, at)
	}
	return list
}

// workline returns the line of the work branch: each merge of the first-parent line gives way to the line of the branch
// that it brought. Merges that bring nothing, as those back from the main branch, are no changes.
func (t *timeline) workline() mainline {
	var line, passed []int32
	for i, at := range t.line {
		if brought := t.broughtLine(i); len(brought) > 0 {
			slices.Reverse(brought)
			line, passed = append(line, brought...), append(passed, at)
			continue
		}
		line = append(line, at)
	}
	m := t.followLine(line, passed)
	kept := mainline{arrival: m.arrival}
	for i, at := range m.line {
		if !t.commits[at].isMerge() || m.brought[i] > 0 {
			kept.line, kept.oldest, kept.brought = append(kept.line, at), append(kept.oldest, m.oldest[i]), append(kept.brought, m.brought[i])
		}
	}
	return kept
}

// releaseBranch stands for all branches that prepare one release.
const releaseBranch = "release"

// importedWork stands for what a tag, a commit or another project brings: its age says nothing about work on a branch.
const importedWork = "import"

// longLivedBranch returns the name of the branch that the subject of a merge names, if it is one that lives on or
// collects work; "" for others. Branches that prepare a release are called releaseBranch.
func longLivedBranch(subject []byte) string {
	// Bitbucket writes so.
	if rest, found := bytes.CutPrefix(subject, []byte("Merged in ")); found {
		name, _, _ := bytes.Cut(rest, []byte(" "))
		return kindOfBranch(string(name))
	}
	rest, found := bytes.CutPrefix(subject, []byte("Merge "))
	if !found {
		return ""
	}
	if isImport(string(rest)) {
		return importedWork
	}
	name := ""
	words := bytes.Fields(rest)
	for i, word := range words[:max(0, len(words)-1)] {
		switch string(word) {
		case "branch", "from", "remote-tracking":
			name = strings.Trim(string(words[i+1]), `'"`)
		}
		if name != "" && name != "branch" {
			// GitHub names whose branch it is, and not where it goes.
			if bytes.HasPrefix(rest, []byte("pull request ")) && i+2 == len(words) {
				_, name, _ = strings.Cut(name, "/")
			}
			break
		}
	}
	return kindOfBranch(name)
}

// isImport reports whether a merge names a tag, a commit or a branch of the project that this one was forked from. A tag of
// an address is a request to merge a branch.
func isImport(merged string) bool {
	return strings.HasPrefix(merged, "tag '") && !strings.Contains(merged, "' of ") ||
		hasPrefix(merged, "commit '", "remote-tracking branch 'upstream/", "branch 'upstream/")
}

// kindOfBranch returns a name as longLivedBranch does. The name may begin with that of a remote or a fork.
func kindOfBranch(name string) string {
	name = strings.TrimPrefix(name[strings.LastIndexByte(name, ':')+1:], "origin/")
	switch {
	case hasPrefix(name, "release/", "releases/", "release-", "rel/"):
		return releaseBranch
	case slices.Contains(longLivedBranches(), name):
		return name
	}
	return ""
}

func longLivedBranches() []string {
	return []string{
		"main", "master", "trunk", "production", "develop", "development", "devel", "dev", "next", "integration", "staging", "stage",
	}
}

// isWorkBranch reports whether a long-lived branch takes work on its way to the main branch.
func isWorkBranch(name string) bool {
	return name != "" && !slices.Contains([]string{"main", "master", "trunk", "production", importedWork}, name)
}

// branchText names the branch that changes arrive on.
func (i *Integration) branchText() string {
	switch {
	case i.WorkBranch == nil:
		return "the main branch"
	case *i.WorkBranch == "":
		return "the work branch"
	}
	return "the branch " + *i.WorkBranch
}
