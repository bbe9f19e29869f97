package cli

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// fileKind is what a file that was found in a folder is taken for.
type fileKind int

const (
	// otherFile is none of ours and passed over.
	otherFile fileKind = iota
	// sheetKind holds answers or a result.
	sheetKind
	// nearlySheet looks like answers or a result and is none, which its author has to know: it would be missing silently.
	nearlySheet
)

// assessmentFamily is the start of the schema of a saved result in any version, so that results of later versions are
// reported and not ignored.
const assessmentFamily = "opsfit.assessment/"

// kindOf tells what a file of a folder is, by the keys in it: results name their schema, answers a questionnaire. Other output of
// opsfit, such as an earlier portfolio, is neither. For a file that is nearly one of these, the faults say why it is not.
func kindOf(name string, text []byte) (fileKind, diag.List) {
	if schema, named := answers.ResultSchema(text); named {
		if schema == "" || strings.HasPrefix(schema, assessmentFamily) {
			return sheetKind, nil
		}
		return otherFile, nil
	}
	if isJSONSchema(text) {
		return otherFile, nil
	}
	if namesQuestionnaireKey(text) {
		return sheetKind, nil
	}
	root, found := yamltree.Parse(name, text)
	switch {
	case root == nil && isOfOthers(found):
		return otherFile, nil
	case root == nil:
		return nearlySheet, found
	case root.Kind != yamltree.Mapping:
		return otherFile, nil
	}
	return kindByKeys(name, root)
}

// isJSONSchema reports a description of files, such as the schema of answers that opsfit prints: it names all keys of answers.
func isJSONSchema(text []byte) bool {
	rest, isObject := bytes.CutPrefix(bytes.TrimSpace(text), []byte("{"))
	return isObject && bytes.HasPrefix(bytes.TrimSpace(rest), []byte(`"$schema"`)) && bytes.Contains(rest, []byte("json-schema.org/"))
}

// namesQuestionnaireKey finds the key of answers without parsing, which would take most of the time of a large portfolio.
func namesQuestionnaireKey(text []byte) bool {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		return bytes.Contains(text, []byte("questionnaire")) && bytes.Contains(text, []byte("answers"))
	}
	for line := range bytes.Lines(text) {
		rest, found := bytes.CutPrefix(bytes.TrimLeft(line, `"'`), []byte("questionnaire"))
		if found && bytes.HasPrefix(bytes.TrimLeft(rest, "\"' \t"), []byte(":")) {
			return true
		}
	}
	return false
}

// isOfOthers reports a text that no opsfit writes and nobody means for it: of several documents, or too large for answers.
func isOfOthers(found diag.List) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return slices.Contains([]string{"empty", "second-document", "too-large"}, d.Code)
	})
}

// kindByKeys tells what a file is whose keys could be read.
func kindByKeys(name string, root *yamltree.Node) (fileKind, diag.List) {
	if root.Get("questionnaire") != nil {
		return sheetKind, nil
	}
	for _, entry := range root.Entries {
		meant := meantKey(entry)
		if meant == "" {
			continue
		}
		d := diag.Diagnostic{
			Severity: diag.Error, Code: "unknown-key", File: name, Pos: entry.KeyPos, Length: utf8.RuneCountInString(entry.Key),
			Message: "unknown key " + diag.Quote(entry.Key), Hint: "did you mean " + diag.Quote(meant) + "?",
		}
		if meant == entry.Key {
			d.Code, d.Message, d.Hint = "missing", "the answers name no questionnaire", "write for example questionnaire: full"
		}
		return nearlySheet, diag.List{d}
	}
	return otherFile, nil
}

// meantKey returns the key of answers or of a result that the key of a file without any was probably meant to be; "" for none. A key
// such as "$schema" is that of many other files.
func meantKey(entry yamltree.Entry) string {
	const least = len("questionnaire") / 2 // "quest" is a word of its own
	key := entry.Key
	switch {
	case key == "answers":
		return key
	case key == "questionnaires":
		return "" // of a configuration
	case len(key) > least && diag.Nearest(key, []string{"questionnaire"}) != "":
		return "questionnaire"
	case diag.Nearest(key, []string{"schema"}) != "" && strings.HasPrefix(entry.Value.Text, assessmentFamily):
		return "schema"
	}
	return ""
}
