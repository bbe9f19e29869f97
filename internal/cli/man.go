package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/man"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/topics"
)

func newMan(run *runner) *cobra.Command {
	cmd := &cobra.Command{
		Use:    manualName,
		Short:  "Write the manual pages into a folder",
		Hidden: true,
		Args:   checkArguments(1, 1, "DIR, a folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return run.writeManuals(cmd.Context(), cmd.Root(), args[0])
		},
	}
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit man DIR"}},
		examples: page.Commands{
			{Line: "opsfit man man", Note: "into man/man1 and man/man7"},
			{Line: "opsfit man ~/.local/share/man"},
		},
		about: []string{
			"For packagers: writes one file a command into the folder man1 of DIR, and one a help topic into man7. " +
				"SOURCE_DATE_EPOCH, where set, is the date of the pages.",
		},
		exits: plainExits(),
	})
}

// The sections of the manual that the pages belong to.
const (
	commandSection = 1
	topicSection   = 7
)

// manuals writes manual pages into a folder.
type manuals struct {
	run *runner
	dir string
	// date is the day that the pages are from.
	date string
	// around is what the pages of all commands have in common.
	around pages.Surroundings
}

// writeManuals writes the pages of all commands and topics.
func (r *runner) writeManuals(ctx context.Context, root *cobra.Command, dir string) error {
	m := &manuals{run: r, dir: dir}
	var err error
	if m.date, err = r.dayOfManuals(); err != nil {
		return err
	}
	if m.around, err = surroundings(); err != nil {
		return err
	}
	if err := m.writeCommand(ctx, root); err != nil {
		return err
	}
	for _, topic := range topics.All() {
		p, err := topic.Page()
		if err == nil {
			_, p.Title, _ = strings.Cut(p.Title, ": ")
			err = m.write(ctx, "opsfit-"+topic.Name, topicSection, pages.TopicManual(p, relatedTopics(topic.Name)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// dayOfManuals returns the day of SOURCE_DATE_EPOCH, else that of the version, so that two runs of one build write the same
// bytes; today for a build that does not know its day.
func (r *runner) dayOfManuals() (string, error) {
	day, err := r.dayOfRun()
	if r.Env(epochVariable) != "" || err != nil {
		return day, err
	}
	return cmp.Or(r.Version.Date, day), nil
}

// surroundings takes what all pages say from the topics that hold it.
func surroundings() (pages.Surroundings, error) {
	variables, err := tableOfTopic("environment", "about")
	if err != nil {
		return pages.Surroundings{}, err
	}
	files, err := tableOfTopic("configuration", "files")
	return pages.Surroundings{Environment: variables, Files: files}, err
}

// tableOfTopic returns the tables of a section of a topic.
func tableOfTopic(name, section string) ([]page.Block, error) {
	p, err := topics.Topic{Name: name}.Page()
	var tables []page.Block
	for i := range p.Sections {
		for _, block := range p.Sections[i].Blocks {
			if table, ok := block.(page.Table); ok && p.Sections[i].ID == section {
				tables = append(tables, table)
			}
		}
	}
	return tables, err
}

// writeCommand writes the pages of a command and of those below it.
func (m *manuals) writeCommand(ctx context.Context, cmd *cobra.Command) error {
	for _, child := range cmd.Commands() {
		if child.Hidden || child.Name() == helpName {
			continue
		}
		if err := m.writeCommand(ctx, child); err != nil {
			return err
		}
	}
	around := m.around
	around.Related = m.related(cmd)
	return m.write(ctx, manualOf(cmd), commandSection, pages.CommandManual(m.run.describeCommand(cmd), around))
}

func manualOf(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// related returns the pages of the commands above and below, and of the topics that say more.
func (m *manuals) related(cmd *cobra.Command) []string {
	var names []string
	if cmd.HasParent() {
		names = append(names, reference(manualOf(cmd.Parent()), commandSection))
	}
	for _, child := range cmd.Commands() {
		if !child.Hidden && child.Name() != helpName {
			names = append(names, reference(manualOf(child), commandSection))
		}
	}
	for _, topic := range topics.All() {
		if !cmd.HasParent() || slices.Contains(m.run.helps[cmd].topics, topic.Name) {
			names = append(names, reference("opsfit-"+topic.Name, topicSection))
		}
	}
	return names
}

func relatedTopics(name string) []string {
	names := []string{reference("opsfit", commandSection)}
	for _, topic := range topics.All() {
		if topic.Name != name {
			names = append(names, reference("opsfit-"+topic.Name, topicSection))
		}
	}
	return names
}

func reference(name string, section int) string { return fmt.Sprintf("%s(%d)", name, section) }

func (m *manuals) write(ctx context.Context, name string, section int, p page.Page) error {
	var out bytes.Buffer
	err := man.Write(&out, p, man.Options{Name: name, Section: section, Date: m.date, Source: "opsfit " + m.run.Version.Version})
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	file := filepath.Join(m.dir, fmt.Sprintf("man%d", section), fmt.Sprintf("%s.%d", name, section))
	return m.run.writeOutput(ctx, file, out.Bytes())
}
