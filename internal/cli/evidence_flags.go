package cli

import (
	"regexp"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/evidence"
)

// evidenceFlags say what of a repository is read. The configuration gives those that the command line does not.
type evidenceFlags struct {
	window, asOf, pattern, ref string
	paths                      []string
	// product and practice say what files mean that describe infrastructure; neither leaves it open.
	product, practice bool
	// alternates allows objects that the repository borrows from others. No configuration allows that: it may lie in the repository.
	alternates bool
	// deployments and incidents are files; "" for none.
	deployments, incidents string
}

func (f *evidenceFlags) addFlags(cmd *cobra.Command, group flagGroup) {
	flags := cmd.Flags()
	flags.StringVar(&f.window, "window", "24m", "how far back to look: `TIME` such as 24m, 90d, 12w or 2y")
	flags.StringVar(&f.asOf, "as-of", "", "look back from the end of this `DATE` in UTC (default: from the newest commit)")
	flags.StringVar(&f.ref, "ref", "", "look at this `REF`, a branch, tag or commit (default: what is checked out)")
	flags.StringVar(&f.pattern, "tag-pattern", "", "the tags that match `REGEXP` are the releases, and no others")
	flags.StringArrayVar(&f.paths, "path", nil,
		"look at this `PATH` only, one service of several: relative to the root of the repository; repeatable")
	flags.BoolVar(&f.product, "product", false, "files that describe infrastructure are what the repository ships")
	flags.BoolVar(&f.practice, "practice", false, "files that describe infrastructure are what the team runs")
	flags.BoolVar(&f.alternates, "allow-alternates", false, "read objects that the repository borrows, as after git clone --shared")
	flags.StringVar(&f.deployments, "deployments", "",
		"count the deployments of `FILE`, an export as CSV or JSON lines, for the metrics of dora.dev")
	flags.StringVar(&f.incidents, "incidents", "", "count the incidents of `FILE`, too")
	groupFlags(flags, group)
	for _, flag := range []string{"deployments", "incidents"} {
		completeFiles(cmd, flag, "csv", "tsv", "jsonl", "ndjson", "json")
	}
}

// evidenceFlagNames are the flags that say what of a repository is read.
func evidenceFlagNames() []string {
	return []string{"window", "as-of", "ref", "tag-pattern", "path", "product", "practice", "allow-alternates", "deployments", "incidents"}
}

// evidenceWords are the flags that say what of a repository is read, as they were typed.
func evidenceWords(cmd *cobra.Command) []string {
	var words []string
	for _, name := range evidenceFlagNames() {
		if flag := cmd.Flags().Lookup(name); flag != nil && flag.Changed {
			words = append(words, wordsOf(flag)...)
		}
	}
	return words
}

// repositoryOptions are how a repository is opened and what of it is read.
type repositoryOptions struct {
	evidence.Options

	alternates bool
}

// setting is one text that says what is read: of the command line, or else of the configuration.
type setting struct {
	// name is how a message calls it.
	name string
	text string
	from diag.Placed
}

// fault is about the flag, or about the place in the configuration.
func (s setting) fault(err error) error {
	if s.from.IsGiven() {
		return s.from.Errorf("bad-value", "", "%s: %s", s.name, err)
	}
	return usagef("%s %s: %w", s.name, s.text, err)
}

// options checks what the command line and the configuration say.
func (f *evidenceFlags) options(cmd *cobra.Command, run *runner, settings config.Evidence) (repositoryOptions, error) {
	pick := func(flag, text, key string, placed diag.Placed) setting {
		if placed.Text == "" || cmd.Flags().Changed(flag) {
			return setting{name: "--" + flag, text: text}
		}
		return setting{name: `evidence: "` + key + `"`, text: placed.Text, from: placed}
	}
	ref := pick("ref", f.ref, "ref", settings.Ref)
	opt := evidence.Options{Ref: ref.text, Tool: run.scanTool()}
	var err error
	window := pick("window", f.window, "window", settings.Window)
	if opt.Window, err = evidence.ParseWindow(window.text); err != nil {
		return repositoryOptions{}, window.fault(err)
	}
	if asOf := pick("as-of", f.asOf, "as_of", settings.AsOf); asOf.text != "" {
		at, err := evidence.ParseAsOf(asOf.text)
		if err != nil {
			return repositoryOptions{}, asOf.fault(err)
		}
		opt.AsOf = &at
	}
	if pattern := pick("tag-pattern", f.pattern, "tag_pattern", settings.TagPattern); pattern.text != "" {
		if opt.Pattern, err = regexp.Compile(pattern.text); err != nil {
			return repositoryOptions{}, pattern.fault(err)
		}
	}
	if opt.Paths, err = f.pathsOf(cmd, settings); err != nil {
		return repositoryOptions{}, err
	}
	if opt.Exports, err = f.exports(cmd, run, settings); err != nil {
		return repositoryOptions{}, err
	}
	opt.Ships, err = f.meaning(cmd, settings)
	return repositoryOptions{Options: opt, alternates: f.alternates}, err
}

// pathsOf returns the paths to look at; none for the whole repository.
func (f *evidenceFlags) pathsOf(cmd *cobra.Command, settings config.Evidence) ([]string, error) {
	var given []setting
	for _, placed := range settings.Path {
		given = append(given, setting{name: `evidence: "path"`, text: placed.Text, from: placed})
	}
	if cmd.Flags().Changed("path") {
		given = nil
		for _, text := range f.paths {
			given = append(given, setting{name: "--path", text: text})
		}
	}
	var paths []string
	for _, one := range given {
		path, err := evidence.ParsePath(one.text)
		if err != nil {
			return nil, one.fault(err)
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// meaning returns what files mean that describe infrastructure.
func (f *evidenceFlags) meaning(cmd *cobra.Command, settings config.Evidence) (evidence.Ships, error) {
	product, practice := f.product, f.practice
	if !cmd.Flags().Changed("product") && !cmd.Flags().Changed("practice") {
		product, practice = settings.Product, settings.Practice
	}
	switch {
	case product && practice:
		return evidence.Guess, usagef("--product and --practice exclude each other")
	case product:
		return evidence.Product, nil
	case practice:
		return evidence.Practice, nil
	}
	return evidence.Guess, nil
}
