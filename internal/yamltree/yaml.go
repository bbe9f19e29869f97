package yamltree

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"
)

// parseYAML returns nil when the tree has a hole: what its reader would report as missing could be there.
func parseYAML(faults *Reader, text []byte) *Node {
	documents, reached, err := decodeDocuments(text)
	if err != nil {
		reportYAML(faults, text, reached, err)
	}
	if len(documents) == 0 {
		if err == nil {
			reportEmpty(faults)
		}
		return nil
	}
	tree := &treeBuilder{faults: faults, cursor: newCursor(text)}
	root := tree.copyNode(documents[0].Content[0], 1)
	if len(documents) > 1 {
		faults.Errorf(positionOf(documents[1]), 1, "second-document",
			`put it into a file of its own, or remove the line "---"`, "a second document begins here")
	}
	if root.Kind == Null && root.Text == "" && !faults.Diagnostics().HasErrors() {
		reportEmpty(faults)
	}
	if tree.holed || err != nil {
		return nil
	}
	return root
}

// decodeDocuments reads at most two documents: the one that is wanted, and one to detect a second. It also returns how
// many bytes the library had consumed, which tells where it failed.
func decodeDocuments(text []byte) (documents []*yaml.Node, reached int, err error) {
	lines := &lineReader{rest: text}
	defer func() {
		reached = len(text) - len(lines.rest)
		// The library has panicked on hostile input before; a file must never crash the program.
		if fault := recover(); fault != nil {
			err = fmt.Errorf("reading YAML: %v", fault)
		}
	}()
	decoder := yaml.NewDecoder(lines)
	for len(documents) < 2 {
		var document yaml.Node
		if err := decoder.Decode(&document); err != nil {
			if errors.Is(err, io.EOF) {
				return documents, 0, nil
			}
			return documents, 0, err
		}
		documents = append(documents, &document)
	}
	return documents, 0, nil
}

// lineReader returns at most one line a call, so that the library does not read ahead beyond a line.
type lineReader struct {
	rest []byte
}

// Read implements io.Reader.
func (l *lineReader) Read(p []byte) (int, error) {
	if len(l.rest) == 0 {
		return 0, io.EOF
	}
	chunk := l.rest[:min(len(p), len(l.rest))]
	if end := bytes.IndexByte(chunk, '\n'); end >= 0 {
		chunk = chunk[:end+1]
	}
	n := copy(p, chunk)
	l.rest = l.rest[n:]
	return n, nil
}
