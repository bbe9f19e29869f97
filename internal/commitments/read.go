package commitments

import (
	"strconv"
	"strings"
	"time"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Schema names the form of a file with commitments.
const Schema = "opsfit.commitments/v1"

// mostEntries limits a file: nobody keeps more promises about one service, and each is judged on its own.
const mostEntries = 200

// File is a file with commitments that was read and not yet held against answers.
type File struct {
	// Subject is the service, and Questionnaire the id of the questionnaire; empty when not stated.
	Subject, Questionnaire string

	name    string
	form    diag.List
	reader  *yamltree.Reader
	fields  yamltree.Fields
	entries []placedEntry
}

// Entry is one promise. Question, From and To are ids of the questionnaire as they are today, or status words.
type Entry struct {
	Item, Question, From, To string
	// Owner is who carries it out, AgreedBy who agreed to it; Due is the last day, Added the day it was written down.
	Owner, Due, AgreedBy, Note, Added string
	// Withdrawn is why it was taken back; empty for any other.
	Withdrawn string
}

// placedEntry is an entry with its place in the file.
type placedEntry struct {
	Entry

	fields yamltree.Fields
	node   *yamltree.Node
}

// Parse reads the form of a file, YAML or JSON. When nothing can be read from it the file is nil and the diagnostics say why; otherwise
// Check reports what is wrong, the form included.
func Parse(name string, source []byte) (*File, diag.List) {
	root, found := yamltree.Salvage(name, source)
	if root == nil {
		return nil, found
	}
	file := &File{name: name, form: found, reader: yamltree.NewReader(name)}
	file.fields = file.reader.Fields(root, "commitments file", "schema", "subject", "questionnaire", "commitments")
	file.Subject, file.Questionnaire = file.fields.Text("subject"), file.fields.Text("questionnaire")
	if schema := file.fields.Text("schema"); schema != "" && schema != Schema {
		file.fields.Errorf("schema", "other-schema", "write "+Schema, "%s is not the form of commitments", diag.Quote(schema))
	}
	if root.Kind == yamltree.Mapping && !file.fields.Has("commitments") {
		file.fields.Require("commitments")
	}
	file.readEntries()
	return file, nil
}

func (f *File) readEntries() {
	items := f.fields.Items("commitments")
	if len(items) > mostEntries {
		f.reader.Errorf(items[mostEntries].Pos, 1, "too-many", "take out those that are done or withdrawn",
			"there are %d commitments, more than %d", len(items), mostEntries)
		return
	}
	for i, item := range items {
		f.entries = append(f.entries, f.readEntry(item, labelOf(i)))
	}
}

func labelOf(index int) string { return "commitment " + strconv.Itoa(index+1) }

func (f *File) readEntry(item *yamltree.Node, label string) placedEntry {
	if item.Kind == yamltree.Null {
		f.reader.Errorf(item.Pos, 1, "missing", "remove it", "%s is empty", label)
		return placedEntry{node: item}
	}
	fields := f.reader.Fields(item, label,
		"item", "question", "from", "to", "owner", "due", "agreed_by", "note", "added", "withdrawn")
	fields.Require("item", "question", "from", "to")
	entry := placedEntry{fields: fields, node: item}
	entry.Entry = Entry{
		Item: fields.Text("item"), Question: fields.Text("question"),
		From: f.readWord(fields, "from"), To: f.readWord(fields, "to"),
		Owner: fields.Text("owner"), Due: readDay(fields, "due"), AgreedBy: fields.Text("agreed_by"), Note: fields.Text("note"),
		Added: readDay(fields, "added"), Withdrawn: strings.TrimSpace(fields.Text("withdrawn")),
	}
	if node := fields.Node("withdrawn"); node != nil && entry.Withdrawn == "" {
		fields.Errorf("withdrawn", "missing", "say why, or remove the key", "%s has no reason", diag.Quote("withdrawn"))
	}
	return entry
}

// readWord reads an answer: a word or, of a question with all that apply, a list of options.
func (f *File) readWord(fields yamltree.Fields, key string) string {
	node := fields.Node(key)
	if node == nil || node.Kind != yamltree.Sequence {
		return fields.Text(key)
	}
	if len(node.Items) == 0 {
		return "[]"
	}
	return strings.Join(fields.Texts(key), "+")
}

func readDay(fields yamltree.Fields, key string) string {
	text := fields.Text(key)
	if text == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		fields.Errorf(key, "bad-date", "write it as year-month-day, for example 2026-11-22", "%s: %s is not a date", key, diag.Quote(text))
		return ""
	}
	return text
}

// Entries are the promises in the order of the file.
func (f *File) Entries() []Entry {
	var list []Entry
	for i := range f.entries {
		list = append(list, f.entries[i].Entry)
	}
	return list
}
