package cli

import (
	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
)

// helpName is the command that shows the help of all others.
const helpName = "help"

// newHelp shows the help of a command; unlike cobra's own it refuses a command that does not exist.
func newHelp(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:   helpName,
		Short: "Show the help of a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(found, args[len(args)-max(len(rest), 1)])
			}
			return run.showHelp(found)
		},
	}
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit help [COMMAND]..."}},
		examples: page.Commands{
			{Line: "opsfit help assess"},
			{Line: "opsfit help questionnaire show"},
		},
		about: []string{"Shows on standard output how a command is used, what it does, and its flags."},
		exits: plainExits(),
	})
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

// addCompletionHelp documents the commands that cobra makes for completions.
func (r *runner) addCompletionHelp(cmd *cobra.Command) {
	makeGroup(cmd, r)
	cmd.Short = "Print a script that completes command lines in a shell"
	r.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit completion SHELL"}},
		examples: page.Commands{
			{Line: "source <(opsfit completion bash)", Note: "in ~/.bashrc"},
			{Line: "opsfit completion zsh > _opsfit", Note: "in a folder of $fpath"},
			{Line: "opsfit completion fish | source", Note: "in config.fish"},
			{Line: "opsfit completion powershell | Out-String | Invoke-Expression"},
		},
		about: []string{"The script completes commands, flags, questions by their titles, options, questionnaires and files."},
		exits: plainExits(),
	})
	for _, shell := range cmd.Commands() {
		shell.Short = "Print the script for " + shell.Name()
		groupFlags(shell.Flags(), outputGroup)
		r.addHelp(shell, help{
			usage:    page.Commands{{Line: shell.CommandPath() + " [FLAGS]"}},
			examples: page.Commands{{Line: shell.CommandPath()}, {Line: shell.CommandPath() + " --no-descriptions"}},
			about:    []string{"Prints the script to standard output; opsfit completion --help says where it goes."},
			exits:    plainExits(),
		})
	}
}
