package evidence

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/opsfit/opsfit/internal/concurrent"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/gitrepo"
)

// Options say what of a repository is read.
type Options struct {
	// Ref is a branch, tag or commit; "" for the one that is checked out.
	Ref string
	// AsOf is the end of the window in seconds since 1970; nil for the time of the newest commit.
	AsOf *int64
	// Window is its length in days; 0 counts as defaultWindow.
	Window float64
	// Now is the present time in seconds since 1970, against which the newest commit is checked; 0 leaves that out.
	Now int64
	// Pattern matches the release tags; nil leaves that to the rules about names.
	Pattern *regexp.Regexp
	// Paths narrow everything to the commits and files of these folders and files (see ParsePath); none for the whole.
	Paths []string
	// Ships says what files mean that describe infrastructure.
	Ships Ships
	Tool  Tool
	// Exports are files about deployments and incidents; nil for none.
	Exports *Exports
	// Progress is called now and then with how many commits, and then files, were read; may be nil.
	Progress func(what string, count int)
}

// reading is the state of reading one repository.
type reading struct {
	Options
	repo     *gitrepo.Repository
	revision gitrepo.Revision
	window   window
	tags     []namedTag
	// broken are the names of tags that lead to something missing, and are left out.
	broken []string
	// history is nil when it must not be used; lost says why.
	history   *history
	lost      string
	catalogue *catalogue
	// files is nil when the files could not be listed; listed is closed when that was tried.
	files  *files
	listed chan struct{}
	people []gitrepo.Identity
	// timeline is nil without a history; figures are those from the history alone.
	timeline *timeline
	figures  Scan
	// clock is what is odd about the time of the newest commit; empty for nothing.
	clock string
	notes []string
	// unfetched: a change log lists versions that have no tag.
	unfetched bool
	// deliveries is nil without exports.
	deliveries *deliveries
	telling    sync.Mutex
}

// Collect reads a repository and returns what it shows. A repository that does not show everything because it is
// shallow, partial, damaged or empty is not an error; the findings say so.
func Collect(ctx context.Context, repo *gitrepo.Repository, opt Options) (*Scan, error) {
	r := &reading{Options: opt, repo: repo, listed: make(chan struct{})}
	if others := len(repo.Alternates()); others > 0 {
		r.addNote("Objects that the repository borrows were read too: from %s.", english.CountOf(others, "other store", "other stores"))
	}
	if len(opt.Paths) > 0 {
		r.addNote("Only commits and files of %s were looked at: what serves the whole repository, such as its pipelines, was left out.",
			english.List(opt.Paths))
	}
	// While git looks for the commit there is nothing else to do.
	err := concurrent.Run(ctx, r.findRevision, r.loadCatalogue)
	if errors.Is(err, gitrepo.ErrEmpty) {
		if err := r.readDelivery(ctx); err != nil {
			return nil, err
		}
		return r.emptyScan(), nil
	}
	if err == nil {
		// Git stores history and files separately, so two cores read both in the time of the longer.
		err = concurrent.Run(ctx,
			concurrent.InTurn(r.readStart, r.readHistory, r.readPeople, r.computeHistory),
			concurrent.InTurn(r.readFiles, r.readContents),
		)
	}
	if err == nil {
		r.tellBrokenTags()
		err = concurrent.InTurn(r.readChangelogs, r.readDelivery)(ctx)
	}
	if err != nil {
		return nil, err
	}
	return r.computeFindings(), nil
}

// CollectExports returns what exports show, where there is no repository.
func CollectExports(ctx context.Context, opt Options) (*Scan, error) {
	r := &reading{Options: opt}
	if err := r.readDelivery(ctx); err != nil {
		return nil, err
	}
	scan := &Scan{Schema: Schema, Tool: r.Tool, Repository: Repository{Paths: []string{}, Absent: true}, Notes: []string{}}
	scan.Delivery = r.deliveries.figures(r, nil)
	scan.Conclusions = concludeDelivery(scan.Delivery)
	return scan, nil
}

// findRevision finds the commit.
func (r *reading) findRevision(ctx context.Context) error {
	var err error
	r.revision, err = r.repo.Resolve(ctx, r.Ref)
	return err
}

// readStart reads what the history is read from.
func (r *reading) readStart(ctx context.Context) error {
	return concurrent.Run(ctx, r.readTags, r.locateWindow)
}

// locateWindow finds the time window.
func (r *reading) locateWindow(ctx context.Context) error {
	newest, err := r.repo.Commit(ctx, r.revision.Commit)
	if err != nil {
		return err
	}
	asOf := newest.CommitTime
	if r.AsOf != nil {
		asOf = *r.AsOf
	} else {
		r.clock = clockRemark(asOf, r.Now)
	}
	r.window = windowUpTo(asOf, r.windowDays())
	return nil
}

// windowDays is the length of the window.
func (r *reading) windowDays() float64 {
	if r.Window == 0 {
		return defaultWindow
	}
	return r.Window
}

func (r *reading) readTags(ctx context.Context) error {
	tags, err := r.repo.Tags(ctx)
	if errors.Is(err, gitrepo.ErrMissing) {
		r.lost = tagsMissing
		return r.leaveOutBroken(ctx)
	}
	r.tags = parseNames(tags, r.Pattern)
	return err
}

// leaveOutBroken reads the tags without those that lead to something missing. Where there are some the history is not lost yet.
func (r *reading) leaveOutBroken(ctx context.Context) error {
	tags, broken, err := r.repo.IntactTags(ctx)
	if errors.Is(err, gitrepo.ErrMissing) {
		return nil
	}
	if len(broken) > 0 && r.broken == nil {
		r.tags, r.broken, r.lost = parseNames(tags, r.Pattern), broken, ""
	}
	return err
}

// tagsMissing says why there is no history when a tag cannot be read.
const tagsMissing = "objects that tags name are missing; git fsck tells which"

// describeTags finds out who made the tags, and which are of no commit. Without the objects that they name no tag is known.
func (r *reading) describeTags(ctx context.Context) (missing bool, err error) {
	tags := make([]gitrepo.Tag, len(r.tags))
	for i := range r.tags {
		tags[i] = r.tags[i].Tag
	}
	err = r.repo.DescribeTags(ctx, tags)
	if errors.Is(err, gitrepo.ErrMissing) {
		r.tags = nil
		return true, nil
	}
	r.tags = parseNames(tags, r.Pattern)
	return false, err
}

// tellBrokenTags names the tags that were left out.
func (r *reading) tellBrokenTags() {
	if len(r.broken) == 0 {
		return
	}
	const shown = 3
	names := slices.Clone(r.broken[:min(len(r.broken), shown)])
	if more := len(r.broken) - len(names); more > 0 {
		names = append(names, english.CountOf(more, "other", "others"))
	}
	noun := "the tag"
	if len(r.broken) > 1 {
		noun = "the tags"
	}
	r.addNote("Left out, because objects are missing or damaged: %s %s. git fsck tells which objects.",
		noun, english.List(names))
}

// readHistory reads the history; where something is missing, once more without the tags that lead to it.
func (r *reading) readHistory(ctx context.Context) error {
	if r.lost != "" {
		return nil
	}
	err := r.readReachable(ctx)
	if err != nil || r.lost == "" || r.repo.State().Shallow || r.broken != nil {
		return err
	}
	if err := r.leaveOutBroken(ctx); err != nil || r.broken == nil {
		return err
	}
	return r.readReachable(ctx)
}

// readReachable reads all ancestors of the commit and the release tags, in one stream, and meanwhile what else is to be known
// of the tags, and which commits touch the paths.
func (r *reading) readReachable(ctx context.Context) error {
	if r.repo.State().Shallow {
		r.lost = "the clone is shallow, so most of the history is missing; fetch it with git fetch --unshallow --tags"
		_, err := r.describeTags(ctx)
		return err
	}
	from := []gitrepo.Hash{r.revision.Commit}
	for _, tag := range r.tags {
		if tag.isRelease() {
			from = append(from, tag.Object)
		}
	}
	h := newHistory(r.window, r.tags)
	var touching []gitrepo.Hash
	var commitless, tagless, treeless bool
	err := concurrent.Run(ctx,
		func(ctx context.Context) (err error) {
			commitless, err = r.readCommits(ctx, h, from)
			return err
		},
		func(ctx context.Context) (err error) {
			if tagless, err = r.describeTags(ctx); err == nil {
				touching, treeless, err = r.readTouching(ctx, from)
			}
			return err
		},
	)
	switch {
	case err != nil:
		return err
	case tagless:
		r.lost = tagsMissing
	case commitless:
		r.lost = "commits are missing or damaged; git fsck tells which"
	case treeless:
		r.lost = "trees are missing that tell which commits touch a path; clone without a filter, or with --filter=blob:none"
	}
	if r.lost != "" {
		return nil
	}
	r.history = h
	r.addTaggers()
	if len(r.Paths) > 0 {
		r.history, err = h.narrowTo(h.markCommits(touching), r.revision.Commit, r.tags)
	}
	if errors.Is(err, ErrPath) {
		return fmt.Errorf("%s: %w", strings.Join(r.Paths, ", "), err)
	}
	return err
}

func (r *reading) readCommits(ctx context.Context, h *history, from []gitrepo.Hash) (missing bool, err error) {
	count := 0
	err = r.repo.EachCommit(ctx, from, func(c *gitrepo.Commit) error {
		count++
		r.reportProgress("commits", count)
		h.addCommit(c)
		return nil
	})
	if errors.Is(err, gitrepo.ErrMissing) {
		return true, nil
	}
	return false, err
}

// addTaggers adds those who made release tags, where these say so, to the authors of the history.
func (r *reading) addTaggers() {
	for i := range r.tags {
		if tag := &r.tags[i]; tag.isRelease() && tag.Tagger+tag.TaggerEmail != "" {
			tag.tagger = r.history.authors.addAuthor([]byte(tag.Tagger), []byte(tag.TaggerEmail))
		}
	}
}

// readTouching returns the commits that touch the paths, and whether the trees are missing that would tell.
func (r *reading) readTouching(ctx context.Context, from []gitrepo.Hash) (list []gitrepo.Hash, missing bool, err error) {
	if len(r.Paths) == 0 {
		return nil, false, nil
	}
	err = r.repo.EachTouching(ctx, from, r.Paths, func(hash gitrepo.Hash) error {
		list = append(list, hash)
		return nil
	})
	if err == nil {
		err = r.checkPaths(ctx, from)
	}
	if errors.Is(err, gitrepo.ErrMissing) {
		return nil, true, nil
	}
	return list, false, err
}

// checkPaths makes sure that each of several paths names something: nobody would notice a misspelt one beside others.
func (r *reading) checkPaths(ctx context.Context, from []gitrepo.Hash) error {
	if len(r.Paths) < 2 {
		return nil
	}
	found := errors.New("found")
	for _, path := range r.Paths {
		err := r.repo.EachTouching(ctx, from, []string{path}, func(gitrepo.Hash) error { return found })
		if err == nil {
			return fmt.Errorf("%s: %w", path, ErrPath)
		}
		if !errors.Is(err, found) {
			return err
		}
	}
	return nil
}

// reportProgress reports progress for one kind of object at a time, and seldom enough to cost no time.
func (r *reading) reportProgress(what string, count int) {
	const often = 4096
	if r.Progress != nil && count%often == 0 {
		r.telling.Lock()
		defer r.telling.Unlock()
		r.Progress(what, count)
	}
}
