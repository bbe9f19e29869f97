// Package questionnairetest loads questionnaires for the tests of any package: frozen ones, which tests may count on, those of
// the program by id, and others by their text. Only tests may import it.
package questionnairetest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/questionnaires"
)

// Shipped returns a questionnaire of the program, such as "full". One that has any finding ends the test.
func Shipped(t testing.TB, id string) *questionnaire.Questionnaire {
	t.Helper()
	return Named(t, id)
}

// Named returns a questionnaire of the program or a frozen one, as an answers file names it. One that has any finding ends the
// test.
func Named(t testing.TB, id string) *questionnaire.Questionnaire {
	t.Helper()
	source, err := Find("", id)
	if err != nil {
		t.Fatal(err)
	}
	return Load(t, source.Name, string(source.Bytes))
}

// Load returns the questionnaire in a text, YAML or, where the name ends in .json, JSON. It may refer to files of the
// program. One that has any finding ends the test.
func Load(t testing.TB, name, text string) *questionnaire.Questionnaire {
	t.Helper()
	q, found := questionnaire.Load(questionnaire.Source{Name: name, Bytes: []byte(text)}, Find)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return q
}

// File is Load for a file, by its path.
func File(t testing.TB, path string) *questionnaire.Questionnaire {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Load(t, filepath.Base(path), string(text))
}

// Find is a questionnaire.Finder among the frozen files and those of the program, by id or file name.
func Find(_, reference string) (questionnaire.Source, error) {
	name := reference
	if filepath.Ext(name) == "" {
		name += ".yaml"
	}
	if text, err := frozen.ReadFile("frozen/" + name); err == nil {
		return questionnaire.Source{Name: name, Bytes: text}, nil
	}
	text, err := questionnaires.Files.ReadFile(name)
	return questionnaire.Source{Name: name, Bytes: text}, err
}
