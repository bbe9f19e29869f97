package commitments

import (
	"bytes"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Proposal is a promise to add, with the words that people read beside its ids.
type Proposal struct {
	Entry

	Title, QuestionTitle, FromText, ToText string
}

// Head is what a new file begins with.
type Head struct {
	Subject, Questionnaire string
}

// New writes a file with proposals.
func New(head Head, proposals []Proposal) []byte {
	var b strings.Builder
	b.WriteString(`# What was promised about this service. Complete each entry with who does it (owner) and the last day (due),
# and review the file like code. An entry that is taken back stays, with a reason: withdrawn: "why".
schema: ` + Schema + "\n")
	if head.Subject != "" {
		b.WriteString("subject: " + yamltree.Quote(head.Subject) + "\n")
	}
	b.WriteString("questionnaire: " + yamltree.Quote(head.Questionnaire) + "\n\ncommitments:\n")
	b.WriteString(lines(proposals, "  ", "\n"))
	return []byte(b.String())
}

// lines are entries of a list whose dashes stand behind an indent.
func lines(proposals []Proposal, indent, end string) string {
	var b strings.Builder
	for i := range proposals {
		p := &proposals[i]
		for n, line := range []string{
			"item: " + yamltree.Quote(p.Item) + comment(p.Title),
			"question: " + yamltree.Quote(p.Question) + comment(p.QuestionTitle),
			"from: " + word(p.From) + comment(p.FromText),
			"to: " + word(p.To) + comment(p.ToText),
			"owner:", "due:", "agreed_by:", "note:",
			"added: " + p.Added,
		} {
			mark := "  "
			if n == 0 {
				mark = "- "
			}
			b.WriteString(indent + mark + line + end)
		}
	}
	return b.String()
}

// word writes a list of options as a list.
func word(text string) string {
	if text == "[]" || !strings.Contains(text, "+") {
		return strings.ReplaceAll(yamltree.Quote(text), `"[]"`, "[]")
	}
	parts := strings.Split(text, "+")
	for i := range parts {
		parts[i] = yamltree.Quote(parts[i])
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// comment shows a text on one line; nothing of it can end the line.
func comment(text string) string {
	if text == "" {
		return ""
	}
	return "  # " + strings.Join(strings.Fields(diag.Visible(text)), " ")
}

// Missing are the proposals that the file does not have yet, whatever became of those that it has.
func (f *File) Missing(proposals []Proposal) []Proposal {
	return slices.DeleteFunc(slices.Clone(proposals), func(p Proposal) bool {
		return slices.ContainsFunc(f.entries, func(e placedEntry) bool { return e.Item == p.Item && e.Question == p.Question })
	})
}

// Add returns the text of the file with proposals behind the entries that it has; every line of it stays as it is. It refuses a list
// that is written in one line, and one behind which nothing can be added without a doubt.
func (f *File) Add(source []byte, proposals []Proposal) ([]byte, error) {
	node := f.fields.Node("commitments")
	added, ok := f.insert(source, node, proposals)
	if !ok || !f.isKept(added, proposals) {
		return nil, diag.List{{
			Severity: diag.Error, Code: "list-in-line", File: f.name, Pos: node.Pos, Length: node.Length(),
			Message: "nothing can be added to the list of commitments as it is written here",
			Hint:    "write each commitment on lines of its own, beginning with a dash",
		}}
	}
	return added, nil
}

// isKept reports that a changed text has the same entries as the file, and the proposals behind them.
func (f *File) isKept(text []byte, proposals []Proposal) bool {
	again, found := Parse(f.name, text)
	if again == nil || found.HasErrors() || len(again.entries) != len(f.entries)+len(proposals) {
		return false
	}
	want := f.written()
	for i := range proposals {
		want = append(want, proposals[i].Entry)
	}
	return slices.Equal(want, again.written()) && again.Subject == f.Subject && again.Questionnaire == f.Questionnaire
}

// written are the entries as they stand in the file, with earlier ids where it has them.
func (f *File) written() []Entry {
	list := f.Entries()
	for i := range list {
		fields := f.entries[i].fields
		list[i].Question, list[i].From, list[i].To = fields.Text("question"), f.readWord(fields, "from"), f.readWord(fields, "to")
	}
	return list
}

// insert puts the proposals behind the last entry; ok is false where the list is not written in lines.
func (f *File) insert(source []byte, node *yamltree.Node, proposals []Proposal) (text []byte, ok bool) {
	all := bytes.SplitAfter(source, []byte("\n"))
	end := "\n"
	if bytes.HasSuffix(all[0], []byte("\r\n")) {
		end = "\r\n"
	}
	at, indent := f.endOfList(all), "  "
	switch {
	case node.Kind == yamltree.Sequence && len(node.Items) > 0:
		if indent, ok = indentOf(all, node.Items[len(node.Items)-1]); !ok {
			return nil, false
		}
	case node.Kind == yamltree.Sequence:
		line := all[node.Pos.Line-1]
		if bytes.Count(line, []byte("[]")) != 1 {
			return nil, false
		}
		all[node.Pos.Line-1] = bytes.Replace(line, []byte(" []"), nil, 1)
	}
	if last := all[at-1]; len(last) > 0 && !bytes.HasSuffix(last, []byte("\n")) {
		all[at-1] = append(bytes.Clone(last), end...)
	}
	return slices.Concat(bytes.Join(all[:at], nil), []byte(lines(proposals, indent, end)), bytes.Join(all[at:], nil)), true
}

// endOfList is how many lines of the file come before what follows the list: all of them, or those up to the last one with an entry
// before the next key.
func (f *File) endOfList(all [][]byte) int {
	start, next := f.listLines()
	if next == 0 {
		at := len(all)
		for at > start && len(bytes.TrimSpace(all[at-1])) == 0 {
			at--
		}
		return at
	}
	at := next - 1
	for at > start && isBlank(all[at-1]) {
		at--
	}
	return at
}

// isBlank reports a line without content: what people wrote above a key belongs to that.
func isBlank(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) == 0 || line[0] == '#'
}

// listLines are the line of the key of the list, and that of the key that follows; 0 for none.
func (f *File) listLines() (start, next int) {
	for _, entry := range f.fields.Entries() {
		switch line := entry.KeyPos.Line; {
		case entry.Key == "commitments":
			start = line
		case start > 0 && next == 0:
			next = line
		}
	}
	return start, next
}

// indentOf is what stands before the dash of an entry; ok is false where that is not white space alone.
func indentOf(all [][]byte, item *yamltree.Node) (indent string, ok bool) {
	line := all[item.Pos.Line-1]
	before, _, found := bytes.Cut(line, []byte("-"))
	return string(before), found && len(bytes.TrimSpace(before)) == 0
}
