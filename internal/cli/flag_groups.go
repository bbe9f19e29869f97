package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
)

// flagGroup is the title that the help of a command lists a flag under.
type flagGroup string

const (
	answersGroup    flagGroup = "Answers"
	interviewGroup  flagGroup = "Interview"
	inputGroup      flagGroup = "What is looked at"
	evidenceGroup   flagGroup = "Evidence"
	outputGroup     flagGroup = "Output"
	gatesGroup      flagGroup = "Gates"
	everywhereGroup flagGroup = "Everywhere"
)

// flagGroups returns the groups in the order of the help.
func flagGroups() []flagGroup {
	return []flagGroup{answersGroup, interviewGroup, inputGroup, evidenceGroup, outputGroup, gatesGroup, everywhereGroup}
}

// groupKey is the annotation of a flag that names its group.
const groupKey = "opsfit_group"

// groupFlags puts the flags that were added since the last call into a group. The help lists them in the order in which they
// were added.
func groupFlags(flags *pflag.FlagSet, group flagGroup) {
	flags.SortFlags = false
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Annotations[groupKey] == nil {
			// It fails only for a flag that is not there.
			_ = flags.SetAnnotation(flag.Name, groupKey, []string{string(group)})
		}
	})
}

// listFlags returns the flags of a command by group, each as it is written and with what it does.
func listFlags(cmd *cobra.Command) []pages.HelpGroup {
	items := map[string][]page.Fact{}
	add := func(flag *pflag.Flag) {
		if group := flag.Annotations[groupKey]; !flag.Hidden && group != nil {
			items[group[0]] = append(items[group[0]], page.Fact{Label: flagLabel(flag), Value: flagText(flag)})
		}
	}
	cmd.NonInheritedFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	var groups []pages.HelpGroup
	for _, group := range flagGroups() {
		if list := items[string(group)]; len(list) > 0 {
			groups = append(groups, pages.HelpGroup{Title: string(group), Items: list})
		}
	}
	return groups
}

// flagLabel returns a flag as it is written: "-f, --format FORMAT".
func flagLabel(flag *pflag.Flag) string {
	label := "--" + flag.Name
	if flag.Shorthand != "" {
		label = "-" + flag.Shorthand + ", " + label
	}
	value, _ := pflag.UnquoteUsage(flag)
	switch {
	case value == "":
		return label
	case flag.NoOptDefVal == string(newestDraft):
		return label + " [" + value + "]"
	case flag.NoOptDefVal != "":
		return label + "[=" + value + "]"
	}
	return label + " " + value
}

// flagText returns what a flag does, with its default where that is not plain from the text.
func flagText(flag *pflag.Flag) string {
	_, text := pflag.UnquoteUsage(flag)
	text = strings.ReplaceAll(text, "\n", " ")
	if slices.Contains([]string{"", "false", "[]", "0"}, flag.DefValue) {
		return text
	}
	return text + " (default: " + flag.DefValue + ")"
}

// shortenFlagTexts leaves of each flag's text the part before the first stop, for the list that a shell shows.
func shortenFlagTexts(cmd *cobra.Command) {
	shorten := func(flag *pflag.Flag) {
		_, text := pflag.UnquoteUsage(flag)
		if end := strings.IndexAny(text, ":;(\n"); end > 0 {
			text = text[:end]
		}
		flag.Usage = strings.TrimRight(text, " ,")
	}
	cmd.Flags().VisitAll(shorten)
	cmd.PersistentFlags().VisitAll(shorten)
	for _, child := range cmd.Commands() {
		shortenFlagTexts(child)
	}
}
