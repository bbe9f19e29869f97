package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/gitrepo"
	"github.com/opsfit/opsfit/internal/page"
)

// scanOptions are the inputs of a scan run.
type scanOptions struct {
	run     *runner
	dir     string
	window  string
	asOf    string
	pattern string
	ref     string
	// product and practice say what files mean that describe infrastructure; neither leaves it open.
	product, practice bool
	outputs           outputOptions
}

func newScan(run *runner) *cobra.Command {
	s := &scanOptions{run: run, dir: "."}
	cmd := &cobra.Command{
		Use:   "scan",
		Short: "Report what a git repository shows about how software is delivered",
		Args:  checkArguments(0, 1, "one DIR at most, a folder in a git repository"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				s.dir = args[0]
			}
			return s.runScan(cmd)
		},
		ValidArgsFunction: completeFolderNames,
	}
	flags := cmd.Flags()
	flags.StringVar(&s.window, "window", "24m", "how far back to look: `TIME` such as 24m, 90d, 12w or 2y")
	flags.StringVar(&s.asOf, "as-of", "", "look back from the end of this `DATE` in UTC (default: from the newest commit)")
	flags.StringVar(&s.ref, "ref", "", "look at this `REF`, a branch, tag or commit (default: what is checked out)")
	flags.StringVar(&s.pattern, "tag-pattern", "", "the tags that match `REGEXP` are the releases, and no others")
	flags.BoolVar(&s.product, "product", false, "files that describe infrastructure are what the repository ships")
	flags.BoolVar(&s.practice, "practice", false, "files that describe infrastructure are what the team runs")
	groupFlags(flags, inputGroup)
	s.outputs.addFlags(cmd, scanFormats().formatNames())
	s.outputs.addFullFlag(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit scan [DIR] [FLAGS]", Note: "DIR is a folder in a git repository"}},
		examples: page.Commands{
			{Line: "opsfit scan", Note: "the repository you are in"},
			{Line: "opsfit scan ../shop --window 12m -o evidence.html"},
		},
		about: []string{
			"Reads the history, the tags and the files of a git repository: how often something is released, how long changes wait for " +
				"it, how much a release holds, what is reverted, how changes are integrated, how many people share the work, and which " +
				"files point to a way of working. Each finding says how far it can be trusted.",
			"Nothing in the repository is run, nothing is fetched, and the work tree is not read. " + outputPlace,
		},
		topics: []string{"evidence", "formats"},
	})
}

// runScan checks the whole command line before any work.
func (s *scanOptions) runScan(cmd *cobra.Command) error {
	settings, err := s.run.readSettings(cmd)
	if err != nil {
		return err
	}
	out, err := parseOutputs(s.run, cmd, settings, scanFormats(), s.outputs)
	if err != nil {
		return err
	}
	opt, err := s.evidenceOptions()
	if err != nil {
		return err
	}
	found, err := s.run.scanRepository(cmd.Context(), s.dir, opt)
	if err != nil {
		return err
	}
	return out.write(cmd.Context(), found)
}

func (s *scanOptions) evidenceOptions() (evidence.Options, error) {
	opt := evidence.Options{Ref: s.ref, Tool: evidence.Tool(s.run.reportTool())}
	var err error
	if opt.Window, err = evidence.ParseWindow(s.window); err != nil {
		return opt, usagef("--window %s: %w", s.window, err)
	}
	if s.asOf != "" {
		at, err := evidence.ParseAsOf(s.asOf)
		if err != nil {
			return opt, usagef("--as-of %s: %w", s.asOf, err)
		}
		opt.AsOf = &at
	}
	if s.pattern != "" {
		if opt.Pattern, err = regexp.Compile(s.pattern); err != nil {
			return opt, usagef("--tag-pattern: %w", err)
		}
	}
	switch {
	case s.product && s.practice:
		return opt, usagef("--product and --practice exclude each other")
	case s.product:
		opt.Ships = evidence.Product
	case s.practice:
		opt.Ships = evidence.Practice
	}
	return opt, nil
}

// scanRepository opens a repository and reads it, with progress.
func (r *runner) scanRepository(ctx context.Context, dir string, opt evidence.Options) (*evidence.Scan, error) {
	repo, err := r.openRepository(ctx, dir)
	if err != nil {
		return nil, err
	}
	progress := r.newProgress("read", 0)
	defer progress.clearLine()
	opt.Progress = progress.showCount
	return collectEvidence(ctx, repo, dir, opt)
}

func (r *runner) openRepository(ctx context.Context, dir string) (*gitrepo.Repository, error) {
	if _, err := os.Stat(r.absolutePath(dir)); err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, files.Cause(err))
	}
	repo, err := gitrepo.Open(ctx, gitrepo.Options{Folder: r.absolutePath(dir), Env: r.Env})
	if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, err)
	}
	return repo, nil
}

func collectEvidence(ctx context.Context, repo *gitrepo.Repository, dir string, opt evidence.Options) (*evidence.Scan, error) {
	found, err := evidence.Collect(ctx, repo, opt)
	if errors.Is(err, gitrepo.ErrNoRevision) {
		return nil, usagef("--ref: %w", err)
	}
	if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, err)
	}
	return found, nil
}
