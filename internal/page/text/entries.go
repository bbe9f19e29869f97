package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

// widestID is the widest column of ids: the longest shipped one and two blanks.
const widestID = 20

// entries puts each question beside its id, and below it what was answered beside what that counts; an answer without its question
// stands beside the id, in a list without empty lines.
func (w *writer) entries(indent int, entries []page.Entry) {
	width, apart := 0, false
	for _, entry := range entries {
		width = max(width, ansi.StringWidth(w.oneLine(entry.ID))+2)
		apart = apart || entry.Answer != "" && entry.Prompt != ""
	}
	for i := range entries {
		if i > 0 && apart {
			w.blank()
		}
		w.entry(indent, min(width, widestID), &entries[i])
	}
}

func (w *writer) entry(indent, width int, entry *page.Entry) {
	id := label{indent: indent, width: width, style: faint, text: entry.ID}
	if entry.ID == "" {
		id.width, id.text = 2, w.bullet
	}
	if entry.Prompt == "" {
		w.labelled(id, answerStyle(entry), withWorth(entry))
	} else {
		prompt := faint
		if entry.Answer == "" {
			prompt = plain
		}
		w.labelled(id, prompt, entry.Prompt)
		w.answer(id, entry)
	}
	for i := range entry.Remarks {
		w.remark(w.under(id), &entry.Remarks[i])
	}
}

func answerStyle(entry *page.Entry) style {
	if entry.Open {
		return strong
	}
	return plain
}

// withWorth puts what the answer counts behind it.
func withWorth(entry *page.Entry) string {
	switch worth := strings.Join(entry.Worth, ", "); {
	case worth == "":
		return entry.Answer
	case entry.Answer == "":
		return worth
	default:
		return entry.Answer + " (" + worth + ")"
	}
}

// answer puts what the answer counts below the id where there is room, else behind the answer.
func (w *writer) answer(id label, entry *page.Entry) {
	worth, indent := strings.Join(entry.Worth, ", "), w.under(id)
	switch beside := indent == id.indent+id.width && ansi.StringWidth(w.oneLine(worth))+2 <= id.width; {
	case entry.Answer == "" && worth == "":
	case worth != "" && beside && entry.Answer != "":
		w.labelled(label{indent: id.indent, width: id.width, style: faint, text: worth}, answerStyle(entry), entry.Answer)
	default:
		w.text(indent, answerStyle(entry), withWorth(entry))
	}
}

// remark keeps the lines of what somebody said.
func (w *writer) remark(indent int, remark *page.Remark) {
	var l label
	if remark.Label != "" {
		l = label{indent: indent, width: ansi.StringWidth(w.oneLine(remark.Label)) + 2, style: faint, text: remark.Label + ":"}
		indent = w.under(l)
	}
	var lines []string
	for line := range strings.SplitSeq(spoken(remark), "\n") {
		lines = append(lines, w.wrapped(page.Said(line).String(), w.width-indent)...)
	}
	if remark.Label != "" {
		w.labelledLines(l, plain, lines)
		return
	}
	for _, line := range lines {
		w.line(strings.Repeat(" ", indent) + line)
	}
}

// spoken returns the text of a remark, with the address of a link: terminals make links of addresses.
func spoken(remark *page.Remark) string {
	said := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(remark.Text))
	switch {
	case remark.Address == "":
		return said
	case strings.Contains(remark.Address, said):
		return remark.Address
	}
	return said + " (" + remark.Address + ")"
}
