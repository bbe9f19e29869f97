package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/topics"
)

// makeGroup makes a command that only holds others: it shows its help, and refuses unknown names.
func makeGroup(cmd *cobra.Command, run *runner) {
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return run.showHelp(cmd)
		}
		return run.unknownCommand(cmd, args[0])
	}
}

// unknownCommand refuses a name that is no command. Its hint is the command line that was probably meant.
func (r *runner) unknownCommand(cmd *cobra.Command, name string) error {
	hint := "see " + cmd.CommandPath() + " --help"
	var lines []string
	for _, words := range r.meantCommands(cmd, name) {
		lines = append(lines, r.lineWith(name, words...))
	}
	if len(lines) > 0 {
		hint = "did you mean: " + english.ListWith(lines, "or")
	}
	return usagef("%s has no command %s; %s", cmd.CommandPath(), diag.Quote(name), hint)
}

// meantCommands returns what to write instead of a name that is no command; none where nothing is near.
func (r *runner) meantCommands(cmd *cobra.Command, name string) [][]string {
	var known []string
	var nested [][]string
	for _, child := range cmd.Commands() {
		if child.IsAvailableCommand() {
			known = append(known, child.Name())
		}
		if slices.ContainsFunc(child.Commands(), func(below *cobra.Command) bool { return below.Name() == name }) {
			nested = append(nested, []string{child.Name(), name})
		}
	}
	_, isTopic := topics.Find(name)
	near, file := diag.Nearest(name, known), r.meantFile(name)
	switch {
	case len(nested) > 0:
		return nested
	case near != "":
		return [][]string{{near}}
	case cmd.Name() == "questionnaire" && slices.Contains(shippedIDs(), name):
		return [][]string{{"show", name}}
	case !cmd.HasParent() && slices.Contains(shippedIDs(), name):
		return [][]string{{"assess", "-q", name}}
	case !cmd.HasParent() && isTopic:
		return [][]string{{helpName, name}}
	case !cmd.HasParent() && file != nil:
		return [][]string{file}
	}
	return nil
}

// meantFile returns the command that reads a file or a folder whose name stands where a command belongs; nil for neither.
func (r *runner) meantFile(name string) []string {
	if name == "" {
		return nil
	}
	info, err := os.Stat(r.absolutePath(name))
	switch ending := strings.ToLower(filepath.Ext(name)); {
	case err == nil && info.IsDir():
		return []string{"portfolio", name}
	case ending == ".json":
		return []string{"report", name}
	case err == nil || ending == ".yaml" || ending == ".yml":
		return []string{"assess", "-a", name}
	}
	if full := r.withEnding(name); full != "" {
		return []string{"assess", "-a", full}
	}
	return nil
}

// withEnding returns the name of an existing answers file without its ending, completed; "" for none.
func (r *runner) withEnding(name string) string {
	for _, ending := range []string{".yaml", ".yml", ".json"} {
		if info, err := os.Stat(r.absolutePath(name + ending)); err == nil && info.Mode().IsRegular() {
			return name + ending
		}
	}
	return ""
}

// lineWith returns the command line of this run with other words in place of one, ready to be pasted.
func (r *runner) lineWith(name string, words ...string) string {
	line := []string{"opsfit"}
	at := slices.Index(r.args, name)
	for i, arg := range r.args {
		switch {
		case i == at:
			line = append(line, r.shell().quoteEach(words)...)
		case i != at:
			line = append(line, r.shell().quote(arg))
		}
	}
	if at < 0 {
		line = slices.Insert(line, 1, r.shell().quoteEach(words)...)
	}
	return strings.Join(line, " ")
}

// flagError says what to write in place of a flag that is wrong.
func (r *runner) flagError(cmd *cobra.Command, err error) error {
	if bare, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		value, _ := pflag.UnquoteUsage(bare.GetFlag())
		return usagef("nothing stands after %s; write: opsfit %s %s", r.args[len(r.args)-1], r.shell().quoteWords(r.args), value)
	}
	return r.unknownFlag(cmd, err)
}

// unknownFlag says what an unknown flag may mean: a flag of another command, a flag with a slip, or one behind a command with a
// slip.
func (r *runner) unknownFlag(cmd *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return usageErr(err)
	}
	name, short := unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames() != ""
	if args := cmd.Flags().Args(); cmd.HasSubCommands() && len(args) > 0 {
		return r.unknownCommand(cmd, args[0])
	}
	if cmd.Name() == helpName {
		names := strings.Join(append([]string{"opsfit"}, r.shell().quoteEach(cmd.Flags().Args())...), " ")
		return usagef("opsfit help takes names and no flags; %s --help explains the flags", names)
	}
	if others := r.commandsWith(cmd, name, short); len(others) > 0 {
		if !cmd.HasParent() {
			return usagef("%w; did you mean: %s", err, r.lineWith("", strings.Fields(others[0])[1:]...))
		}
		return usagef("%w; %s, see %s --help", err, haveIt(others), others[0])
	}
	return usagef("%w; %s", err, r.meantFlag(cmd, name, short))
}

// meantFlag is the hint at a flag of this command that was probably meant: one with a slip, or a short one in the other case.
func (r *runner) meantFlag(cmd *cobra.Command, name string, short bool) string {
	typed, near := "--"+name, diag.Nearest(name, flagNames(cmd))
	if short {
		typed, near = "-"+name, swapCase(name)
		if !hasShort(cmd, near) {
			near = ""
		}
	}
	at := slices.IndexFunc(r.args, func(arg string) bool { return arg == typed || strings.HasPrefix(arg, typed+"=") })
	if near == "" || at < 0 {
		return "see " + cmd.CommandPath() + " --help"
	}
	return "did you mean: " + r.lineWith(r.args[at], strings.Replace(r.args[at], name, near, 1))
}

// hasShort reports whether a command has a flag of that letter. Arguments are parsed by bytes, so a letter beyond ASCII comes in parts,
// for which the flag set would panic.
func hasShort(cmd *cobra.Command, letter string) bool {
	return len(letter) == 1 && letter[0] < utf8.RuneSelf && cmd.Flags().ShorthandLookup(letter) != nil
}

// swapCase writes a letter small that is a capital, and the other way round.
func swapCase(letter string) string {
	if small := strings.ToLower(letter); small != letter {
		return small
	}
	return strings.ToUpper(letter)
}

// haveIt names the first of the commands that have a flag.
func haveIt(commands []string) string {
	if len(commands) == 1 {
		return commands[0] + " has it"
	}
	return commands[0] + " has it, among others"
}

// commandsWith returns the other commands that have a flag of that name, in the order of the help.
func (r *runner) commandsWith(cmd *cobra.Command, name string, short bool) []string {
	has := func(other *cobra.Command) bool {
		if short {
			return hasShort(other, name)
		}
		return other.Flags().Lookup(name) != nil
	}
	var found []string
	for _, other := range allCommands(newRoot(&runner{Process: r.Process}, nil)) {
		if other.CommandPath() != cmd.CommandPath() && has(other) {
			found = append(found, other.CommandPath())
		}
	}
	return found
}

// allCommands returns the commands below a command, in the order of the help.
func allCommands(cmd *cobra.Command) []*cobra.Command {
	var list []*cobra.Command
	for _, group := range append(cmd.Groups(), &cobra.Group{}) {
		for _, child := range cmd.Commands() {
			if child.GroupID == group.ID {
				list = append(append(list, child), allCommands(child)...)
			}
		}
	}
	return list
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
	return names
}
