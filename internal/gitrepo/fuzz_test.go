package gitrepo

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
)

// FuzzCommits reads what git might print of commits, whole and cut off: each record is read right or refused, and none twice.
func FuzzCommits(f *testing.F) {
	hash := strings.Repeat("ab", 20)
	f.Add([]byte("commit " + hash + "\n" + hash + " " + hash + "\x005\x006\x00A\x00a@x\x00m\n\x00\n"))
	f.Add([]byte("commit " + hash + "\n\x00\x00\x00\x00\x00\x00\ncommit "))
	f.Add([]byte("\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		read := commitReader{fields: fields{from: bufio.NewReaderSize(bytes.NewReader(text), 16)}}
		for count := 0; ; count++ {
			more, err := read.nextCommit()
			if err != nil || !more {
				return
			}
			if read.commit.Hash.IsZero() || count > len(text) {
				t.Fatalf("record %d of %q has no name", count, text)
			}
		}
	})
}

// FuzzEntries reads what git might print of a tree.
func FuzzEntries(f *testing.F) {
	f.Add([]byte("100644 blob " + strings.Repeat("ab", 20) + "\ta b"))
	f.Add([]byte("100644 blob x\ta"))
	f.Fuzz(func(t *testing.T, text []byte) {
		_ = visitEntry(text, func(file *File) error {
			if file.Content.IsZero() {
				t.Errorf("%q has no content", text)
			}
			return nil
		})
	})
}
