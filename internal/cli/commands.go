package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// maker is a command that is made only when a run needs it: to make all of them is a fifth of a short run.
type maker struct {
	name  string
	build func(*runner) *cobra.Command
}

// shelf holds commands that the help lists together, under a title; those without a title are listed last.
type shelf struct {
	title  string
	makers []maker
}

// manualName is the command that writes about all others.
const manualName = "man"

func shelves() []shelf {
	return []shelf{
		{"Assess one service", []maker{{"assess", newAssess}, {"check", newCheck}, {"plan", newPlan}, {"scan", newScan}}},
		{"Look at results again", []maker{{"report", newReport}, {"compare", newCompare}, {"trend", newTrend}}},
		{"Many people or many services", []maker{{"team", newTeam}, {"portfolio", newPortfolio}}},
		{"What is asked and how it counts", []maker{{"questionnaire", newQuestionnaire}, {"methodology", newMethodology}}},
		{"", []maker{{"version", newVersion}, {manualName, newMan}}},
	}
}

// addCommands gives a command tree its commands: the one that the command line begins with, else all of them, as help, completions
// and hints at a misspelt name need.
func addCommands(root *cobra.Command, run *runner, args []string) {
	if only := called(args); only != nil {
		root.AddCommand(only.build(run))
		root.CompletionOptions.DisableDefaultCmd = true
		return
	}
	for _, s := range shelves() {
		if s.title != "" {
			root.AddGroup(&cobra.Group{ID: s.title, Title: s.title + ":"})
		}
		for _, m := range s.makers {
			cmd := m.build(run)
			cmd.GroupID = s.title
			root.AddCommand(cmd)
		}
	}
	addHelp(root)
}

// called is the command that a command line begins with; nil when that is none, or one that is about the others.
func called(args []string) *maker {
	if len(args) == 0 || args[0] == manualName {
		return nil
	}
	for _, s := range shelves() {
		if at := slices.IndexFunc(s.makers, func(m maker) bool { return m.name == args[0] }); at >= 0 {
			return &s.makers[at]
		}
	}
	return nil
}
