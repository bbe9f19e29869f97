package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// commands writes command lines with their notes beside them or, where one of them has no room for that, above them. A line
// that is too long goes on in the next one, as a shell of Unix reads it.
func (w *writer) commands(indent int, commands page.Commands) {
	width := w.width - indent
	if lines := commands.Lines(); fit(lines, width) && !w.bareCommands {
		for _, line := range lines {
			w.line(strings.Repeat(" ", indent) + w.visible(line))
		}
		return
	}
	for _, command := range commands {
		for _, line := range english.Wrap(w.visible(command.Note), width-len("# ")) {
			w.line(strings.Repeat(" ", indent) + w.paint(faint, "# "+line))
		}
		lines := []string{w.visible(command.Line)}
		if !w.bareCommands {
			lines = brokenCommand(lines[0], width)
		}
		for _, line := range lines {
			w.line(strings.Repeat(" ", indent) + line)
		}
	}
}

func fit(lines []string, width int) bool {
	for _, line := range lines {
		if ansi.StringWidth(line) > width {
			return false
		}
	}
	return true
}

// brokenCommand breaks a command line between its words, but not between a flag and its value. What stands in quotes is one word.
func brokenCommand(command string, width int) []string {
	const more, deeper = " \\", "    "
	if ansi.StringWidth(command) <= width {
		return []string{command}
	}
	var lines []string
	line := ""
	for _, word := range withValues(shellWords(command), width-len(deeper+more)) {
		switch {
		case line == "":
			line = word
		case ansi.StringWidth(line+" "+word+more) <= width:
			line += " " + word
		default:
			lines = append(lines, line+more)
			line = deeper + word
		}
	}
	return append(lines, line)
}

// shellWords splits a command line at blanks outside of quotes.
func shellWords(command string) []string {
	var quote rune
	return strings.FieldsFunc(command, func(r rune) bool {
		switch {
		case quote == 0 && (r == '\'' || r == '"'):
			quote = r
		case r == quote:
			quote = 0
		}
		return r == ' ' && quote == 0
	})
}

// withValues joins flags with the words behind them, where they have room on one line.
func withValues(words []string, width int) []string {
	var joined []string
	for _, word := range words {
		last := len(joined) - 1
		isValue := last >= 0 && strings.HasPrefix(joined[last], "-") && !strings.ContainsAny(joined[last], " =") && !strings.HasPrefix(word, "-")
		if isValue && ansi.StringWidth(joined[last]+" "+word) <= width {
			joined[last] += " " + word
		} else {
			joined = append(joined, word)
		}
	}
	return joined
}
