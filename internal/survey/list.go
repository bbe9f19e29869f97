package survey

import (
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// list are the options of a question of which several may apply.
type list struct {
	question        *questionnaire.Question
	chosen, unknown map[string]bool
	left            map[string]string
	// said: something was said of an option, even if it was not chosen.
	said bool
}

func newList(question *questionnaire.Question) *list {
	return &list{question: question, chosen: map[string]bool{}, unknown: map[string]bool{}, left: map[string]string{}}
}

// answer puts the options into the order of the questionnaire.
func (l *list) answer() *answers.List {
	list := &answers.List{}
	for i := range l.question.Options {
		id := l.question.Options[i].ID
		reason, left := l.left[id]
		switch {
		case l.chosen[id]:
			list.Options = append(list.Options, id)
		case l.unknown[id]:
			list.Unknown = append(list.Unknown, id)
		case left:
			list.NotApplicable = append(list.NotApplicable, answers.LeftOut{Option: id, Reason: reason})
		}
	}
	return list
}

// readList reads a cell with all options that apply.
func (r *reader) readList(c *column, text string, at place, answer *answers.Answer) {
	choices := r.headers.options[c.question]
	if _, found := choices.find(text); !found && r.readStatus(choices, text, answer) {
		return
	}
	list := newList(c.question)
	parts := splitChoices(choices, text)
	for _, part := range parts {
		option, found := choices.find(part)
		switch {
		case found:
			list.chosen[option.ID] = true
		case isNothing(letters(plain(part))) && len(parts) == 1:
			list.said = true
			if none := c.question.NoneOption(); none != nil {
				list.chosen[none.ID] = true
			}
		case isOther(letters(plain(part))):
		default:
			r.unknownChoice(c, part, at)
		}
	}
	r.settleList(tick{column: c, text: text, at: at}, list, answer)
}

// splitChoices cuts a cell at its separators into the names of options. Names hold separators themselves, so the longest one
// that begins at a place is taken where the rest can be cut, too; what is no name ends at the next separator.
func splitChoices(choices *choices, text string) []string {
	pieces := piecesOf(text)
	// names[i] is the number of pieces of the name that begins at piece i, or 1 for what is no name; unknown[i] how many pieces from
	// there on are no names.
	names, unknown := make([]int, len(pieces)+1), make([]int, len(pieces)+1)
	for i := len(pieces) - 1; i >= 0; i-- {
		names[i], unknown[i] = 1, unknown[i+1]+1
		for n := min(choices.parts+1, len(pieces)-i); n > 0; n-- {
			if unknown[i+n] >= unknown[i] {
				continue
			}
			if _, found := choices.find(text[pieces[i].start:pieces[i+n-1].end]); found {
				names[i], unknown[i] = n, unknown[i+n]
			}
		}
	}
	var parts []string
	for i := 0; i < len(pieces); i += names[i] {
		if part := trim(text[pieces[i].start:pieces[i+names[i]-1].end]); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// piece is what stands between two separators.
type piece struct{ start, end int }

func piecesOf(text string) []piece {
	var pieces []piece
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || strings.IndexByte(separators, text[i]) >= 0 {
			if trim(text[start:i]) != "" {
				pieces = append(pieces, piece{start, i})
			}
			start = i + 1
		}
	}
	return pieces
}
