package cli

import (
	"cmp"
	"slices"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/topics"
)

// helpName is the command that shows the help of all others, and the help topics.
const helpName = "help"

// newHelp shows help; unlike cobra's own command it knows topics, and refuses what it does not know.
func newHelp(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:   helpName,
		Short: "Show the help of a command, or a help topic",
		RunE:  func(cmd *cobra.Command, args []string) error { return run.help(cmd.Root(), args) },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return completeHelp(cmd.Root(), args), cobra.ShellCompDirectiveNoFileComp
		},
	}
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit help [COMMAND]..."}, {Line: "opsfit help TOPIC"}},
		examples: page.Commands{
			{Line: "opsfit help assess"},
			{Line: "opsfit help questionnaire show"},
			{Line: "opsfit help gates", Note: "a topic; opsfit help lists all"},
		},
		about: []string{"Shows on standard output how a command is used, what it does and its flags, or explains a topic."},
		exits: plainExits(),
	})
}

// help shows the help of a command, a topic, or both where they have one name.
func (r *runner) help(root *cobra.Command, names []string) error {
	found, rest, err := root.Find(names)
	isCommand := err == nil && len(rest) == 0
	if len(names) == 1 {
		if topic, isTopic := topics.Find(names[0]); isTopic {
			return r.showTopic(topic, found, isCommand)
		}
	}
	if !isCommand {
		return r.unknownHelp(found, names[len(names)-max(len(rest), 1)])
	}
	return r.showHelp(found)
}

// showTopic writes a topic, behind the help of the command of that name if there is one.
func (r *runner) showTopic(topic topics.Topic, cmd *cobra.Command, isCommand bool) error {
	p, err := topic.Page()
	if err != nil {
		return err
	}
	if isCommand {
		whole := pages.CommandHelp(r.describeCommand(cmd))
		for _, section := range p.Sections {
			section.Part, section.Title = page.Detail, cmp.Or(section.Title, p.Title)
			whole.Sections = append(whole.Sections, section)
		}
		p = whole
	}
	return text.Write(r.Streams.Out, p, r.outOptions())
}

// unknownHelp refuses a name that is neither a command nor a topic.
func (r *runner) unknownHelp(cmd *cobra.Command, name string) error {
	if cmd.HasParent() {
		return r.unknownCommand(cmd, name)
	}
	var known []string
	for _, child := range cmd.Commands() {
		known = append(known, child.Name())
	}
	for _, topic := range topics.All() {
		known = append(known, topic.Name)
	}
	hint := "opsfit help lists them"
	if near := diag.Nearest(name, known); near != "" {
		hint = "did you mean: " + r.lineWith(name, near)
	}
	return usagef("there is no command and no help topic %s; %s", diag.Quote(name), hint)
}

// completeHelp completes the names of commands below those given and, without any, of topics.
func completeHelp(root *cobra.Command, args []string) []cobra.Completion {
	found, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		return nil
	}
	var list []cobra.Completion
	for _, child := range found.Commands() {
		if child.IsAvailableCommand() {
			list = append(list, cobra.CompletionWithDesc(child.Name(), child.Short))
		}
	}
	if !found.HasParent() {
		for _, topic := range topics.All() {
			list = append(list, cobra.CompletionWithDesc(topic.Name, topic.Title))
		}
	}
	return list
}

// listTopics returns the help topics as a group of the help.
func listTopics() pages.HelpGroup {
	group := pages.HelpGroup{Title: "Help topics (opsfit help TOPIC)"}
	for _, topic := range topics.All() {
		group.Items = append(group.Items, page.Fact{Label: topic.Name, Value: topic.Title})
	}
	return group
}

// topicsToSee returns the commands that show some topics.
func topicsToSee(names []string) page.Commands {
	var list page.Commands
	for _, topic := range topics.All() {
		if slices.Contains(names, topic.Name) {
			list = append(list, page.Command{Line: "opsfit help " + topic.Name, Note: topic.Title})
		}
	}
	return list
}

// addRootHelp gives the program, and the commands that cobra makes itself, the same kind of help as all others.
func addRootHelp(root *cobra.Command, run *runner) {
	makeGroup(root, run)
	run.addHelp(root, help{
		usage: page.Commands{{Line: "opsfit COMMAND [FLAGS]"}},
		examples: page.Commands{
			{Line: "opsfit assess", Note: "ask about your service"},
			{Line: "opsfit assess -a answers.yaml -o report.html", Note: "a page to send"},
			{Line: "opsfit check -a answers.yaml", Note: "by the gates, in a pipeline"},
			{Line: "opsfit scan", Note: "what this git repository shows"},
		},
		about: []string{
			"opsfit assesses one service and the people who build and run it: how you work today (practice), what the service calls for " +
				"(situation), how well the two fit, how ready you are under either model, and what to do first. It holds DevOps and SysOps " +
				"to be equally respectable, works offline and sends nothing anywhere.",
		},
		exits: gateExits(),
	})
	root.SetHelpCommand(newHelp(run))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			run.addCompletionHelp(cmd)
		}
	}
}
