package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
)

func newMan(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:    "man",
		Short:  "Write the manual pages into a folder",
		Hidden: true,
		Args:   checkArguments(1, 1, "DIR, an existing folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return run.writeManuals(cmd.Context(), cmd.Root(), args[0])
		},
	}
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit man DIR"}},
		examples: page.Commands{
			{Line: "opsfit man man", Note: "into man/man1 and man/man7"},
			{Line: "opsfit man /usr/local/share/man"},
		},
		about: []string{
			"For packagers: writes one file a command into the folder man1 of DIR, and one a help topic into man7. DIR must exist. " +
				"SOURCE_DATE_EPOCH, where set, is the date of the pages.",
		},
		exits: plainExits(),
	})
}

// writeManuals writes the pages of a command and of those below it. It does not use cobra's generator, which parses
// Markdown: linking that would slow down every start by a quarter.
func (r *runner) writeManuals(ctx context.Context, cmd *cobra.Command, dir string) error {
	for _, child := range cmd.Commands() {
		if child.Hidden || child.Name() == "help" {
			continue
		}
		if err := r.writeManuals(ctx, child, dir); err != nil {
			return err
		}
	}
	file := filepath.Join(dir, strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1")
	return r.writeOutput(ctx, file, []byte(manualPage(cmd, r.describeCommand(cmd), r.Version.Version)))
}

// manualPage returns a page in the man macros of roff, without a date: two runs of one build give the same bytes.
func manualPage(cmd *cobra.Command, h *pages.Help, version string) string {
	var b strings.Builder
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH \"%s\" \"1\" \"\" \"opsfit %s\" \"\"\n", escapeRoff(strings.ToUpper(name)), escapeRoff(version))
	writeSection(&b, "NAME", name+" - "+cmd.Short)
	writeSection(&b, "SYNOPSIS", strings.Join(h.Usage.Lines(), "\n\n"))
	writeSection(&b, "DESCRIPTION", strings.Join(h.About, "\n\n"))
	writeFlags(&b, "OPTIONS", cmd.NonInheritedFlags())
	writeFlags(&b, "OPTIONS OF EVERY COMMAND", cmd.InheritedFlags())
	fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", escapeRoff(strings.Join(h.Examples.Lines(), "\n")))
	return b.String()
}

func writeSection(b *strings.Builder, title, text string) {
	paragraphs := strings.ReplaceAll(escapeRoff(text), "\n\n", "\n.PP\n")
	fmt.Fprintf(b, ".SH %s\n%s\n", title, paragraphs)
}

func writeFlags(b *strings.Builder, title string, set *pflag.FlagSet) {
	if !set.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n.nf\n%s.fi\n", title, escapeRoff(set.FlagUsages()))
}

// escapeRoff escapes what troff would interpret: backslashes, hyphens, and dots and quotes at the start of a line.
func escapeRoff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
