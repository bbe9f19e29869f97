package page

import (
	"strings"
	"unicode/utf8"
)

// Commands are command lines that can be pasted as they stand.
type Commands []Command

// Command is one command line, and what it does in a few words; empty where nothing need be said.
type Command struct{ Line, Note string }

func (Commands) block() {}

// Lines returns the command lines, each with its note as a comment of the shell, all in one column.
func (c Commands) Lines() []string {
	column := c.column()
	lines := make([]string, len(c))
	for i, command := range c {
		lines[i] = command.Line
		if command.Note != "" {
			lines[i] += strings.Repeat(" ", column-utf8.RuneCountInString(command.Line)) + "# " + command.Note
		}
	}
	return lines
}

// column is where the notes begin: behind the longest line that has one.
func (c Commands) column() int {
	column := 0
	for _, command := range c {
		if command.Note != "" {
			column = max(column, utf8.RuneCountInString(command.Line)+2)
		}
	}
	return column
}
