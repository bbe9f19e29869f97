package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// plainCommand is a command of the interview line by line.
type plainCommand struct {
	// key is the shortest form.
	key string
	// words are other forms; a form may have several words.
	words []string
	// text: something may follow, such as a note.
	text bool
}

// plainCommands are the commands, those at a question and those of the review. Capitals do not matter.
func plainCommands() []plainCommand {
	return []plainCommand{
		{"?", []string{"h", "help"}, false},
		{"d", []string{"dont_know", "don't know", "don’t know", "dont know", "i don't know", "i don’t know"}, false},
		{"s", []string{"skip", "skipped"}, false},
		{"x", []string{"not_applicable", "not applicable", "n/a"}, true},
		{"b", []string{"back"}, false},
		{"u", []string{"undo"}, false},
		{"y", []string{"why"}, false},
		{"n", []string{"note"}, true},
		{"e", []string{"evidence"}, true},
		{"o", []string{"overview", "all"}, false},
		{"/", []string{"find"}, true},
		{"w", []string{"save"}, true},
		{"p", []string{"page"}, false},
		{"q", []string{"quit", "exit"}, false},
	}
}

// readCommand returns the key of the command that was typed, and the text behind it; no key for what is no command.
func readCommand(typed string) (key, text string) {
	if text, ok := strings.CutPrefix(typed, "/"); ok {
		return "/", strings.TrimSpace(text)
	}
	for _, command := range plainCommands() {
		for _, form := range append([]string{command.key}, command.words...) {
			if rest, ok := cutWords(typed, form); ok && (rest == "" || command.text) {
				return command.key, rest
			}
		}
	}
	return "", typed
}

// cutWords cuts words from the start of a text, whatever their case and the blanks between them.
func cutWords(text, words string) (rest string, ok bool) {
	for word := range strings.FieldsSeq(words) {
		text = strings.TrimLeft(text, " \t")
		end := strings.IndexAny(text+" ", " \t")
		if !strings.EqualFold(text[:end], word) {
			return "", false
		}
		text = text[end:]
	}
	return strings.TrimSpace(text), true
}

// findOption returns the option that was typed: by its number as shown, its id, its text, or the start of one of these two
// that no other option has; nil for none.
func findOption(question *questionnaire.Question, typed string) *questionnaire.Option {
	shown := question.Shown()
	if n, err := strconv.Atoi(typed); err == nil {
		if n < 1 || n > len(shown) {
			return nil
		}
		return &shown[n-1]
	}
	var begin []*questionnaire.Option
	const shortest = 3 // letters of a start: fewer are typed by mistake
	for i := range shown {
		option := &shown[i]
		text := strings.TrimRight(strings.TrimSpace(option.Text), ".")
		switch {
		case strings.EqualFold(typed, option.ID), strings.EqualFold(typed, text):
			return option
		case len(typed) >= shortest && (hasStart(option.ID, typed) || hasStart(text, typed)):
			begin = append(begin, option)
		}
	}
	if len(begin) != 1 {
		return nil
	}
	return begin[0]
}

// findOptions returns the ids of the options that were typed, with spaces or commas between numbers and commas between other words;
// none for the word none, where no option is called so. wrong is what is no option of the question.
func findOptions(question *questionnaire.Question, typed string) (chosen []string, wrong string) {
	if option := findOption(question, typed); option != nil {
		return []string{option.ID}, ""
	}
	if strings.EqualFold(typed, "none") {
		return noneOf(question), ""
	}
	words := strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
	if strings.Trim(typed, "0123456789, \t") != "" {
		words = strings.Split(typed, ",")
	}
	for _, word := range words {
		option := findOption(question, strings.TrimSpace(word))
		if option == nil {
			return nil, strings.TrimSpace(word)
		}
		if !slices.Contains(chosen, option.ID) {
			chosen = append(chosen, option.ID)
		}
	}
	if len(chosen) == 0 {
		return nil, typed
	}
	return chosen, ""
}

// noneOf is the option that says that nothing applies; no option where there is none.
func noneOf(question *questionnaire.Question) []string {
	for i := range question.Options {
		if question.Options[i].None {
			return []string{question.Options[i].ID}
		}
	}
	return nil
}

// hasStart reports whether a text begins with a start, whatever the case.
func hasStart(text, start string) bool {
	return len(text) >= len(start) && strings.EqualFold(text[:len(start)], start)
}
