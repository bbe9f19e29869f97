package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/diag"
)

// commandLine is the command of a run as a person would type it again, without the flags about where the report goes and how
// it looks there.
type commandLine struct {
	// name is the command without the program, such as "questionnaire lint".
	name      string
	arguments []string
	flags     []typedFlag
	// shell is what it is typed into.
	shell shell
	// piped: something came through a pipe, so the same words read something else.
	piped bool
}

// typedFlag is a flag with the words that set it.
type typedFlag struct {
	name  string
	words []string
}

// lookFlags are about where a report goes and how it looks there.
func lookFlags() []string {
	return []string{"output", "format", "open", "full", "plain", "color", "ascii"}
}

// interviewFlagNames are the flags that start an interview; without them its answers are read from a file.
func interviewFlagNames() []string {
	return []string{"answers", "from", "plain", "save", "resume", "fresh", "edit", "service", "team", "role"}
}

// commandLineOf returns the command line of a run by a person who uses that shell.
func commandLineOf(cmd *cobra.Command, used shell) commandLine {
	_, name, _ := strings.Cut(cmd.CommandPath(), " ")
	c := commandLine{name: name, shell: used, arguments: cmd.Flags().Args()}
	cmd.Flags().Visit(func(flag *pflag.Flag) {
		if !slices.Contains(lookFlags(), flag.Name) {
			c.flags = append(c.flags, typedFlag{flag.Name, wordsOf(flag)})
		}
	})
	c.piped = readsPipe(cmd) || slices.Contains(c.arguments, "-")
	return c
}

// readsPipe reports whether the answers come through a pipe: none are named, or the name says so.
func readsPipe(cmd *cobra.Command) bool {
	answers, from := cmd.Flags().Lookup("answers"), cmd.Flags().Lookup("from")
	if answers == nil {
		return false
	}
	file := answers.Value.String()
	if from != nil {
		file = cmp.Or(file, from.Value.String())
	}
	return file == "" || file == "-"
}

// wordsOf returns the words that set a flag, with its short name where it has one.
func wordsOf(flag *pflag.Flag) []string {
	name := "--" + flag.Name
	if flag.Shorthand != "" {
		name = "-" + flag.Shorthand
	}
	values := []string{flag.Value.String()}
	if list, ok := flag.Value.(pflag.SliceValue); ok {
		values = list.GetSlice()
	}
	var words []string
	for _, value := range values {
		switch {
		case flag.NoOptDefVal == "":
			words = append(words, name, value)
		case value == flag.NoOptDefVal:
			words = append(words, name)
		default:
			words = append(words, name+"="+value)
		}
	}
	return words
}

// withAnswers returns the command that reads the answers of an interview from the file where they were saved. That file names the
// questionnaire; found: by an id that is enough to find it.
func (c commandLine) withAnswers(file string, found bool) commandLine {
	flags := slices.DeleteFunc(slices.Clone(c.flags), func(f typedFlag) bool {
		return slices.Contains(interviewFlagNames(), f.name) || found && f.name == "questionnaire"
	})
	c.flags = append([]typedFlag{{"answers", []string{"-a", file}}}, flags...)
	c.piped = false
	return c
}

// of returns another command that reads the same, with only the flags that are named.
func (c commandLine) of(name string, flags ...string) commandLine {
	c.name = name
	c.flags = slices.DeleteFunc(slices.Clone(c.flags), func(f typedFlag) bool { return !slices.Contains(flags, f.name) })
	return c
}

// writing returns the command that writes these files; only its flags where it cannot be repeated.
func (c commandLine) writing(files ...string) string {
	words := make([]string, 0, 2*len(files))
	for _, file := range files {
		words = append(words, "-o", file)
	}
	if !c.isRepeatable() {
		return c.shell.quoteWords(words)
	}
	return c.String() + " " + c.shell.quoteWords(words)
}

// isRepeatable reports whether the same words do the same again. Control characters do not survive being pasted.
func (c commandLine) isRepeatable() bool { return !c.piped && diag.Visible(c.String()) == c.String() }

// namesAnswers reports whether the command can be repeated and names a file of answers, which another command can take.
func (c commandLine) namesAnswers() bool {
	return c.isRepeatable() && slices.ContainsFunc(c.flags, func(f typedFlag) bool { return f.name == "answers" })
}

// String returns the command, quoted for a shell.
func (c commandLine) String() string {
	words := slices.Clone(c.arguments)
	if slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, "-") && word != "-" }) {
		words = append([]string{"--"}, words...)
	}
	var flags []string
	for _, flag := range c.flags {
		flags = append(flags, flag.words...)
	}
	line := []string{"opsfit " + c.name}
	for _, word := range append(flags, words...) {
		line = append(line, c.shell.quotePath(word))
	}
	return strings.Join(line, " ")
}
