package verdict

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/yamltree"
	"github.com/opsfit/opsfit/questionnaires"
)

// Sentences are the texts of verdicts.yaml.
type Sentences struct{ root *yamltree.Node }

// Load reads the shipped texts. It fails only where the file in the program is broken.
func Load() (*Sentences, error) {
	const name = "verdicts.yaml"
	text, err := questionnaires.Files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the sentences of verdicts: %w", err)
	}
	root, found := yamltree.Parse(name, text)
	if root == nil {
		return nil, fmt.Errorf("read the sentences of verdicts: %w", found)
	}
	return &Sentences{root}, nil
}

// Shipped are the texts of the program itself. A test holds that they can be read.
func Shipped() *Sentences {
	sentences, err := Load()
	if err != nil {
		return &Sentences{}
	}
	return sentences
}

// Works puts a band of practice behind "you work": "mostly the DevOps way". It is empty for no band.
func (s *Sentences) Works(band report.Text) string { return s.text("words", "works", string(band)) }

// Calls puts a band behind "the situation": "leans towards DevOps". It is empty for no band.
func (s *Sentences) Calls(band report.Text) string { return s.text("words", "calls", string(band)) }

// text returns the text at a path of keys; empty where there is none.
func (s *Sentences) text(path ...string) string {
	node := s.root
	for _, key := range path {
		node = node.Get(key)
	}
	if node == nil {
		return ""
	}
	return node.Text
}

// values are what placeholders stand for, by name.
type values map[string]string

// fill puts values in place of the placeholders of a text. A text of which one placeholder has no value is left out: it is
// empty.
func fill(text string, with values) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || with[name] == "" {
			return ""
		}
		b.WriteString(with[name])
		text = after
	}
}
