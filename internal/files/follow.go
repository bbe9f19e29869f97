package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// mostLinks are as many as Linux follows for one name.
const mostLinks = 40

var (
	errLoop = errors.New("its links lead in a circle")
	// errPlanted is for links that the Linux kernel would not follow with fs.protected_symlinks: anyone could have put them there.
	errPlanted = errors.New("it is a link of somebody else in a folder that everybody may write to; name the file itself")
)

// Follow returns the file that writing to a name reaches: the name itself or, for a link, what it leads to, each link read in
// the folder that it really stands in. The last one need not be there. A loop is an error, and so is a link in a folder for
// everybody, such as /tmp, that belongs neither to this user nor to the folder's owner.
func Follow(name string) (string, error) {
	for range mostLinks {
		info, err := os.Lstat(name)
		switch {
		case IsMissing(err):
			return name, nil
		case err != nil:
			return "", err
		case info.Mode()&fs.ModeSymlink == 0:
			return name, nil
		}
		if isPlanted(Folder(name), info) {
			return "", errPlanted
		}
		link, err := os.Readlink(name)
		if err != nil {
			return "", err
		}
		if folder, _ := Split(name); !filepath.IsAbs(link) {
			link = folder + link
		}
		name = link
	}
	return "", errLoop
}

// isPlanted reports that a link stands in a folder that everybody may write to, where only owners may remove (as in /tmp), and
// belongs to somebody else than this user and the folder's owner.
func isPlanted(folder string, link fs.FileInfo) bool {
	const everybody = 0o002
	info, err := os.Stat(folder)
	if err != nil || info.Mode()&fs.ModeSticky == 0 || info.Mode().Perm()&everybody == 0 {
		return false
	}
	owner, known := ownerOf(link)
	if !known || owner == os.Geteuid() {
		return false
	}
	folderOwner, _ := ownerOf(info)
	return owner != folderOwner
}
