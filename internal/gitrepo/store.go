package gitrepo

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// longestFile limits what is read of a file that git keeps in its folder.
const longestFile = 1 << 20

// storeOf returns the folder that holds the objects and refs of a repository: its own folder, or for a linked work tree
// the one that it names, which must be the one that contains it. Any other would be somebody else's repository.
func storeOf(folder string) (string, error) {
	text, err := readFile(filepath.Join(folder, "commondir"))
	if os.IsNotExist(err) {
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
		return "", fmt.Errorf("%w: commondir names %s", ErrBorrowed, diag.Quote(store))
	}
	return store, nil
}

// refuseAlternates refuses a store whose objects lie elsewhere: a report would reveal them, and whoever made the
// repository chose where they are.
func refuseAlternates(store string) error {
	objects := filepath.Join(store, "objects")
	other, err := firstAlternate(filepath.Join(objects, "info", "alternates"))
	if err != nil {
		return err
	}
	if other != "" {
		return fmt.Errorf("%w: objects/info/alternates names %s; `git repack -a -d` copies them in, then remove that file",
			ErrBorrowed, diag.Quote(other))
	}
	link := linkIn(append([]string{objects, filepath.Join(objects, "info"), filepath.Join(objects, "pack")}, looseFolders(objects)...)...)
	if link != "" {
		return fmt.Errorf("%w: %s is a symbolic link", ErrBorrowed, diag.Quote(link))
	}
	return nil
}

// firstAlternate returns the first other folder that the file names; none gives "".
func firstAlternate(file string) (string, error) {
	text, err := readFile(file)
	if os.IsNotExist(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read alternates: %w", err)
	}
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			return line, nil
		}
	}
	return "", lines.Err()
}

// looseFolders are the folders of unpacked objects, by the first byte of their names.
func looseFolders(objects string) []string {
	folders := make([]string, 0, 1<<8)
	for first := range 1 << 8 {
		folders = append(folders, filepath.Join(objects, fmt.Sprintf("%02x", first)))
	}
	return folders
}

// linkIn returns the first symbolic link among the folders and their entries.
func linkIn(folders ...string) string {
	for _, folder := range folders {
		if info, err := os.Lstat(folder); err == nil && info.Mode()&os.ModeSymlink != 0 {
			return folder
		}
		// If we cannot read a folder, neither can git.
		entries, _ := os.ReadDir(folder)
		for _, entry := range entries {
			if entry.Type()&os.ModeSymlink != 0 {
				return filepath.Join(folder, entry.Name())
			}
		}
	}
	return ""
}

// isWithin reports whether a path lies in a folder.
func isWithin(folder, path string) bool {
	below, err := filepath.Rel(folder, path)
	return err == nil && below != ".." && !strings.HasPrefix(below, ".."+string(filepath.Separator))
}

// holdsText reports whether a file exists and is not empty.
func holdsText(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Size() > 0
}

// readFile reads a regular file: a pipe in its place would never end.
func readFile(name string) (string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not an ordinary file", diag.Quote(filepath.Base(name)))
	}
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(io.LimitReader(file, longestFile))
	return string(text), err
}
