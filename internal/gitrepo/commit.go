package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"strconv"
	"strings"
)

const (
	// LongestMessage is how many bytes of a commit message are kept.
	LongestMessage = 64 << 10
	// longestIdentity is how many bytes of a name or an address are kept.
	longestIdentity = 1 << 10
	// longestParents holds 400,000 parents. Of a wider merge the others are left out.
	longestParents = 1 << 24
)

// Commit is one commit. Times are seconds since 1970 in UTC; the bytes belong to the stream and are valid until the
// next commit.
type Commit struct {
	Hash    Hash
	Parents []Hash
	// AuthorTime is when the change was written, CommitTime when it was committed, according to the committer's
	// machine; 0 for a damaged time.
	AuthorTime, CommitTime int64
	// Name and Email are the author's, before .mailmap.
	Name, Email []byte
	// Message is the whole message up to LongestMessage.
	Message []byte
}

// commitFormat has fields that end in NUL, which no commit can hold. The line "commit HASH" before it names the commit.
const commitFormat = "--format=tformat:%P%x00%at%x00%ct%x00%an%x00%ae%x00%B%x00"

// EachCommit calls visit for every commit that can be reached from the given ones, once, newest first as far as clocks
// agree. An error of visit ends the walk.
func (r *Repository) EachCommit(ctx context.Context, from []Hash, visit func(*Commit) error) error {
	return r.walkCommits(ctx, from, visit)
}

// Commit returns one commit; the caller owns its bytes.
func (r *Repository) Commit(ctx context.Context, hash Hash) (Commit, error) {
	var found Commit
	err := r.walkCommits(ctx, []Hash{hash}, func(c *Commit) error {
		found = *c
		return nil
	}, "--max-count=1")
	return found, err
}

// EachTouching calls visit for every commit, merges left out, that can be reached from the given ones and changes
// something in one of the paths: folders or files, relative to the root. Their trees must be here.
func (r *Repository) EachTouching(ctx context.Context, from []Hash, paths []string, visit func(Hash) error) error {
	q := r.newQuestion(lengthy, append([]string{"rev-list", "--full-history", "--no-merges", "--stdin", "--"}, paths...)...)
	q.input = joinHashes(from)
	return r.git.stream(ctx, q, func(out *bufio.Reader) error {
		line := fields{from: out, end: '\n'}
		var text []byte
		for count := 0; ; count++ {
			var err error
			if text, err = line.readField(text, longestIdentity); err != nil || line.ended {
				return err
			}
			hash, ok := ParseHash(text)
			if !ok || count == r.limits.commits {
				return ErrTooLarge
			}
			if err := visit(hash); err != nil {
				return err
			}
		}
	})
}

func (r *Repository) walkCommits(ctx context.Context, from []Hash, visit func(*Commit) error, extra ...string) error {
	if len(from) == 0 {
		return nil
	}
	q := r.newQuestion(lengthy, append([]string{"rev-list", "--encoding=UTF-8", commitFormat, "--stdin"}, extra...)...)
	q.input = joinHashes(from)
	return r.git.stream(ctx, q, func(out *bufio.Reader) error {
		read := commitReader{fields: fields{from: out}}
		for count := 0; ; count++ {
			more, err := read.nextCommit()
			if err != nil || !more {
				return err
			}
			if count == r.limits.commits {
				return ErrTooLarge
			}
			if err := visit(&read.commit); err != nil {
				return err
			}
		}
	})
}

func joinHashes(hashes []Hash) string {
	var b strings.Builder
	for _, hash := range hashes {
		b.WriteString(hash.String())
		b.WriteByte('\n')
	}
	return b.String()
}

type commitReader struct {
	fields
	commit Commit
	// name, email and message are reused from commit to commit.
	name, email, message, start, number []byte
}

// nextCommit reads one record; it returns false at the end of the stream.
func (r *commitReader) nextCommit() (bool, error) {
	var err error
	if r.start, err = r.readField(r.start, longestParents); err != nil {
		return false, err
	}
	if len(bytes.TrimSpace(r.start)) == 0 && r.ended {
		return false, nil
	}
	c := &r.commit
	if !r.readNames() {
		return false, errCutShort
	}
	if c.AuthorTime, err = r.readTime(); err != nil {
		return false, err
	}
	if c.CommitTime, err = r.readTime(); err != nil {
		return false, err
	}
	for _, part := range []struct {
		to   *[]byte
		most int
	}{{&r.name, longestIdentity}, {&r.email, longestIdentity}, {&r.message, LongestMessage}} {
		if *part.to, err = r.readField(*part.to, part.most); err != nil {
			return false, err
		}
		if r.ended {
			return false, errCutShort
		}
	}
	c.Name, c.Email, c.Message = r.name, r.email, r.message
	return true, nil
}

// readNames reads "\ncommit HASH\nPARENT PARENT".
func (r *commitReader) readNames() bool {
	head, parents, found := bytes.Cut(bytes.TrimLeft(r.start, "\n"), []byte("\n"))
	text, ok := bytes.CutPrefix(head, []byte("commit "))
	var valid bool
	r.commit.Hash, valid = ParseHash(text)
	r.commit.Parents = r.commit.Parents[:0]
	if len(r.start) == longestParents {
		parents = parents[:max(0, bytes.LastIndexByte(parents, ' '))]
	}
	for parent := range bytes.FieldsSeq(parents) {
		hash, known := ParseHash(parent)
		valid = valid && known
		r.commit.Parents = append(r.commit.Parents, hash)
	}
	return found && ok && valid && !r.ended
}

// readTime parses seconds; a time that git cannot read is 0.
func (r *commitReader) readTime() (int64, error) {
	var err error
	r.number, err = r.readField(r.number, longestIdentity)
	if err == nil && r.ended {
		err = errCutShort
	}
	seconds, _ := strconv.ParseInt(string(r.number), 10, 64)
	return inRange(seconds), err
}

// inRange limits times to the years 1 to 9999, so that sums never overflow and all can be written as dates.
func inRange(seconds int64) int64 {
	const first, last = -62135596800, 253402300799
	return min(max(seconds, first), last)
}
