package evidence

import "fmt"

// buildRemarks returns what a reader of the figures should know.
func buildRemarks(scan *Scan) []string {
	var list []string
	add := func(n *int, format string, args ...any) {
		if n != nil && *n > 0 {
			list = append(list, fmt.Sprintf(format, args...))
		}
	}
	tags, releases, skew, clamped := scan.Tags, scan.Releases, scan.Skew, scan.LeadTime.Mainline.Clamped
	add(tags.Imported, "Imported tags, dated by their commits: %d.", valueOrZero(tags.Imported))
	add(tags.Late, "Release tags made over 30 days after their commit: %d.", valueOrZero(tags.Late))
	add(releases.Later, "Releases later than the time these figures are as of, left out: %d.", valueOrZero(releases.Later))
	add(skew.ChildOlder, "Commits dated before a parent of theirs: %d.", valueOrZero(skew.ChildOlder))
	add(skew.AuthorAhead, "Commits written over an hour after they were committed, as their dates say: %d.", valueOrZero(skew.AuthorAhead))
	add(skew.AfterAsOf, "Commits later than the time these figures are as of: %d.", valueOrZero(skew.AfterAsOf))
	add(clamped, "Waits for a release that came out negative, taken as none: %d.", valueOrZero(clamped))
	return append(workBranchRemark(&scan.Integration), list...)
}

// workBranchRemark says whose changes the figures are about, where they are not those of the main branch itself.
func workBranchRemark(i *Integration) []string {
	switch {
	case i.WorkBranch == nil:
		return nil
	case *i.WorkBranch == "":
		return []string{"The main branch mostly takes merges of another branch that collects the work, so changes are those of that branch."}
	}
	return []string{fmt.Sprintf("The main branch mostly takes merges of %s, so changes are those of that branch; "+
		"--ref %s looks at the branch itself.", *i.WorkBranch, *i.WorkBranch)}
}

func valueOrZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
