package testarchive

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// encode returns a file in the form of the archive: quoted if txtar would not preserve its bytes.
func encode(name, text string) txtar.File {
	plain := txtar.File{Name: name, Data: []byte(text)}
	again := txtar.Parse(txtar.Format(&txtar.Archive{Files: []txtar.File{plain}}))
	if len(again.Files) == 1 && string(again.Files[0].Data) == text && utf8.ValidString(text) && !strings.ContainsAny(text, "\r\x00\x1b") {
		return plain
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strconv.Quote(line) + "\n")
	}
	return txtar.File{Name: name + quoted, Data: []byte(b.String())}
}

// unquote joins the Go string literals of a text, one a line.
func unquote(text string) ([]byte, error) {
	var joined []byte
	for line := range strings.Lines(text) {
		part, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			return nil, fmt.Errorf("%s is no Go string literal", line)
		}
		joined = append(joined, part...)
	}
	return joined, nil
}

// edit applies an edit to base.yaml. As in a diff, a line that starts with "-" is replaced by those with "+", and one
// with a blank stays; lines with "#" before the first of them are a comment, and "@@" separates two edits. The old
// lines of an edit must occur in the base exactly once.
func edit(files *txtar.Archive, text string) ([]byte, error) {
	at := slices.IndexFunc(files.Files, func(f txtar.File) bool { return f.Name == base })
	if at < 0 {
		return nil, fmt.Errorf("an edit needs the file %s before it", base)
	}
	result := string(files.Files[at].Data)
	for place := range strings.SplitSeq(text, "@@\n") {
		before, after, err := sides(place)
		if err != nil {
			return nil, err
		}
		if found := strings.Count("\n"+result, "\n"+before); before == "" || found != 1 {
			return nil, fmt.Errorf("the base has these lines %d times:\n%s", found, before)
		}
		result = strings.TrimPrefix(strings.Replace("\n"+result, "\n"+before, "\n"+after, 1), "\n")
	}
	return []byte(result), nil
}

// sides returns the old and the new lines of one edit.
func sides(place string) (before, after string, err error) {
	for line := range strings.Lines(place) {
		switch {
		case line[0] == '-':
			before += line[1:]
		case line[0] == '+':
			after += line[1:]
		case line[0] == ' ':
			before, after = before+line[1:], after+line[1:]
		case line[0] != '#' || before+after != "":
			return "", "", errors.New("a line of an edit starts with -, + or a blank, not so: " + line)
		}
	}
	return before, after, nil
}
