// Package evidence says what a git repository shows of how software is delivered: releases and their cadence, lead times,
// batch sizes, reverts, integration, people, and files that speak of a way of working. It also says how far each figure can
// be trusted, and when nothing should be concluded.
//
// Collect reads a repository through package gitrepo; all else is arithmetic over what was read. The clock plays no part: the
// time that figures are as of is that of the newest commit, or is given. The same repository gives the same findings.
//
// A finding never changes a score. Absence proves little, since much of a team's work leaves no trace in a repository.
package evidence
