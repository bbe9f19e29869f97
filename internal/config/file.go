package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// readUsedFile returns the path and text of the file in use; both are empty if there is none.
func readUsedFile(from Sources) (string, []byte, error) {
	if from.Path != "" {
		text, err := readFile(absolutePath(from.Dir, from.Path))
		if err != nil {
			return "", nil, fmt.Errorf("read the configuration %s: %w", from.Path, err)
		}
		return from.Path, text, nil
	}
	for _, dir := range searchedFolders(from.Dir) {
		path := filepath.Join(dir, FileName)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		name := shownPath(from.Dir, path)
		text, err := readFound(path)
		if err != nil {
			return "", nil, fmt.Errorf("read the configuration %s: %w", name, err)
		}
		return name, text, nil
	}
	return "", nil, nil
}

var errFolder = errors.New("it is a folder; name a file")

// readFound reads a file that was found and not named. It refuses a pipe, which may never end, and a broken link, since
// ignoring it would silently drop the gates of a pipeline.
func readFound(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("it is a link that leads nowhere")
	case err == nil && !info.Mode().IsRegular() && !info.IsDir():
		return nil, errors.New("it is no regular file; name it with --config if it is meant")
	case err == nil:
		return readFile(path)
	}
	return nil, causeOf(err)
}

// causeOf removes the operation and the path: the caller names the file as the user knows it.
func causeOf(err error) error {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err
	}
	return err
}

// readFile reads one byte more than the limit, so that the parser can refuse a larger file.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, causeOf(err)
	}
	defer func() { _ = file.Close() }()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, errFolder
	}
	text, err := io.ReadAll(io.LimitReader(file, yamltree.MaxBytes+1))
	if err != nil {
		return nil, causeOf(err)
	}
	return text, nil
}

// Root returns the root of the repository that contains dir, or dir itself outside of one.
func Root(dir string) string {
	dirs := searchedFolders(dir)
	return dirs[len(dirs)-1]
}

// searchedFolders lists the folders from dir up to the root of its repository. Outside a repository it is dir alone: a
// file that somebody else left further up, say in a shared temporary folder, must not control a run.
func searchedFolders(dir string) []string {
	var dirs []string
	for at := dir; ; at = filepath.Dir(at) {
		dirs = append(dirs, at)
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return dirs
		}
		if at == filepath.Dir(at) {
			return []string{dir}
		}
	}
}

func absolutePath(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func shownPath(dir, path string) string {
	if relative, err := filepath.Rel(dir, path); err == nil {
		return relative
	}
	return path
}

// parseFile checks the file; values are what viper merges.
func parseFile(path string, text []byte, known []key) (map[string]any, Gates, diag.List) {
	root, found := yamltree.Parse(path, text)
	if root == nil {
		return nil, Gates{}, unlessEmpty(found)
	}
	reader := yamltree.NewReader(path)
	fields := reader.Fields(root, "configuration", fileKeys()...)
	values := map[string]any{}
	for _, k := range known {
		if node := fields.Node(k.name); node != nil && node.Kind != yamltree.Null {
			values[k.name] = k.readValue(fields, filepath.Dir(path))
		}
	}
	gates := gateFile{reader, path}.readGates(fields.Node(gatesKey))
	return values, gates, append(found, reader.Diagnostics()...)
}

// unlessEmpty accepts a file that contains only comments.
func unlessEmpty(found diag.List) diag.List {
	if len(found) == 1 && found[0].Code == "empty" {
		return nil
	}
	return found
}

func (k key) readValue(fields yamltree.Fields, dir string) any {
	switch {
	case k.boolean:
		return fields.Bool(k.name)
	case k.choices != nil:
		return fields.Choice(k.name, k.choices...)
	}
	text := fields.Text(k.name)
	if k.path && text != "" && !filepath.IsAbs(text) && (k.name == "questionnaires" || IsPath(text)) {
		return filepath.Join(dir, text)
	}
	return text
}
