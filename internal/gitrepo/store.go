package gitrepo

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
)

// longestFile limits what is read of a file that git keeps in its folder.
const longestFile = 1 << 20

// storeOf returns the folder that holds the objects and refs of a repository: its own folder, or for a linked work tree
// the one that it names, which must be the one that contains it. Any other would be somebody else's repository.
func storeOf(folder string) (string, error) {
	text, err := readFile(filepath.Join(folder, "commondir"))
	if files.IsMissing(err) {
		return folder, nil
	}
	if err != nil {
		return "", fmt.Errorf("read commondir: %w", err)
	}
	store := filepath.FromSlash(strings.TrimRight(text, "\r\n"))
	if !filepath.IsAbs(store) {
		store = filepath.Join(folder, store)
	}
	if !isWithin(store, folder) {
		return "", fmt.Errorf("%w: commondir names %s", ErrOutside, diag.Quote(store))
	}
	return store, nil
}

// mostAlternates limits how many stores a repository may borrow from, one from another.
const mostAlternates = 64

// findAlternates returns the stores of objects that a repository borrows from. Unless that is allowed it refuses them: a
// report would reveal what is in them, and whoever made the repository chose where they are.
func findAlternates(store string, allowed bool) ([]string, error) {
	stores := []string{filepath.Join(store, "objects")}
	for i := 0; i < len(stores); i++ {
		if err := checkObjects(stores[i]); err != nil {
			return nil, err
		}
		named, err := readAlternates(stores[i])
		if err != nil {
			return nil, err
		}
		if len(named) > 0 && !allowed {
			return nil, fmt.Errorf("%w: objects/info/alternates names %s; --allow-alternates reads them too, and `git repack -a -d` "+
				"copies them in, after which that file can be removed", ErrBorrowed, diag.Quote(named[0]))
		}
		for _, other := range named {
			if !slices.Contains(stores, other) {
				stores = append(stores, other)
			}
		}
		if len(stores) > mostAlternates {
			return nil, fmt.Errorf("%w: it borrows from more than %d others", ErrTooLarge, mostAlternates)
		}
	}
	return stores[1:], nil
}

// readAlternates returns the stores that a store borrows from, without links in their names.
func readAlternates(objects string) ([]string, error) {
	text, err := readFile(filepath.Join(objects, "info", "alternates"))
	if files.IsMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read alternates: %w", err)
	}
	var list []string
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name := files.Join(objects, filepath.FromSlash(line))
		if resolved, err := files.Real(name); err == nil {
			name = resolved
		}
		list = append(list, name)
	}
	return list, lines.Err()
}

// isWithin reports whether a path lies in a folder.
func isWithin(folder, path string) bool {
	below, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(below)
}

// holdsText reports whether a file exists and is not empty.
func holdsText(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Size() > 0
}

// readFile reads a regular file that no link leads to.
func readFile(name string) (string, error) {
	info, err := os.Lstat(name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", refusedEntry(filepath.Base(name), info.Mode())
	}
	text, err := files.ReadRegular(name, longestFile)
	return string(text), err
}
