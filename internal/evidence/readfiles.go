package evidence

import (
	"context"
	"errors"
	"fmt"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

func (r *reading) loadCatalogue(context.Context) error {
	var err error
	r.catalogue, err = newCatalogue()
	return err
}

func (r *reading) readFiles(ctx context.Context) error {
	defer close(r.listed)
	r.files = newFiles(r.catalogue)
	err := r.repo.EachFile(ctx, r.revision.Commit, func(file *gitrepo.File) error {
		r.files.addPath(file, liesBelow(r.Paths, string(file.Path)))
		r.reportProgress("files", r.files.total)
		return nil
	})
	switch {
	case errors.Is(err, gitrepo.ErrMissing):
		r.addNote("The files could not be listed: parts of the tree are missing.")
	case errors.Is(err, gitrepo.ErrTooLarge):
		r.addNote("The files were not looked at: there are more of them than this program reads.")
	default:
		return err
	}
	r.files = nil
	return nil
}

func (r *reading) addNote(format string, args ...any) {
	r.notes = append(r.notes, fmt.Sprintf(format, args...))
}

// readContents opens the files whose content decides.
func (r *reading) readContents(ctx context.Context) error {
	if r.files == nil {
		return nil
	}
	hashes := make([]gitrepo.Hash, 0, len(r.files.asked))
	for _, asked := range r.files.asked {
		hashes = append(hashes, asked.content)
	}
	opened := 0
	err := r.repo.EachContent(ctx, hashes, largestContent, allContents, func(i int, content []byte) error {
		opened++
		r.files.addContent(i, content)
		return nil
	})
	if err != nil && !errors.Is(err, gitrepo.ErrMissing) {
		return err
	}
	if left := len(hashes) - opened; left > 0 {
		r.addNote("Of the files that were to be opened, %d are missing or too large.", left)
	}
	return nil
}

// readChangelogs finds out whether tags are missing: many checkouts for a build fetch none.
func (r *reading) readChangelogs(ctx context.Context) error {
	if r.files == nil || len(r.tags) > 1 {
		return nil
	}
	err := r.repo.EachContent(ctx, r.files.changelogs, largestContent, allContents, func(_ int, content []byte) error {
		r.unfetched = r.unfetched || listsVersions(content)
		return nil
	})
	if errors.Is(err, gitrepo.ErrMissing) {
		return nil
	}
	return err
}

// readPeople finds out who is who, using the repository's own mailmap.
func (r *reading) readPeople(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-r.listed:
	}
	if r.history == nil {
		return nil
	}
	r.people = r.history.authors.list
	if r.files == nil || r.files.mailmap.IsZero() {
		return nil
	}
	small := false
	err := r.repo.EachContent(ctx, []gitrepo.Hash{r.files.mailmap}, largestContent, largestContent, func(int, []byte) error {
		small = true
		return nil
	})
	if err == nil && small {
		r.people, err = r.repo.Mailmap(ctx, r.files.mailmap, r.people)
	}
	if errors.Is(err, gitrepo.ErrMissing) {
		r.people = r.history.authors.list
		return nil
	}
	return err
}
