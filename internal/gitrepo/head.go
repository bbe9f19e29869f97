package gitrepo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
)

// ErrHead means that HEAD, which says what is checked out, stands for no commit although there are some (see HeadError).
var ErrHead = errors.New("what is checked out cannot be read")

// HeadError is the error of a broken HEAD. It is an ErrHead, and an ErrMissing where the commit itself is missing.
type HeadError struct {
	// Problem says what is wrong.
	Problem string
	// Fetch is what of the remote "origin" may bring what is missing, a branch or a hash; "" for nothing.
	Fetch string
	// Branch is Fetch or not: fetching one leaves HEAD as it is, and FETCH_HEAD can be read instead.
	Branch bool
	// Other is a branch, or else a tag, that can be read instead; "" for none.
	Other string

	missing bool
}

// Error implements error.
func (e *HeadError) Error() string { return ErrHead.Error() + ": " + e.Problem }

// Is implements the protocol of errors.Is.
func (e *HeadError) Is(target error) bool {
	return target == ErrHead || e.missing && target == ErrMissing
}

// checkHead refuses a HEAD that names neither a branch nor a commit: git takes no folder with such a one for a repository.
func (r *Repository) checkHead() error {
	name, err := r.readHead()
	if err != nil {
		return err
	}
	if _, isHash := ParseHash([]byte(name)); isHash || strings.HasPrefix(name, "refs/") {
		return nil
	}
	return &HeadError{Problem: fmt.Sprintf("HEAD names no branch and no commit; write \"ref: refs/heads/main\", or another branch, into %s",
		diag.Quote(filepath.Join(r.folder, headName)))}
}

// readHead returns the branch or the hash that the file HEAD names; "" for anything else.
func (r *Repository) readHead() (string, error) {
	text, err := readFile(filepath.Join(r.folder, headName))
	if err != nil {
		return "", fmt.Errorf("read HEAD: %w", err)
	}
	name, isRef := strings.CutPrefix(text, "ref:")
	if _, isHash := ParseHash([]byte(strings.TrimSpace(name))); isRef || isHash {
		return strings.TrimSpace(name), nil
	}
	return "", nil
}

// whyNoHead says why HEAD stands for no commit: there is none yet, or something is missing.
func (r *Repository) whyNoHead(ctx context.Context) error {
	object, err := r.verifyObject(ctx, headName)
	if err != nil {
		return err
	}
	ref, err := r.readHead()
	if err != nil {
		return err
	}
	other, err := r.otherRef(ctx)
	if err != nil {
		return err
	}
	fault := &HeadError{Other: other}
	switch branch := strings.TrimPrefix(ref, "refs/heads/"); {
	case !object.IsZero():
		fault.Problem, fault.missing = "HEAD names the commit "+object.String()+", which is missing or damaged", true
		fault.Fetch = r.fromOrigin(object.String())
	case r.hasFile(ref):
		fault.Problem = "HEAD names " + diag.Quote(ref) + ", whose file names no commit"
	case other == "":
		return ErrEmpty
	default:
		fault.Problem = "HEAD names " + diag.Quote(branch) + ", which is not here"
		fault.Fetch, fault.Branch = r.fromOrigin(branch), true
	}
	return fault
}

// fromOrigin returns what to fetch from the remote "origin"; "" where there is no such remote.
func (r *Repository) fromOrigin(name string) string {
	if !r.state.Origin {
		return ""
	}
	return name
}

// hasFile reports whether a ref has a file of its own.
func (r *Repository) hasFile(ref string) bool {
	name := filepath.FromSlash(ref)
	there, err := files.Exists(filepath.Join(r.store, name))
	return filepath.IsLocal(name) && (there || err != nil)
}

// otherRef returns a branch, or else a tag, that stands for a commit; "" where there is none.
func (r *Repository) otherRef(ctx context.Context) (string, error) {
	answer, err := r.askGit(ctx, "for-each-ref", "--format=%(symref) %(refname:short)", "--count=20",
		"refs/heads", "refs/remotes", "refs/tags")
	if err != nil && !isRefusal(err) {
		return "", err
	}
	for line := range bytes.Lines(answer) {
		symbolic, name, _ := strings.Cut(strings.TrimSuffix(string(line), "\n"), " ")
		if symbolic != "" {
			// It stands for another in the list, as origin/HEAD does.
			continue
		}
		if commit, err := r.verifyObject(ctx, name+"^{commit}"); err == nil && !commit.IsZero() {
			return name, nil
		}
	}
	return "", nil
}
