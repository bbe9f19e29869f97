package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// commandFunc makes a command when a run needs it: making all of them takes a fifth of a short run.
type commandFunc struct {
	name  string
	build func(*runner) *cobra.Command
}

// commandGroup holds commands that the help lists together under a title; those without a title come last.
type commandGroup struct {
	title  string
	makers []commandFunc
}

// manualName is the command that documents all others.
const manualName = "man"

func commandGroups() []commandGroup {
	return []commandGroup{
		{"Assess one service", []commandFunc{
			{"assess", newAssess}, {"check", newCheck}, {"plan", newPlan}, {"challenge", newChallenge}, {"scan", newScan},
		}},
		{"Look at results again", []commandFunc{{"report", newReport}, {"compare", newCompare}, {"trend", newTrend}}},
		{"Many people or many services", []commandFunc{{"team", newTeam}, {"portfolio", newPortfolio}}},
		{"What is asked and how it counts", []commandFunc{
			{"questionnaire", newQuestionnaire}, {"answers", newAnswers}, {"methodology", newMethodology},
		}},
		// These are listed last.
		{"", []commandFunc{{"version", newVersion}, {manualName, newMan}}},
	}
}

// addCommands adds commands to a tree: the one that the command line starts with, else all of them, as help,
// completions and hints at misspelt names need.
func addCommands(root *cobra.Command, run *runner, args []string) {
	if only := calledCommand(args); only != nil {
		root.AddCommand(only.build(run))
		root.CompletionOptions.DisableDefaultCmd = true
		return
	}
	for _, s := range commandGroups() {
		if s.title != "" {
			root.AddGroup(&cobra.Group{ID: s.title, Title: s.title})
		}
		for _, m := range s.makers {
			cmd := m.build(run)
			cmd.GroupID = s.title
			root.AddCommand(cmd)
		}
	}
	addRootHelp(root, run)
}

// calledCommand returns the command that a command line starts with; nil for none, or for one that is about the others.
func calledCommand(args []string) *commandFunc {
	if len(args) == 0 || args[0] == manualName {
		return nil
	}
	for _, s := range commandGroups() {
		if at := slices.IndexFunc(s.makers, func(m commandFunc) bool { return m.name == args[0] }); at >= 0 {
			return &s.makers[at]
		}
	}
	return nil
}
