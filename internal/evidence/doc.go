// Package evidence reports what a git repository shows about how software is delivered: releases and their cadence,
// lead times, batch sizes, reverts, integration, people, and files that point to a way of working. It also says how far
// each figure can be trusted, and when nothing should be concluded.
//
// Collect reads a repository and returns what it shows. A repository that does not show everything because it is
// shallow, partial, damaged or empty is not an error; the findings say so.
//
// A finding never changes a score. Absence proves little, because much of a team's work leaves no trace in a
// repository.
package evidence
