package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
)

// longestPath is how many bytes of a path are kept; systems allow no longer ones.
const longestPath = 4 << 10

// File is an entry of a commit's tree.
type File struct {
	// Path is relative to the root, with slashes; its bytes belong to the stream and are valid until the next file.
	Path    []byte
	Content Hash
	// Link: a symbolic link, whose content is its target. It is not followed.
	Link bool
}

// EachFile calls visit for the files and symbolic links of a commit in the order of their paths. Submodules are left
// out: they are other repositories. In a partial clone it learns which contents were left out, for EachContent.
func (r *Repository) EachFile(ctx context.Context, commit Hash, visit func(*File) error) error {
	if err := r.findAbsent(ctx, commit); err != nil {
		return err
	}
	q := r.newQuestion(lengthy, "ls-tree", "-r", "-z", "--full-tree", commit.String())
	return r.git.stream(ctx, q, func(out *bufio.Reader) error {
		entry := fields{from: out}
		var text []byte
		for count := 0; ; count++ {
			var err error
			if text, err = entry.readField(text, longestPath+100); err != nil {
				return err
			}
			if entry.ended {
				return cutShort(text)
			}
			if count == r.limits.files {
				// Trees can repeat the same tree, so that a few kilobytes stand for billions of files.
				return ErrTooLarge
			}
			if err := visitEntry(text, visit); err != nil {
				return err
			}
		}
	})
}

// cutShort reports whether a stream ended within a field.
func cutShort(rest []byte) error {
	if len(rest) > 0 {
		return errCutShort
	}
	return nil
}

// visitEntry reads "MODE TYPE HASH\tPATH".
func visitEntry(text []byte, visit func(*File) error) error {
	head, path, found := bytes.Cut(text, []byte("\t"))
	parts := bytes.Split(head, []byte(" "))
	if !found || len(parts) != 3 {
		return errCutShort
	}
	if string(parts[1]) != "blob" {
		return nil
	}
	content, ok := ParseHash(parts[2])
	if !ok {
		return errCutShort
	}
	return visit(&File{Path: path, Content: content, Link: string(parts[0]) == "120000"})
}

// EachContent calls visit for the contents of those files that exist and are at most largest bytes; total limits all of
// them together. Each is identified by its index in the list. The bytes are valid until the next content, and
// visit may change them.
func (r *Repository) EachContent(
	ctx context.Context, files []Hash, largest, total int64, visit func(i int, content []byte) error,
) error {
	chosen, err := r.smallOnes(ctx, files, largest, total)
	if err != nil || len(chosen) == 0 {
		return err
	}
	wanted := make([]Hash, len(chosen))
	for i, place := range chosen {
		wanted[i] = files[place]
	}
	q := r.newQuestion(lengthy, "cat-file", "--batch", "--buffer")
	q.input = joinHashes(wanted)
	return r.git.stream(ctx, q, func(out *bufio.Reader) error {
		var content []byte
		for _, place := range chosen {
			size, found, err := objectHead(out)
			if err != nil {
				return err
			}
			if !found {
				continue
			}
			if size > largest {
				return ErrTooLarge
			}
			if content, err = readContent(out, content, size); err != nil {
				return err
			}
			if err := visit(place, content); err != nil {
				return err
			}
		}
		return nil
	})
}

// findAbsent learns which objects of a commit a partial clone left out. When git is asked for one of them it tries to
// fetch it, which is not allowed, and versions before 2.44 then end.
func (r *Repository) findAbsent(ctx context.Context, commit Hash) error {
	if !r.state.Partial {
		return nil
	}
	q := r.newQuestion(lengthy, "rev-list", "--objects", "--no-walk", "--missing=print", commit.String())
	return r.git.stream(ctx, q, func(out *bufio.Reader) error {
		r.absent = map[Hash]bool{}
		line := fields{from: out, end: '\n'}
		var text []byte
		for {
			var err error
			if text, err = line.readField(text, longestPath); err != nil || line.ended {
				return err
			}
			name, missing := bytes.CutPrefix(text, []byte("?"))
			if hash, ok := ParseHash(name); missing && ok {
				r.absent[hash] = true
			}
			if len(r.absent) > r.limits.files {
				return ErrTooLarge
			}
		}
	})
}

// smallOnes asks for the sizes first, because git loads a whole file into memory to print it.
func (r *Repository) smallOnes(ctx context.Context, files []Hash, largest, total int64) ([]int, error) {
	var chosen, asked []int
	var input strings.Builder
	for i, file := range files {
		if !r.absent[file] {
			asked = append(asked, i)
			input.WriteString(file.String() + "\n")
		}
	}
	if len(asked) == 0 {
		return nil, nil
	}
	q := r.newQuestion(lengthy, "cat-file", "--batch-check", "--buffer")
	q.input = input.String()
	err := r.git.stream(ctx, q, func(out *bufio.Reader) error {
		for _, i := range asked {
			size, found, err := objectHead(out)
			if err != nil {
				return err
			}
			if found && size <= largest && size <= total {
				total -= size
				chosen = append(chosen, i)
			}
		}
		return nil
	})
	return chosen, err
}

// objectHead parses "HASH blob SIZE"; anything else is a missing object, or not the one that was asked for.
func objectHead(out *bufio.Reader) (size int64, found bool, err error) {
	line, err := out.ReadSlice('\n')
	if err != nil {
		return 0, false, errCutShort
	}
	parts := bytes.Fields(line)
	if len(parts) != 3 || string(parts[1]) != "blob" {
		return 0, false, nil
	}
	size, err = strconv.ParseInt(string(parts[2]), 10, 64)
	return size, err == nil && size >= 0, nil
}

// readContent reads size bytes and the line feed that git adds.
func readContent(out *bufio.Reader, into []byte, size int64) ([]byte, error) {
	into = slices.Grow(into[:0], int(size)+1)[:size+1]
	if _, err := io.ReadFull(out, into); err != nil {
		return nil, errCutShort
	}
	return into[:size], nil
}
