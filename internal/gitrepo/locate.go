package gitrepo

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
)

// place is where a repository lies. Names are absolute and without links.
type place struct {
	// data is the folder of git's own data.
	data string
	// root is the folder with .git in it; "" for a bare repository and for a folder within data.
	root string
	// file is the .git file that names data; "" where none does.
	file string
}

// owned is the name that safe.directory has for the repository.
func (p place) owned() string {
	if p.root != "" {
		return p.root
	}
	return p.data
}

// below returns the name of a folder relative to the root, with slashes; "" for the root, and where there is none.
func (p place) below(folder string) string {
	resolved, err := files.Real(folder)
	if err != nil || p.root == "" {
		return ""
	}
	name, err := filepath.Rel(p.root, resolved)
	if err != nil || name == "." || isWithin(p.data, resolved) {
		return ""
	}
	return filepath.ToSlash(name)
}

// locate finds the repository that a folder is in, by the rules of git but before git reads anything.
func locate(folder string) (place, error) {
	at, err := files.Real(folder)
	if err != nil {
		return place{}, ErrNoRepository
	}
	for ; ; at = filepath.Dir(at) {
		entry := filepath.Join(at, ".git")
		info, err := os.Lstat(entry)
		switch {
		case err == nil && info.Mode().IsRegular():
			return followGitFile(at, entry)
		case err == nil && isLink(info.Mode()):
			return place{}, fmt.Errorf("%w: %s is a symbolic link; if you trust it, name the folder that it leads to",
				ErrOutside, diag.Quote(entry))
		case err == nil && holdsData(entry):
			return place{data: entry, root: at}, nil
		case holdsData(at):
			return place{data: at}, nil
		}
		if at == filepath.Dir(at) {
			return place{}, ErrNoRepository
		}
	}
}

// holdsData reports whether a folder looks like git's own data. What its entries are is checked later (see checkData).
func holdsData(folder string) bool {
	has := func(name string) bool { return exists(filepath.Join(folder, name)) }
	return has("HEAD") && (has("commondir") || has("objects") && has("refs"))
}

func exists(name string) bool {
	there, err := files.Exists(name)
	return there || err != nil
}

// followGitFile reads a .git file: "gitdir: FOLDER".
func followGitFile(root, file string) (place, error) {
	text, err := readFile(file)
	if err != nil {
		return place{}, fmt.Errorf("read .git: %w", err)
	}
	name, found := strings.CutPrefix(text, "gitdir: ")
	if !found {
		return place{}, fmt.Errorf("%w (the file .git does not name one)", ErrNoRepository)
	}
	data, err := realBelow(root, name)
	if err != nil || !holdsData(data) {
		return place{}, fmt.Errorf("%w (the file .git names a folder that holds none; in a linked work tree, git worktree repair fixes it)",
			ErrNoRepository)
	}
	return place{data: data, root: root, file: file}, nil
}

// realBelow returns the real name of what a line of a file names, from the folder that it is relative to.
func realBelow(folder, line string) (string, error) {
	return files.Real(files.Join(folder, filepath.FromSlash(strings.TrimRight(line, "\r\n"))))
}

// checkGitFile refuses a .git file that names data which does not name the folder of the file in turn: that would be
// somebody else's repository, and whoever made the file chose whose.
func (p place) checkGitFile(worktree string) error {
	if p.file == "" || isWithin(p.root, p.data) {
		return nil
	}
	if text, err := readFile(filepath.Join(p.data, "gitdir")); err == nil {
		back, err := realBelow(p.data, strings.TrimSuffix(strings.TrimRight(text, "\r\n"), "/.git"))
		if err == nil && back == p.root {
			return nil
		}
	}
	if worktree != "" {
		if back, err := realBelow(p.data, worktree); err == nil && back == p.root {
			return nil
		}
	}
	return fmt.Errorf("%w: the file .git names %s, which does not name this folder in turn; if you trust it, name that folder instead",
		ErrOutside, diag.Quote(p.data))
}
