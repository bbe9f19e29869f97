package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:    "man DIR",
		Short:  "Write the manual pages into a folder",
		Hidden: true,
		Args:   arguments(1, 1, "DIR, an existing folder"),
		RunE:   func(cmd *cobra.Command, args []string) error { return run.manuals(cmd.Context(), cmd.Root(), args[0]) },
	}
	return document(cmd, help{
		long:     "For packagers.",
		examples: []string{"opsfit man .", "opsfit man /usr/local/share/man/man1"},
		files:    "One file a command, opsfit*.1, in the folder.",
	})
}

// manuals writes the page of a command and of those below it. The pages are written by hand here because cobra's own
// generator parses markdown: linking it would slow down every start by a quarter.
func (r *runner) manuals(ctx context.Context, cmd *cobra.Command, dir string) error {
	for _, child := range cmd.Commands() {
		if child.Hidden || child.Name() == "help" {
			continue
		}
		if err := r.manuals(ctx, child, dir); err != nil {
			return err
		}
	}
	file := filepath.Join(dir, strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1")
	return r.put(ctx, file, []byte(manual(cmd, r.Version.Version)))
}

// manual is one page in the man macros of roff. It holds no date: two runs of one build give the same bytes.
func manual(cmd *cobra.Command, version string) string {
	var b strings.Builder
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH \"%s\" \"1\" \"\" \"opsfit %s\" \"\"\n", roff(strings.ToUpper(name)), roff(version))
	section(&b, "NAME", name+" - "+cmd.Short)
	section(&b, "SYNOPSIS", cmd.UseLine())
	section(&b, "DESCRIPTION", cmd.Long)
	flags(&b, "OPTIONS", cmd.NonInheritedFlags())
	flags(&b, "OPTIONS OF EVERY COMMAND", cmd.InheritedFlags())
	fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(cmd.Example))
	return b.String()
}

func section(b *strings.Builder, title, text string) {
	paragraphs := strings.ReplaceAll(roff(text), "\n\n", "\n.PP\n")
	fmt.Fprintf(b, ".SH %s\n%s\n", title, paragraphs)
}

func flags(b *strings.Builder, title string, set *pflag.FlagSet) {
	if !set.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, ".SH %s\n.nf\n%s.fi\n", title, roff(set.FlagUsages()))
}

// roff escapes what troff would act on: backslashes, hyphens that are to stay hyphens, and dots and quotes that
// begin a line.
func roff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
