package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/files"
	"github.com/opsfit/opsfit/internal/gitrepo"
	"github.com/opsfit/opsfit/internal/page"
)

// scanOptions are the inputs of a scan run.
type scanOptions struct {
	run *runner
	// dir is "" where none is named: the working directory.
	dir      string
	evidence evidenceFlags
	outputs  outputOptions
}

func newScan(run *runner) *cobra.Command {
	s := &scanOptions{run: run}
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
	s.evidence.addFlags(cmd, inputGroup)
	s.outputs.addFlags(cmd, scanFormats().formatNames())
	s.outputs.addFullFlag(cmd)
	return run.addHelp(cmd, help{
		usage: page.Commands{{Line: "opsfit scan [DIR] [FLAGS]", Note: "DIR is a folder in a git repository"}},
		examples: page.Commands{
			{Line: "opsfit scan", Note: "the repository you are in"},
			{Line: "opsfit scan ../shop --window 12m -o evidence.html"},
			{Line: "opsfit scan --path services/ledger --tag-pattern \"^ledger@\"", Note: "one service of several"},
			{Line: "opsfit scan --deployments deployments.csv --incidents incidents.csv", Note: "the metrics of dora.dev"},
		},
		about: []string{
			"Reads the history, the tags and the files of a git repository: how often something is released, how long changes wait for " +
				"it, how much a release holds, what is reverted, how changes are integrated, how many people share the work, and which " +
				"files point to a way of working. Each finding says how far it can be trusted.",
			"With --deployments and --incidents it also reads exports of these, as CSV or one JSON object a line, and gives the five " +
				"metrics of dora.dev with what each rests on. Columns are found by their usual names, such as time, service, " +
				"environment, commit and outcome, or opened, resolved, service, severity and caused_by; .opsfit.yaml can name others. " +
				"It works outside of a repository, too.",
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
	opt, err := s.evidence.options(cmd, s.run, settings.Evidence)
	if err != nil {
		return s.run.settingFault(err)
	}
	found, err := s.collect(cmd.Context(), opt)
	if err != nil {
		return err
	}
	return out.write(cmd.Context(), found)
}

// collect reads the repository. Where nobody named one and there is none, exports alone are read.
func (s *scanOptions) collect(ctx context.Context, opt repositoryOptions) (*evidence.Scan, error) {
	found, err := s.run.scanRepository(ctx, cmp.Or(s.dir, "."), opt)
	isMissing := errors.Is(err, gitrepo.ErrNoRepository) || errors.Is(err, gitrepo.ErrNoGit)
	if s.dir != "" || opt.Exports == nil || !isMissing {
		return found, err
	}
	if errors.Is(err, gitrepo.ErrNoRepository) {
		s.run.notify("There is no git repository here, so only the exports are read.")
	} else {
		s.run.notify("Only the exports are read: %s", gitrepo.ErrNoGit)
	}
	if err := s.run.setNow(&opt); err != nil {
		return nil, err
	}
	progress := s.run.newProgress("read", 0)
	defer progress.clearLine()
	opt.Progress = progress.showCount
	return evidence.CollectExports(ctx, opt.Options)
}

// setNow tells a scan the day of the run.
func (r *runner) setNow(opt *repositoryOptions) error {
	day, err := r.dayOfRun()
	if err == nil {
		opt.Now, err = evidence.ParseAsOf(day)
	}
	return err
}

// scanRepository opens a repository and reads it, with progress.
func (r *runner) scanRepository(ctx context.Context, dir string, opt repositoryOptions) (*evidence.Scan, error) {
	repo, err := r.openRepository(ctx, dir, opt)
	if err != nil {
		return nil, err
	}
	if below := repo.Below(); below != "" && len(opt.Paths) == 0 {
		r.notify("The whole repository is read, not only this folder; for the folder alone add --path %s", r.shell().quote(below))
	}
	if err := r.setNow(&opt); err != nil {
		return nil, err
	}
	progress := r.newProgress("read", 0)
	defer progress.clearLine()
	opt.Progress = progress.showCount
	return r.collectEvidence(ctx, repo, dir, opt.Options)
}

func (r *runner) openRepository(ctx context.Context, dir string, opt repositoryOptions) (*gitrepo.Repository, error) {
	if _, err := os.Stat(r.absolutePath(dir)); err != nil && isAddress(dir) {
		return nil, usagef("%s is not a folder, and opsfit never fetches; clone it and name the folder", diag.Quote(dir))
	} else if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, files.Cause(err))
	}
	repo, err := gitrepo.Open(ctx, gitrepo.Options{Folder: r.absolutePath(dir), Env: r.Env, AllowAlternates: opt.alternates})
	if owner, ok := errors.AsType[*gitrepo.ForeignOwnerError](err); ok {
		return nil, fmt.Errorf("scan %s: %w; if you trust it, run: git config --global --add safe.directory %s",
			dir, err, r.shell().quote(owner.Folder))
	}
	if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, r.withConfigCommand(err, dir))
	}
	return repo, nil
}

// isAddress reports whether a text is what "git clone" takes rather than a folder.
func isAddress(dir string) bool {
	host, _, found := strings.Cut(dir, ":")
	return strings.Contains(dir, "://") || found && strings.Contains(host, "@") && !strings.Contains(host, "/")
}

func (r *runner) collectEvidence(ctx context.Context, repo *gitrepo.Repository, dir string, opt evidence.Options) (*evidence.Scan, error) {
	found, err := evidence.Collect(ctx, repo, opt)
	if errors.Is(err, gitrepo.ErrNoRevision) {
		return nil, usagef("--ref: %w", err)
	}
	if errors.Is(err, evidence.ErrPath) {
		return nil, usagef("--path %w", err)
	}
	if head, ok := errors.AsType[*gitrepo.HeadError](err); ok {
		err = fmt.Errorf("%w%s", err, r.mendHead(head, dir))
	}
	if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, r.withConfigCommand(err, dir))
	}
	return found, nil
}

// withConfigCommand adds to the fault of a configuration the command that shows it: git's own words are not passed on.
func (r *runner) withConfigCommand(err error, dir string) error {
	if !errors.Is(err, gitrepo.ErrConfig) {
		return err
	}
	return fmt.Errorf("%w; this shows what is wrong: %s rev-parse --git-dir", err, r.gitIn(dir))
}

// gitIn begins a git command for a folder.
func (r *runner) gitIn(dir string) string {
	if dir == "." {
		return "git"
	}
	return "git -C " + r.shell().quote(dir)
}

// mendHead says what to do about a HEAD that stands for no commit, as commands to type.
func (r *runner) mendHead(head *gitrepo.HeadError, dir string) string {
	git := r.gitIn(dir)
	var ways []string
	if head.Fetch != "" {
		way := "if the remote has it, fetch it with: " + git + " fetch origin " + r.shell().quote(head.Fetch)
		if head.Branch {
			way += ", and read it with: --ref FETCH_HEAD"
		}
		ways = append(ways, way)
	}
	if head.Other != "" {
		ways = append(ways, "to read another branch or tag, add: --ref "+r.shell().quote(head.Other))
	}
	if len(ways) == 0 {
		ways = append(ways, "to see what is there: "+git+" fsck --lost-found")
	}
	return "; " + strings.Join(ways, "; ")
}
