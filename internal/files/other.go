//go:build !unix

package files

import "io/fs"

// withoutWaiting is for pipes in a folder, which other systems do not have.
const withoutWaiting = 0

// ownerOf knows no owner: these systems have no folders in which everybody may put links.
func ownerOf(fs.FileInfo) (user int, known bool) { return 0, false }

// syncFolder does nothing: these systems do not sync folders.
func syncFolder(string) error { return nil }
