package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/evidencecheck"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

const evidenceUsage = "set what the git repository in `DIR` shows beside the answers; it changes no score"

func (f *assessFlags) registerEvidence(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.evidence, "evidence", "", evidenceUsage)
	groupFlags(cmd.Flags(), evidenceGroup)
	f.repository.addFlags(cmd, evidenceGroup)
	completeFolders(cmd, "evidence")
}

// checkEvidence refuses invalid flags about a repository.
func (req *request) checkEvidence(cmd *cobra.Command) error {
	if err := req.readEvidenceOptions(cmd); err != nil {
		return err
	}
	switch flags := cmd.Flags(); {
	case req.prefill:
		return req.checkPrefill(cmd)
	case flags.Changed("evidence") && req.evidence == "":
		return usagef("--evidence is empty; name a folder in a git repository, or leave it out")
	case req.evidence == "" && flags.Changed("fail-on-contradiction") && req.gates.NeedsEvidence():
		return usagef("--fail-on-contradiction needs --evidence DIR: without a repository nothing can contradict an answer")
	}
	return nil
}

// scanTool is the program that a scan names.
func (r *runner) scanTool() evidence.Tool { return evidence.Tool(r.reportTool()) }

// readEvidenceOptions finds out what of the repository is read; without one, flags about it are refused.
func (req *request) readEvidenceOptions(cmd *cobra.Command) error {
	if req.evidence == "" {
		for _, flag := range evidenceFlagNames() {
			if cmd.Flags().Changed(flag) {
				return usagef("--%s is about the repository of --evidence; add --evidence DIR", flag)
			}
		}
		return nil
	}
	var err error
	req.reading, err = req.repository.options(cmd, req.run, req.settings.Evidence)
	return req.run.settingFault(err)
}

// evidenceOption repeats the repository, and what of it is read, for a command line that is to give the same report.
func (req *request) evidenceOption() string {
	if req.evidence == "" {
		return ""
	}
	return req.run.shell().quoteWords(append([]string{"--evidence", req.evidence}, req.readingWords...)) + " "
}

// backgroundScan is a repository that is read while a person answers. It implements interview.RepositoryEvidence. A nil
// one reads nothing.
type backgroundScan struct {
	ready chan struct{}
	// scan and err are written before ready is closed, and read only after that.
	scan *evidence.Scan
	err  error
}

// scanInBackground opens a repository and reads it silently while the person answers. A folder that is not a repository
// is refused before the first question. Without a folder it returns nil.
func (r *runner) scanInBackground(ctx context.Context, dir string, opt repositoryOptions) (*backgroundScan, error) {
	if dir == "" {
		return nil, nil
	}
	repo, err := r.openRepository(ctx, dir, opt)
	if err != nil {
		return nil, err
	}
	if err := r.setNow(&opt); err != nil {
		return nil, err
	}
	background := &backgroundScan{ready: make(chan struct{})}
	go background.readRepository(func() (*evidence.Scan, error) { return r.collectEvidence(ctx, repo, dir, opt.Options) })
	return background, nil
}

// readRepository reads the repository and then closes ready. A panic in it must not end the interview, so it becomes an
// error of the scan.
func (b *backgroundScan) readRepository(collect func() (*evidence.Scan, error)) {
	defer close(b.ready)
	defer func() {
		if failure := recover(); failure != nil {
			b.scan, b.err = nil, fmt.Errorf("internal failure while the repository was read: %v; please report it", failure)
		}
	}()
	b.scan, b.err = collect()
}

// waitForScan returns the scan; nil without a repository.
func (b *backgroundScan) waitForScan(ctx context.Context) (*evidence.Scan, error) {
	if b == nil {
		return nil, nil
	}
	select {
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	case <-b.ready:
	}
	return b.scan, b.err
}

// Ready implements interview.RepositoryEvidence.
func (b *backgroundScan) Ready() <-chan struct{} { return b.ready }

// Err implements interview.RepositoryEvidence.
func (b *backgroundScan) Err() error { return b.err }

// Difference implements interview.RepositoryEvidence.
func (b *backgroundScan) Difference(question *questionnaire.Question, answer answers.Answer) string {
	finding, ok := evidencecheck.CompareAnswer(question, answer, b.scan)
	if !ok || finding.Verdict != report.Differs && finding.Verdict != report.Contradicts {
		return ""
	}
	return finding.Shows()
}
