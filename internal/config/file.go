package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/syntax"
)

// read returns the path and text of the file in use; both are empty when there is none.
func read(from Sources) (string, []byte, error) {
	if from.Path != "" {
		text, err := readFile(absolute(from.Dir, from.Path))
		return from.Path, text, err
	}
	for _, dir := range searched(from.Dir) {
		path := filepath.Join(dir, FileName)
		text, err := readFile(path)
		if err == nil {
			return shown(from.Dir, path), text, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", nil, err
		}
	}
	return "", nil, nil
}

// readFile reads one byte more than the largest file, so that the parser can refuse a larger one.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the configuration: %w", err)
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(io.LimitReader(file, syntax.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read the configuration: %w", err)
	}
	return text, nil
}

// Root is the root of the repository that dir is in, and dir itself outside of one.
func Root(dir string) string {
	dirs := searched(dir)
	return dirs[len(dirs)-1]
}

// searched lists the folders from dir up to the root of its repository. Outside a repository it is dir alone: a
// file that somebody else left further up, say in a shared temporary folder, must not steer a run.
func searched(dir string) []string {
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

func absolute(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

func shown(dir, path string) string {
	if relative, err := filepath.Rel(dir, path); err == nil {
		return relative
	}
	return path
}

// parse checks the file; values hold what viper merges.
func parse(path string, text []byte, known []key) (map[string]any, Gates, diag.List) {
	root, found := syntax.Parse(path, text)
	if root == nil {
		return nil, Gates{}, unlessEmpty(found)
	}
	reader := syntax.NewReader(path)
	fields := reader.Fields(root, "configuration", Names()...)
	values := map[string]any{}
	for _, k := range known {
		if node := fields.Node(k.name); node != nil && node.Kind != syntax.Null {
			values[k.name] = k.value(fields, filepath.Dir(path))
		}
	}
	gates := gateFile{reader, path}.gates(fields.Node(gatesKey))
	return values, gates, append(found, reader.Diagnostics()...)
}

// unlessEmpty accepts a file in which everything is still a comment.
func unlessEmpty(found diag.List) diag.List {
	if len(found) == 1 && found[0].Code == "empty" {
		return nil
	}
	return found
}

func (k key) value(fields syntax.Fields, dir string) any {
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
