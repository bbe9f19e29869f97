package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
)

// help is what the help and the manual page of a command say beside its flags.
type help struct {
	// usage are the ways to call the command; the flags are listed apart.
	usage page.Commands
	// examples work as they stand; the first is the one to begin with.
	examples page.Commands
	// about says in a few paragraphs what the command does and where its output goes.
	about []string
	// exits are its exit codes; nil for those of a command that reads files.
	exits []int
	// topics are the help topics that say more.
	topics []string
}

// addHelp keeps the help of a command for whoever asks for it.
func (r *runner) addHelp(cmd *cobra.Command, h help) *cobra.Command {
	if r.helps == nil {
		r.helps = map[*cobra.Command]help{}
	}
	r.helps[cmd] = h
	return cmd
}

// showHelp writes the help of a command to standard output.
func (r *runner) showHelp(cmd *cobra.Command) error {
	return text.Write(cmd.OutOrStdout(), pages.CommandHelp(r.describeCommand(cmd)), r.outOptions())
}

// showHelpFor is showHelp for --help, which may stand behind a command with a slip.
func (r *runner) showHelpFor(cmd *cobra.Command) error {
	if args := cmd.Flags().Args(); cmd.HasSubCommands() && len(args) > 0 {
		return r.unknownCommand(cmd, args[0])
	}
	return r.showHelp(cmd)
}

// describeCommand collects what the help and the manual page of a command are made from.
func (r *runner) describeCommand(cmd *cobra.Command) *pages.Help {
	h := r.helps[cmd]
	exits := h.exits
	if exits == nil {
		exits = usualExits()
	}
	return &pages.Help{
		Name: cmd.CommandPath(), Short: english.Lower(cmd.Short), Usage: h.usage, Examples: h.examples, About: h.about,
		Commands: listCommands(cmd), Flags: listFlags(cmd), Exits: describeExits(exits), See: topicsToSee(h.topics),
	}
}

// listCommands returns the commands below a command: by group, then those without one.
func listCommands(cmd *cobra.Command) []pages.HelpGroup {
	var groups []pages.HelpGroup
	for _, group := range append(cmd.Groups(), &cobra.Group{Title: "Commands"}) {
		var items []page.Fact
		for _, child := range cmd.Commands() {
			if child.GroupID == group.ID && (child.IsAvailableCommand() || child.Name() == helpName) {
				items = append(items, page.Fact{Label: child.Name(), Value: english.Lower(child.Short)})
			}
		}
		if len(items) > 0 {
			groups = append(groups, pages.HelpGroup{Title: group.Title, Items: items})
		}
	}
	if !cmd.HasParent() {
		groups = append(groups, listTopics())
	}
	return groups
}
