package evidence

import (
	_ "embed" // for programs.txt
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// programsList names programs that no rule about names finds.
//
//go:embed programs.txt
var programsList string

// programs tells the identities of programs from those of people.
type programs struct {
	known map[string]bool
}

// newPrograms reads programs.txt.
func newPrograms() programs {
	p := programs{known: map[string]bool{}}
	for line := range strings.Lines(programsList) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			p.known[line] = true
		}
	}
	return p
}

// isProgram reports whether an identity is that of a program.
func (p programs) isProgram(id gitrepo.Identity) bool {
	return p.isName(id.Name) || p.isAddress(id.Email)
}

// isName reports whether a name is that of a program. A name that only ends in "bot" need not be: Rabot and Talbot are
// people.
func (p programs) isName(name string) bool {
	lower := strings.ToLower(name)
	switch {
	case strings.Contains(lower, "[bot]"):
		return true
	case slices.ContainsFunc(splitWords(lower), func(word string) bool { return word == "bot" || word == "robot" }):
		return true
	case hasCamelBot(name):
		return true
	case name == lower && strings.HasSuffix(name, "bot") && len(splitWords(name)) == 1 && !strings.Contains(name, " "):
		return true
	}
	return p.known[strings.TrimSpace(lower)]
}

// isAddress reports whether an address is that of a program.
func (p programs) isAddress(email string) bool {
	email = withoutNumber(strings.ToLower(email))
	local, _, _ := strings.Cut(email, "@")
	switch {
	case strings.Contains(email, "[bot]"), local == "bot":
		return true
	case slices.ContainsFunc([]string{"-bot", ".bot", "_bot", "robot"}, func(end string) bool { return strings.HasSuffix(local, end) }):
		return true
	case hasPrefix(local, "project_", "group_") && strings.Contains(local, "_bot_"):
		// An access token of GitLab.
		return true
	}
	return p.known[email] || p.known[local+"@"]
}

// nameOf returns what to call a program: its name, or where that is empty the part of its address before the @; "" where
// the name is that of a person.
func (p programs) nameOf(id gitrepo.Identity) string {
	switch {
	case p.isName(id.Name):
		return id.Name
	case strings.TrimSpace(id.Name) == "":
		local, _, _ := strings.Cut(withoutNumber(id.Email), "@")
		return local
	}
	return ""
}

// withoutNumber removes the number that GitHub puts before the name in an address.
func withoutNumber(email string) string {
	if before, after, found := strings.Cut(email, "+"); found && isNumber(before) {
		return after
	}
	return email
}

func splitWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// hasCamelBot reports whether a text has a word such as CodecovBot, which ends in Bot after a small letter.
func hasCamelBot(name string) bool {
	return slices.ContainsFunc(splitWords(name), func(word string) bool {
		before, found := strings.CutSuffix(word, "Bot")
		last, _ := utf8.DecodeLastRuneInString(before)
		return found && before != "" && !unicode.IsUpper(last)
	})
}
