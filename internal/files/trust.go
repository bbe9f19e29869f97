package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// IsBelow reports whether what a name leads to is a folder without links in its name, or lies in it. A name that leads to
// nothing is below: there is nothing to read.
func IsBelow(folder, name string) bool {
	resolved, err := Real(name)
	if IsMissing(err) {
		return true
	}
	below, errRel := filepath.Rel(folder, resolved)
	return err == nil && errRel == nil && filepath.IsLocal(below)
}

// IsTrusted reports that a file, and a link to it, belong to this user or to root. Under sudo caller is the number of the user who
// called it (the variable SUDO_UID), who is trusted too. Systems without owners trust all files.
func IsTrusted(name, caller string) bool {
	link, err := os.Lstat(name)
	if err != nil {
		return false
	}
	file, err := os.Stat(name)
	return err == nil && isOwnerTrusted(link, caller) && isOwnerTrusted(file, caller)
}

func isOwnerTrusted(info fs.FileInfo, caller string) bool {
	owner, known := ownerOf(info)
	return !known || owner == 0 || owner == os.Geteuid() || os.Geteuid() == 0 && strconv.Itoa(owner) == caller
}
