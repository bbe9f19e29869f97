package cli

import (
	"path/filepath"
	"strings"
	"unicode"
)

// shellKind tells which shells a printed command is for.
type shellKind int

const (
	// unixShell is any of sh, bash, zsh and fish: words are quoted so that all of them read the same.
	unixShell shellKind = iota
	// commandPrompt is cmd.exe, powerShell is PowerShell. Commands for one are also right in the other, as long as no word has a
	// character that the two read differently.
	commandPrompt
	powerShell
)

// shell is what a person pastes commands into.
type shell struct {
	kind shellKind
	// home is the folder of the person, which Unix shells call ~; "" for none.
	home string
}

// shellOf returns the shell of a person on a system, by its environment: Git Bash and its like set MSYSTEM, and only cmd.exe sets
// PROMPT.
func shellOf(system string, env func(string) string) shell {
	switch {
	case system != "windows" || env("MSYSTEM") != "":
		return shell{kind: unixShell, home: env("HOME")}
	case env("PROMPT") != "":
		return shell{kind: commandPrompt}
	}
	return shell{kind: powerShell}
}

func (r *runner) shell() shell { return shellOf(r.System, r.Env) }

// isOfWindows reports a shell that knows neither # behind a command nor \ at the end of a line in the way of Unix.
func (s shell) isOfWindows() bool { return s.kind != unixShell }

// canRedirect reports a shell that hands a file to a program by <. PowerShell has no such sign, and its pipe changes letters beyond
// ASCII on the way.
func (s shell) canRedirect() bool { return s.kind != powerShell }

// quote quotes a word for the shell, which hands it to the program as it is.
func (s shell) quote(word string) string {
	if s.isOfWindows() {
		return s.quoteForWindows(word)
	}
	return quoteForUnix(word)
}

// quotePath quotes the name of a file. One below the home of the person begins with ~, which keeps the names of drafts on one line
// of a terminal.
func (s shell) quotePath(path string) string {
	rest, below := strings.CutPrefix(path, s.home+"/")
	if below && rest != "" && !s.isOfWindows() && filepath.IsAbs(s.home) {
		return "~/" + s.quote(rest)
	}
	return s.quote(path)
}

// quoteEach quotes words.
func (s shell) quoteEach(words []string) []string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = s.quote(word)
	}
	return quoted
}

// quoteWords quotes words as one command line.
func (s shell) quoteWords(words []string) string { return strings.Join(s.quoteEach(words), " ") }

const lettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// quoteForUnix puts what the shells would read as theirs in single quotes. A backslash stands outside of them, since fish reads one
// within as an escape; so does a quote.
func quoteForUnix(word string) string {
	const plain = lettersAndDigits + "_./-+,:@%="
	const special = "=%" // at the start of a word: zsh reads =ls as a path, fish %self as its process
	if word != "" && strings.Trim(word, plain) == "" && !strings.Contains(special, word[:1]) {
		return word
	}
	return "'" + strings.NewReplacer("'", `'\''`, `\`, `'\\'`).Replace(word) + "'"
}

// quoteForWindows puts what either shell would read as its own in double quotes, which both know. The two agree on no form for the
// characters that PowerShell reads within these and for those that cmd.exe does: such a word is quoted for the shell in use.
func (s shell) quoteForWindows(word string) string {
	const (
		plain     = lettersAndDigits + `_./\-+:=`
		toPower   = "$`\"\u201c\u201d\u201e" // PowerShell takes typographic quotes for quotes
		toCommand = `%"`
	)
	switch {
	case word != "" && strings.Trim(word, plain) == "" && !isSplitByPowerShell(word):
		return word
	case s.kind == powerShell && strings.ContainsAny(word, toPower):
		return quoteForPowerShell(word)
	case s.kind == commandPrompt && strings.ContainsAny(word, toCommand):
		return quoteForCommandPrompt(word)
	}
	return asArgument(word)
}

// isSplitByPowerShell reports a word that PowerShell takes for a parameter and its value.
func isSplitByPowerShell(word string) bool {
	return strings.HasPrefix(word, "-") && strings.ContainsAny(word, ".:")
}

// asArgument writes a word in double quotes as programs on Windows read their command line: backslashes count only before a
// quote, also before the last one.
func asArgument(word string) string {
	var b strings.Builder
	b.WriteByte('"')
	backslashes := 0
	for _, c := range word {
		if c == '"' {
			b.WriteString(strings.Repeat(`\`, backslashes+1))
		}
		if backslashes++; c != '\\' {
			backslashes = 0
		}
		b.WriteRune(c)
	}
	b.WriteString(strings.Repeat(`\`, backslashes) + `"`)
	return b.String()
}

// quoteForPowerShell writes a word in single quotes, within which nothing but quotes is read. Windows PowerShell hands double
// quotes to a program as they are, so these are escaped for the program.
func quoteForPowerShell(word string) string {
	escaped := strings.TrimSuffix(strings.TrimPrefix(asArgument(word), `"`), `"`)
	return "'" + strings.NewReplacer("'", "''", "\u2018", "\u2018\u2018", "\u2019", "\u2019\u2019", "\u201a", "\u201a\u201a",
		"\u201b", "\u201b\u201b").Replace(escaped) + "'"
}

// quoteForCommandPrompt escapes everything that cmd.exe would read, the quotes that the program reads included: within quotes it
// still puts in variables between %.
func quoteForCommandPrompt(word string) string {
	var b strings.Builder
	for _, c := range asArgument(word) {
		if c < unicode.MaxASCII && strings.ContainsRune(`"%^&|<>()!`, c) {
			b.WriteByte('^')
		}
		b.WriteRune(c)
	}
	return b.String()
}
