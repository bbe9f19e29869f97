package config

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// foundFile is the configuration in use.
type foundFile struct {
	// name is that of the file as a person would name it; "" if there is none.
	name string
	text []byte
	// named: a person named it, and so answers for what it names.
	named bool
	// root is the repository that a file which nobody named may not point out of, without links in its name; "" outside of one, and
	// for a file that was named.
	root string
}

func readUsedFile(from Sources) (foundFile, error) {
	if from.Path != "" {
		text, err := files.Read(files.Join(from.Dir, from.Path), yamltree.MaxBytes)
		return foundFile{name: from.Path, text: text, named: true}, readError(from.Path, err)
	}
	// The parent of a link is not the parent of the folder that it leads to.
	dir, err := files.Real(from.Dir)
	if err != nil {
		return foundFile{}, fmt.Errorf("find the working directory: %w", files.Cause(err))
	}
	root, inside := Repository(dir)
	if !inside {
		root = ""
	}
	for _, folder := range searchedFolders(dir) {
		path := filepath.Join(folder, FileName)
		there, err := files.Exists(path)
		name := shownPath(dir, path)
		if err != nil {
			return foundFile{}, readError(name, err)
		}
		if there {
			text, err := readFound(path, root, from.Env("SUDO_UID"))
			return foundFile{name: name, text: text, root: root}, readError(name, err)
		}
	}
	return foundFile{}, nil
}

func readError(name string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, errOwner) || errors.Is(err, errRepositoryOwner) {
		return fmt.Errorf("read the configuration %[1]s: %[2]w; if you trust it, add --config %[1]s, or set OPSFIT_CONFIG=%[1]s", name, err)
	}
	return fmt.Errorf("read the configuration %s: %w", name, files.Cause(err))
}

// Faults of a file that was found. Each is an error: to ignore the file would silently drop the gates of a pipeline.
var (
	errNowhere    = errors.New("it is a link that leads nowhere")
	errOutside    = errors.New("it is a link out of the repository; if you trust it, name it with --config")
	errNotRegular = errors.New("it is not a regular file; name it with --config if it is meant")
	errOwner      = errors.New("it belongs to another user, who could steer this run")

	errRepositoryOwner = errors.New("its repository (.git) belongs to another user, who could steer this run")
)

// readFound reads a file that was found and not named; root is that of foundFile.
func readFound(path, root, caller string) ([]byte, error) {
	text, err := files.ReadRegular(path, yamltree.MaxBytes)
	switch {
	case errors.Is(err, files.ErrNotRegular):
		return nil, errNotRegular
	case files.IsMissing(err):
		return nil, errNowhere
	case err != nil:
		return nil, err
	case root != "" && !files.IsBelow(root, path):
		return nil, errOutside
	case !files.IsTrusted(path, caller):
		return nil, errOwner
	case root != "" && !files.IsTrusted(gitEntry(root), caller):
		return nil, errRepositoryOwner
	}
	return text, nil
}

// Root returns the root of the repository that contains dir, or dir itself outside of one, without links in its name.
func Root(dir string) string {
	root, _ := Repository(dir)
	return root
}

// Repository is Root, and reports whether there is a repository.
func Repository(dir string) (root string, inside bool) {
	if resolved, err := files.Real(dir); err == nil {
		dir = resolved
	}
	dirs := searchedFolders(dir)
	root = dirs[len(dirs)-1]
	there, err := files.Exists(gitEntry(root))
	return root, there || err != nil
}

// searchedFolders lists the folders from dir, a name without links, up to the root of its repository. Outside a repository it is
// dir alone: a file that somebody else left further up, say in a shared temporary folder, must not control a run.
func searchedFolders(dir string) []string {
	var dirs []string
	for at := dir; ; at = filepath.Dir(at) {
		dirs = append(dirs, at)
		if there, err := files.Exists(gitEntry(at)); there || err != nil {
			return dirs
		}
		if at == filepath.Dir(at) {
			return []string{dir}
		}
	}
}

func gitEntry(folder string) string { return filepath.Join(folder, ".git") }

func shownPath(dir, path string) string {
	if relative, err := filepath.Rel(dir, path); err == nil {
		return relative
	}
	return path
}

// place is where the names in a configuration start from.
type place struct {
	reader *yamltree.Reader
	// dir is the working directory, folder that of the configuration as it was named.
	dir, folder string
	// named and root are those of foundFile.
	named bool
	root  string
}

// readPath returns a name in the configuration as a name in the working directory. A found configuration may not name anything
// outside of its repository: reading it could show its content in a log. Nor may it name a pipe or a device, which could hold the run up.
func (p place) readPath(node *yamltree.Node, what string) string {
	if node == nil || node.Text == "" {
		return ""
	}
	name := files.Join(p.folder, node.Text)
	if !p.named && files.MayWait(files.Join(p.dir, name)) {
		p.reader.Errorf(node.Pos, node.Length(), "not-regular", "", "%s is neither a file nor a folder", what)
	}
	if p.root != "" && !files.IsBelow(p.root, files.Join(p.dir, name)) {
		p.reader.Errorf(node.Pos, node.Length(), "outside-repository",
			"if you trust this configuration, name it with --config", "%s leads out of the repository", what)
	}
	return name
}

// parsedFile is what the file says; values are what viper merges.
type parsedFile struct {
	values   map[string]any
	gates    Gates
	evidence Evidence
}

// parseFile checks the file.
func parseFile(file foundFile, dir string, known []key) (parsedFile, diag.List) {
	root, found := yamltree.Parse(file.name, file.text)
	if root == nil {
		return parsedFile{}, unlessEmpty(found)
	}
	reader := yamltree.NewReader(file.name)
	folder, _ := files.Split(file.name)
	at := place{reader: reader, dir: dir, folder: folder, named: file.named, root: file.root}
	fields := reader.Fields(root, "configuration", fileKeys()...)
	values := map[string]any{}
	for _, k := range known {
		if node := fields.Node(k.name); node != nil && node.Kind != yamltree.Null {
			values[k.name] = k.readValue(fields, at)
		}
	}
	placed := placedFile{at, file.name}
	said := parsedFile{
		values: values, gates: placed.readGates(fields.Node(gatesKey)), evidence: placed.readEvidence(fields.Node(evidenceKey)),
	}
	return said, append(found, reader.Diagnostics()...)
}

// unlessEmpty accepts a file that contains only comments.
func unlessEmpty(found diag.List) diag.List {
	if len(found) == 1 && found[0].Code == "empty" {
		return nil
	}
	return found
}

// readValue reads a setting.
func (k key) readValue(fields yamltree.Fields, at place) any {
	switch {
	case k.boolean:
		return fields.Bool(k.name)
	case k.choices != nil:
		return fields.Choice(k.name, k.choices...)
	}
	text := fields.Text(k.name)
	if k.path && text != "" && (k.name != "questionnaire" || IsPath(text)) {
		return at.readPath(fields.Node(k.name), "\""+k.name+"\"")
	}
	return text
}
