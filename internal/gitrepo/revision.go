package gitrepo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/concurrent"
	"github.com/opsfit/opsfit/internal/diag"
)

// headName is the name of the checked-out commit.
const headName = "HEAD"

// Revision is a commit and the name that it was found by.
type Revision struct {
	Commit Hash
	// Ref is the full name of the branch or tag, such as refs/heads/main; HEAD for a detached one; the name as it was given
	// where it is none of these.
	Ref string
}

// Resolve finds the commit that a name stands for; "" and HEAD mean the one that is checked out. ErrNoRevision,
// ErrEmpty and ErrHead distinguish why there is none.
func (r *Repository) Resolve(ctx context.Context, name string) (Revision, error) {
	if name == "" {
		name = headName
	}
	// git would sometimes take such a name for an option.
	if strings.HasPrefix(name, "-") || strings.ContainsAny(name, "\n\x00") {
		return Revision{}, fmt.Errorf("%w: %s", ErrNoRevision, diag.Quote(name))
	}
	var found Revision
	err := concurrent.Run(ctx,
		func(ctx context.Context) (err error) {
			found.Commit, err = r.verifyObject(ctx, name+"^{commit}")
			return err
		},
		func(ctx context.Context) (err error) {
			found.Ref, err = r.refOf(ctx, name)
			return err
		},
	)
	switch {
	case err != nil:
		return Revision{}, err
	case found.Commit.IsZero() && name == headName:
		return Revision{}, r.whyNoHead(ctx)
	case found.Commit.IsZero():
		return Revision{}, fmt.Errorf("%w: %s", ErrNoRevision, diag.Quote(name))
	}
	return found, nil
}

// verifyObject returns the object that an expression stands for, the zero hash for none.
func (r *Repository) verifyObject(ctx context.Context, expression string) (Hash, error) {
	answer, err := r.askGit(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", expression)
	if hash, ok := ParseHash(bytes.TrimSpace(answer)); ok && err == nil {
		return hash, nil
	}
	if err == nil || isRefusal(err) {
		return Hash{}, nil
	}
	return Hash{}, err
}

// isRefusal reports whether git ran and exited with an error.
func isRefusal(err error) bool {
	var exit interface{ ExitCode() int }
	return errors.As(err, &exit)
}

func (r *Repository) refOf(ctx context.Context, name string) (string, error) {
	if name == headName {
		answer, err := r.askGit(ctx, "symbolic-ref", "--quiet", headName)
		if err != nil && !isRefusal(err) {
			return "", err
		}
		return orName(answer, headName), nil
	}
	answer, err := r.askGit(ctx, "rev-parse", "--symbolic-full-name", "--verify", "--quiet", "--end-of-options", name)
	if err != nil && !isRefusal(err) {
		return "", err
	}
	return orName(answer, name), nil
}

func orName(answer []byte, name string) string {
	if text := strings.TrimSpace(string(answer)); text != "" {
		return text
	}
	return name
}
